package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import org.dorothydispatch.travel.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * A visit where it stands or might stand, with everything the rules ask about it. Nothing is moved to look at a
 * hypothetical place: the visit itself is skipped wherever its neighbours are read.
 */
final class Situation {

    final World world;
    final VisitFacts visit;
    final CustomerFacts customer;
    final TechnicianFacts technician;
    final @Nullable RouteFacts route;
    final LocalDate date;
    /** Minutes since midnight, or {@link Minutes#NONE}: then every rule about time of day is skipped. */
    final int start;

    final int end;

    /** Live visits of the same technician-day and run; the visit itself may be among them. */
    final List<VisitFacts> technicianDay;

    final List<VisitFacts> run;

    private final Now now;
    private final TravelTimes travel;
    private final int earlier;

    /** The assignment must be judgeable. */
    Situation(World world, VisitFacts visit, Assignment there, Now now, TravelTimes travel) {
        this.world = world;
        this.visit = visit;
        this.customer = visit.customer();
        this.technician = there.technician();
        this.route = there.route();
        this.date = there.date();
        this.start = Minutes.of(there.start());
        this.end = start + visit.minutes();
        this.now = now;
        this.travel = travel;
        if (there == visit.assignment()) {
            this.technicianDay = visit.ofTechnicianDay;
            this.run = visit.ofRun;
        } else {
            this.technicianDay = world.technicianDay(technician, date);
            this.run = world.run(route, date);
        }
        this.earlier = countEarlier();
    }

    boolean hasStart() {
        return start != Minutes.NONE;
    }

    /** "Now" on the clock of the customer's office. */
    LocalDateTime now() {
        return now.in(customer.office().zone());
    }

    /** Begins before {@code from} or ends after {@code to}, blank being open; never without a start. */
    boolean outside(@Nullable LocalTime from, @Nullable LocalTime to) {
        return hasStart() && ((from != null && start < Minutes.of(from)) || (to != null && end > Minutes.of(to)));
    }

    double driveFrom(VisitFacts other) {
        return travel.driveMinutes(
                other.site().latitude(),
                other.site().longitude(),
                visit.site().latitude(),
                visit.site().longitude());
    }

    boolean hasEarlier() {
        return lastEarlier(any -> true) != null;
    }

    /** The last of {@code earlier(v)} that fits, or null. */
    @Nullable
    VisitFacts lastEarlier(Predicate<VisitFacts> fitting) {
        for (int i = earlier - 1; i >= 0; i--) {
            var other = visit.ofCustomer.get(i);
            if (other != visit && fitting.test(other)) {
                return other;
            }
        }
        return null;
    }

    /** The last of {@code earlier(v)} under the same agreement that fits, or null; a visit under none has none. */
    @Nullable
    VisitFacts lastOfAgreement(Predicate<VisitFacts> fitting) {
        var agreement = visit.agreement();
        return agreement == null
                ? null
                : lastEarlier(other -> Coded.same(other.agreement(), agreement) && fitting.test(other));
    }

    /** {@code knows(c, T, v)} for this visit's technician. */
    boolean knowsTechnician() {
        if (Coded.same(customer.technician(), technician)) {
            return true;
        }
        for (var introduction : customer.introductions()) {
            if (!introduction.on().isAfter(date) && Coded.same(introduction.technician(), technician)) {
                return true;
            }
        }
        return lastEarlier(other -> Coded.same(other.technician(), technician)) != null;
    }

    /** How many of the customer's visits, this one aside, come before it in the order (date, start, code). */
    private int countEarlier() {
        var all = visit.ofCustomer;
        int count = all.size();
        while (count > 0 && !isEarlier(all.get(count - 1))) {
            count--;
        }
        return count;
    }

    private boolean isEarlier(VisitFacts other) {
        return other != visit && order(other, date, start, visit.code()) < 0;
    }

    /** How a visit compares with a place in the order (date, start with none first, code). */
    static int order(VisitFacts one, LocalDate date, int start, String code) {
        int order = one.date().compareTo(date);
        if (order == 0) {
            order = Integer.compare(one.start(), start);
        }
        return order != 0 ? order : one.code().compareTo(code);
    }
}
