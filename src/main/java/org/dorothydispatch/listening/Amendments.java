package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.time.LocalDate;
import java.util.List;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.listening.TurnCommand.Wish;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.NewPreference;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is written down already: corrected when it was written down wrongly, changed when the customer changed their mind,
 * ended when it no longer holds, and confirmed when they were asked again. Nothing is taken away: what stood there stays
 * in the record, and every open visit of the customer is judged again in the same transaction.
 */
@Service
public class Amendments {

    private static final int LONGEST = 500;

    private final ListeningService listening;
    private final PreferenceService preferences;
    private final CustomerService customers;
    private final OfficeService offices;
    private final WishWriter writer;
    private final AskedStore asked;
    private final FlagService flags;
    private final CurrentUser current;

    Amendments(
            ListeningService listening,
            PreferenceService preferences,
            CustomerService customers,
            OfficeService offices,
            WishWriter writer,
            AskedStore asked,
            FlagService flags,
            CurrentUser current) {
        this.listening = listening;
        this.preferences = preferences;
        this.customers = customers;
        this.offices = offices;
        this.writer = writer;
        this.asked = asked;
        this.flags = flags;
        this.current = current;
    }

    /**
     * It was written down wrongly. The answer stays, and so does who heard it.
     *
     * @param why what was wrong with it, for whoever reads the record
     * @throws org.dorothydispatch.preference.PreferenceChanged when somebody else was first
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public PreferenceRow correct(String preference, int version, NewPreference wish, String why) {
        var before = held(preference);
        var customer = customers.get(before.customer());
        var reason = said(why, "Say what was written down wrongly, for whoever reads the record.");
        var never = before.kind().equals("NEVER");
        if (wish.kind().equals("NEVER") != never || never && !wish.technicians().equals(before.technicians())) {
            throw new IllegalArgumentException(
                    "A “never” has a reason of its own: end this one, and write the other down anew.");
        }
        writer.require(customer, wish, before.answer(), preference);
        var corrected = preferences.correct(preference, version, wish, reason);
        return judged(customer, "correct", corrected);
    }

    /**
     * It no longer holds.
     *
     * @param lastDay the last day on which it does
     * @param why what the customer said
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public PreferenceRow end(String preference, int version, LocalDate lastDay, String why) {
        var customer = customers.get(held(preference).customer());
        var reason = said(why, "Say why it no longer holds, in the customer's words if you have them.");
        return judged(customer, "end", preferences.end(preference, version, lastDay, reason));
    }

    /** The customer was asked: it is still so. They are asked again on that day. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public PreferenceRow stillSo(String preference, int version, LocalDate askAgain, @Nullable String words) {
        var customer = customers.get(held(preference).customer());
        var note = words == null || words.isBlank() ? null : said(words, "");
        var confirmed = preferences.stillSo(preference, version, askAgain, offices.today(customer.office()), note);
        asked.add(customer.code(), preference, Outcome.STILL_SO, note);
        return judged(customer, "asked", confirmed);
    }

    /** The customer was asked: it no longer holds. Today is the first day without it. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public PreferenceRow noLonger(String preference, int version, String words) {
        var customer = customers.get(held(preference).customer());
        var note = said(words, "Write down what they said, in their words.");
        var ended = preferences.end(preference, version, yesterday(customer), note);
        asked.add(customer.code(), preference, Outcome.NO_LONGER, note);
        return judged(customer, "asked", ended);
    }

    /**
     * The customer changed their mind: the old wish ends, the new one holds from today on. Both stay on the record.
     *
     * @return the new one
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public PreferenceRow change(String preference, int version, Wish wish) {
        var before = held(preference);
        var customer = customers.get(before.customer());
        var words = said(
                wish.preference().words() == null ? "" : wish.preference().words(),
                "Write down what they say now, in their words.");
        preferences.end(preference, version, yesterday(customer), words);
        var today = offices.today(customer.office());
        var stated = writer.state(
                customer,
                wish.preference().heard(words, today, current.name(), null).from(today),
                wish.answer(),
                wish.exclusion());
        asked.add(customer.code(), preference, Outcome.CHANGED, words);
        return judged(customer, "asked", stated);
    }

    private LocalDate yesterday(CustomerDetails customer) {
        return offices.today(customer.office()).minusDays(1);
    }

    /** The preference, behind the lock of its customer. */
    private PreferenceRow held(String preference) {
        current.require(SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        listening.lockCustomer(preferences.customerOf(preference));
        return preferences.get(preference);
    }

    private PreferenceRow judged(CustomerDetails customer, String kind, PreferenceRow row) {
        flags.customersChanged(List.of(customer.code()), kind, null);
        return row;
    }

    private static String said(String words, String missing) {
        var said = words.strip();
        if (said.isEmpty()) {
            throw new IllegalArgumentException(missing);
        }
        if (said.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "This has %d letters; %d have room. Keep what matters to whoever reads it."
                            .formatted(said.length(), LONGEST));
        }
        return said;
    }

    /** What came of asking. */
    enum Outcome {
        STILL_SO,
        CHANGED,
        NO_LONGER,
        NOTHING_NEW
    }
}
