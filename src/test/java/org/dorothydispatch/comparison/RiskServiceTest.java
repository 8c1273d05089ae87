package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.PastVisits;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.travel.StraightLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is at risk is who a slow count from the record says, in that order, and each reason is one that counts. */
@DatabaseTest(now = TwoYearsFixture.NOON)
class RiskServiceTest {

    private static final LocalDate TODAY = TwoYearsFixture.TODAY;

    @Autowired
    private RiskService risks;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private FlagService flags;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource source;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theListIsWhatANaiveCountSays(long seed) {
        var random = new Random(seed);
        var fixture = new TwoYearsFixture(database, random).store();
        ahead(random);
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        flags.recheckAll(TwoYearsFixture.OFFICES);
        compare();

        for (int i = 0; i < 10; i++) {
            fixture.change();
        }
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        flags.recheckAll(TwoYearsFixture.OFFICES);
        compare();
    }

    private void compare() {
        var naive = naive();
        var ranking = SignedIn.as("boss", () -> risks.ranking(TwoYearsFixture.OFFICES));

        assertThat(ranking.rows().stream().collect(Collectors.toMap(RiskRow::code, RiskRow::score)))
                .isEqualTo(naive)
                .hasSizeGreaterThan(4);
        assertThat(ranking.rows())
                .isSortedAccordingTo(Comparator.comparingInt(row -> -row.score().total()));
        assertThat(ranking.customers()).isEqualTo(count("select count(*) from customer where cancelled_on is null"));
        // Read in parts it is the same list, and each broken promise, face and wish that counts is told in a sentence.
        var lines = new ArrayList<RiskLine>();
        for (int offset = 0; offset < ranking.rows().size(); offset += 3) {
            int from = offset;
            lines.addAll(SignedIn.as("boss", () -> risks.page(ranking, from, 3)));
        }
        assertThat(lines.stream().map(RiskLine::row)).isEqualTo(ranking.rows());
        assertThat(lines).allSatisfy(line -> {
            var score = line.row().score();
            int overdue = line.reasons().stream()
                    .filter(reason -> reason.sentence().contains("A visit was due on"))
                    .mapToInt(RiskLine.Reason::times)
                    .sum();
            assertThat(line.reasons().stream().mapToInt(RiskLine.Reason::times).sum())
                    .isEqualTo(score.of(RiskPart.BROKEN)
                            + score.of(RiskPart.COMING)
                            + score.of(RiskPart.NEW_FACES)
                            + score.of(RiskPart.UNANSWERED)
                            + overdue);
            assertThat(highest(line, " came. ")).isEqualTo(score.of(RiskPart.DEAREST_BROKEN));
            assertThat(highest(line, "Planned ")).isEqualTo(score.of(RiskPart.DEAREST_COMING));
            assertThat(line.mend().sentence()).isNotBlank();
        });
        // What is taken away says the same.
        var table = SignedIn.as("boss", () -> risks.table(ranking));
        assertThat(table.rows().stream().map(row -> row.getFirst()))
                .containsExactlyElementsOf(
                        ranking.rows().stream().map(RiskRow::name).toList());
        int mend = table.columns().indexOf("What to do");
        assertThat(table.rows().stream().map(row -> row.get(mend)))
                .containsExactlyElementsOf(
                        lines.stream().map(line -> line.mend().sentence()).toList());
        assertThat(table.rows().stream().map(row -> row.get(3).toString()))
                .containsExactlyElementsOf(ranking.rows().stream()
                        .map(row -> "" + row.score().total())
                        .toList());
    }

    private static int highest(RiskLine line, String part) {
        return line.reasons().stream()
                .filter(reason -> reason.sentence().contains(part))
                .filter(reason -> reason.sentence().endsWith("It is what they ranked highest."))
                .mapToInt(RiskLine.Reason::times)
                .sum();
    }

    /** Visits of the coming weeks, some that nobody drives, and some sentences nobody answered. */
    private void ahead(Random random) {
        var fixture = new RegisterFixture(database);
        for (int i = 0; i < 40; i++) {
            int customer = random.nextInt(16);
            var day = TODAY.plusDays(random.nextInt(21));
            boolean nobody = i % 8 == 0;
            fixture.visit(
                    "N%02d".formatted(i),
                    "C" + customer,
                    nobody ? TODAY.minusDays(random.nextInt(60) - 10L) : day,
                    nobody ? "unassigned" : i % 3 == 0 ? "confirmed" : "planned",
                    "planned_on",
                    nobody ? null : day,
                    "start_time",
                    nobody ? null : LocalTime.of(8 + random.nextInt(8), 0),
                    "technician",
                    nobody ? null : "T" + random.nextInt(5),
                    "agreement",
                    "A" + customer,
                    "board_office",
                    TwoYearsFixture.OFFICES.get(customer % 2));
        }
        for (int i = 0; i < 6; i++) {
            fixture.insert(
                    "heard",
                    "code",
                    "S" + i,
                    "customer",
                    "C" + random.nextInt(16),
                    "words",
                    "Sentence " + i,
                    "heard_by",
                    "sam",
                    "heard_at",
                    TODAY.minusDays(random.nextInt(50)).atTime(random.nextInt(12), 0),
                    "channel",
                    "phone",
                    "state",
                    i == 5 ? "aside" : "open",
                    "op_id",
                    "ahead" + i);
        }
    }

