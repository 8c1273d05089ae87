package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.comparison.BehindService.Question;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people behind a figure are the ones it counts, by name. */
@DatabaseTest(now = TwoYearsFixture.NOON, emptied = DatabaseTest.Emptied.BEFORE_CLASS)
class BehindServiceTest {

    private static final Period YEAR = Period.yearTo(YearMonth.of(2026, 11));
    private static final Pattern FIRST_NUMBER = Pattern.compile("\\d+");

    @Autowired
    private RollUps rollUps;

    @Autowired
    private JudgedBreaks breaks;

    @Autowired
    private ComparisonService comparison;

    @Autowired
    private BehindService people;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void store() {
        if (database.sql("select count(*) from office").query(Integer.class).single() == 0) {
            new TwoYearsFixture(database, new Random(31)).store();
            TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
            TwoYearsFixture.OFFICES.forEach(office -> breaks.catchUp(office, JudgedBreaks.EVER, 10_000));
        }
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void everyFigureHasPeopleBehindIt(Figure figure) {
        var question = new Question(figure, TwoYearsFixture.OFFICES, Kind.OFFICE, "", YEAR);

        var all = SignedIn.as("boss", () -> people.list(question, 0, 1000));

        assertThat(all).as("%s", figure).isNotEmpty().doesNotHaveDuplicates();
        assertThat(SignedIn.as("boss", () -> people.count(question))).isEqualTo(all.size());
        assertThat(all).allSatisfy(one -> {
            assertThat(one.name()).matches("(Customer|Person) \\d+");
            assertThat(one.what()).isNotBlank();
        });
        // Read in parts it is the same list.
        var parts = new ArrayList<Behind>();
        for (int offset = 0; offset < all.size(); offset += 3) {
            int from = offset;
            parts.addAll(SignedIn.as("boss", () -> people.list(question, from, 3)));
        }
        assertThat(parts).isEqualTo(all);
    }

    @Test
    void theBreaksOfAllCustomersAreTheBreaksOfTheOffice() {
        var line = SignedIn.as("alma", () -> comparison.offices(YEAR)).getFirst();
        var kept = line.of(Figure.KEPT_PROMISES);
        long broken = Math.round((1 - kept.value()) * kept.sample());

        assertThat(firstNumbers(Figure.KEPT_PROMISES, Kind.OFFICE, ""))
                .isEqualTo(broken)
                .isPositive();
        assertThat(firstNumbers(Figure.MISSED, Kind.OFFICE, ""))
                .isEqualTo(Math.round(
                        line.of(Figure.MISSED).value() * line.of(Figure.MISSED).sample()));
    }

    @Test
    void ofATechnicianOnlyTheirOwnVisitsCount() {
        var one = SignedIn.as("alma", () -> comparison.of(Kind.TECHNICIAN, "ALB", YEAR)).stream()
                .filter(line -> line.code().equals("T0"))
                .findFirst()
                .orElseThrow();

        assertThat(firstNumbers(Figure.VISITS_A_DAY, Kind.TECHNICIAN, "T0"))
                .isEqualTo(one.of(Figure.PROTOCOL_KEPT).sample())
                .isPositive();
    }

    @Test
    void theMostFacesComeFirst() {
        var list = SignedIn.as(
                "alma", () -> people.list(new Question(Figure.FACES, List.of("ALB"), Kind.OFFICE, "", YEAR), 0, 100));

        assertThat(list.stream().map(one -> firstNumber(one)).toList()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(list.getFirst().what()).contains("faces in").contains("UPC 0.");
    }

    @Test
    void overridesSayWhyAndByWhom() {
        var list = SignedIn.as(
                "alma",
                () -> people.list(new Question(Figure.OVERRIDES, List.of("ALB"), Kind.OFFICE, "", YEAR), 0, 100));

        assertThat(list.getFirst().what()).endsWith("“Storm” (Sam)");
    }

    @Test
    void nobodyReadsThePeopleOfAnotherOffice() {
        var question = new Question(Figure.FACES, List.of("DEN"), Kind.OFFICE, "", YEAR);

        assertThatThrownBy(() -> SignedIn.as("alma", () -> people.list(question, 0, 10)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> SignedIn.as("alma", () -> people.count(question)))
                .isInstanceOf(NotAllowed.class);
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void manyVisitsOfSeveralOfficesAreNotSummedByCustomerAtOnce(Figure figure) {
        var all = new Question(figure, TwoYearsFixture.OFFICES, Kind.OFFICE, "", YEAR);
        var one = new Question(figure, List.of("ALB"), Kind.OFFICE, "ALB", YEAR);
        boolean sumsVisits = figure.ofVisits()
                || List.of(Figure.FACES, Figure.USUAL_PROVIDER, Figure.BICE_BOXERMAN, Figure.SEQUENTIAL)
                        .contains(figure);

        inTheRollUps(figure, BehindService.MANY, () -> {
            assertThat(people.tooMany(all)).isFalse();
            assertThat(people.count(all)).isEqualTo(people.list(all, 0, 1000).size());
        });
        inTheRollUps(figure, BehindService.MANY + 1L, () -> {
            assertThat(people.tooMany(all)).isEqualTo(sumsVisits);
            assertThat(people.tooMany(one)).as("one office").isFalse();
            assertThat(people.list(one, 0, 10)).hasSizeLessThanOrEqualTo(people.count(one));
            if (sumsVisits) {
                assertThatThrownBy(() -> people.list(all, 0, 1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Too many people for one list: choose an office.");
                assertThatThrownBy(() -> people.count(all)).isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(people.count(all))
                        .isEqualTo(people.list(all, 0, 1000).size());
            }
        });
    }

    @Test
    void whatLiesOutsideOfThePeriodIsNotTooMuch() {
        var lastMonth = new Period(YearMonth.of(2026, 11), YearMonth.of(2026, 11));
        inTheRollUps(Figure.MISSED, 10L * BehindService.MANY, () -> {
            assertThat(people.tooMany(new Question(Figure.MISSED, TwoYearsFixture.OFFICES, Kind.OFFICE, "", lastMonth)))
                    .isFalse();
            assertThat(people.tooMany(new Question(Figure.FACES, TwoYearsFixture.OFFICES, Kind.OFFICE, "", lastMonth)))
                    .as("faces look at the twelve months before")
                    .isTrue();
        });
    }

    /** Lets the roll-ups say that there were so many in the year, most of them in March. */
    private void inTheRollUps(Figure figure, long total, Runnable work) {
        var column = figure == Figure.AVOIDABLE_BREAKS ? "promises_broken" : "visits";
        long there = database.sql("""
                        select sum(%s) from tally_month where kind = 'office' and office in (:offices)
                        and in_month between :from and :to""".formatted(column.equals("visits") ? "visits + missed" : column))
                .param("offices", TwoYearsFixture.OFFICES)
                .param("from", YEAR.firstDay())
                .param("to", YEAR.lastDay())
                .query(Long.class)
                .single();
        add(column, total - there);
        try {
            SignedIn.as("boss", () -> {
                work.run();
                return null;
            });
        } finally {
            add(column, there - total);
        }
    }

    private void add(String column, long more) {
        assertThat(database.sql(
                                "update tally_month set %1$s = %1$s + ? where kind = 'office' and office = 'ALB' and in_month = '2026-03-01'"
                                        .formatted(column))
                        .param(more)
                        .update())
                .isOne();
    }

    private long firstNumbers(Figure figure, Kind kind, String code) {
        return SignedIn.as("alma", () -> people.list(new Question(figure, List.of("ALB"), kind, code, YEAR), 0, 1000))
                .stream()
                .mapToLong(BehindServiceTest::firstNumber)
                .sum();
    }

    private static long firstNumber(Behind one) {
        var number = FIRST_NUMBER.matcher(one.what());
        assertThat(number.find()).isTrue();
        return Long.parseLong(number.group());
    }
}
