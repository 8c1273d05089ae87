package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A receptionist hears it, a manager promises it, the dispatcher's board shows it, the technician reads it, the comparison
 * counts it; at a desk and on a phone.
 */
@Tag("browser")
@DatabaseTest(now = BoardFixture.NOON_UTC, webEnvironment = WebEnvironment.RANDOM_PORT)
class ListeningJourneyTest {

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

    @Autowired
    RollUps rollUps;

    private Journey journey;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(database).story();
        flags.recheckAll(Set.of("RIVER", "HILL"));
        database.sql("update customer set phone = '312 555 0142' where code = 'DOROTHY'")
                .update();
        current.asProgram("test", () -> {
            person("ira", Role.DISPATCHER);
            person("rita", Role.RECEPTIONIST);
            person("mia", Role.BRANCH_MANAGER);
            person("cy", Role.TECHNICIAN, "CY");
        });
        rollUps.offices().forEach(rollUps::catchUp);
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
    void whatIsHeardAtTheDeskIsPromisedShownReadAndCounted(int width, int height) {
        var ira = journey.signIn("ira", PASSWORD, "board?offices=RIVER&visit=D10");
        var panel = ira.locator(".customer-panel");
        assertThat(panel).containsText("Dorothy");

        // The desk: the phone rings, the person stands there, one field.
        var rita = journey.signIn("rita", PASSWORD);
        rita.setViewportSize(width, height);
        rita.navigate(address("caller?phone=%2B1%20312%20555%200142"));
        assertThat(rita.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2)))
                .containsText("Dorothy");
        rita.getByLabel("What do they say now?").fill("Not before ten, please.");
        button(rita, "Write it down").click();
        assertThat(rita.getByText("no answer yet")).isVisible();

        // The board of somebody else has the mark within a moment, and the panel the words.
        assertThat(ira.locator("board-bar .chip", new Page.LocatorOptions().setHasText("unanswered")))
                .isVisible();
        ira.reload();
        panel.waitFor();
        assertThat(panel).containsText("“Not before ten, please.”");
        assertThat(panel).containsText("No answer yet");

        // The manager makes a preference of it and looks ahead; as long as she has not answered, the comparison counts
        // it.
        var mia = journey.signIn("mia", PASSWORD);
        mia.setViewportSize(width, height);
        mia.navigate(address("listening"));
        mia.getByText("“Not before ten, please.”").click();
        var dialog = mia.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("From the words");
        dialog.getByText("Promise it").click();
        assertThat(dialog).containsText("Can we keep it?");
        dialog.getByText("No answer yet").click();
        button(mia, "Save").click();
        assertThat(mia.getByText("Nobody waits for an answer.")).isVisible();
        comparisonCounts(mia, 1);

        mia.setViewportSize(width, height);
        mia.navigate(address("customer?code=DOROTHY"));
        button(mia, "Answer: not before 10:00").click();
        dialog.getByText("Promise it").click();
        assertThat(dialog).containsText("Can we keep it?");
        button(mia, "Save").click();
        assertThat(button(mia, "Answer anew: not before 10:00")).isVisible();
        comparisonCounts(mia, 0);

        ira.reload();
        panel.waitFor();
        assertThat(panel).containsText("“Not before ten, please.”");
        assertThat(panel.locator(".panel-quote", new Locator.LocatorOptions().setHasText("Not before ten")))
                .containsText("Promised");

        // The technician reads it before he drives there.
        var cy = journey.signIn("cy", PASSWORD);
        cy.setViewportSize(390, 844);
        cy.locator("technician-day .days button").nth(1).click();
        var dorothy = cy.locator("technician-day .stop", new Page.LocatorOptions().setHasText("Dorothy"));
        assertThat(dorothy).containsText(Pattern.compile("Not before ten, please\\.\\s+Promised\\s+not before 10:00"));
    }

    /** What the comparison says of Riverside's wishes without an answer, and what the database says. */
    private void comparisonCounts(Page page, int unanswered) {
        page.setViewportSize(1440, 900);
        page.navigate(address("offices"));
        var riverside = page.locator("side-by-side tbody tr", new Page.LocatorOptions().setHasText("Riverside"));
        assertThat(riverside.locator(".cell[data-figure=unanswered] .number")).hasText(String.valueOf(unanswered));
        assertEquals(unanswered, database.sql("""
                        select count(*) from preference p join customer c on c.code = p.customer
                        where c.office = 'RIVER' and p.answer = 'unanswered'""").query(Integer.class).single());
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    void whatGivesWayFirstIsDraggedAtTheDeskAndMovedByKeysOnThePhone(int width, int height) {
        var mia = journey.signIn("mia", PASSWORD);
        mia.setViewportSize(width, height);
        mia.navigate(address("customer?code=DOROTHY"));
        var items = mia.locator(".gives-way-list li");
        assertThat(items.first()).containsText("The day");

        if (width > 1000) {
            drag(mia, mia.locator("#gives-way-person"), mia.locator("#gives-way-time"));
            assertThat(mia.getByText("The person is now number 2 of 4.")).isAttached();
        } else {
            button(mia, "The person gives way earlier").focus();
            mia.keyboard().press("Enter");
            assertThat(mia.getByText("The person is now number 3 of 4.")).isAttached();
            // Whoever goes on by keyboard goes on with the same.
            assertThat(button(mia, "The person gives way earlier")).isFocused();
            mia.keyboard().press("Enter");
            assertThat(mia.getByText("The person is now number 2 of 4.")).isAttached();
        }
        assertThat(items.nth(1)).containsText("The person");
        assertEquals("day;time;notice;person", givesWay());
        button(mia, "Save this order").click();

        assertThat(mia.getByText("Saved. What we offer when something breaks follows this order from now on."))
                .isVisible();
        assertEquals("day;person;time;notice", givesWay());
        mia.reload();
        assertThat(items.nth(1)).containsText("The person");
    }

    private String givesWay() {
        return database.sql("select gives_way from customer where code = 'DOROTHY'")
                .query(String.class)
                .single();
    }

    private static void drag(Page page, Locator what, Locator onto) {
        what.scrollIntoViewIfNeeded();
        var from = what.boundingBox();
        var to = onto.boundingBox();
        page.mouse().move(from.x + 20, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x + 20, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
    }

    @ParameterizedTest
    @CsvSource({"1440, 900"})
    void oneKeyOpensItOnTheBoardForTheSelectedPerson(int width, int height) {
        var ira = journey.signIn("ira", PASSWORD, "board?offices=RIVER");
        ira.setViewportSize(width, height);
        ira.locator("dispatch-board [data-visit='D10']").click();
        assertThat(ira.locator(".customer-panel")).containsText("Dorothy");
        ira.keyboard().press("h");

        var dialog = ira.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("Who said it")).hasValue(Pattern.compile("Dorothy.*"));
        dialog.getByLabel("What did they say").fill("Please don't send a woman.");
        assertThat(dialog).containsText("We send whoever knows the work best.");
        dialog.getByLabel("What did they say").fill("Only Ana, please.");
        button(ira, "Write it down").click();
        assertThat(ira.getByText("Written down. It waits for an answer")).isVisible();
    }

    private void person(String name, Role role) {
        person(name, role, null);
    }

    private void person(String name, Role role, @Nullable String technician) {
        users.create(new NewUser(
                name, name, PASSWORD, Set.of(role), Set.of("RIVER", "HILL"), Optional.ofNullable(technician)));
    }

    private String address(String path) {
        return "http://localhost:%d/%s".formatted(port, path);
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
