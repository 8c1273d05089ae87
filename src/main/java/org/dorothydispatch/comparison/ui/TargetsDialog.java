package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.Targets;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/** What an office wants its figures to reach. */
class TargetsDialog extends Dialog {

    private final Targets targets;
    private final Select<OfficeRow> office = new Select<>();
    private final Map<Figure, NumberField> fields = new EnumMap<>(Figure.class);

    TargetsDialog(Targets targets, List<OfficeRow> offices, Runnable saved) {
        this.targets = targets;
        setHeaderTitle("Targets");
        setWidth("min(36rem, 96vw)");
        office.setItems(offices);
        office.setItemLabelGenerator(OfficeRow::name);
        office.setAriaLabel("Office");
        office.setValue(offices.getFirst());
        office.addValueChangeListener(change -> fill());
        var form = new Div();
        form.addClassName("targets");
        for (var figure : Figure.values()) {
            if (figure.better() != Figure.Better.NEITHER) {
                var field = new NumberField(figure.title());
                field.setSuffixComponent(new Span(figure.unit().words()));
                field.setHelperText(figure.better() == Figure.Better.HIGHER ? "At least" : "At most");
                field.setClearButtonVisible(true);
                fields.put(figure, field);
                form.add(field);
            }
        }
        add(
                new Paragraph("An office that misses its target is marked beside the number. Nobody is ranked by it."),
                office,
                form);
        var save = new Button("Save", click -> {
            if (save()) {
                close();
                saved.run();
            }
        });
        save.addThemeName("primary");
        getFooter().add(new Button("Cancel", click -> close()), save);
        fill();
    }

    private void fill() {
        var known = targets.of(List.of(office.getValue().code()))
                .getOrDefault(office.getValue().code(), Map.of());
        fields.forEach((figure, field) -> {
            field.setInvalid(false);
            field.setValue(typed(figure, known.get(figure)));
        });
    }

    private static @Nullable Double typed(Figure figure, @Nullable Double target) {
        return target == null ? null : Double.valueOf(figure.unit().number(target));
    }

    private boolean save() {
        boolean good = true;
        for (var entry : fields.entrySet()) {
            var field = entry.getValue();
            var figure = entry.getKey();
            if (field.isInvalid()) {
                good = false;
                continue;
            }
            try {
                var value = field.getValue();
                targets.set(
                        office.getValue().code(),
                        figure,
                        value == null ? null : figure.unit().value(value));
            } catch (IllegalArgumentException refused) {
                field.setErrorMessage(refused.getMessage());
                field.setInvalid(true);
                good = false;
            }
        }
        if (good) {
            Notices.done(
                    "The targets of %s are saved.".formatted(office.getValue().name()));
        }
        return good;
    }
}
