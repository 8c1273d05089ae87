package org.dorothydispatch.flags;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.rules.Affected;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.RouteFacts;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.schedule.AgreedRoute;
import org.jspecify.annotations.Nullable;

/**
 * Does a proposal in memory and asks the checks what it means: for the preview, and behind the locks for the save. All
 * visits are lifted first and judged when all stand where they shall, so that two may change places.
 */
final class Trials {

    private final WorldLoader loader;
    private final Judge judge;
    private final StartTimes starts;
    private final Guards guards;
    private final Answers answers;
    private final Judgements judgements;
    private final AuditTrail audit;

    Trials(WorldLoader loader, Judge judge, Guards guards, Answers answers, Judgements judgements, AuditTrail audit) {
        this.loader = loader;
        this.judge = judge;
        this.starts = new StartTimes(judge.checks());
        this.guards = guards;
        this.answers = answers;
        this.judgements = judgements;
        this.audit = audit;
    }

    /** Every visit whose flags the plan can change: open ones of its customers, and those of its days and runs. */
    Set<String> candidates(Plan plan) {
        var codes = new HashSet<>(plan.rows().keySet());
        var others = new ArrayList<>(loader.openOfCustomers(plan.customers()));
        others.addAll(loader.ofTechnicianDays(plan.technicianDays()));
        others.addAll(loader.ofRuns(plan.runs()));
        others.stream().filter(VisitRow::judged).forEach(other -> codes.add(other.code()));
        return codes;
    }

    Trial run(Proposal proposal, Plan plan, Set<String> candidates, Instant now) {
        var world = loader.load(
                new WorldLoader.Question(candidates, plan.technicianDays(), plan.runs(), null), proposal.agreed());
        return new Run(proposal, plan, candidates, world, now).trial();
    }

    private final class Run {

        private final Proposal proposal;
        private final Plan plan;
        private final Set<String> candidates;
        private final World world;
        private final Instant now;
        private final Map<String, Assignment> before = new HashMap<>();
        private final Map<String, List<Flag>> standing = new HashMap<>();
        private final Map<String, MoveOutcome> impossible = new HashMap<>();

        Run(Proposal proposal, Plan plan, Set<String> candidates, World world, Instant now) {
            this.proposal = proposal;
            this.plan = plan;
            this.candidates = candidates;
            this.world = world;
            this.now = now;
        }

        Trial trial() {
            for (var move : proposal.moves()) {
                var visit = world.visit(move.visit());
                before.put(visit.code(), visit.assignment());
                standing.put(visit.code(), judge.checks().check(world, visit, Now.at(now)));
                impossible(move, visit).ifPresent(outcome -> impossible.put(visit.code(), outcome));
            }
            var possible = proposal.moves().stream()
                    .filter(move -> !impossible.containsKey(move.visit()))
                    .toList();
            move(possible);
            var affected = affected(possible);
            var kept = judgements.of(affected);
            var judged = judged(affected);
            return new Trial(world, outcomes(kept, judged), affected, kept, judged);
        }

        private void move(List<ProposedMove> moves) {
            for (var move : moves) {
                var visit = world.visit(move.visit());
                move.consents().forEach(consent -> world.consent(visit, consent.preference()));
                world.move(visit, lifted(visit));
            }
            // Who knows the hour comes first: the others find theirs in what is left.
            moves.stream().filter(move -> move.target().start() != null).forEach(this::put);
            moves.stream().filter(move -> move.target().start() == null).forEach(this::put);
        }

        /** Nowhere, with the start it had: a visit that gets no other keeps to it. */
        private static Assignment lifted(VisitFacts visit) {
            return new Assignment(null, visit.assignment().start(), null, null, VisitStatus.UNASSIGNED);
        }

        private void put(ProposedMove move) {
            var visit = world.visit(move.visit());
            world.move(visit, place(move, visit));
        }

