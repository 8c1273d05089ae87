package org.dorothydispatch.schedule;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.util.List;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits and the agreements behind them. To move a visit, ask {@code flags.MoveVisit}. */
@Service
@Transactional(readOnly = true)
public class VisitService {

    private final VisitRepository visits;
    private final AgreementRepository agreements;
    private final CustomerService customers;
    private final CurrentUser current;

    VisitService(
            VisitRepository visits, AgreementRepository agreements, CustomerService customers, CurrentUser current) {
        this.visits = visits;
        this.agreements = agreements;
        this.customers = customers;
        this.current = current;
    }

    /** A visit, for the people of the office whose board shows it. */
    public VisitDetails get(String visit) {
        current.require(DISPATCHER, BRANCH_MANAGER, SALESPERSON, RECEPTIONIST, ADMINISTRATOR);
        var found = visits.findById(visit)
                .orElseThrow(() -> new IllegalArgumentException("There is no visit (%s).".formatted(visit)));
        current.requireOffice(found.boardOffice());
        return found.details();
    }

    /** What the customer has bought. */
    public List<AgreementRow> agreements(String customer) {
        customers.requireReadable(customer);
        return agreements.findByCustomerOrderByCode(customer).stream()
                .map(Agreement::row)
                .toList();
    }
}
