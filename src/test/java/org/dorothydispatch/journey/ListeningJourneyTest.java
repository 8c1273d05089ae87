package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A receptionist hears it, a manager promises it, and the dispatcher's board shows it; at a desk and on a phone. */
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
    void whatIsHeardAtTheDeskIsPromisedAndStandsOnTheBoard(int width, int height) {
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

        // The manager makes a preference of it, looks ahead, and promises.
        var mia = journey.signIn("mia", PASSWORD);
        mia.setViewportSize(width, height);
        mia.navigate(address("listening"));
        mia.getByText("“Not before ten, please.”").click();
        var dialog = mia.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("From the words");
        dialog.getByText("Promise it").click();
        assertThat(dialog).containsText("Can we keep it?");
        button(mia, "Save").click();
        assertThat(mia.getByText("Nobody waits for an answer.")).isVisible();

        ira.reload();
        panel.waitFor();
        assertThat(panel).containsText("“Not before ten, please.”");
        assertThat(panel.locator(".panel-quote", new Locator.LocatorOptions().setHasText("Not before ten")))
                .containsText("Promised");
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
        users.create(new NewUser(name, name, PASSWORD, Set.of(role), Set.of("RIVER", "HILL"), Optional.empty()));
    }

    private String address(String path) {
        return "http://localhost:%d/%s".formatted(port, path);
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
