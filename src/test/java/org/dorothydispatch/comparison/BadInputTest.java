package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.SignedIn.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.flags.PastVisits;
import org.dorothydispatch.importing.ImportService;
import org.dorothydispatch.shared.Table;
import org.dorothydispatch.travel.StraightLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What is odd about the record: an office that moves to another zone, visits that come late, an office with nothing. */
@DatabaseTest(now = TwoYearsFixture.NOON)
class BadInputTest {

    private static final Period YEAR = Period.yearTo(YearMonth.of(2026, 11));
    private static final Period CLOSED = month(YearMonth.of(2026, 3));

    @TempDir
    private Path folder;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private ComparisonService comparison;

    @Autowired
    private Targets targets;

    @Autowired
    private ImportService imports;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource source;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        new TwoYearsFixture(database, new Random(12)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
    }

    @Test
    void anOfficeThatChangesItsZoneIsCountedAgainByTheDaysOfTheNewOne() throws IOException {
        var before = line("ALB", YEAR);

        bring("offices.csv", "code,name,time_zone", "ALB,Albany,Pacific/Auckland", "DEN,Denver,America/Denver");

        assertThat(rollUps.behind()).contains("ALB");
        assertThat(as("boss", comparison::upToDate)).as("the page says so").isFalse();
        assertThat(rollUps.catchUp("ALB"))
                .as("all of it")
                .isEqualTo(database.sql("select count(*) from tally_visit where office = 'ALB'")
                        .query(Integer.class)
                        .single());
        assertThat(rollUps.differences("ALB")).isEmpty();
        isNaive("ALB", YEAR);
        isNaive("ALB", CLOSED);
        // A check-in in the evening of Albany is one of the next day in Auckland, so nobody arrived on the day.
        assertThat(line("ALB", YEAR).of(Figure.ARRIVAL_KNOWN).value())
                .isLessThan(before.of(Figure.ARRIVAL_KNOWN).value());
        assertThat(rollUps.catchUp("ALB")).as("and once").isZero();
    }

    @Test
    void visitsThatComeLateIntoAClosedMonthMoveItAndEverythingAfterIt() throws IOException {
        new RegisterFixture(database).technician("LATE", "Lena Late", "ALB");
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        var before = line("ALB", YEAR);
        var closed = line("ALB", CLOSED);
        var rows = new String[7];
        rows[0] = "code,customer,site,due_on,date,start,minutes,technician,status";
        for (int i = 1; i < rows.length; i++) {
            // To one customer, by somebody new and another one in turn: their faces and their sequence change too.
            var technician = i % 2 == 0 ? "LATE" : "T2";
            rows[i] = "LATE%d,C0,C0,2026-03-%02d,2026-03-%02d,13:00,30,%s,done".formatted(i, i + 8, i + 10, technician);
        }

        bring("visits.csv", rows);

        assertThat(as("boss", comparison::upToDate)).isFalse();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        assertThat(rollUps.differences("ALB")).isEmpty();
        assertThat(line("ALB", CLOSED).of(Figure.PROTOCOL_KEPT).sample())
                .isEqualTo(closed.of(Figure.PROTOCOL_KEPT).sample() + 6);
        isNaive("ALB", YEAR);
        isNaive("ALB", CLOSED);
        var after = line("ALB", YEAR);
        assertThat(after.of(Figure.FACES).value())
                .as("the year to November has March in it")
                .isGreaterThan(before.of(Figure.FACES).value());
        // The trend of every figure, month by month: those before stay, the one that was closed and those after it
        // move.
        var past = new PastVisits(source, new StraightLine());
        int march = 12 - 8;
        for (int i = march - 1; i <= march + 1; i++) {
            var month = month(YEAR.to().minusMonths(12L - i));
            var naive = new NaiveFigures(database, past, "ALB", month);
            for (var figure : after.trends().keySet()) {
                RollUpsTest.isNaive(
                        after.trends().get(figure).get(i), naive.of(figure), figure + " in " + month.words());
            }
        }
        var faces = after.trends().get(Figure.FACES);
        assertThat(faces.subList(0, march))
                .isEqualTo(before.trends().get(Figure.FACES).subList(0, march));
        assertThat(faces.get(march))
                .isNotEqualTo(before.trends().get(Figure.FACES).get(march));
        assertThat(faces.get(march + 1))
                .isNotEqualTo(before.trends().get(Figure.FACES).get(march + 1));
    }

