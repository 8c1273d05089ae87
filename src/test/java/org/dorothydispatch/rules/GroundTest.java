package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dorothydispatch.travel.StraightLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A world that holds one or two customers and lies over the days of all others answers like one that holds everybody. */
class GroundTest {

    private static final int PLACES = 40;

    private final Checks checks = new Checks(new StraightLine());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aThinWorldSaysWhatTheWholeWorldSays(long seed) {
        var random = new RandomWorld(seed);
        var now = Now.local(random.now);
        var thin = thin(random, List.of("C0", "C1"));
        for (var visit : thin.visits()) {
            var whole = random.world.visit(visit.code());
            assertThat(said(checks.check(thin, visit, now))).isEqualTo(said(checks.check(random.world, whole, now)));
            for (int i = 0; i < PLACES; i++) {
                var there = random.anyMoveOf(whole);
                assertThat(said(checks.checkAs(thin, visit, there, now)))
                        .as("%s at %s", visit, there)
                        .isEqualTo(said(checks.checkAs(random.world, whole, there, now)));
                same(random, thin, whole, there, now);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aThinWorldStaysTrueWhileItsOwnVisitsMove(long seed) {
        var random = new RandomWorld(seed);
        var now = Now.local(random.now);
        var thin = thin(random, List.of("C2", "C3"));
        for (int i = 0; i < PLACES; i++) {
            for (var visit : thin.visits()) {
                var whole = random.world.visit(visit.code());
                var there = random.anyMoveOf(whole);
                assertThat(blocked(thin, visit, there, now)).isEqualTo(blocked(random.world, whole, there, now));
                thin.move(visit, there);
                random.world.move(whole, there);
            }
            for (var visit : thin.visits()) {
                assertThat(said(checks.check(thin, visit, now)))
                        .as("%s", visit)
                        .isEqualTo(said(checks.check(random.world, random.world.visit(visit.code()), now)));
            }
        }
    }

    @Test
    void amongTheseWorldsMovesBlockBystanders() {
        var found = 0;
        for (long seed = 1; seed <= 10; seed++) {
            var random = new RandomWorld(seed);
            var thin = thin(random, List.of("C2", "C3"));
            for (var visit : thin.visits()) {
                for (int i = 0; i < PLACES; i++) {
                    found += blocked(thin, visit, random.anyMoveOf(visit), Now.local(random.now))
                            .size();
                }
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theGroundIsNotChangedByTheWorldsOverIt(long seed) {
        var random = new RandomWorld(seed);
        var ground = ground(random);
        var before = days(random, over(random, List.of(), ground));
        var thin = over(random, List.of("C0", "C1"), ground);
        for (var visit : thin.visits()) {
            thin.move(visit, random.anyAssignment());
        }
        assertThat(days(random, over(random, List.of(), ground))).isEqualTo(before);
    }

    /** Everything else that is asked about a place. */
    private void same(RandomWorld random, World thin, VisitFacts whole, Assignment there, Now now) {
        if (there.date() == null || there.technician() == null) {
            return;
        }
        var visit = thin.visit(whole.code());
        assertThat(Candidates.routeFor(thin, visit, there.date(), there.technician()))
                .isEqualTo(Candidates.routeFor(random.world, whole, there.date(), there.technician()));
        assertThat(new StartTimes(checks).bestStart(thin, visit, there.route(), there.date(), there.technician(), now))
                .isEqualTo(new StartTimes(checks)
                        .bestStart(random.world, whole, there.route(), there.date(), there.technician(), now));
    }

    private Collection<String> blocked(World world, VisitFacts visit, Assignment there, Now now) {
        return new Bystanders(checks)
                .newlyBlocked(world, Map.of(visit, there), now).stream()
                        .map(found -> found.visit().code() + found.flag().kind())
                        .toList();
    }

    private static List<String> said(List<Flag> flags) {
        return flags.stream()
                .map(flag -> flag + " " + flag.message() + " " + flag.shortMessage())
                .toList();
    }

    private static Map<String, List<String>> days(RandomWorld random, World world) {
        var days = new HashMap<String, List<String>>();
        for (var technician : random.technicians()) {
            for (int day = 0; day < 40; day++) {
                var date = RandomWorld.FIRST_DAY.plusDays(day);
                days.put(
                        technician.code() + date,
                        world.ofTechnicianDay(technician, date).stream()
                                .map(VisitFacts::toString)
                                .sorted()
                                .toList());
            }
        }
        return days;
    }

    private static World thin(RandomWorld random, List<String> customers) {
        return over(random, customers, ground(random));
    }

    private static World over(RandomWorld random, List<String> customers, Ground ground) {
        return World.builder()
                .technicians(random.world.technicians())
                .routes(random.world.routes())
                .protocols(random.protocols)
                .over(ground)
                .visits(copies(
                        random,
                        visit -> customers.contains(visit.customer().code()),
                        visit -> visit.customer().preferences().stream()
                                .map(PreferenceFacts::code)
                                .filter(visit::consentsTo)
                                .collect(Collectors.toSet())))
                .build();
    }

    /** Each office knows its own runs and wherever its technicians drive. */
    private static Ground ground(RandomWorld random) {
        var worlds = new HashMap<String, World>();
        for (var office : List.of("O1", "O2")) {
            worlds.put(
                    office,
                    World.builder()
                            .visits(copies(
                                    random,
                                    visit -> visit.assignment().status().live() && concerns(visit, office),
                                    visit -> Set.of()))
                            .build());
        }
        return new Ground(worlds);
    }

    private static boolean concerns(VisitFacts visit, String office) {
        var there = visit.assignment();
        var offices = new ArrayList<OfficeFacts>();
        offices.add(there.route() == null ? null : there.route().office());
        offices.add(there.technician() == null ? null : there.technician().office());
        return offices.stream()
                .filter(Objects::nonNull)
                .anyMatch(one -> one.code().equals(office));
    }

    private interface Consents {
        Set<String> of(VisitFacts visit);
    }

    private static List<VisitFacts> copies(RandomWorld random, Predicate<VisitFacts> which, Consents consents) {
        return random.world.visits().stream()
                .filter(which)
                .map(visit -> new VisitFacts(
                        visit.code(),
                        visit.customer(),
                        visit.site(),
                        visit.agreement(),
                        visit.dueOn(),
                        visit.minutes(),
                        visit.pinned(),
                        visit.notifiedAt(),
                        consents.of(visit),
                        visit.assignment()))
                .toList();
    }
}
