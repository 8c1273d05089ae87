package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.dorothydispatch.importing.ImportPreview;
import org.dorothydispatch.importing.ImportPreview.FileChanges;

/** What an import would change: counts for each file, some changes in words, and what was left out. */
class PreviewPart extends Composite<Div> {

    private static final int WARNINGS_SHOWN = 20;

    PreviewPart(ImportPreview preview) {
        if (!preview.nothingToDo()) {
            getContent()
                    .add(new Paragraph("For %s: %,d new rows, %,d changed, %,d stay as they are."
                            .formatted(
                                    String.join(", ", preview.offices()),
                                    preview.added(),
                                    preview.changed(),
                                    preview.unchanged())));
        }
        getContent().add(table(preview.files()));
        var examples = preview.files().stream()
                .flatMap(file -> file.examples().stream())
                .toList();
        if (!examples.isEmpty()) {
            var title = examples.size() < preview.changed()
                    ? "Some of the changes (%d of %,d)".formatted(examples.size(), preview.changed())
                    : "The changes";
            var details = new Details(title, list(examples));
            details.setOpened(true);
            getContent().add(details);
        }
        if (preview.warningCount() > 0) {
            var shown = preview.warnings().stream()
                    .limit(WARNINGS_SHOWN)
                    .map(Object::toString)
                    .toList();
            getContent().add(new Details("Left out (%,d)".formatted(preview.warningCount()), list(shown)));
        }
    }

    private static UnorderedList list(List<String> lines) {
        return new UnorderedList(lines.stream().map(ListItem::new).toArray(ListItem[]::new));
    }

    private static NativeTable table(List<FileChanges> files) {
        var table = new NativeTable();
        table.addClassName("import-table");
        table.setCaptionText("What each file would change");
        var head = table.getHead().addRow();
        for (var words : List.of("File", "New", "Changed", "As it is")) {
            var cell = new NativeTableHeaderCell(words);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        files.forEach(file -> table.getBody().add(row(file)));
        return table;
    }

    private static NativeTableRow row(FileChanges file) {
        var name = new NativeTableHeaderCell(file.file().fileName());
        name.getElement().setAttribute("scope", "row");
        return new NativeTableRow(name, count(file.added()), count(file.changed()), count(file.unchanged()));
    }

    private static NativeTableCell count(long count) {
        return new NativeTableCell(count == 0 ? "–" : "%,d".formatted(count));
    }
}
