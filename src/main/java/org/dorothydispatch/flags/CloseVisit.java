package org.dorothydispatch.flags;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.schedule.VisitProgress;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a visit off the plan because it is over. A missed visit counts no longer for its day, its run and its customer, so
 * everything it stood beside is judged again in the same transaction. Who may close a visit is for the caller to ask.
 */
@Service
public class CloseVisit {

    private final WorldLoader loader;
    private final Guards guards;
    private final Recheck recheck;
    private final VisitProgress progress;
    private final Outbox outbox;
    private final CurrentUser current;
    private final Clock clock;

    CloseVisit(
            JdbcTemplate jdbc,
            Judge judge,
            Guards guards,
            VisitProgress progress,
            Outbox outbox,
            CurrentUser current,
            Clock clock) {
        this.loader = new WorldLoader(JdbcClient.create(jdbc));
        this.guards = guards;
        this.recheck = new Recheck(jdbc, judge);
        this.progress = progress;
        this.outbox = outbox;
        this.current = current;
        this.clock = clock;
    }

    /** Makes the rows that are locked later. Before the transaction; see {@link Guards#prepare}. */
    public void prepare(String visit) {
        find(visit).ifPresent(row -> guards.prepare(technicianDays(row), runs(row)));
    }

    /**
     * Holds the visit, and with it everything that closing it can change, to the end of the transaction: to be called
     * before anything else is locked.
     *
     * @throws ConcurrencyFailureException when it was moved in this very moment; try again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String visit) {
        var before = find(visit);
        if (before.isEmpty()) {
            return;
        }
        var row = before.get();
        guards.lock(technicianDays(row), runs(row), new TreeSet<>(Set.of(row.customer())));
        guards.lockVisits(beside(row));
        if (!find(visit).map(CloseVisit::place).equals(Optional.of(place(row)))) {
            throw new ConcurrencyFailureException("The visit was moved while the locks were taken.");
        }
    }

    /**
     * Closes a held visit, judges again what it stood beside, and tells the boards.
     *
     * @param status {@code done} or {@code missed}
     * @param at when the technician was finished with it
     * @param why why it was missed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(String visit, String technician, String status, Instant at, @Nullable String why, String opId) {
        var row = find(visit).orElseThrow();
        var beside = beside(row);
        if (!progress.close(visit, row.version(), technician, status, at, why)) {
            throw new ConcurrencyFailureException("The visit was changed behind the locks.");
        }
        var changed = new LinkedHashSet<>(recheck.visits(beside, clock.instant()));
        changed.add(visit);
        var boards = new TreeMap<String, Collection<String>>();
        loader.visits(changed)
                .forEach(one -> boards.computeIfAbsent(one.boardOffice(), office -> new LinkedHashSet<>())
                        .add(one.code()));
        // What was said at the visit may follow in this transaction; its boards are locked here, in one order with
        // these.
        loader.openOfCustomers(List.of(row.customer()))
                .forEach(one -> boards.computeIfAbsent(one.boardOffice(), office -> new LinkedHashSet<>())
                        .add(one.code()));
        outbox.append(boards, status, current.name(), opId);
    }

    private Optional<VisitRow> find(String visit) {
        return loader.visits(List.of(visit)).stream().findFirst();
    }

    /** The visit, its technician's day, its run, and what its customer still expects. */
    private Set<String> beside(VisitRow row) {
        var codes = new TreeSet<String>();
        codes.add(row.code());
        loader.ofTechnicianDays(technicianDays(row)).forEach(one -> codes.add(one.code()));
        loader.ofRuns(runs(row)).forEach(one -> codes.add(one.code()));
        loader.openOfCustomers(List.of(row.customer())).forEach(one -> codes.add(one.code()));
        return codes;
    }

    private record Place(
            @Nullable LocalDate date,
            @Nullable String technician,
            @Nullable String route) {}

    private static Place place(VisitRow row) {
        return new Place(row.date(), row.technician(), row.route());
    }

    private static SortedSet<Day> technicianDays(VisitRow row) {
        return days(row.technician(), row.date());
    }

    private static SortedSet<Day> runs(VisitRow row) {
        return days(row.route(), row.date());
    }

    private static SortedSet<Day> days(@Nullable String code, @Nullable LocalDate date) {
        return code == null || date == null
                ? new TreeSet<>()
                : new TreeSet<>(Set.of(new Day(code, Objects.requireNonNull(date))));
    }
}
