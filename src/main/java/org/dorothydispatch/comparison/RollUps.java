package org.dorothydispatch.comparison;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dorothydispatch.flags.PastVisits;
import org.dorothydispatch.flags.Surroundings;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.shared.Utc;
import org.dorothydispatch.travel.TravelTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the roll-ups as the record says. An office is counted by one at a time, however many nodes there are; a recount
 * holds up nobody. Plain enough for a command without a server; asks nobody for rights.
 *
 * <p>What is stale is found, not guessed: visits whose version is not the counted one, customers and offices whose mark
 * is not the counted one. So it does not matter who changed something or how, and counting twice changes nothing.
 */
public final class RollUps {

    /** So many are counted together: their five years fit into memory, and into one world to judge in. */
    private static final int CUSTOMERS = 500;

    private static final int CODES = 500;
    private static final int MOST_AT_ONCE = 4;
    private static final int BATCH = 1_000;

    /** Not enough is known to count single visits: count the office. */
    static final int UNKNOWN = -1;

    /** Over: the visit was done by somebody on a day, or nobody came. */
    private static final String OVER =
            "(v.status = 'missed' or v.status = 'done' and v.planned_on is not null and v.technician is not null)";

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final PastVisits past;
    private final CustomerMarks marks;
    private final Clock clock;
    private final CountingLocks locks;
    private final TransactionTemplate snapshot;

    public RollUps(DataSource source, TravelTimes travel, Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.database = JdbcClient.create(jdbc);
        this.past = new PastVisits(source, travel);
        this.marks = new CustomerMarks(database);
        this.clock = clock;
        var transactions = new JdbcTransactionManager(source);
        var transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.locks = new CountingLocks(database, transaction);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(snapshotOf(source));
    }

    /** The isolation in which everything is read as it was at one moment, without holding any of it. */
    private static int snapshotOf(DataSource source) {
        try {
            return "MySQL".equals(JdbcUtils.extractDatabaseMetaData(source, data -> data.getDatabaseProductName()))
                    ? TransactionDefinition.ISOLATION_REPEATABLE_READ
                    : TransactionDefinition.ISOLATION_SERIALIZABLE;
        } catch (MetaDataAccessException e) {
            throw new DataAccessResourceFailureException("The database does not say what it is.", e);
        }
    }

    /** Every office, by code. */
    public List<String> offices() {
        return database.sql("select code from office order by code")
                .query(String.class)
                .list();
    }

    /** Offices with changes that are not counted yet. */
    List<String> behind() {
        return database.sql("""
                        select o.code from office o left join office_sequence q on q.office = o.code
                             left join tally_state t on t.office = o.code
                        where t.office is null or coalesce(q.last_event_id, 0) > t.seen_event order by o.code""").query(String.class).list();
    }

    /** Counts whatever is new at an office since it was counted last; says how many visits that were. */
    public int catchUp(String office) {
        return locks.holding(office, held -> {
            long newest = newest(office);
            var mark = marks.ofOffice(office);
            int counted = count(office, null, !mark.equals(markOf(office)), held);
            note(office, newest, mark);
            return counted;
        });
    }

    /**
     * The same where it is known what changed. Looks at the visits named and at whatever their customers' other visits
     * owe to them; not at all when that is counted already. Answers {@link #UNKNOWN} where that is not enough.
     */
    int catchUp(OfficeChanged change) {
        return locks.holding(change.office(), held -> {
            long seen = seen(change.office());
            if (seen >= change.seq()) {
                return 0;
            }
            var mark = markOf(change.office());
            if (seen < change.prev() || change.visits().isEmpty()) {
                return UNKNOWN;
            }
            int counted = count(change.office(), customersOf(change.visits()), false, held);
            note(change.office(), change.seq(), mark);
            return counted;
        });
    }

    /** Forgets what was counted of an office and counts it all from the record; says how many visits. */
    public int rebuild(String office) {
        return locks.holding(office, held -> {
            long newest = newest(office);
            for (var table : List.of("tally_visit", "tally_customer", "tally_day", "tally_month", "tally_standing")) {
                database.sql("delete from " + table + " where office = ?")
                        .param(office)
                        .update();
            }
            int counted = count(office, null, true, held);
            note(office, newest, marks.ofOffice(office));
            return counted;
        });
    }

