package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;
import static org.dorothydispatch.security.Role.TECHNICIAN;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.listening.HeardOutcome.Status;
import org.dorothydispatch.listening.HeardRow.State;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes down what customers say, from everybody with customer contact, and keeps it until somebody has made something
 * of it. What is about who a technician is goes another way: kept as declined, for managers to read, or not at all.
 */
@Service
public class ListeningService {

    /** More letters than anybody says; a sentence is cut by nobody, so a longer one is refused. */
    public static final int LONGEST = 2_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final Duration THE_SAME_AGAIN = Duration.ofMinutes(1);
    private static final Role[] LISTENERS = {RECEPTIONIST, SALESPERSON, TECHNICIAN, DISPATCHER, BRANCH_MANAGER};
    private static final Role[] READERS = {RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER};

    private final HeardStore store;
    private final FlagService flags;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final CurrentUser current;
    private final Clock clock;

    ListeningService(
            HeardStore store,
            FlagService flags,
            AuditTrail audit,
            JdbcClient database,
            CurrentUser current,
            Clock clock) {
        this.store = store;
        this.flags = flags;
        this.audit = audit;
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** Whether the person who is signed in writes down what customers say. */
    public boolean mayListen() {
        return current.has(LISTENERS);
    }

    /** Whether they may read what others wrote down. */
    public boolean mayRead() {
        return current.has(READERS);
    }

    /** What the law is about in these words, if anything; asked while somebody types. */
    public Optional<LawLine.Finding> caught(String words) {
        current.require(LISTENERS);
        return LawLine.read(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    }

    /**
     * Writes a sentence down. It waits in the inbox of the customer's office and shows on the customer's open visits at
     * once.
     *
     * @throws IllegalArgumentException with a sentence when there is nothing to keep, too much, or no such customer
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public HeardOutcome hear(HearCommand command) {
        current.require(LISTENERS);
        var words = words(command.words());
        var office = requireListener(command);
        var known = store.findByOperation(command.opId());
        if (known.isPresent()) {
            return kept(known.get());
        }
        var caught = LawLine.read(words);
        if (caught.isPresent()) {
            return command.keepDeclined()
                    ? decline(command, words, caught.get(), office)
                    : new HeardOutcome(
                            Status.CAUGHT,
                            "This is about who a technician is. We may not follow it, and say so.",
                            null,
                            null,
                            caught.get());
        }
        var before = command.sure() ? Optional.<HeardRow>empty() : heardAMomentAgo(command.customer(), words);
        if (before.isPresent()) {
            return new HeardOutcome(
                    Status.HEARD_BEFORE,
                    "%s wrote this down a moment ago. Is it the same?"
                            .formatted(before.get().heardBy()),
                    null,
                    before.get(),
                    null);
        }
        var code = newCode("heard");
        if (!store.add(code, command, words, current.username(), clock.instant())) {
            return kept(store.findByOperation(command.opId()).orElseThrow());
        }
        audit.record(new Change(
                office, "hear", "customer", command.customer(), null, "“" + words + "”", null, command.opId()));
        flags.customersChanged(List.of(command.customer()), "heard", command.opId());
        return kept(store.find(code).orElseThrow());
    }

    /** What was heard in the offices of whoever asks; the open ones in the order in which they wait. */
    @Transactional(readOnly = true)
    public List<HeardRow> inbox(Collection<String> offices, State state, long offset, int limit) {
        current.require(READERS);
        return store.inbox(own(offices), state, offset, limit);
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public int count(Collection<String> offices, State state) {
        current.require(READERS);
        return store.count(own(offices), state);
    }

    /** Wishes about who a technician is, kept as declined. For branch managers of these offices. */
    @Transactional(readOnly = true)
    public List<RestrictedRow> restricted(Collection<String> offices, long offset, int limit) {
        current.require(BRANCH_MANAGER);
        return store.restricted(own(offices), offset, limit);
    }

    /** Whether the person who is signed in may read them. */
    public boolean mayReadRestricted() {
        return current.has(BRANCH_MANAGER);
    }

    @Transactional(readOnly = true)
    public HeardRow get(String heard) {
        current.require(READERS);
        return readable(store.find(heard), heard);
    }

    /** What a customer said, the latest first, whatever became of it. */
    @Transactional(readOnly = true)
    public List<HeardRow> ofCustomer(String customer, int most) {
        current.require(READERS);
        current.requireOffice(officeOf(customer));
        return store.ofCustomer(customer, most);
    }

    /**
     * Puts a sentence aside from which nothing follows, with the reason.
     *
     * @throws HeardChanged when somebody else settled it first
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public HeardRow putAside(String heard, int version, String why) {
        current.require(SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        var reason = why.strip();
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("Say why nothing follows from it, for whoever asks later.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "A reason may have %d letters; this one has %d.".formatted(LONGEST_REASON, reason.length()));
        }
        lockCustomerOf(heard);
        var row = settled(open(heard, version), State.ASIDE, reason);
        audit.record(new Change(
                row.office(), "set aside", "customer", row.customer(), "“" + row.words() + "”", null, reason, null));
        flags.customersChanged(List.of(row.customer()), "heard", null);
        return row;
    }

    /** The sentence, held and still open; whoever settles it holds its customer already. */
    HeardRow open(String heard, int version) {
        var row = readable(store.lock(heard), heard);
        if (row.state() != State.OPEN || row.version() != version) {
            throw new HeardChanged("%s was first: what %s said is settled already. Look again."
                    .formatted(row.settledBy() == null ? "Somebody else" : row.settledBy(), row.customerName()));
        }
        return row;
    }

    HeardRow settled(HeardRow heard, State state, @Nullable String why) {
        if (!store.settle(heard, state, current.username(), clock.instant(), why)) {
            throw new IllegalStateException("The sentence (%s) was settled behind its lock.".formatted(heard.code()));
        }
        return store.find(heard.code()).orElseThrow();
    }

    /** Customers are locked before what is about them. */
    void lockCustomerOf(String heard) {
        store.find(heard).ifPresent(row -> lockCustomer(row.customer()));
    }

    void lockCustomer(String customer) {
        database.sql("select code from customer where code = ? for update")
                .param(customer)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no customer (%s).".formatted(customer)));
    }

    static String newCode(String kind) {
        return kind + "-" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    private HeardOutcome decline(HearCommand command, String words, LawLine.Finding caught, String office) {
        var code = newCode("declined");
        if (store.addRestricted(code, command, words, caught, current.username(), clock.instant())) {
            // The words stay where only managers read them.
            audit.record(new Change(
                    office,
                    "decline",
                    "customer",
                    command.customer(),
                    null,
                    "a wish we may not follow: " + HeardStore.about(caught),
                    null,
                    command.opId()));
        }
        return new HeardOutcome(
                Status.KEPT_AS_DECLINED,
                "Kept as declined, for the branch manager. No restriction applies to any technician.",
                null,
                null,
                caught);
    }

    private static HeardOutcome kept(HeardRow row) {
        return new HeardOutcome(
                Status.KEPT,
                "Written down. It waits for an answer to %s.".formatted(row.customerName()),
                row.code(),
                null,
                null);
    }

    private Optional<HeardRow> heardAMomentAgo(String customer, String words) {
        return store.since(customer, clock.instant().minus(THE_SAME_AGAIN)).stream()
                .filter(row -> normal(row.words()).equals(normal(words)))
                .findFirst();
    }

    private static String normal(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static String words(String said) {
        var words = said.strip();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Write down what the customer said, in their words.");
        }
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A sentence may have %d letters; this has %d. Keep what they said, not how they came to it."
                            .formatted(LONGEST, words.length()));
        }
        return words;
    }

    /** Says the customer's office; whoever is a technician only hears customers they visit. */
    private String requireListener(HearCommand command) {
        if (command.saidBy() != null && command.saidBy().length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A name may have %d letters.".formatted(LONGEST_NAME));
        }
        var office = officeOf(command.customer());
        current.requireOffice(office);
        if (command.visit() != null) {
            requireVisitOf(command.visit(), command.customer());
        }
        if (!current.has(READERS)) {
            var technician = current.technician().orElse("");
            var visits = database.sql("select count(*) from visit where customer = ? and technician = ?")
                    .params(command.customer(), technician)
                    .query(Integer.class)
                    .single();
            if (visits == 0) {
                throw new NotAllowed("You write down what the customers say whom you visit. Call the desk for others.");
            }
        }
        return office;
    }

    private void requireVisitOf(String visit, String customer) {
        if (database.sql("select 1 from visit where code = ? and customer = ?")
                .params(visit, customer)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw new IllegalArgumentException("There is no visit (%s) of this customer.".formatted(visit));
        }
    }

    private String officeOf(String customer) {
        return database.sql("select office from customer where code = ?")
                .param(customer)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no customer (%s).".formatted(customer)));
    }

    private HeardRow readable(Optional<HeardRow> found, String code) {
        return found.filter(row -> current.maySee(row.office()))
                .orElseThrow(() -> new IllegalArgumentException("There is no sentence (%s).".formatted(code)));
    }

    private Set<String> own(Collection<String> offices) {
        var own = new TreeSet<>(offices);
        own.retainAll(current.offices());
        return own;
    }
}
