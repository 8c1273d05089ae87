package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A branch manager compares what is theirs, an administrator all; the file says what the screen says. */
@Tag("browser")
@DatabaseTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ComparisonJourneyTest {

    private static final String PASSWORD = "a long sentence as password";
    private static final String PERIOD = "offices?from=2025-03&to=2025-08";

    @LocalServerPort
    int port;

    @Autowired
    UserService users;

    @Autowired
    CurrentUser current;

    @Autowired
    RollUps rollUps;

    @Autowired
    JdbcClient database;

    private Journey journey;

    /** At Albany everything goes by the rules, and Dorothy meets four people; at Buffalo the promised person comes. */
    @BeforeEach
    void tellTheStory() {
        var fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/Chicago")
                .protocol("X1", null, "ON_DUE_DAY", "inform", "number_value", 0);
        for (var technician : List.of("ANA", "BEN", "CY", "DEE")) {
            fixture.technician(technician, technician + " Somebody", "ALB");
        }
        fixture.technician("EVE", "Eve Winter", "BUF")
                .customer("DOROTHY", "Dorothy Hale", "ALB", "goes_by", "Dorothy", "technician", "ANA")
                .preference("P1", "DOROTHY", "PERSON", "promised")
                .customer("BERT", "<b>Bert</b>, =1+1", "BUF", "technician", "EVE")
                .preference("P2", "BERT", "PERSON", "promised");
        var came = List.of("ANA", "BEN", "CY", "DEE", "BEN", "ANA");
        for (int month = 3; month <= 8; month++) {
            var day = LocalDate.of(2025, month, 4);
            done(fixture, "D" + month, "DOROTHY", day, came.get(month - 3), "ALB");
            done(fixture, "B" + month, "BERT", day, "EVE", "BUF");
        }
        rollUps.offices().forEach(rollUps::catchUp);
        current.asProgram("test", () -> {
            users.create(new NewUser(
                    "mia", "Mia Manager", PASSWORD, Set.of(Role.BRANCH_MANAGER), Set.of("ALB"), Optional.empty()));
            users.create(new NewUser(
                    "adele", "Adele Moreau", PASSWORD, Set.of(Role.ADMINISTRATOR), Set.of(), Optional.empty()));
        });
        journey = new Journey(port);
    }

    private static void done(
            RegisterFixture fixture, String code, String customer, LocalDate day, String technician, String office) {
        fixture.visit(code, customer, day, "done", "planned_on", day, "technician", technician, "board_office", office);
    }

    @AfterEach
    void closeTheBrowsers() {
        if (journey != null) {
            journey.close();
        }
    }

    @Test
    void aBranchManagerSeesTheirOfficeAndAnAdministratorAll() {
        var mia = open("mia");
        assertThat(mia.locator("side-by-side tbody th")).hasText(new String[] {"Albany"});

        var adele = open("adele");
        assertThat(adele.locator("side-by-side tbody th"))
                .hasText(new String[] {"Albany", "Buffalo", "All 2 together"});
        assertThat(adele.locator("quadrant-picture tbody tr").first())
                .containsText("All green for the company, red for the customer");
        assertThat(adele.locator("quadrant-picture tbody tr").last()).containsText("Green for both");
        assertThat(adele.locator("quadrant-picture .picture svg")).isVisible();
        assertThat(adele.locator("quadrant-picture .picture"))
                .hasAccessibleName(
                        Pattern.compile("red for the customer: Albany \\(protocols 100.0 %, promises 33.3 %\\)"));
    }

    @Test
    void aFigureSaysWhatItMeansAndOpensThePeopleBehindItByKeyboardAlone() {
        var mia = open("mia");
        var kept = mia.locator("side-by-side .cell[data-figure=kept_promises]");
        assertThat(kept).hasAccessibleName("Promises kept, Albany: 33.3 %, of 6 promises, few");

        kept.focus();
        mia.keyboard().press("Enter");
        var about = mia.locator("side-by-side #about");
        assertThat(about).containsText("÷ promises that bound a visit that was done.");
        assertThat(about).containsText("March 2025 to August 2025");
        mia.keyboard().press("Escape");
        assertThat(about).isHidden();
        assertThat(kept).isFocused();

        mia.keyboard().press("Enter");
        assertThat(about).isVisible();
        mia.keyboard().press("Enter");
        var dialog = mia.locator("vaadin-dialog").last();
        assertThat(dialog.getByText("4 of 6 promises broken")).isVisible();
        dialog.getByText("Dorothy", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(mia.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Dorothy")))
                .isVisible();
    }

    @Test
    void theFileSaysWhatTheScreenSays() throws IOException {
        var adele = open("adele");
        var screen = new ArrayList<List<String>>();
        for (var line : List.of("Albany", "Buffalo", "All 2 together")) {
            screen.add(new ArrayList<>(List.of(line)));
        }
        for (var group : List.of("Personal", "Consistent", "Running")) {
            adele.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(group).setExact(true))
                    .click();
            var rows = adele.locator("side-by-side tbody tr");
            for (int row = 0; row < 3; row++) {
                var numbers = rows.nth(row).locator(".number").allTextContents();
                // Turnover and sick days stand beside every group; they are read with the last.
                screen.get(row).addAll(group.equals("Running") ? numbers : numbers.subList(0, numbers.size() - 2));
            }
        }

        var download = adele.waitForDownload(
                () -> adele.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download this table as CSV"))
                        .click());

        assertThat(download.suggestedFilename()).isEqualTo("offices-2025-03-to-2025-08.csv");
        var file = new ArrayList<List<String>>();
        var headings = new ArrayList<String>();
        try (var csv = CsvReader.builder().detectBomHeader(true).ofCsvRecord(download.path())) {
            for (var record : csv) {
                var cells = new ArrayList<String>();
                cells.add(record.getField(0));
                if (file.isEmpty()) {
                    headings.addAll(record.getFields());
                }
                // Every number is followed by its sample, one by more: their headings have a colon.
                for (int column = 1; column < record.getFieldCount(); column++) {
                    if (!headings.get(column).contains(": ")) {
                        cells.add(record.getField(column));
                    }
                }
                file.add(cells);
            }
        }
        assertThat(file.subList(1, file.size()))
                .isEqualTo(screen.stream()
                        .map(row -> row.stream()
                                .map(text -> text.replace(" %", "").replace("≥ ", ""))
                                .toList())
                        .toList());
    }

    private Page open(String who) {
        var page = journey.signIn(who, PASSWORD);
        page.navigate(journey.address(PERIOD));
        page.locator("side-by-side .cell").first().waitFor();
        return page;
    }
}
