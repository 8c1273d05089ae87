package org.dorothydispatch.flags;

import static java.util.stream.Collectors.toSet;
import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.rules.Affected;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.schedule.Assignments;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door through which an assignment is saved. One transaction takes the locks, reads the facts again, asks the
 * checks, and either writes everything a move means (the visit, the consents and reasons, what the checks now say of
 * every visit it touches, the audit, the outbox, the receipt) or nothing but the receipt of its refusal.
 *
 * <p>Two people cannot overwrite each other: whoever saw an older version is told who was first. Two visits cannot come
 * to overlap: whoever puts something on a technician's day holds that day.
 */
@Service
public class MoveVisit {

    private static final int ATTEMPTS = 5;
    private static final int PATIENCE_SECONDS = 20;

    private final JdbcClient database;
    private final WorldLoader loader;
    private final Judgements judgements;
    private final Judge judge;
    private final Guards guards;
    private final StartTimes starts;
    private final Answers answers;
    private final Receipts receipts;
    private final Assignments assignments;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final CurrentUser current;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** Moves wait for each other here and not in the connection pool, where they would starve everybody who reads. */
    private final Semaphore atOnce;

    MoveVisit(
            JdbcTemplate jdbc,
            Judge judge,
            Guards guards,
            Answers answers,
            Receipts receipts,
            Assignments assignments,
            AuditTrail audit,
            Outbox outbox,
            CurrentUser current,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${dorothy.flags.moves-at-once:8}") int movesAtOnce) {
        this.database = JdbcClient.create(jdbc);
        this.loader = new WorldLoader(database);
        this.judgements = new Judgements(jdbc);
        this.judge = judge;
        this.starts = new StartTimes(judge.checks());
        this.guards = guards;
        this.answers = answers;
        this.receipts = receipts;
        this.assignments = assignments;
        this.audit = audit;
        this.outbox = outbox;
        this.current = current;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.atOnce = new Semaphore(movesAtOnce, true);
    }

    /**
     * Moves, assigns or unassigns a visit, or puts a consent or a reason on the record where it stands. For dispatchers
     * and branch managers of the office whose board shows the visit and of the one whose board will show it.
     */
    public MoveOutcome move(MoveCommand command) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        try {
            if (atOnce.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    return repeated(() -> attempt(command)).orElseGet(() -> busy(command));
                } finally {
                    atOnce.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return busy(command);
    }

    /** What {@link #move} would decide of a move at this moment; nothing is locked and nothing is written. */
    public Preview preview(String visit, MoveTarget target) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        var row = row(visit);
        requireRights(row, target);
        return new Attempt(new MoveCommand("", visit, row.version(), target), plan(row, target)).preview(row);
    }

