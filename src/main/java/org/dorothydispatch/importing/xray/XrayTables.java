package org.dorothydispatch.importing.xray;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dorothydispatch.importing.xray.XrayReport.Kept;
import org.dorothydispatch.shared.Table;
import org.jspecify.annotations.Nullable;

/** The tables of a report, as they stand on the screen and are taken away. */
public final class XrayTables {

    private static final List<String> FACES = List.of("1 face", "2 faces", "3 faces", "4 faces", "5 or more");

    private XrayTables() {}

    /** Customers by the number of faces they met. */
    public static Table faces(XrayReport report) {
        var counts = report.faces().customers();
        int customers = counts.stream().mapToInt(Integer::intValue).sum();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < FACES.size(); i++) {
            rows.add(List.of(FACES.get(i), number(counts.get(i)), share(counts.get(i), customers)));
        }
        return new Table("xray-faces", List.of("Faces", "Customers", "Share"), rows);
    }

    /** Who sold and who came instead, most often. */
    public static Table sold(XrayReport report) {
        return new Table(
                "xray-sold-by-one-served-by-another",
                List.of("Sold by", "Served by", "Visits"),
                report.sold().pairs().stream()
                        .<List<@Nullable Object>>map(pair -> List.of(pair.seller(), pair.came(), number(pair.visits())))
                        .toList());
    }

    /** What was asked for and not kept; what the file says nothing about is named as missing. */
    public static Table breaks(XrayReport report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        rows.add(kept(
                "Technician",
                report.person(),
                report.has(XrayField.PREFERRED) || report.has(XrayField.CUSTOMER_PREFERRED)));
        rows.add(kept("Day", report.day(), report.has(XrayField.PREFERRED_DAY)));
        rows.add(kept(
                "Hours",
                report.window(),
                report.has(XrayField.START) && (report.has(XrayField.WINDOW_FROM) || report.has(XrayField.WINDOW_TO))));
        rows.add(kept(
                "Technician on a re-service",
                report.reServices(),
                report.has(XrayField.RE_SERVICE) || report.has(XrayField.PREFERRED)));
        return new Table(
                "xray-not-kept", List.of("Preference", "Visits with it", "Not kept", "Share", "Customers"), rows);
    }

    private static List<@Nullable Object> kept(String name, Kept kept, boolean known) {
        if (!known) {
            return List.of(name, "not in the file", Table.DASH, Table.DASH, Table.DASH);
        }
        return kept.due() == 0
                ? List.of(name, number(0), Table.DASH, Table.DASH, Table.DASH)
                : List.of(
                        name,
                        number(kept.due()),
                        number(kept.broken()),
                        share(kept.broken(), kept.due()),
                        number(kept.customers()));
    }

    /** Whom to call first, with a yearly value in whole units and every reason. */
    public static Table atRisk(XrayReport report) {
        return new Table(
                "xray-at-risk",
                List.of("Customer", "A year", "Why"),
                report.atRisk().stream()
                        .<List<@Nullable Object>>map(one -> List.of(
                                one.name(),
                                one.value() == null ? Table.DASH : one.value().setScale(0, RoundingMode.HALF_UP),
                                upper(String.join("; ", one.reasons())) + "."))
                        .toList());
    }

    /** A part of all in whole per cent, a dash of nothing. */
    public static String share(long part, long all) {
        return all == 0 ? Table.DASH : "%.0f %%".formatted(100.0 * part / all);
    }

    private static BigDecimal number(long count) {
        return BigDecimal.valueOf(count);
    }

    private static String upper(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }
}
