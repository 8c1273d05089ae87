package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cy drives to Dorothy with his phone, through a dead spot; the office sees what he did and what she said. */
@Tag("browser")
@DatabaseTest(now = BoardFixture.NOON_UTC, webEnvironment = WebEnvironment.RANDOM_PORT)
class TechnicianDayJourneyTest {

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
    private MobileNetwork network;
    private Journey onTheRoad;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(database).story();
        database.sql("update visit set planned_on = ?, due_on = ? where code = 'D10'")
                .params(BoardFixture.MONDAY, BoardFixture.MONDAY)
                .update();
        database.sql(
                        "update visit set planned_on = ?, due_on = ?, technician = 'CY', route = 'NORTH' where code = 'L1'")
                .params(BoardFixture.MONDAY, BoardFixture.MONDAY)
                .update();
        database.sql("update customer set remember = 'The dog is <b>called</b> Bruno.' where code = 'DOROTHY'")
                .update();
        flags.recheckAll(Set.of("RIVER", "HILL"));
        current.asProgram("test", () -> {
            person("ira", Role.DISPATCHER, null);
            person("cy", Role.TECHNICIAN, "CY");
        });
        journey = new Journey(port);
        network = new MobileNetwork(port);
        onTheRoad = new Journey(network.port());
    }

    @AfterEach
    void closeTheBrowsers() {
        if (onTheRoad != null) {
            onTheRoad.close();
        }
        if (network != null) {
            network.close();
        }
        if (journey != null) {
            journey.close();
        }
    }

    @Test
    void whatWasDoneInADeadSpotStandsOnTheBoardAndInTheInboxOnceItIsSent() {
        var ira = journey.signIn("ira", PASSWORD, "board?offices=RIVER&from=2026-10-05");
        var card = ira.locator("dispatch-board [data-visit='D10']");
        assertThat(card).isVisible();

        var phone = onTheRoad.signIn("cy", PASSWORD);
        phone.setViewportSize(390, 844);
        assertThat(phone).hasURL(Pattern.compile(".*/day$"));
        var dorothy = phone.locator("technician-day .stop", new Page.LocatorOptions().setHasText("Dorothy"));
        assertThat(dorothy).containsText("The dog is <b>called</b> Bruno.");
        assertThat(button(phone, "Check in")).isDisabled();
        button(phone, "I have read it").click();
        assertThat(phone.locator("technician-day .state")).hasText("Sent");
        button(phone, "Check in").click();
        assertThat(dorothy).containsText("Here since");
        assertThat(phone.locator("technician-day .state")).hasText("Sent");

        intoADeadSpot(phone);
        button(phone, "Check out").click();
        phone.getByLabel("Done").check();
        phone.getByLabel("What did they say?").fill("Please not before ten.");
        button(phone, "Close the visit").click();
        assertThat(phone.locator("technician-day .state")).containsText("No network. Not sent yet: 1.");
        assertThat(dorothy).containsText("Done");
        assertEquals("planned", status());

        outOfTheDeadSpot(phone);
        assertThat(phone.locator("technician-day .state")).hasText("Sent");
        assertThat(card).hasClass(Pattern.compile("(^|\\s)done(\\s|$)"));
        assertEquals("done", status());
        ira.navigate(journey.address("listening"));
        assertThat(ira.getByText("“Please not before ten.”")).isVisible();
        ira.navigate(journey.address("changes"));
        assertThat(ira.getByText(Pattern.compile("done, \\d+:\\d\\d to \\d+:\\d\\d")))
                .isVisible();

        // The page was closed in a dead spot: it opens again, alone, with the day and what was entered.
        // The first page was opened at another address, from which the person was led here.
        phone.waitForFunction("async () => (await navigator.serviceWorker.getRegistrations())"
                + ".some(one => one.active?.state === 'activated')");
        intoADeadSpot(phone);
        phone.reload();
        var rosa = phone.locator("technician-day .stop", new Page.LocatorOptions().setHasText("Rosa"));
        assertThat(phone.locator("technician-day .state")).containsText("No network. You see the day as of");
        assertThat(dorothy).containsText("Done");
        assertThat(phone.locator("dorothy-rail")).hasCount(0);
        button(phone, "Check in").click();
        assertThat(phone.locator("technician-day .state")).containsText("No network. Not sent yet: 1.");
        phone.reload();
        assertThat(rosa).containsText("Here since");
        assertThat(phone.locator("technician-day .state")).containsText("No network. Not sent yet: 1.");
        assertEquals(0, checkIns("L1"));

        outOfTheDeadSpot(phone);
        assertThat(phone.locator("technician-day .state")).containsText("Sent");
        assertEquals(1, checkIns("L1"));
        phone.getByText("Open all screens").click();
        assertThat(phone.locator("dorothy-rail")).isVisible();
        assertThat(rosa).containsText("Here since");
        assertEquals(1, checkIns("L1"));
        // No other screen of the console opens without network, and no answer of the server is kept.
        assertEquals(
                List.of("board"),
                phone.evaluate(
                        "async () => [...new Set((await Promise.all((await caches.keys()).map(async name =>"
                                + " (await (await caches.open(name)).keys()).map(({url}) => new URL(url).pathname.split('/')[1])))).flat())]"));

        // Signing out says what was not sent, and leaves nothing else on the phone.
        phone.route("**/api/day/entries*", Route::abort);
        button(phone, "Check out").click();
        rosa.getByLabel("Done").check();
        rosa.getByLabel("They said nothing").check();
        button(phone, "Close the visit").click();
        assertThat(phone.locator("technician-day .state")).containsText("Not sent yet: 1.");
        button(phone, "Your account: cy").click();
        button(phone, "Sign out").click();
        assertThat(phone.getByText("1 entry is not sent yet. Sign out?")).isVisible();
        phone.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out"))
                .click();
        phone.waitForURL(Pattern.compile(".*/login.*"));
        assertEquals(
                List.of("dorothy-day:cy:CY:kept"),
                phone.evaluate("Object.keys(localStorage).filter(key => key.startsWith('dorothy-day'))"));

        // Whoever plans looks at the same day and cannot enter anything.
        ira.navigate(journey.address("day/CY"));
        assertThat(ira.getByText("You are looking at the day of Cy Lindgren.")).isVisible();
        assertThat(button(ira, "Check in")).hasCount(0);
    }

    private void intoADeadSpot(Page phone) {
        network.enterDeadSpot();
        phone.context().setOffline(true);
    }

    private void outOfTheDeadSpot(Page phone) {
        network.leaveDeadSpot();
        phone.context().setOffline(false);
    }

    private int checkIns(String visit) {
        return database.sql("select count(*) from audit_entry where subject = ? and action = 'check in'")
                .param(visit)
                .query(Integer.class)
                .single();
    }

    private String status() {
        return database.sql("select status from visit where code = 'D10'")
                .query(String.class)
                .single();
    }

    private void person(String name, Role role, @Nullable String technician) {
        users.create(new NewUser(name, name, PASSWORD, Set.of(role), Set.of("RIVER"), Optional.ofNullable(technician)));
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
