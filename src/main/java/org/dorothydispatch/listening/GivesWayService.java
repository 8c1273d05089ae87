package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.util.HashSet;
import java.util.List;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The customer's own order of what gives way first. The mends follow it from the moment it is saved. */
@Service
public class GivesWayService {

    private final ListeningService listening;
    private final CustomerService customers;
    private final FlagService flags;
    private final CurrentUser current;

    GivesWayService(ListeningService listening, CustomerService customers, FlagService flags, CurrentUser current) {
        this.listening = listening;
        this.customers = customers;
        this.flags = flags;
        this.current = current;
    }

    /**
     * @param order what gives way first comes first; what is left out was not talked about, and gives way before it
     * @throws org.dorothydispatch.customer.CustomerChanged when somebody else was first
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public CustomerDetails order(String customer, int version, List<GivesWay> order) {
        current.require(SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        if (new HashSet<>(order).size() < order.size()) {
            throw new IllegalArgumentException("Each of them can give way only once.");
        }
        listening.lockCustomer(customer);
        var kept = customers.letGiveWay(
                customer, version, order.stream().map(GivesWay::word).toList());
        flags.customersChanged(List.of(customer), "give way", null);
        return kept;
    }
}
