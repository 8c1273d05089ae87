package org.dorothydispatch.listening;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import org.dorothydispatch.audit.AuditRow;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.workforce.WorkforceService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is written down of a customer, under the rights of whoever asks. */
@Service
@Transactional(readOnly = true)
public class CustomerFiles {

    private final CustomerService customers;
    private final PreferenceService preferences;
    private final WorkforceService workforce;
    private final OfficeService offices;
    private final AnswerService answers;
    private final Contacts contacts;
    private final Coverages coverages;
    private final PeopleKnown known;
    private final Cancellations cancellations;
    private final Reopenings reopenings;
    private final AuditTrail audit;

    CustomerFiles(
            CustomerService customers,
            PreferenceService preferences,
            WorkforceService workforce,
            OfficeService offices,
            AnswerService answers,
            Contacts contacts,
            Coverages coverages,
            PeopleKnown known,
            Cancellations cancellations,
            Reopenings reopenings,
            AuditTrail audit) {
        this.customers = customers;
        this.preferences = preferences;
        this.workforce = workforce;
        this.offices = offices;
        this.answers = answers;
        this.contacts = contacts;
        this.coverages = coverages;
        this.known = known;
        this.cancellations = cancellations;
        this.reopenings = reopenings;
        this.audit = audit;
    }

    public CustomerFile of(String code) {
        var customer = customers.get(code);
        var today = offices.today(customer.office());
        var wishes = preferences.ofCustomer(code).stream()
                .sorted(PreferenceRow.PROMISES_FIRST)
                .toList();
        var people = new HashSet<String>();
        wishes.forEach(wish -> people.addAll(wish.technicians()));
        if (customer.technician() != null) {
            people.add(customer.technician());
        }
        var names = workforce.names(people);
        var codes = wishes.stream().map(PreferenceRow::code).toList();
        return new CustomerFile(
                customer,
                wishes,
                audit.story("preference", codes, customer.office()).reversed().stream()
                        .collect(groupingBy(AuditRow::subject)),
                GivesWayQuestion.of(customer, wishes, names, today),
                contacts.of(code),
                contacts.whoseWish(code),
                coverages.of(code),
                known.by(customer)
                        .map(one -> one.sentence(customer.calledName()))
                        .orElseGet(() -> WritesTo.nobody(customer.calledName())),
                cancellations.mayCancel() && customer.cancelledOn() == null,
                reopenings.mayReopen() && customer.cancelledOn() != null,
                names,
                offices.get(customer.office()).timeZone(),
                today,
                answers.mayAnswer());
    }
}
