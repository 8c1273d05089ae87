package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.flags.PromiseOutlook;
import org.dorothydispatch.flags.PromiseOutlook.Fate;
import org.dorothydispatch.flags.PromiseOutlook.Line;
import org.dorothydispatch.flags.PromiseOutlook.Verdict;
import org.dorothydispatch.flags.PromiseOutlooks;
import org.dorothydispatch.preference.NewPreference;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Can we keep it? Dorothy's next visits are on the 6th of each month, October 2026 to September 2027. */
@DatabaseTest(now = ListeningFixture.NOON_UTC)
class OutlookTest {

    private static final NewPreference ONLY_ANA = Wishes.by("ONLY", "ANA");

    @Autowired
    private PromiseOutlooks outlooks;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database);
    }

    @Test
    void theNextTwelveVisitsAreThoseOnTheRecordAndThoseTheAgreementRepeats() {
        assertThat(look(ONLY_ANA).visits())
                .extracting(Line::due)
                .containsExactlyElementsOf(LocalDate.of(2026, 10, 6)
                        .datesUntil(LocalDate.of(2027, 9, 7), java.time.Period.ofMonths(1))
                        .toList());
    }

    @Test
    void aWeekdayAnaDoesNotWorkIsMendedByAnotherDay() {
        // 6 December 2026, 6 February, March and June 2027 are on a weekend.
        var outlook = look(ONLY_ANA);

        assertThat(outlook.verdict()).isEqualTo(Verdict.YES_IF);
        assertThat(outlook.visits().stream()
                        .filter(line -> line.fate() != Fate.KEPT)
                        .map(Line::due))
                .allSatisfy(due -> assertThat(due.getDayOfWeek().getValue()).isGreaterThanOrEqualTo(6));
        assertThat(outlook.visits().stream().filter(line -> line.fate() == Fate.KEPT_IF))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.sentence()).contains("Ana"));
        assertThat(outlook.visits()).noneMatch(line -> line.fate() == Fate.BROKEN);
    }

    @Test
    void somebodyWhoLeavesCannotBePromised() {
        database.sql("update technician set ends_on = '2026-12-31' where code = 'ANA'")
                .update();

        var outlook = look(ONLY_ANA);

        assertThat(outlook.verdict()).isEqualTo(Verdict.NO);
        assertThat(outlook.visits().stream().filter(line -> line.due().getYear() == 2027))
                .hasSize(9)
                .allMatch(line -> line.fate() == Fate.BROKEN);
        assertThat(outlook.sentence()).startsWith("Not honestly: 9 of the next 12 visits could not keep it.");
    }

    @Test
    void aVacationOnOneDayIsAYesIf() {
        fixture.absence("ANA", LocalDate.of(2026, 10, 6), LocalDate.of(2026, 10, 6), "vacation");

        var first = look(ONLY_ANA).visits().getFirst();

        assertThat(first.fate()).isEqualTo(Fate.KEPT_IF);
        assertThat(first.sentence()).contains("Ana").contains("7 Oct");
    }

    @Test
    void aVacationOfAWeekLeavesNoDayNearby() {
        fixture.absence("ANA", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 12), "vacation");

        assertThat(look(ONLY_ANA).visits().getFirst().fate()).isEqualTo(Fate.BROKEN);
    }

    @Test
    void aWindowThatTheShiftNeverReachesIsANo() {
        var night = Wishes.between(LocalTime.of(21, 0), null);

        var outlook = look(night);

        assertThat(outlook.verdict()).isEqualTo(Verdict.NO);
        assertThat(outlook.visits()).allMatch(line -> line.fate() == Fate.BROKEN);
        assertThat(outlook.carried()).isNull();
    }

    @Test
    void itSaysHowManySuchPromisesAnaCarriesAlready() {
        fixture.preference("P1", "BAKER", "ONLY", "promised").preferred("P1", "ANA");
        fixture.customer("CARL", "Carl Reed", "ALB", "technician", "ANA")
                .preference("P2", "CARL", "PERSON", "promised");
        fixture.customer("EVE", "Eve Moss", "ALB")
                .preference("P3", "EVE", "ONLY", "will_try")
                .preferred("P3", "ANA");
        fixture.preference("P4", "DOROTHY", "ONLY", "promised").preferred("P4", "ANA");

        var carried = look(ONLY_ANA, "P4").carried();

        assertThat(carried).isNotNull();
        assertThat(carried.name()).isEqualTo("Ana");
        assertThat(carried.customers()).isEqualTo(2);
    }

    @Test
    void aDayThatIsPromisedToOthersIsFull() {
        // A whole shift of nine hours is promised to the bakery on the 6th of each month.
        fixture.agreement("B1", "BAKER", "repeats", "P1M", "minutes", 540, "starts_on", LocalDate.of(2026, 1, 6));
        fixture.preference("P1", "BAKER", "ONLY", "promised").preferred("P1", "ANA");

        var first = look(ONLY_ANA).visits().getFirst();

        assertThat(first.fate()).isEqualTo(Fate.KEPT_IF);
        assertThat(first.sentence()).contains("promised that whole day to others");
    }

    @Test
    void theKeepRateIsWhatTheChecksSayOfTheLastYear() {
        // Nine visits since January, three of them by Ben: six kept.
        fixture.preference("P1", "DOROTHY", "ONLY", "promised").preferred("P1", "ANA");

        var rate = look(ONLY_ANA, "P1").rate();

        assertThat(rate.due()).isEqualTo(9);
        assertThat(rate.kept()).isEqualTo(6);
        assertThat(rate.percent()).isEqualTo(66);
    }

    @Test
    void withoutAVisitToComeNothingIsClaimed() {
        var outlook = as("mia", () -> outlooks.of("BAKER", Wishes.by("ONLY", "ANA"), null));

        assertThat(outlook.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(outlook.sentence())
                .isEqualTo("Baker Street Bakery has no visit to come, so there is nothing to look ahead to.");
    }

    @Test
    void nothingIsWrittenByLooking() {
        look(ONLY_ANA);

        assertThat(database.sql("select count(*) from preference")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from visit")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void whoMayNotAnswerDoesNotLookAhead() {
        for (var user : List.of("rita", "tess", "kim")) {
            assertThatThrownBy(() -> as(user, () -> outlooks.of("DOROTHY", ONLY_ANA, null)))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    private PromiseOutlook look(NewPreference wish) {
        return look(wish, null);
    }

    private PromiseOutlook look(NewPreference wish, String instead) {
        return as("mia", () -> outlooks.of("DOROTHY", wish, instead));
    }
}
