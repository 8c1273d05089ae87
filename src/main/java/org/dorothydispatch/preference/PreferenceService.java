package org.dorothydispatch.preference;

import java.util.List;
import org.dorothydispatch.customer.CustomerService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer has said, for whoever may read the customer. */
@Service
@Transactional(readOnly = true)
public class PreferenceService {

    private final PreferenceRepository preferences;
    private final IntroductionRepository introductions;
    private final CustomerService customers;

    PreferenceService(
            PreferenceRepository preferences, IntroductionRepository introductions, CustomerService customers) {
        this.preferences = preferences;
        this.introductions = introductions;
        this.customers = customers;
    }

    /** Everything the customer stated, whatever was answered, by code. */
    public List<PreferenceRow> ofCustomer(String customer) {
        customers.requireReadable(customer);
        return preferences.findOfCustomer(customer).stream()
                .map(Preference::row)
                .toList();
    }

    /** Whom the customer has been introduced to, earliest first. */
    public List<IntroductionRow> introductions(String customer) {
        customers.requireReadable(customer);
        return introductions.findByIdCustomerOrderByIdMetOnAscIdTechnicianAsc(customer).stream()
                .map(Introduction::row)
                .toList();
    }
}
