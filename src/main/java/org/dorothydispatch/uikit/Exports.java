package org.dorothydispatch.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import org.dorothydispatch.shared.Table;

/** Two links that take a table away. It is made when somebody follows one. */
public final class Exports {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Exports() {}

    public static Component of(Supplier<Table> table) {
        return of("this table", table);
    }

    /** @param what the table, where there are several: "the table of the picture" */
    public static Component of(String what, Supplier<Table> table) {
        var links = new Div(
                link("CSV", what, () -> file(table.get(), ".csv", CSV)),
                link("XLSX", what, () -> file(table.get(), ".xlsx", XLSX)));
        links.addClassName("exports");
        return links;
    }

    private static DownloadResponse file(Table table, String ending, String type) {
        var bytes = ending.equals(".csv") ? table.csv() : table.xlsx();
        return new DownloadResponse(new ByteArrayInputStream(bytes), table.name() + ending, type, bytes.length);
    }

    private static Anchor link(String words, String what, Supplier<DownloadResponse> file) {
        var link = new Anchor(DownloadHandler.fromInputStream(download -> file.get()), AttachmentType.DOWNLOAD, words);
        link.setAriaLabel("Download %s as %s".formatted(what, words));
        return link;
    }
}
