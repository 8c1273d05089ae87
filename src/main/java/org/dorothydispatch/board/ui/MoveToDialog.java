package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.dorothydispatch.board.CustomerSheet;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.Preview;
import org.dorothydispatch.flags.VerdictMap.Allowed;
import org.dorothydispatch.uikit.DayFields;
import org.dorothydispatch.uikit.LightsBadge;
import org.dorothydispatch.workforce.RouteRow;
import org.dorothydispatch.workforce.TechnicianRow;
import org.jspecify.annotations.Nullable;

/**
 * Moves a visit without dragging: by keyboard, with a screen reader, on a phone, or to a place that is not in view. Shows
 * both lights and the sentences of the chosen place before anything is saved.
 */
class MoveToDialog extends Dialog {

    private final BoardDesk desk;
    private final CustomerSheet sheet;
    private final ComboBox<RouteRow> route = new ComboBox<>("Route");
    private final ComboBox<TechnicianRow> technician = new ComboBox<>("Technician");
    private final DatePicker day = DayFields.labelled("Day");
    private final TimePicker time = new TimePicker("Time");
    private final Div verdict = new Div();
    private final Button move = new Button("Move");

    MoveToDialog(BoardDesk desk, CustomerSheet sheet, List<String> offices, Consumer<MoveTarget> mover) {
        this.desk = desk;
        this.sheet = sheet;
        addClassName("move-dialog");
        setHeaderTitle("Move " + sheet.customer().calledName() + " to…");
        setWidth("min(34rem, 96vw)");
        fillIn(offices);
        verdict.addClassName("move-verdict");
        verdict.getElement().setAttribute("role", "status");
        var fields = new Div(route, technician, day, time);
        fields.addClassName("move-fields");
        add(fields, verdict);
        move.addThemeName("primary");
        move.addClickListener(click -> {
            var target = target();
            if (target != null) {
                close();
                mover.accept(target);
            }
        });
        var cancel = new Button("Cancel", click -> close());
        cancel.addThemeName("tertiary");
        getFooter().add(cancel);
        if (sheet.visit().placement().date() != null) {
            var tray = new Button("Take off the board", click -> {
                close();
                mover.accept(MoveTarget.tray());
            });
            tray.addThemeName("tertiary");
            getFooter().add(tray);
        }
        getFooter().add(move);
        preview();
    }

    private void fillIn(List<String> offices) {
        var placement = sheet.visit().placement();
        var officeNames = desk.officeNames();
        var routes = desk.routes(offices);
        route.setItems(routes);
        route.setItemLabelGenerator(
                row -> offices.size() > 1 ? row.name() + ", " + officeNames.get(row.office()) : row.name());
        routes.stream()
                .filter(row -> row.code().equals(placement.route()))
                .findFirst()
                .ifPresent(route::setValue);
        var technicians = desk.technicians(offices);
        technician.setItems(technicians);
        technician.setItemLabelGenerator(TechnicianRow::name);
        technician.setPlaceholder("Whoever drives the route that day");
        technician.setClearButtonVisible(true);
        day.setMin(sheet.today());
        day.setValue(
                placement.date() == null || placement.date().isBefore(sheet.today())
                        ? Objects.requireNonNullElse(later(sheet), sheet.today())
                        : placement.date());
        time.setStep(Duration.ofMinutes(15));
        time.setPlaceholder("The best of the day");
        time.setClearButtonVisible(true);
        route.addValueChangeListener(change -> preview());
        technician.addValueChangeListener(change -> preview());
        day.addValueChangeListener(change -> preview());
        time.addValueChangeListener(change -> preview());
    }

    private static @Nullable LocalDate later(CustomerSheet sheet) {
        return sheet.visit().dueOn().isBefore(sheet.today())
                ? null
                : sheet.visit().dueOn();
    }

    private @Nullable MoveTarget target() {
        if (day.getValue() == null || (route.getValue() == null && technician.getValue() == null)) {
            return null;
        }
        return new MoveTarget(
                route.getValue() == null ? null : route.getValue().code(),
                day.getValue(),
                time.getValue(),
                technician.getValue() == null ? null : technician.getValue().code());
    }

    private void preview() {
        verdict.removeAll();
        var target = target();
        if (target == null) {
            move.setEnabled(false);
            verdict.add(new Paragraph("Choose a day, and a route or a technician."));
            return;
        }
        show(desk.preview(sheet.visit().code(), target));
    }

    private void show(Preview preview) {
        var name = preview.technicianName();
        var title = new Paragraph(new LightsBadge(preview.customerLight(), preview.companyLight()));
        title.add(" " + Words.place(day.getValue(), preview.start(), name));
        title.addClassName("move-place");
        verdict.add(title);
        var sentences = new UnorderedList();
        preview.sentences().forEach(sentence -> sentences.add(new ListItem(sentence)));
        if (preview.sentences().isEmpty()) {
            verdict.add(new Paragraph("Nothing is against their wishes or our protocols."));
        } else {
            verdict.add(sentences);
        }
        move.setEnabled(preview.allowed() != Allowed.REFUSED);
        move.setText(preview.allowed() == Allowed.NEEDS ? "Move, and say why…" : "Move");
    }
}
