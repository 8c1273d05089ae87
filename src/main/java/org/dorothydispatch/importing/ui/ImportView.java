package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.dorothydispatch.importing.ImportService;
import org.dorothydispatch.office.OfficeService;

/** A branch's files in and out. Nothing is stored before the person has seen what would change. */
@Route("import")
@PageTitle("Import and export · Dorothy")
@Menu(title = "Import", order = 80, icon = "icons/import.svg")
@StyleSheet("styles/import.css")
@RolesAllowed({"ADMINISTRATOR", "BRANCH_MANAGER"})
class ImportView extends Div {

    ImportView(ImportService service, OfficeService offices, Clock clock) {
        addClassNames("page", "import-page");
        var header = new Header(new H1("Import and export"));
        header.addClassName("page-header");
        var exporting = new ExportPart(service, offices, clock);
        add(header, new ImportPart(service, exporting::refresh), exporting);
    }
}
