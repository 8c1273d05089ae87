package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit and where it stands at present. It belongs to one {@link World}, and only that world moves it.
 *
 * <p>Not a record: the world links it to the customer's other visits and to the visits of the same technician-day and
 * run, so that a check needs no look-up.
 */
public final class VisitFacts implements Coded {

    private final String code;
    private final CustomerFacts customer;
    private final SiteFacts site;
    private final @Nullable AgreementFacts agreement;
    private final LocalDate dueOn;
    private final int minutes;
    private final boolean pinned;
    private final @Nullable LocalDateTime notifiedAt;
    private final Set<String> consents;

    private Assignment assignment;
    /** Copied from the assignment: minutes since midnight, or {@link Minutes#NONE}. */
    private int start;

    /** The world this visit belongs to, and its neighbours there; kept by {@link World}. */
    @Nullable
    World world;

    List<VisitFacts> ofCustomer = List.of();
    List<VisitFacts> ofTechnicianDay = List.of();
    List<VisitFacts> ofRun = List.of();

    /**
     * @param notifiedAt local to the customer's office, like every time of a visit
     * @param consents codes of the preferences the customer agreed to deviate from on this visit
     */
    public VisitFacts(
            String code,
            CustomerFacts customer,
            SiteFacts site,
            @Nullable AgreementFacts agreement,
            LocalDate dueOn,
            int minutes,
            boolean pinned,
            @Nullable LocalDateTime notifiedAt,
            Set<String> consents,
            Assignment assignment) {
        this.code = code;
        this.customer = customer;
        this.site = site;
        this.agreement = agreement;
        this.dueOn = dueOn;
        this.minutes = minutes;
        this.pinned = pinned;
        this.notifiedAt = notifiedAt;
        this.consents = new HashSet<>(consents);
        this.assignment = assignment;
        this.start = Minutes.of(assignment.start());
    }

    @Override
    public String code() {
        return code;
    }

    public CustomerFacts customer() {
        return customer;
    }

    public SiteFacts site() {
        return site;
    }

    public @Nullable AgreementFacts agreement() {
        return agreement;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public int minutes() {
        return minutes;
    }

    public boolean pinned() {
        return pinned;
    }

    public @Nullable LocalDateTime notifiedAt() {
        return notifiedAt;
    }

    /** The customer agreed to a deviation from this preference on this visit. */
    public boolean consentsTo(String preference) {
        return !consents.isEmpty() && consents.contains(preference);
    }

    /** Where it stands at present. */
    public Assignment assignment() {
        return assignment;
    }

    /** Start in minutes since midnight, or {@link Minutes#NONE}. */
    int start() {
        return start;
    }

    /** End in minutes since midnight; only for a visit with a start. */
    int end() {
        return start + minutes;
    }

    boolean hasStart() {
        return start != Minutes.NONE;
    }

    /** The person who comes; only for a visit that is judgeable. */
    TechnicianFacts technician() {
        return Objects.requireNonNull(assignment.technician());
    }

    /** The day; only for a visit that is judgeable. */
    LocalDate date() {
        return Objects.requireNonNull(assignment.date());
    }

    void stand(Assignment there) {
        assignment = there;
        start = Minutes.of(there.start());
    }

    void consent(String preference) {
        consents.add(preference);
    }

    @Override
    public String toString() {
        return "%s of %s: %s".formatted(code, customer.calledName(), assignment);
    }
}
