package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardFixture;
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

/** A manager agrees on a practice, the associate plays Dorothy's story to its end, and the manager sees it done. */
@Tag("browser")
@DatabaseTest(now = BoardFixture.NOON_UTC, webEnvironment = WebEnvironment.RANDOM_PORT)
class PracticeJourneyTest {

    private static final String PASSWORD = "a long sentence as password";

    @LocalServerPort
    int port;

    @Autowired
    UserService users;

    @Autowired
    CurrentUser current;

    @Autowired
    JdbcClient database;

    private Journey journey;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(database).story();
        current.asProgram("test", () -> {
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
    void whatWasAgreedIsPlayedAndSeenDone(int width, int height) {
        var mia = journey.signIn("mia", PASSWORD);
        mia.navigate(journey.address("practice/coaching"));
        button(mia, "New note").click();
        var form = mia.getByRole(AriaRole.DIALOG);
        choose(mia, form.getByLabel("Whom it is about"), "rita");
        choose(mia, form.getByLabel("Where"), "on the phone");
        form.getByLabel("What did the customer meet?").fill("She had to spell her name <b>twice</b>.");
        choose(mia, form.getByLabel("Practice agreed on"), "Dorothy's ten months");
        form.getByLabel("Done until").fill("12/31/2026");
        form.getByLabel("Done until").press("Enter");
        button(mia, "Save").click();
        mia.setViewportSize(width, height);
        assertThat(mia.getByText("Agreed: Dorothy's ten months, until Thu 31 Dec."))
                .isVisible();

        var rita = journey.signIn("rita", PASSWORD);
        rita.setViewportSize(width, height);
        rita.navigate(journey.address("practice"));
        assertThat(rita.getByText("She had to spell her name <b>twice</b>.")).isVisible();
        button(rita, "Play: Dorothy's ten months").click();
        for (var choice : List.of(
                "You write it down as promised",
                "",
                "Call Dorothy",
                "",
                "“Ana it is.”",
                "She says Monday, with Ana",
                "",
                "She would rather wait for Ana")) {
            if (!choice.isEmpty()) {
                rita.locator(".practice-choice", new Page.LocatorOptions().setHasText(choice))
                        .click();
                assertThat(rita.getByText("What Dorothy did next")).isVisible();
            }
            var on = rita.locator("vaadin-button[theme~=primary]");
            on.click();
            // What was shown is gone before the next choice is looked for.
            assertThat(rita.getByText("What Dorothy did next")).isHidden();
        }
        assertThat(rita.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Dorothy's ten months: Dorothy trusts you");
        assertThat(rita.getByText("Heard 2, missed 0, kept 8, broken 0. 2 faces in 10 visits."))
                .isVisible();

        mia.reload();
        assertThat(mia.getByText("Done on")).isVisible();
        assertThat(mia.getByText("Done on")).containsText("Dorothy's ten months; the customer trusted them.");
    }

    private static void choose(Page page, Locator field, String words) {
        field.click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
    }

    private void person(String name, Role role) {
        users.create(new NewUser(name, name, PASSWORD, Set.of(role), Set.of("RIVER"), Optional.empty()));
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
