package org.dorothydispatch.flags;

import static java.util.stream.Collectors.toMap;
import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.schedule.AgreedRoute;
import org.dorothydispatch.schedule.AgreedRoutes;
import org.dorothydispatch.schedule.Assignments;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door through which an assignment is saved. One transaction takes the locks, reads the facts again, asks the
 * checks, and either writes everything a proposal means (the visits, the consents and reasons, what the checks now say of
 * every visit it touches, the audit, the outbox, the receipt) or nothing but the receipt of its refusal.
 *
 * <p>Two people cannot overwrite each other: whoever saw an older version is told who was first. Two visits cannot come
 * to overlap: whoever puts something on a technician's day holds that day.
 */
@Service
public class MoveVisit {

    private final JdbcClient database;
    private final WorldLoader loader;
    private final Guards guards;
    private final Trials trials;
    private final Saving saving;
    private final AgreedRoutes agreedRoutes;
    private final Receipts receipts;
    private final CurrentUser current;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Turns turns;

    MoveVisit(
            JdbcTemplate jdbc,
            Judge judge,
            Guards guards,
            Answers answers,
            Receipts receipts,
            Assignments assignments,
            AgreedRoutes agreedRoutes,
            AuditTrail audit,
            Outbox outbox,
            CurrentUser current,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${dorothy.flags.moves-at-once:8}") int movesAtOnce) {
        var judgements = new Judgements(jdbc);
        this.database = JdbcClient.create(jdbc);
        this.loader = new WorldLoader(database);
        this.guards = guards;
        this.trials = new Trials(loader, judge, guards, answers, judgements, audit);
        this.saving = new Saving(loader, judgements, answers, assignments, agreedRoutes, audit, outbox, current);
        this.agreedRoutes = agreedRoutes;
        this.receipts = receipts;
        this.current = current;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.turns = new Turns(movesAtOnce);
    }

    /**
     * Moves, assigns or unassigns a visit, or puts a consent or a reason on the record where it stands. For dispatchers
     * and branch managers of the office whose board shows the visit and of the one whose board will show it.
     */
    public MoveOutcome move(MoveCommand command) {
        var outcome = save(command.proposal());
        return outcome.parts().stream()
                .findFirst()
                .map(ProposalOutcome.Part::outcome)
                .orElseGet(() -> new MoveOutcome(
                        outcome.status(), outcome.sentence(), command.expectedVersion(), List.of(), null));
    }

