package org.dorothydispatch.board.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.board.BoardFixture.MONDAY;
import static org.dorothydispatch.board.BoardFixture.TUESDAY;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.board.BoardChanges;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.MoveVisit;
import org.dorothydispatch.flags.ReasonGiven;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class BoardViewTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MoveVisit moves;

    BoardScreens screens;

    @BeforeEach
    void tellTheStory() {
        screens = BoardScreens.tellTheStory(context);
    }

    @AfterEach
    void closeBrowsers() {
        screens.close();
    }

    @Test
    void theAddressSaysWhatIsShown() {
        var window = window("vera");
        var scripts = new Scripts(window);
        var view = open(window, Map.of("offices", "RIVER", "from", "2026-10-12", "density", "dense", "find", "ana"));

        var board = board(view).getElement();
        assertThat(board.getProperty("offices")).isEqualTo("RIVER");
        assertThat(board.getProperty("from")).isEqualTo("2026-10-12");
        assertThat(scripts.contain("this.entry", "find=ana", "density=dense", "\"offices\":[\"RIVER\"]", "2026-10-12"))
                .as("the browser is handed the rest of the address")
                .isTrue();
    }

    @Test
    void theBarOffersTheOfficesOfThePerson() {
        assertThat(bar(open(window("vera"), Map.of())).getElement().getProperty("own"))
                .contains("Hilltop", "Riverside", "America/Denver");
        assertThat(bar(open(window("otto"), Map.of())).getElement().getProperty("own"))
                .contains("Riverside")
                .doesNotContain("Hilltop");
    }

    @Test
    void theBarShowsOtherOfficesAndAnotherWeek() {
        var view = open(window("vera"), Map.of());

        var shown = bar(view).view(new String[] {"RIVER", "NOWHERE", "RIVER"}, "2026-10-19", 5);

        assertThat(shown.toString()).isEqualTo("""
                {"offices":["RIVER"],"from":"2026-10-19"}""");
        var board = board(view).getElement();
        assertThat(board.getProperty("offices")).isEqualTo("RIVER");
        assertThat(board.getProperty("from")).isEqualTo("2026-10-19");
        assertThat(board.getProperty("days", 0)).isEqualTo(5);
    }

    @Test
    void anAddressWithAMonthOpensFourWeeks() {
        var board = board(open(window("otto"), Map.of("zoom", "month"))).getElement();

        assertThat(board.getProperty("days", 0)).isEqualTo(28);
        assertThat(board(open(window("otto"), Map.of("zoom", "day")))
                        .getElement()
                        .getProperty("days", 0))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"HILL, 2026-10-12", "'', 2026-10-12", "RIVER, 2026-02-31", "RIVER, 9999-12-31"})
    void aWishThatMakesNoSenseLeavesTheBoardAsItIs(String office, String from) {
        var view = open(window("otto"), Map.of("from", "2026-10-05"));

        var shown = bar(view).view(new String[] {office}, from, 7);

        assertThat(shown.toString()).isEqualTo("""
                {"offices":["RIVER"],"from":"2026-10-05"}""");
        assertThat(board(view).getElement().getProperty("from")).isEqualTo("2026-10-05");
    }

    @Test
    void aViewIsKeptSharedOpenedByOthersAndDeletedByItsOwnerOnly() {
        var vera = open(window("vera"), Map.of());
        bar(vera).saveView("Broken promises", "exception=promise", "RIVER");
        var ottos = bar(open(window("otto"), Map.of()));

        var seen = ottos.views().get("views");
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).get("query").asString()).isEqualTo("exception=promise");
        assertThat(seen.get(0).get("own").asBoolean()).isFalse();
        int id = seen.get(0).get("id").asInt();
        assertThat(ottos.deleteView(id).get("problem").asString()).startsWith("There is no such view of yours.");
        assertThat(ottos.views().get("views")).hasSize(1);
    }

    @Test
    void withoutAnAddressTheBoardShowsAllOwnOfficesFromToday() {
        var view = open(window("vera"), Map.of());

        var board = board(view).getElement();
        assertThat(board.getProperty("offices")).isEqualTo("HILL,RIVER");
        assertThat(board.getProperty("from")).isEqualTo(MONDAY.toString());
    }

    @Test
    void officesOfOthersAreLeftOutOfTheAddress() {
        var view = open(window("otto"), Map.of("offices", "HILL,RIVER", "visit", "W1"));

        assertThat(board(view).getElement().getProperty("offices")).isEqualTo("RIVER");
        assertThat(panelText(view)).contains("Select a visit");
    }

    @Test
    void dorothyAppearsAsAPerson() {
        var view = open(window("vera"), Map.of("visit", "D10"));

        assertThat(panelText(view))
                .contains(
                        "Dorothy",
                        "Dorothy Hale, Hale's Gifts · with us since December 2025",
                        "“Will you be the one doing the service?”",
                        "to Marco Ruiz, 10 Dec 2025",
                        "Promised",
                        "Will try: at most 3 faces a year",
                        "What gives way first",
                        "Day",
                        "then",
                        "never",
                        "Person",
                        "Please remember",
                        "Strangers at the back of the shop make her nervous. Say hello first.",
                        "Their technician",
                        "Ana Petrov",
                        "Tue 6 Oct, 9:00 with Cy Lindgren",
                        "How to get in: Back door, ring twice",
                        "Visit D10 of customer DOROTHY");
        assertThat(strip(view)).containsExactly("✓", "✓", "✓", "✓", "✓", "×", "✓", "✓", "✓", "×");
    }

    @Test
    void tenThousandCharactersStandBesideTheBoardAsText() {
        var words = "<b>Ring</b> twice. ".repeat(526) + "Smile!";
        assertThat(words).hasSize(10_000);
        jdbc.sql("update customer set remember = ? where code = 'DOROTHY'")
                .param(words)
                .update();
        jdbc.sql("update preference set words = ? where code = 'P1'")
                .param(words)
                .update();

        var view = open(window("vera"), Map.of("visit", "D10"));

        assertThat(panelText(view).split("<b>Ring</b> twice\\.", -1)).hasSize(1 + 2 * 526);
    }

    @Test
    void aDeclinedWishSaysWhatWasOfferedInstead() {
        var view = open(window("vera"), Map.of("visit", "L1"));

        assertThat(panelText(view))
                .contains("Declined", "Offered instead: First visit of the day on Saturdays, told 5 Jan");
    }

    @Test
    void aMendIsOneClickAway() {
        var window = window("vera");
        var view = open(window, Map.of("visit", "D10"));

        window.test(choice(window, "Move")).click();

        assertThat(row("D10")).containsEntry("technician", "ANA");
        assertThat(panelText(view)).contains("with Ana Petrov");
    }

    @Test
    void keepingWantsAReasonAndPutsItOnTheRecord() {
        var window = window("vera");
        var view = open(window, Map.of("visit", "D10"));

        window.test(choice(window, "Say why")).click();
        choices(window).forEach(choice -> choice.setValue("I keep it"));
        window.test(button(window, "Save")).click();
        var reasons = window.find(TextArea.class).all();
        assertThat(reasons).isNotEmpty().allSatisfy(reason -> {
            assertThat(reason.isInvalid()).isTrue();
            assertThat(reason.getErrorMessage()).isEqualTo("Say why, in a few words; it stays on the record.");
        });

        reasons.forEach(reason -> reason.setValue("She knows Cy from the fair."));
        window.test(button(window, "Save")).click();

        assertThat(jdbc.sql("select reason from visit_override where visit = 'D10' and code = 'P1'")
                        .query(String.class)
                        .single())
                .isEqualTo("She knows Cy from the fair.");
        assertThat(panelText(view)).contains("Kept by The dispatcher vera, 5 Oct: She knows Cy from the fair.");
    }

    @Test
    void aVisitDroppedOnTheTrayHasNeitherDayNorPerson() {
        var view = open(window("vera"), Map.of());

        var outcome = board(view).drop(new DropCommand(UUID.randomUUID().toString(), "D10", 0, null, null, null, null));

        assertThat(outcome.get("status").asString()).isEqualTo("accepted");
        assertThat(outcome.get("card").get(11).asString()).isEqualTo("unassigned");
        assertThat(row("D10")).containsEntry("planned_on", null).containsEntry("technician", null);
    }

    @Test
    void aVisitThatKeepsItsTimeIsJudgedAndSavedAtIt() {
        jdbc.sql("update visit set start_time = '09:10' where code = 'L1'").update();
        var board = board(open(window("vera"), Map.of("from", MONDAY.toString())));

        assertThat(lights(board, false).get(5).asString())
                .as("the best start of the day is beside Dorothy's nine o'clock")
                .isNotEqualTo("09:10");
        var kept = lights(board, true);
        assertThat(kept.get(5).asString()).isEqualTo("09:10");
        assertThat(kept.get(4).asString()).isEqualTo("Cy is with Dorothy");
        var outcome = board.drop(new DropCommand(
                UUID.randomUUID().toString(), "L1", 0, "NORTH", TUESDAY.plusDays(2), LocalTime.of(9, 10), null));
        assertThat(outcome.get("status").asString()).isEqualTo("needs");
        assertThat(board.drop(new DropCommand(
                                UUID.randomUUID().toString(),
                                "L1",
                                0,
                                "SOUTH",
                                TUESDAY.plusDays(1),
                                LocalTime.of(10, 20),
                                "BEN"))
                        .get("card")
                        .get(9)
                        .asString())
                .isEqualTo("10:20");
    }

    /** What North side on Tuesday would mean for Rosa's visit. */
    private static JsonNode lights(DispatchBoard board, boolean keepTime) {
        var question =
                new PickUpQuestion(List.of("L1"), List.of(0), List.of("RIVER"), "routes", null, List.of(), keepTime);
        for (var target : board.pickUp(question).get("targets")) {
            if (target.get(0).asString().equals("NORTH")
                    && target.get(1).asString().equals(TUESDAY.toString())) {
                return target;
            }
        }
        throw new AssertionError("Tuesday on North side was not judged.");
    }

    @Test
    void aDropWithARouteButWithoutADayIsRefusedWithASentence() {
        var view = open(window("vera"), Map.of());

        var outcome = board(view).drop(command("D10", "NORTH", null));

        assertThat(outcome.get("status").asString()).isEqualTo("refused");
        assertThat(outcome.get("sentence").asString()).isEqualTo("Choose a day for the visit of Dorothy.");
        assertThat(row("D10")).containsEntry("planned_on", Date.valueOf(TUESDAY));
    }

    @Test
    void aConsentWantsWhoAskedAndWhenAndNotTomorrow() {
        var window = window("vera");
        open(window, Map.of("visit", "D10"));
        drop(window, "D10", "NORTH", TUESDAY.plusDays(1));
        theCustomersAgree(window);

        var asker = window.find(TextField.class).all().getFirst();
        var day = window.find(DatePicker.class).all().getFirst();
        assertThat(day.getValue()).isEqualTo(MONDAY);
        asker.setValue(" ");
        day.setValue(MONDAY.plusDays(1));
        reasons(window).forEach(reason -> reason.setValue("Nobody else is free."));
        window.test(button(window, "Save")).click();
        assertThat(asker.getErrorMessage()).isEqualTo("Say who asked the customer.");
        assertThat(day.isInvalid()).isTrue();

        asker.setValue("Vera");
        day.setValue(MONDAY);
        window.find(TextField.class).all().stream()
                .filter(field -> "Who asked them".equals(field.getLabel()))
                .forEach(field -> field.setValue("Vera"));
        window.test(button(window, "Save")).click();

        assertThat(jdbc.sql("select consented_by from consent where visit = 'D10' and preference = 'P1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Vera");
        assertThat(row("D10")).containsEntry("planned_on", Date.valueOf(TUESDAY.plusDays(1)));
    }

    @Test
    void noConsentComesAboutByPressingSaveAlone() {
        var window = window("vera");
        open(window, Map.of("visit", "D10"));
        drop(window, "D10", "NORTH", TUESDAY.plusDays(1));
        reasons(window).forEach(reason -> reason.setValue("Nobody else is free."));

        window.test(button(window, "Save")).click();

        assertThat(choices(window)).isNotEmpty().allSatisfy(choice -> {
            assertThat(choice.isInvalid()).isTrue();
            assertThat(choice.getErrorMessage()).isEqualTo("Ask the customer, or keep it and say why.");
        });
        assertThat(jdbc.sql("select count(*) from consent where visit = 'D10'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(row("D10")).containsEntry("planned_on", Date.valueOf(TUESDAY));
    }

    @Test
    void whatWasTypedSurvivesAChangeBySomebodyElse() {
        var window = window("vera");
        open(window, Map.of("visit", "D10"));
        drop(window, "D10", "NORTH", TUESDAY.plusDays(1));
        jdbc.sql("update visit set version = version + 1 where code = 'D10'").update();
        theCustomersAgree(window);
        reasons(window).forEach(reason -> reason.setValue("Nobody else is free."));

        window.test(button(window, "Save")).click();
        assertThat(row("D10")).as("nothing is overwritten").containsEntry("planned_on", Date.valueOf(TUESDAY));
        assertThat(text(window.find(AnswerDialog.class).single())).contains("What you wrote is still here");

        window.test(button(window, "Save")).click();
        assertThat(row("D10")).containsEntry("planned_on", Date.valueOf(TUESDAY.plusDays(1)));
    }

    @Test
    void theMoveDialogSaysWhatAPlaceMeansBeforeAnythingIsSaved() {
        var window = window("vera");
        var view = open(window, Map.of("visit", "D10"));
        board(view).moveTo("D10");

        var dialog = window.find(MoveToDialog.class).single();
        window.find(DatePicker.class).single().setValue(TUESDAY.plusDays(1));
        assertThat(text(dialog)).contains("Wed 7 Oct", "Cy Lindgren", "1 day late", "Dorothy was promised Ana");
        assertThat(button(window, "Move, and say why…").isEnabled()).isTrue();
        assertThat(row("D10")).containsEntry("planned_on", Date.valueOf(TUESDAY));

        window.find(DatePicker.class).single().setValue(MONDAY.minusDays(1));
        assertThat(text(dialog)).contains("is past");
        assertThat(window.find(Button.class).withText("Move").single().isEnabled())
                .isFalse();
    }

    @Test
    void anotherBrowserIsToldWithinASecondAndOnlyOfItsOwnOffices() throws Exception {
        var ottos = window("otto");
        var view = open(ottos, Map.of("visit", "D10"));
        var scripts = new Scripts(ottos);
        scripts.taken();

        move("vera", "D10", new MoveTarget("SOUTH", MONDAY.plusDays(7), null, null));

        await(() -> scripts.contain("this.patch", "D10"), scripts.told());
        await(
                () -> {
                    scripts.taken();
                    return panelText(view).contains("Mon 12 Oct, 9:00 with Ana Petrov");
                },
                scripts.told());

        move("vera", "W1", new MoveTarget("RIDGE", TUESDAY.plusDays(1), null, null));
        Thread.sleep(700);
        assertThat(scripts.contain("this.patch", "W1")).isFalse();
    }

    @Test
    void aClosedBrowserIsForgotten() throws Exception {
        var changes = context.getBean(BoardChanges.class);
        int before = changes.subscribed();
        var window = window("vera");
        var view = open(window, Map.of());
        assertThat(changes.subscribed()).isEqualTo(before + 1);

        view.getElement().removeFromParent();

        assertThat(changes.subscribed()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RECEPTIONIST", "SALESPERSON"})
    void whoDoesNotPlanMayLookButNotMove(Role role) {
        var name = "looks-" + role.name().toLowerCase(Locale.ROOT);
        UserFixture.store(jdbc, name, role, "RIVER");
        var window = screens.newWindow(name, role);
        var view = open(window, Map.of("visit", "D10"));

        var outcome = board(view).drop(command("D10", "NORTH", TUESDAY.plusDays(1)));

        assertThat(outcome.get("status").asString()).isEqualTo("refused");
        assertThat(outcome.get("sentence").asString()).isNotBlank();
        assertThat(row("D10")).containsEntry("planned_on", Date.valueOf(TUESDAY));
        assertThat(panelText(view)).contains("Dorothy").doesNotContain("Say why");
        assertThat(board(view).getElement().getProperty("readOnly", false)).isTrue();
    }

    @Test
    void aTechnicianIsToldThatTheBoardIsNotForThem() {
        UserFixture.store(jdbc, "cy-himself", Role.TECHNICIAN, "RIVER");
        var view = open(screens.newWindow("cy-himself", Role.TECHNICIAN), Map.of());

        assertThat(view.getElement().getTextRecursively()).contains("The board is for the people who plan.");
        assertThat(view.getChildren().filter(DispatchBoard.class::isInstance)).isEmpty();
    }

    // --- what people do ---

    private BrowserlessUIContext window(String user) {
        return screens.newWindow(user);
    }

    private BoardView open(BrowserlessUIContext window, Map<String, String> address) {
        return (BoardView) BoardScreens.open(window, "board", address);
    }

    private static DispatchBoard board(BoardView view) {
        return view.getChildren()
                .flatMap(Component::getChildren)
                .filter(DispatchBoard.class::isInstance)
                .map(DispatchBoard.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static BoardBar bar(BoardView view) {
        return view.getChildren()
                .filter(BoardBar.class::isInstance)
                .map(BoardBar.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static DropCommand command(String visit, String route, @Nullable LocalDate date) {
        return new DropCommand(UUID.randomUUID().toString(), visit, 0, route, date, null, null);
    }

    private void drop(BrowserlessUIContext window, String visit, String route, LocalDate date) {
        var outcome = board((BoardView) window.getCurrentView()).drop(command(visit, route, date));
        assertThat(outcome.get("status").asString()).isEqualTo("needs");
    }

    private void move(String user, String visit, MoveTarget target) {
        int version = (Integer) row(visit).get("version");
        var outcome = SignedIn.as(
                user,
                () -> moves.move(new MoveCommand(
                        UUID.randomUUID().toString(),
                        visit,
                        version,
                        target,
                        List.of(),
                        List.of(new ReasonGiven("X1", "Ana is away.")))));
        assertThat(outcome.accepted()).as(outcome.sentence()).isTrue();
    }

    /** What happens about each broken wish. */
    @SuppressWarnings("unchecked")
    private static List<RadioButtonGroup<String>> choices(BrowserlessUIContext window) {
        return window
                .find(RadioButtonGroup.class, window.find(AnswerDialog.class).single())
                .all()
                .stream()
                .map(choice -> (RadioButtonGroup<String>) choice)
                .toList();
    }

    private static void theCustomersAgree(BrowserlessUIContext window) {
        choices(window).forEach(choice -> choice.setValue("The customer agrees"));
    }

    private static List<TextArea> reasons(BrowserlessUIContext window) {
        return window.find(TextArea.class).all();
    }

    private static Button button(BrowserlessUIContext window, String text) {
        return window.find(Button.class).withText(text).single();
    }

    private static NativeButton choice(BrowserlessUIContext window, String verb) {
        return window.find(NativeButton.class).all().stream()
                .filter(button -> button.getText().equals(verb))
                .findFirst()
                .orElseThrow();
    }

    // --- what people see ---

    private static String panelText(BoardView view) {
        return view.getChildren()
                .flatMap(Component::getChildren)
                .filter(CustomerPanel.class::isInstance)
                .map(BoardViewTest::text)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static List<String> strip(BoardView view) {
        return descendants(view)
                .filter(ListItem.class::isInstance)
                .map(item -> item.getChildren().toList().getLast().getElement().getText())
                .toList();
    }

    private static Stream<Component> descendants(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(BoardViewTest::descendants));
    }

    private Map<String, Object> row(String visit) {
        return jdbc.sql("select technician, planned_on, version from visit where code = ?")
                .param(visit)
                .query()
                .singleRow();
    }

    /** What the server has told a browser. */
    private record Scripts(BrowserlessUIContext window, ArrayList<String> told) {

        Scripts(BrowserlessUIContext window) {
            this(window, new ArrayList<>());
        }

        void taken() {
            window.activate();
            // What other threads have asked for waits until the session is free, which it never is in a test.
            var session = window.getUser().getSession();
            session.getService().runPendingAccessTasks(session);
            window.roundTrip();
            window.getUI()
                    .getInternals()
                    .dumpPendingJavaScriptInvocations()
                    .forEach(script -> told.add(script.getInvocation().getExpression()
                            + script.getInvocation().getParameters()));
        }

        boolean contain(String... parts) {
            taken();
            return told.stream().anyMatch(script -> List.of(parts).stream().allMatch(script::contains));
        }
    }

    private static void await(BooleanSupplier condition, List<String> told) throws InterruptedException {
        var deadline = System.nanoTime() + 5_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("told: %s", told).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
