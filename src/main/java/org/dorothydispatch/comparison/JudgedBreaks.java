package org.dorothydispatch.comparison;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.dorothydispatch.flags.BreakCauses;
import org.dorothydispatch.flags.FoundBreak;
import org.dorothydispatch.rules.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what came of every visit that did not keep a promise, so that it is worked out once and not whenever somebody looks.
 * An answer counts as long as its mark is the one that the record has now: whatever the answer depends on is in the mark.
 * Asks nobody for rights; the services in front of it do.
 */
@Component
class JudgedBreaks {

    /** Visits looked at and stored together; also how often somebody who waits hears how far it is. */
    private static final int TOGETHER = 50;

    /** So many months are gone through whenever something changes; the others once a day. */
    private static final int RECENT_MONTHS = ComparisonService.TREND_MONTHS;

    /** Of the marks: another number when answers are made otherwise. */
    private static final String MADE = "1.";

    static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final TypeReference<List<FoundBreak>> FOUND = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final BreakCauses causes;
    private final Clock clock;
    private final CountingLocks locks;

    @Autowired
    JudgedBreaks(JdbcTemplate jdbc, BreakCauses causes, Clock clock) {
        this(jdbc, causes, clock, locks(jdbc));
    }

    private JudgedBreaks(JdbcTemplate jdbc, BreakCauses causes, Clock clock, CountingLocks locks) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
        this.causes = causes;
        this.clock = clock;
        this.locks = locks;
    }

    private static CountingLocks locks(JdbcTemplate jdbc) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource()));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return new CountingLocks(JdbcClient.create(jdbc), transaction);
    }

    /**
     * A visit of which the comparison counts a promise that was not kept.
     *
     * @param counted promises not kept, those the customer let go of among them
     * @param mark what its answer depends on
     */
    record Wanted(
            String visit,
            String customer,
            String office,
            String technician,
            String route,
            LocalDate day,
            int broken,
            int counted,
            String mark) {}

    /** What is known by now, and what has to be asked for. */
    record Look(List<Wanted> known, List<Wanted> open) {}

    /** What the visits of an office in some days came to. */
    Look look(String office, LocalDate from, LocalDate to) {
        var wanted = new BreakMarks(database, office).of(from, to);
        var kept = new HashMap<String, String>();
        RollUps.inChunks(
                wanted.stream().map(Wanted::visit).toList(),
                chunk -> database.sql("select visit, mark from break_judgement where visit in (:codes)")
                        .param("codes", chunk)
                        .query(row -> {
                            kept.put(row.getString(1), row.getString(2));
                        }));
        var byKnown = wanted.stream()
                .collect(Collectors.partitioningBy(one -> (MADE + one.mark).equals(kept.get(one.visit))));
        return new Look(byKnown.get(true), byKnown.get(false));
    }

    /** What is kept of these, in the order of the days. */
    List<FoundBreak> found(Collection<Wanted> known) {
        var found = new ArrayList<FoundBreak>();
        RollUps.inChunks(
                known.stream().map(Wanted::visit).toList(),
                chunk -> database.sql("select found from break_judgement where visit in (:codes)")
                        .param("codes", chunk)
                        .query(row -> {
                            found.addAll(read(row.getString(1)));
                        }));
        found.sort(FoundBreak.IN_ORDER);
        return List.copyOf(found);
    }

    static List<FoundBreak> read(String found) {
        return JsonMapper.shared().readValue(found, FOUND);
    }

    /** Asks the checks about these visits and keeps what they say. */
    void judge(List<Wanted> open, IntConsumer done) {
        for (int from = 0; from < open.size(); from += TOGETHER) {
            var some = open.subList(from, Math.min(open.size(), from + TOGETHER));
            keep(some, ofVisits(some.stream().map(Wanted::visit).toList()));
            done.accept(from + some.size());
        }
    }

    private Map<String, List<FoundBreak>> ofVisits(List<String> visits) {
        return causes.ofVisits(visits).stream()
                .filter(one -> one.level() == Level.PROMISED)
                .collect(Collectors.groupingBy(FoundBreak::visit));
    }

    private static int avoidable(List<FoundBreak> found) {
        return (int) found.stream().filter(FoundBreak::avoidable).count();
    }

    private void keep(List<Wanted> some, Map<String, List<FoundBreak>> found) {
        changing(some.getFirst().office, months -> {
            remove(some.stream().map(Wanted::visit).toList(), months);
            for (var one : some) {
                add(months, one.office, one.day);
            }
            jdbc.batchUpdate(
                    "insert into break_judgement (visit, office, customer, technician, route, on_day, mark, broken,"
                            + " avoidable, found) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    some.stream()
                            .map(one -> row(one, found.getOrDefault(one.visit, List.of())))
                            .toList());
        });
    }

    private static Object[] row(Wanted one, List<FoundBreak> found) {
        return new Object[] {
            one.visit,
            one.office,
            one.customer,
            one.technician,
            one.route,
            one.day,
            MADE + one.mark,
            one.broken,
            avoidable(found),
            JsonMapper.shared().writeValueAsString(found)
        };
    }

    private void remove(Collection<String> visits, Map<String, Set<YearMonth>> months) {
        RollUps.inChunks(visits, chunk -> {
            database.sql("select office, on_day from break_judgement where visit in (:codes)")
                    .param("codes", chunk)
                    .query(row -> {
                        add(months, row.getString(1), row.getObject(2, LocalDate.class));
                    });
            database.sql("delete from break_judgement where visit in (:codes)")
                    .param("codes", chunk)
                    .update();
        });
    }

    private static void add(Map<String, Set<YearMonth>> months, String office, LocalDate day) {
        months.computeIfAbsent(office, code -> new TreeSet<>()).add(YearMonth.from(day));
    }

    private void sum(String office, Set<YearMonth> months) {
        for (var month : months) {
            database.sql("delete from break_month where office = ? and in_month = ?")
                    .params(office, month.atDay(1))
                    .update();
            sum(office, month, "office", "''");
            sum(office, month, "technician", "technician");
            sum(office, month, "route", "route");
        }
    }

    private void sum(String office, YearMonth month, String kind, String code) {
        database.sql("""
                        insert into break_month (office, in_month, kind, code, judged, avoidable)
                        select office, :month, '%s', of_code, sum(broken), sum(avoidable)
                        from (select office, %s of_code, broken, avoidable from break_judgement
                              where office = :office and on_day between :month and :last) breaks
                        where of_code <> '' or '%1$s' = 'office'
                        group by office, of_code""".formatted(kind, code))
                .param("office", office)
                .param("month", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .update();
    }

    /**
     * Changes what is kept of an office and sums the months that the work names, as the one who counts it does: what was
     * kept of a visit may have been of another office, which is then held too.
     */
    private void changing(String office, Consumer<Map<String, Set<YearMonth>>> work) {
        locks.holding(office, held -> {
            var months = new TreeMap<String, Set<YearMonth>>();
            work.accept(months);
            held.require(months.keySet());
            months.forEach(this::sum);
            return months.size();
        });
    }

    // --- keeping up ---

    /**
     * Goes through an office if anything has changed there that may change an answer, and once a day in any case: then
     * through all of its years, otherwise through those months that are compared most.
     *
     * @param most so many visits at once; the others are next round's
     */
    void keepUp(String office, int most) {
        try {
            new JudgedBreaks(jdbc, causes, clock, locks.passingBy()).keepUpNow(office, most);
        } catch (CountingLocks.Busy busy) {
            // What was kept until then stays, and the rest waits for the next round.
        }
    }

    private void keepUpNow(String office, int most) {
        var looks = looks(office);
        var looked = database.sql("select looked from break_state where office = ?")
                .param(office)
                .query(String.class)
                .optional()
                .orElse("");
        if (looked.equals(looks)) {
            return;
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var from = looked.startsWith(today.toString())
                ? YearMonth.from(today).minusMonths(RECENT_MONTHS).atDay(1)
                : EVER;
        // Before anything is worked out that could not be kept.
        changing(office, months -> {});
        if (catchUp(office, from, most) < most) {
            note(office, looks);
        }
    }

    /**
     * Judges what is new or stale at an office since a day, the newest first, and forgets what is no break any more.
     *
     * @return how many visits were judged
     */
    int catchUp(String office, LocalDate from, int most) {
        var look = look(office, from, LocalDate.of(9999, 12, 31));
        forgetOthers(office, from, look);
        var some = look.open().subList(0, Math.min(most, look.open().size()));
        judge(some, done -> {});
        return some.size();
    }

    /** Changes with anything that may change an answer, and every day. */
    private String looks(String office) {
        return "%s %s %s"
                .formatted(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        database.sql("select seen_event, mark from tally_state where office = ?")
                                .param(office)
                                .query((row, number) -> row.getLong(1) + " " + row.getString(2))
                                .optional()
                                .orElse(""),
                        new BreakMarks(database, office).ofAbsences());
    }

    private void forgetOthers(String office, LocalDate from, Look look) {
        var wanted = new HashSet<String>();
        look.known().forEach(one -> wanted.add(one.visit));
        look.open().forEach(one -> wanted.add(one.visit));
        var others = database
                .sql("select visit from break_judgement where office = ? and on_day >= ?")
                .params(office, from)
                .query(String.class)
                .list()
                .stream()
                .filter(visit -> !wanted.contains(visit))
                .toList();
        if (!others.isEmpty()) {
            changing(office, months -> remove(others, months));
        }
    }

    private void note(String office, String looks) {
        database.sql("insert ignore into break_state (office) values (?)")
                .param(office)
                .update();
        database.sql("update break_state set looked = ? where office = ?")
                .params(looks, office)
                .update();
    }

    // --- the recount ---

    /**
     * Judges some of what is kept of an office afresh, others every day, says each difference in a sentence, and keeps the
     * fresh answer. The months are compared whole. What changes meanwhile is no difference.
     *
     * @param most so many visits
     */
    List<String> recount(String office, int most) {
        var known =
                new ArrayList<>(look(office, EVER, LocalDate.of(9999, 12, 31)).known());
        Collections.shuffle(
                known,
                new Random(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay()));
        var some = List.copyOf(known.subList(0, Math.min(most, known.size())));
        var differences = new TreeMap<String, String>();
        for (int from = 0; from < some.size(); from += TOGETHER) {
            compare(some.subList(from, Math.min(some.size(), from + TOGETHER)), differences);
        }
        var days = some.stream().map(Wanted::day).toList();
        if (!differences.isEmpty()) {
            var still = new HashSet<>(
                    look(office, Collections.min(days), Collections.max(days)).known());
            var wrong = some.stream()
                    .filter(one -> differences.containsKey(one.visit) && still.contains(one))
                    .toList();
            differences.keySet().retainAll(wrong.stream().map(Wanted::visit).collect(Collectors.toSet()));
            judge(wrong, done -> {});
        }
        var all = new ArrayList<>(differences.values());
        all.addAll(mendMonths(office));
        return all;
    }

    private void compare(List<Wanted> some, Map<String, String> differences) {
        var visits = some.stream().map(Wanted::visit).toList();
        var fresh = ofVisits(visits);
        var byVisit = some.stream().collect(Collectors.toMap(Wanted::visit, one -> one));
        database.sql("select visit, broken, avoidable, found from break_judgement where visit in (:codes)")
                .param("codes", visits)
                .query(row -> {
                    var visit = row.getString(1);
                    var found = fresh.getOrDefault(visit, List.of()).stream()
                            .sorted(FoundBreak.IN_ORDER)
                            .toList();
                    var kept = read(row.getString(4)).stream()
                            .sorted(FoundBreak.IN_ORDER)
                            .toList();
                    var broken = byVisit.get(visit).broken;
                    if (row.getInt(2) != broken || row.getInt(3) != avoidable(found) || !kept.equals(found)) {
                        differences.put(
                                visit,
                                "Visit %s: kept as %d of %d broken promises avoidable, the checks say %d of %d"
                                        .formatted(visit, row.getInt(3), row.getInt(2), avoidable(found), broken));
                    }
                });
    }

    private record Spot(YearMonth month, String kind, String code) {}

    private List<String> mendMonths(String office) {
        return locks.holding(office, held -> {
            var summed = new HashMap<Spot, List<Integer>>();
            database.sql("select on_day, technician, route, broken, avoidable from break_judgement where office = ?")
                    .param(office)
                    .query(row -> {
                        var month = YearMonth.from(row.getObject(1, LocalDate.class));
                        var more = List.of(row.getInt(4), row.getInt(5));
                        sum(summed, new Spot(month, "office", ""), more);
                        sum(summed, new Spot(month, "technician", row.getString(2)), more);
                        sum(summed, new Spot(month, "route", row.getString(3)), more);
                    });
            var kept = new HashMap<Spot, List<Integer>>();
            database.sql("select in_month, kind, code, judged, avoidable from break_month where office = ?")
                    .param(office)
                    .query(row -> {
                        sum(
                                kept,
                                new Spot(
                                        YearMonth.from(row.getObject(1, LocalDate.class)),
                                        row.getString(2),
                                        row.getString(3)),
                                List.of(row.getInt(4), row.getInt(5)));
                    });
            var wrong = new TreeSet<YearMonth>();
            for (var all : List.of(summed.keySet(), kept.keySet())) {
                all.stream()
                        .filter(spot -> !Objects.equals(summed.get(spot), kept.get(spot)))
                        .forEach(spot -> wrong.add(spot.month));
            }
            sum(office, wrong);
            return wrong.stream()
                    .map(month -> "Avoidable breaks of %s are not the sum of its visits".formatted(month))
                    .toList();
        });
    }

    private static void sum(Map<Spot, List<Integer>> sums, Spot spot, List<Integer> more) {
        if (spot.kind.equals("office") || !spot.code.isEmpty()) {
            sums.merge(
                    spot,
                    more,
                    (one, other) -> List.of(one.getFirst() + other.getFirst(), one.getLast() + other.getLast()));
        }
    }
}
