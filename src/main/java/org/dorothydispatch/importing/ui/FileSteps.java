package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.UploadedBundle;
import org.dorothydispatch.security.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Choose a file, work on it, see what came out: one step is on the screen at a time. The file lies in a temporary folder and is
 * gone when another one is chosen or the screen is left; work that has begun reads it to its end, whoever watches.
 */
abstract class FileSteps extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(FileSteps.class);

    private final String ending;
    private final String noun;
    private @Nullable UploadedBundle file;
    private boolean working;

    /**
     * @param ending of the files that are taken, like {@code .zip}
     * @param noun what such a file is called, like "zip"
     */
    FileSteps(String ending, String noun) {
        this.ending = ending;
        this.noun = noun;
        addClassName("import-step");
    }

    /** The first step: what to choose. */
    abstract void choose();

    /** A file has arrived and is {@link #file()} now. */
    abstract void look();

    /** What went wrong, in a sentence for the person. */
    abstract String sentence(Throwable trouble);

    @Nullable
    UploadedBundle file() {
        return file;
    }

    /** Takes what the person chose. */
    void look(UploadedBundle received) {
        letGo();
        file = received;
        look();
    }

    Upload upload(String button) {
        var upload = new Upload((UploadHandler) this::received);
        upload.setAcceptedFileExtensions(ending);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(UploadedBundle.MOST_MEGABYTES * 1_000_000);
        upload.setUploadButton(new Button(button));
        upload.addFileRejectedListener(rejected -> failed("This file was not taken: it must be a %s of at most %d MB."
                .formatted(noun, UploadedBundle.MOST_MEGABYTES)));
        return upload;
    }

    /** Called by the thread that takes the file; the screen waits with the upload's own progress bar. */
    private void received(UploadEvent event) {
        var ui = event.getUI();
        try (var sent = event.getInputStream()) {
            var received = UploadedBundle.receive(event.getFileName(), ending, sent);
            ui.access(() -> look(received));
        } catch (UploadedBundle.TooLarge e) {
            event.reject("A %s has at most %d MB.".formatted(noun, UploadedBundle.MOST_MEGABYTES));
        } catch (IOException e) {
            LOG.info("An upload broke off: {}", e.getMessage());
            event.reject("The file did not arrive whole. Please try again.");
        }
    }

    /** Shows how far the work is, and then what came of it. */
    <T> void work(String waiting, Function<ImportProgress, CompletableFuture<T>> begin, Consumer<T> then) {
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
            failed(String.valueOf(e.getMessage()));
        }
    }

    void failed(String sentence) {
        var words = new Paragraph(sentence);
        words.addClassName("import-failed");
        words.getElement().setAttribute("role", "alert");
        show(words, again("Choose another file"));
    }

    Button again(String words) {
        return new Button(words, click -> choose());
    }

    void show(Component... parts) {
        removeAll();
        add(parts);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (!working) {
            letGo();
        }
    }

    void letGo() {
        if (file != null) {
            file.letGo();
            file = null;
        }
    }
}
