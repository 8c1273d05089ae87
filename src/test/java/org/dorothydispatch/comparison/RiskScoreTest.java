package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskScoreTest {

    private static final RiskFacts NOTHING = new RiskFacts(0, 0, 0, 0, 0, 0, 0);

    @Test
    void whoHasNothingAgainstTheirNameHasNoScore() {
        assertThat(new RiskScore(NOTHING).total()).isZero();
        assertThat(new RiskScore(NOTHING).lines()).isEmpty();
    }

    @Test
    void dorothysScoreIsWrittenOutPartByPart() {
        var score = new RiskScore(new RiskFacts(2, 1, 1, 0, 3, 1, 23));

        assertThat(score.lines().stream().map(RiskScore.Line::words))
                .containsExactly(
                        "2 promises broken in the last 60 days: 2 × 10 = 20",
                        "1 of them about what they ranked highest: 1 × 10 = 10",
                        "1 promise that the next 14 days would break: 1 × 5 = 5",
                        "3 new faces without a word before, in the last 60 days: 3 × 4 = 12",
                        "1 wish without an answer: 1 × 3 = 3",
                        "3 weeks of waiting for an answer or an overdue visit: 3 × 1 = 3");
        assertThat(score.total()).isEqualTo(53);
    }

    @Test
    void whatTheyRankedHighestCountsTwice() {
        int plain = new RiskScore(new RiskFacts(1, 0, 1, 0, 0, 0, 0)).total();

        assertThat(new RiskScore(new RiskFacts(1, 1, 1, 1, 0, 0, 0)).total()).isEqualTo(2 * plain);
    }

    @Test
    void waitingAloneNeverWeighsMoreThanOneBrokenPromise() {
        assertThat(new RiskScore(new RiskFacts(0, 0, 0, 0, 0, 0, 6)).total()).isZero();
        assertThat(new RiskScore(new RiskFacts(0, 0, 0, 0, 0, 0, 7)).total()).isEqualTo(1);
        assertThat(new RiskScore(new RiskFacts(0, 0, 0, 0, 0, 0, 4000)).total())
                .isEqualTo(new RiskScore(new RiskFacts(1, 0, 0, 0, 0, 0, 0)).total());
    }

    @ParameterizedTest
    @EnumSource(RiskPart.class)
    void everyPartHasAWeightAndAReasonForIt(RiskPart part) {
        assertThat(part.weight()).isPositive();
        assertThat(part.why()).endsWith(".");
        assertThat(part.title()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(RiskPart.class)
    void thePaperSaysWhatIsCounted(RiskPart part) throws IOException {
        assertThat(Files.readString(Path.of("docs/at-risk.md")))
                .contains("| %s | %d | %s |".formatted(part.title(), part.weight(), part.why()));
    }

    /** The words speak of days as the constants do. */
    @Test
    void theWordsNameTheDaysThatAreCounted() {
        assertThat(RiskPart.BROKEN.words(2)).contains("last %d days".formatted(RiskScore.DAYS_BACK));
        assertThat(RiskPart.NEW_FACES.words(2)).contains("last %d days".formatted(RiskScore.DAYS_BACK));
        assertThat(RiskPart.COMING.words(2)).contains("next %d days".formatted(RiskScore.DAYS_AHEAD));
        assertThat(RiskPart.WAITING.why()).contains("at most ten");
        assertThat(RiskScore.MOST_WEEKS).isEqualTo(10);
    }

    @Property
    void oneMoreOfAnythingNeverLowersIt(
            @ForAll @Size(7) List<@IntRange(max = 200) Integer> counts, @ForAll @IntRange(max = 6) int which) {
        var more = counts.toArray(Integer[]::new);
        more[which]++;

        int before = new RiskScore(facts(counts.toArray(Integer[]::new))).total();
        int after = new RiskScore(facts(more)).total();

        assertThat(after).isGreaterThanOrEqualTo(before);
        if (which < 6) {
            assertThat(after).as("a break, a new face, a wish each count").isGreaterThan(before);
        }
    }

    @Property
    void itIsTheSumOfTheLinesAndNothingElse(@ForAll @Size(7) List<@IntRange(max = 200) Integer> counts) {
        var score = new RiskScore(facts(counts.toArray(Integer[]::new)));

        assertThat(score.total())
                .isEqualTo(score.lines().stream()
                        .mapToInt(line -> line.count() * line.part().weight())
                        .sum());
        assertThat(score.lines()).allSatisfy(line -> assertThat(line.count()).isPositive());
    }

    private static RiskFacts facts(Integer[] n) {
        return new RiskFacts(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
    }
}
