package org.dorothydispatch.comparison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one customer adds to the roll-ups beside their visits.
 *
 * @param since null when nobody knows: they began with their first visit
 * @param value cents a year
 * @param wishes heard from them, by month: {@code 2025-03:2:1} is two, of which one was declined and they were told
 * @param mark changes with whatever their visits are judged by
 */
record CountedCustomer(
        String customer,
        String office,
        @Nullable LocalDate since,
        @Nullable LocalDate ended,
        long value,
        String wishes,
        String mark) {

    /** A cancellation belongs to a broken promise for so long. */
    static final int DAYS_AFTER_A_BREAK = 90;

    /** Continuity and asking are looked at over so many months. */
    static final int WINDOW = 12;

    private static final long MILLIONTHS = 1_000_000;

    static final String COLUMNS = "customer, office, since_on, ended_on, annual_value, wishes, mark";

    static CountedCustomer read(ResultSet row, int number) throws SQLException {
        return new CountedCustomer(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getBigDecimal(5).movePointRight(2).longValue(),
                row.getString(6),
                row.getString(7));
    }

    /** Month by month, with the customer's visits of this office. */
    Map<YearMonth, long[]> standing(Collection<CountedVisit> visits) {
        var months = new TreeMap<YearMonth, long[]>();
        continuity(visits, months);
        var began = since != null
                ? since
                : visits.stream()
                        .map(CountedVisit::day)
                        .min(LocalDate::compareTo)
                        .orElse(null);
        if (began != null) {
            add(months, YearMonth.from(began), Standing.STARTED, 1);
            add(months, YearMonth.from(began), Standing.STARTED_VALUE, value);
            if (ended != null) {
                var end = YearMonth.from(ended.isBefore(began) ? began : ended);
                add(months, end, Standing.ENDED, 1);
                add(months, end, Standing.ENDED_VALUE, value);
                add(months, end, Standing.ENDED_AFTER_BREAK, endedAfterBreak(visits) ? 1 : 0);
            }
        }
        wishes(months, began);
        return months;
    }

    boolean endedAfterBreak(Collection<CountedVisit> visits) {
        return ended != null
                && visits.stream()
                        .filter(visit -> visit.of(Measure.PROMISES_BROKEN) > 0)
                        .anyMatch(visit -> !visit.day().isAfter(ended)
                                && !visit.day().isBefore(ended.minusDays(DAYS_AFTER_A_BREAK)));
    }

    private static void continuity(Collection<CountedVisit> visits, Map<YearMonth, long[]> months) {
        var done = visits.stream()
                .filter(CountedVisit::done)
                .sorted(CountedVisit.ORDER)
                .toList();
        if (done.isEmpty()) {
            return;
        }
        var last = YearMonth.from(done.getLast().day()).plusMonths(WINDOW - 1L);
        int from = 0;
        int to = 0;
        for (var month = YearMonth.from(done.getFirst().day()); !month.isAfter(last); month = month.plusMonths(1)) {
            var begin = month.minusMonths(WINDOW - 1L).atDay(1);
            var end = month.atEndOfMonth();
            while (to < done.size() && !done.get(to).day().isAfter(end)) {
                to++;
            }
            while (from < to && done.get(from).day().isBefore(begin)) {
                from++;
            }
            if (from < to) {
                var continuity = Continuity.of(done.subList(from, to).stream()
                        .map(CountedVisit::technician)
                        .toList());
                add(months, month, Standing.SERVED, 1);
                add(months, month, Standing.FACES, continuity.faces());
                if (continuity.regular()) {
                    add(months, month, Standing.REGULARS, 1);
                    add(months, month, Standing.USUAL_PROVIDER, millionths(continuity.usualProvider()));
                    add(months, month, Standing.BICE_BOXERMAN, millionths(continuity.biceBoxerman()));
                    add(months, month, Standing.SEQUENTIAL, millionths(continuity.sequential()));
                }
            }
        }
    }

    private void wishes(Map<YearMonth, long[]> months, @Nullable LocalDate began) {
        if (wishes.isEmpty()) {
            return;
        }
        var asked = new TreeSet<YearMonth>();
        for (var part : wishes.split(";")) {
            var numbers = part.split(":");
            var month = YearMonth.parse(numbers[0]);
            add(months, month, Standing.WISHES, Long.parseLong(numbers[1]));
            add(months, month, Standing.DECLINED_TOLD, Long.parseLong(numbers[2]));
            for (int i = 0; i < WINDOW; i++) {
                asked.add(month.plusMonths(i));
            }
        }
        for (var month : asked) {
            if (began != null
                    && !month.isBefore(YearMonth.from(began))
                    && (ended == null || month.isBefore(YearMonth.from(ended)))) {
                add(months, month, Standing.ASKED, 1);
            }
        }
    }

    private static long millionths(double share) {
        return Math.round(share * MILLIONTHS);
    }

    private static void add(Map<YearMonth, long[]> months, YearMonth month, Standing what, long number) {
        months.computeIfAbsent(month, key -> new long[Standing.COUNT])[what.ordinal()] += number;
    }
}
