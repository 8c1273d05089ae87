package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dorothydispatch.SignedIn.as;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.flags.BreakCauses;
import org.dorothydispatch.flags.FoundBreak;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.shared.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept about breaks is what the checks say of each of them now. */
@DatabaseTest(now = TwoYearsFixture.NOON)
class JudgedBreaksTest {

    private static final Period YEAR = Period.yearTo(YearMonth.of(2026, 11));
    private static final int ALL = 10_000;

    @Autowired
    private JudgedBreaks breaks;

    @Autowired
    private BreakCauses causes;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private ComparisonService comparison;

    @Autowired
    private BehindService people;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transactions;

    private void catchUp() {
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        TwoYearsFixture.OFFICES.forEach(office -> breaks.catchUp(office, JudgedBreaks.EVER, ALL));
    }

    private OfficeLine line(String office) {
        return as("boss", () -> comparison.offices(YEAR)).stream()
                .filter(line -> line.code().equals(office))
                .findFirst()
                .orElseThrow();
    }

    /** Straight from the record, one visit after the other. */
    private long avoidable(String office, String which) {
        return database
                .sql("""
                        select v.code from visit v join customer c on c.code = v.customer
                        where c.office = ? and v.status = 'done' and v.planned_on between ? and ?%s""".formatted(which))
                .params(office, YEAR.firstDay(), YEAR.lastDay())
                .query(String.class)
                .list()
                .stream()
                .flatMap(visit -> causes.ofVisits(List.of(visit)).stream())
                .filter(found -> found.level() == Level.PROMISED && found.avoidable())
                .count();
    }

