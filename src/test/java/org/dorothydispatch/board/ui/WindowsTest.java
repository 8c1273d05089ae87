package org.dorothydispatch.board.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.board.BoardFixture.MONDAY;
import static org.dorothydispatch.board.BoardFixture.TUESDAY;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import java.util.Map;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardChanges;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Map and customer in windows of their own. What happens inside the browser is tested in the frontend's package. */
@DatabaseTest(now = BoardFixture.NOON_UTC)
class WindowsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

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
    void theMapStandsBesideTheBoard() {
        var view = open("vera", "board", Map.of());

        assertThat(view.getElement().getOuterHTML()).contains("<map-pane");
    }

    @Test
    void aMapsWindowLivesByItsAddress() {
        var map = inside(open(
                "vera",
                "map",
                Map.of(
                        "board", "b1",
                        "offices", "RIVER",
                        "from", "2026-10-05",
                        "days", "5",
                        "day", "2026-10-06",
                        "route", "NORTH",
                        "visit", "D10")));

        assertThat(map.getElement().getTag()).isEqualTo("map-window");
        assertThat(map.getElement().getProperty("boardNumber")).isEqualTo("b1");
        assertThat(map.getElement().getProperty("offices")).isEqualTo("RIVER");
        assertThat(map.getElement().getProperty("from")).isEqualTo("2026-10-05");
        assertThat(map.getElement().getProperty("days", 0)).isEqualTo(5);
        assertThat(map.getElement().getProperty("day")).isEqualTo("2026-10-06");
        assertThat(map.getElement().getProperty("route")).isEqualTo("NORTH");
        assertThat(map.getElement().getProperty("selected")).isEqualTo("D10");
    }

    @Test
    void aMapsWindowShowsNoOfficeOfOthers() {
        var map = inside(open("otto", "map", Map.of("offices", "HILL,RIVER", "from", "2026-10-05")));

        assertThat(map.getElement().getProperty("offices")).isEqualTo("RIVER");
    }

    @Test
    void aBadAddressOpensAMapThatWaitsForTheBoard() {
        var map = inside(open("vera", "map", Map.of("offices", "RIVER", "from", "yesterday", "days", "many")));

        assertThat(map.getElement().getProperty("offices")).isNull();
    }

    @Test
    void aMapsWindowHearsOfChangesWhereItsBoardWent() {
        var changes = context.getBean(BoardChanges.class);
        int before = changes.subscribed();
        var view = open("vera", "map", Map.of("offices", "RIVER", "from", "2026-10-05"));
        assertThat(changes.subscribed()).isEqualTo(before + 1);

        ((MapWindow) inside(view)).follow("HILL,NOWHERE", "2026-10-12", 400);
        ((MapWindow) inside(view)).follow("HILL", "not a day", 7);

        view.getElement().removeFromParent();
        assertThat(changes.subscribed()).as("a closed window is forgotten").isEqualTo(before);
    }

    @Test
    void aPersonsWindowShowsThePersonOfItsAddress() {
        var view = open("vera", "person", Map.of("visit", "D10", "board", "b1"));

        assertThat(text(view)).contains("Dorothy", "Will you be the one doing the service?", "Move to…");
        assertThat(inside(view).getElement().getAttribute("board-number")).isEqualTo("b1");
    }

    @Test
    void aPersonsWindowFollowsTheBoard() {
        var view = open("vera", "person", Map.of());
        assertThat(text(view)).contains("Open the board and select a visit");

        ((PersonWindow) inside(view)).show("L1");

        assertThat(text(view)).contains("Rosa Lopez").doesNotContain("Open the board");
    }

    @Test
    void aMendInAPersonsWindowMovesTheVisit() {
        var view = open("vera", "person", Map.of("visit", "D10"));
        var window = (PersonWindow) inside(view);
        var sheet =
                context.getBean(org.dorothydispatch.board.CustomerSheets.class).of("D10");

        new VisitActions(context.getBean(BoardDesk.class), window)
                .mend(sheet, sheet.mends().getFirst());

        assertThat(jdbc.sql("select technician from visit where code = 'D10'")
                        .query(String.class)
                        .single())
                .isEqualTo("ANA");
        assertThat(text(view)).contains("with Ana Petrov").doesNotContain(TUESDAY.toString());
    }

    @Test
    void aPersonOfAnotherOfficeIsNotShown() {
        var view = open("otto", "person", Map.of("visit", "W1"));

        assertThat(text(view)).contains("Select a visit on the board").doesNotContain("Sato");
    }

    @ParameterizedTest
    @ValueSource(strings = {"map", "person"})
    void aTechnicianIsToldThatTheWindowsAreNotForThem(String address) {
        UserFixture.store(jdbc, "cy-himself", Role.TECHNICIAN, "RIVER");
        var window = screens.newWindow("cy-himself", Role.TECHNICIAN);
        var refused = BoardScreens.open(
                window, address, Map.of("visit", "D10", "offices", "RIVER", "from", MONDAY.toString()));

        assertThat(text(refused))
                .contains("The board is for the people who plan.")
                .doesNotContain("Dorothy");
    }

    private Component open(String user, String address, Map<String, String> question) {
        return BoardScreens.open(screens.newWindow(user), address, question);
    }

    private static Component inside(Component view) {
        return view.getChildren().findFirst().orElseThrow();
    }

    private static String text(HasElement view) {
        return view.getElement().getTextRecursively();
    }
}
