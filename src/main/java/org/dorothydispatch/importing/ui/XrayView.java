package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import org.dorothydispatch.importing.ImportService;
import org.dorothydispatch.importing.xray.XrayFile;
import org.dorothydispatch.importing.xray.XrayMapping;
import org.dorothydispatch.importing.xray.XrayMappings;
import org.dorothydispatch.importing.xray.XrayRefused;
import org.dorothydispatch.importing.xray.XrayReport;
import org.dorothydispatch.security.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Another system's list of visits goes in, and what its customers lived through comes out. Nothing of it is stored. */
@Route("xray")
@PageTitle("X-ray · Dorothy")
@Menu(title = "X-ray", order = 81, icon = "icons/xray.svg")
@StyleSheet("styles/import.css")
@RolesAllowed({"ADMINISTRATOR", "BRANCH_MANAGER"})
class XrayView extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(XrayView.class);

    private final ImportService service;
    private final XrayMappings mappings;
    private final Div step = new Div();
    private @Nullable UploadedBundle uploaded;
    private boolean working;

    XrayView(ImportService service, XrayMappings mappings) {
        this.service = service;
        this.mappings = mappings;
        addClassNames("page", "import-page", "xray-page");
        var header = new Header(new H1("X-ray of another system's visits"));
        header.addClassName("page-header");
        step.addClassNames("import-step", "xray-step");
        add(header, step);
        choose();
    }

    private void choose() {
        letGo();
        var upload = new Upload((UploadHandler) this::received);
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(UploadedBundle.MOST_MEGABYTES * 1_000_000);
        upload.setUploadButton(new Button("Choose a file…"));
        upload.addFileRejectedListener(rejected -> failed("This file was not taken: it must be a CSV of at most %d MB."
                .formatted(UploadedBundle.MOST_MEGABYTES)));
        show(
                new Paragraph(
                        "Export the visits of the last year or two from the system you have, as CSV, with who came,"
                                + " who was asked for and who sold it. You see how many faces your customers met and whom to"
                                + " call first."),
                upload,
                ImportPart.small("The file is looked at and thrown away. Nothing of it is stored here."));
    }

    /** Called by the thread that takes the file; the screen waits with the upload's own progress bar. */
    private void received(UploadEvent event) {
        var ui = event.getUI();
        try (var sent = event.getInputStream()) {
            var received = UploadedBundle.receive(event.getFileName(), ".csv", sent);
            ui.access(() -> look(received));
        } catch (UploadedBundle.TooLarge e) {
            event.reject("A file has at most %d MB.".formatted(UploadedBundle.MOST_MEGABYTES));
        } catch (IOException e) {
            LOG.info("An upload broke off: {}", e.getMessage());
            event.reject("The file did not arrive whole. Please try again.");
        }
    }

    /** Asks which column holds what. */
    void look(UploadedBundle received) {
        letGo();
        uploaded = received;
        try {
            map(XrayFile.open(received.file()), null);
        } catch (XrayRefused refused) {
            failed(String.valueOf(refused.getMessage()));
        } catch (IOException e) {
            LOG.warn("An uploaded file cannot be read", e);
            failed("The file cannot be read. Please choose it again.");
        }
    }

    private void map(XrayFile file, @Nullable XrayMapping chosen) {
        show(
                new XrayMappingPart(file, chosen, mappings, mapping -> lookThrough(file, mapping)),
                again("Choose another file"));
    }

    private void lookThrough(XrayFile file, XrayMapping mapping) {
        var ui = UI.getCurrent();
        var progress = new ProgressPart(ui, "Waiting to look through the file");
        show(progress);
        try {
            working = true;
            service.lookThrough(file, mapping, progress)
                    .whenComplete((report, trouble) -> ui.access(() -> {
                        working = false;
                        if (!isAttached()) {
                            letGo();
                        } else if (trouble == null) {
                            seen(file, mapping, report);
                        } else {
                            failed(sentence(trouble));
                        }
                    }));
        } catch (NotAllowed e) {
            working = false;
            failed(String.valueOf(e.getMessage()));
        }
    }

    private void seen(XrayFile file, XrayMapping mapping, XrayReport report) {
        var print = new Button("Print", click -> getElement().executeJs("window.print()"));
        print.addThemeName("primary");
        var buttons = new Div(
                print, new Button("Change the columns", click -> map(file, mapping)), again("Choose another file"));
        buttons.addClassName("import-buttons");
        show(buttons, new XrayReportPart(report));
    }

    private static String sentence(Throwable trouble) {
        var cause = trouble.getCause() instanceof XrayRefused refused ? refused : trouble;
        return cause instanceof XrayRefused ? String.valueOf(cause.getMessage()) : ImportPart.sentence(trouble);
    }

    private void failed(String sentence) {
        var words = new Paragraph(sentence);
        words.addClassName("import-failed");
        words.getElement().setAttribute("role", "alert");
        show(words, again("Choose another file"));
    }

    private Button again(String words) {
        return new Button(words, click -> choose());
    }

    private void show(Component... parts) {
        step.removeAll();
        step.add(parts);
    }

    /** A file that is being looked through is read to its end, whoever watches. */
    @Override
    protected void onDetach(DetachEvent event) {
        if (!working) {
            letGo();
        }
    }

    private void letGo() {
        if (uploaded != null) {
            uploaded.letGo();
            uploaded = null;
        }
    }
}
