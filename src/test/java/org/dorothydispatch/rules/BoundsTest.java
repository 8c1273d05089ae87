package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last value that is kept and the first that is broken, rule by rule. */
class BoundsTest {

    private final RulesFixture dorothy = new RulesFixture();

    @ParameterizedTest
    @CsvSource({
        "10:00, 40, false",
        "09:59, 40, true",
        "10:50, 40, false",
        "10:51, 40, true",
        "09:00, 1440, true",
        ", 40, false"
    })
    void aWindowHoldsBothItsBounds(LocalTime start, int minutes, boolean broken) {
        dorothy.start = start;
        dorothy.minutes = minutes;
        dorothy.wish(PreferenceKind.WINDOW, null, null, LocalTime.of(10, 0), LocalTime.of(11, 30));

        assertThat(dorothy.broken(PreferenceKind.WINDOW)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"08:00, false", "07:59, true", "16:20, false", "16:21, true", ", false"})
    void aShiftHoldsBothItsBounds(LocalTime start, boolean broken) {
        dorothy.start = start;

        assertThat(dorothy.broken(FeasibilityKind.OFF_SHIFT)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T08:59,, false",
        "2026-10-05T09:00,, true",
        "2026-10-05T12:00, 2026-10-05T09:00, false",
        "2026-10-05T12:00, 2026-10-05T09:01, true",
        "2026-10-05T08:59, 2026-10-05T09:01, false"
    })
    void aCallIsInTimeUntilTheHourItself(LocalDateTime now, LocalDateTime notifiedAt, boolean broken) {
        dorothy.now = now;
        dorothy.notifiedAt = notifiedAt;
        dorothy.wish(PreferenceKind.NOTICE, 24);

        assertThat(dorothy.broken(PreferenceKind.NOTICE)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"30, 2, false", "31, 2, true", "30, 1, true", "365, 2, true"})
    void facesAreCountedFromTheDayAfterTheirDaysHavePassed(int days, int number, boolean broken) {
        dorothy.earlier(RulesFixture.TUESDAY.minusDays(30), null, dorothy.ana)
                .earlier(RulesFixture.TUESDAY.minusDays(3), null, dorothy.technician("BEN", "Ben Okafor"))
                .wish(PreferenceKind.FACES, number, days, null, null);

        assertThat(dorothy.broken(PreferenceKind.FACES)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"13, 14, false", "14, 14, false", "15, 14, true", "14, 20, false", "14, 13, true"})
    void aGapHoldsBothItsBounds(int least, int most, boolean broken) {
        dorothy.earlier(RulesFixture.TUESDAY.minusDays(14), null, dorothy.ana)
                .wish(PreferenceKind.GAP, least, most, null, null);

        assertThat(dorothy.broken(PreferenceKind.GAP)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"08:00, 60, false", "08:00, 59, true", "10:00, 60, false", "10:01, 60, true", ", 0, false"})
    void aSteadyTimeMayMoveByItsMinutes(LocalTime last, int minutes, boolean broken) {
        dorothy.earlier(RulesFixture.TUESDAY.minusDays(28), last, dorothy.ana)
                .wish(PreferenceKind.STEADY_TIME, minutes);

        assertThat(dorothy.broken(PreferenceKind.STEADY_TIME)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05, 1, false",
        "2026-10-04, 1, true",
        "2026-10-08, 2, false",
        "2026-10-09, 2, true",
        "2026-10-06,, false",
        "2026-10-07,, true"
    })
    void theDueDayMayBeMissedByItsDays(LocalDate due, Integer number, boolean broken) {
        dorothy.due = due;
        dorothy.protocol(ProtocolKind.ON_DUE_DAY, number, null, null);

        assertThat(dorothy.broken(ProtocolKind.ON_DUE_DAY)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"08:00, 60, false", "08:01, 60, true", "09:39, 10, true", "09:40, 10, false", ", 10, false"})
    void visitsMayTouchButNotOverlap(LocalTime start, int minutes, boolean broken) {
        dorothy.other("B", start, minutes);

        assertThat(dorothy.broken(FeasibilityKind.DOUBLE_BOOKED)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"08:20, 0, false", "08:21, 0, true", "08:26, 6, false", "08:27, 6, true"})
    void aDriveWithinTheSameStreetTakesNoTime(LocalTime previous, int allowed, boolean broken) {
        dorothy.other("B", previous, 40).protocol(ProtocolKind.TRAVEL, allowed, null, null);

        assertThat(dorothy.broken(ProtocolKind.TRAVEL)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"B, 09:00, 1, true", "N, 09:00, 1, false", "N, 08:59, 1, true", "B, , 1, false", "B, 08:00, 2, false"})
    void theLastStopsOfARunAreTooMany(String code, LocalTime start, int most, boolean broken) {
        dorothy.other(code, start, 10).protocol(ProtocolKind.MAX_STOPS, most, null, null);

        assertThat(dorothy.broken(ProtocolKind.MAX_STOPS)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void whatHasNoStartComesLastInARun(int most, boolean broken) {
        dorothy.start = null;
        dorothy.other("Z", LocalTime.of(16, 0), 10).protocol(ProtocolKind.MAX_STOPS, most, null, null);

        assertThat(dorothy.broken(ProtocolKind.MAX_STOPS)).isEqualTo(broken);
    }

    @Test
    void whatHasNoStartComesFirstInTheCustomersDay() {
        dorothy.earlier(RulesFixture.TUESDAY, null, dorothy.ana).wish(PreferenceKind.FACES, 1, 365, null, null);

        assertThat(dorothy.broken(PreferenceKind.FACES)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"es-MX, ES, true", "es, es-419, true", "est, es, false", "en, es, false"})
    void languagesCompareByTheirPrimarySubtag(String spoken, String wanted, boolean match) {
        assertThat(Languages.match(spoken, wanted)).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({"rodent, RODENT, true", "rodent@2026-10-06, rodent, true", "rodent@2026-10-05, rodent, false"})
    void skillsCountThroughTheirLastDay(String listed, String wanted, boolean has) {
        assertThat(SkillFacts.parse(listed).covers(wanted, Days.of(RulesFixture.TUESDAY)))
                .isEqualTo(has);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1st",
        "2, 2nd",
        "3, 3rd",
        "4, 4th",
        "11, 11th",
        "12, 12th",
        "13, 13th",
        "21, 21st",
        "102, 102nd",
        "111, 111th"
    })
    void ordinalsReadAsTheyAreSpoken(int number, String ordinal) {
        assertThat(Wording.ordinal(number)).isEqualTo(ordinal);
    }

    @Test
    void secondsAreRefusedBecauseEveryTimeIsToTheMinute() {
        dorothy.start = LocalTime.of(9, 0, 30);

        assertThatThrownBy(dorothy::flags).hasMessageContaining("09:00:30");
    }
}