    @Test
    void anOfficeWithoutVisitsIsADashWhereverItStands() throws Exception {
        new RegisterFixture(database).office("NEW", "Newtown", "America/Chicago");
        rollUps.catchUp("NEW");
        as("boss", () -> {
            for (var figure : EnumSet.of(Figure.KEPT_PROMISES, Figure.PROTOCOL_KEPT, Figure.MISSED)) {
                targets.set("NEW", figure, 0.5);
            }
            return null;
        });

        var line = line("NEW", YEAR);
        var counts = Set.of(Figure.UNANSWERED);
        assertThat(line.corner()).as("no place in the quadrant").isEmpty();
        assertThat(line.targets()).hasSize(3);
        for (var figure : Figure.values()) {
            assertThat(line.text(figure)).as(figure.title()).isEqualTo(counts.contains(figure) ? "0" : Table.DASH);
            assertThat(line.misses(figure)).as("neither met nor missed").isFalse();
        }
        var lines = as("boss", () -> comparison.offices(YEAR));
        var cells = FigureTables.of("offices", "Office", lines).rows().stream()
                .filter(row -> row.getFirst().equals("Newtown"))
                .findFirst()
                .orElseThrow();
        for (int column = 1, figure = 0; figure < Figure.values().length; figure++) {
            var one = Figure.values()[figure];
            assertThat(cells.get(column)).as(one.title()).hasToString(line.text(one));
            column += one == Figure.AVOIDABLE_BREAKS ? 3 : 2;
        }
        assertThat(new String(FigureTables.of("offices", "Office", lines).csv(), StandardCharsets.UTF_8))
                .contains("Newtown,–,0,")
                .doesNotContain("NaN", "Infinity", ",,");

        var page = mvc.perform(get("/print/figures?from=2025-12&to=2026-11").with(user("boss")))
                .andReturn()
                .getResponse();
        assertThat(page.getContentAsString()).contains("Newtown").doesNotContain("NaN", "Infinity");
        var region = "insert into office_region (office, region) values ('NEW', 'Plains')";
        database.sql(region).update();
        var alone = mvc.perform(get("/print/figures.pdf?region=Plains&from=2025-12&to=2026-11")
                        .with(user("boss")))
                .andReturn()
                .getResponse();
        try (var pdf = Loader.loadPDF(alone.getContentAsByteArray())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Newtown").doesNotContain("NaN", "Infinity", "Albany");
            assertThat(Pattern.compile("(?m)(^|\\s)–($|\\s)")
                            .matcher(text)
                            .results()
                            .count())
                    .as("a dash for each figure but the count of wishes: %s", text)
                    .isGreaterThanOrEqualTo(Figure.values().length - counts.size());
        }
    }

    @Test
    void aMonthEndsForAManagerWhenItEndsAtTheirOffice() {
        // 23:30 on the last of October in Albany; in UTC it is November.
        clock.set(Instant.parse("2026-11-01T03:30:00Z"));
        assertThat(as("alma", comparison::thisMonth)).isEqualTo(YearMonth.of(2026, 10));

        // Two hours on, November has begun in Albany and not in Denver: who sees both is shown what has begun at both.
        clock.set(Instant.parse("2026-11-01T05:30:00Z"));
        assertThat(as("alma", comparison::thisMonth)).isEqualTo(YearMonth.of(2026, 11));
        assertThat(as("boss", comparison::thisMonth)).isEqualTo(YearMonth.of(2026, 10));
    }

    private static Period month(YearMonth month) {
        return new Period(month, month);
    }

    private OfficeLine line(String office, Period period) {
        return as("boss", () -> comparison.offices(period)).stream()
                .filter(line -> line.code().equals(office))
                .findFirst()
                .orElseThrow();
    }

    private void isNaive(String office, Period period) {
        var naive = new NaiveFigures(database, new PastVisits(source, new StraightLine()), office, period);
        var line = line(office, period);
        for (var figure : Figure.values()) {
            RollUpsTest.isNaive(line, figure, naive.of(figure), period);
        }
    }

    /** As the page "Import and export" does it. */
    private void bring(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
        if (!file.equals("offices.csv")) {
            Files.writeString(
                    folder.resolve("offices.csv"),
                    "code,name,time_zone\nALB,Albany,America/New_York\nDEN,Denver,America/Denver\n");
        }
        var result = as(
                "boss", () -> imports.store(folder, (phase, done, total) -> {}).join());
        assertThat(result.changes().problems()).isEmpty();
        assertThat(result.stored()).isTrue();
    }
}
