package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorothydispatch.flags.VerdictMap.Allowed;
import org.dorothydispatch.flags.VerdictMap.Target;
import org.dorothydispatch.flags.VerdictQuestion.Rows;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Bystanders;
import org.dorothydispatch.rules.Candidates;
import org.dorothydispatch.rules.Checks;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Lights;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.RouteFacts;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;

/**
 * Tries the lifted visits at every place in question. Several visits are tried together, as a proposal of several moves
 * is: all are lifted, one after the other takes its place, and they are judged as they would stand beside each other.
 */
final class Targets {

    private static final int QUARTERS = 24 * 4;
    private static final int QUARTER_MINUTES = 15;
    private static final int MINUTES_OF_DAY = 24 * 60;
    /** So many reasons fit into a cell. */
    private static final int REASONS = 2;

    private final World world;
    private final List<Lifted> lifted;
    private final VerdictQuestion question;
    private final Draft draft;
    private final Set<String> offices;
    private final Checks checks;
    private final StartTimes starts;
    private final Bystanders bystanders;
    private final Now now;

    /**
     * A visit in the air.
     *
     * @param saved where the record has it, whatever a draft says
     * @param standing its flags there
     * @param answered codes of the flags somebody has given a reason for
     * @param stuck why it cannot be moved at all; blank when it can
     */
    record Lifted(
            VisitFacts visit,
            Assignment saved,
            List<Flag> standing,
            Set<String> answered,
            @Nullable String stuck) {}

    /** One visit at a place; {@code hindrance} says why it cannot even be judged there. */
    private record Tried(
            VisitFacts visit,
            Assignment there,
            List<Flag> flags,
            Allowed allowed,
            @Nullable String hindrance) {}

    private interface Placing {
        Assignment of(Lifted one);
    }

    /**
     * @param draft moves that the world has made already
     * @param offices those the person works for
     */
    Targets(
            World world,
            List<Lifted> lifted,
            VerdictQuestion question,
            Draft draft,
            Set<String> offices,
            Judge judge,
            Now now) {
        this.world = world;
        this.lifted = lifted;
        this.question = question;
        this.draft = draft;
        this.offices = offices;
        this.checks = judge.checks();
        this.starts = new StartTimes(checks);
        this.bystanders = new Bystanders(checks);
        this.now = now;
    }

    List<Target> list() {
        var dates = question.day() != null
                ? List.of(question.day())
                : question.from()
                        .datesUntil(question.from().plusDays(question.days()))
                        .toList();
        var targets = new ArrayList<Target>();
        if (question.by() == Rows.ROUTES) {
            for (var route : routes()) {
                for (var date : dates) {
                    targets.add(target(route.code(), date, route, draft.driver(world, route, date)));
                }
            }
        } else {
            var first = lifted.getFirst().visit();
            for (var technician : people(dates)) {
                for (var date : dates) {
                    var route = Candidates.routeFor(world, first, date, technician);
                    targets.add(target(technician.code(), date, route, technician));
                }
            }
        }
        return targets;
    }

    private List<RouteFacts> routes() {
        return world.routes().stream()
                .filter(route -> question.offices().contains(route.office().code()))
                .toList();
    }

    /** Whoever is at home in these offices, and whoever drives one of their runs on one of these days. */
    private Collection<TechnicianFacts> people(List<LocalDate> dates) {
        var people = new TreeMap<String, TechnicianFacts>();
        for (var technician : world.technicians()) {
            if (question.offices().contains(technician.office().code())) {
                people.put(technician.code(), technician);
            }
        }
        for (var route : routes()) {
            for (var date : dates) {
                for (var visit : world.ofRun(route, date)) {
                    var guest = visit.assignment().technician();
                    if (guest != null && !people.containsKey(guest.code())) {
                        world.findTechnician(guest.code()).ifPresent(known -> people.put(known.code(), known));
                    }
                }
            }
        }
        return people.values();
    }

