package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dorothydispatch.DatabaseTest;
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

/** The frame around every screen, in a browser and by keyboard. */
@Tag("browser")
@DatabaseTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FrameJourneyTest {

    private static final String PASSWORD = "a long sentence as password";

    @LocalServerPort
    int port;

    @Autowired
    UserService users;

    @Autowired
    CurrentUser current;

    private Journey journey;
    private Page page;

    @BeforeEach
    void anAdministratorIsIn() {
        current.asProgram(
                "test",
                () -> users.create(new NewUser(
                        "adele",
                        "Adele <b>Moreau</b>",
                        PASSWORD,
                        Set.of(Role.ADMINISTRATOR),
                        Set.of(),
                        Optional.empty())));
        journey = new Journey(port);
        page = journey.signIn("adele", PASSWORD);
        page.getByRole(AriaRole.NAVIGATION).waitFor();
    }

    @AfterEach
    void closeTheBrowser() {
        if (journey != null) {
            journey.close();
        }
    }

    @Test
    void theLinksLeadToTheScreensAndSayWhereOneIs() {
        page.evaluate("window.still = 'the same page'");

        link("People").focus();
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile(".*/people$"));
        assertThat(link("People")).hasAttribute("aria-current", "page");
        assertThat(link("Board")).not().hasAttribute("aria-current", "page");
        assertThat(page.getByText("Adele <b>Moreau</b>").first()).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.still"))
                .isEqualTo("the same page");
    }

    @Test
    void theFirstStopOfTheKeyboardLeadsPastTheLinks() {
        page.keyboard().press("Tab");
        assertThat(page.locator("a.shell-skip")).isFocused();
        assertThat(page.locator("a.shell-skip")).hasText("To the content");
    }

    @Test
    void theMenuOfTheAccountOpensClosesAndOpensAgainByKeyboard() {
        var button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Your account: Adele <b>Moreau</b>"));
        var signOut = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"));
        for (var time = 1; time <= 2; time++) {
            button.focus();
            page.keyboard().press("Enter");
            assertThat(signOut).isVisible();
            assertThat(button).hasAttribute("aria-expanded", "true");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("All offices");
            page.keyboard().press("Escape");
            assertThat(signOut).isHidden();
            assertThat(button).isFocused();
        }

        page.keyboard().press("Enter");
        signOut.click();

        page.waitForURL(Pattern.compile(".*/login.*"));
    }

    private Locator link(String screen) {
        return page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(screen));
    }
}