    private MoveOutcome attempt(MoveCommand command) {
        var visit = row(command.visit());
        requireRights(visit, command.target());
        var plan = plan(visit, command.target());
        guards.prepare(plan.technicianDays, plan.runs);
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!receipts.claim(command, current.username(), clock.instant())) {
                return receipts.given(command, current.username())
                        .orElseGet(() -> new MoveOutcome(
                                Status.REFUSED,
                                "This was sent before as another command. Nothing was changed; please try again.",
                                command.expectedVersion(),
                                List.of(),
                                placement(visit)));
            }
            var outcome = new Attempt(command, plan).decide();
            receipts.answer(command.opId(), outcome);
            return outcome;
        }));
    }

    private VisitRow row(String visit) {
        return loader.visits(List.of(visit)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no visit (%s).".formatted(visit)));
    }

    private void requireRights(VisitRow visit, MoveTarget target) {
        current.requireOffice(visit.boardOffice());
        current.requireOffice(target.route() == null ? visit.office() : officeOf(target.route()));
        if (target.technician() != null) {
            // Any technician may help out on a run, but there must be one of that code.
            single("select office from technician where code = ?", target.technician(), "technician");
        }
    }

    private String officeOf(String route) {
        return single("select office from route where code = ?", route, "route");
    }

    private String single(String sql, String code, String what) {
        return database.sql(sql)
                .param(code)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no %s (%s).".formatted(what, code)));
    }

    /** Where the visit stands and where it shall stand, as read before the locks; read again behind them. */
    private Plan plan(VisitRow visit, MoveTarget target) {
        var technician = technician(target);
        var technicianDays = new TreeSet<Day>();
        var runs = new TreeSet<Day>();
        if (visit.date() != null && visit.technician() != null) {
            technicianDays.add(new Day(visit.technician(), visit.date()));
        }
        if (visit.date() != null && visit.route() != null) {
            runs.add(new Day(visit.route(), visit.date()));
        }
        if (target.date() != null) {
            if (technician != null) {
                technicianDays.add(new Day(technician, target.date()));
            }
            if (target.route() != null) {
                runs.add(new Day(target.route(), target.date()));
            }
        }
        return new Plan(visit.customer(), visit.version(), technician, technicianDays, runs);
    }

    private @Nullable String technician(MoveTarget target) {
        if (target.technician() != null || target.route() == null || target.date() == null) {
            return target.technician();
        }
        return Runs.technician(database, new Day(target.route(), target.date()));
    }

    private record Plan(
            String customer,
            int version,
            @Nullable String technician,
            SortedSet<Day> technicianDays,
            SortedSet<Day> runs) {}

    /** One try, inside the transaction. */
    private final class Attempt {

        private final MoveCommand command;
        private final Plan plan;
        private final Instant now = clock.instant();

        Attempt(MoveCommand command, Plan plan) {
            this.command = command;
            this.plan = plan;
        }

        MoveOutcome decide() {
            guards.lock(plan.technicianDays, plan.runs, plan.customer);
            var candidates = candidates();
            guards.lockVisits(candidates);
            var world =
                    loader.load(new WorldLoader.Question(candidates, plan.technicianDays, plan.runs, List.of(), null));
            var row = row(command.visit());
            var visit = world.visit(command.visit());
            if (!guards.seen(row, command)) {
                return stale(row, visit);
            }
            if (row.version() != plan.version || !Objects.equals(technician(command.target()), plan.technician)) {
                throw new ConcurrencyFailureException("The visit or the run changed while the locks were taken.");
            }
            return impossible(row, visit).orElseGet(() -> decide(world, row, visit, candidates));
        }

        private MoveOutcome decide(World world, VisitRow row, VisitFacts visit, Set<String> candidates) {
            var before = visit.assignment();
            var standing = judge.checks().check(world, visit, Now.at(now));
            command.consents().forEach(consent -> world.consent(visit, consent.preference()));
            var after = place(world, visit);
            var same = Places.placement(after).equals(Places.placement(before));
            var there = judge.checks().checkAs(world, visit, after, Now.at(now));
            var answered = answers.overridden(visit.code());
            command.reasons().stream()
                    .filter(reason -> !reason.reason().isBlank())
                    .forEach(reason -> answered.add(reason.code()));
            var decision = Decision.on(there, standing, answered);
            if (!same && !decision.blocking().isEmpty()) {
                return outcome(
                        Status.REFUSED, decision.blocking().getFirst().message(), row, decision.blocking(), before);
            }
            if (!same && after.date() != null && after.start() == null) {
                return outcome(
                        Status.REFUSED,
                        "%s has no free %d minutes on %s."
                                .formatted(world.nameOf(after.technician()), visit.minutes(), Places.day(after.date())),
                        row,
                        List.of(),
                        before);
            }
            if (!same && !decision.needing().isEmpty()) {
                return outcome(Status.NEEDS, decision.needing().getFirst().message(), row, decision.needing(), after);
            }
            var affected = Affected.by(world, visit, before, after).stream()
                    .map(VisitFacts::code)
                    .filter(candidates::contains)
                    .collect(toSet());
            world.move(visit, after);
            var kept = judgements.of(affected);
            var judged = judged(world, affected);
            var newlyBlocked = newlyBlocked(visit.code(), judged, kept);
            if (newlyBlocked.isPresent()) {
                return new MoveOutcome(
                        Status.REFUSED,
                        newlyBlocked.get().message(),
                        row.version(),
                        List.of(newlyBlocked.get()),
                        Places.placement(before));
            }
            return write(row, visit, before, after, there, affected, judged, kept);
        }

        Preview preview(VisitRow row) {
            var world = loader.load(
                    new WorldLoader.Question(Set.of(command.visit()), plan.technicianDays, plan.runs, List.of(), null));
            var visit = world.visit(command.visit());
            var impossible = impossible(row, visit);
            if (impossible.isPresent()) {
                return Preview.impossible(impossible.get().sentence());
            }
            var there = place(world, visit);
            var flags = judge.checks().checkAs(world, visit, there, Now.at(now));
            var standing = judge.checks().check(world, visit, Now.at(now));
            return Preview.of(there, flags, Decision.on(flags, standing, answers.overridden(visit.code())));
        }

        /** Every open visit whose flags the move can change: the customer's, and those of the days and runs it touches. */
        private Set<String> candidates() {
            var codes = new HashSet<String>();
            codes.add(command.visit());
            var others = new ArrayList<>(loader.openOfCustomers(List.of(plan.customer)));
            others.addAll(loader.ofTechnicianDays(plan.technicianDays));
            others.addAll(loader.ofRuns(plan.runs));
            others.stream().filter(VisitRow::judged).forEach(other -> codes.add(other.code()));
            return codes;
        }

        private Optional<MoveOutcome> impossible(VisitRow row, VisitFacts visit) {
            var target = command.target();
            var today = now.atZone(visit.customer().office().zone()).toLocalDate();
            var name = visit.customer().calledName();
            String sentence = null;
            if (!row.open()) {
                sentence = "The visit of %s is %s and stays where it is."
                        .formatted(name, row.status().word());
            } else if (row.date() != null && row.date().isBefore(today)) {
                sentence = "The visit of %s was planned for %s. What is past cannot be moved; mark it done or missed."
                        .formatted(name, Places.day(row.date()));
            } else if (target.isTray()) {
                return Optional.empty();
            } else if (target.date() == null) {
                sentence = "Choose a day for the visit of %s.".formatted(name);
            } else if (target.date().isBefore(today)) {
                sentence = "%s is past. Choose today or a later day.".formatted(Places.day(target.date()));
            } else if (plan.technician == null) {
                sentence = "Nobody drives this route on %s. Choose a technician.".formatted(Places.day(target.date()));
            }
            return Optional.ofNullable(sentence)
                    .map(said -> outcome(Status.REFUSED, said, row, List.of(), visit.assignment()));
        }

        private Assignment place(World world, VisitFacts visit) {
            var target = command.target();
            if (target.isTray()) {
                return Assignment.unassigned();
            }
            var technician = world.technicians().stream()
                    .filter(one -> one.code().equals(plan.technician))
                    .findFirst()
                    .orElseThrow();
            var route = target.route() == null
                    ? null
                    : world.routes().stream()
                            .filter(one -> one.code().equals(target.route()))
                            .findFirst()
                            .orElseThrow();
            var start = target.start();
            if (start == null) {
                start = starts.bestStart(world, visit, route, target.date(), technician, Now.at(now))
                        .orElse(visit.assignment().start());
            }
            return new Assignment(
                    target.date(),
                    start,
                    route,
                    technician,
                    Places.planned(visit.assignment().status()));
        }

        private Map<String, Judgement> judged(World world, Collection<String> visits) {
            var judged = new HashMap<String, Judgement>();
            for (var code : visits) {
                judge.judge(world, world.visit(code), now).ifPresent(judgement -> judged.put(code, judgement));
            }
            return judged;
        }

        /** A flag nobody can keep, which the move would put on somebody else's visit. */
        private Optional<FlagRow> newlyBlocked(
                String moved, Map<String, Judgement> judged, Map<String, Judgement> kept) {
            return judged.values().stream()
                    .filter(judgement -> !judgement.visit().equals(moved))
                    .flatMap(judgement -> judgement.flags().stream())
                    .filter(flag -> flag.blocks() && !had(kept.get(flag.visit()), flag))
                    .findFirst();
        }

        private static boolean had(@Nullable Judgement before, FlagRow flag) {
            return before != null
                    && before.flags().stream()
                            .anyMatch(old -> old.blocks()
                                    && old.kind().equals(flag.kind())
                                    && old.code().equals(flag.code()));
        }

        private MoveOutcome write(
                VisitRow row,
                VisitFacts visit,
                Assignment before,
                Assignment after,
                List<Flag> there,
                Set<String> affected,
                Map<String, Judgement> judged,
                Map<String, Judgement> kept) {
            var why = writeAnswers(row, visit, there);
            var moved = !Places.placement(after).equals(Places.placement(before));
            if (moved) {
                if (!assignments.write(
                        visit.code(), row.version(), Places.placement(after), Places.boardOffice(visit, after))) {
                    throw new ConcurrencyFailureException("The visit was changed behind the locks.");
                }
                audit.record(new Change(
                        row.boardOffice(),
                        after.date() == null ? "unassign" : before.date() == null ? "assign" : "move",
                        "visit",
                        visit.code(),
                        Places.words(before),
                        Places.words(after),
                        why.isEmpty() ? null : String.join("; ", why),
                        command.opId()));
            }
            var changed = new LinkedHashSet<>(judgements.keep(affected, judged, kept));
            if (moved || !why.isEmpty()) {
                changed.add(visit.code());
                outbox.append(boards(changed, visit, before, after), "move", current.name(), command.opId());
            }
            return new MoveOutcome(
                    Status.ACCEPTED,
                    moved
                            ? "%s: %s.".formatted(visit.customer().calledName(), Places.words(after))
                            : "%s stays: %s.".formatted(visit.customer().calledName(), Places.words(after)),
                    moved ? row.version() + 1 : row.version(),
                    List.of(),
                    Places.placement(after));
        }

        /** Writes the consents and reasons that answer a flag of the place; says what they are. */
        private List<String> writeAnswers(VisitRow row, VisitFacts visit, List<Flag> there) {
            var why = new ArrayList<String>();
            var flags = new HashMap<String, Flag>();
            there.forEach(flag -> flags.put(flag.code(), flag));
            for (var consent : command.consents()) {
                var flag = flags.get(consent.preference());
                if (flag != null && flag.side() == Side.CUSTOMER) {
                    answers.keep(visit.code(), consent);
                    var words = "%s agreed, asked by %s on %s"
                            .formatted(visit.customer().calledName(), consent.by(), Places.day(consent.on()));
                    why.add(words);
                    record(row, visit, "consent", consent.preference(), words, consent.note());
                }
            }
            for (var reason : command.reasons()) {
                var flag = flags.get(reason.code());
                if (flag != null && flag.broken() && !reason.reason().isBlank()) {
                    var today = now.atZone(visit.customer().office().zone()).toLocalDate();
                    answers.keep(visit.code(), reason, today, current.name());
                    why.add(reason.reason());
                    record(row, visit, "override", reason.code(), flag.message(), reason.reason());
                }
            }
            return why;
        }

        private void record(
                VisitRow row, VisitFacts visit, String action, String code, String after, @Nullable String why) {
            audit.record(new Change(
                    row.boardOffice(), action, "visit", visit.code(), null, code + ": " + after, why, command.opId()));
        }

        /** Every board that shows one of the changed visits, and the home offices of the people who drive them. */
        private SortedMap<String, List<String>> boards(
                Set<String> changed, VisitFacts visit, Assignment before, Assignment after) {
            var boards = new TreeMap<String, List<String>>();
            loader.visits(changed).forEach(row -> add(boards, row.boardOffice(), row.code()));
            for (var there : List.of(before, after)) {
                add(boards, Places.boardOffice(visit, there), visit.code());
                var home = Places.homeOffice(there);
                if (home != null) {
                    add(boards, home, visit.code());
                }
            }
            return boards;
        }

        private static void add(Map<String, List<String>> boards, String office, String visit) {
            var visits = boards.computeIfAbsent(office, code -> new ArrayList<>());
            if (!visits.contains(visit)) {
                visits.add(visit);
            }
        }

        private MoveOutcome stale(VisitRow row, VisitFacts visit) {
            return outcome(
                    Status.STALE,
                    "%s was first: %s is now %s. Look again before you move it."
                            .formatted(
                                    whoMoved(row.code()),
                                    visit.customer().calledName(),
                                    Places.words(visit.assignment())),
                    row,
                    List.of(),
                    visit.assignment());
        }

        private String whoMoved(String visit) {
            return database.sql("""
                            select coalesce(u.name, a.actor)
                            from audit_entry a left join app_user u on u.username = a.actor
                            where a.subject_kind = 'visit' and a.subject = ? order by a.id desc limit 1""").param(visit).query(String.class).optional().orElse("Somebody else");
        }

        private MoveOutcome outcome(
                Status status, String sentence, VisitRow row, List<Flag> flags, Assignment placement) {
            return new MoveOutcome(
                    status,
                    sentence,
                    row.version(),
                    flags.stream().map(FlagRow::of).toList(),
                    Places.placement(placement));
        }
    }

    /**
     * Tries again, in a new transaction each time, when the database stopped one of two changes that waited for each
     * other. Empty when it never came through.
     */
    private static Optional<MoveOutcome> repeated(Supplier<MoveOutcome> attempt) {
        for (int i = 1; i <= ATTEMPTS; i++) {
            try {
                return Optional.of(attempt.get());
            } catch (TransientDataAccessException e) {
                pause(i);
            }
        }
        return Optional.empty();
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10, 20L + 40L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MoveOutcome busy(MoveCommand command) {
        return new MoveOutcome(
                Status.REFUSED,
                "Many people are changing this day at the moment. Nothing was saved; please try again.",
                command.expectedVersion(),
                List.of(),
                null);
    }

    private static Placement placement(VisitRow row) {
        return new Placement(
                row.route(),
                row.date(),
                row.start(),
                row.technician(),
                row.status().word());
    }
}
