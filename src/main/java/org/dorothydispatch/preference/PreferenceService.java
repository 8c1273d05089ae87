package org.dorothydispatch.preference;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a customer has said, for whoever may read the customer. */
@Service
@Transactional(readOnly = true)
public class PreferenceService {

    /** Who may say what the company will do. */
    private static final Role[] ANSWERERS = {SALESPERSON, DISPATCHER, BRANCH_MANAGER};

    private final PreferenceRepository preferences;
    private final IntroductionRepository introductions;
    private final CustomerService customers;
    private final AuditTrail audit;
    private final CurrentUser current;

    PreferenceService(
            PreferenceRepository preferences,
            IntroductionRepository introductions,
            CustomerService customers,
            AuditTrail audit,
            CurrentUser current) {
        this.preferences = preferences;
        this.introductions = introductions;
        this.customers = customers;
        this.audit = audit;
        this.current = current;
    }

    /** Everything the customer stated, whatever was answered, by code. */
    public List<PreferenceRow> ofCustomer(String customer) {
        customers.requireReadable(customer);
        return preferences.findOfCustomer(customer).stream()
                .map(Preference::row)
                .toList();
    }

    /** One preference, for whoever may read its customer. */
    public PreferenceRow get(String preference) {
        var found = preferences
                .findById(preference)
                .orElseThrow(() -> new IllegalArgumentException("There is no preference (%s).".formatted(preference)));
        customers.requireReadable(found.customer());
        return found.row();
    }

    /**
     * Writes down what a customer wants, not answered yet. Whoever calls asks the rules again afterwards, in the same
     * transaction: {@code listening} does.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PreferenceRow state(String customer, NewPreference wish, @Nullable String opId) {
        var office = customers.get(customer).office();
        current.requireWrite(office, ANSWERERS);
        var stored = preferences.save(new Preference(newCode(), customer, wish));
        preferences.flush();
        audit.record(new Change(
                office,
                "state",
                "preference",
                stored.code(),
                null,
                inWords(stored),
                stored.row().words(),
                opId));
        return stored.row();
    }

    /**
     * Puts the company's answer on the record.
     *
     * @throws PreferenceChanged when somebody else was first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PreferenceRow answer(
            String preference, int version, AnswerGiven given, LocalDate today, @Nullable String opId) {
        var found = locked(preference, version);
        var before = inWords(found);
        found.answer(given, today);
        preferences.flush();
        audit.record(new Change(
                officeOf(found),
                "answer",
                "preference",
                preference,
                before,
                inWords(found),
                given.alternative(),
                opId));
        return found.row();
    }

    private Preference locked(String preference, int version) {
        var found = preferences
                .findAndLock(preference)
                .orElseThrow(() -> new IllegalArgumentException("There is no preference (%s).".formatted(preference)));
        var office = officeOf(found);
        current.requireWrite(office, ANSWERERS);
        if (found.version() != version) {
            throw new PreferenceChanged("%s was first: what %s was told has changed. Look again before you answer."
                    .formatted(
                            audit.whoChanged("preference", preference, office).orElse("Somebody else"),
                            customers.get(found.customer()).calledName()));
        }
        return found;
    }

    private String officeOf(Preference preference) {
        return customers.get(preference.customer()).office();
    }

    private static String inWords(Preference preference) {
        return WishWords.of(preference.row(), Map.of()) + ", "
                + preference.answer().replace('_', ' ');
    }

    /** Never one of a bundle's: those are written by people. */
    private static String newCode() {
        return "wish-" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** Whom the customer has been introduced to, earliest first. */
    public List<IntroductionRow> introductions(String customer) {
        customers.requireReadable(customer);
        return introductions.findByIdCustomerOrderByIdMetOnAscIdTechnicianAsc(customer).stream()
                .map(Introduction::row)
                .toList();
    }
}
