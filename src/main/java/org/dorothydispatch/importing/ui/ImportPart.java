package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dorothydispatch.importing.ImportFailed;
import org.dorothydispatch.importing.ImportPreview;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.ImportResult;
import org.dorothydispatch.importing.ImportService;
import org.dorothydispatch.security.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choose a file, see what it would change, store it. One step is on the screen at a time. */
class ImportPart extends Composite<Section> {

    private static final Logger LOG = LoggerFactory.getLogger(ImportPart.class);

    private final ImportService service;
    private final Runnable afterStoring;
    private final Div step = new Div();
    private @Nullable UploadedBundle bundle;
    private boolean working;

    ImportPart(ImportService service, Runnable afterStoring) {
        this.service = service;
        this.afterStoring = afterStoring;
        step.addClassName("import-step");
        getContent().addClassName("import-section");
        getContent().add(new H2("Import"), step);
        choose();
    }

    private void choose() {
        letGo();
        var upload = new Upload((UploadHandler) this::received);
        upload.setAcceptedFileExtensions(".zip");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(UploadedBundle.MOST_MEGABYTES * 1_000_000);
        upload.setUploadButton(new Button("Choose a zip…"));
        upload.addFileRejectedListener(rejected -> failed("This file was not taken: it must be a zip of at most %d MB."
                .formatted(UploadedBundle.MOST_MEGABYTES)));
        show(
                new Paragraph("Bring in the files of a branch as one zip. You see what will change before anything is"
                        + " stored, and then all of it is stored or nothing."),
                upload,
                small("A zip has at most %d MB, a file in it 200 MB, and all of them together 1 GB."
                        .formatted(UploadedBundle.MOST_MEGABYTES)));
    }

    /** Called by the thread that takes the file; the screen waits with the upload's own progress bar. */
    private void received(UploadEvent event) {
        var ui = event.getUI();
        try (var sent = event.getInputStream()) {
            var received = UploadedBundle.receive(event.getFileName(), sent);
            ui.access(() -> look(received));
        } catch (UploadedBundle.TooLarge e) {
            event.reject("A zip has at most %d MB.".formatted(UploadedBundle.MOST_MEGABYTES));
        } catch (IOException e) {
            LOG.info("An upload broke off: {}", e.getMessage());
            event.reject("The file did not arrive whole. Please try again.");
        }
    }

    /** Shows what the bundle would change. */
    void look(UploadedBundle received) {
        bundle = received;
        work(
                "Waiting to read " + received.name(),
                progress -> service.preview(received.file(), progress),
                this::previewed);
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
        var chosen = bundle;
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

    private <T> void work(String waiting, Function<ImportProgress, CompletableFuture<T>> begin, Consumer<T> then) {
        var ui = UI.getCurrent();
        var progress = new ProgressPart(ui, waiting);
        show(progress);
        try {
            working = true;
            begin.apply(progress)
                    .whenComplete((result, trouble) -> ui.access(() -> {
                        working = false;
                        if (!isAttached()) {
                            letGo();
                        } else if (trouble == null) {
                            then.accept(result);
                        } else {
                            failed(sentence(trouble));
                        }
                    }));
        } catch (NotAllowed e) {
            working = false;
            failed(e.getMessage());
        }
    }

    static String sentence(Throwable trouble) {
        var cause = trouble.getCause() == null || trouble instanceof ImportFailed ? trouble : trouble.getCause();
        if (cause instanceof ImportFailed || cause instanceof NotAllowed) {
            return cause.getMessage();
        }
        LOG.error("An import or export failed", cause);
        return "That did not work, and nothing was stored. Please try again; if it stays so, tell your administrator.";
    }

    private void failed(String sentence) {
        var words = new Paragraph(sentence);
        words.addClassName("import-failed");
        words.getElement().setAttribute("role", "alert");
        show(words, again("Try again"));
    }

    private Button again(String words) {
        return new Button(words, click -> choose());
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

    private void show(Component... parts) {
        step.removeAll();
        step.add(parts);
    }

    /** A running import reads the file until its end, whoever watches. */
    @Override
    protected void onDetach(DetachEvent event) {
        if (!working) {
            letGo();
        }
    }

    private void letGo() {
        if (bundle != null) {
            bundle.letGo();
            bundle = null;
        }
    }
}
