package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.importing.demo.DemoOffices;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.SetUpLinks;
import org.dorothydispatch.security.UserService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every screen of the console in light and dark colours, against the rules of WCAG 2.2 AA that a program can check. */
@Tag("browser")
@DatabaseTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EveryScreenJourneyTest {

    private static final String PASSWORD = "a long sentence as password";
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @LocalServerPort
    int port;

    @Autowired
    BundleImport bundleImport;

    @Autowired
    UserService users;

    @Autowired
    SetUpLinks links;

    @Autowired
    RollUps rollUps;

    @Autowired
    CurrentUser current;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private Journey journey;
    private String visit;
    private String customer;
    private String setUp;
    private LocalDate today;
    private final List<String> problems = new ArrayList<>();

    @BeforeEach
    void openTheOffices(@TempDir Path folder) throws Exception {
        DemoOffices.writeTo(folder, clock.instant(), DemoOffices.SEED);
        assertThat(bundleImport
                        .store(folder, Importer.everywhere("test"), ImportProgress.NONE)
                        .stored())
                .isTrue();
        rollUps.offices().forEach(rollUps::catchUp);
        setUp = links.renew().orElseThrow();
        visit = database.sql("select v.code from visit v join customer c on c.code = v.customer"
                        + " where c.goes_by = 'Dorothy' and v.status in ('planned', 'confirmed')")
                .query(String.class)
                .single();
        customer = database.sql("select customer from visit where code = ?")
                .param(visit)
                .query(String.class)
                .single();
        today = LocalDate.now(clock.withZone(ZoneId.of("America/Chicago")));
        journey = new Journey(port);
    }

    @AfterEach
    void closeTheBrowsers() {
        if (journey != null) {
            journey.close();
        }
    }

    @Test
    void axeFindsNothingOnAnyScreenAndNoneIsWiderThanAPhone() {
        var stranger = journey.open();
        look(stranger, "login", "Username");
        look(stranger, "login?error", "is not right");
        look(stranger, "set-up/" + setUp, "Make me the administrator");
        look(stranger, "set-up/invented", "no longer good");

        current.asProgram("test", () -> {
            person("adele", "Adele Moreau", Role.ADMINISTRATOR);
            person("mia", "Mia Castillo", Role.BRANCH_MANAGER);
            person("cy", "Cy Lindgren", Role.TECHNICIAN);
        });
        var adele = journey.signIn("adele", PASSWORD);
        look(adele, "board?offices=RIVER&visit=" + visit, "Will you be the one doing the service?");
        look(adele, "board?offices=RIVER&zoom=day", "Riverside");
        look(adele, "board?offices=RIVER&rows=people", "Riverside");
        look(adele, "map?offices=RIVER&from=" + today + "&visit=" + visit, "stops");
        look(adele, "person?visit=" + visit, "Will you be the one doing the service?");
        look(adele, "person", "Open the board");
        look(adele, "print", "Print");
        look(adele, "import", "Import");
        look(adele, "changes", "What changed");
        look(adele, "people", "Adele Moreau");
        look(adele, "tokens", "You have no token yet.");
        look(adele, "listening", "Listening");
        look(adele, "caller", "Who is calling");
        look(adele, "caller?phone=" + phone(), "Dorothy");
        look(adele, "offices", "Did we do for each person");
        look(adele, "offices?what=technician&office=RIVER", "Cy Lindgren");
        look(adele, "why?office=RIVER", "What it came of");
        look(adele, "risk", "Who, why, and what to do");
        look(adele, "risk?office=RIVER", "If one of us were away");
        look(adele, "customer?code=" + customer, "What they said, and what we say to it");
        look(adele, "letter?code=" + customer, "Letter to Dorothy");
        look(adele, "cancelling?customer=" + customer, "Dorothy");
        look(adele, "coverage", "Whom we asked");
        look(adele, "xray", "X-ray of another system's visits");
        look(adele, "day/RIVER-T2", "Ana Petrov");
        look(adele, "practice", "Practice");
        look(adele, "nowhere", "To the first page");
        look(adele, "print/day?office=RIVER&date=" + today, "Riverside");
        look(adele, "print/week?office=RIVER&from=" + today, "Riverside");
        dialogs(adele);

        var mia = journey.signIn("mia", PASSWORD);
        for (var screen : List.of("offices", "board?offices=RIVER", "listening")) {
            mia.navigate(journey.address(screen));
            // The links of this role are there, and with them their words.
            mia.locator("dorothy-rail [href='offices']").waitFor();
            fits(mia, screen + " of a branch manager");
        }

        var cy = journey.signIn("cy", PASSWORD);
        look(cy, "board", "The board is for the people who plan.");
        look(cy, "people", "To the first page");

        assertThat(problems).isEmpty();
    }

    /** What stands over the screens: the dialogs, the palette, the keys, the menu of the account. */
    private void dialogs(Page page) {
        page.navigate(journey.address("people"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New person"))
                .first()
                .click();
        over(page, page.getByRole(AriaRole.DIALOG), "adding a person");

        page.navigate(journey.address("board?offices=RIVER&visit=" + visit));
        var panel = page.locator(".customer-panel");
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move to…"))
                .first()
                .click();
        over(page, page.getByRole(AriaRole.DIALOG), "moving a visit");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Say why"))
                .first()
                .click();
        over(page, page.getByRole(AriaRole.DIALOG), "saying why");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

        page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Draft"))
                .click();
        page.locator("dispatch-board .scroller [data-visit='" + visit + "']").focus();
        page.keyboard().press("Delete");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Review and save"))
                .click();
        over(page, page.getByRole(AriaRole.DIALOG), "reviewing a draft");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

        page.locator("dispatch-board .scroller [data-visit]").first().focus();
        page.keyboard().press("?");
        over(page, page.locator("[role=dialog], dialog[open]").first(), "the keys");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        over(page, page.locator("[role=dialog], dialog[open]").first(), "the palette");
    }

    private String phone() {
        return database.sql("select c.phone from visit v join customer c on c.code = v.customer where v.code = ?")
                .param(visit)
                .query(String.class)
                .single()
                .replace("+", "%2B");
    }

    private void look(Page page, String path, String words) {
        page.navigate(journey.address(path));
        if (path.startsWith("board?")) {
            page.locator("dispatch-board .card").first().waitFor();
        }
        page.getByText(words).first().waitFor();
        check(page, path);
        if (!path.startsWith("print/")) {
            fits(page, path);
        }
    }

    private void over(Page page, Locator dialog, String what) {
        // The host of a dialog has no box of its own: what is seen is in its overlay.
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        check(page, what);
    }

    private void check(Page page, String where) {
        report(where, axe(page).withTags(RULES));
        // In the dark only the colours differ, so the same page is turned dark. Nothing is to be seen half way there.
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setReducedMotion(ReducedMotion.REDUCE));
        report(where + ", dark", axe(page).withRules(List.of("color-contrast")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** No page of the console slides sideways on a phone; a sheet of paper may. */
    private void fits(Page page, String where) {
        page.setViewportSize(390, 844);
        try {
            page.waitForFunction(
                    "document.documentElement.scrollWidth <= 390",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(5000));
        } catch (TimeoutError tooWide) {
            problems.add("%s: %s pixels wide on a phone of 390"
                    .formatted(where, page.evaluate("document.documentElement.scrollWidth")));
        }
        page.setViewportSize(1440, 900);
    }

    /** What is right is not written down node by node: on a board that takes longer than the looking. */
    private static AxeBuilder axe(Page page) {
        var onlyProblems = new AxeRunOptions();
        onlyProblems.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(onlyProblems);
    }

    private void report(String where, AxeBuilder axe) {
        axe.analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes().stream()
                        .limit(3)
                        .forEach(node -> problems.add(
                                "%s: %s (%s) %s".formatted(where, rule.getId(), rule.getImpact(), node.getHtml()))));
    }

    private void person(String username, String name, Role role) {
        users.create(new NewUser(username, name, PASSWORD, Set.of(role), offices(role), Optional.empty()));
    }

    private static Set<String> offices(Role role) {
        return role == Role.ADMINISTRATOR ? Set.of() : Set.of("RIVER");
    }
}
