package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
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
    private final int dueDay;
    private Set<String> consents;

    private Assignment assignment;
    /** Copied from the assignment, since every check of a neighbour asks: epoch day and minutes since midnight. */
    private int day;

    private int start;
    private @Nullable TechnicianFacts technician;
    private @Nullable RouteFacts route;
    private boolean judgeable;

    /** The world this visit belongs to, and its neighbours there; kept by {@link World}. */
    @Nullable
    World world;

    @Nullable
    Timeline timeline;

    @Nullable
    VisitFacts previous;

    @Nullable
    VisitFacts next;

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
        this.dueDay = Days.of(dueOn);
        this.minutes = minutes;
        this.pinned = pinned;
        this.notifiedAt = notifiedAt;
        this.consents = Set.copyOf(consents);
        stand(assignment);
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

    /** The day as an epoch day; only for a visit with a date. */
    int day() {
        return day;
    }

    /** The weekday; only for a visit with a date. */
    DayOfWeek weekday() {
        return Days.weekday(day);
    }

    /** The due day as an epoch day. */
    int dueDay() {
        return dueDay;
    }

    boolean judgeable() {
        return judgeable;
    }

    @Nullable
    TechnicianFacts technician() {
        return technician;
    }

    @Nullable
    RouteFacts route() {
        return route;
    }

    void stand(Assignment there) {
        assignment = there;
        day = there.date() == null ? Days.NONE : Days.of(there.date());
        start = Minutes.of(there.start());
        technician = there.technician();
        route = there.route();
        judgeable = there.judgeable();
    }

    void consent(String preference) {
        var more = new HashSet<>(consents);
        more.add(preference);
        consents = Set.copyOf(more);
    }

    @Override
    public String toString() {
        return "%s of %s: %s".formatted(code, customer.calledName(), assignment);
    }
}