    @Test
    void theFigureIsWhatANaiveReadingSays() {
        new TwoYearsFixture(database, new Random(21)).store();
        catchUp();

        for (var office : TwoYearsFixture.OFFICES) {
            var value = line(office).of(Figure.AVOIDABLE_BREAKS);
            var due = line(office).of(Figure.KEPT_PROMISES).sample();
            assertThat(value.open()).isZero();
            assertThat(value.sample()).isEqualTo(due);
            assertThat(value.value())
                    .isCloseTo((double) avoidable(office, "") / due, within(1e-9))
                    .isPositive();
        }
        for (var kind : List.of(Kind.TECHNICIAN, Kind.ROUTE)) {
            for (var line : as("boss", () -> comparison.of(kind, "ALB", YEAR)).subList(0, 2)) {
                var value = line.of(Figure.AVOIDABLE_BREAKS);
                assertThat(value.value() == null ? 0 : Math.round(value.value() * value.sample()))
                        .as(line.name())
                        .isEqualTo(avoidable("ALB", " and v.%s = '%s'".formatted(kind.word(), line.code())));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 23)
    void itIsSoAfterAnyChange(long seed) {
        var random = new Random(seed);
        var fixture = new TwoYearsFixture(database, random).store();
        var register = new RegisterFixture(database);
        catchUp();

        for (int i = 0; i < 4; i++) {
            fixture.change();
            if (i % 2 == 0) {
                var day = TwoYearsFixture.FIRST.plusDays(random.nextInt(600));
                register.absence("T" + random.nextInt(6), day, day.plusDays(random.nextInt(20)), "sick");
            }
            catchUp();

            for (var office : TwoYearsFixture.OFFICES) {
                assertThat(kept(office))
                        .as("after change %d of seed %d", i, seed)
                        .isEqualTo(asked(office));
            }
        }
        assertThat(line("ALB").of(Figure.AVOIDABLE_BREAKS).open()).isZero();
    }

    private List<FoundBreak> kept(String office) {
        return database
                .sql("select found from break_judgement where office = ?")
                .param(office)
                .query(String.class)
                .list()
                .stream()
                .flatMap(found -> JudgedBreaks.read(found).stream())
                .sorted(FoundBreak.IN_ORDER)
                .toList();
    }

    private List<FoundBreak> asked(String office) {
        var visits = database.sql(
                        "select visit from tally_visit where office = ? and promises_broken + promises_consented > 0")
                .param(office)
                .query(String.class)
                .list();
        return causes.ofVisits(visits).stream()
                .filter(found -> found.level() == Level.PROMISED)
                .toList();
    }

    @Test
    void onlyWhatHasToDoWithAChangeIsAskedForAgain() {
        new TwoYearsFixture(database, new Random(24)).store();
        catchUp();
        int all = count();
        assertThat(breaks.catchUp("ALB", JudgedBreaks.EVER, ALL))
                .as("nothing has changed")
                .isZero();

        var day = database.sql("select max(on_day) from break_judgement where office = 'ALB'")
                .query(LocalDate.class)
                .single();
        new RegisterFixture(database).absence("T2", day, day, "sick");
        int again = breaks.catchUp("ALB", JudgedBreaks.EVER, ALL);

        assertThat(again).isBetween(1, all - 1);
    }

    @Test
    void whatChangesIsNoticedAndWhatDoesNotIsLeftAlone() {
        new TwoYearsFixture(database, new Random(27)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);

        breaks.keepUp("ALB", 3);
        assertThat(count()).as("in parts").isEqualTo(3);
        breaks.keepUp("ALB", ALL);
        int all = count();
        assertThat(all).isGreaterThan(3);

        database.sql("delete from break_judgement where office = 'ALB'").update();
        breaks.keepUp("ALB", ALL);
        assertThat(count()).as("nothing has changed at the office").isZero();
        new RegisterFixture(database).absence("T2", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 3), "sick");
        breaks.keepUp("ALB", ALL);
        assertThat(count()).as("somebody was away").isBetween(1, all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update break_judgement set avoidable = avoidable + 1 where office = 'ALB'",
                "update break_judgement set found = '[]' where office = 'ALB' and avoidable > 0",
                "update break_judgement set broken = broken + 1 where office = 'ALB'",
                "update break_month set avoidable = avoidable + 1 where office = 'ALB' and kind = 'technician'",
                "delete from break_month where office = 'ALB' and kind = 'office'"
            })
    void theNightlyRecountTellsAPlantedDifferenceAndMendsIt(String planted) {
        new TwoYearsFixture(database, new Random(28)).store();
        catchUp();
        var before = line("ALB").of(Figure.AVOIDABLE_BREAKS);
        var found = kept("ALB");
        database.sql(planted).update();

        new NightlyRecount(rollUps, breaks, true).run();

        assertThat(trouble("ALB")).contains("were not what the record says").containsIgnoringCase("avoidable");
        assertThat(trouble("DEN")).isEmpty();
        assertThat(line("ALB").of(Figure.AVOIDABLE_BREAKS)).isEqualTo(before);
        assertThat(kept("ALB")).isEqualTo(found);
        new NightlyRecount(rollUps, breaks, true).run();
        assertThat(trouble("ALB")).as("it is as the record says now").isEmpty();
    }

    @Test
    void theRecountJudgesNoMoreThanItsPart() {
        new TwoYearsFixture(database, new Random(28)).store();
        catchUp();
        database.sql("update break_judgement set avoidable = avoidable + 1").update();

        assertThat(breaks.recount("ALB", 2))
                .filteredOn(one -> one.startsWith("Visit "))
                .hasSize(2);
    }

    @Test
    void whoKeepsAnOfficesBreaksHoldsThatOfficeOnly() {
        new TwoYearsFixture(database, new Random(29)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        try (var other = Executors.newSingleThreadExecutor()) {
            int judged = transactions.execute(status -> {
                database.sql("select seen_event from tally_state where office = 'DEN' for update")
                        .query(Long.class)
                        .single();
                try {
                    return other.submit(() -> breaks.catchUp("ALB", JudgedBreaks.EVER, ALL))
                            .get(60, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new AssertionError("ALB waits for DEN", e);
                }
            });
            assertThat(judged).isPositive();
        }
        assertThat(breaks.catchUp("DEN", JudgedBreaks.EVER, ALL)).isPositive();
    }

    @Test
    void anOfficeThatIsBeingCountedHoldsUpNoOtherOneAndComesWithTheNextRound() {
        new TwoYearsFixture(database, new Random(30)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        var keeper = new BreakKeeper(breaks, rollUps, true);
        try (var other = Executors.newSingleThreadExecutor()) {
            transactions.executeWithoutResult(status -> {
                database.sql("select seen_event from tally_state where office = 'ALB' for update")
                        .query(Long.class)
                        .single();
                try {
                    other.submit(keeper::run).get(60, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new AssertionError("The round failed, or waits for ALB", e);
                }
            });
        }
        assertThat(line("DEN").of(Figure.AVOIDABLE_BREAKS).open())
                .as("the others go on")
                .isZero();
        assertThat(count()).as("nothing of the office that is held").isZero();

        keeper.run();
        assertThat(line("ALB").of(Figure.AVOIDABLE_BREAKS).open())
                .as("it is come back to")
                .isZero();
        assertThat(breaks.catchUp("ALB", JudgedBreaks.EVER, ALL)).isZero();
    }

    private String trouble(String office) {
        return database.sql("select coalesce(trouble, '') from tally_state where office = ?")
                .param(office)
                .query(String.class)
                .single();
    }

    private int count() {
        return database.sql("select count(*) from break_judgement where office = 'ALB'")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsNotLookedAtYetIsSaid() {
        new TwoYearsFixture(database, new Random(25)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        long broken = database.sql("select sum(promises_broken) from tally_visit where office = 'ALB'"
                        + " and on_day between ? and ?")
                .params(YEAR.firstDay(), YEAR.lastDay())
                .query(Long.class)
                .single();

        assertThat(line("ALB").text(Figure.AVOIDABLE_BREAKS))
                .as("nobody has looked")
                .isEqualTo(Table.DASH);
        assertThat(line("ALB").of(Figure.AVOIDABLE_BREAKS).open()).isEqualTo(broken);

        breaks.catchUp("ALB", JudgedBreaks.EVER, 1);
        var part = line("ALB");
        assertThat(part.text(Figure.AVOIDABLE_BREAKS)).startsWith("≥ ");
        assertThat(part.of(Figure.AVOIDABLE_BREAKS).open()).isBetween(1L, broken - 1);
        assertThat(part.trends().get(Figure.AVOIDABLE_BREAKS))
                .as("no line through months that are not done")
                .containsNull();
        var table = FigureTables.of("x", "Office", List.of(part));
        var column = table.columns().indexOf("Avoidable breaks: not looked at yet");
        assertThat(table.rows().getFirst().get(column))
                .hasToString(String.valueOf(part.of(Figure.AVOIDABLE_BREAKS).open()));

        for (int i = 0; i < 50 && breaks.catchUp("ALB", JudgedBreaks.EVER, 30) > 0; i++) {}
        assertThat(line("ALB").of(Figure.AVOIDABLE_BREAKS).open()).isZero();
        assertThat(line("ALB").text(Figure.AVOIDABLE_BREAKS)).doesNotStartWith("≥");
    }

    @Test
    void theFigureOpensItsPeopleWithWhatWouldHaveKeptTheLastPromise() {
        new TwoYearsFixture(database, new Random(26)).store();
        catchUp();
        var question = new BehindService.Question(Figure.AVOIDABLE_BREAKS, List.of("ALB"), Kind.OFFICE, "", YEAR);

        var all = as("alma", () -> people.list(question, 0, 100));

        var value = line("ALB").of(Figure.AVOIDABLE_BREAKS);
        assertThat(all).hasSize(as("alma", () -> people.count(question)));
        assertThat(all.stream()
                        .mapToInt(one -> Integer.parseInt(one.what().split(" ")[0]))
                        .sum())
                .isEqualTo((int) Math.round(value.value() * value.sample()));
        assertThat(all).extracting(Behind::code).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(one -> {
            assertThat(one.name()).startsWith("Customer ");
            assertThat(one.what()).containsPattern(Pattern.compile("could have been kept\\. .+ was free on "));
        });
    }
}
