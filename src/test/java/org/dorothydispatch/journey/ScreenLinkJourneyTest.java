package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One dispatcher sets up a screen and sends its address; a colleague opens it and sees exactly that. */
@Tag("browser")
@DatabaseTest(now = BoardFixture.NOON_UTC, webEnvironment = WebEnvironment.RANDOM_PORT)
class ScreenLinkJourneyTest {

    private static final String PASSWORD = "a long sentence as password";
    private static final LocalDate MONDAY = BoardFixture.MONDAY;

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
            for (var name : new String[] {"ira", "helen"}) {
                users.create(new NewUser(
                        name, name, PASSWORD, Set.of(Role.DISPATCHER), Set.of("RIVER", "HILL"), Optional.empty()));
            }
        });
        journey = new Journey(port);
    }

    @AfterEach
    void closeTheBrowsers() {
        if (journey != null) {
            journey.close();
        }
    }

    @Test
    void aColleagueIsSentExactlyThisScreen() {
        var ira = journey.signIn("ira", PASSWORD, "board");
        assertThat(button(ira, "Offices: Hilltop, Riverside")).isVisible();

        button(ira, "Offices: Hilltop, Riverside").click();
        button(ira, "only this: Riverside").click();
        ira.keyboard().press("Escape");
        assertThat(button(ira, "Offices: Riverside")).isVisible();
        ira.locator("dispatch-board [data-visit='D10']").click();
        assertThat(ira.locator(".customer-panel")).containsText("Dorothy Hale");
        button(ira, "View").click();
        button(ira, "Dense").click();
        ira.getByLabel("Colour by").selectOption("face");
        ira.keyboard().press("Escape");
        chip(ira).click();
        field(ira).fill("the one doing");
        ira.waitForURL(Pattern.compile(".*find=the%20one%20doing.*"));

        assertThat(ira.url())
                .endsWith("/board?offices=RIVER&from=" + MONDAY
                        + "&density=dense&find=the%20one%20doing&colour=face&exception=promise&visit=D10");
        var helen =
                journey.signIn("helen", PASSWORD, ira.url().substring(ira.url().indexOf("board?")));

        assertThat(button(helen, "Offices: Riverside")).isVisible();
        assertThat(helen.locator("dispatch-board")).hasAttribute("density", "dense");
        button(helen, "View").click();
        assertThat(helen.getByLabel("Colour by")).hasValue("face");
        helen.keyboard().press("Escape");
        assertThat(chip(helen)).hasAttribute("aria-pressed", "true");
        assertThat(field(helen)).hasValue("the one doing");
        assertThat(helen.locator("dispatch-board .card.lit")).hasCount(1);
        assertThat(helen.locator("dispatch-board [data-visit='D10']")).hasAttribute("aria-pressed", "true");
        assertThat(helen.locator(".customer-panel")).containsText("Dorothy Hale");
    }

    @Test
    void theAddressSurvivesAReloadAndTheMenuStartsAfresh() {
        var ira = journey.signIn("ira", PASSWORD, "board?offices=RIVER&density=dense");
        button(ira, "A week on").click();
        ira.waitForURL(Pattern.compile(".*from=" + MONDAY.plusDays(7) + ".*"));

        ira.reload();
        assertThat(ira.locator("board-bar .range")).hasText("12 – 20 October");
        assertThat(ira.locator("dispatch-board")).hasAttribute("density", "dense");

        ira.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Board"))
                .click();
        assertThat(button(ira, "Offices: Hilltop, Riverside")).isVisible();
        assertThat(ira.locator("board-bar .range")).hasText("5 – 13 October");
        assertThat(ira.locator("dispatch-board")).hasAttribute("density", "comfortable");
    }

    @Test
    void thePaperOfWhatIsInViewIsTwoClicksAway() {
        var ira = journey.signIn("ira", PASSWORD, "board?offices=HILL,RIVER&zoom=day&day=" + MONDAY.plusDays(1));
        button(ira, "Hilltop").click();
        ira.evaluate(
                "document.querySelector('dispatch-board').shadowRoot.querySelector('.scroller').scrollTo(0, 9999)");

        button(ira, "View").click();
        ira.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Print").setExact(true))
                .last()
                .click();

        ira.waitForURL(Pattern.compile(".*/print\\?office=[A-Z]+&date=" + MONDAY.plusDays(1)));
        assertThat(ira.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("Run sheets of Tuesday 6 October")))
                .isVisible();
    }

    @Test
    void theOverviewHasRoomForTwentyRoutesWithEverythingAroundIt() {
        var ira = journey.signIn("ira", PASSWORD, "board?offices=RIVER&density=overview");

        assertThat(ira.locator(".customer-panel")).isHidden();
        var board = ira.locator("dispatch-board").boundingBox();
        // overview.test.ts shows twenty routes in this much room.
        assertThat(board.width).isGreaterThanOrEqualTo(1350);
        assertThat(board.height).isGreaterThanOrEqualTo(855);

        ira.locator("dispatch-board [data-visit='D10']").click();
        assertThat(ira.locator(".customer-panel")).containsText("Dorothy Hale");
        button(ira, "Close").click();
        assertThat(ira.locator(".customer-panel")).isHidden();
    }

    /** By what it is called: what is written on it depends on the room. */
    private static Locator chip(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("promise broken")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page) {
        return page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Find name, street, words…"));
    }
}
