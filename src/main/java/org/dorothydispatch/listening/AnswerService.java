package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.util.ArrayList;
import java.util.List;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.listening.HeardRow.State;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.AnswerGiven;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.security.CurrentUser;
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
    private final WishWriter writer;
    private final OfficeService offices;
    private final FlagService flags;
    private final CurrentUser current;

    AnswerService(
            ListeningService listening,
            HeardStore store,
            PreferenceService preferences,
            CustomerService customers,
            WishWriter writer,
            OfficeService offices,
            FlagService flags,
            CurrentUser current) {
        this.listening = listening;
        this.store = store;
        this.preferences = preferences;
        this.customers = customers;
        this.writer = writer;
        this.offices = offices;
        this.flags = flags;
        this.current = current;
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
            made.add(writer.state(customer, stated, wish.answer(), wish.exclusion()));
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
        current.require(SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        listening.lockCustomer(preferences.customerOf(preference));
        var stated = preferences.get(preference);
        var customer = customers.get(stated.customer());
        if (!given.answer().equals("declined")) {
            writer.refuseContradiction(customer, stated, preference);
        }
        var answered = preferences.answer(preference, version, given, offices.today(customer.office()), null);
        flags.customersChanged(List.of(customer.code()), "answer", null);
        return answered;
    }
}
