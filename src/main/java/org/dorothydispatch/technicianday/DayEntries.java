package org.dorothydispatch.technicianday;

import static org.dorothydispatch.listening.ListeningService.LONGEST;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.flags.CloseVisit;
import org.dorothydispatch.listening.Channel;
import org.dorothydispatch.listening.HearCommand;
import org.dorothydispatch.listening.HeardOutcome;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.preference.Remember;
import org.dorothydispatch.preference.WishBook;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.schedule.VisitProgress;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.technicianday.DayEntry.Kind;
import org.dorothydispatch.technicianday.DayEntry.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes down what a technician enters about their own visits: read, checked in, checked out, said. Each entry is one
 * transaction with its receipt, its audit row and what the boards are told; sent again, it is answered again and nothing
 * is stored twice. An entry the plan has gone past is no loss: it is told in a sentence and stands on the office's record.
 */
@Service
public class DayEntries {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_REASON = 2_000;
    private static final Duration OLDEST = Duration.ofDays(7);
    private static final Duration RECEIPTS_KEPT = Duration.ofDays(60);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final TechnicianDays days;
    private final DayRows rows;
    private final DayReceipts receipts;
    private final WishBook book;
    private final VisitProgress progress;
    private final CloseVisit closing;
    private final ListeningService listening;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final CurrentUser current;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DayEntries(
            TechnicianDays days,
            DayRows rows,
            DayReceipts receipts,
            WishBook book,
            VisitProgress progress,
            CloseVisit closing,
            ListeningService listening,
            AuditTrail audit,
            Outbox outbox,
            CurrentUser current,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.days = days;
        this.rows = rows;
        this.receipts = receipts;
        this.book = book;
        this.progress = progress;
        this.closing = closing;
        this.listening = listening;
        this.audit = audit;
        this.outbox = outbox;
        this.current = current;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** Takes one entry of the technician who is signed in. */
    public EntryAnswer enter(DayEntry entry) {
        var technician = days.ownCode();
        var refusal = refusal(entry);
        if (refusal.isPresent()) {
            return EntryAnswer.refused(entry, refusal.get());
        }
        if (entry.kind() == Kind.CHECK_OUT) {
            closing.prepare(entry.visit());
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            var now = clock.instant();
            if (!receipts.claim(entry, current.username(), now)) {
                return receipts.given(entry, current.username())
                        .orElseGet(() -> EntryAnswer.refused(
                                entry, "This was sent before as something else. Nothing was changed; enter it again."));
            }
            var answer = take(entry, technician, now.minusMillis(Math.max(0, entry.agoMillis())));
            receipts.answer(answer);
            return answer;
        }));
    }

    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        receipts.forgetBefore(clock.instant().minus(RECEIPTS_KEPT));
    }

    /** What can be told from the entry alone. */
    private static Optional<String> refusal(DayEntry entry) {
        if (entry.id().isBlank() || entry.id().length() > LONGEST_ID) {
            return Optional.of("An entry needs an id of at most %d characters.".formatted(LONGEST_ID));
        }
        if (entry.agoMillis() > OLDEST.toMillis()) {
            return Optional.of("This is more than a week old. Tell the desk what happened.");
        }
        if (entry.saysSomething()
                && Objects.requireNonNull(entry.said()).strip().length() > LONGEST) {
            return Optional.of(
                    "What they said may have %d letters; this has %d. Keep what they said, not how they came to it."
                            .formatted(LONGEST, entry.said().strip().length()));
        }
        if (entry.why() != null && entry.why().strip().length() > LONGEST_REASON) {
            return Optional.of("A reason may have %d letters; this has %d. Shorten it."
                    .formatted(LONGEST_REASON, entry.why().strip().length()));
        }
        return switch (entry.kind()) {
            case READ, CHECK_IN -> Optional.empty();
            case SAID -> entry.saysSomething() ? Optional.empty() : Optional.of("Write down what they said.");
            case CHECK_OUT -> {
                if (entry.outcome() == null) {
                    yield Optional.of("Say whether it was done or missed.");
                }
                if (entry.outcome() == Outcome.MISSED && blank(entry.why())) {
                    yield Optional.of("Say why it was missed.");
                }
                yield entry.saysSomething() || entry.nothingSaid()
                        ? Optional.empty()
                        : Optional.of("Write down what they said, or say that they said nothing.");
            }
        };
    }

    private EntryAnswer take(DayEntry entry, String technician, Instant at) {
        switch (entry.kind()) {
            // Whoever closes a visit holds what it stands beside, and takes those locks first.
            case CHECK_OUT -> closing.hold(entry.visit());
            case READ, CHECK_IN -> rows.lock(entry.visit());
            case SAID -> {}
        }
        var visit = rows.visit(entry.visit()).filter(found -> current.maySee(found.boardOffice()));
        if (visit.isEmpty()) {
            return EntryAnswer.conflict(
                    entry, "There is no such visit on your day any more. Tell the desk what happened.");
        }
        var found = visit.get();
        if (entry.kind() == Kind.SAID) {
            return said(entry, technician, found);
        }
        var gone = gone(entry, technician, found, at);
        if (gone.isPresent()) {
            return kept(entry, technician, found, at, gone.get());
        }
        return switch (entry.kind()) {
            case READ -> read(entry, technician, found, at);
            case CHECK_IN -> checkIn(entry, technician, found, at);
            case CHECK_OUT -> checkOut(entry, technician, found, at);
            case SAID -> throw new IllegalStateException();
        };
    }

    /** Why the entry no longer fits the visit, if it does not. */
    private Optional<String> gone(DayEntry entry, String technician, DayRows.Visit visit, Instant at) {
        var name = visit.name();
        if (visit.status().equals("cancelled")) {
            return Optional.of("The visit of %s was called off meanwhile.".formatted(name));
        }
        if (visit.status().equals("unassigned") || visit.technician() == null || visit.date() == null) {
            return Optional.of(
                    "The visit of %s was taken off your run meanwhile and waits for another day.".formatted(name));
        }
        if (!visit.technician().equals(technician)) {
            return Optional.of("The visit of %s was given to %s meanwhile.".formatted(name, visit.technicianName()));
        }
        if (!visit.open()) {
            return entry.kind() == Kind.READ
                    ? Optional.empty()
                    : Optional.of("The visit of %s was closed already, as %s.".formatted(name, visit.status()));
        }
        if (entry.kind() != Kind.READ && visit.date().isAfter(LocalDate.ofInstant(at, visit.zone()))) {
            return Optional.of("The visit of %s was moved to %s meanwhile.".formatted(name, DAY.format(visit.date())));
        }
        return Optional.empty();
    }

    private EntryAnswer read(DayEntry entry, String technician, DayRows.Visit visit, Instant at) {
        var mark = Objects.requireNonNullElse(entry.mark(), "");
        progress.rememberRead(visit.code(), technician, mark, at);
        record(visit, "read", null, "what to remember, at " + time(visit, at), null, entry.id());
        tell(visit, "read", entry.id());
        return EntryAnswer.stored(entry, changedSince(visit, mark));
    }

    private EntryAnswer checkIn(DayEntry entry, String technician, DayRows.Visit visit, Instant at) {
        var remember = remember(visit);
        var before = progress.of(visit.code(), technician);
        var shown = Objects.requireNonNullElse(entry.mark(), "");
        // A phone without network may not have had these words; whoever had them reads them first.
        if (!remember.isEmpty() && before.rememberMark() == null && shown.equals(remember.mark())) {
            return EntryAnswer.refused(
                    entry, "Read what to remember about %s first, then check in.".formatted(visit.name()));
        }
        var came = progress.checkIn(visit.code(), technician, at);
        if (before.checkedInAt() != null) {
            return EntryAnswer.stored(
                    entry,
                    "You had checked in at %s already at %s. That time stays."
                            .formatted(visit.name(), time(visit, came)));
        }
        record(visit, "check in", null, "checked in at " + time(visit, at), null, entry.id());
        tell(visit, "check in", entry.id());
        return EntryAnswer.stored(entry, changedSince(visit, Objects.requireNonNullElse(before.rememberMark(), shown)));
    }

    private EntryAnswer checkOut(DayEntry entry, String technician, DayRows.Visit visit, Instant at) {
        var outcome = Objects.requireNonNull(entry.outcome());
        var begun = progress.of(visit.code(), technician).checkedInAt();
        if (outcome == Outcome.DONE && begun == null) {
            return EntryAnswer.refused(entry, "Check in at %s first, then check out.".formatted(visit.name()));
        }
        var left = begun != null && at.isBefore(begun) ? begun : at;
        var why =
                outcome == Outcome.MISSED ? Objects.requireNonNull(entry.why()).strip() : null;
        closing.close(visit.code(), technician, outcome.word(), left, why, entry.id());
        record(
                visit,
                outcome.word(),
                visit.status(),
                begun == null
                        ? "%s at %s".formatted(outcome.word(), time(visit, left))
                        : "%s, %s to %s".formatted(outcome.word(), time(visit, begun), time(visit, left)),
                why,
                entry.id());
        return EntryAnswer.stored(entry, null).with(hear(entry, technician, visit));
    }

    private EntryAnswer said(DayEntry entry, String technician, DayRows.Visit visit) {
        if (!mayHear(technician, visit)) {
            return EntryAnswer.conflict(
                    entry,
                    "%s is no longer one of the people you visit. Tell the desk what they said."
                            .formatted(visit.name()));
        }
        return EntryAnswer.stored(entry, null).with(hear(entry, technician, visit));
    }

    /** The plan has gone past it: what was entered stands on the office's record, and what was said in its inbox. */
    private EntryAnswer kept(DayEntry entry, String technician, DayRows.Visit visit, Instant at, String sentence) {
        var caught = hear(entry, technician, visit);
        var words = new ArrayList<String>();
        words.add("%s %s at %s".formatted(current.name(), deed(entry), time(visit, at)));
        if (entry.saysSomething()
                && !mayHear(technician, visit)
                && listening.caught(entry.said()).isEmpty()) {
            words.add("they said: “%s”".formatted(entry.said().strip()));
        }
        record(
                visit,
                "entered too late",
                null,
                String.join("; ", words),
                blank(entry.why())
                        ? sentence
                        : sentence + " " + Objects.requireNonNull(entry.why()).strip(),
                entry.id());
        return EntryAnswer.conflict(entry, sentence + " What you entered is kept, and the office sees it.")
                .with(caught);
    }

    private static String deed(DayEntry entry) {
        return switch (entry.kind()) {
            case READ -> "read what to remember";
            case CHECK_IN -> "checked in";
            case CHECK_OUT ->
                "checked out, " + Objects.requireNonNull(entry.outcome()).word() + ",";
            case SAID -> "wrote down what was said";
        };
    }

    /** Puts what was said into the listening inbox; answers with what the law is about in it, which is not written down. */
    private EntryAnswer.@Nullable Caught hear(DayEntry entry, String technician, DayRows.Visit visit) {
        if (!entry.saysSomething() || !mayHear(technician, visit)) {
            return null;
        }
        var outcome = listening.hear(new HearCommand(
                entry.id(),
                visit.customer(),
                Objects.requireNonNull(entry.said()),
                null,
                Channel.VISIT,
                visit.code(),
                true,
                entry.keepDeclined()));
        if (outcome.status() != HeardOutcome.Status.CAUGHT) {
            return null;
        }
        var finding = Objects.requireNonNull(outcome.caught());
        return new EntryAnswer.Caught(finding.options(), finding.toSay());
    }

    /** Asked before, because a refusal would undo the whole entry. */
    private boolean mayHear(String technician, DayRows.Visit visit) {
        return current.maySee(visit.office()) && rows.visits(technician, visit.customer());
    }

    private @Nullable String changedSince(DayRows.Visit visit, String mark) {
        var remember = remember(visit);
        return remember.isEmpty() || remember.mark().equals(mark)
                ? null
                : "What to remember about %s has changed since your phone had it. Read it again."
                        .formatted(visit.name());
    }

    private Remember remember(DayRows.Visit visit) {
        var wishes = book.of(List.of(visit.customer())).getOrDefault(visit.customer(), List.of());
        return Remember.of(visit.remember(), wishes, Objects.requireNonNull(visit.date()));
    }

    private void record(
            DayRows.Visit visit,
            String action,
            @Nullable String before,
            String after,
            @Nullable String why,
            String opId) {
        audit.record(new Change(visit.boardOffice(), action, "visit", visit.code(), before, after, why, opId));
    }

    private void tell(DayRows.Visit visit, String kind, String opId) {
        outbox.append(new TreeMap<>(Map.of(visit.boardOffice(), List.of(visit.code()))), kind, current.name(), opId);
    }

    private static String time(DayRows.Visit visit, Instant at) {
        return TIME.format(at.atZone(visit.zone()));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
