package org.dorothydispatch.schedule;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Visits and the agreements behind them. To move a visit, ask {@code flags.MoveVisit}. */
@Service
@Transactional(readOnly = true)
public class VisitService {

    private final VisitRepository visits;
    private final AgreementRepository agreements;
    private final CustomerService customers;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final CurrentUser current;

    VisitService(
            VisitRepository visits,
            AgreementRepository agreements,
            CustomerService customers,
            AuditTrail audit,
            Outbox outbox,
            CurrentUser current) {
        this.visits = visits;
        this.agreements = agreements;
        this.customers = customers;
        this.audit = audit;
        this.outbox = outbox;
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

    /**
     * Pins a visit where it stands, so that nobody moves it before it is unpinned, or unpins it. Answers with a sentence
     * that says how it stands now; once more of the same changes nothing.
     *
     * @throws VisitChanged when somebody else changed the visit since that version
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public String pin(String visit, int version, boolean pinned) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        var found = visits.findAndLock(visit)
                .orElseThrow(() -> new IllegalArgumentException("There is no visit (%s).".formatted(visit)));
        current.requireOffice(found.boardOffice());
        var name = visits.nameOf(found.customer());
        var now = "The visit of %s is %s.".formatted(name, pinned ? "pinned" : "no longer pinned");
        if (found.pinned() == pinned) {
            return now;
        }
        if (found.version() != version) {
            throw new VisitChanged("%s was first: the visit of %s has changed. Look again before you %s it."
                    .formatted(
                            audit.whoChanged("visit", visit, found.boardOffice())
                                    .orElse("Somebody else"),
                            name,
                            pinned ? "pin" : "unpin"));
        }
        if (pinned) {
            found.pin(name);
        } else {
            found.unpin();
        }
        audit.record(new Change(found.boardOffice(), pinned ? "pin" : "unpin", "visit", visit, null, null, null, null));
        outbox.append(
                new TreeMap<>(Map.of(found.boardOffice(), List.of(visit))),
                pinned ? "pin" : "unpin",
                current.name(),
                null);
        return now;
    }

    /** What the customer has bought. */
    public List<AgreementRow> agreements(String customer) {
        customers.requireReadable(customer);
        return agreements.findByCustomerOrderByCode(customer).stream()
                .map(Agreement::row)
                .toList();
    }

    /**
     * Lets an agreement end with this day. Its visits are called off by {@code flags.CallOff}, in the same transaction.
     *
     * @param why in the customer's words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AgreementRow endAgreement(String agreement, LocalDate lastDay, String why) {
        var found = agreements
                .findById(agreement)
                .orElseThrow(() -> new IllegalArgumentException("There is no agreement (%s).".formatted(agreement)));
        var office = customers.get(found.row().customer()).office();
        current.requireWrite(office, RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        found.end(lastDay);
        agreements.flush();
        audit.record(new Change(
                office,
                "end",
                "agreement",
                agreement,
                found.row().service(),
                "ends on " + found.row().endsOn(),
                why,
                null));
        return found.row();
    }

    /**
     * Lets an agreement go on that {@link #endAgreement} has ended. Its visits are taken up by {@code flags.CallOff}, in the
     * same transaction.
     *
     * @param until the day it was to end on before that; blank when it was to go on
     * @param why in the customer's words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AgreementRow resumeAgreement(String agreement, @Nullable LocalDate until, String why) {
        var found = agreements
                .findById(agreement)
                .orElseThrow(() -> new IllegalArgumentException("There is no agreement (%s).".formatted(agreement)));
        var office = customers.get(found.row().customer()).office();
        current.requireWrite(office, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        var before = found.row().endsOn();
        found.resume(until);
        agreements.flush();
        audit.record(new Change(
                office,
                "resume",
                "agreement",
                agreement,
                "ends on " + before,
                until == null ? "goes on" : "ends on " + until,
                why,
                null));
        return found.row();
    }
}
