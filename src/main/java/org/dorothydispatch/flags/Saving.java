package org.dorothydispatch.flags;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.schedule.AgreedRoutes;
import org.dorothydispatch.schedule.Assignments;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Writes everything an accepted proposal means: visits, consents and reasons, what the checks now say of every visit it
 * touches, the audit, and last the outbox. Runs behind the locks.
 */
final class Saving {

    private final WorldLoader loader;
    private final Judgements judgements;
    private final Answers answers;
    private final Assignments assignments;
    private final AgreedRoutes agreedRoutes;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final CurrentUser current;

    Saving(
            WorldLoader loader,
            Judgements judgements,
            Answers answers,
            Assignments assignments,
            AgreedRoutes agreedRoutes,
            AuditTrail audit,
            Outbox outbox,
            CurrentUser current) {
        this.loader = loader;
        this.judgements = judgements;
        this.answers = answers;
        this.assignments = assignments;
        this.agreedRoutes = agreedRoutes;
        this.audit = audit;
        this.outbox = outbox;
        this.current = current;
    }

    void write(Proposal proposal, Trial trial, Instant now) {
        var touched = new ArrayList<Moved>();
        for (var one : trial.moved()) {
            var why = writeAnswers(proposal, one, now);
            if (one.elsewhere()) {
                writePlace(proposal, one, why);
            }
            if (one.elsewhere() || !why.isEmpty()) {
                touched.add(one);
            }
        }
        if (proposal.agreed() != null) {
            agreedRoutes.write(proposal.agreed(), proposal.opId());
        }
        var changed = new LinkedHashSet<>(judgements.keep(trial.affected(), trial.judged(), trial.kept()));
        touched.forEach(one -> changed.add(one.visit().code()));
        if (!touched.isEmpty() || proposal.agreed() != null && !changed.isEmpty()) {
            outbox.append(boards(changed, touched), proposal.kind().word(), current.name(), proposal.opId());
        }
    }

    private void writePlace(Proposal proposal, Moved one, List<String> why) {
        var visit = one.visit();
        var there = Places.placement(one.after());
        if (!assignments.write(visit.code(), one.row().version(), there, Places.boardOffice(visit, one.after()))) {
            throw new ConcurrencyFailureException("The visit was changed behind the locks.");
        }
        audit.record(new Change(
                one.row().boardOffice(),
                action(proposal.kind(), one),
                "visit",
                visit.code(),
                Places.words(one.before()),
                Places.words(one.after()),
                why.isEmpty() ? null : String.join("; ", why),
                proposal.opId()));
    }

    private static String action(Proposal.Kind kind, Moved one) {
        if (kind != Proposal.Kind.MOVE) {
            return kind.word();
        }
        if (one.after().date() == null) {
            return "unassign";
        }
        return one.before().date() == null ? "assign" : "move";
    }

    /** Writes the consents and reasons that answer a flag of the place; says what they are. */
    private List<String> writeAnswers(Proposal proposal, Moved one, Instant now) {
        var why = new ArrayList<String>();
        var flags = new HashMap<String, Flag>();
        one.there().forEach(flag -> flags.put(flag.code(), flag));
        var visit = one.visit();
        for (var consent : one.move().consents()) {
            var flag = flags.get(consent.preference());
            if (flag != null && flag.side() == Side.CUSTOMER) {
                answers.keep(visit.code(), consent);
                var words =
                        "%s agreed, asked by %s on %s".formatted(one.name(), consent.by(), Places.day(consent.on()));
                why.add(words);
                record(proposal, one, "consent", consent.preference(), words, consent.note());
            }
        }
        for (var reason : one.move().reasons()) {
            var flag = flags.get(reason.code());
            if (flag != null && flag.broken() && !reason.reason().isBlank()) {
                var today = now.atZone(visit.customer().office().zone()).toLocalDate();
                answers.keep(visit.code(), reason, today, current.name());
                why.add(reason.reason());
                record(proposal, one, "override", reason.code(), flag.message(), reason.reason());
            }
        }
        return why;
    }

    private void record(Proposal proposal, Moved one, String action, String code, String after, @Nullable String why) {
        audit.record(new Change(
                one.row().boardOffice(),
                action,
                "visit",
                one.visit().code(),
                null,
                code + ": " + after,
                why,
                proposal.opId()));
    }

    /** Every board that shows one of the changed visits, and the home offices of the people who drive them. */
    private SortedMap<String, Collection<String>> boards(Collection<String> changed, List<Moved> touched) {
        var boards = new TreeMap<String, Collection<String>>();
        loader.visits(changed).forEach(row -> add(boards, row.boardOffice(), row.code()));
        for (var one : touched) {
            for (var there : List.of(one.before(), one.after())) {
                add(boards, Places.boardOffice(one.visit(), there), one.visit().code());
                var home = Places.homeOffice(there);
                if (home != null) {
                    add(boards, home, one.visit().code());
                }
            }
        }
        return boards;
    }

    private static void add(SortedMap<String, Collection<String>> boards, String office, String visit) {
        boards.computeIfAbsent(office, code -> new LinkedHashSet<>()).add(visit);
    }
}