    /** Saves a proposal, all of it or nothing. The same people may do it as may make each of its moves. */
    public ProposalOutcome save(Proposal proposal) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        return proposal.refusal()
                .map(ProposalOutcome::refused)
                .orElseGet(
                        () -> turns.take(() -> attempt(proposal))
                                .orElseGet(
                                        () -> ProposalOutcome.refused(
                                                "Many people are changing this day at the moment. Nothing was saved; please try again.")));
    }

    /** What {@link #move} would decide of a move at this moment; nothing is locked and nothing is written. */
    public Preview preview(String visit, MoveTarget target) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        var row = found(rows(List.of(visit)), visit);
        var move = new ProposedMove(visit, row.version(), target);
        rights(List.of(move)).require(row, target);
        return Preview.of(trial(List.of(move), null).moved().getFirst());
    }

    /**
     * What {@link #save} would decide of these moves at this moment, move by move, and what else they would change;
     * nothing is locked and nothing is written. A visit this person may no longer see has a line that says no more.
     *
     * @throws IllegalArgumentException with a sentence when there is nothing or too much to look at
     */
    public Review review(List<ProposedMove> moves) {
        return review(moves, null);
    }

    /** The same, as if an agreement went on that route from now on. */
    public Review review(List<ProposedMove> moves, @Nullable AgreedRoute agreed) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        new Proposal("", Proposal.Kind.MOVE, moves).refusal().ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        if (agreed != null) {
            agreedRoutes.require(agreed);
        }
        var rows = rows(moves.stream().map(ProposedMove::visit).toList());
        var rights = rights(moves);
        var visible = moves.stream()
                .filter(move -> rights.allow(rows.get(move.visit()), move.target()))
                .toList();
        var lines = new HashMap<String, Review.Line>();
        var neighbours = new ArrayList<Review.Neighbour>();
        int elsewhere = 0;
        if (!visible.isEmpty()) {
            var trial = trial(visible, agreed);
            trial.moved().forEach(one -> lines.put(one.visit().code(), Review.line(one)));
            var others = new TreeSet<>(trial.affected());
            others.removeAll(lines.keySet());
            var boards = loader.visits(others).stream().collect(toMap(VisitRow::code, VisitRow::boardOffice));
            for (var other : others) {
                var neighbour = Review.neighbour(trial, other);
                if (neighbour.isPresent() && current.maySee(boards.get(other))) {
                    neighbours.add(neighbour.get());
                } else if (neighbour.isPresent()) {
                    elsewhere++;
                }
            }
        }
        return new Review(
                moves.stream()
                        .map(move -> lines.getOrDefault(move.visit(), Review.gone(move.visit())))
                        .toList(),
                neighbours,
                elsewhere);
    }

    private Trial trial(List<ProposedMove> moves, @Nullable AgreedRoute agreed) {
        var proposal = new Proposal("", Proposal.Kind.MOVE, moves, agreed);
        var plan = plan(proposal);
        return trials.run(proposal, plan, trials.candidates(plan), clock.instant());
    }

    private ProposalOutcome attempt(Proposal proposal) {
        var rows = rows(proposal.visits());
        var rights = rights(proposal.moves());
        proposal.moves().forEach(move -> rights.require(found(rows, move.visit()), move.target()));
        var whole = whole(proposal);
        var plan = plan(proposal);
        guards.prepare(plan.technicianDays(), plan.runs());
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!receipts.claim(proposal, current.username(), clock.instant())) {
                return receipts.given(proposal, current.username())
                        .orElseGet(() -> ProposalOutcome.refused(
                                "This was sent before as another command. Nothing was changed; please try again."));
            }
            var outcome = decide(whole, plan);
            receipts.answer(proposal.opId(), outcome);
            return outcome;
        }));
    }

    /** With what has to be agreed again, when the change that is undone or redone went with another route. */
    private Proposal whole(Proposal proposal) {
        var whole = proposal.kind() == Proposal.Kind.MOVE
                ? proposal
                : proposal.with(agreedRoutes
                        .beforeLastChangeOf(proposal.visits().getFirst())
                        .orElse(null));
        if (whole.agreed() != null) {
            agreedRoutes.require(whole.agreed());
        }
        return whole;
    }

    private ProposalOutcome decide(Proposal proposal, Plan plan) {
        guards.lock(plan.technicianDays(), plan.runs(), plan.customers());
        var candidates = trials.candidates(plan);
        guards.lockVisits(candidates);
        var now = clock.instant();
        var locked = Plan.read(database, proposal);
        var trial = trials.run(proposal, locked, candidates, now);
        if (!trial.stale() && !locked.equals(plan)) {
            throw new ConcurrencyFailureException("A visit or a run changed while the locks were taken.");
        }
        var outcome = trial.outcome(proposal.kind());
        if (outcome.status() == Status.ACCEPTED) {
            saving.write(proposal, trial, now);
        }
        return outcome;
    }

    /** @throws IllegalArgumentException with a sentence when a visit comes twice */
    private Plan plan(Proposal proposal) {
        var plan = Plan.read(database, proposal);
        proposal.repeated().ifPresent(visit -> {
            throw new IllegalArgumentException("The visit of %s comes twice. Take one of its moves out."
                    .formatted(plan.rows().get(visit).calledName()));
        });
        return plan;
    }

    private Rights rights(List<ProposedMove> moves) {
        return new Rights(
                database, current, moves.stream().map(ProposedMove::target).toList());
    }

    private Map<String, VisitRow> rows(Collection<String> visits) {
        return loader.visits(new HashSet<>(visits)).stream().collect(toMap(VisitRow::code, row -> row));
    }

    private static VisitRow found(Map<String, VisitRow> rows, String visit) {
        var row = rows.get(visit);
        if (row == null) {
            throw new IllegalArgumentException("There is no visit (%s).".formatted(visit));
        }
        return row;
    }
}