    // --- once more, slowly, from the record ---

    private Map<String, RiskScore> naive() {
        var scores = new TreeMap<String, RiskScore>();
        var all = new PastVisits(source, new StraightLine())
                .judge(
                        database.sql("select code from visit")
                                .query(String.class)
                                .list(),
                        TwoYearsFixture.now());
        var people = database.sql("select code, coalesce(gives_way, '') from customer where cancelled_on is null")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list();
        for (var person : people) {
            var customer = person.getKey();
            var order = person.getValue().split(";");
            var highest = order[order.length - 1];
            var own = all.stream()
                    .filter(one -> one.visit().customer().code().equals(customer))
                    .filter(one -> one.visit().assignment().date() != null)
                    .toList();
            var recent = own.stream()
                    .filter(one -> status(one, "done") && within(one, -59, 0))
                    .toList();
            var coming = own.stream()
                    .filter(one -> (status(one, "planned") || status(one, "confirmed")) && within(one, 0, 13))
                    .toList();
            int faces = (int) recent.stream()
                    .filter(one -> !one.first() && !one.known() && !noticed(one))
                    .count();
            int unanswered = count("select count(*) from preference where answer = 'unanswered' and kind <> 'REMEMBER'"
                            + " and customer = '%s'".formatted(customer))
                    + count("select count(*) from heard where state = 'open' and customer = '%s'".formatted(customer));
            var facts = new RiskFacts(
                    broken(recent, highest, false),
                    broken(recent, highest, true),
                    broken(coming, highest, false),
                    broken(coming, highest, true),
                    faces,
                    unanswered,
                    waited(customer));
            if (new RiskScore(facts).total() > 0) {
                scores.put(customer, new RiskScore(facts));
            }
        }
        return scores;
    }

    private static boolean status(PastVisits.Past one, String status) {
        return one.visit().assignment().status().word().equals(status);
    }

    private static boolean within(PastVisits.Past one, int from, int to) {
        long days = ChronoUnit.DAYS.between(TODAY, one.visit().assignment().date());
        return days >= from && days <= to;
    }

    private static boolean noticed(PastVisits.Past one) {
        var at = one.visit().notifiedAt();
        var there = one.visit().assignment();
        var start = there.start() == null ? LocalTime.MIDNIGHT : there.start();
        return at != null && at.isBefore(there.date().atTime(start));
    }

    private static int broken(List<PastVisits.Past> visits, String highest, boolean only) {
        int broken = 0;
        for (var one : visits) {
            for (var wish : one.bound()) {
                Predicate<String> itsFlag = wish.code()::equals;
                boolean flagged = one.flags().stream()
                        .anyMatch(flag -> flag.side() == Side.CUSTOMER
                                && flag.outcome() == Outcome.BROKEN
                                && itsFlag.test(flag.code()));
                if (flagged && (!only || wish.kind().about().word().equals(highest))) {
                    broken++;
                }
            }
        }
        return broken;
    }

