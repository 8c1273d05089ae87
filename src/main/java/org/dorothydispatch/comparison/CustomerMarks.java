package org.dorothydispatch.comparison;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what customers add beside their visits, with a mark that changes whenever something changes by which their visits
 * are judged: versions only grow, and what has none is counted.
 */
final class CustomerMarks {

    private static final String OF = "select %s, count(*), %s from %s where c.office = :office%s group by %s";

    private final JdbcClient database;

    CustomerMarks(JdbcClient database) {
        this.database = database;
    }

    /** @param some only these; null for every customer of the office */
    Map<String, CountedCustomer> read(String office, @Nullable Collection<String> some) {
        if (some != null && some.isEmpty()) {
            return Map.of();
        }
        var marks = new HashMap<String, StringBuilder>();
        mark(
                marks,
                "p",
                office,
                some,
                "p.customer",
                "p.version",
                "preference p join customer c on c.code = p.customer");
        mark(marks, "i", office, some, "i.customer", "0", "introduction i join customer c on c.code = i.customer");
        mark(marks, "s", office, some, "s.customer", "s.version", "site s join customer c on c.code = s.customer");
        mark(marks, "a", office, some, "a.customer", "a.version", "agreement a join customer c on c.code = a.customer");
        mark(
                marks,
                "n",
                office,
                some,
                "v.customer",
                "0",
                "consent n join visit v on v.code = n.visit join customer c on c.code = v.customer");
        mark(
                marks,
                "o",
                office,
                some,
                "v.customer",
                "0",
                "visit_override o join visit v on v.code = o.visit join customer c on c.code = v.customer");
        mark(marks, "h", office, some, "h.customer", "h.version", "heard h join customer c on c.code = h.customer");
        var values = values(office, some);
        var wishes = wishes(office, some);
        var customers = new LinkedHashMap<String, CountedCustomer>();
        ask(office, some, "select code, since, cancelled_on, version from customer c where c.office = :office%s")
                .query((row, number) -> {
                    var code = row.getString(1);
                    return new CountedCustomer(
                            code,
                            office,
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            values.getOrDefault(code, 0L),
                            wishes.getOrDefault(code, ""),
                            "c%d%s".formatted(row.getInt(4), marks.getOrDefault(code, new StringBuilder())));
                })
                .list()
                .forEach(customer -> customers.put(customer.customer(), customer));
        return customers;
    }

    /** Changes with what the visits of the whole office are judged by; absences and shifts are no part of any count. */
    String ofOffice(String office) {
        return "o%s".formatted(one("select coalesce(sum(version), 0) from office where code = ?", office))
                + ofRegister("t", "technician where office = ?", office)
                + ofRegister("r", "route where office = ?", office)
                + ofRegister("p", "protocol where office is null or office = ?", office);
    }

    private String ofRegister(String letter, String from, String office) {
        return "%s%s:%s"
                .formatted(
                        letter,
                        one("select count(*) from " + from, office),
                        one("select coalesce(sum(version), 0) from " + from, office));
    }

    private long one(String sql, String office) {
        return database.sql(sql).param(office).query(Long.class).single();
    }

    private void mark(
            Map<String, StringBuilder> marks,
            String letter,
            String office,
            @Nullable Collection<String> some,
            String customer,
            String version,
            String from) {
        ask(office, some, OF.formatted(customer, "sum(" + version + ")", from, "%s", customer))
                .query(row -> {
                    marks.computeIfAbsent(row.getString(1), code -> new StringBuilder())
                            .append(letter)
                            .append(row.getLong(2))
                            .append(':')
                            .append(row.getLong(3));
                });
    }

    private JdbcClient.StatementSpec ask(String office, @Nullable Collection<String> some, String sql) {
        var spec = database.sql(sql.formatted(some == null ? "" : " and c.code in (:some)"))
                .param("office", office);
        return some == null ? spec : spec.param("some", some);
    }

    /** Agreements that go on, and those that ended with the customer. */
    private Map<String, Long> values(String office, @Nullable Collection<String> some) {
        var values = new HashMap<String, Long>();
        ask(office, some, """
                        select a.customer, a.annual_value, a.ends_on, c.cancelled_on
                        from agreement a join customer c on c.code = a.customer
                        where a.annual_value is not null and c.office = :office%s""").query(row -> {
            var ends = row.getObject(3, LocalDate.class);
            var cancelled = row.getObject(4, LocalDate.class);
            if (ends == null
                    || cancelled != null && !ends.isBefore(cancelled.minusDays(CountedCustomer.DAYS_AFTER_A_BREAK))) {
                values.merge(
                        row.getString(1), row.getBigDecimal(2).movePointRight(2).longValue(), Long::sum);
            }
        });
        return values;
    }

    private Map<String, String> wishes(String office, @Nullable Collection<String> some) {
        var byMonth = new HashMap<String, TreeMap<YearMonth, int[]>>();
        ask(office, some, """
                        select p.customer, p.heard_on, p.answer, p.told_on
                        from preference p join customer c on c.code = p.customer
                        where p.heard_on is not null and c.office = :office%s""").query(row -> {
            var month = YearMonth.from(row.getObject(2, LocalDate.class));
            var counts = byMonth.computeIfAbsent(row.getString(1), code -> new TreeMap<>())
                    .computeIfAbsent(month, key -> new int[2]);
            counts[0]++;
            if ("declined".equals(row.getString(3)) && row.getObject(4, LocalDate.class) != null) {
                counts[1]++;
            }
        });
        // Somebody listened, even if nothing was to be kept of it.
        ask(office, some, """
                        select h.customer, h.heard_at, o.time_zone
                        from heard h join customer c on c.code = h.customer join office o on o.code = c.office
                        where c.office = :office%s""").query(row -> {
            var there = row.getObject(2, LocalDateTime.class)
                    .atOffset(ZoneOffset.UTC)
                    .atZoneSameInstant(ZoneId.of(row.getString(3)));
            byMonth.computeIfAbsent(row.getString(1), code -> new TreeMap<>())
                    .computeIfAbsent(YearMonth.from(there), key -> new int[2]);
        });
        var words = new HashMap<String, String>();
        byMonth.forEach((customer, months) -> words.put(
                customer,
                months.entrySet().stream()
                        .map(month -> "%s:%d:%d".formatted(month.getKey(), month.getValue()[0], month.getValue()[1]))
                        .collect(Collectors.joining(";"))));
        return words;
    }

    /** Everybody of an office, for whoever wants to go through them in parts. */
    List<String> codes(String office) {
        return database.sql("select code from customer where office = ? order by code")
                .param(office)
                .query(String.class)
                .list();
    }
}
