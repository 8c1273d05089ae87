package org.dorothydispatch.customer;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Customers, for the people of their office. Technicians do not browse them. */
@Service
@Transactional(readOnly = true)
public class CustomerService {

    private final CustomerRepository customers;
    private final SiteRepository sites;
    private final AuditTrail audit;
    private final CurrentUser current;

    CustomerService(CustomerRepository customers, SiteRepository sites, AuditTrail audit, CurrentUser current) {
        this.customers = customers;
        this.sites = sites;
        this.audit = audit;
        this.current = current;
    }

    /** The person, with their sites. */
    public CustomerDetails get(String customer) {
        var found = getReadable(customer);
        return found.details(sites.findByCustomerOrderByCode(customer).stream()
                .map(Site::row)
                .toList());
    }

    /** Refuses whoever may not read this customer. */
    public void requireReadable(String customer) {
        getReadable(customer);
    }

    /** The first customers of the user's offices whose name, or what they like to be called, contains the text. */
    public List<CustomerRow> search(String text, int limit) {
        requireReader();
        var part = text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return customers.search(current.offices(), "%" + part + "%", PageRequest.of(0, limit)).stream()
                .map(Customer::row)
                .toList();
    }

    /**
     * Keeps the customer's own order of what gives way first. Whoever calls has the visits judged again in the same
     * transaction: {@code listening} does.
     *
     * @throws CustomerChanged when somebody else was first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CustomerDetails letGiveWay(String customer, int version, List<String> order) {
        var found = locked(customer, version, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        var before = found.givesWay();
        found.letGiveWay(order);
        customers.flush();
        audit.record(new Change(
                found.office(),
                "give way",
                "customer",
                customer,
                before.replace(";", ", then "),
                found.givesWay().replace(";", ", then "),
                null,
                null));
        return get(customer);
    }

    /**
     * Puts on the record that they have cancelled, and why, in their words. Whoever calls has called off their visits in the
     * same transaction: {@code listening} does.
     *
     * @throws CustomerChanged when somebody else was first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CustomerDetails cancel(String customer, int version, LocalDate on, String why) {
        var found = locked(customer, version, RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        found.cancel(on, why);
        customers.flush();
        audit.record(new Change(
                found.office(), "cancel", "customer", customer, "a customer", "cancelled on " + on, why, null));
        return get(customer);
    }

    /**
     * Puts on the record that somebody who had cancelled is a customer again, and what they said. {@code listening} calls it
     * and takes up what they had.
     *
     * @throws CustomerChanged when somebody else was first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CustomerDetails reopen(String customer, int version, String why) {
        var found = locked(customer, version, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        var before = found.cancelledOn();
        found.reopen();
        customers.flush();
        audit.record(new Change(
                found.office(), "reopen", "customer", customer, "cancelled on " + before, "a customer", why, null));
        return get(customer);
    }

    /**
     * Refuses when somebody else changed what is known of the customer since that version.
     *
     * @throws CustomerChanged with a sentence
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireVersion(String customer, int version) {
        locked(customer, version, RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
    }

    private Customer locked(String customer, int version, Role... roles) {
        var found = customers
                .findAndLock(customer)
                .orElseThrow(() -> new IllegalArgumentException("There is no customer (%s).".formatted(customer)));
        current.requireWrite(found.office(), roles);
        if (found.version() != version) {
            throw new CustomerChanged("%s was first: what we know of %s has changed. Look again before you change it."
                    .formatted(
                            audit.whoChanged("customer", customer, found.office())
                                    .orElse("Somebody else"),
                            found.row().calledName()));
        }
        return found;
    }

    private Customer getReadable(String customer) {
        requireReader();
        var found = customers
                .findById(customer)
                .orElseThrow(() -> new IllegalArgumentException("There is no customer (%s).".formatted(customer)));
        current.requireOffice(found.office());
        return found;
    }

    private void requireReader() {
        current.require(DISPATCHER, BRANCH_MANAGER, SALESPERSON, RECEPTIONIST, ADMINISTRATOR);
    }
}
