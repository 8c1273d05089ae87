package org.dorothydispatch.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.comparison.JudgedBreaks.Wanted;
import org.dorothydispatch.flags.BreakCauses;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the answer about a break depends on, as one number: the visit and all others of its customer, what the customer's
 * visits are judged by, the office's register, who was away, and who stood where in the days around. Versions only grow.
 */
final class BreakMarks {

    /** Who may be asked for at an office: its own people, whoever is somebody's technician, and who is wished for. */
    private static final String PEOPLE = """
            (select code from technician where office = :office
             union select technician from customer where office = :office and technician is not null
             union select w.technician from preference_technician w join preference p on p.code = w.preference
                   join customer c on c.code = p.customer where c.office = :office)""";

    private final JdbcClient database;
    private final String office;

    BreakMarks(JdbcClient database, String office) {
        this.database = database;
        this.office = office;
    }

    private record Break(Wanted visit, LocalDate due, int version) {}

    private record Away(String technician, LocalDate from, LocalDate to, String kind) {

        long mark() {
            return mixed(technician.hashCode(), from.toEpochDay(), to.toEpochDay(), kind.hashCode());
        }
    }

    /** The visits that did not keep a promise in these days, the newest first. */
    List<Wanted> of(LocalDate from, LocalDate to) {
        var breaks = database.sql("""
                        select t.visit, t.customer, t.technician, t.route, t.on_day, t.promises_broken,
                               t.promises_broken + t.promises_consented, v.due_on, v.version
                        from tally_visit t join visit v on v.code = t.visit
                        where t.office = ? and t.on_day between ? and ? and t.promises_broken + t.promises_consented > 0
                          and v.technician is not null and v.planned_on is not null
                        order by t.on_day desc, t.visit""")
                .params(office, from, to)
                .query((row, number) -> new Break(
                        new Wanted(
                                row.getString(1),
                                row.getString(2),
                                office,
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                row.getInt(6),
                                row.getInt(7),
                                ""),
                        row.getObject(8, LocalDate.class),
                        row.getInt(9)))
                .list();
        if (breaks.isEmpty()) {
            return List.of();
        }
        var first = breaks.stream()
                .map(BreakMarks::firstDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
        var last = breaks.stream()
                .map(BreakMarks::lastDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
        var register = ofRegister();
        var away = away(first, last);
        var days = days(first, last);
        var customers = customers(breaks);
        var moves = moves(breaks);
        var wanted = new ArrayList<Wanted>();
        for (var one : breaks) {
            var visit = one.visit();
            long mark = mixed(register, one.version(), visit.broken(), visit.counted());
            mark = mixed(mark, customers.getOrDefault(visit.customer(), 0L), moves.getOrDefault(visit.visit(), 0L));
            for (var day = firstDay(one); !day.isAfter(lastDay(one)); day = day.plusDays(1)) {
                mark = mixed(mark, days.getOrDefault(day, 0L));
            }
            for (var absence : away) {
                if (!absence.from().isAfter(lastDay(one)) && !absence.to().isBefore(firstDay(one))) {
                    mark = mixed(mark, absence.mark());
                }
            }
            wanted.add(new Wanted(
                    visit.visit(),
                    visit.customer(),
                    office,
                    visit.technician(),
                    visit.route(),
                    visit.day(),
                    visit.broken(),
                    visit.counted(),
                    Long.toHexString(mark)));
        }
        return wanted;
    }

    /** Everybody's absences, whenever. */
    String ofAbsences() {
        long mark = 0;
        for (var absence : away(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31))) {
            mark = mixed(mark, absence.mark());
        }
        return Long.toHexString(mark);
    }

    private static LocalDate firstDay(Break one) {
        var early = one.due().minusDays(BreakCauses.DAYS_AROUND);
        return one.visit().day().isBefore(early) ? one.visit().day() : early;
    }

    private static LocalDate lastDay(Break one) {
        var late = one.due().plusDays(BreakCauses.DAYS_AROUND);
        return one.visit().day().isAfter(late) ? one.visit().day() : late;
    }

    private long ofRegister() {
        return mixed(
                new CustomerMarks(database).ofOffice(office).hashCode(),
                database.sql("select coalesce(sum(version), 0) + count(*) from technician where code in " + PEOPLE)
                        .param("office", office)
                        .query(Long.class)
                        .single());
    }

    private List<Away> away(LocalDate first, LocalDate last) {
        return database.sql("select technician, from_on, to_on, kind from absence where technician in " + PEOPLE
                        + " and from_on <= :last and to_on >= :first order by technician, from_on, to_on, kind")
                .param("office", office)
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new Away(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4)))
                .list();
    }

    /** Who stood where, by day; sums, so that the order in which rows come does not matter. */
    private Map<LocalDate, Long> days(LocalDate first, LocalDate last) {
        var days = new HashMap<LocalDate, Long>();
        for (var table : List.of("technician", "route")) {
            database.sql("""
                            select v.planned_on, v.code, v.version, s.version from %1$s t
                                 join visit v on v.%1$s = t.code and v.planned_on between :first and :last
                                 left join site s on s.code = v.site
                            where t.office = :office""".formatted(table))
                    .param("office", office)
                    .param("first", first)
                    .param("last", last)
                    .query(row -> {
                        days.merge(
                                row.getObject(1, LocalDate.class),
                                mixed(row.getString(2).hashCode(), row.getInt(3), row.getInt(4), table.hashCode()),
                                Long::sum);
                    });
        }
        return days;
    }

    private Map<String, Long> customers(List<Break> breaks) {
        var customers = new HashMap<String, Long>();
        RollUps.inChunks(codes(breaks, true), chunk -> {
            database.sql("select customer, mark from tally_customer where customer in (:codes)")
                    .param("codes", chunk)
                    .query(row -> {
                        customers.merge(row.getString(1), mixed(row.getString(2).hashCode()), Long::sum);
                    });
            database.sql("select customer, code, version from visit where customer in (:codes)")
                    .param("codes", chunk)
                    .query(row -> {
                        customers.merge(row.getString(1), mixed(row.getString(2).hashCode(), row.getInt(3)), Long::sum);
                    });
        });
        return customers;
    }

    /** The last line on record about each. */
    private Map<String, Long> moves(List<Break> breaks) {
        var moves = new HashMap<String, Long>();
        RollUps.inChunks(
                codes(breaks, false),
                chunk -> database.sql("select subject, max(id) from audit_entry where subject_kind = 'visit'"
                                + " and subject in (:codes) group by subject")
                        .param("codes", chunk)
                        .query(row -> {
                            moves.put(row.getString(1), row.getLong(2));
                        }));
        return moves;
    }

    private static Set<String> codes(List<Break> breaks, boolean customers) {
        var codes = new HashSet<String>();
        breaks.forEach(one ->
                codes.add(customers ? one.visit().customer() : one.visit().visit()));
        return codes;
    }

    private static long mixed(long... parts) {
        long all = 0;
        for (var part : parts) {
            all = (all ^ part) * 0x9E3779B97F4A7C15L;
            all ^= all >>> 32;
        }
        return all;
    }
}
