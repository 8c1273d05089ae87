package org.dorothydispatch.flags;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Checks;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.shared.Utc;
import org.dorothydispatch.travel.StraightLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the {@link Surroundings} of visits in a world that was loaded about them. */
final class SurroundingDays {

    private static final Comparator<VisitFacts> OF_CUSTOMER = Comparator.comparing(
                    (VisitFacts visit) -> visit.assignment().date())
            .thenComparing(visit -> visit.assignment().start(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(VisitFacts::code);
    private static final Comparator<VisitFacts> OF_DAY = Comparator.comparing(
                    (VisitFacts visit) -> visit.assignment().start(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(VisitFacts::code);

    private final Checks checks;
    private final World world;
    private final Now now;
    /** The visits done of each customer asked about, in their order. */
    private final Map<String, List<VisitFacts>> done = new HashMap<>();
    /** By visit: who checked in, and when. */
    private final Map<String, Map<String, LocalDateTime>> arrivals = new HashMap<>();

    SurroundingDays(JdbcClient database, Checks checks, World world, List<VisitRow> asked, Now now) {
        this.checks = checks;
        this.world = world;
        this.now = now;
        var customers = asked.stream().map(VisitRow::customer).collect(toSet());
        for (var visit : world.visits()) {
            if (done(visit) && customers.contains(visit.customer().code())) {
                done.computeIfAbsent(visit.customer().code(), code -> new ArrayList<>())
                        .add(visit);
            }
        }
        done.values().forEach(visits -> visits.sort(OF_CUSTOMER));
        Sql.read(
                database,
                "select p.visit, p.technician, p.checked_in_at from visit v join visit_progress p on p.visit = v.code"
                        + " where v.customer in (:codes) and p.checked_in_at is not null",
                customers,
                (row, number) -> arrivals.computeIfAbsent(row.getString(1), code -> new HashMap<>())
                        .put(row.getString(2), row.getObject(3, LocalDateTime.class)),
                before -> {});
    }

    private static boolean done(VisitFacts visit) {
        return visit.assignment().status() == VisitStatus.DONE
                && visit.assignment().judgeable();
    }

    /** The technician's stop before a visit that day. */
    Optional<VisitFacts> stopBefore(VisitFacts visit) {
        var there = visit.assignment();
        if (there.start() == null) {
            return Optional.empty();
        }
        return world.ofTechnicianDay(there.technician(), there.date()).stream()
                .filter(other -> other.assignment().start() != null)
                .filter(other -> OF_DAY.compare(other, visit) < 0)
                .max(OF_DAY);
    }

    Surroundings ofDone(VisitFacts visit) {
        return new Surroundings(
                stopBefore(visit)
                        .map(before -> OptionalInt.of((int) Math.round(1000
                                * StraightLine.kilometres(
                                        before.site().latitude(),
                                        before.site().longitude(),
                                        visit.site().latitude(),
                                        visit.site().longitude()))))
                        .orElse(OptionalInt.empty()),
                done(visit) ? paidMinutes(visit) : 0,
                checks.rotationsDue(world, visit, now),
                done(visit) && calledBack(visit),
                false,
                onArrival(visit));
    }

    Surroundings ofMissed(VisitFacts visit) {
        return new Surroundings(OptionalInt.empty(), 0, 0, false, redone(visit), null);
    }

    /** Whole minutes, the odd ones to the first visits, so that a day's parts are the shift. */
    private int paidMinutes(VisitFacts visit) {
        var technician = visit.assignment().technician();
        var day = world.ofTechnicianDay(technician, visit.assignment().date()).stream()
                .filter(SurroundingDays::done)
                .toList();
        int place = (int)
                day.stream().filter(other -> OF_DAY.compare(other, visit) < 0).count();
        int shift = (int)
                Duration.between(technician.shiftStart(), technician.shiftEnd()).toMinutes();
        return shift / day.size() + (place < shift % day.size() ? 1 : 0);
    }

    private boolean calledBack(VisitFacts visit) {
        if (visit.agreement() == null) {
            return false;
        }
        var all = of(visit);
        int place = Collections.binarySearch(all, visit, OF_CUSTOMER);
        return all.stream()
                .skip(place < 0 ? -place - 1 : place + 1)
                .findFirst()
                .filter(next -> next.agreement() == null)
                .filter(next -> !next.assignment()
                        .date()
                        .isAfter(visit.assignment().date().plusDays(Surroundings.DAYS)))
                .isPresent();
    }

    private boolean redone(VisitFacts visit) {
        var day = Objects.requireNonNullElse(visit.assignment().date(), visit.dueOn());
        return of(visit).stream()
                .filter(other -> Objects.equals(agreement(other), agreement(visit)))
                .anyMatch(other -> !other.assignment().date().isBefore(day)
                        && !other.assignment().date().isAfter(day.plusDays(Surroundings.DAYS)));
    }

    private static @Nullable String agreement(VisitFacts visit) {
        return visit.agreement() == null ? null : visit.agreement().code();
    }

    private List<VisitFacts> of(VisitFacts visit) {
        return done.getOrDefault(visit.customer().code(), List.of());
    }

    private @Nullable List<Flag> onArrival(VisitFacts visit) {
        var there = visit.assignment();
        var utc = arrivals.getOrDefault(visit.code(), Map.of())
                .get(there.technician().code());
        if (utc == null
                || visit.customer().preferences().stream().noneMatch(wish -> wish.kind() == PreferenceKind.WINDOW)) {
            return null;
        }
        var local = Utc.instant(utc).atZone(visit.customer().office().zone());
        if (!local.toLocalDate().equals(there.date())) {
            return null;
        }
        LocalTime minute = local.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return checks.checkAs(
                world,
                visit,
                new Assignment(there.date(), minute, there.route(), there.technician(), there.status()),
                now);
    }
}