        private Assignment place(ProposedMove move, VisitFacts visit) {
            var target = move.target();
            if (target.isTray()) {
                return Assignment.unassigned();
            }
            var technician = technician(plan.technician(move));
            var route = target.route() == null ? null : route(target.route());
            var start = target.start();
            if (start == null) {
                start = starts.bestStart(world, visit, route, target.date(), technician, Now.at(now))
                        .orElse(before.get(visit.code()).start());
            }
            var status = Places.planned(before.get(visit.code()).status());
            return new Assignment(target.date(), start, route, technician, status);
        }

        private TechnicianFacts technician(@Nullable String code) {
            return world.technicians().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        private RouteFacts route(String code) {
            return world.routes().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        private Set<String> affected(List<ProposedMove> moves) {
            var affected = new HashSet<String>();
            for (var move : moves) {
                var visit = world.visit(move.visit());
                Affected.by(world, visit, before.get(visit.code()), visit.assignment()).stream()
                        .map(VisitFacts::code)
                        .filter(candidates::contains)
                        .forEach(affected::add);
            }
            if (proposal.agreed() != null) {
                candidates.stream()
                        .filter(code -> goesBy(world.visit(code), proposal.agreed()))
                        .forEach(affected::add);
            }
            return affected;
        }

        private static boolean goesBy(VisitFacts visit, AgreedRoute agreed) {
            return visit.agreement() != null && visit.agreement().code().equals(agreed.agreement());
        }

        private Map<String, Judgement> judged(Collection<String> visits) {
            var judged = new HashMap<String, Judgement>();
            for (var code : visits) {
                judge.judge(world, world.visit(code), now).ifPresent(judgement -> judged.put(code, judgement));
            }
            return judged;
        }

        private List<Moved> outcomes(Map<String, Judgement> kept, Map<String, Judgement> judged) {
            var overridden = answers.overridden(proposal.visits());
            var moved = new ArrayList<Moved>();
            for (var move : proposal.moves()) {
                var visit = world.visit(move.visit());
                var there = judge.checks().check(world, visit, Now.at(now));
                var one = new Moved(
                        move,
                        plan.row(move),
                        visit,
                        before.get(visit.code()),
                        standing.get(visit.code()),
                        visit.assignment(),
                        there,
                        free(move, visit));
                var answered = new HashSet<>(overridden.getOrDefault(visit.code(), Set.of()));
                move.reasons().stream()
                        .filter(reason -> !reason.reason().isBlank())
                        .forEach(reason -> answered.add(reason.code()));
                var decision = Decision.on(there, one.standing(), answered);
                moved.add(Optional.ofNullable(impossible.get(visit.code()))
                        .or(() -> problem(one, decision))
                        .map(one::with)
                        .orElse(one));
            }
            newlyBlocked(moved, judged, kept).forEach(flag -> refuseNeighbours(moved, flag));
            return moved;
        }

        private MoveOutcome free(ProposedMove move, VisitFacts visit) {
            var there = Places.placement(visit.assignment());
            var elsewhere = !there.equals(Places.placement(before.get(visit.code())));
            var version = plan.row(move).version();
            return new MoveOutcome(
                    Status.ACCEPTED,
                    "%s%s: %s."
                            .formatted(
                                    visit.customer().calledName(),
                                    elsewhere ? "" : " stays",
                                    Places.words(visit.assignment())),
                    elsewhere ? version + 1 : version,
                    List.of(),
                    there);
        }

        private Optional<MoveOutcome> problem(Moved one, Decision decision) {
            var after = one.after();
            if (!one.elsewhere()) {
                return Optional.empty();
            }
            if (!decision.blocking().isEmpty()) {
                return Optional.of(outcome(
                        Status.REFUSED,
                        decision.blocking().getFirst().message(),
                        one.row(),
                        decision.blocking(),
                        one.before()));
            }
            if (after.date() != null && after.start() == null) {
                var sentence = "%s has no free %d minutes on %s."
                        .formatted(world.nameOf(after.technician()), one.visit().minutes(), Places.day(after.date()));
                return Optional.of(outcome(Status.REFUSED, sentence, one.row(), List.of(), one.before()));
            }
            if (!decision.needing().isEmpty()) {
                return Optional.of(outcome(
                        Status.NEEDS, decision.needing().getFirst().message(), one.row(), decision.needing(), after));
            }
            return Optional.empty();
        }

        /** What no move may be, whatever the checks say of the place. */
        private Optional<MoveOutcome> impossible(ProposedMove move, VisitFacts visit) {
            var row = plan.row(move);
            if (!guards.seen(row, move)) {
                return Optional.of(outcome(Status.STALE, stale(row, visit), row, List.of(), visit.assignment()));
            }
            return Optional.ofNullable(closed(move, row, visit))
                    .map(sentence -> outcome(Status.REFUSED, sentence, row, List.of(), visit.assignment()));
        }

        private @Nullable String closed(ProposedMove move, VisitRow row, VisitFacts visit) {
            var target = move.target();
            var today = now.atZone(visit.customer().office().zone()).toLocalDate();
            var name = visit.customer().calledName();
            if (!row.open()) {
                return "The visit of %s is %s and stays where it is."
                        .formatted(name, row.status().word());
            }
            if (row.date() != null && row.date().isBefore(today)) {
                return "The visit of %s was planned for %s. What is past cannot be moved; mark it done or missed."
                        .formatted(name, Places.day(row.date()));
            }
            if (row.pinned() && !plan.stays(move)) {
                return "The visit of %s is pinned. Unpin it first.".formatted(name);
            }
            if (target.isTray()) {
                return null;
            }
            if (target.date() == null) {
                return "Choose a day for the visit of %s.".formatted(name);
            }
            if (target.date().isBefore(today)) {
                return "%s is past. Choose today or a later day.".formatted(Places.day(target.date()));
            }
            if (plan.technician(move) == null) {
                return "Nobody drives this route on %s. Choose a technician.".formatted(Places.day(target.date()));
            }
            return null;
        }

        private String stale(VisitRow row, VisitFacts visit) {
            var who = audit.whoChanged("visit", row.code(), row.boardOffice()).orElse("Somebody else");
            var name = visit.customer().calledName();
            return row.open()
                    ? "%s was first: %s is now %s. Look again before you move it."
                            .formatted(who, name, Places.words(visit.assignment()))
                    : "%s was first: the visit of %s is %s and stays where it is."
                            .formatted(who, name, row.status().word());
        }

        /** Flags nobody can keep, which the proposal would put on visits that are not part of it. */
        private List<FlagRow> newlyBlocked(
                List<Moved> moved, Map<String, Judgement> judged, Map<String, Judgement> kept) {
            var own = new HashSet<>(proposal.visits());
            return judged.values().stream()
                    .filter(judgement -> !own.contains(judgement.visit()))
                    .flatMap(judgement -> judgement.flags().stream())
                    .filter(flag -> flag.blocks() && !had(kept.get(flag.visit()), flag))
                    .toList();
        }

        private static boolean had(@Nullable Judgement before, FlagRow flag) {
            return before != null
                    && before.flags().stream()
                            .anyMatch(old -> old.blocks()
                                    && old.kind().equals(flag.kind())
                                    && old.code().equals(flag.code()));
        }

        /** Refuses the moves beside which the flag came up, unless one of them is refused for itself; all when none is. */
        private void refuseNeighbours(List<Moved> moved, FlagRow flag) {
            var harmed = world.visit(flag.visit());
            var elsewhere = moved.stream().filter(Moved::elsewhere).toList();
            var beside = elsewhere.stream().filter(one -> beside(one, harmed)).toList();
            var culprits = beside.isEmpty() ? elsewhere : beside;
            if (culprits.stream().anyMatch(one -> one.outcome().status() == Status.REFUSED)) {
                return;
            }
            moved.replaceAll(one -> culprits.contains(one)
                    ? one.with(new MoveOutcome(
                            Status.REFUSED,
                            flag.message(),
                            one.row().version(),
                            List.of(flag),
                            Places.placement(one.before())))
                    : one);
        }

        private static boolean beside(Moved one, VisitFacts harmed) {
            var there = one.after();
            var harmedThere = harmed.assignment();
            return harmed.customer().code().equals(one.visit().customer().code())
                    || there.date() != null
                            && there.date().equals(harmedThere.date())
                            && (there.technician() == harmedThere.technician()
                                    || there.route() != null && there.route() == harmedThere.route());
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
}
