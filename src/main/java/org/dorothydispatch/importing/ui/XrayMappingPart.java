package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.dorothydispatch.importing.xray.XrayField;
import org.dorothydispatch.importing.xray.XrayFile;
import org.dorothydispatch.importing.xray.XrayMapping;
import org.dorothydispatch.importing.xray.XrayMappings;
import org.dorothydispatch.uikit.Notices;
import org.jspecify.annotations.Nullable;

/** Which column holds what: proposed from the headings, chosen by the person, kept for the next file. */
class XrayMappingPart extends Composite<Section> {

    private final XrayFile file;
    private final XrayMappings mappings;
    private final Map<XrayField, ComboBox<String>> choices = new EnumMap<>(XrayField.class);
    private final Paragraph problem = new Paragraph();
    private final Select<XrayMappings.Saved> saved = new Select<>();
    private final Div preview = new Div();

    XrayMappingPart(
            XrayFile file, @Nullable XrayMapping chosen, XrayMappings mappings, Consumer<XrayMapping> lookThrough) {
        this.file = file;
        this.mappings = mappings;
        problem.addClassName("import-failed");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        preview.addClassName("xray-preview");
        var fields = new Div();
        fields.addClassName("xray-fields");
        for (var field : XrayField.values()) {
            fields.add(choice(field));
        }
        var go = new Button("Look through the file", click -> current(lookThrough));
        go.addThemeName("primary");
        go.addClassName("xray-go");
        getContent().addClassName("import-section");
        getContent()
                .add(
                        new H2("Which column holds what?"),
                        new Paragraph(
                                "Proposed from the headings. Please look at the first rows below, and correct what is wrong."),
                        kept(),
                        fields,
                        problem,
                        go,
                        new H2("The first %d rows".formatted(file.sample().size())),
                        preview);
        if (file.guessedCharset()) {
            getContent()
                    .addComponentAtIndex(
                            2,
                            ImportPart.small(
                                    "The file is not UTF-8 and is read as spreadsheets write it. Look whether names with"
                                            + " accents are right."));
        }
        set(chosen != null ? chosen : fitting());
    }

    /** The first kept mapping that has all its columns in the file and says no less than the headings suggest; or what they do. */
    private XrayMapping fitting() {
        var guess = XrayMapping.guess(file.headings());
        return mappings.list().stream()
                .map(XrayMappings.Saved::mapping)
                .filter(mapping -> mapping.fits(file.headings())
                        && mapping.columns().size() >= guess.columns().size())
                .findFirst()
                .orElse(guess);
    }

    private ComboBox<String> choice(XrayField field) {
        var choice = new ComboBox<String>(field.label());
        choice.setItems(
                file.headings().stream().filter(heading -> !heading.isEmpty()).toList());
        choice.setPlaceholder("not in the file");
        choice.setClearButtonVisible(true);
        choice.setHelperText(field.help());
        choice.setRequiredIndicatorVisible(field.required());
        choice.addValueChangeListener(change -> {
            // A whole mapping draws the rows once, not once for each of its columns.
            if (change.isFromClient()) {
                showPreview();
            }
        });
        choices.put(field, choice);
        return choice;
    }

    private Div kept() {
        saved.setLabel("A mapping you kept");
        saved.setItemLabelGenerator(one -> one == null ? "" : one.name());
        saved.addValueChangeListener(change -> {
            var one = change.getValue();
            if (one != null && change.isFromClient()) {
                if (one.mapping().fits(file.headings())) {
                    set(one.mapping());
                } else {
                    Notices.problem("“%s” names columns that this file does not have. Choose them by hand."
                            .formatted(one.name()));
                }
            }
        });
        var name = new TextField("Keep this one as");
        name.setMaxLength(80);
        var keep = new Button(
                "Keep",
                click -> current(mapping -> {
                    try {
                        mappings.save(name.getValue(), mapping);
                        Notices.done("Kept. It is proposed for the next file with these columns.");
                        refresh();
                    } catch (IllegalArgumentException refused) {
                        Notices.problem(refused.getMessage());
                    }
                }));
        var delete = new Button("Delete", click -> {
            var one = saved.getValue();
            if (one != null) {
                mappings.delete(one.name());
                refresh();
            }
        });
        delete.addThemeName("tertiary");
        var line = new Div(saved, delete, name, keep);
        line.addClassName("xray-kept");
        refresh();
        return line;
    }

    private void refresh() {
        var own = mappings.list();
        saved.setItems(own);
        saved.setEnabled(!own.isEmpty());
    }

    private void set(XrayMapping mapping) {
        choices.forEach((field, choice) -> choice.setValue(mapping.columns().get(field)));
        showPreview();
    }

    /** The mapping as it is chosen, when it can be used; else the sentence why not. */
    private void current(Consumer<XrayMapping> use) {
        var columns = new EnumMap<XrayField, String>(XrayField.class);
        choices.forEach((field, choice) -> {
            if (choice.getValue() != null) {
                columns.put(field, choice.getValue());
            }
        });
        var mapping = new XrayMapping(columns);
        var sentence = mapping.problem();
        problem.setText(sentence.orElse(""));
        problem.setVisible(sentence.isPresent());
        if (sentence.isEmpty()) {
            use.accept(mapping);
        }
    }

    private void showPreview() {
        var table = new NativeTable();
        table.addClassName("import-table");
        table.setCaptionText("Above each column what it is taken for");
        var head = table.getHead().addRow();
        for (var heading : file.headings()) {
            var cell = new NativeTableHeaderCell(new Span(heading.isEmpty() ? "(no heading)" : heading));
            cell.getElement().setAttribute("scope", "col");
            choices.forEach((field, choice) -> {
                if (heading.equals(choice.getValue())) {
                    var taken = new Span(field.label());
                    taken.addClassName("xray-taken");
                    cell.addComponentAsFirst(taken);
                }
            });
            head.add(cell);
        }
        for (var cells : file.sample()) {
            var row = new NativeTableRow();
            cells.forEach(cell -> row.add(new NativeTableCell(cell)));
            table.getBody().add(row);
        }
        preview.removeAll();
        preview.add(table);
        // A table that scrolls sideways can be scrolled with the keyboard too.
        preview.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "First rows");
    }
}