    private Target target(
            String row, LocalDate date, @Nullable RouteFacts route, @Nullable TechnicianFacts technician) {
        var hindrance = hindrance(date, route, technician);
        if (hindrance != null) {
            return new Target(
                    row,
                    date,
                    Light.GREEN,
                    Light.RED,
                    hindrance,
                    null,
                    technician == null ? null : technician.code(),
                    Allowed.REFUSED,
                    route == null ? null : route.code(),
                    question.day() == null ? null : ".".repeat(QUARTERS));
        }
        var attempt = placed(date, route, technician);
        var lights = attempt.lights();
        return new Target(
                row,
                date,
                lights.customer(),
                lights.company(),
                attempt.text(),
                attempt.start(),
                technician.code(),
                attempt.allowed(),
                route == null ? null : route.code(),
                question.day() == null ? null : quarters(date, route, technician));
    }

    /** Why none of the visits can be dropped here; null when it depends. */
    private @Nullable String hindrance(
            LocalDate date, @Nullable RouteFacts route, @Nullable TechnicianFacts technician) {
        for (var one : lifted) {
            var home = one.visit().customer().office();
            if (one.stuck() != null) {
                return one.stuck();
            }
            if (date.isBefore(now.in(home.zone()).toLocalDate())) {
                return "past";
            }
            if (!offices.contains(route == null ? home.code() : route.office().code())) {
                return "not your office";
            }
        }
        return technician == null ? "nobody drives it" : null;
    }

    /** Each visit where the server would put it: at its own time if it must, else at the best. */
    private Attempt placed(LocalDate date, @Nullable RouteFacts route, TechnicianFacts technician) {
        return attempt(one -> {
            var own = one.visit().assignment();
            var start = question.keepTime() && own.start() != null
                    ? own.start()
                    : starts.bestStart(world, one.visit(), route, date, technician, now)
                            .orElse(own.start());
            return new Assignment(
                    date, start, route, technician, Places.planned(one.saved().status()));
        });
    }

    private String quarters(LocalDate date, @Nullable RouteFacts route, TechnicianFacts technician) {
        var signs = new char[QUARTERS];
        Arrays.fill(signs, '.');
        if (technician.worksOn(date)) {
            int first = minutes(technician.shiftStart()) / QUARTER_MINUTES;
            int last = minutes(technician.shiftEnd()) / QUARTER_MINUTES;
            for (int quarter = first; quarter < last; quarter++) {
                signs[quarter] = sign(startingAt(quarter * QUARTER_MINUTES, date, route, technician));
            }
        }
        return new String(signs);
    }

    private Attempt startingAt(int minute, LocalDate date, @Nullable RouteFacts route, TechnicianFacts technician) {
        var first = lifted.getFirst().visit().assignment().start();
        return attempt(one -> {
            var own = one.visit().assignment();
            int distance = first == null || own.start() == null ? 0 : minutes(own.start()) - minutes(first);
            return new Assignment(
                    date,
                    time(minute + distance),
                    route,
                    technician,
                    Places.planned(one.saved().status()));
        });
    }

    private static char sign(Attempt attempt) {
        if (attempt.allowed() == Allowed.REFUSED) {
            return '.';
        }
        var lights = attempt.lights();
        char sign =
                (char) ('a' + 3 * lights.customer().ordinal() + lights.company().ordinal());
        return attempt.allowed() == Allowed.NEEDS ? Character.toUpperCase(sign) : sign;
    }

