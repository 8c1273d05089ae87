package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(database).story();
        database.sql("update visit set planned_on = ?, due_on = ? where code = 'D10'")
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
    }

    @AfterEach
    void closeTheBrowsers() {
        if (journey != null) {
            journey.close();
        }
    }

    @Test
    void whatWasDoneInADeadSpotStandsOnTheBoardAndInTheInboxOnceItIsSent() {
        var ira = journey.signIn("ira", PASSWORD, "board?offices=RIVER&from=2026-10-05");
        var card = ira.locator("dispatch-board [data-visit='D10']");
        assertThat(card).isVisible();

        var phone = journey.signIn("cy", PASSWORD);
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

        phone.context().setOffline(true);
        button(phone, "Check out").click();
        phone.getByLabel("Done").check();
        phone.getByLabel("What did they say?").fill("Please not before ten.");
        button(phone, "Close the visit").click();
        assertThat(phone.locator("technician-day .state")).containsText("No network. Not sent yet: 1.");
        assertThat(dorothy).containsText("Done");
        assertEquals("planned", status());

        phone.context().setOffline(false);
        assertThat(phone.locator("technician-day .state")).hasText("Sent");
        assertThat(card).hasClass(Pattern.compile("(^|\\s)done(\\s|$)"));
        assertEquals("done", status());
        ira.navigate(journey.address("listening"));
        assertThat(ira.getByText("“Please not before ten.”")).isVisible();
        ira.navigate(journey.address("changes"));
        assertThat(ira.getByText(Pattern.compile("done, \\d+:\\d\\d to \\d+:\\d\\d")))
                .isVisible();

        // Whoever plans looks at the same day and cannot enter anything.
        ira.navigate(journey.address("day/CY"));
        assertThat(ira.getByText("You are looking at the day of Cy Lindgren.")).isVisible();
        assertThat(button(ira, "Check in")).hasCount(0);
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
