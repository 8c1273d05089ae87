package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.dorothydispatch.comparison.Regions;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.uikit.Notices;

/** Which office belongs to which region. */
class RegionsDialog extends Dialog {

    private final Regions regions;
    private final Map<OfficeRow, ComboBox<String>> fields = new LinkedHashMap<>();

    RegionsDialog(Regions regions, List<OfficeRow> offices, Runnable saved) {
        this.regions = regions;
        setHeaderTitle("Regions");
        setWidth("min(36rem, 96vw)");
        var known = regions.of(offices.stream().map(OfficeRow::code).toList());
        var names = new TreeSet<>(known.values());
        var form = new Div();
        form.addClassName("targets");
        for (var office : offices) {
            var field = new ComboBox<String>(office.name());
            field.setItems(names);
            field.setAllowCustomValue(true);
            field.setClearButtonVisible(true);
            field.setPlaceholder("No region");
            field.addCustomValueSetListener(
                    typed -> field.setValue(typed.getDetail().strip()));
            field.setValue(known.get(office.code()));
            fields.put(office, field);
            form.add(field);
        }
        add(new Paragraph("Offices of a region can be compared by themselves. Choose a name or type a new one."), form);
        var save = new Button("Save", click -> {
            if (save()) {
                close();
                saved.run();
            }
        });
        save.addThemeName("primary");
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private boolean save() {
        boolean good = true;
        for (var entry : fields.entrySet()) {
            var field = entry.getValue();
            try {
                field.setInvalid(false);
                regions.set(entry.getKey().code(), Objects.requireNonNullElse(field.getValue(), ""));
            } catch (IllegalArgumentException refused) {
                field.setErrorMessage(refused.getMessage());
                field.setInvalid(true);
                good = false;
            }
        }
        if (good) {
            Notices.done("The regions are saved.");
        }
        return good;
    }
}
