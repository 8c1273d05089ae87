package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.dorothydispatch.customer.CustomerFound;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.practice.Associate;
import org.dorothydispatch.practice.CoachingNote.Place;
import org.dorothydispatch.practice.CoachingService;
import org.dorothydispatch.practice.IncidentCommand;
import org.dorothydispatch.uikit.DayFields;
import org.dorothydispatch.uikit.Notices;

/** Writes down what a customer met, and what is practised for it. Nothing typed is lost when the service refuses. */
class IncidentDialog extends Dialog {

    private static final int MOST_CUSTOMERS = 50;

    private final CoachingService coaching;
    private final OfficeService offices;
    private final Runnable then;
    private final String opId = UUID.randomUUID().toString();
    private final Select<OfficeRow> office = new Select<>();
    private final ComboBox<Associate> associate = new ComboBox<>("Whom it is about");
    private final Select<Place> place = new Select<>();
    private final DatePicker day = DayFields.labelled("On");
    private final ComboBox<CustomerFound> customer = new ComboBox<>("Customer (optional)");
    private final TextArea words = new TextArea("What did the customer meet?");
    private final AgreePart agree;
    private final Button save = new Button("Save");

    IncidentDialog(CoachingService coaching, OfficeService offices, Runnable then) {
        this.coaching = coaching;
        this.offices = offices;
        this.then = then;
        agree = new AgreePart(coaching, "Practice agreed on");
        setHeaderTitle("New coaching note");
        setWidth("34rem");
        office.setLabel("Office");
        office.setItemLabelGenerator(OfficeRow::name);
        office.addValueChangeListener(change -> showOffice(change.getValue()));
        associate.setItemLabelGenerator(Associate::name);
        associate.setWidthFull();
        place.setLabel("Where");
        place.setItems(Place.values());
        place.setItemLabelGenerator(Place::words);
        customer.setItemLabelGenerator(
                found -> found.street() == null ? found.name() : found.name() + ", " + found.street());
        customer.setItemsWithFilterConverter(
                query ->
                        coaching
                                .customers(
                                        office.getValue().code(),
                                        query.getFilter().orElse(""),
                                        MOST_CUSTOMERS)
                                .stream()
                                .skip(query.getOffset())
                                .limit(query.getLimit()),
                filter -> filter);
        customer.setClearButtonVisible(true);
        customer.setWidthFull();
        customer.setHelperText("Name, street or telephone");
        words.setWidthFull();
        words.setMinRows(3);
        words.setMaxRows(8);
        words.setHelperText("What happened, as the customer met it. The associate reads it too.");
        var row = new Div(place, day);
        row.addClassName("coaching-fields");
        var fields = new Div(office, associate, row, customer, words, agree);
        fields.addClassName("coaching-form");
        add(fields);
        save.addClickListener(click -> save());
        save.addThemeName("primary");
        save.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", click -> close()), save);
        var all = offices.list();
        office.setItems(all);
        office.setVisible(all.size() > 1);
        office.setValue(all.getFirst());
    }

    private void showOffice(OfficeRow chosen) {
        var today = offices.today(chosen.code());
        associate.setItems(coaching.associates(chosen.code()));
        customer.clear();
        customer.getDataProvider().refreshAll();
        day.setMax(today);
        if (day.isEmpty()) {
            day.setValue(today);
        }
        agree.from(today);
    }

    private void save() {
        try {
            coaching.file(new IncidentCommand(
                    opId,
                    office.getValue().code(),
                    customer.getValue() == null ? null : customer.getValue().code(),
                    place.getValue(),
                    day.getValue(),
                    words.getValue(),
                    associate.getValue() == null ? null : associate.getValue().username(),
                    agree.story(),
                    agree.until()));
            close();
            Notices.done("Kept. You and whom it is about can read it, and the other managers of the office.");
            then.run();
        } catch (IllegalArgumentException refused) {
            Notices.problem(refused.getMessage());
            save.setEnabled(true);
        }
    }
}