    private int waited(String customer) {
        var since = new ArrayList<LocalDate>();
        since.addAll(database.sql("select heard_on from preference where answer = 'unanswered' and kind <> 'REMEMBER'"
                        + " and customer = ?")
                .param(customer)
                .query(LocalDate.class)
                .list());
        since.addAll(
                database.sql("select due_on from visit where status = 'unassigned' and due_on < ? and customer = ?")
                        .params(TODAY, customer)
                        .query(LocalDate.class)
                        .list());
        var zone = ZoneId.of(
                database.sql("select o.time_zone from customer c join office o on o.code = c.office where c.code = ?")
                        .param(customer)
                        .query(String.class)
                        .single());
        database.sql("select heard_at from heard where state = 'open' and customer = ?")
                .param(customer)
                .query(LocalDateTime.class)
                .list()
                .forEach(at ->
                        since.add(at.toInstant(ZoneOffset.UTC).atZone(zone).toLocalDate()));
        return (int) since.stream()
                .mapToLong(day -> ChronoUnit.DAYS.between(day, TODAY))
                .max()
                .orElse(0);
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    // --- by hand ---

    @Test
    void theSixtyDaysEndTodayWhereTheOfficeIs() {
        // Noon UTC on the 20th is already the 21st in Auckland and still the 20th in New York.
        var fixture = new RegisterFixture(database)
                .office("AKL", "Auckland", "Pacific/Auckland")
                .office("NY", "New York", "America/New_York")
                .user("boss", Role.ADMINISTRATOR);
        for (var office : List.of("AKL", "NY")) {
            fixture.technician("A" + office, "Ana", office)
                    .technician("B" + office, "Ben", office)
                    .customer("C" + office, "Cora of " + office, office)
                    .preference("P" + office, "C" + office, "ONLY", "promised", "heard_on", TODAY)
                    .preferred("P" + office, "A" + office);
            // The first of sixty days in New York, the day before them in Auckland.
            var day = TODAY.minusDays(59);
            fixture.visit(
                    "V" + office,
                    "C" + office,
                    day,
                    "done",
                    "planned_on",
                    day,
                    "technician",
                    "B" + office,
                    "board_office",
                    office);
            rollUps.catchUp(office);
        }

        var ranking = SignedIn.as("boss", () -> risks.ranking(List.of("AKL", "NY")));

        assertThat(ranking.rows()).extracting(RiskRow::code).containsExactly("CNY");
        assertThat(ranking.rows().getFirst().asOf()).isEqualTo(TODAY);
        assertThat(ranking.customers()).isEqualTo(2);
    }

    @Test
    void whatHappenedSeveralTimesIsToldOnceWithHowOftenAndWhenLast() {
        var fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .user("mia", Role.BRANCH_MANAGER, "ALB")
                .technician("ANA", "Ana", "ALB")
                .technician("BEN", "Ben", "ALB")
                .technician("CAL", "Cal", "ALB")
                .customer("C1", "Cora", "ALB")
                .preference("P1", "C1", "ONLY", "promised", "words", "Only Ana, please.")
                .preferred("P1", "ANA");
        for (int i = 0; i < 3; i++) {
            var day = LocalDate.of(2026, 11, 12).minusDays(7L * i);
            fixture.visit(
                    "V" + i,
                    "C1",
                    day,
                    "done",
                    "planned_on",
                    day,
                    "technician",
                    i == 0 ? "CAL" : "BEN",
                    "board_office",
                    "ALB");
        }
        rollUps.catchUp("ALB");

        var ranking = SignedIn.as("mia", () -> risks.ranking(List.of("ALB")));
        var line = SignedIn.as("mia", () -> risks.page(ranking, 0, 1)).getFirst();

        assertThat(line.reasons().getFirst().line())
                .isEqualTo("3 times, last on Thu 12 Nov: Cal came. Cora was promised only Ana, not Cal."
                        + " “Only Ana, please.”");
        assertThat(line.row().score().of(RiskPart.BROKEN)).isEqualTo(3);
        assertThat(line.reasons().stream().mapToInt(RiskLine.Reason::times).sum())
                .isEqualTo(3 + line.row().score().of(RiskPart.NEW_FACES));
        assertThat(line.reasons()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void amongEqualsWhoeverIsWorthMoreComesFirstAndWhoCancelledIsNotListed() {
        new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .user("mia", Role.BRANCH_MANAGER, "ALB")
                .customer("C1", "Small", "ALB")
                .customer("C2", "Big", "ALB")
                .customer("C3", "Gone", "ALB", "cancelled_on", TODAY.minusDays(3))
                .agreement("A1", "C1", "annual_value", 100)
                .agreement("A2", "C2", "annual_value", 900)
                .agreement("A3", "C2", "annual_value", 5000, "ends_on", TODAY.minusDays(1))
                .preference("P1", "C1", "FAMILIAR", "unanswered", "heard_on", TODAY.minusDays(1))
                .preference("P2", "C2", "FAMILIAR", "unanswered", "heard_on", TODAY.minusDays(1))
                .preference("P3", "C3", "FAMILIAR", "unanswered", "heard_on", TODAY.minusDays(90));

        var ranking = SignedIn.as("mia", () -> risks.ranking(List.of("ALB")));

        assertThat(ranking.rows()).extracting(RiskRow::name).containsExactly("Big", "Small");
        assertThat(ranking.rows().getFirst().valueWords()).isEqualTo("900.00 a year");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyManagersOfTheOfficeSeeIt(Role role) {
        new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/New_York")
                .user("kim", role, "ALB");
        boolean manager = role == Role.BRANCH_MANAGER || role == Role.ADMINISTRATOR;

        if (manager) {
            assertThat(SignedIn.as("kim", () -> risks.ranking(List.of("ALB"))).rows())
                    .isEmpty();
        } else {
            refused("kim", "ALB");
        }
        if (role != Role.ADMINISTRATOR) {
            refused("kim", "BUF");
        }
    }

    private void refused(String user, String office) {
        var foreign = new Ranking(java.util.Set.of(office), List.of(), 0);
        assertThatThrownBy(() -> SignedIn.as(user, () -> risks.ranking(List.of(office))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> SignedIn.as(user, () -> risks.page(foreign, 0, 10)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> SignedIn.as(user, () -> risks.table(foreign))).isInstanceOf(NotAllowed.class);
    }
}
