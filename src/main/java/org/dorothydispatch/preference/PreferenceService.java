package org.dorothydispatch.preference;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.workforce.WorkforceService;
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
    private final WorkforceService workforce;
    private final AuditTrail audit;
    private final CurrentUser current;

    PreferenceService(
            PreferenceRepository preferences,
            IntroductionRepository introductions,
            CustomerService customers,
            WorkforceService workforce,
            AuditTrail audit,
            CurrentUser current) {
        this.preferences = preferences;
        this.introductions = introductions;
        this.customers = customers;
        this.workforce = workforce;
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

    /** Whose it is, for whoever locks the customer before reading it. */
    public String customerOf(String preference) {
        return preferences
                .findCustomer(preference)
                .orElseThrow(() -> new IllegalArgumentException("There is no preference (%s).".formatted(preference)));
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
        return change(preference, version, "answer", given.alternative(), opId, found -> found.answer(given, today));
    }

    /**
     * Writes a preference down better than it was; what stood there stays in the record.
     *
     * @throws PreferenceChanged when somebody else was first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PreferenceRow correct(String preference, int version, NewPreference wish, String why) {
        return change(preference, version, "correct", why, null, found -> found.correct(wish));
    }

    /**
     * Lets a preference hold up to this day and no longer. It stays on the record, with its words.
     *
     * @throws PreferenceChanged when somebody else was first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PreferenceRow end(String preference, int version, LocalDate lastDay, String why) {
        return change(preference, version, "end", why, null, found -> found.end(lastDay));
    }

    /**
     * The customer was asked and said that it still holds.
     *
     * @param askAgain the day from which they are asked anew
     * @throws PreferenceChanged when somebody else was first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PreferenceRow stillSo(
            String preference, int version, LocalDate askAgain, LocalDate today, @Nullable String said) {
        return change(preference, version, "still so", said, null, found -> found.stillSo(askAgain, today));
    }

    private PreferenceRow change(
            String preference,
            int version,
            String action,
            @Nullable String why,
            @Nullable String opId,
            Consumer<Preference> work) {
        var found = locked(preference, version);
        var before = inWords(found);
        work.accept(found);
        preferences.flush();
        audit.record(new Change(officeOf(found), action, "preference", preference, before, inWords(found), why, opId));
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

    /** As the record keeps it: what was meant, the customer's words, the answer, and until when it holds. */
    private String inWords(Preference preference) {
        var row = preference.row();
        return WishWords.of(row, workforce.names(row.technicians()))
                + (row.words() == null ? "" : " (“" + row.words() + "”)")
                + ", " + row.answer().replace('_', ' ')
                + (row.validTo() == null ? "" : ", until " + row.validTo());
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
