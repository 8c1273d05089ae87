package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.dorothydispatch.travel.StraightLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The project's example bundles have the flags that are written beside them, no more and no fewer. */
class ExamplesTest {

    private final Checks checks = new Checks(new StraightLine());

    @ParameterizedTest
    @CsvSource({"dorothy, 2026-10-05T12:00", "three-offices, 2026-03-03T09:00"})
    void everyFlagIsExpectedAndEveryExpectedFlagIsFound(String bundle, LocalDateTime now) throws IOException {
        var expected = Files.readAllLines(Path.of("src/test/resources/expected-flags", bundle + ".csv"));

        assertThat(flags(bundle, now).stream().map(Flag::toString))
                .containsExactlyElementsOf(expected.subList(1, expected.size()));
    }

    @Test
    void dorothysVisitSaysWhatWasPromisedAndWhatThisWouldBe() {
        assertThat(flags("dorothy", LocalDateTime.parse("2026-10-05T12:00")).stream()
                        .map(flag ->
                                flag.visit() + " " + flag.kind() + ": " + flag.message() + " | " + flag.shortMessage()))
                .containsExactly(
                        "B2 NOTICE: Mr Idris asked for a call 24 hours ahead and has not been called: call now"
                                + " (“Call me the day before.”). | not called yet: call now",
                        "B2 WINDOW: Mr Idris was promised 10:00 to 11:30, not 9:45 to 10:15"
                                + " (“Not before ten, and be gone by the lunch rush.”). | not 10:00 to 11:30",
                        "D10 FACES: Cy would be the 4th face in 10 visits. | 4th face in 10",
                        "D10 PERSON: Dorothy was promised Ana. | promised Ana",
                        "L2 ON_DUE_DAY: Due Tue 6 Oct, so this is 1 day late. | 1 day late",
                        "L2 LANGUAGE: Rosa hopes for Spanish, which Ben does not speak"
                                + " (“Es más fácil en español.”). | Ben speaks no Spanish",
                        "W2 ARRIVAL: We arrive 8:00 to 17:00, and this is 7:30 to 8:00. | outside arrival hours",
                        "W2 ON_DUE_DAY: Due Tue 6 Oct, so this is 1 day late. | 1 day late",
                        "W2 OFF_SHIFT: Lia starts at 8:00, and this is at 7:30. | Lia starts at 8:00");
    }

    private List<Flag> flags(String bundle, LocalDateTime now) {
        var world = ExampleBundle.world(bundle);
        return world.visits().stream()
                .filter(visit -> visit.assignment().status() == VisitStatus.PLANNED
                        || visit.assignment().status() == VisitStatus.CONFIRMED)
                .flatMap(visit -> checks.check(world, visit, Now.local(now)).stream())
                .sorted(Flag.ORDER)
                .toList();
    }
}
