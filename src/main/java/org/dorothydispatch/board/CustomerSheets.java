package org.dorothydispatch.board;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.LaterVisits;
import org.dorothydispatch.listening.Coverages;
import org.dorothydispatch.listening.HeardRow;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.workforce.WorkforceService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the person behind a visit, each part under the rights of whoever asks. */
@Service
public class CustomerSheets {

    /** More would push the person off the panel. */
    private static final int HEARD = 20;

    private final VisitService visits;
    private final CustomerService customers;
    private final PreferenceService preferences;
    private final WorkforceService workforce;
    private final OfficeService offices;
    private final FlagService flags;
    private final LaterVisits later;
    private final ListeningService listening;
    private final Coverages coverages;
    private final BoardAccess access;

    CustomerSheets(
            VisitService visits,
            CustomerService customers,
            PreferenceService preferences,
            WorkforceService workforce,
            OfficeService offices,
            FlagService flags,
            LaterVisits later,
            ListeningService listening,
            Coverages coverages,
            BoardAccess access) {
        this.visits = visits;
        this.customers = customers;
        this.preferences = preferences;
        this.workforce = workforce;
        this.offices = offices;
        this.flags = flags;
        this.later = later;
        this.listening = listening;
        this.coverages = coverages;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public CustomerSheet of(String code) {
        var visit = visits.get(code);
        var customer = customers.get(visit.customer());
        var wishes = preferences.ofCustomer(customer.code()).stream()
                .sorted(PreferenceRow.PROMISES_FIRST)
                .toList();
        var faces = flags.strip(code);
        var technicians = new HashSet<String>();
        technicians.add(customer.technician());
        technicians.add(visit.placement().technician());
        wishes.forEach(wish -> technicians.addAll(wish.technicians()));
        technicians.removeIf(Objects::isNull);
        return new CustomerSheet(
                visit,
                customer,
                wishes,
                listening.ofCustomer(customer.code(), HEARD).stream()
                        .filter(heard -> heard.state() == HeardRow.State.OPEN)
                        .toList(),
                coverages.of(customer.code()),
                faces,
                flags.flagsOf(code),
                access.mayMove() ? flags.mendsOf(code) : List.of(),
                visits.agreements(customer.code()).stream()
                        .filter(agreement -> agreement.code().equals(visit.agreement()))
                        .findFirst()
                        .orElse(null),
                customer.sites().stream()
                        .filter(site -> site.code().equals(visit.site()))
                        .findFirst()
                        .orElse(null),
                workforce.names(technicians),
                offices.get(customer.office()).timeZone(),
                offices.today(customer.office()),
                access.mayMove(),
                access.mayMove() ? later.asAgreed(code) : Optional.empty());
    }
}
