package org.dorothydispatch.practice;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerFinder;
import org.dorothydispatch.customer.CustomerFound;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.practice.CoachingNote.State;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coaching notes: what a customer met, and what is practised for it. Branch managers write and read those of their
 * offices; the associate reads their own; nobody else reads any. In the audit stands who did what to which note, for
 * administrators alone, and none of the words.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class CoachingService {

    public static final int LONGEST = 10_000;

    private final CoachingStore store;
    private final StoryBook book;
    private final AuditTrail audit;
    private final CustomerFinder finder;
    private final CustomerService customers;
    private final OfficeService offices;
    private final CurrentUser current;
    private final Clock clock;

    CoachingService(
            CoachingStore store,
            StoryBook book,
            AuditTrail audit,
            CustomerFinder finder,
            CustomerService customers,
            OfficeService offices,
            CurrentUser current,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.audit = audit;
        this.finder = finder;
        this.customers = customers;
        this.offices = offices;
        this.current = current;
        this.clock = clock;
    }

    /** Whether the person who is signed in may write such notes. */
    public boolean mayCoach() {
        return current.has(BRANCH_MANAGER);
    }

    /** Who works at the office, by name. */
    @Transactional(readOnly = true)
    public List<Associate> associates(String office) {
        current.requireWrite(office, BRANCH_MANAGER);
        return store.associates(office);
    }

    /** Customers of one office whose name, street or telephone has these words. */
    @Transactional(readOnly = true)
    public List<CustomerFound> customers(String office, String words, int most) {
        current.requireWrite(office, BRANCH_MANAGER);
        return finder.find(words, most).stream()
                .filter(found -> found.office().equals(office))
                .toList();
    }

    /** The stories that can be agreed on, by code and title. */
    public List<StoryTitle> stories() {
        return book.all().stream()
                .map(story -> new StoryTitle(story.code(), story.title()))
                .toList();
    }

    /** The title of a story; its code when there is no such story any more. */
    public String title(String story) {
        return book.find(story).map(Story::title).orElse(story);
    }

    /** A story as it is chosen. */
    public record StoryTitle(String code, String title) {}

    /** Notes of these offices, the latest first. */
    @Transactional(readOnly = true)
    public List<CoachingNote> list(Collection<String> wanted, @Nullable State state, long offset, int limit) {
        current.require(BRANCH_MANAGER);
        current.requireOffices(wanted);
        return store.of(wanted, state, offset, limit);
    }

    /** What was written about the person who asks, the latest first. */
    @Transactional(readOnly = true)
    public List<CoachingNote> mine() {
        return store.about(current.username());
    }

    /** One note, for a manager of its office or whom it is about. */
    @Transactional(readOnly = true)
    public CoachingNote get(String code) {
        return store.find(code)
                .filter(note ->
                        note.associate().equals(current.username()) || current.mayWrite(note.office(), BRANCH_MANAGER))
                .orElseThrow(CoachingService::none);
    }

    /**
     * Writes an incident down, and the practice agreed on if there is one.
     *
     * @throws IllegalArgumentException with a sentence when something is missing or does not fit
     */
    public CoachingNote file(IncidentCommand command) {
        current.requireWrite(command.office(), BRANCH_MANAGER);
        var words = words(command.words());
        var today = offices.today(command.office());
        if (command.associate() == null
                || store.associates(command.office()).stream()
                        .noneMatch(associate -> associate.username().equals(command.associate()))) {
            throw new IllegalArgumentException("Say whom it is about: somebody who works at this office.");
        }
        if (command.place() == null) {
            throw new IllegalArgumentException("Say where it was: at the desk, on the phone or at the door.");
        }
        if (command.happenedOn() == null) {
            throw new IllegalArgumentException("Say on which day it was.");
        }
        if (command.happenedOn().isAfter(today)) {
            throw new IllegalArgumentException("This day is still to come. Choose the day on which it was.");
        }
        requireCustomer(command);
        if (command.story() != null || command.until() != null) {
            requirePractice(command.story(), command.until(), today);
        }
        var code = UUID.randomUUID().toString();
        if (!store.add(
                code, command, command.place(), command.happenedOn(), words, current.username(), clock.instant())) {
            return store.findByOperation(command.opId())
                    .filter(note -> note.office().equals(command.office()))
                    .orElseThrow(CoachingService::none);
        }
        record("coaching-filed", code, null, "filed", command.opId());
        if (command.story() != null && command.until() != null) {
            agreed(code, 0, command.story(), command.until(), null);
        }
        return get(code);
    }

    /**
     * Agrees on a practice, or on another one. It counts once the associate has played that story to its end in a run
     * begun after this.
     *
     * @throws IllegalArgumentException with a sentence when it does not fit, or somebody else was first
     */
    public CoachingNote agree(String code, int version, @Nullable String story, @Nullable LocalDate until) {
        var note = store.find(code)
                .filter(found -> current.mayWrite(found.office(), BRANCH_MANAGER))
                .orElseThrow(CoachingService::none);
        if (note.state() == State.DONE) {
            throw new IllegalArgumentException(
                    "%s has done it already. Write a new note for another practice.".formatted(note.associateName()));
        }
        requirePractice(story, until, offices.today(note.office()));
        var before = note.story() == null ? null : note.story() + " until " + note.until();
        agreed(code, version, book.get(String.valueOf(story)).code(), Objects.requireNonNull(until), before);
        return get(code);
    }

    private void agreed(String code, int version, String story, LocalDate until, @Nullable String before) {
        if (!store.agree(code, version, story, until, current.username(), clock.instant())) {
            throw new IllegalArgumentException(
                    "Somebody else has just changed this note. Look at the change and try again.");
        }
        record("coaching-agreed", code, before, story + " until " + until, null);
    }

    private static String words(String said) {
        var words = said.strip();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Write down what the customer met, in a sentence or two.");
        }
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException("This is too long to keep: %,d characters, and at most %,d. Shorten it."
                    .formatted(words.length(), LONGEST));
        }
        return words;
    }

    private void requireCustomer(IncidentCommand command) {
        if (command.customer() != null
                && !customers.get(command.customer()).office().equals(command.office())) {
            throw new IllegalArgumentException(
                    "This customer belongs to another office. Choose one of this office, or none.");
        }
    }

    private void requirePractice(@Nullable String story, @Nullable LocalDate until, LocalDate today) {
        if (story == null) {
            throw new IllegalArgumentException("Choose the story to practise.");
        }
        book.get(story);
        if (until == null) {
            throw new IllegalArgumentException("Say until when it is to be done.");
        }
        if (until.isBefore(today)) {
            throw new IllegalArgumentException("That day is past. Choose today or a later day.");
        }
    }

    private void record(
            String action, String code, @Nullable String before, @Nullable String after, @Nullable String opId) {
        audit.record(new Change(null, action, "coaching", code, before, after, null, opId));
    }

    /** The same sentence for a note of others as for none. */
    private static IllegalArgumentException none() {
        return new IllegalArgumentException("There is no such note for you.");
    }
}
