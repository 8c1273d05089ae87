package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.flags.AwayOutlook.Loss;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Candidates;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose absence breaks which promises. It is 5 October 2026. */
@DatabaseTest(now = StoryFixture.NOON_UTC)
class AwayOutlooksTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 4);

    private static final AtomicInteger SEQUENCE = new AtomicInteger(1_000);

    @Autowired
    private AwayOutlooks outlooks;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Judge judge;

    private RegisterFixture albany() {
        return new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/New_York")
                .user("mia", Role.BRANCH_MANAGER, "ALB")
                .technician("ANA", "Ana Petrov", "ALB")
                .technician("BEN", "Ben Okafor", "ALB", "languages", "en;es")
                .technician("DEE", "Dee Novak", "BUF", "languages", "en;es")
                .customer("DOROTHY", "Dorothy Hale", "ALB", "goes_by", "Dorothy")
                .customer("ROSA", "Rosa Diaz", "ALB")
                .customer("MAX", "Max Stone", "ALB");
    }

    private RegisterFixture visit(
            RegisterFixture fixture, String code, String customer, LocalDate day, String technician) {
        return fixture.visit(
                code,
                customer,
                day,
                "planned",
                "planned_on",
                day,
                "start_time",
                LocalTime.of(9, 0),
                "technician",
                technician);
    }

    @Test
    void aPromiseOfThatPersonBreaksWithThemAndOneThatAColleagueKeepsDoesNot() {
        var fixture = albany().preference("P1", "DOROTHY", "ONLY", "promised", "words", "Only Ana, please.")
                .preferred("P1", "ANA")
                .preference("P2", "ROSA", "LANGUAGE", "promised", "language", "es")
                .preference("P3", "MAX", "ONLY", "will_try")
                .preferred("P3", "ANA");
        visit(fixture, "V1", "DOROTHY", DAY, "ANA");
        visit(fixture, "V2", "DOROTHY", DAY.plusDays(7), "ANA");
        // Ben's Spanish is missed; Dee of Buffalo is no colleague of the office.
        visit(fixture, "V3", "ROSA", DAY.plusDays(1), "BEN");
        // What was not promised cannot be broken.
        visit(fixture, "V4", "MAX", DAY.plusDays(2), "ANA");
        // Another month.
        visit(fixture, "V5", "DOROTHY", LAST.plusDays(1), "ANA");

        var found = look();

        assertThat(found).extracting(AwayOutlook::name).containsExactly("Ana Petrov", "Ben Okafor");
        assertThat(found).extracting(AwayOutlook::visits).containsExactly(3, 1);
        assertThat(found.getFirst().losses()).extracting(Loss::visit).containsExactly("V1", "V2");
        assertThat(found.getFirst().losses().getFirst()).satisfies(loss -> {
            assertThat(loss.name()).isEqualTo("Dorothy");
            assertThat(loss.words()).isEqualTo("Only Ana, please.");
            assertThat(loss.sentence()).contains("Dorothy was promised");
        });
        assertThat(found.getLast().losses()).extracting(Loss::customer).containsExactly("ROSA");

        // As soon as Ana speaks Spanish, Ben's absence breaks nothing.
        database.sql("update technician set languages = 'en;es', version = version + 1 where code = 'ANA'")
                .update();
        assertThat(look().getLast().losses()).isEmpty();
    }

    @Test
    void whereNobodyElseIsAtWorkEveryPromiseOfTheVisitBreaks() {
        var fixture = albany().absence("BEN", DAY, DAY, "vacation")
                .preference("P1", "ROSA", "WINDOW", "promised", "from_time", LocalTime.of(8, 0))
                .preference("P2", "ROSA", "WEEKDAYS", "promised", "weekdays", "WED");
        visit(fixture, "V1", "ROSA", DAY, "ANA");

        assertThat(look().getFirst().losses())
                .extracting(Loss::preference, Loss::sentence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("P1", "Nobody else of the office could come that day."),
                        org.assertj.core.groups.Tuple.tuple("P2", "Nobody else of the office could come that day."));
    }

    @Test
    void whatIsBrokenAlreadyOrTheCustomerLetGoOfIsNotCounted() {
        var fixture = albany().preference("P1", "DOROTHY", "ONLY", "promised")
                .preferred("P1", "BEN")
                .preference("P2", "ROSA", "ONLY", "promised")
                .preferred("P2", "ANA");
        visit(fixture, "V1", "DOROTHY", DAY, "ANA");
        visit(fixture, "V2", "ROSA", DAY.plusDays(1), "ANA");
        fixture.insert("consent", "visit", "V2", "preference", "P2", "consented_on", DAY, "consented_by", "Mia");

        assertThat(look().getFirst().losses()).isEmpty();
    }

    @Test
    void whereNothingIsPlannedNobodyIsListed() {
        albany();
        assertThat(look()).isEmpty();
    }

    @Test
    void theWorkInTheBackgroundFindsTheSameAndSaysHowFarItIs() {
        var fixture = albany().preference("P1", "DOROTHY", "ONLY", "promised").preferred("P1", "ANA");
        visit(fixture, "V1", "DOROTHY", DAY, "ANA");
        var steps = new ArrayList<Integer>();

        somethingChanged();
        var found = as("mia", () -> outlooks.start("ALB", FIRST, LAST, (done, total) -> steps.add(done)))
                .join();

        assertThat(found).isEqualTo(look());
        assertThat(steps).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyManagersOfTheOfficeMayAsk(Role role) {
        albany().user("kim", role, "BUF");

        if (role == Role.ADMINISTRATOR || role == Role.BRANCH_MANAGER) {
            assertThat(as("kim", () -> outlooks.of("BUF", FIRST, LAST))).isEmpty();
        } else {
            assertThatThrownBy(() -> as("kim", () -> outlooks.of("BUF", FIRST, LAST)))
                    .isInstanceOf(NotAllowed.class);
        }
        if (role != Role.ADMINISTRATOR) {
            assertThatThrownBy(() -> as("kim", () -> outlooks.of("ALB", FIRST, LAST)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as("kim", () -> outlooks.start("ALB", FIRST, LAST, (done, total) -> {})))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 4})
    void itIsWhatANaiveCountSaysInABusyWeek(long seed) {
        BusyWeekFixture.store(database, new Random(seed));
        new RegisterFixture(database).user("mia", Role.BRANCH_MANAGER, "ALB", "BUF");
        database.sql("update preference set answer = 'promised' where answer <> 'declined'")
                .update();
        somethingChanged();
        var from = BusyWeekFixture.FROM;
        var to = from.plusDays(6);
        int losses = 0;

        for (var office : List.of("ALB", "BUF")) {
            var found = new TreeMap<String, Set<String>>();
            for (var one : as("mia", () -> outlooks.of(office, from, to))) {
                found.put(
                        one.technician(),
                        one.losses().stream()
                                .map(loss -> loss.visit() + " " + loss.preference())
                                .collect(Collectors.toSet()));
                losses += one.losses().size();
            }
            assertThat(found).as("%s of seed %d", office, seed).isEqualTo(naive(office, from, to));
        }
        assertThat(losses).isPositive();
    }

    /** Every colleague is really put there in a world of everything, and taken away again. */
    private TreeMap<String, Set<String>> naive(String office, LocalDate from, LocalDate to) {
        var everything =
                database.sql("select code from visit").query(String.class).list();
        var days = new HashSet<Day>();
        var people =
                database.sql("select code from technician").query(String.class).list();
        var routes = database.sql("select code from route").query(String.class).list();
        var runs = new HashSet<Day>();
        from.datesUntil(to.plusDays(1)).forEach(date -> {
            people.forEach(person -> days.add(new Day(person, date)));
            routes.forEach(route -> runs.add(new Day(route, date)));
        });
        var world =
                new WorldLoader(JdbcClient.create(jdbc)).load(new WorldLoader.Question(everything, days, runs, null));
        var now = Now.at(StoryFixture.NOON);
        var lost = new TreeMap<String, Set<String>>();
        for (var visit : List.copyOf(world.visits())) {
            var there = visit.assignment();
            boolean planned = there.judgeable()
                    && Set.of("planned", "confirmed").contains(there.status().word())
                    && !there.date().isBefore(from)
                    && !there.date().isAfter(to)
                    && there.technician().office().code().equals(office)
                    && visit.customer().office().code().equals(office);
            if (planned) {
                lost.computeIfAbsent(there.technician().code(), code -> new HashSet<>())
                        .addAll(lost(world, visit, now));
            }
        }
        return lost;
    }

    private Set<String> lost(World world, VisitFacts visit, Now now) {
        var there = visit.assignment();
        var kept = new HashSet<String>();
        visit.customer().preferences().stream()
                .filter(wish -> wish.answer().name().equals("PROMISED"))
                .filter(wish -> Judge.binds(wish, there.date()))
                .forEach(wish -> kept.add(wish.code()));
        judge.checks().check(world, visit, now).forEach(flag -> kept.remove(flag.code()));
        Set<String> least = null;
        var colleagues = world.technicians().stream()
                .filter(one ->
                        one.office().code().equals(there.technician().office().code()))
                .filter(one -> !one.code().equals(there.technician().code()))
                .sorted(java.util.Comparator.comparing(TechnicianFacts::name).thenComparing(TechnicianFacts::code))
                .toList();
        for (var colleague : colleagues) {
            var route = Candidates.routeFor(world, visit, there.date(), colleague);
            var start = new StartTimes(judge.checks()).bestStart(world, visit, route, there.date(), colleague, now);
            if (start.isPresent()) {
                world.move(visit, new Assignment(there.date(), start.get(), route, colleague, there.status()));
                var broken = new HashSet<String>();
                judge.checks().check(world, visit, now).stream()
                        .filter(flag -> flag.broken() && kept.contains(flag.code()))
                        .forEach(flag -> broken.add(flag.code()));
                world.move(visit, there);
                if (least == null || broken.size() < least.size()) {
                    least = broken;
                }
            }
        }
        return (least == null ? kept : least)
                .stream().map(code -> visit.code() + " " + code).collect(Collectors.toSet());
    }

    /** What was remembered of another test's offices is not of these. */
    private void somethingChanged() {
        int number = SEQUENCE.incrementAndGet();
        database.sql("delete from office_sequence").update();
        database.sql("insert into office_sequence (office, last_event_id) select code, ? from office")
                .param(number)
                .update();
    }

    private List<AwayOutlook> look() {
        somethingChanged();
        return as("mia", () -> outlooks.of("ALB", FIRST, LAST));
    }
}
