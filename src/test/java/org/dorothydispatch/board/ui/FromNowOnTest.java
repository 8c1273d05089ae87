package org.dorothydispatch.board.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.board.BoardFixture.TUESDAY;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.flags.FlagService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rosa's visits are agreed on South side and planned there with Ben, on Wednesdays at one. */
@DatabaseTest(now = BoardFixture.NOON_UTC)
class FromNowOnTest {

    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);
    private static final LocalDate IN_TWO_WEEKS = WEDNESDAY.plusWeeks(2);
    private static final LocalDate IN_FOUR_WEEKS = WEDNESDAY.plusWeeks(4);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FlagService flags;

    private BoardScreens screens;
    private BrowserlessUIContext window;

    @BeforeEach
    void openTheBoard() {
        screens = BoardScreens.tellTheStory(context);
        var fixture = new BoardFixture(jdbc);
        fixture.visit("L2", "LOPEZ", "SOUTH", "BEN", IN_TWO_WEEKS, "13:00", "planned");
        fixture.visit("L3", "LOPEZ", "SOUTH", "BEN", IN_FOUR_WEEKS, "13:00", "planned");
        jdbc.sql("update agreement set route = 'SOUTH' where code = 'LOPEZ'").update();
        flags.recheckAll(List.of("RIVER"));
        window = screens.newWindow("vera");
        BoardScreens.open(window, "board", Map.of("offices", "RIVER,HILL"));
    }

    @AfterEach
    void closeBrowsers() {
        screens.close();
    }

    @Test
    void aMoveToAnotherRouteIsAskedAboutAndTakesTheLaterVisitsAndTheAgreementAlong() {
        drop("L1", "NORTH", WEDNESDAY, "13:00", "BEN");
        assertThat(asked())
                .contains("Also from now on? 2 later visits of Rosa still stand on South side.")
                .doesNotContain("Ben");

        click("Look at it");
        assertThat(text())
                .contains("Wed 21 Oct, 13:00 with Ben Okafor on South side")
                .contains("Wed 4 Nov, 13:00 with Ben Okafor on North side")
                .contains("What was agreed changes with it: North side from now on.")
                .contains("No promise would be broken.");
        assertThat(route("L2")).isEqualTo("SOUTH");

        click("Save 2 changes");
        assertThat(route("L2")).isEqualTo("NORTH");
        assertThat(route("L3")).isEqualTo("NORTH");
        assertThat(agreed()).isEqualTo("NORTH");
        assertThat(toldOfOneChange("\"visit\":\"L2\"", "\"visit\":\"L3\"", "\"route\":\"SOUTH\"", "\"base\":0"))
                .as("one change to take back, although its weeks are not on the board")
                .isTrue();
    }

    @Test
    void theUndoOfThatChangeBringsBackTheVisitsAndWhatWasAgreed() {
        drop("L1", "NORTH", WEDNESDAY, "13:00", "BEN");
        click("Look at it");
        click("Save 2 changes");

        var undone = board().save("undo", "u1", new DraftMove[] {
            new DraftMove("L2", 1, "SOUTH", IN_TWO_WEEKS, LocalTime.of(13, 0), "BEN"),
            new DraftMove("L3", 1, "SOUTH", IN_FOUR_WEEKS, LocalTime.of(13, 0), "BEN")
        });

        assertThat(undone.get("status").asString()).isEqualTo("accepted");
        assertThat(route("L3")).isEqualTo("SOUTH");
        assertThat(agreed()).isEqualTo("SOUTH");
    }

    @Test
    void aSavedDraftAsksOnceAndThenGoesFromCustomerToCustomer() {
        new BoardFixture(jdbc)
                .visit("W2", "SATO", "RIDGE", "LIA", BoardFixture.TUESDAY.plusWeeks(4), "10:30", "planned");
        flags.recheckAll(List.of("RIVER", "HILL"));
        var outcome = board().save("move", "d1", new DraftMove[] {
            new DraftMove("L1", 0, "NORTH", WEDNESDAY, LocalTime.of(13, 0), "BEN"),
            new DraftMove("W1", 0, "RIDGE", BoardFixture.TUESDAY, LocalTime.of(10, 30), "BEN")
        });
        assertThat(outcome.get("status").asString()).as(outcome.toString()).isEqualTo("accepted");
        assertThat(asked())
                .contains("2 later visits of Rosa still stand on South side.")
                .contains("1 later visit of Dr Sato still stands with Lia Moreau.");

        click("Look at them, one by one");
        assertThat(dialog().getHeaderTitle()).isEqualTo("2 changes to save");
        assertThat(text()).contains("Rosa").doesNotContain("Dr Sato");
        click("Cancel");
        assertThat(route("L2")).as("Rosa's stay").isEqualTo("SOUTH");

        assertThat(dialog().getHeaderTitle()).isEqualTo("1 change to save");
        assertThat(text()).contains("Dr Sato");
        click("Save");
        assertThat(jdbc.sql("select technician from visit where code = 'W2'")
                        .query(String.class)
                        .single())
                .isEqualTo("BEN");
        assertThat(toldOfOneChange("\"visit\":\"W2\""))
                .as("one change to take back")
                .isTrue();
        assertThat(window.find(ProposalDialog.class).exists()).isFalse();
    }

    @Test
    void anUndoOfADraftIsNotAskedAbout() {
        board().save("undo", "u2", new DraftMove[] {
            new DraftMove("L1", 0, "NORTH", WEDNESDAY, LocalTime.of(13, 0), "BEN")
        });
        assertThat(route("L1")).isEqualTo("NORTH");
        assertThat(asked()).isEmpty();
    }

    @Test
    void aPromiseThatWouldBreakLaterIsNamedBeforeAnythingIsSaved() {
        jdbc.sql("""
                        insert into preference (code, customer, kind, answer, words, valid_from)
                        values ('P9', 'LOPEZ', 'PERSON', 'promised', 'Only Ben knows my dog.', ?)""").param(IN_TWO_WEEKS).update();
        flags.recheckAll(List.of("RIVER"));
        drop("L1", "SOUTH", WEDNESDAY, "13:00", "CY");
        assertThat(asked()).contains("2 later visits of Rosa still stand with Ben Okafor.");

        click("Look at it");

        assertThat(text()).contains("This would break a promise to Rosa.").contains("Rosa was promised Ben.");
        assertThat(jdbc.sql("select count(*) from visit where customer = 'LOPEZ' and technician = 'CY'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theLastVisitOfAnAgreementIsMovedWithoutAQuestion() {
        drop("L3", "SOUTH", IN_FOUR_WEEKS, "13:00", "CY");
        assertThat(asked()).isEmpty();
    }

    @Test
    void aMoveThatWasTakenBackMeanwhileHasNothingToBringAlong() {
        drop("L1", "NORTH", WEDNESDAY, "13:00", "BEN");
        jdbc.sql("update visit set route = 'SOUTH', version = version + 1 where code = 'L1'")
                .update();

        click("Look at it");

        assertThat(window.find(ProposalDialog.class).exists()).isFalse();
        assertThat(asked()).contains("No later visit stands as this one did before.");
    }

    @Test
    void thePanelSaysWhichVisitsAreNotOnTheAgreedRouteAndBringsThemAlong() {
        jdbc.sql("update agreement set route = 'NORTH' where code = 'LOPEZ'").update();
        board().select("L1");
        assertThat(((Component) window.getCurrentView()).getElement().getTextRecursively())
                .contains("3 visits are planned on another route than North side, as agreed.");

        window.test(window.find(NativeButton.class).withText("Bring along…").single())
                .click();
        assertThat(dialog().getHeaderTitle()).isEqualTo("3 changes to save");
        assertThat(text()).doesNotContain("What was agreed changes");
        click("Cancel"); // there is no draft to go back to
        assertThat(window.find(ProposalDialog.class).exists()).isFalse();
    }

    private void drop(String visit, String route, LocalDate date, String start, String technician) {
        var version = jdbc.sql("select version from visit where code = ?")
                .param(visit)
                .query(Integer.class)
                .single();
        var outcome = board().drop(new DropCommand(
                "op-" + visit + version, visit, version, route, date, LocalTime.parse(start), technician));
        assertThat(outcome.get("status").asString()).as(outcome.toString()).isIn("accepted", "needs");
        if (outcome.get("status").asString().equals("needs")) {
            window.find(com.vaadin.flow.component.textfield.TextArea.class)
                    .all()
                    .forEach(reason -> reason.setValue("The bridge is closed."));
            click("Save");
        }
    }

    private String asked() {
        return window.find(Notification.class).all().stream()
                .map(one -> one.getElement().getTextRecursively())
                .filter(words -> words.contains("later visit"))
                .findFirst()
                .orElse("");
    }

    private boolean toldOfOneChange(String... parts) {
        window.roundTrip();
        return window.getUI().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(script -> script.getInvocation().getExpression()
                        + script.getInvocation().getParameters())
                .filter(script -> script.contains("this.ownSaved"))
                .anyMatch(script -> List.of(parts).stream().allMatch(script::contains));
    }

    private void click(String text) {
        window.test(window.find(Button.class).withText(text).single()).click();
    }

    private DispatchBoard board() {
        return ((Component) window.getCurrentView())
                .getChildren()
                .flatMap(Component::getChildren)
                .filter(DispatchBoard.class::isInstance)
                .map(DispatchBoard.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private ProposalDialog dialog() {
        return window.find(ProposalDialog.class).single();
    }

    private String text() {
        return dialog().getElement().getTextRecursively();
    }

    private String route(String visit) {
        return jdbc.sql("select route from visit where code = ?")
                .param(visit)
                .query(String.class)
                .single();
    }

    private String agreed() {
        return jdbc.sql("select route from agreement where code = 'LOPEZ'")
                .query(String.class)
                .single();
    }
}
