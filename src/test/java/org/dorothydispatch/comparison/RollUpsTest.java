package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.flags.PastVisits;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.travel.StraightLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the roll-ups say is what the record says, after any change, and whoever makes them say something else is noticed. */
@DatabaseTest(now = TwoYearsFixture.NOON)
class RollUpsTest {

    private static final Period YEAR = new Period(YearMonth.of(2025, 12), YearMonth.of(2026, 11));
    private static final Period QUARTER = new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 3));

    @Autowired
    private RollUps rollUps;

    @Autowired
    private JudgedBreaks breaks;

    @Autowired
    private ComparisonService comparison;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource source;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyFigureIsWhatANaiveCountSays(long seed) {
        new TwoYearsFixture(database, new Random(seed)).store();

        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);

        figuresAreNaive(YEAR);
        figuresAreNaive(QUARTER);
    }

    @Test
    void soIsEveryFigureOfATechnicianAndOfARoute() {
        new TwoYearsFixture(database, new Random(13)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        var past = new PastVisits(source, new StraightLine());

        for (var kind : List.of(ComparisonService.Kind.TECHNICIAN, ComparisonService.Kind.ROUTE)) {
            var lines = SignedIn.as("boss", () -> comparison.of(kind, "ALB", QUARTER));
            assertThat(lines).hasSizeGreaterThan(2);
            var naive = new NaiveFigures(database, past, "ALB", QUARTER);
            for (var line : lines) {
                assertThat(line.values().keySet())
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Figure.values())
                                .filter(Figure::ofVisits)
                                .toList());
                naive.only(kind, line.code());
                line.values().keySet().forEach(figure -> isNaive(line, figure, naive.of(figure), QUARTER));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5})
    void itIsSoAfterAnyChange(long seed) {
        var random = new Random(seed);
        var fixture = new TwoYearsFixture(database, random).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);

        for (int i = 0; i < 30; i++) {
            fixture.change();
            TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
            assertThat(differences()).as("after change %d of seed %d", i, seed).isEmpty();
        }

        figuresAreNaive(YEAR);
    }

    @Test
    void twoThatCountAtOnceWaitForEachOther() throws Exception {
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        try (var counters = Executors.newFixedThreadPool(2)) {
            var counts = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 200; i++) {
                var office = TwoYearsFixture.OFFICES.get(i % 2);
                counts.add(() -> rollUps.catchUp(office));
            }
            for (var count : counters.invokeAll(counts)) {
                assertThat(count.get()).isZero();
            }
        }
    }

    @Test
    void aChangedVisitIsCountedWithoutLookingAtTheWholeOffice() {
        new TwoYearsFixture(database, new Random(6)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        var visit = database.sql("select min(code) from visit where status = 'done' and board_office = 'ALB'")
                .query(String.class)
                .single();
        database.sql("update visit set technician = 'T5', version = version + 1 where code = ?")
                .param(visit)
                .update();

        int counted = rollUps.catchUp(new OfficeChanged("ALB", 0, 1, List.of(visit), "Sam"));

        assertThat(counted).isPositive().isLessThan(count("select count(*) from tally_visit where office = 'ALB'"));
        assertThat(differences()).isEmpty();
        assertThat(rollUps.catchUp(new OfficeChanged("ALB", 0, 1, List.of(visit), "Sam")))
                .as("told twice, counted once")
                .isZero();
    }

    @ParameterizedTest(name = "{0} is counted first")
    @ValueSource(strings = {"ALB", "DEN"})
    void aVisitThatWasOfAnotherCustomerIsCountedOfItsOwn(String first) {
        new TwoYearsFixture(database, new Random(6)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        for (var office : TwoYearsFixture.OFFICES) {
            var visits = database.sql("""
                            select v.code from visit v join customer c on c.code = v.customer
                            where v.status = 'done' and v.technician is not null and c.office = ?
                            order by v.code limit 6""").param(office).query(String.class).list();
            var other = office.equals("ALB") ? "DEN" : "ALB";
            giveTo(office, visits.subList(0, 3));
            giveTo(other, visits.subList(3, 6));
        }

        rollUps.catchUp(first);
        rollUps.catchUp(first.equals("ALB") ? "DEN" : "ALB");

        assertThat(differences()).isEmpty();
        assertThat(
                        count(
                                "select count(*) from tally_visit t join visit v on v.code = t.visit where t.customer <> v.customer"))
                .isZero();
    }

    /** To the customer of this office whose code is the last, as an import does that corrects whose visit it was. */
    private void giveTo(String office, List<String> visits) {
        var customer = database.sql("select max(code) from customer where office = ?")
                .param(office)
                .query(String.class)
                .single();
        for (var visit : visits) {
            database.sql("""
                            update visit set customer = :customer, version = version + 1, agreement = null,
                                site = (select min(s.code) from site s where s.customer = :customer)
                            where code = :visit""").param("customer", customer).param("visit", visit).update();
        }
    }

    @Test
    void whatSomebodyElseMissedIsLeftToTheCountOfTheOffice() {
        new TwoYearsFixture(database, new Random(7)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);

        assertThat(rollUps.catchUp(new OfficeChanged("ALB", 5, 6, List.of("V00001"), "Sam")))
                .isEqualTo(RollUps.UNKNOWN);
        assertThat(rollUps.catchUp(new OfficeChanged("ALB", 0, 6, List.of(), "Sam")))
                .isEqualTo(RollUps.UNKNOWN);
    }

    @Test
    void countingAgainCountsNothingAndARebuildChangesNothing() {
        new TwoYearsFixture(database, new Random(8)).store();
        int first = rollUps.catchUp("ALB");
        rollUps.catchUp("DEN");

        assertThat(first).isEqualTo(count("select count(*) from tally_visit where office = 'ALB'"));
        assertThat(rollUps.catchUp("ALB")).isZero();
        assertThat(rollUps.rebuild("ALB")).isEqualTo(first);
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update tally_visit set promises_broken = promises_broken + 1 where visit = (select v from"
                        + " (select min(visit) v from tally_visit where office = 'ALB') one)",
                "update tally_day set visits = visits + 1 where office = 'ALB' and on_day >= '2026-11-01'",
                "update tally_month set technician_days = technician_days + 1 where office = 'ALB' and kind = 'office'"
                        + " and in_month = '2026-10-01'",
                "update tally_standing set faces = faces + 1 where office = 'ALB' and in_month = '2026-10-01'",
                "delete from tally_customer where office = 'ALB' and customer = 'C0'"
            })
    void theNightlyRecountTellsAPlantedDifferenceAndMendsIt(String planted) {
        new TwoYearsFixture(database, new Random(9)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        database.sql(planted).update();
        assertThat(rollUps.differences("ALB")).isNotEmpty();

        new NightlyRecount(rollUps, breaks, true).run();

        assertThat(database.sql("select trouble from tally_state where office = 'ALB'")
                        .query(String.class)
                        .single())
                .contains("were not what the record says");
        assertThat(database.sql("select count(*) from tally_state where office = 'DEN' and trouble is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(differences()).isEmpty();
    }

    @Test
    void aVisitBelongsToTheDayAndMonthOfItsOwnOffice() {
        // The same half hour: Saturday 23:30 in Los Angeles is Sunday 02:30 in New York, and a month ends between them.
        new RegisterFixture(database)
                .office("LA", "Los Angeles", "America/Los_Angeles")
                .office("NY", "New York", "America/New_York")
                .technician("A", "Ana", "LA")
                .technician("B", "Ben", "NY")
                .customer("CA", "Cora", "LA")
                .customer("CB", "Bert", "NY")
                .visit(
                        "V1",
                        "CA",
                        LocalDate.of(2026, 10, 31),
                        "done",
                        "planned_on",
                        LocalDate.of(2026, 10, 31),
                        "start_time",
                        LocalTime.of(23, 30),
                        "technician",
                        "A",
                        "board_office",
                        "LA")
                .visit(
                        "V2",
                        "CB",
                        LocalDate.of(2026, 11, 1),
                        "done",
                        "planned_on",
                        LocalDate.of(2026, 11, 1),
                        "start_time",
                        LocalTime.of(0, 30),
                        "technician",
                        "B",
                        "board_office",
                        "NY");
        rollUps.catchUp("LA");
        rollUps.catchUp("NY");

        assertThat(months("LA")).containsExactly("2026-10-01");
        assertThat(months("NY")).containsExactly("2026-11-01");

        // The zone of an office may change; a day on record is a day on record.
        database.sql("update office set time_zone = 'Pacific/Auckland', version = version + 1 where code = 'LA'")
                .update();
        rollUps.catchUp("LA");
        assertThat(months("LA")).containsExactly("2026-10-01");
    }

    private List<String> months(String office) {
        return database.sql("select in_month from tally_month where office = ? and kind = 'office'")
                .param(office)
                .query(String.class)
                .list();
    }

    private List<String> differences() {
        return TwoYearsFixture.OFFICES.stream()
                .flatMap(office -> rollUps.differences(office).stream())
                .toList();
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    private void figuresAreNaive(Period period) {
        var lines = SignedIn.as("boss", () -> comparison.offices(period));
        var past = new PastVisits(source, new StraightLine());
        for (var office : TwoYearsFixture.OFFICES) {
            var naive = new NaiveFigures(database, past, office, period);
            var line = lines.stream()
                    .filter(one -> one.code().equals(office))
                    .findFirst()
                    .orElseThrow();
            for (var figure : Figure.values()) {
                isNaive(line, figure, naive.of(figure), period);
            }
        }
    }

    static void isNaive(OfficeLine line, Figure figure, double expected, Period period) {
        isNaive(line.of(figure).value(), expected, "%s of %s in %s".formatted(figure, line.name(), period.words()));
    }

    static void isNaive(@Nullable Double value, double expected, String what) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(value).as(what).isNull();
        } else {
            assertThat(value)
                    .as(what)
                    .isNotNull()
                    // Shares of continuity are kept in millionths.
                    .isCloseTo(expected, within(2e-6));
        }
    }
}
