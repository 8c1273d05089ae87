package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dorothydispatch.importing.xray.XrayField;
import org.dorothydispatch.importing.xray.XrayReport;
import org.dorothydispatch.importing.xray.XrayTables;
import org.dorothydispatch.shared.Table;
import org.dorothydispatch.uikit.Exports;
import org.jspecify.annotations.Nullable;

/** What was found, to read and to print. A figure that the file says nothing about is named as missing, never as none. */
class XrayReportPart extends Composite<Div> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    XrayReportPart(XrayReport report) {
        getContent().addClassName("xray-report");
        getContent().add(read(report));
        if (report.visits() > 0) {
            getContent().add(faces(report), sold(report), breaks(report), atRisk(report));
        }
    }

    private static Section read(XrayReport report) {
        var section = section("What was read");
        if (report.from() == null || report.to() == null) {
            section.add(new Paragraph(
                    "No done visit was found among %,d rows. Look whether the columns for day, technician and"
                                    .formatted(report.rows())
                            + " status are the right ones."));
        } else {
            section.add(new Paragraph("%,d done visits from %s to %s: %,d customers, %,d technicians."
                    .formatted(
                            report.visits(),
                            DAY.format(report.from()),
                            DAY.format(report.to()),
                            report.customers(),
                            report.technicians())));
        }
        switch (report.days()) {
            case DAY_FIRST ->
                section.add(ImportPart.small("Days like 3/9/2026 are read with the day first, as other lines show."));
            case EITHER ->
                section.add(
                        ImportPart.small("Days like 3/9/2026 are read with the month first. No line says whether that"
                                + " is right: if the file has the day first, export it with days like 2026-03-31."));
            case PLAIN, MONTH_FIRST -> {}
        }
        var unread = report.unread().stream().mapToLong(XrayReport.Unread::rows).sum();
        section.add(ImportPart.small(
                "Of %,d rows %,d are not done, or say no customer, day or technician; %,d could not be read."
                        .formatted(report.rows(), report.open(), unread)));
        if (unread > 0) {
            var lines = new UnorderedList();
            report.unread()
                    .forEach(one -> lines.add(new ListItem("%s, %,d row%s. %s"
                            .formatted(one.field().label(), one.rows(), one.rows() == 1 ? "" : "s", one.example()))));
            section.add(new Details("What could not be read", lines));
        }
        return section;
    }

    private static Section faces(XrayReport report) {
        var section = section("How many faces a customer met");
        var faces = report.faces();
        int customers = faces.customers().stream().mapToInt(Integer::intValue).sum();
        if (customers == 0) {
            section.add(new Paragraph("No customer had two visits in the last twelve months of the file."));
            return section;
        }
        section.add(new Paragraph(
                "In the last twelve months of the file, of %,d customers with two visits or more: %.1f on average."
                        .formatted(customers, faces.mean())));
        add(section, "Customers by the number of faces", XrayTables.faces(report));
        return section;
    }

    private static Section sold(XrayReport report) {
        var section = section("Sold by one, served by another");
        var sold = report.sold();
        if (!report.has(XrayField.SOLD_BY)) {
            return missing(section, XrayField.SOLD_BY);
        }
        if (sold.customers() == 0) {
            section.add(new Paragraph("Nobody who sold goes out to customers in this file."));
            return section;
        }
        section.add(new Paragraph(
                "%,d customers were sold by somebody who goes out to customers too, and may have expected them. Of their %,d visits %,d (%s) were made by somebody else; %,d customers never saw the one they knew."
                        .formatted(
                                sold.customers(),
                                sold.visits(),
                                sold.byOthers(),
                                XrayTables.share(sold.byOthers(), sold.visits()),
                                sold.neverMet())));
        if (!sold.pairs().isEmpty()) {
            add(section, "Who came instead, most often", XrayTables.sold(report));
        }
        return section;
    }

    private static Section breaks(XrayReport report) {
        var section = section("What was asked for and not kept");
        add(section, "Preferences in the file", XrayTables.breaks(report));
        return section;
    }

    private static Section atRisk(XrayReport report) {
        var section = section("Whom to call first");
        if (report.customersAtRisk() == 0) {
            section.add(new Paragraph("In the last visits of your customers nothing stands out."));
            return section;
        }
        var valued = report.has(XrayField.VALUE);
        section.add(new Paragraph("%,d of %,d customers have something behind them in their last ten visits%s."
                .formatted(
                        report.customersAtRisk(),
                        report.customers(),
                        valued ? ", worth %s a year".formatted(amount(report.valueAtRisk())) : "")));
        var listed = report.atRisk().size();
        add(
                        section,
                        valued
                                ? "The %d with the greatest value".formatted(listed)
                                : "The %d with the most behind them; the file says no value".formatted(listed),
                        XrayTables.atRisk(report))
                .addClassName("xray-people");
        return section;
    }

    private static Section missing(Section section, XrayField field) {
        section.add(new Paragraph("The file has no column for this: %s.".formatted(field.label())));
        return section;
    }

    private static Section section(String title) {
        var section = new Section(new H2(title));
        section.addClassName("import-section");
        return section;
    }

    /** The table to read, with the links that take the same away. */
    private static NativeTable add(Section section, String caption, Table cells) {
        var table = new NativeTable();
        table.addClassName("import-table");
        table.setCaptionText(caption);
        var head = table.getHead().addRow();
        for (var words : cells.columns()) {
            head.add(heading(words, "col"));
        }
        for (var line : cells.rows()) {
            var row = new NativeTableRow(heading(text(line.getFirst()), "row"));
            line.stream().skip(1).forEach(cell -> row.add(new NativeTableCell(text(cell))));
            table.getBody().add(row);
        }
        section.add(table, Exports.of("the table “%s”".formatted(caption), () -> cells));
        return table;
    }

    private static NativeTableHeaderCell heading(String words, String scope) {
        var cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static String text(@Nullable Object cell) {
        return cell instanceof BigDecimal number ? "%,d".formatted(number.toBigInteger()) : String.valueOf(cell);
    }

    private static String amount(@Nullable BigDecimal value) {
        return value == null
                ? Table.DASH
                : "%,d".formatted(value.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }
}
