package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.dorothydispatch.importing.ImportPreview;
import org.dorothydispatch.importing.ProblemList;

/** Why nothing was stored: the first errors on the screen, all that were kept in a file. */
class ProblemsPart extends Composite<Div> {

    private static final int SHOWN = 100;

    ProblemsPart(ImportPreview preview) {
        var count = preview.problemCount();
        var sentence = new Paragraph("Nothing was stored. The bundle has %s; correct the files and import them again."
                .formatted(count == 1 ? "an error" : "%,d errors".formatted(count)));
        sentence.addClassName("import-failed");
        sentence.getElement().setAttribute("role", "alert");
        var list = new OrderedList(preview.problems().stream()
                .limit(SHOWN)
                .map(problem -> new ListItem(problem.toString()))
                .toArray(ListItem[]::new));
        list.addClassName("import-problems");
        getContent().add(sentence, list);
        if (count > SHOWN) {
            getContent().add(ImportPart.small("These are the first %d.".formatted(SHOWN)));
        }
        getContent().add(download(preview));
    }

    private static Anchor download(ImportPreview preview) {
        var handler = DownloadHandler.fromInputStream(event -> {
            var bytes = ProblemList.csv(preview.problems()).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), "import-errors.csv", "text/csv;charset=utf-8", bytes.length);
        });
        var kept = preview.problems().size();
        return new Anchor(
                handler,
                AttachmentType.DOWNLOAD,
                kept < preview.problemCount()
                        ? "Download the first %,d errors (CSV)".formatted(kept)
                        : "Download all errors (CSV)");
    }
}
