package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.AnswerGiven;
import org.dorothydispatch.preference.NewPreference;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.preference.WishParts;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.shared.Utc;
import org.dorothydispatch.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes preferences down, and refuses those that must not stand. Runs in the transaction of whoever calls. */
@Component
class WishWriter {

    private final PreferenceService preferences;
    private final WorkforceService workforce;
    private final OfficeService offices;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final CurrentUser current;
    private final Clock clock;

    WishWriter(
            PreferenceService preferences,
            WorkforceService workforce,
            OfficeService offices,
            AuditTrail audit,
            JdbcClient database,
            CurrentUser current,
            Clock clock) {
        this.preferences = preferences;
        this.workforce = workforce;
        this.offices = offices;
        this.audit = audit;
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** Writes it down, with the answer that was given and the reason of a “never”. */
    PreferenceRow state(
            CustomerDetails customer, NewPreference wish, @Nullable AnswerGiven answer, @Nullable Exclusion exclusion) {
        require(customer, wish, answer == null ? "unanswered" : answer.answer(), "");
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

    /**
     * Refuses what says too little, names nobody's technician, is about who a technician is, or stands against another
     * wish in force.
     *
     * @param itself the code of the preference it takes the place of; blank for a new one
     */
    void require(CustomerDetails customer, NewPreference wish, String answer, String itself) {
        Completeness.missing(wish).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        requireOwnPeople(wish);
        LawLine.read(wish.words() == null ? "" : wish.words()).ifPresent(caught -> {
            throw new IllegalArgumentException(caught.toSay());
        });
        if (!answer.equals("declined")) {
            refuseContradiction(customer, wish, itself);
        }
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
        var now = Utc.of(clock.instant());
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

    void refuseContradiction(CustomerDetails customer, WishParts wish, String itself) {
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

    private static String quoted(WishParts wish, Map<String, String> names) {
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

    private void requireOwnPeople(NewPreference wish) {
        var known = workforce.names(wish.technicians());
        for (var technician : wish.technicians()) {
            if (!known.containsKey(technician)) {
                throw new IllegalArgumentException("There is no technician (%s).".formatted(technician));
            }
        }
    }
}
