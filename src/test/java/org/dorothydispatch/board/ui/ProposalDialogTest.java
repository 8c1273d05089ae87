package org.dorothydispatch.board.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.board.BoardFixture.TUESDAY;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
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
import tools.jackson.databind.JsonNode;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class ProposalDialogTest {

    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);
    private static final DraftMove DOROTHY_LATER = move("D10", "NORTH", WEDNESDAY, "09:00", "CY");
    private static final DraftMove ROSA_LATER = move("L1", "SOUTH", WEDNESDAY.plusDays(1), "13:00", "BEN");
    private static final DraftMove ROSA_EARLIER = move("L1", "SOUTH", WEDNESDAY, "10:00", "BEN");

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
        window = screens.newWindow("vera");
        BoardScreens.open(window, "board", Map.of("offices", "RIVER,HILL"));
    }

    @AfterEach
    void closeBrowsers() {
        screens.close();
    }

    @Test
    void everyChangeIsNamedBeforeAnythingIsSaved() {
        review(DOROTHY_LATER, ROSA_EARLIER);

        assertThat(dialog().getHeaderTitle()).isEqualTo("2 changes to save");
        assertThat(text())
                .contains("Dorothy", "Tue 6 Oct, 9:00 with Cy Lindgren", "Wed 7 Oct, 9:00 with Cy Lindgren")
                .contains("Rosa", "Wed 7 Oct, 13:00 with Ben Okafor", "Wed 7 Oct, 10:00 with Ben Okafor")
                .contains("1 day late");
        assertThat(versions()).isZero();
    }

    @Test
    void whatIsMissingIsAskedAndSavedWithTheMoves() {
        review(DOROTHY_LATER, ROSA_EARLIER);
        click("Save 2 changes");
        assertThat(text()).contains("Something is missing below.");

        keepEverything("Cy knows the shop.");
        click("Save 2 changes");

        assertThat(told("accepted", "2 visits saved.", "\"visits\":[\"D10\",\"L1\"]"))
                .isTrue();
        assertThat(place("D10")).isEqualTo("2026-10-07 09:00");
        assertThat(place("L1")).isEqualTo("2026-10-07 10:00");
        assertThat(jdbc.sql("select count(*) from visit_override where visit = 'D10' and reason = 'Cy knows the shop.'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(window.find(ProposalDialog.class).exists()).isFalse();
    }

    @Test
    void theCustomersConsentIsKeptWithWhoAskedAndWhen() {
        review(DOROTHY_LATER);
        window.find(RadioButtonGroup.class, dialog()).all().forEach(choice -> choice.setValue("The customer agrees"));
        window.find(TextField.class).all().stream()
                .filter(field -> "Who asked them".equals(field.getLabel()))
                .forEach(field -> field.setValue("Marco"));
        reasons().forEach(reason -> reason.setValue("Nobody else is free."));
        click("Save");

        assertThat(jdbc.sql("select consented_by from consent where visit = 'D10' and preference = 'P1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Marco");
    }

    @Test
    void oneAnswerServesForSeveralVisitsUntilEachIsAnsweredByItself() {
        review(DOROTHY_LATER, ROSA_LATER);
        assertThat(text()).contains("One answer for 2 visits");
        var shared = reasons().size();

        click("Answer each by itself");
        assertThat(reasons()).hasSize(shared + 1);
        assertThat(text()).doesNotContain("One answer for 2 visits");

        keepEverything("The van is in repair.");
        click("Save 2 changes");
        assertThat(jdbc.sql("select visit from visit_override where code = 'X1' order by visit")
                        .query(String.class)
                        .list())
                .containsExactly("D10", "L1");
    }

    @Test
    void aSharedAnswerIsWrittenForEachVisit() {
        review(DOROTHY_LATER, ROSA_LATER);
        keepEverything("The van is in repair.");
        click("Save 2 changes");

        assertThat(jdbc.sql("select visit from visit_override where code = 'X1' and reason = 'The van is in repair.'"
                                + " order by visit")
                        .query(String.class)
                        .list())
                .containsExactly("D10", "L1");
    }

    @Test
    void whatCannotBeSavedIsLeftOutAndTheRestIsSaved() {
        review(ROSA_EARLIER, move("D10", "SOUTH", TUESDAY, "09:00", "ANA"));
        assertThat(text()).contains("One change cannot be saved.", "Ana");
        click("Save 2 changes");
        assertThat(text()).contains("All is saved or nothing. Leave out what cannot be saved, then save.");
        assertThat(versions()).isZero();

        click("Leave out what cannot be saved");
        assertThat(text()).doesNotContain("Ana").contains("No promise would be broken.");
        click("Save");

        assertThat(told("accepted", "\"visits\":[\"L1\"]")).isTrue();
        assertThat(place("L1")).isEqualTo("2026-10-07 10:00");
        assertThat(place("D10")).isEqualTo("2026-10-06 09:00");
    }

    @Test
    void aVisitCancelledMeanwhileKeepsWhatWasTyped() {
        review(DOROTHY_LATER, ROSA_EARLIER);
        keepEverything("Cy knows the shop.");
        jdbc.sql("update visit set status = 'cancelled', version = version + 1 where code = 'L1'")
                .update();
        click("Save 2 changes");

        assertThat(text()).contains("Nothing was saved.", "the visit of Rosa is cancelled");
        assertThat(place("D10")).isEqualTo("2026-10-06 09:00");
        assertThat(reasons()).extracting(TextArea::getValue).contains("Cy knows the shop.");

        click("Leave out what cannot be saved");
        click("Save");
        assertThat(place("D10")).isEqualTo("2026-10-07 09:00");
    }

    @Test
    void closingTheDialogSavesNothingAndKeepsTheDraft() {
        review(DOROTHY_LATER);
        click("Back to the draft");
        assertThat(told("given-up", "Nothing was saved.")).isTrue();
        assertThat(versions()).isZero();
    }

    @Test
    void visitsThatStayAreNamedWhenTheyFareWorse() {
        jdbc.sql(
                        "insert into preference (code, customer, kind, answer, number_value) values ('P8', 'LOPEZ', 'GAP', 'promised', 3)")
                .update();
        flags.recheckAll(List.of("RIVER"));
        review(move("U1", "NORTH", TUESDAY, "15:00", "CY"));

        assertThat(text()).contains("Not moved, but changed by it", "Stays Wed 7 Oct, 13:00 with Ben Okafor");
        assertThat(text()).contains("This would break a promise to Rosa.");
    }

    @Test
    void aNameWithMarkupIsShownAsText() {
        jdbc.sql("update customer set goes_by = '<img src=x onerror=alert(1)>' where code = 'LOPEZ'")
                .update();
        review(ROSA_EARLIER);
        assertThat(text()).contains("<img src=x onerror=alert(1)>");
        assertThat(dialog().getElement().getOuterHTML()).doesNotContain("<img");
    }

    @Test
    void anUndoNeedsNoDialogUnlessAnAnswerIsMissing() {
        assertThat(save("move", "m1", ROSA_EARLIER).get("status").asString()).isEqualTo("accepted");

        var undone = save("undo", "u1", again(move("L1", "SOUTH", WEDNESDAY, "13:00", "BEN"), 1));
        assertThat(undone.get("status").asString()).isEqualTo("accepted");
        assertThat(undone.get("opId").asString()).isEqualTo("u1");
        assertThat(undone.get("sentence").asString()).startsWith("Undone. Rosa: Wed 7 Oct, 13:00");
        assertThat(undone.get("cards").get(0).get(1).asInt()).isEqualTo(2);
        assertThat(window.find(ProposalDialog.class).exists()).isFalse();

        var asked = save("redo", "r1", DOROTHY_LATER);
        assertThat(asked.get("status").asString()).isEqualTo("asked");
        assertThat(dialog().getHeaderTitle()).isEqualTo("Do 1 change again");
        keepEverything("Cy knows the shop.");
        click("Save");
        assertThat(told("\"opId\":\"r1\"", "accepted")).isTrue();
        assertThat(jdbc.sql("select action from audit_entry where subject = 'D10' and action = 'redo'")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void aDraftOfAnotherOfficeOrTwiceTheSameVisitIsRefusedInOneSentence() {
        var otto = screens.newWindow("otto");
        BoardScreens.open(otto, "board", Map.of("offices", "RIVER"));
        window = otto;

        var refused = save("move", "o1", move("W1", "RIDGE", WEDNESDAY, "10:30", "LIA"));
        assertThat(refused.get("status").asString()).isEqualTo("refused");
        assertThat(refused.get("sentence").asString()).contains("You do not work for the office");

        review(ROSA_EARLIER, ROSA_LATER);
        assertThat(told("refused", "The visit of Rosa comes twice.")).isTrue();
        assertThat(window.find(ProposalDialog.class).exists()).isFalse();
    }

    @Test
    void aPinHoldsUntilItIsTakenOut() {
        var pinned = board().pin("L1", 0, true);
        assertThat(pinned.get("status").asString()).isEqualTo("accepted");
        assertThat(pinned.get("card").get(12).asInt()).isOne();

        assertThat(save("move", "p1", again(ROSA_EARLIER, 1)).get("sentence").asString())
                .isEqualTo("The visit of Rosa is pinned. Unpin it first.");
        assertThat(board().pin("L1", 0, false).get("status").asString()).isEqualTo("stale");
        assertThat(board().pin("U1", 0, true).get("status").asString()).isEqualTo("refused");
        assertThat(board().pin("L1", 1, false).get("status").asString()).isEqualTo("accepted");
        assertThat(save("move", "p2", again(ROSA_EARLIER, 2)).get("status").asString())
                .isEqualTo("accepted");
    }

    // --- what people do ---

    private void review(DraftMove... draft) {
        board().review(draft);
    }

    private JsonNode save(String kind, String opId, DraftMove... draft) {
        return board().save(kind, opId, draft);
    }

    private static DraftMove move(String visit, String route, LocalDate date, String start, String technician) {
        return new DraftMove(visit, 0, route, date, LocalTime.parse(start), technician);
    }

    private static DraftMove again(DraftMove move, int version) {
        return new DraftMove(move.visit(), version, move.route(), move.date(), move.start(), move.technician());
    }

    private void click(String text) {
        window.test(window.find(Button.class).withText(text).single()).click();
    }

    private void keepEverything(String reason) {
        window.find(RadioButtonGroup.class, dialog()).all().forEach(choice -> choice.setValue("I keep it"));
        reasons().forEach(field -> field.setValue(reason));
    }

    private List<TextArea> reasons() {
        return window.find(TextArea.class).all();
    }

    // --- what people see ---

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

    /** Whether the element was told how its draft ended, in these words. */
    private boolean told(String... parts) {
        window.roundTrip();
        return window.getUI().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(script -> script.getInvocation().getExpression()
                        + script.getInvocation().getParameters())
                .filter(script -> script.contains("this.reviewed"))
                .anyMatch(script -> List.of(parts).stream().allMatch(script::contains));
    }

    private String place(String visit) {
        return jdbc.sql("select planned_on, start_time from visit where code = ?")
                .param(visit)
                .query((row, number) -> row.getObject(1, LocalDate.class) + " " + row.getObject(2, LocalTime.class))
                .single();
    }

    private int versions() {
        return jdbc.sql("select sum(version) from visit").query(Integer.class).single();
    }
}
