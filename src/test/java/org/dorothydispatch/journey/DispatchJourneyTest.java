package org.dorothydispatch.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.importing.demo.DemoOffices;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main job from end to end, in real browsers on the demo offices: what a dispatcher does with Dorothy's visit. */
@Tag("browser")
@DatabaseTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DispatchJourneyTest {

    private static final String PASSWORD = "a long sentence as password";
    private static final ZoneId RIVERSIDE = ZoneId.of("America/Chicago");

    @LocalServerPort
    int port;

    @Autowired
    BundleImport bundleImport;

    @Autowired
    UserService users;

    @Autowired
    CurrentUser current;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    ServletWebServerApplicationContext server;

    private Journey journey;
    private String visit;
    private LocalDate herDay;

    @BeforeEach
    void openTheOffices(@TempDir Path folder) throws Exception {
        DemoOffices.writeTo(folder, clock.instant(), DemoOffices.SEED);
        assertThat(bundleImport
                        .store(folder, Importer.everywhere("test"), ImportProgress.NONE)
                        .stored())
                .isTrue();
        current.asProgram("test", () -> {
            person("ira", "Ira Valdez", Role.DISPATCHER);
            person("helen", "Helen Brandt", Role.BRANCH_MANAGER);
        });
        visit = database.sql("select v.code from visit v join customer c on c.code = v.customer"
                        + " where c.goes_by = 'Dorothy' and v.status in ('planned', 'confirmed')")
                .query(String.class)
                .single();
        herDay = database.sql("select planned_on from visit where code = ?")
                .param(visit)
                .query(LocalDate.class)
                .single();
        journey = new Journey(port);
    }

    @AfterEach
    void closeTheBrowsers() {
        if (journey != null) {
            journey.close();
        }
    }

    @Test
    void aPromiseIsBrokenOnlyWithHerConsentAndEverybodySeesIt() {
        var ira = journey.signIn("ira", PASSWORD, board());
        var helen = journey.signIn("helen", PASSWORD, board());
        var target = workdayAfter(herDay);
        var cell = cell(ira, "Old town", target);

        var dorothy = card(ira);
        assertThat(dorothy).containsText("Dorothy");
        lift(ira, dorothy, cell);
        assertThat(ira.locator("dispatch-board .verdict.good").first()).isVisible();
        assertThat(cell.locator(".verdict.bad")).isVisible();
        assertThat(ira.locator("dispatch-board .verdict.bad").first()).isVisible();
        ira.mouse().up();

        var dialog = ira.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Dorothy was promised Ana");
        assertThat(cell.locator("[data-visit='" + visit + "']")).hasCount(0);
        answer(dialog);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(cell.locator("[data-visit='" + visit + "']")).isVisible();
        assertThat(cell(helen, "Old town", target).locator("[data-visit='" + visit + "']"))
                .isVisible();
        var saved = database.sql("select planned_on, route from visit where code = ?")
                .param(visit)
                .query()
                .singleRow();
        assertThat(saved.get("planned_on").toString()).isEqualTo(target.toString());
        assertThat(saved.get("route")).isEqualTo("RIVER-R3");
        assertThat(database.sql("select consented_by from consent where visit = ?")
                        .param(visit)
                        .query(String.class)
                        .list())
                .contains("Ira Valdez");
        assertThat(database.sql("select actor from audit_entry where subject = ? and action = 'move'")
                        .param(visit)
                        .query(String.class)
                        .list())
                .containsExactly("ira");
    }

    @Test
    void thePersonStandsBesideTheBoardAndTheBestMendIsOneClick() {
        var ira =
                journey.signIn("ira", PASSWORD, "board?offices=RIVER&from=" + LocalDate.now(clock.withZone(RIVERSIDE)));

        card(ira).click();

        var panel = ira.locator(".customer-panel");
        assertThat(panel).containsText("Dorothy");
        assertThat(panel).containsText("Will you be the one doing the service?");
        assertThat(panel).containsText("Marco Ruiz");
        assertThat(panel).containsText("Strangers at the back of the shop make her nervous.");
        assertThat(panel).containsText("Dorothy was promised Ana");
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move"))
                .first()
                .click();
        answerIfAsked(ira);

        // Which day is the best depends on the day of the week it is; that Ana comes does not.
        ira.waitForCondition(() -> "RIVER-T2".equals(technician()));
        var route = database.sql("select r.name from visit v join route r on r.code = v.route where v.code = ?")
                .param(visit)
                .query(String.class)
                .single();
        assertThat(ira.locator("dispatch-board [role=row]")
                        .filter(new Locator.FilterOptions().setHasText(route))
                        .locator("[data-visit='" + visit + "']"))
                .isVisible();
        assertThat(technician()).isEqualTo("RIVER-T2");
    }

    @Test
    void severalMovesAreReviewedSavedTogetherAndUndoneUntilSomebodyElseHasMovedOn() {
        var ira = journey.signIn("ira", PASSWORD, board());
        var target = workdayAfter(herDay);
        var neighbour = neighbour();
        var stood = Map.of(visit, place(visit), neighbour, place(neighbour));
        ira.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Draft"))
                .click();
        draft(ira, visit, target);
        draft(ira, neighbour, target);
        assertThat(ira.locator("dispatch-board .bar")).containsText("Draft: 2 visits moved");
        assertThat(place(visit)).as("a draft is nobody else's business").isEqualTo(stood.get(visit));

        button(ira, "Review and save").click();
        var dialog = ira.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("2 changes to save");
        assertThat(dialog).containsText("This would break a promise to Dorothy");
        assertThat(dialog).containsText("Dorothy was promised Ana");
        var hers = dialog.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Dorothy"))
                .first();
        assertThat(hers.locator(".lights")).hasCount(2);
        inside(dialog, "Save 2 changes").click();
        assertThat(dialog).containsText("Something is missing below.");
        assertThat(place(visit)).as("nothing without her consent").isEqualTo(stood.get(visit));
        assertThat(place(neighbour)).as("all or nothing").isEqualTo(stood.get(neighbour));

        answer(dialog);
        inside(dialog, "Save 2 changes").click();
        assertThat(cell(ira, "Old town", target).locator("[data-visit='" + visit + "']:not(.drafted)"))
                .isVisible();
        assertThat(cell(ira, "Old town", target).locator("[data-visit='" + neighbour + "']:not(.drafted)"))
                .isVisible();
        assertThat(place(visit)).startsWith(target.toString());
        assertThat(place(neighbour)).startsWith(target.toString());

        button(ira, "Undo").click();
        var there = cell(ira, "Old town", target).locator("[data-visit='" + visit + "']");
        answerUntil(ira, () -> there.count() == 0);
        assertThat(place(visit)).isEqualTo(stood.get(visit));
        assertThat(place(neighbour)).isEqualTo(stood.get(neighbour));
        button(ira, "Redo").click();
        answerUntil(ira, () -> there.count() == 1);

        var helen = journey.signIn("helen", PASSWORD, board());
        helen.locator("dispatch-board [data-visit='" + neighbour + "']").focus();
        helen.keyboard().press("Delete");
        assertThat(ira.locator("dispatch-board .tray [data-visit='" + neighbour + "']"))
                .isVisible();
        button(ira, "Undo").click();
        assertThat(ira.locator("dispatch-board .toast")).containsText("Nothing was saved. Helen Brandt was first");
        assertThat(place(visit)).as("undone together or not at all").startsWith(target.toString());
        assertThat(button(ira, "Undo")).isDisabled();
    }

    /** Answers what is asked on the way, if anything is. */
    private static void answerUntil(Page page, BooleanSupplier done) {
        var dialog = page.getByRole(AriaRole.DIALOG);
        page.waitForCondition(() -> done.getAsBoolean() || dialog.count() > 0);
        if (!done.getAsBoolean()) {
            answer(dialog);
            inside(dialog, "Save").click();
            page.waitForCondition(done);
        }
    }

    /** Another planned visit of her run, for somebody who was promised nothing. */
    private String neighbour() {
        return database.sql("""
                        select v.code from visit v join visit hers on hers.code = ? and v.route = hers.route
                               and v.planned_on = hers.planned_on and v.code <> hers.code
                        where v.status in ('planned', 'confirmed') and not v.pinned
                          and not exists (select 1 from preference p where p.customer = v.customer and p.answer = 'promised')
                        order by v.code limit 1
                        """).param(visit).query(String.class).single();
    }

    private String place(String code) {
        return database.sql("select concat(planned_on, ' ', start_time, ' ', technician) from visit where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private void draft(Page page, String code, LocalDate target) {
        var cell = cell(page, "Old town", target);
        lift(page, page.locator("dispatch-board [data-visit='" + code + "']"), cell);
        assertThat(page.locator("dispatch-board .verdict:not(.unknown)").first())
                .isVisible();
        page.mouse().up();
        assertThat(cell.locator("[data-visit='" + code + "'].drafted")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator inside(Locator dialog, String name) {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    @Test
    void aVisitInSomebodysHandsIsMarkedOnTheBoardOfAnother() {
        var ira = journey.signIn("ira", PASSWORD, board());
        var helen = journey.signIn("helen", PASSWORD, board());

        lift(ira, card(ira), cell(ira, "Old town", workdayAfter(herDay)));
        assertThat(ira.locator("dispatch-board .verdict.good").first()).isVisible();
        card(helen).getByText("Ira is moving this").waitFor();

        ira.keyboard().press("Escape");
        card(helen)
                .getByText("Ira is moving this")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void afterARestartOnesDraftIsThereAndOneIsWhereOneWas() {
        var ira = journey.signIn("ira", PASSWORD, board());
        ira.evaluate("localStorage.setItem('dorothy-drafting:ira', 'on')");
        ira.reload();
        var target = workdayAfter(herDay);
        card(ira).waitFor();
        lift(ira, card(ira), cell(ira, "Old town", target));
        assertThat(ira.locator("dispatch-board .verdict.good").first()).isVisible();
        ira.mouse().up();
        assertThat(cell(ira, "Old town", target).locator("[data-visit='" + visit + "']"))
                .isVisible();
        var screen = ira.url();

        forgetAllSessions();
        ira.locator("dispatch-board .scroller [data-visit]:not([data-visit='" + visit + "'])")
                .first()
                .click();
        ira.waitForURL(Pattern.compile(".*/login.*"), new Page.WaitForURLOptions().setTimeout(60_000));
        ira.getByLabel("Username").fill("ira");
        ira.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        ira.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();

        cell(ira, "Old town", target).locator("[data-visit='" + visit + "']").waitFor();
        assertThat(ira.url().replace("&continue", "").replace("?continue", ""))
                .startsWith(screen.substring(0, screen.indexOf('&')));
        assertThat(database.sql("select planned_on from visit where code = ?")
                        .param(visit)
                        .query(LocalDate.class)
                        .single())
                .as("a draft is not saved")
                .isEqualTo(herDay);
    }

    @Test
    void axeFindsNothingSeriousOnTheBoardWithAPersonBesideIt() {
        var ira = journey.signIn("ira", PASSWORD, board());
        card(ira).click();
        assertThat(ira.locator(".customer-panel")).containsText("Dorothy");

        var serious = new AxeBuilder(ira)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();

        assertThat(serious).isEmpty();
    }

    @Test
    void theMapBesideTheBoardFollowsItAlsoInAWindowOfItsOwn() {
        // Beside the map there is room for one day, and that is the first.
        var ira = journey.signIn("ira", PASSWORD, "board?offices=RIVER&from=" + herDay);
        var refused = new ArrayList<String>();
        ira.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
        ira.keyboard().press("g");
        assertThat(ira.locator("dispatch-map .map-run").first()).isVisible();
        var stop = "dispatch-map .map-stop[data-visit='" + visit + "']";
        card(ira).click();
        assertThat(ira.locator(stop)).isVisible();
        card(ira).hover();
        ira.waitForFunction(
                "visit => document.querySelector('dispatch-map').canvas?.map"
                        + ".queryRenderedFeatures({layers: ['dorothy-stops']})"
                        + ".some(stop => stop.properties.visit === visit)",
                visit);
        assertThat(ira.locator(stop + ".lit")).isVisible();

        var map = ira.waitForPopup(() -> ira.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the map in a window of its own"))
                .click());
        map.setDefaultTimeout(20_000);
        assertThat(map.locator(stop)).hasAttribute("aria-pressed", "true");
        var other = ira.locator("dispatch-board .scroller [data-visit]:not([data-visit='" + visit + "'])")
                .first();
        var another = other.getAttribute("data-visit");
        other.click();
        assertThat(map.locator("dispatch-map .map-stop[data-visit='" + another + "']"))
                .hasAttribute("aria-pressed", "true");
        assertThat(refused).isEmpty();
    }

    /** As a restarted server has. */
    private void forgetAllSessions() {
        var tomcat = ((TomcatWebServer) Objects.requireNonNull(server.getWebServer())).getTomcat();
        for (var context : tomcat.getHost().findChildren()) {
            for (var session : ((Context) context).getManager().findSessions()) {
                session.expire();
            }
        }
    }

    private void person(String username, String name, Role role) {
        users.create(new NewUser(username, name, PASSWORD, Set.of(role), Set.of("RIVER"), Optional.empty()));
    }

    private String technician() {
        return database.sql("select technician from visit where code = ?")
                .param(visit)
                .query(String.class)
                .single();
    }

    private String board() {
        return "board?offices=RIVER&from=" + firstDay();
    }

    private LocalDate firstDay() {
        var today = LocalDate.now(clock.withZone(RIVERSIDE));
        return herDay.with(DayOfWeek.MONDAY).isBefore(today) ? herDay : herDay.with(DayOfWeek.MONDAY);
    }

    private Locator card(Page page) {
        return page.locator("dispatch-board [data-visit='" + visit + "']");
    }

    private Locator cell(Page page, String route, LocalDate date) {
        var column = 1
                + (int) firstDay().datesUntil(date).filter(day -> !weekend(day)).count();
        return page.locator("dispatch-board [role=row]")
                .filter(new Locator.FilterOptions().setHasText(route))
                .locator("[data-column='" + column + "']");
    }

    private static void lift(Page page, Locator card, Locator target) {
        target.scrollIntoViewIfNeeded();
        var from = card.boundingBox();
        var to = target.boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(from.x + from.width / 2 + 12, from.y + from.height / 2 + 12);
        page.mouse().move(to.x + to.width / 2, to.y + to.height / 2);
    }

    /** The customer agrees to every broken wish; a protocol gets its reason. */
    private static void answer(Locator dialog) {
        for (var agrees : dialog.getByLabel("The customer agrees").all()) {
            agrees.check();
        }
        for (var why : dialog.getByLabel("Why", new Locator.GetByLabelOptions().setExact(true))
                .all()) {
            if (why.isVisible()) {
                why.fill("She asked for this week");
            }
        }
    }

    private static void answerIfAsked(Page page) {
        var dialog = page.getByRole(AriaRole.DIALOG);
        page.waitForTimeout(1500);
        if (dialog.count() > 0 && dialog.isVisible()) {
            answer(dialog);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                    .click();
        }
    }

    private static LocalDate workdayAfter(LocalDate date) {
        var day = date.plusDays(1);
        while (weekend(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean weekend(LocalDate date) {
        return List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(date.getDayOfWeek());
    }
}
