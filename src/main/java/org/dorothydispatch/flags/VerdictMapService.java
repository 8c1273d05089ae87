package org.dorothydispatch.flags;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorothydispatch.flags.VerdictMap.Allowed;
import org.dorothydispatch.flags.VerdictMap.Target;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Lights;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.RouteFacts;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Shows the two lights of every run before a visit is dropped on it. What it says is what {@link MoveVisit} would
 * decide at this moment; the drop is decided anew.
 */
@Service
public class VerdictMapService {

    private final WorldLoader loader;
    private final OfficeWeeks weeks;
    private final Judge judge;
    private final StartTimes starts;
    private final Answers answers;
    private final VisitService visits;
    private final CurrentUser current;
    private final Clock clock;

    VerdictMapService(
            JdbcClient database,
            OfficeWeeks weeks,
            Judge judge,
            Answers answers,
            VisitService visits,
            CurrentUser current,
            Clock clock) {
        this.loader = new WorldLoader(database);
        this.weeks = weeks;
        this.judge = judge;
        this.starts = new StartTimes(judge.checks());
        this.answers = answers;
        this.visits = visits;
        this.current = current;
        this.clock = clock;
    }

    /** The lights of a visit on every run of these offices over these days, for whoever may move it. */
    public VerdictMap pickUp(String visit, List<String> offices, LocalDate from, int days) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        offices.forEach(current::requireOffice);
        var details = visits.get(visit);
        var week = weeks.read(offices, from, days);
        var world = loader.load(
                new WorldLoader.Question(List.of(visit), Set.of(), Set.of(), week.visits(), week.register()));
        var lifted = world.visit(visit);
        var picture = new Picture(
                world,
                lifted,
                judge.checks().check(world, lifted, now()),
                answers.overridden(visit),
                new HashSet<>(offices));
        return new VerdictMap(visit, details.version(), picture.targets(from, days));
    }

    private Now now() {
        return Now.at(clock.instant());
    }

    private final class Picture {

        private final World world;
        private final VisitFacts visit;
        private final List<Flag> standing;
        private final Set<String> answered;
        private final Set<String> offices;
        private final Now now = now();
        private final LocalDate today;

        Picture(World world, VisitFacts visit, List<Flag> standing, Set<String> answered, Set<String> offices) {
            this.world = world;
            this.visit = visit;
            this.standing = standing;
            this.answered = answered;
            this.offices = offices;
            this.today = now.in(visit.customer().office().zone()).toLocalDate();
        }

        List<Target> targets(LocalDate from, int days) {
            var targets = new ArrayList<Target>();
            for (var route : world.routes()) {
                if (offices.contains(route.office().code())) {
                    for (int day = 0; day < days; day++) {
                        targets.add(target(route, from.plusDays(day)));
                    }
                }
            }
            return targets;
        }

        private Target target(RouteFacts route, LocalDate date) {
            var technician = Runs.technician(route, world.ofRun(route, date));
            if (date.isBefore(today)) {
                return refused(route, date, "past", technician == null ? null : technician.code());
            }
            if (technician == null) {
                return refused(route, date, "nobody drives it", null);
            }
            var start = starts.bestStart(world, visit, route, date, technician, now);
            var there = new Assignment(
                    date,
                    start.orElse(visit.assignment().start()),
                    route,
                    technician,
                    Places.planned(visit.assignment().status()));
            var flags = judge.checks().checkAs(world, visit, there, now);
            var decision = Decision.on(flags, standing, answered);
            if (there.start() == null && decision.blocking().isEmpty()) {
                return refused(route, date, "no free start", technician.code());
            }
            var lights = Lights.of(flags);
            return new Target(
                    route.code(),
                    date,
                    lights.customer(),
                    lights.company(),
                    text(flags),
                    there.start(),
                    technician.code(),
                    stays(there) ? Allowed.FREE : decision.allowed());
        }

        /** Letting go of a visit where it was asks nobody for anything. */
        private boolean stays(Assignment there) {
            return Places.placement(there).equals(Places.placement(visit.assignment()));
        }

        private static Target refused(RouteFacts route, LocalDate date, String text, @Nullable String technician) {
            return new Target(route.code(), date, Light.GREEN, Light.RED, text, null, technician, Allowed.REFUSED);
        }
    }

    /** What decides each light: "promised Ana · 1 day late"; what cannot be done says all. */
    private static String text(List<Flag> flags) {
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
