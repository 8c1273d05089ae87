package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
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
    /** The date as an epoch day; what is compared in every check is compared by this. */
    final int day;

    final DayOfWeek weekday;
    /** Minutes since midnight, or {@link Minutes#NONE}: then every rule about time of day is skipped. */
    final int start;

    final int end;

    /** Live visits of the same technician-day and run; the visit itself may be among them. */
    final List<VisitFacts> technicianDay;

    final List<VisitFacts> run;

    private final Now now;
    private final TravelTimes travel;
    private final Assignment there;
    private final @Nullable VisitFacts lastEarlier;

    /** The assignment must be judgeable. */
    Situation(World world, VisitFacts visit, Assignment there, Now now, TravelTimes travel) {
        this.world = world;
        this.visit = visit;
        this.there = there;
        this.customer = visit.customer();
        this.now = now;
        this.travel = travel;
        if (there == visit.assignment() && world == visit.world) {
            this.technician = visit.technician();
            this.route = visit.route();
            this.day = visit.day();
            this.start = visit.start();
            this.technicianDay = visit.ofTechnicianDay;
            this.run = visit.ofRun;
            this.lastEarlier = visit.previous;
        } else {
            this.technician = there.technician();
            this.route = there.route();
            this.day = Days.of(there.date());
            this.start = Minutes.of(there.start());
            this.technicianDay = world.technicianDay(technician, there.date());
            this.run = world.run(route, there.date());
            this.lastEarlier = skipItself(visit.timeline.lastBefore(day, start, visit.code()));
        }
        this.weekday = Days.weekday(day);
        this.end = start + visit.minutes();
    }

    LocalDate date() {
        return there.date();
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

    /** The last of {@code earlier(v)}, or null; {@link #before} leads to the others. */
    @Nullable
    VisitFacts lastEarlier() {
        return lastEarlier;
    }

    /** The visit before one of {@code earlier(v)}, or null. */
    @Nullable
    VisitFacts before(VisitFacts earlier) {
        return skipItself(earlier.previous);
    }

    /** The last of {@code earlier(v)} under the same agreement, or null; a visit under none has none. */
    @Nullable
    VisitFacts lastOfAgreement() {
        return lastOfAgreement(false);
    }

    /** The last of {@code earlier(v)} under the same agreement that has a start, or null. */
    @Nullable
    VisitFacts lastOfAgreementWithStart() {
        return lastOfAgreement(true);
    }

    private @Nullable VisitFacts lastOfAgreement(boolean withStart) {
        var agreement = visit.agreement();
        if (agreement == null) {
            return null;
        }
        for (var other = lastEarlier; other != null; other = before(other)) {
            if (Coded.same(other.agreement(), agreement) && (!withStart || other.hasStart())) {
                return other;
            }
        }
        return null;
    }

    /** {@code knows(c, T, v)} for this visit's technician. */
    boolean knowsTechnician() {
        if (Coded.same(customer.technician(), technician)) {
            return true;
        }
        for (var introduction : customer.introductions()) {
            if (Days.of(introduction.on()) <= day && Coded.same(introduction.technician(), technician)) {
                return true;
            }
        }
        for (var other = lastEarlier; other != null; other = before(other)) {
            if (Coded.same(other.technician(), technician)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable VisitFacts skipItself(@Nullable VisitFacts other) {
        return other == visit ? visit.previous : other;
    }
}
