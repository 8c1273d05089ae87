package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.Objects;
import org.dorothydispatch.importing.ImportService;
import org.dorothydispatch.importing.xray.XrayFile;
import org.dorothydispatch.importing.xray.XrayMapping;
import org.dorothydispatch.importing.xray.XrayMappings;
import org.dorothydispatch.importing.xray.XrayRefused;
import org.dorothydispatch.importing.xray.XrayReport;
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

    XrayView(ImportService service, XrayMappings mappings) {
        this.service = service;
        this.mappings = mappings;
        addClassNames("page", "import-page", "xray-page");
        var header = new Header(new H1("X-ray of another system's visits"));
        header.addClassName("page-header");
        var steps = new Steps();
        add(header, steps);
        steps.choose();
    }

    private final class Steps extends FileSteps {

        Steps() {
            super(".csv", "CSV");
            addClassName("xray-step");
        }

        @Override
        void choose() {
            letGo();
            show(
                    new Paragraph("Export the visits of the last year or two from the system you have, as CSV, with who"
                            + " came, who was asked for and who sold it. You see how many faces your customers met and"
                            + " whom to call first."),
                    upload("Choose a file…"),
                    ImportPart.small("The file is looked at and thrown away. Nothing of it is stored here."));
        }

        /** Asks which column holds what. */
        @Override
        void look() {
            try {
                map(XrayFile.open(Objects.requireNonNull(file()).file()), null);
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
            work(
                    "Waiting to look through the file",
                    progress -> service.lookThrough(file, mapping, progress),
                    report -> seen(file, mapping, report));
        }

        private void seen(XrayFile file, XrayMapping mapping, XrayReport report) {
            var print = new Button("Print", click -> getElement().executeJs("window.print()"));
            print.addThemeName("primary");
            var buttons = new Div(
                    print, new Button("Change the columns", click -> map(file, mapping)), again("Choose another file"));
            buttons.addClassName("import-buttons");
            show(buttons, new XrayReportPart(report));
        }

        @Override
        String sentence(Throwable trouble) {
            // Work in the background wraps what it throws.
            var cause = trouble.getCause() == null ? trouble : trouble.getCause();
            return cause instanceof XrayRefused ? String.valueOf(cause.getMessage()) : ImportPart.sentence(trouble);
        }
    }
}