    private static int minutes(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static @Nullable LocalTime time(int minutes) {
        return minutes < 0 || minutes >= MINUTES_OF_DAY ? null : LocalTime.of(minutes / 60, minutes % 60);
    }

    private Attempt attempt(Placing placing) {
        var attempt = new Attempt(lifted.size() == 1 ? List.of(alone(placing)) : together(placing), null);
        if (attempt.allowed() == Allowed.REFUSED) {
            return attempt;
        }
        // Refused too is what would be impossible for somebody else's visit afterwards.
        var moves = new LinkedHashMap<VisitFacts, Assignment>();
        attempt.visits().forEach(one -> moves.put(one.visit(), one.there()));
        return bystanders
                .newlyBlocked(world, moves, now)
                .map(blocked -> new Attempt(
                        attempt.visits(),
                        blocked.visit().customer().calledName() + ": "
                                + blocked.flag().shortMessage()))
                .orElse(attempt);
    }

    private Tried alone(Placing placing) {
        var one = lifted.getFirst();
        var there = placing.of(one);
        return judged(one, there, checks.checkAs(world, one.visit(), there, now));
    }

    private List<Tried> together(Placing placing) {
        var before = new LinkedHashMap<VisitFacts, Assignment>();
        try {
            for (var one : lifted) {
                before.put(one.visit(), one.visit().assignment());
                world.move(one.visit(), Draft.lifted(one.visit()));
            }
            for (var one : lifted) {
                world.move(one.visit(), placing.of(one));
            }
            return lifted.stream()
                    .map(one -> judged(one, one.visit().assignment(), checks.check(world, one.visit(), now)))
                    .toList();
        } finally {
            before.forEach(world::move);
        }
    }

    private static Tried judged(Lifted one, Assignment there, List<Flag> flags) {
        var decision = Decision.on(flags, one.standing(), one.answered());
        if (Places.placement(there).equals(Places.placement(one.saved()))) {
            // Letting go of a visit where it was asks nobody for anything, unless the draft has made it impossible.
            var possible = one.standing().containsAll(decision.blocking());
            return new Tried(one.visit(), there, flags, possible ? Allowed.FREE : Allowed.REFUSED, null);
        }
        if (there.start() == null && decision.blocking().isEmpty()) {
            return new Tried(one.visit(), there, List.of(), Allowed.REFUSED, "no free start");
        }
        return new Tried(one.visit(), there, flags, decision.allowed(), null);
    }

    /**
     * The visits at a place, summed up.
     *
     * @param bystander what would become impossible for a visit that is not lifted
     */
    private record Attempt(List<Tried> visits, @Nullable String bystander) {

        Allowed allowed() {
            var allowed = bystander == null ? Allowed.FREE : Allowed.REFUSED;
            for (var one : visits) {
                if (one.allowed() == Allowed.REFUSED || allowed == Allowed.REFUSED) {
                    return Allowed.REFUSED;
                }
                allowed = one.allowed() == Allowed.NEEDS ? Allowed.NEEDS : allowed;
            }
            return allowed;
        }

        /** The start of a single visit that has one. */
        @Nullable
        LocalTime start() {
            var only = visits.getFirst();
            return visits.size() > 1 || only.hindrance() != null
                    ? null
                    : only.there().start();
        }

        Lights lights() {
            var customer = Light.GREEN;
            var company = bystander == null ? Light.GREEN : Light.RED;
            for (var one : visits) {
                var lights = Lights.of(one.flags());
                customer = customer.or(lights.customer());
                company = company.or(one.hindrance() == null ? lights.company() : Light.RED);
            }
            return new Lights(customer, company);
        }

        String text() {
            if (bystander != null) {
                return bystander;
            }
            var only = visits.getFirst();
            if (visits.size() == 1) {
                return only.hindrance() != null ? only.hindrance() : words(only.flags());
            }
            var reasons = worst();
            if (reasons.isEmpty()) {
                return "";
            }
            var different = reasons.stream().distinct().toList();
            return "%d of %d: %s%s"
                    .formatted(
                            reasons.size(),
                            visits.size(),
                            different.stream().limit(REASONS).collect(Collectors.joining(", ")),
                            different.size() > REASONS ? ", …" : "");
        }

        /** What is wrong with each visit that is as badly off as the worst. */
        private List<String> worst() {
            var hindrances = visits.stream()
                    .map(Tried::hindrance)
                    .filter(Objects::nonNull)
                    .toList();
            if (!hindrances.isEmpty()) {
                return hindrances;
            }
            var heaviest = Lights.deciding(
                    visits.stream().flatMap(one -> one.flags().stream()).toList());
            return heaviest.isEmpty()
                    ? List.of()
                    : visits.stream()
                            .flatMap(one -> Lights.deciding(one.flags()).stream())
                            .filter(flag -> flag.level() == heaviest.get().level()
                                    && flag.side() == heaviest.get().side())
                            .map(Flag::shortMessage)
                            .toList();
        }
    }

    /** What decides each light: "promised Ana · 1 day late"; what cannot be done says all. */
    private static String words(List<Flag> flags) {
        var sides = flags.stream().collect(Collectors.partitioningBy(flag -> flag.side() == Side.CUSTOMER));
        var company = Lights.deciding(sides.get(false)).orElse(null);
        if (company != null && company.side() == Side.FEASIBILITY) {
            return company.shortMessage();
        }
        return Stream.of(Lights.deciding(sides.get(true)).orElse(null), company)
                .filter(Objects::nonNull)
                .map(Flag::shortMessage)
                .collect(Collectors.joining(" · "));
    }
}
