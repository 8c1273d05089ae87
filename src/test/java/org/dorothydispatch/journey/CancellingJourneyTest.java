package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dorothy cancels: her words beside what we did, and the branch manager reads them; at a desk and on a phone. */
@Tag("browser")
@DatabaseTest(now = BoardFixture.NOON_UTC, webEnvironment = WebEnvironment.RANDOM_PORT)
class CancellingJourneyTest {

    private static final String PASSWORD = "a long sentence as password";

    @LocalServerPort
    int port;

    @Autowired
    UserService users;

    @Autowired
    CurrentUser current;

    @Autowired
    JdbcClient database;

    @Autowired
    FlagService flags;

    private Journey journey;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(database).story();
        flags.recheckAll(Set.of("RIVER", "HILL"));
        current.asProgram("test", () -> {
            person("ira", Role.DISPATCHER);
            person("mia", Role.BRANCH_MANAGER);
        });
        journey = new Journey(port);
    }

    @AfterEach
    void closeTheBrowsers() {
        if (journey != null) {
            journey.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    void herWordsStandBesideWhatWeDidAndTheManagerReadsThem(int width, int height) {
        var ira = journey.signIn("ira", PASSWORD, "board?offices=RIVER&visit=D10");
        ira.locator(".customer-panel").getByText("All that is written down").click();
        assertThat(ira.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Dorothy");
        ira.setViewportSize(width, height);
        ira.getByText("They want to cancel").click();

        // Before anything is stored: what she said, who came, what it broke.
        assertThat(ira.locator(".timeline-list .theirs").first()).containsText("“");
        var broken = ira.locator(".timeline-list .ours", new Page.LocatorOptions().setHasText("×"));
        assertThat(broken.first()).containsText("Dorothy was promised Ana");
        assertThat(ira.getByText("Dorothy would write to Ana Petrov, their technician."))
                .isVisible();

        aDayIsWrittenOneWayAndUnderstoodInOthers(ira.getByLabel("First day without a visit"));

        button(ira, "Put it on record").click();
        assertThat(ira.getByText("Ask them why, and write it down in their words."))
                .isVisible();
        ira.getByLabel("Why do they leave? In their words").fill("I was told Ana would come.");
        button(ira, "Put it on record").click();
        button(ira, "They cancel").click();
        assertThat(ira.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Dorothy cancelled");

        // Her visit is gone from the board, and the branch manager has her words.
        var mia = journey.signIn("mia", PASSWORD, "board?offices=RIVER");
        assertThat(mia.locator("dispatch-board [data-visit='D10']")).hasCount(0);
        mia.setViewportSize(width, height);
        mia.navigate(journey.address("listening"));
        mia.getByText("“I was told Ana would come.”").click();
        button(mia, "I have read it").click();
        assertThat(mia.getByText("Read by mia.")).isVisible();
        mia.navigate(journey.address("listening"));
        assertThat(mia.getByText("Nobody waits for an answer.")).isVisible();
    }

    private static void aDayIsWrittenOneWayAndUnderstoodInOthers(Locator field) {
        assertThat(field).hasValue(Pattern.compile("\\d{1,2} [A-Z][a-z]{2} \\d{4}"));
        var today = field.inputValue();
        for (var typed : List.of("12/24/2031", "24.12.2031", "24 December 2031", "2031-12-24", "24 Dec 2031")) {
            field.fill(today);
            field.press("Enter");
            assertThat(field).hasValue(today);
            field.fill(typed);
            field.press("Enter");
            assertThat(field).hasValue("24 Dec 2031");
        }
        field.fill(today);
        field.press("Enter");
        assertThat(field).hasValue(today);
    }

    private void person(String name, Role role) {
        users.create(new NewUser(name, name, PASSWORD, Set.of(role), Set.of("RIVER", "HILL"), Optional.empty()));
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
