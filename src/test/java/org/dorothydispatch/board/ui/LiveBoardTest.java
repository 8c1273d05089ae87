package org.dorothydispatch.board.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dorothydispatch.board.BoardFixture.MONDAY;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.router.QueryParameters;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.board.BoardChanges;
import org.dorothydispatch.board.BoardDelta;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.ProposalOutcome;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;

/** What a board keeps and tells its browser while others work, and while the browser is away. */
@DatabaseTest(now = BoardFixture.NOON_UTC)
class LiveBoardTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    BoardDesk desk;

    @Autowired
    BoardChanges changes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FlagService flags;

    private SecuredBrowserlessApplicationContext<Authentication> browsers;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(jdbc).story();
        UserFixture.store(jdbc, "vera", Role.DISPATCHER, "RIVER", "HILL");
        flags.recheckAll(List.of("RIVER", "HILL"));
        browsers = SpringBrowserlessApplicationContext.createSecured(context, "org.dorothydispatch");
    }

    @AfterEach
    void closeBrowsers() {
        browsers.close();
    }

    @Test
    void theBoardKnowsWhoLooks() {
        var board = board(open("vera"));

        assertThat(board.getElement().getProperty("user")).isEqualTo("vera");
    }

    @Test
    void aMoveByDialogIsOfferedToTheBoardsUndo() {
        var window = open("vera");
        told(window);

        window.test(choice(window, "Move")).click();

        int version = jdbc.sql("select version from visit where code = 'D10'")
                .query(Integer.class)
                .single();
        assertThat(told(window))
                .anySatisfy(
                        script -> assertThat(script).contains("this.ownChange", "D10", "[D10, %d".formatted(version)));
    }

    @Test
    void aThousandChangesAreOneMessageToABrowserThatWasAway() {
        var window = open("vera");
        // Beside the board, which is told of what its own world does meanwhile.
        var component = beside(window);
        var patches = new Patches(component, desk);

        IntStream.rangeClosed(1, 1_000).forEach(seq -> patches.patch(delta(seq)));

        assertThat(scriptsOf(component))
                .as("nothing is made into a message before one goes out")
                .isEmpty();
        sendOut(window);
        assertThat(scriptsOf(component)).singleElement().asString().contains("this.refetch");

        patches.patch(delta(1_001));
        patches.patch(delta(1_002));
        sendOut(window);
        assertThat(scriptsOf(component))
                .as("what follows comes one by one again")
                .hasSize(2)
                .allSatisfy(script -> assertThat(script).contains("this.patch"));
    }

    @Test
    void aFewChangesAreTakenOverOneAfterTheOther() {
        var window = open("vera");
        var component = beside(window);
        var patches = new Patches(component, desk);

        IntStream.rangeClosed(1, Patches.MOST_DELTAS).forEach(seq -> patches.patch(delta(seq)));

        sendOut(window);
        var scripts = scriptsOf(component);
        assertThat(scripts).hasSize(Patches.MOST_DELTAS);
        assertThat(scripts.getFirst()).contains("\"seq\":1,");
        assertThat(scripts.getLast()).contains("\"seq\":" + Patches.MOST_DELTAS + ",");
    }

    @Test
    void aBoardThatVanishedWithoutAWordIsForgotten() {
        int before = changes.subscribed();
        var gone = vanish();

        for (int round = 0; round < 100 && gone.get() != null; round++) {
            System.gc();
        }

        assertThat(gone.get()).as("nobody holds the board").isNull();
        assertThat(changes.subscribed()).isEqualTo(before);
    }

    @Test
    void aVisitInSomebodysHandsIsMarkedOnTheBoardsOfOthersUntilItIsLetGo() {
        UserFixture.store(jdbc, "otto", Role.DISPATCHER, "RIVER");
        var veras = open("vera");
        var ottos = open("otto");
        assertThat(held(ottos)).isEmpty();

        veras.activate();
        board(veras).pickUp(lifting("D10"));
        awaitHeld(ottos, "D10", "The dispatcher vera");
        assertThat(held(veras)).isEmpty();
        assertThat(held(open("otto"))).as("a board that is opened meanwhile").contains("D10");

        veras.activate();
        board(veras).letGo();
        awaitHeld(ottos);

        veras.activate();
        board(veras).pickUp(lifting("D10"));
        awaitHeld(ottos, "D10");
        veras.activate();
        ((Component) veras.getCurrentView()).getElement().removeFromParent();
        awaitHeld(ottos);
    }

    @Test
    void aDropLetsGoOfTheVisit() {
        UserFixture.store(jdbc, "otto", Role.DISPATCHER, "RIVER");
        var veras = open("vera");
        var ottos = open("otto");
        veras.activate();
        board(veras).pickUp(lifting("D10"));
        awaitHeld(ottos, "D10");

        veras.activate();
        board(veras).drop(new DropCommand(UUID.randomUUID().toString(), "D10", 0, null, null, null, null));

        awaitHeld(ottos);
    }

    private static PickUpQuestion lifting(String visit) {
        return new PickUpQuestion(List.of(visit), List.of(0), List.of("RIVER"), "routes", null, List.of(), false);
    }

    /** What the board's browser is told to be in the air elsewhere. */
    private static String held(BrowserlessUIContext window) {
        told(window);
        var held = board(window).getElement().getPropertyRaw("held");
        return held == null || held.toString().equals("[]") ? "" : held.toString();
    }

    private static void awaitHeld(BrowserlessUIContext window, String... parts) {
        await().pollInSameThread().untilAsserted(() -> {
            if (parts.length == 0) {
                assertThat(held(window)).isEmpty();
            } else {
                assertThat(held(window)).contains(parts);
            }
        });
    }

    /** A board in a browser window that nobody closes and everybody forgets. */
    private WeakReference<DispatchBoard> vanish() {
        return SignedIn.as("vera", () -> {
            var ui = new UI();
            var board = new DispatchBoard(desk, new Nobody());
            board.show(desk.period(List.of("RIVER"), MONDAY, 7));
            int before = changes.subscribed();
            ui.add(board);
            assertThat(changes.subscribed()).isEqualTo(before + 1);
            Reference.reachabilityFence(ui); // not forgotten before it was counted
            return new WeakReference<>(board);
        });
    }

    private record Nobody() implements DispatchBoard.Screen {

        @Override
        public void selected(String visit) {}

        @Override
        public void moveTo(String visit) {}

        @Override
        public void dropped(String visit, Placement before, MoveOutcome outcome) {}

        @Override
        public void savedDraft(Map<String, Placement> before, ProposalOutcome outcome) {}

        @Override
        public void needs(MoveCommand command, MoveOutcome outcome) {}

        @Override
        public Runnable changed(OfficeChanged change) {
            return () -> {};
        }
    }

    private static BoardDelta delta(int seq) {
        return new BoardDelta("RIVER", seq - 1, seq, List.of(), List.of(), List.of(), "Ivy Vance");
    }

    private BrowserlessUIContext open(String user) {
        var window = browsers.newUser(user, "DISPATCHER").newWindow();
        window.activate();
        window.getUI().navigate("board", QueryParameters.simple(Map.of("visit", "D10")));
        return window;
    }

    private static DispatchBoard board(BrowserlessUIContext window) {
        return descendants((Component) window.getCurrentView())
                .filter(DispatchBoard.class::isInstance)
                .map(DispatchBoard.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> descendants(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(LiveBoardTest::descendants));
    }

    private static NativeButton choice(BrowserlessUIContext window, String verb) {
        return window.find(NativeButton.class).all().stream()
                .filter(button -> button.getText().equals(verb))
                .findFirst()
                .orElseThrow();
    }

    /** The script calls that go out to the browser now. */
    private static List<String> told(BrowserlessUIContext window) {
        sendOut(window);
        return scripts(window.getUI(), script -> true);
    }

    private static void sendOut(BrowserlessUIContext window) {
        window.activate();
        var session = window.getUser().getSession();
        session.getService().runPendingAccessTasks(session);
        window.roundTrip();
    }

    private static Component beside(BrowserlessUIContext window) {
        var component = new Div();
        window.getUI().add(component);
        return component;
    }

    private static List<String> scriptsOf(Component component) {
        return scripts(
                component.getUI().orElseThrow(),
                script -> script.getOwner().equals(component.getElement().getNode()));
    }

    private static List<String> scripts(UI ui, Predicate<PendingJavaScriptInvocation> wanted) {
        return ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(wanted)
                .map(PendingJavaScriptInvocation::getInvocation)
                .map(script -> script.getExpression() + script.getParameters())
                .toList();
    }
}