    /** The same for several offices, beside each other as far as the machine has processors; each is told when it is done. */
    public long rebuild(Collection<String> offices, ObjIntConsumer<String> told) {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_ONCE);
        try (var counters = Executors.newFixedThreadPool(threads)) {
            var counts = offices.stream()
                    .map(office -> counters.submit(() -> {
                        int counted = rebuild(office);
                        synchronized (told) {
                            told.accept(office, counted);
                        }
                        return counted;
                    }))
                    .toList();
            long visits = 0;
            try {
                for (var count : counts) {
                    visits += count.get();
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while offices were counted.", e);
            } finally {
                counters.shutdownNow();
            }
            return visits;
        }
    }

    private long newest(String office) {
        return database.sql("select last_event_id from office_sequence where office = ?")
                .param(office)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private long seen(String office) {
        return database.sql("select seen_event from tally_state where office = ?")
                .param(office)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private String markOf(String office) {
        return database.sql("select mark from tally_state where office = ?")
                .param(office)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void note(String office, long seen, String mark) {
        database.sql("update tally_state set seen_event = ?, mark = ? where office = ?")
                .params(seen, mark, office)
                .update();
    }

    private Set<String> customersOf(Collection<String> visits) {
        var customers = new TreeSet<String>();
        inChunks(
                visits,
                chunk -> customers.addAll(database.sql("select distinct customer from visit where code in (:codes)")
                        .param("codes", chunk)
                        .query(String.class)
                        .list()));
        return customers;
    }

    // --- what is stale ---

    /** A visit that is counted no more, or not as it is: where it stood or stands. */
    private record Stale(
            String visit,
            String customer,
            LocalDate day,
            @Nullable String technician,
            @Nullable String route) {}

    /** A technician or a route on a day. */
    private record Spot(String code, LocalDate day) {}

    private int count(String office, @Nullable Set<String> some, boolean everything, CountingLocks.Held held) {
        var work = new Work();
        var customers = new HashMap<String, CountedCustomer>();
        for (var part : parts(some)) {
            customers.putAll(marks.read(office, part));
        }
        var stored = storedCustomers(office, some);
        customers.forEach((code, customer) -> {
            var before = stored.get(code);
            if (everything || before == null || !before.mark().equals(customer.mark())) {
                work.wholly.add(code);
            }
        });
        // Whoever was named may have been touched in a way that leaves no mark: their planned visits count as history.
        if (some != null) {
            work.wholly.addAll(customers.keySet());
        }
        stored.keySet().stream().filter(code -> !customers.containsKey(code)).forEach(work.gone::add);
        if (!everything) {
            findStaleVisits(customers.keySet(), row -> row.office.equals(office), work);
            // Of customers of other offices only those between whom a visit changed hands.
            var seen = new HashSet<>(customers.keySet());
            for (var next = unseen(work.handedOver, seen); !next.isEmpty(); next = unseen(work.handedOver, seen)) {
                findStaleVisits(next, row -> true, work);
            }
            findNeighbours(work);
        }
        int counted = 0;
        var affected = neighbours(work.affected());
        held.require(officesOf(
                affected.stream().filter(code -> !customers.containsKey(code)).toList()));
        // A visit is taken from one customer and given to the other in one go.
        affected.removeAll(work.handedOver);
        if (!work.handedOver.isEmpty()) {
            counted += count(List.copyOf(work.handedOver), customers, work, held);
        }
        for (int from = 0; from < affected.size(); from += CUSTOMERS) {
            counted +=
                    count(affected.subList(from, Math.min(affected.size(), from + CUSTOMERS)), customers, work, held);
        }
        work.days.forEach(this::sumDays);
        return counted;
    }

    /** Where these customers are, and where they were counted last. */
    private Set<String> officesOf(Collection<String> customers) {
        var offices = new TreeSet<String>();
        for (var table : List.of("customer where code", "tally_customer where customer")) {
            inChunks(
                    customers,
                    chunk -> offices.addAll(database.sql("select distinct office from %s in (:codes)".formatted(table))
                            .param("codes", chunk)
                            .query(String.class)
                            .list()));
        }
        return offices;
    }

    /** Customers of one route after each other: whoever is judged in one world shares its days. */
    private List<String> neighbours(Set<String> customers) {
        var routes = new HashMap<String, String>();
        if (customers.size() > CUSTOMERS) {
            inChunks(
                    customers,
                    chunk -> database.sql("""
                                    select c.code, max(a.route), c.technician from customer c
                                         left join agreement a on a.customer = c.code
                                    where c.code in (:codes) group by c.code, c.technician""").param("codes", chunk).query(row -> {
                        routes.put(row.getString(1), row.getString(2) + " " + row.getString(3));
                    }));
        }
        var list = new ArrayList<>(customers);
        list.sort(Comparator.comparing((String code) -> routes.getOrDefault(code, ""))
                .thenComparing(Comparator.naturalOrder()));
        return list;
    }

    private static List<@Nullable Collection<String>> parts(@Nullable Set<String> some) {
        var parts = new ArrayList<@Nullable Collection<String>>();
        if (some == null) {
            parts.add(null);
        } else {
            var all = List.copyOf(some);
            for (int from = 0; from < all.size(); from += CODES) {
                parts.add(all.subList(from, Math.min(all.size(), from + CODES)));
            }
        }
        return parts;
    }

    /** What has to be counted again, and where that shows. */
    private static final class Work {

        /** Customers whose every visit is judged again. */
        final Set<String> wholly = new HashSet<>();
        /** Customers of whom only visits from a day on are. */
        final Map<String, LocalDate> from = new HashMap<>();
        /** Single visits of others that stand beside a changed one. */
        final Map<String, Set<String>> beside = new HashMap<>();
        /** Counted here once, and not of this office any more. */
        final Set<String> gone = new HashSet<>();

        /** Customers between whom a visit changed hands. */
        final Set<String> handedOver = new TreeSet<>();

        final List<Stale> stale = new ArrayList<>();
        final Map<String, Set<LocalDate>> days = new TreeMap<>();

        void add(Stale visit) {
            stale.add(visit);
            // What a visit before came to may hang on it too.
            from.merge(
                    visit.customer,
                    visit.day.minusDays(Surroundings.DAYS),
                    (one, other) -> one.isBefore(other) ? one : other);
        }

        /** Whether a visit that is over is judged again. */
        boolean asks(String visit, String customer, LocalDate day) {
            var first = from.get(customer);
            return wholly.contains(customer)
                    || first != null && !day.isBefore(first)
                    || beside.getOrDefault(customer, Set.of()).contains(visit);
        }

        Set<String> affected() {
            var all = new HashSet<>(wholly);
            all.addAll(from.keySet());
            all.addAll(beside.keySet());
            all.addAll(gone);
            return all;
        }
    }

    private static Set<String> unseen(Set<String> customers, Set<String> seen) {
        var unseen = new TreeSet<>(customers);
        unseen.removeAll(seen);
        seen.addAll(unseen);
        return unseen;
    }

    /** A visit as it was counted. */
    private record Counted(String customer, int version, String office) {}

    /**
     * Lays what was counted beside the record, some customers at a time: the two are read one after the other along
     * their indexes, which takes a third of what the database needs to join them.
     */
    private void findStaleVisits(Collection<String> customers, Predicate<Counted> isHere, Work work) {
        var changed = new HashMap<String, Stale>();
        var lost = new HashSet<String>();
        inChunks(customers, chunk -> {
            var counted = new HashMap<String, Counted>();
            database.sql("select visit, customer, version, office from tally_visit where customer in (:codes)")
                    .param("codes", chunk)
                    .query(row -> {
                        counted.put(row.getString(1), new Counted(row.getString(2), row.getInt(3), row.getString(4)));
                    });
            database.sql("""
                            select v.code, v.customer, v.version, coalesce(v.planned_on, v.due_on), v.technician, v.route
                            from visit v where v.customer in (:codes) and %s""".formatted(OVER)).param("codes", chunk).query(row -> {
                var visit = row.getString(1);
                var before = counted.remove(visit);
                if (before == null
                        || before.version != row.getInt(3)
                        || !isHere.test(before)
                        || !before.customer.equals(row.getString(2))) {
                    changed.put(
                            visit,
                            new Stale(
                                    visit,
                                    row.getString(2),
                                    row.getObject(4, LocalDate.class),
                                    row.getString(5),
                                    row.getString(6)));
                }
            });
            lost.addAll(counted.keySet());
        });
        changed.values().forEach(work::add);
        var asked = new HashSet<>(changed.keySet());
        asked.addAll(lost);
        inChunks(
                asked,
                chunk -> database.sql(
                                "select visit, customer, on_day, technician, route from tally_visit where visit in (:codes)")
                        .param("codes", chunk)
                        .query(row -> {
                            var before = new Stale(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getString(4),
                                    row.getString(5));
                            work.add(before);
                            var now = changed.get(before.visit);
                            if (now != null && !now.customer.equals(before.customer)) {
                                work.handedOver.add(before.customer);
                                work.handedOver.add(now.customer);
                            }
                        }));
    }

    /** Where a visit of a technician's or a route's day changes, the others of that day may be judged otherwise. */
    private void findNeighbours(Work work) {
        var technicians = new LinkedHashSet<Spot>();
        var routes = new LinkedHashSet<Spot>();
        for (var visit : work.stale) {
            if (visit.technician != null && !visit.technician.isEmpty()) {
                technicians.add(new Spot(visit.technician, visit.day));
            }
            if (visit.route != null && !visit.route.isEmpty()) {
                routes.add(new Spot(visit.route, visit.day));
            }
        }
        findBeside("v.technician", technicians, work);
        findBeside("v.route", routes, work);
    }

    private void findBeside(String column, Set<Spot> spots, Work work) {
        var pairs =
                spots.stream().map(spot -> new Object[] {spot.code, spot.day}).toList();
        inChunks(
                pairs,
                // What is not counted as it is now has a count of its own to come.
                chunk -> database.sql("""
                                select v.customer, v.code
                                from visit v join tally_visit t on t.visit = v.code
                                where (%s, v.planned_on) in (:spots) and %s
                                  and t.customer = v.customer and t.version = v.version""".formatted(column, OVER))
                        .param("spots", chunk)
                        .query(row -> {
                            work.beside
                                    .computeIfAbsent(row.getString(1), code -> new HashSet<>())
                                    .add(row.getString(2));
                        }));
    }

    // --- counting ---

    private int count(List<String> codes, Map<String, CountedCustomer> customers, Work work, CountingLocks.Held held) {
        var storedBefore = storedCustomers(codes);
        var before = storedVisits(codes, storedBefore, work);
        var known = new HashMap<>(customers);
        var others = codes.stream().filter(code -> !known.containsKey(code)).toList();
        var storedOthers = storedCustomers(others);
        // Of customers of another office only the visits change; their own office keeps the rest.
        others.stream().filter(code -> !work.gone.contains(code)).forEach(code -> {
            var other = storedOthers.get(code);
            if (other != null) {
                known.put(code, other);
            }
        });
        var judged = judge(codes, known, work);
        var after = new HashMap<String, CountedVisit>();
        before.forEach((visit, row) -> {
            if (staysCounted(row, work)) {
                after.put(visit, row);
            }
        });
        judged.forEach(row -> after.put(row.visit(), row));
        write(before, after, work, held);
        writeCustomers(codes, storedBefore, customers, work.gone);
        writeStanding(codes, storedBefore, customers, known, before.values(), after.values(), held);
        return judged.size();
    }

    /** What was counted stays, unless it is judged again or is not to be found any more. */
    private static boolean staysCounted(CountedVisit row, Work work) {
        if (work.gone.contains(row.customer())) {
            return false;
        }
        var from = work.from.get(row.customer());
        boolean again = work.wholly.contains(row.customer())
                || from != null && !row.day().isBefore(from);
        return !again;
    }

    /** What the visits that are counted again add now. */
    private List<CountedVisit> judge(Collection<String> codes, Map<String, CountedCustomer> known, Work work) {
        var there = codes.stream().filter(known::containsKey).toList();
        var overrides = new HashMap<String, Integer>();
        inChunks(
                there,
                chunk -> database.sql("""
                        select o.visit, count(*) from visit v join visit_override o on o.visit = v.code
                        where v.customer in (:codes) group by o.visit""").param("codes", chunk).query(row -> {
                    overrides.put(row.getString(1), row.getInt(2));
                }));
        return past.judge(there, work::asks, clock.instant()).stream()
                .map(one ->
                        CountedVisit.of(one, overrides.getOrDefault(one.visit().code(), 0)))
                .toList();
    }

    /**
     * What is counted of these customers' visits. Of whom only visits from a day on are judged again, as much as the
     * continuity of the months from then on asks for: what lies before goes in and out unchanged. Who has no first day
     * began with their first visit, so of them it is everything.
     */
    private Map<String, CountedVisit> storedVisits(
            Collection<String> codes, Map<String, CountedCustomer> stored, Work work) {
        var since = work.from.values().stream()
                .min(Comparator.naturalOrder())
                .map(day -> day.withDayOfMonth(1).minusMonths(CountedCustomer.WINDOW));
        var some = since.isEmpty()
                ? List.<String>of()
                : codes.stream()
                        .filter(code -> !work.wholly.contains(code) && !work.gone.contains(code))
                        .filter(code ->
                                stored.containsKey(code) && stored.get(code).since() != null)
                        .toList();
        var whole = new HashSet<>(codes);
        some.forEach(whole::remove);
        var rows = new HashMap<String, CountedVisit>();
        var sql = "select " + CountedVisit.COLUMNS + " from tally_visit where customer in (:codes)";
        inChunks(whole, chunk -> readVisits(database.sql(sql).param("codes", chunk), rows));
        since.ifPresent(day -> inChunks(
                some,
                chunk -> readVisits(
                        database.sql(sql + " and on_day >= :since")
                                .param("codes", chunk)
                                .param("since", day),
                        rows)));
        return rows;
    }

    private static void readVisits(JdbcClient.StatementSpec spec, Map<String, CountedVisit> rows) {
        spec.query(CountedVisit::read).list().forEach(row -> rows.put(row.visit(), row));
    }

    private Map<String, CountedCustomer> storedCustomers(Collection<String> customers) {
        var rows = new HashMap<String, CountedCustomer>();
        inChunks(
                customers,
                chunk -> database.sql(
                                "select " + CountedCustomer.COLUMNS + " from tally_customer where customer in (:codes)")
                        .param("codes", chunk)
                        .query(CountedCustomer::read)
                        .list()
                        .forEach(row -> rows.put(row.customer(), row)));
        return rows;
    }

    private Map<String, CountedCustomer> storedCustomers(String office, @Nullable Set<String> some) {
        if (some != null) {
            var rows = storedCustomers(some);
            rows.values().removeIf(row -> !row.office().equals(office));
            return rows;
        }
        var rows = new HashMap<String, CountedCustomer>();
        database.sql("select " + CountedCustomer.COLUMNS + " from tally_customer where office = ?")
                .param(office)
                .query(CountedCustomer::read)
                .list()
                .forEach(row -> rows.put(row.customer(), row));
        return rows;
    }

    // --- writing ---

    private void write(
            Map<String, CountedVisit> before, Map<String, CountedVisit> after, Work work, CountingLocks.Held held) {
        var away = new ArrayList<String>();
        before.forEach((visit, row) -> {
            if (!row.equals(after.get(visit))) {
                away.add(visit);
                work.days.computeIfAbsent(row.office(), code -> new TreeSet<>()).add(row.day());
            }
        });
        var rows = new ArrayList<CountedVisit>();
        after.forEach((visit, row) -> {
            if (!row.equals(before.get(visit))) {
                rows.add(row);
                work.days.computeIfAbsent(row.office(), code -> new TreeSet<>()).add(row.day());
            }
        });
        held.require(work.days.keySet());
        inChunks(
                away,
                chunk -> database.sql("delete from tally_visit where visit in (:codes)")
                        .param("codes", chunk)
                        .update());
        // One after the other in the table they go into.
        rows.sort(Comparator.comparing(CountedVisit::visit));
        inChunks(rows, this::insertVisits);
    }

    /** Several rows at once with the many numbers written out: to bind each takes longer than to store it. */
    private void insertVisits(List<CountedVisit> rows) {
        var values = rows.stream().map(CountedVisit::values).collect(Collectors.joining(", "));
        jdbc.update("insert into tally_visit (%s) values %s".formatted(CountedVisit.COLUMNS, values), statement -> {
            int place = 0;
            for (var row : rows) {
                place = row.bind(statement, place);
            }
        });
    }

    private void writeCustomers(
            List<String> codes,
            Map<String, CountedCustomer> before,
            Map<String, CountedCustomer> after,
            Set<String> gone) {
        var rows = new ArrayList<Object[]>();
        var away = new ArrayList<String>();
        for (var code : codes) {
            var customer = after.get(code);
            boolean changed = customer != null && !customer.equals(before.get(code));
            // What is not there is not looked for: MySQL may look through the whole table, and wait for other offices.
            if (gone.contains(code) || changed && before.containsKey(code)) {
                away.add(code);
            }
            if (changed) {
                rows.add(new Object[] {
                    customer.customer(),
                    customer.office(),
                    customer.since(),
                    customer.ended(),
                    BigDecimal.valueOf(customer.value(), 2),
                    customer.wishes(),
                    customer.mark()
                });
            }
        }
        inChunks(
                away,
                chunk -> database.sql("delete from tally_customer where customer in (:codes)")
                        .param("codes", chunk)
                        .update());
        insert("tally_customer", CountedCustomer.COLUMNS, rows, "");
    }

    /** Takes out what these customers added before, and puts in what they add now. */
    private void writeStanding(
            List<String> codes,
            Map<String, CountedCustomer> before,
            Map<String, CountedCustomer> now,
            Map<String, CountedCustomer> known,
            Collection<CountedVisit> visitsBefore,
            Collection<CountedVisit> visitsAfter,
            CountingLocks.Held held) {
        var changes = new TreeMap<String, TreeMap<YearMonth, long[]>>();
        var ofBefore = byCustomer(visitsBefore);
        var ofAfter = byCustomer(visitsAfter);
        for (var code : codes) {
            var was = before.get(code);
            var is = now.containsKey(code) ? now.get(code) : known.get(code);
            if (was != null) {
                add(changes, was, ofBefore.getOrDefault(code, List.of()), -1);
            }
            if (is != null) {
                add(changes, is, ofAfter.getOrDefault(code, List.of()), 1);
            }
        }
        held.require(changes.keySet());
        var rows = new ArrayList<Object[]>();
        changes.forEach((office, months) -> months.forEach((month, sums) -> {
            var row = new ArrayList<Object>();
            row.add(office);
            row.add(month.atDay(1));
            boolean any = false;
            for (var sum : sums) {
                row.add(sum);
                any |= sum != 0;
            }
            if (any) {
                rows.add(row.toArray());
            }
        }));
        insert(
                "tally_standing",
                "office, in_month, " + Standing.columns("%s"),
                rows,
                " on duplicate key update " + Standing.columns("%1$s = %1$s + values(%1$s)"));
    }

    private static Map<String, List<CountedVisit>> byCustomer(Collection<CountedVisit> visits) {
        var by = new HashMap<String, List<CountedVisit>>();
        visits.forEach(visit ->
                by.computeIfAbsent(visit.customer(), code -> new ArrayList<>()).add(visit));
        return by;
    }

    static void add(
            Map<String, TreeMap<YearMonth, long[]>> sums,
            CountedCustomer customer,
            Collection<CountedVisit> visits,
            int sign) {
        var months = sums.computeIfAbsent(customer.office(), code -> new TreeMap<>());
        customer.standing(visits).forEach((month, more) -> {
            var row = months.computeIfAbsent(month, key -> new long[Standing.COUNT]);
            for (int i = 0; i < row.length; i++) {
                row[i] += sign * more[i];
            }
        });
    }

    private void insert(String table, String columns, List<Object[]> rows, String otherwise) {
        if (rows.isEmpty()) {
            return;
        }
        var marks = String.join(", ", Collections.nCopies(rows.getFirst().length, "?"));
        jdbc.batchUpdate(
                "insert into %s (%s) values (%s)%s".formatted(table, columns, marks, otherwise),
                rows,
                BATCH,
                (statement, row) -> {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                });
    }

    /** Days are summed from visits, months from days. */
    private void sumDays(String office, Set<LocalDate> days) {
        inChunks(days, chunk -> {
            database.sql("delete from tally_day where office = :office and on_day in (:codes)")
                    .param("office", office)
                    .param("codes", chunk)
                    .update();
            database.sql("""
                            insert into tally_day (office, on_day, technician, route, %s)
                            select office, on_day, technician, route, %s from tally_visit
                            where office = :office and on_day in (:codes)
                            group by office, on_day, technician, route""".formatted(Measure.columns("%s"), Measure.columns("sum(%s)")))
                    .param("office", office)
                    .param("codes", chunk)
                    .update();
        });
        var months = new TreeSet<YearMonth>();
        days.forEach(day -> months.add(YearMonth.from(day)));
        months.forEach(month -> sumMonth(office, month));
    }

    private void sumMonth(String office, YearMonth month) {
        database.sql("delete from tally_month where office = ? and in_month = ?")
                .params(office, month.atDay(1))
                .update();
        sumMonth(office, month, "office", "''", "");
        sumMonth(office, month, "technician", "technician", " and technician <> ''");
        sumMonth(office, month, "route", "route", " and route <> ''");
    }

    private void sumMonth(String office, YearMonth month, String kind, String code, String which) {
        database.sql("""
                        insert into tally_month (office, in_month, kind, code, %s, technician_days, technician_day_squares)
                        select office, :month, '%s', of_code, %s,
                               sum(case when visits > 0 then 1 else 0 end), sum(visits * visits)
                        from (select office, %s of_code, technician of_technician, on_day, %s from tally_day
                              where office = :office and on_day between :month and :last%s
                              group by office, %s technician, on_day) days
                        group by office, of_code""".formatted(
                                Measure.columns("%s"),
                                kind,
                                Measure.columns("sum(%s)"),
                                code,
                                Measure.columns("sum(%1$s) %1$s"),
                                which,
                                code.equals("''") ? "" : code + ","))
                .param("office", office)
                .param("month", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .update();
    }

    static <T> void inChunks(Collection<T> all, Consumer<List<T>> work) {
        var list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += CODES) {
            work.accept(list.subList(from, Math.min(list.size(), from + CODES)));
        }
    }

    // --- the recount ---

    /**
     * Counts an office from the record without looking at what is kept, compares the two and says each difference in a
     * sentence; nothing is changed, and nobody waits for it.
     */
    public List<String> differences(String office) {
        return recount(office).orElseGet(() -> List.of("What changed last is not counted yet"));
    }

    /** The same; empty where something had changed that was not counted yet. */
    Optional<List<String>> recount(String office) {
        return snapshot.execute(status -> newest(office) > seen(office)
                ? Optional.empty()
                : Optional.of(new Recount(database, office).compare(freshly(office))));
    }

    /** An office as the record alone has it. */
    record Fresh(Map<String, CountedCustomer> customers, List<CountedVisit> visits) {}

    private Fresh freshly(String office) {
        var customers = marks.read(office, null);
        var visits = new ArrayList<CountedVisit>();
        var codes = List.copyOf(customers.keySet());
        for (int from = 0; from < codes.size(); from += CUSTOMERS) {
            var part = codes.subList(from, Math.min(codes.size(), from + CUSTOMERS));
            var work = new Work();
            work.wholly.addAll(part);
            visits.addAll(judge(part, customers, work));
        }
        return new Fresh(customers, visits);
    }

    /** Notes when an office was recounted and what was found; no sentence: nothing. */
    void noteRecount(String office, @Nullable String trouble) {
        database.sql("update tally_state set checked_at = ?, trouble = ? where office = ?")
                .params(Utc.of(clock.instant()), trouble, office)
                .update();
    }
}
