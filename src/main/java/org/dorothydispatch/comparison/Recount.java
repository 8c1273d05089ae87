package org.dorothydispatch.comparison;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares every roll-up of an office with sums made here, without the database's help. */
final class Recount {

    private final JdbcClient database;
    private final String office;
    private final List<String> differences = new ArrayList<>();

    Recount(JdbcClient database, String office) {
        this.database = database;
        this.office = office;
    }

    List<String> compare(RollUps.Fresh fresh) {
        compareVisits(fresh.visits());
        compareCustomers(fresh.customers());
        compareDays(fresh.visits());
        compareMonths(fresh.visits());
        compareStanding(fresh);
        return List.copyOf(differences);
    }

    private void compareVisits(Collection<CountedVisit> visits) {
        var kept = new TreeMap<String, CountedVisit>();
        database.sql("select " + CountedVisit.COLUMNS + " from tally_visit where office = ?")
                .param(office)
                .query(CountedVisit::read)
                .list()
                .forEach(row -> kept.put(row.visit(), row));
        var counted = new TreeMap<String, CountedVisit>();
        visits.forEach(row -> counted.put(row.visit(), row));
        compare("visit", kept, counted);
    }

    private void compareCustomers(Map<String, CountedCustomer> customers) {
        var kept = new TreeMap<String, CountedCustomer>();
        database.sql("select " + CountedCustomer.COLUMNS + " from tally_customer where office = ?")
                .param(office)
                .query(CountedCustomer::read)
                .list()
                .forEach(row -> kept.put(row.customer(), row));
        compare("customer", kept, new TreeMap<>(customers));
    }

    private void compareDays(Collection<CountedVisit> visits) {
        var counted = new TreeMap<String, List<Long>>();
        var sums = new HashMap<String, long[]>();
        for (var visit : visits) {
            add(sums, "%s, technician %s, route %s".formatted(visit.day(), visit.technician(), visit.route()), visit);
        }
        sums.forEach((key, sum) -> counted.put(key, listOf(sum)));
        var kept = new TreeMap<String, List<Long>>();
        database.sql("select on_day, technician, route, %s from tally_day where office = ?"
                        .formatted(Measure.columns("%s")))
                .param(office)
                .query(row -> {
                    var sum = new long[Measure.COUNT];
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] = row.getLong(4 + i);
                    }
                    kept.put(
                            "%s, technician %s, route %s"
                                    .formatted(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3)),
                            listOf(sum));
                });
        compare("day", kept, counted);
    }

    private void compareMonths(Collection<CountedVisit> visits) {
        var sums = new HashMap<String, long[]>();
        var days = new HashMap<String, Map<String, Integer>>();
        for (var visit : visits) {
            var month = YearMonth.from(visit.day());
            var keys = new ArrayList<String>();
            keys.add("%s, office ".formatted(month));
            if (!visit.technician().isEmpty()) {
                keys.add("%s, technician %s".formatted(month, visit.technician()));
            }
            if (!visit.route().isEmpty()) {
                keys.add("%s, route %s".formatted(month, visit.route()));
            }
            for (var key : keys) {
                add(sums, key, visit);
                days.computeIfAbsent(key, code -> new HashMap<>())
                        .merge(visit.technician() + " " + visit.day(), visit.of(Measure.VISITS), Integer::sum);
            }
        }
        var counted = new TreeMap<String, List<Long>>();
        sums.forEach((key, sum) -> {
            var all = new ArrayList<>(listOf(sum));
            all.add(days.get(key).values().stream().filter(n -> n > 0).count());
            all.add(days.get(key).values().stream().mapToLong(n -> (long) n * n).sum());
            counted.put(key, List.copyOf(all));
        });
        var kept = new TreeMap<String, List<Long>>();
        database.sql(
                        "select in_month, kind, code, %s, technician_days, technician_day_squares from tally_month where office = ?"
                                .formatted(Measure.columns("%s")))
                .param(office)
                .query(row -> {
                    var sum = new long[Measure.COUNT + 2];
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] = row.getLong(4 + i);
                    }
                    kept.put(
                            "%s, %s %s"
                                    .formatted(
                                            YearMonth.from(row.getObject(1, LocalDate.class)),
                                            row.getString(2),
                                            row.getString(3)),
                            listOf(sum));
                });
        compare("month", kept, counted);
    }

    private void compareStanding(RollUps.Fresh fresh) {
        var byCustomer = new HashMap<String, List<CountedVisit>>();
        fresh.visits()
                .forEach(visit -> byCustomer
                        .computeIfAbsent(visit.customer(), code -> new ArrayList<>())
                        .add(visit));
        var sums = new TreeMap<String, TreeMap<YearMonth, long[]>>();
        fresh.customers()
                .forEach((code, customer) -> RollUps.add(sums, customer, byCustomer.getOrDefault(code, List.of()), 1));
        var counted = new TreeMap<YearMonth, List<Long>>();
        sums.getOrDefault(office, new TreeMap<>()).forEach((month, sum) -> counted.put(month, listOf(sum)));
        var kept = new TreeMap<YearMonth, List<Long>>();
        database.sql("select in_month, %s from tally_standing where office = ?".formatted(Standing.columns("%s")))
                .param(office)
                .query(row -> {
                    var sum = new long[Standing.COUNT];
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] = row.getLong(2 + i);
                    }
                    kept.put(YearMonth.from(row.getObject(1, LocalDate.class)), listOf(sum));
                });
        // What was put in and taken out again leaves a row of nothing.
        kept.values().removeIf(row -> row.stream().allMatch(n -> n == 0));
        counted.values().removeIf(row -> row.stream().allMatch(n -> n == 0));
        compare("customers of the month", kept, counted);
    }

    private static void add(Map<String, long[]> sums, String key, CountedVisit visit) {
        var sum = sums.computeIfAbsent(key, code -> new long[Measure.COUNT]);
        for (var measure : Measure.values()) {
            sum[measure.ordinal()] += visit.of(measure);
        }
    }

    private static List<Long> listOf(long[] sum) {
        return IntStream.range(0, sum.length).mapToObj(i -> sum[i]).toList();
    }

    private <K extends Comparable<K>, V> void compare(String what, Map<K, V> kept, Map<K, V> counted) {
        var keys = new TreeSet<>(kept.keySet());
        keys.addAll(counted.keySet());
        for (var key : keys) {
            if (!Objects.equals(kept.get(key), counted.get(key))) {
                differences.add("%s %s: kept %s, counted %s"
                        .formatted(what, key, words(kept.get(key)), words(counted.get(key))));
            }
        }
    }

    private static String words(Object row) {
        return row == null ? "nothing" : row.toString();
    }
}
