package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Random;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may compare what, and what is said of nothing. */
@DatabaseTest(now = TwoYearsFixture.NOON)
class ComparisonServiceTest {

    private static final Period YEAR = Period.yearTo(YearMonth.of(2026, 11));

    @Autowired
    private RollUps rollUps;

    @Autowired
    private ComparisonService comparison;

    @Autowired
    private Targets targets;

    @Autowired
    private Regions regions;

    @Autowired
    private OfficeService offices;

    @Autowired
    private CurrentUser current;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void store() {
        new TwoYearsFixture(database, new Random(11)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
    }

    @Test
    void aBranchManagerSeesOnlyTheirOffices() {
        assertThat(SignedIn.as("alma", () -> comparison.offices(YEAR)))
                .extracting(OfficeLine::name)
                .containsExactly("Albany");
        assertThatThrownBy(
                        () -> SignedIn.as("alma", () -> comparison.of(ComparisonService.Kind.TECHNICIAN, "DEN", YEAR)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> SignedIn.as("alma", () -> {
                    targets.set("DEN", Figure.KEPT_PROMISES, 0.9);
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void anAdministratorSeesAllAndAllTogether() {
        assertThat(SignedIn.as("boss", () -> comparison.offices(YEAR)))
                .extracting(OfficeLine::name)
                .containsExactly("Albany", "Denver", "All 2 together");
    }

    @Test
    void theSumsOfCustomersAreReadOnceForThePeriodAndTheTrend() {
        var watched = spy(database);
        var service = new ComparisonService(watched, offices, targets, regions, current, clock);

        SignedIn.as("boss", () -> service.offices(YEAR));

        verify(watched).sql(contains("from tally_standing"));
    }

    @Test
    void aDispatcherDoesNotCompare() {
        assertThatThrownBy(() -> SignedIn.as("sam", () -> comparison.offices(YEAR)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void allTogetherIsTheSumAndNotTheMeanOfMeans() {
        var lines = SignedIn.as("boss", () -> comparison.offices(YEAR));
        double kept = 0;
        long due = 0;
        for (var line : lines.subList(0, 2)) {
            var value = line.of(Figure.KEPT_PROMISES);
            kept += value.value() * value.sample();
            due += value.sample();
        }

        assertThat(lines.getLast().of(Figure.KEPT_PROMISES).sample()).isEqualTo(due);
        assertThat(lines.getLast().of(Figure.KEPT_PROMISES).value()).isEqualTo(kept / due);
    }

    @Test
    void anOfficeWithoutVisitsHasDashes() {
        new RegisterFixture(database).office("NEW", "Newtown", "America/Chicago");
        rollUps.catchUp("NEW");

        var line = SignedIn.as("boss", () -> comparison.offices(YEAR)).stream()
                .filter(one -> one.code().equals("NEW"))
                .findFirst()
                .orElseThrow();

        assertThat(line.values().entrySet())
                .filteredOn(value -> value.getKey() != Figure.UNANSWERED)
                .allSatisfy(value -> assertThat(value.getValue().present()).isFalse());
        assertThat(line.trends().values()).allSatisfy(trend -> assertThat(trend).containsOnlyNulls());
    }

    @Test
    void theTrendEndsWithTheLastMonthAndHasTheSameMonthOfLastYear() {
        var line = SignedIn.as("alma", () -> comparison.offices(YEAR)).getFirst();
        var november = new Period(YearMonth.of(2026, 11), YearMonth.of(2026, 11));
        var lastNovember = new Period(YearMonth.of(2025, 11), YearMonth.of(2025, 11));

        var trend = line.trends().get(Figure.KEPT_PROMISES);

        assertThat(trend).hasSize(13);
        assertThat(trend.getLast()).isEqualTo(value(november)).isNotNull();
        assertThat(trend.getFirst()).isEqualTo(value(lastNovember)).isNotNull();
    }

    private Double value(Period period) {
        return SignedIn.as("alma", () -> comparison.offices(period))
                .getFirst()
                .of(Figure.KEPT_PROMISES)
                .value();
    }

    @Test
    void technicianVisitsAddUpToTheirOffice() {
        var office = SignedIn.as("alma", () -> comparison.offices(YEAR)).getFirst();
        var technicians = SignedIn.as("alma", () -> comparison.of(ComparisonService.Kind.TECHNICIAN, "ALB", YEAR));

        assertThat(technicians).extracting(OfficeLine::name).isSorted().isNotEmpty();
        assertThat(technicians.stream()
                        .mapToLong(line -> line.of(Figure.PROTOCOL_KEPT).sample())
                        .sum())
                .isEqualTo(office.of(Figure.PROTOCOL_KEPT).sample());
        assertThat(technicians.getFirst().values()).doesNotContainKey(Figure.RETENTION_COUNT);
    }

    @Test
    void aRegionIsComparedByItselfAndOnlyBySomebodyWhoMaySeeItsOffices() {
        new RegisterFixture(database).office("BOI", "Boise", "America/Boise");
        SignedIn.as("boss", () -> {
            regions.set("ALB", " East ");
            regions.set("DEN", "West");
            regions.set("BOI", "West");
            return null;
        });

        assertThat(SignedIn.as("boss", () -> comparison.regions())).containsExactly("East", "West");
        assertThat(SignedIn.as("boss", () -> comparison.offices(YEAR, "West")))
                .extracting(OfficeLine::name)
                .containsExactly("Boise", "Denver", "All 2 together");
        assertThat(SignedIn.as("boss", () -> comparison.offices(YEAR, "East")))
                .extracting(OfficeLine::name)
                .containsExactly("Albany");
        assertThat(SignedIn.as("boss", () -> comparison.offices(YEAR, ""))).hasSize(4);
        assertThat(SignedIn.as("alma", () -> comparison.regions())).containsExactly("East");
        assertThatThrownBy(() -> SignedIn.as("alma", () -> comparison.offices(YEAR, "West")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("None of your offices is in a region “West”. Choose one above.");
        assertThat(database.sql("select count(*) from audit_entry where action = 'region' and after_text = 'East'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anOfficeIsTakenOutOfItsRegionByABlankNameAndTooLongOnesAreRefused() {
        SignedIn.as("alma", () -> {
            regions.set("ALB", "East");
            regions.set("ALB", "  ");
            return null;
        });

        assertThat(SignedIn.as("alma", () -> comparison.regions())).isEmpty();
        assertThatThrownBy(() -> SignedIn.as("alma", () -> {
                    regions.set("ALB", "E".repeat(81));
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name of a region has at most 80 characters; this one has 81.");
        assertThatThrownBy(() -> SignedIn.as("alma", () -> {
                    regions.set("DEN", "East");
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> SignedIn.as("sam", () -> {
                    regions.set("ALB", "East");
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void oneTechnicianStandsBesideTheirWholeOfficeWithTheSameFigures() {
        var list = SignedIn.as("alma", () -> comparison.of(ComparisonService.Kind.TECHNICIAN, "ALB", YEAR));
        var office = SignedIn.as("alma", () -> comparison.offices(YEAR)).getFirst();
        SignedIn.as("alma", () -> {
            targets.set("ALB", Figure.KEPT_PROMISES, 0.5);
            return null;
        });

        var one = SignedIn.as("alma", () -> comparison.one(ComparisonService.Kind.TECHNICIAN, "ALB", "T0", YEAR));

        assertThat(one).extracting(OfficeLine::name).containsExactly("Person 0", "All of Albany");
        assertThat(list).contains(one.getFirst());
        assertThat(one.getLast().values().keySet())
                .isEqualTo(one.getFirst().values().keySet());
        one.getLast().values().forEach((figure, value) -> assertThat(value).isEqualTo(office.of(figure)));
        assertThat(one.getLast().targets()).containsEntry(Figure.KEPT_PROMISES, 0.5);
        assertThat(one.getLast().trends().get(Figure.KEPT_PROMISES))
                .isEqualTo(office.trends().get(Figure.KEPT_PROMISES));
        assertThatThrownBy(() ->
                        SignedIn.as("alma", () -> comparison.one(ComparisonService.Kind.ROUTE, "DEN", "R1", YEAR)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        SignedIn.as("alma", () -> comparison.one(ComparisonService.Kind.ROUTE, "ALB", "none", YEAR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no visit of this route in that time. Choose other months.");
    }

    @Test
    void eachOfTwoOfficesHasItsOwnTrendWhateverTheOtherHas() {
        var together = SignedIn.as("boss", () -> comparison.offices(YEAR)).getFirst();
        var alone = SignedIn.as("alma", () -> comparison.offices(YEAR)).getFirst();

        assertThat(together.trends()).isEqualTo(alone.trends());
        for (int i = 0; i < ComparisonService.TREND_MONTHS; i++) {
            var month = YEAR.to().minusMonths(ComparisonService.TREND_MONTHS - 1L - i);
            var of = SignedIn.as("alma", () -> comparison.offices(new Period(month, month)))
                    .getFirst();
            for (var figure : together.trends().keySet()) {
                assertThat(together.trends().get(figure).get(i))
                        .as("%s in %s", figure, month)
                        .isEqualTo(of.of(figure).value());
            }
        }
    }

    @Test
    void aPeriodBeforeTheFirstVisitIsToldInASentence() {
        assertThatThrownBy(() ->
                        SignedIn.as("alma", () -> comparison.period(YearMonth.of(2020, 1), YearMonth.of(2020, 12))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There was no visit before January 2025. Choose months from then on.");
        assertThatThrownBy(() ->
                        SignedIn.as("alma", () -> comparison.period(YearMonth.of(2027, 1), YearMonth.of(2027, 12))))
                .hasMessage("January 2027 has not begun yet. Choose months up to November 2026.");
        assertThat(SignedIn.as("alma", () -> comparison.period(YearMonth.of(2026, 1), YearMonth.of(2026, 2)))
                        .words())
                .isEqualTo("January 2026 to February 2026");
    }

    @Test
    void aTargetIsKeptAndTheOfficeThatMissesItIsKnown() {
        SignedIn.as("alma", () -> {
            targets.set("ALB", Figure.KEPT_PROMISES, 1.0);
            targets.set("ALB", Figure.FACES, 99.0);
            return null;
        });

        var line = SignedIn.as("alma", () -> comparison.offices(YEAR)).getFirst();

        assertThat(line.targets()).containsEntry(Figure.KEPT_PROMISES, 1.0);
        assertThat(line.misses(Figure.KEPT_PROMISES)).isTrue();
        assertThat(line.misses(Figure.FACES)).as("fewer faces than that").isFalse();
        assertThat(database.sql("select count(*) from audit_entry where action = 'target' and office = 'ALB'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        SignedIn.as("alma", () -> {
            targets.set("ALB", Figure.KEPT_PROMISES, null);
            return null;
        });
        assertThat(SignedIn.as("alma", () -> comparison.offices(YEAR))
                        .getFirst()
                        .targets())
                .doesNotContainKey(Figure.KEPT_PROMISES);
    }

    @Test
    void aTargetThatCannotBeIsRefusedWithASentence() {
        assertThatThrownBy(() -> SignedIn.as("alma", () -> {
                    targets.set("ALB", Figure.KEPT_PROMISES, 95.0);
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("“Promises kept” can never be that. Type a number from 0 to 100.0.");
    }
}
