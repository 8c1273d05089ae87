package org.dorothydispatch.flags;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.schedule.Assignments;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls off the visits to come of a customer, or of one agreement of theirs, judges again what they stood beside, and tells
 * the boards; takes up again what was called off. Who may do so is for the caller to ask.
 */
@Service
public class CallOff {

    private static final int AT_ONCE = 2;

    private final JdbcClient database;
    private final WorldLoader loader;
    private final Guards guards;
    private final Recheck recheck;
    private final Assignments assignments;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final CurrentUser current;
    private final Clock clock;
    private final Turns turns = new Turns(AT_ONCE);
    private final TransactionTemplate transaction;

    CallOff(
            JdbcTemplate jdbc,
            Judge judge,
            Guards guards,
            Assignments assignments,
            AuditTrail audit,
            Outbox outbox,
            CurrentUser current,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = JdbcClient.create(jdbc);
        this.loader = new WorldLoader(database);
        this.guards = guards;
        this.recheck = new Recheck(jdbc, judge);
        this.assignments = assignments;
        this.audit = audit;
        this.outbox = outbox;
        this.current = current;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * What is called off.
     *
     * @param agreement the one whose visits these are; blank for all of the customer's
     * @param from the first day without a visit; whatever has no day yet is called off too
     * @param why in the customer's words
     */
    public record Command(String customer, @Nullable String agreement, LocalDate from, String why, String opId) {}

    /**
     * Calls them off and does the rest behind the same locks, in the same transaction: all of it or nothing.
     *
     * @param then is told how many visits were called off
     */
    public <T> T with(Command command, Function<Integer, T> then) {
        return inTurn(() -> {
            var before = visits(command);
            guards.prepare(technicianDays(before), runs(before));
            return Objects.requireNonNull(transaction.execute(status -> attempt(command, before, then)));
        });
    }

    /**
     * What is taken up.
     *
     * @param office the customer's, whose board shows what waits for a place
     * @param calledOff the operation with which the visits were called off; blank to take none up
     * @param from today at the office; what was due before is past
     * @param why in the customer's words
     */
    public record TakeUp(
            String customer, String office, @Nullable String calledOff, LocalDate from, String why, String opId) {}

    /**
     * Lets what was called off and is not due yet wait for a place at the customer's office: where it stood somebody else may
     * stand by now. Does the rest behind the same locks, in the same transaction: all of it or nothing.
     *
     * @param then is told how many visits wait for a place
     */
    public <T> T back(TakeUp command, Function<Integer, T> then) {
        return inTurn(() -> Objects.requireNonNull(transaction.execute(status -> attempt(command, then))));
    }

    private <T> T inTurn(Supplier<T> work) {
        return turns.take(work)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Many people are changing these days at the moment. Nothing was saved; please try again."));
    }

    private <T> T attempt(TakeUp command, Function<Integer, T> then) {
        guards.lock(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(List.of(command.customer())));
        guards.lockVisits(calledOff(command));
        var visits = loader.visits(calledOff(command));
        for (var visit : visits) {
            if (!assignments.takeUp(visit.code(), visit.version(), command.office())) {
                throw new ConcurrencyFailureException("A visit was changed behind the locks.");
            }
            audit.record(new Change(
                    command.office(),
                    "take up",
                    "visit",
                    visit.code(),
                    "called off",
                    "waits for a place",
                    command.why(),
                    command.opId()));
        }
        var done = then.apply(visits.size());
        var open = loader.openOfCustomers(List.of(command.customer())).stream()
                .map(VisitRow::code)
                .toList();
        var changed = new LinkedHashSet<>(recheck.visits(open, clock.instant()));
        visits.forEach(visit -> changed.add(visit.code()));
        tell(changed, List.of(), "take up", command.opId());
        return done;
    }

    private List<String> calledOff(TakeUp command) {
        return command.calledOff() == null
                ? List.of()
                : database.sql("""
                                select v.code from visit v
                                where v.customer = ? and v.status = 'cancelled' and v.due_on >= ?
                                  and exists (select 1 from audit_entry a where a.subject_kind = 'visit' and a.subject = v.code
                                              and a.action = 'call off' and a.op_id = ?)
                                order by v.code""")
                        .params(command.customer(), command.from(), command.calledOff())
                        .query(String.class)
                        .list();
    }

    private <T> T attempt(Command command, List<VisitRow> before, Function<Integer, T> then) {
        guards.lock(technicianDays(before), runs(before), new TreeSet<>(List.of(command.customer())));
        var beside = beside(before, command.customer());
        guards.lockVisits(beside);
        var visits = visits(command);
        if (!visits.equals(before)) {
            throw new ConcurrencyFailureException("A visit was changed while the locks were taken.");
        }
        for (var visit : visits) {
            if (!assignments.callOff(visit.code(), visit.version())) {
                throw new ConcurrencyFailureException("A visit was changed behind the locks.");
            }
            audit.record(new Change(
                    visit.boardOffice(),
                    "call off",
                    "visit",
                    visit.code(),
                    place(visit),
                    "called off",
                    command.why(),
                    command.opId()));
        }
        var done = then.apply(visits.size());
        var changed = new LinkedHashSet<>(recheck.visits(beside, clock.instant()));
        visits.forEach(visit -> changed.add(visit.code()));
        tell(changed, visits, "call off", command.opId());
        return done;
    }

    /** Every board that shows one of them, and the home offices of the people who would have come. */
    private void tell(Collection<String> changed, List<VisitRow> calledOff, String what, String opId) {
        var boards = new TreeMap<String, Collection<String>>();
        loader.visits(changed)
                .forEach(one -> boards.computeIfAbsent(one.boardOffice(), office -> new LinkedHashSet<>())
                        .add(one.code()));
        var homes = homes(calledOff);
        for (var visit : calledOff) {
            if (homes.containsKey(visit.technician())) {
                boards.computeIfAbsent(homes.get(visit.technician()), office -> new LinkedHashSet<>())
                        .add(visit.code());
            }
        }
        if (!boards.isEmpty()) {
            outbox.append(boards, what, current.name(), opId);
        }
    }

    private Map<String, String> homes(List<VisitRow> visits) {
        var homes = new HashMap<String, String>();
        Sql.read(
                database,
                "select code, office from technician where code in (:codes)",
                visits.stream()
                        .map(VisitRow::technician)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                (row, number) -> Map.entry(row.getString(1), row.getString(2)),
                home -> homes.put(home.getKey(), home.getValue()));
        return homes;
    }

    private List<VisitRow> visits(Command command) {
        return loader.openOfCustomers(List.of(command.customer())).stream()
                .filter(visit ->
                        command.agreement() == null || command.agreement().equals(visit.agreement()))
                .filter(visit -> visit.date() == null || !visit.date().isBefore(command.from()))
                .sorted(Comparator.comparing(VisitRow::code))
                .toList();
    }

    /** They, their technicians' days, their runs, and what else the customer expects. */
    private Collection<String> beside(List<VisitRow> visits, String customer) {
        var codes = visits.stream().map(VisitRow::code).collect(Collectors.toCollection(TreeSet::new));
        loader.ofTechnicianDays(technicianDays(visits)).forEach(one -> codes.add(one.code()));
        loader.ofRuns(runs(visits)).forEach(one -> codes.add(one.code()));
        loader.openOfCustomers(List.of(customer)).forEach(one -> codes.add(one.code()));
        return codes;
    }

    private static SortedSet<Day> technicianDays(List<VisitRow> visits) {
        return days(visits, VisitRow::technician);
    }

    private static SortedSet<Day> runs(List<VisitRow> visits) {
        return days(visits, VisitRow::route);
    }

    private static SortedSet<Day> days(List<VisitRow> visits, Function<VisitRow, @Nullable String> code) {
        return visits.stream()
                .filter(visit -> visit.date() != null && code.apply(visit) != null)
                .map(visit -> new Day(code.apply(visit), visit.date()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String place(VisitRow visit) {
        return visit.date() == null
                ? "waiting for a day"
                : Places.day(visit.date()) + (visit.start() == null ? "" : ", " + Places.time(visit.start()));
    }
}
