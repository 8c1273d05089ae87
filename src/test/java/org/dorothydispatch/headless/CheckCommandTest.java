package org.dorothydispatch.headless;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

    private static final Path EXAMPLES = Path.of("samples");
    private static final String DOROTHY = EXAMPLES.resolve("dorothy").toString();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"dorothy,2026-10-05T12:00", "three-offices,2026-03-03T09:00"})
    void findsTheFlagsOfTheExamplesAndNoOthers(String example, String now) throws IOException {
        var run = HeadlessRun.of("check", EXAMPLES.resolve(example).toString(), "--now", now, "--format", "csv");

        assertThat(run.status()).isEqualTo(1);
        var found = CsvReader.builder().ofCsvRecord(run.out()).stream().toList();
        assertThat(found)
                .extracting(row -> String.join(",", row.getFields().subList(0, 8)))
                .containsExactlyElementsOf(
                        Files.readAllLines(Path.of("src/test/resources/expected-flags", example + ".csv")));
        assertThat(found).extracting(row -> row.getField(8)).doesNotContain("");
        assertThat(found.getFirst().getField(8)).isEqualTo("message");
    }

    @Test
    void listsOnlyThePeriodAskedFor() {
        var run = HeadlessRun.of(
                "check",
                DOROTHY,
                "--now",
                "2026-10-05T12:00",
                "--format",
                "csv",
                "--from",
                "2026-10-07",
                "--to",
                "2026-10-07");

        assertThat(visits(run)).containsExactly("L2", "L2", "W2", "W2", "W2");
    }

    @Test
    void saysNothingIsBrokenWithStatusZero() {
        var run = HeadlessRun.of("check", DOROTHY, "--from", "2027-01-01");

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .containsExactly(
                        "Riverside: 0 visits checked, nothing broken.", "Hilltop: 0 visits checked, nothing broken.");
    }

    @Test
    void asksAtTheClocksMomentUnlessToldOtherwise() {
        // 17:00 UTC is noon in Chicago, where Mr Idris expects a call a day before 9:45 tomorrow.
        assertThat(HeadlessRun.of("check", DOROTHY, "--format", "csv").out()).contains("NOTICE");
        assertThat(HeadlessRun.of("check", DOROTHY, "--format", "csv", "--now", "2026-10-05T09:00")
                        .out())
                .doesNotContain("NOTICE");
    }

    @Test
    void tellsPeopleByNameAndSumsUpEachOffice() {
        var run = HeadlessRun.of("check", DOROTHY, "--now", "2026-10-05T12:00");

        assertThat(run.outLines())
                .contains(
                        "Riverside, Tuesday 6 October 2026",
                        "  09:00  Dorothy, Dorothy Hale, Hale's Gifts, with Cy Lindgren (visit D10)",
                        "    promise broken     Dorothy was promised Ana. (PERSON P1)")
                .endsWith(
                        "Riverside: 3 visits checked, 3 with something broken (2 promises, 2 other preferences, 1 protocol), 1 deviation agreed with the customer.",
                        "Hilltop: 1 visit checked, 1 with something broken (2 protocols, 1 cannot be done).");
    }

    @Test
    void writesJsonWithTheFieldsOfTheCsvForm() {
        var run = HeadlessRun.of("check", DOROTHY, "--now", "2026-10-05T12:00", "--format", "json");

        var answer = JsonMapper.shared().readTree(run.out());
        assertThat(answer.get("flags")).hasSize(9);
        assertThat(answer.get("flags").get(3).get("kind").asString()).isEqualTo("PERSON");
        assertThat(answer.get("flags").get(3).get("message").asString()).isEqualTo("Dorothy was promised Ana.");
        assertThat(answer.get("offices").get(0).get("promises").asInt()).isEqualTo(2);
    }

    @Test
    void tellsWhatIsWrongWithABundleOnStandardErrorOnly() throws IOException {
        Files.writeString(folder.resolve("offices.csv"), "code,name,time_zone\nRIVER,,Nowhere\n");

        var run = HeadlessRun.of("check", folder.toString(), "--format", "csv");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "offices.csv:2: name: This must not be blank.",
                        "offices.csv:2: time_zone: \"Nowhere\" is not a time zone; write its name, like America/Chicago.",
                        "2 errors. Nothing was checked.");
    }

    @Test
    void refusesArgumentsItDoesNotUnderstandInOneSentence() {
        assertThat(HeadlessRun.of("check", DOROTHY, "--from", "2026-02-31"))
                .isEqualTo(
                        new HeadlessRun(
                                2,
                                "",
                                "Invalid value for option '--from': '2026-02-31' is not a date; write it as yyyy-MM-dd\nSee ./dorothy check --help.\n"));
        assertThat(HeadlessRun.of("check", DOROTHY, "--from", "2026-02-02", "--to", "2026-02-01")
                        .err())
                .startsWith("--to (2026-02-01) lies before --from (2026-02-02).");
        assertThat(HeadlessRun.of("check").err()).startsWith("Missing required parameter: 'BUNDLE'");
    }

    @Test
    void saysThatPlanningIsNotThereYetAndWritesNothing() {
        var run = HeadlessRun.of(
                "plan",
                DOROTHY,
                "--from",
                "2026-10-05",
                "--to",
                "2026-10-09",
                "--out",
                folder.resolve("x").toString());

        assertThat(run)
                .isEqualTo(new HeadlessRun(
                        2, "", "Planning is not available yet; nothing was planned and nothing was written.\n"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void helpsOnStandardOutput() {
        var run = HeadlessRun.of("check", "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: dorothy check").contains("Exit status: 0 nothing is broken");
        assertThat(run.err()).isEmpty();
        assertThat(HeadlessRun.of("--version").out()).startsWith("dorothy ");
    }

    private static List<String> visits(HeadlessRun run) {
        return CsvReader.builder().ofCsvRecord(run.out()).stream()
                .skip(1)
                .map((CsvRecord row) -> row.getField(0))
                .toList();
    }
}
