package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Objects;
import org.dorothydispatch.importing.ImportFailed;
import org.dorothydispatch.importing.ImportPreview;
import org.dorothydispatch.importing.ImportResult;
import org.dorothydispatch.importing.ImportService;
import org.dorothydispatch.importing.UploadedBundle;
import org.dorothydispatch.security.NotAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choose a bundle, see what it would change, store it. */
class ImportPart extends Composite<Section> {

    private static final Logger LOG = LoggerFactory.getLogger(ImportPart.class);

    private final ImportService service;
    private final Runnable afterStoring;

    ImportPart(ImportService service, Runnable afterStoring) {
        this.service = service;
        this.afterStoring = afterStoring;
        var steps = new Steps();
        getContent().addClassName("import-section");
        getContent().add(new H2("Import"), steps);
        steps.choose();
    }

    private final class Steps extends FileSteps {

        Steps() {
            super(".zip", "zip");
        }

        @Override
        void choose() {
            letGo();
            show(
                    new Paragraph(
                            "Bring in the files of a branch as one zip. You see what will change before anything is"
                                    + " stored, and then all of it is stored or nothing."),
                    upload("Choose a zip…"),
                    small("A zip has at most %d MB, a file in it 200 MB, and all of them together 1 GB."
                            .formatted(UploadedBundle.MOST_MEGABYTES)));
        }

        /** Shows what the bundle would change. */
        @Override
        void look() {
            var bundle = Objects.requireNonNull(file());
            work(
                    "Waiting to read " + bundle.name(),
                    progress -> service.preview(bundle.file(), progress),
                    this::previewed);
        }

        @Override
        String sentence(Throwable trouble) {
            return ImportPart.sentence(trouble);
        }

        private void previewed(ImportPreview preview) {
            if (!preview.ok()) {
                show(new ProblemsPart(preview), again("Choose another file"));
            } else if (preview.nothingToDo()) {
                show(
                        new Paragraph("Everything in this bundle is stored already: %,d rows, and none of them differs."
                                .formatted(preview.unchanged())),
                        new PreviewPart(preview),
                        again("Choose another file"));
            } else {
                var store = new Button("Store these changes", click -> store());
                store.addThemeName("primary");
                store.setDisableOnClick(true);
                var buttons = new Div(store, again("Choose another file"));
                buttons.addClassName("import-buttons");
                show(new PreviewPart(preview), buttons);
            }
        }

        private void store() {
            var chosen = file();
            if (chosen != null) {
                work("Waiting to store", progress -> service.store(chosen.file(), progress), this::stored);
            }
        }

        private void stored(ImportResult result) {
            if (result.stored()) {
                show(done(done(result)), again("Import another file"));
                afterStoring.run();
            } else {
                show(new ProblemsPart(result.changes()), again("Choose another file"));
            }
        }
    }

    private static String done(ImportResult result) {
        var changes = result.changes();
        if (changes.nothingToDo()) {
            return "Nothing had to be stored: somebody has brought in the same in the meantime.";
        }
        return "Stored for %s: %,d new and %,d changed rows, %,d as they were. %,d planned visits were checked again."
                .formatted(
                        String.join(", ", changes.offices()),
                        changes.added(),
                        changes.changed(),
                        changes.unchanged(),
                        result.checked());
    }

    static String sentence(Throwable trouble) {
        var cause = trouble.getCause() == null || trouble instanceof ImportFailed ? trouble : trouble.getCause();
        if (cause instanceof ImportFailed || cause instanceof NotAllowed) {
            return cause.getMessage();
        }
        LOG.error("An import or export failed", cause);
        return "That did not work, and nothing was stored. Please try again; if it stays so, tell your administrator.";
    }

    private static Paragraph done(String sentence) {
        var words = new Paragraph(sentence);
        words.addClassName("import-done");
        words.getElement().setAttribute("role", "status");
        return words;
    }

    static Paragraph small(String sentence) {
        var words = new Paragraph(sentence);
        words.addClassName("import-small");
        return words;
    }
}
