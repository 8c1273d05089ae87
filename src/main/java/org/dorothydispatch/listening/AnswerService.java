package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.listening.HeardRow.State;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.AnswerGiven;
import org.dorothydispatch.preference.NewPreference;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes preferences of what was heard, and answers them. A person decides, always; what was decided is judged against
 * every open visit of the customer in the same transaction, so that the board shows it at once.
 */
@Service
public class AnswerService {

    /** More wishes than one sentence holds. */
    private static final int MOST = 8;

    private final ListeningService listening;
    private final HeardStore store;
    private final PreferenceService preferences;
    private final CustomerService customers;
    private final WorkforceService workforce;
    private final OfficeService offices;
    private final FlagService flags;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final CurrentUser current;
    private final Clock clock;

    AnswerService(
            ListeningService listening,
            HeardStore store,
            PreferenceService preferences,
            CustomerService customers,
            WorkforceService workforce,
            OfficeService offices,
            FlagService flags,
            AuditTrail audit,
            JdbcClient database,
            CurrentUser current,
            Clock clock) {
        this.listening = listening;
        this.store = store;
        this.preferences = preferences;
        this.customers = customers;
        this.workforce = workforce;
        this.offices = offices;
        this.flags = flags;
        this.audit = audit;
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** Whether the person who is signed in may say what the company will do. */
    public boolean mayAnswer() {
        return current.has(SALESPERSON, DISPATCHER, BRANCH_MANAGER);
    }

    /**
     * Makes preferences of a sentence, with or without an answer; all of them or none. The sentence leaves the inbox.
     *
     * @throws HeardChanged when somebody else settled the sentence first
     * @throws IllegalArgumentException with a sentence when a preference says too little, contradicts another, or is
     *     about who a technician is
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public List<PreferenceRow> turn(TurnCommand command) {
        current.require(SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        if (command.wishes().isEmpty()) {
            throw new IllegalArgumentException("Choose at least one preference, or put the sentence aside.");
        }
        if (command.wishes().size() > MOST) {
            throw new IllegalArgumentException("One sentence makes at most %d preferences.".formatted(MOST));
        }
        listening.lockCustomerOf(command.heard());
        var heard = listening.open(command.heard(), command.version());
        var customer = customers.get(heard.customer());
        var zone = offices.get(customer.office()).timeZone();
        var made = new ArrayList<PreferenceRow>();
        for (var wish : command.wishes()) {
            var stated = wish.preference()
                    .heard(
                            heard.words(),
                            heard.heardAt().atZone(zone).toLocalDate(),
                            heard.heardBy(),
                            heard.channel().word());
            made.add(state(customer, stated, wish.answer(), wish.exclusion()));
        }
        made.forEach(preference -> store.link(heard.code(), preference.code()));
        listening.settled(heard, State.TURNED, null);
        flags.customersChanged(List.of(customer.code()), "answer", null);
        return List.copyOf(made);
    }

    /**
     * Answers a preference, or answers it anew.
     *
     * @throws org.dorothydispatch.preference.PreferenceChanged when somebody else was first
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public PreferenceRow answer(String preference, int version, AnswerGiven given) {
        var stated = preferences.get(preference);
        listening.lockCustomer(stated.customer());
        var customer = customers.get(stated.customer());
        if (!given.answer().equals("declined")) {
            refuseContradiction(customer, asNew(stated), preference);
        }
        var answered = preferences.answer(preference, version, given, offices.today(customer.office()), null);
        flags.customersChanged(List.of(customer.code()), "answer", null);
        return answered;
    }

    private PreferenceRow state(
            CustomerDetails customer, NewPreference wish, @Nullable AnswerGiven answer, @Nullable Exclusion exclusion) {
        Completeness.missing(wish).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        requireOwnPeople(customer, wish);
        LawLine.read(wish.words() == null ? "" : wish.words()).ifPresent(caught -> {
            throw new IllegalArgumentException(caught.toSay());
        });
        if (answer == null || !answer.answer().equals("declined")) {
            refuseContradiction(customer, wish, "");
        }
        if (wish.kind().equals("NEVER")) {
            requireReason(customer, exclusion);
        }
        var stated = preferences.state(customer.code(), wish, null);
        if (exclusion != null && wish.kind().equals("NEVER")) {
            keep(stated, exclusion, customer);
        }
        return answer == null
                ? stated
                : preferences.answer(stated.code(), stated.version(), answer, offices.today(customer.office()), null);
    }

    private void requireReason(CustomerDetails customer, @Nullable Exclusion exclusion) {
        if (exclusion == null) {
            throw new IllegalArgumentException(
                    "Say why this technician should not come: a complaint, safety, health, a relationship or a court.");
        }
        if (!exclusion.reason().question().isEmpty()
                && (exclusion.note() == null || exclusion.note().isBlank())) {
            throw new IllegalArgumentException(exclusion.reason().question());
        }
        LawLine.read(exclusion.note() == null ? "" : exclusion.note()).ifPresent(caught -> {
            throw new IllegalArgumentException(caught.toSay());
        });
        var others = inForce(customer).stream()
                .filter(other -> other.kind().equals("NEVER"))
                .count();
        if (others > 0 && !exclusion.approved()) {
            throw new IllegalArgumentException(
                    "%s has asked for this before. A second time needs the branch manager's approval."
                            .formatted(customer.calledName()));
        }
        if (others > 0 && !current.mayWrite(customer.office(), BRANCH_MANAGER)) {
            throw new NotAllowed("Only a branch manager may approve a second “never” of a customer.");
        }
    }

    private void keep(PreferenceRow stated, Exclusion exclusion, CustomerDetails customer) {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var approved = exclusion.approved() && current.mayWrite(customer.office(), BRANCH_MANAGER);
        database.sql("""
                        insert into exclusion_reason (preference, reason, note, stated_by, stated_at, approved_by, approved_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        stated.code(),
                        exclusion.reason().word(),
                        exclusion.note(),
                        current.username(),
                        now,
                        approved ? current.username() : null,
                        approved ? now : null)
                .update();
        audit.record(new Change(
                customer.office(),
                "exclude",
                "preference",
                stated.code(),
                null,
                exclusion.reason().words(),
                exclusion.note(),
                null));
    }

    private void refuseContradiction(CustomerDetails customer, NewPreference wish, String itself) {
        var others = preferences.ofCustomer(customer.code()).stream()
                .filter(other -> !other.code().equals(itself))
                .toList();
        Contradictions.find(wish, others, offices.today(customer.office())).ifPresent(other -> {
            var people = new TreeSet<>(wish.technicians());
            people.addAll(other.technicians());
            var names = workforce.names(people);
            throw new IllegalArgumentException(
                    "No visit can keep both: %s, and %s. End one of them first, or ask %s which one holds."
                            .formatted(quoted(wish, names), quoted(other, names), customer.calledName()));
        });
    }

    private static String quoted(NewPreference wish, Map<String, String> names) {
        return quoted(WishWords.of(wish, names), wish.words());
    }

    private static String quoted(PreferenceRow wish, Map<String, String> names) {
        return quoted(WishWords.of(wish, names), wish.words());
    }

    private static String quoted(String meaning, @Nullable String words) {
        return words == null || words.isBlank() ? meaning : "%s (“%s”)".formatted(meaning, words);
    }

    private List<PreferenceRow> inForce(CustomerDetails customer) {
        var today = offices.today(customer.office());
        return preferences.ofCustomer(customer.code()).stream()
                .filter(other -> other.inForce(today))
                .toList();
    }

    private void requireOwnPeople(CustomerDetails customer, NewPreference wish) {
        var known = workforce.names(wish.technicians());
        for (var technician : wish.technicians()) {
            if (!known.containsKey(technician)) {
                throw new IllegalArgumentException("There is no technician (%s).".formatted(technician));
            }
        }
    }

    private static NewPreference asNew(PreferenceRow row) {
        return new NewPreference(
                row.kind(),
                row.technicians(),
                row.weekdays(),
                row.from(),
                row.to(),
                row.datesFrom(),
                row.datesTo(),
                row.number(),
                row.days(),
                row.language(),
                row.skill(),
                row.validFrom(),
                row.validTo(),
                row.words(),
                row.heardOn(),
                row.heardBy(),
                row.channel());
    }
}
