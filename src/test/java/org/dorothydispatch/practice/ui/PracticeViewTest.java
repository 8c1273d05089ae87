package org.dorothydispatch.practice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.dorothydispatch.uikit.LightsBadge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class PracticeViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database);
    }

    @ParameterizedTest
    @CsvSource({"rita, RECEPTIONIST", "sol, SALESPERSON", "dan, DISPATCHER", "mia, BRANCH_MANAGER", "tess, TECHNICIAN"})
    void everybodyFindsFourStories(String who, Role role) {
        as(who, role);
        UI.getCurrent().navigate("practice");
        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .containsExactly(
                        "Dorothy's ten months",
                        "Nadia sleeps in the morning",
                        "The dog and the gate",
                        "Lena's kitchen");
        assertThat(find(Button.class).withText("Play").all()).hasSize(4);
    }

    @Test
    void aDecisionShowsItsTwoLightsAndWhatSheDidNext() {
        play("dorothy");
        choose("Marco says yes. You write it down");
        assertThat(lights()).containsExactly("Customer: green, in order. Company: green, in order.");
        assertThat(text()).contains("She hears you write.").contains("Promised: Marco himself");
        click("Go on");
        click("Go on");
        assertThat(text()).contains("A resignation").contains("Scene 3 of 8");

        choose("Ana on the day.");
        assertThat(lights()).containsExactly("Customer: red, broken. Company: green, in order.");
        assertThat(text()).contains("Dorothy was promised Marco").contains("A stranger stands in her shop");
    }

    @Test
    void theBoardShowsEveryPlaceWithItsLightsWhoIsAwayAndWhoHasLeftIsNotThere() {
        play("dorothy");
        choose("Marco says yes. You write it down");
        click("Go on");
        click("Go on");
        choose("Call Dorothy.");
        click("Go on");
        click("Go on");
        choose("“Ana it is.”");
        click("Go on");

        var board = find(SmallBoard.class).single().getElement().getTextRecursively();
        assertThat(board)
                .contains("Ana", "Ben", "Cy", "sick", "due", "10:15 Baker Street Bakery")
                .doesNotContain("Marco");
        assertThat(find(LightsBadge.class, find(SmallBoard.class).single()).all())
                .extracting(badge -> badge.getElement().getAttribute("aria-label"))
                .containsExactlyInAnyOrder(
                        "Customer: red, broken. Company: green, in order.",
                        "Customer: green, in order. Company: green, in order.",
                        "Customer: green, in order. Company: amber, look at it.",
                        "Customer: green, in order. Company: amber, look at it.");
    }

    @Test
    void whatCannotBeDoneSaysWhyAndCannotBeChosen() {
        play("kitchen");
        choose("“Six we cannot do");
        click("Go on");
        choose("“By eleven we are gone.”");
        click("Go on");

        var six = choice("Rui on Tuesday at six.");
        assertThat(six.isEnabled()).isFalse();
        assertThat(six.getElement().getTextRecursively()).contains("Cannot be done. Rui");
        assertThat(choice("Rui on Wednesday").isEnabled()).isTrue();
    }

    @Test
    void aReloadGoesOnInTheSameScene() {
        play("dorothy");
        choose("Marco says yes. The form has no field");
        play("dorothy");
        assertThat(text()).contains("Scene 2 of 8").contains("January").contains("Nothing yet.");

        UI.getCurrent().navigate("practice");
        assertThat(text()).contains("You are in scene 2 of 8.");
        assertThat(find(Button.class).withText("Go on").all()).hasSize(1);
    }

    @Test
    void startingAnewAsksFirst() {
        play("dorothy");
        choose("Marco says yes. The form has no field");
        click("Go on");
        click("Start anew");
        assertThat(text()).contains("Scene 2 of 8");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(text()).contains("Scene 1 of 8").contains("Before she signs");
    }

    @Test
    void theFoundingStoryEndsInADebriefThatSaysWhatTheChecksCouldNotSee() {
        play("dorothy");
        for (var choice : List.of(
                "Marco says yes. The form",
                "",
                "Ana on the day.",
                "",
                "You say how glad",
                "Ben tomorrow",
                "",
                "Cy on")) {
            if (!choice.isEmpty()) {
                choose(choice);
                assertThat(lights()).as(choice).containsExactly("Customer: green, in order. Company: green, in order.");
            }
            find(Button.class).all().stream()
                    .filter(button -> List.of("Go on", "See what came of it").contains(button.getText()))
                    .findFirst()
                    .ifPresent(button -> test(button).click());
        }

        assertThat(find(H1.class).single().getText()).isEqualTo("Dorothy's ten months: Dorothy cancels");
        assertThat(text())
                .contains("Heard 0, missed 2, kept 5, broken 3. 4 faces in 10 visits.")
                .contains("What nobody writes down, the checks cannot see: Dorothy's light stayed green on"
                        + " Fri 6 Mar, Fri 5 Jun and Tue 6 Oct.")
                .contains(
                        "Had it been promised in the file, Dorothy's light would have been red on Fri 5 Jun and Tue 6 Oct.")
                .contains("Your choice. ");

        click("Play again");
        assertThat(text()).contains("Scene 1 of 8");
        UI.getCurrent().navigate("practice");
        assertThat(text()).contains("The last time, the customer cancelled.");
        assertThat(find(Anchor.class).withText("What came of it").exists()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "<b>x</b>", ""})
    void aStoryThatDoesNotExistLeadsBackToTheShelf(String story) {
        play(story);
        assertThat(text()).contains("There is no such story. Choose one from the list.");
    }

    @Test
    void somebodyElsesDebriefIsNotShown() {
        play("dorothy");
        var run = database.sql("select code from practice_run")
                .query(String.class)
                .single();
        as("mia", Role.BRANCH_MANAGER);
        UI.getCurrent().navigate("practice/debrief", QueryParameters.of("run", run));
        assertThat(text()).contains("There is no such run of yours.");
    }

    @Test
    void aDebriefWaitsForTheEnd() {
        play("dorothy");
        var run = database.sql("select code from practice_run")
                .query(String.class)
                .single();
        UI.getCurrent().navigate("practice/debrief", QueryParameters.of("run", run));
        assertThat(text()).contains("This story is still being played.");
    }

    private void play(String story) {
        as("tess", Role.TECHNICIAN);
        UI.getCurrent().navigate("practice/play", QueryParameters.of("story", story));
    }

    private void as(String user, Role role) {
        cleanVaadinEnvironment();
        UserFixture.actAs(user, role);
        initVaadinEnvironment();
    }

    private NativeButton choice(String words) {
        return find(NativeButton.class).all().stream()
                .filter(button -> button.getElement().getTextRecursively().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No choice “%s” in %s".formatted(words, text())));
    }

    private void choose(String words) {
        test(choice(words)).click();
    }

    private void click(String words) {
        test(find(Button.class).withText(words).last()).click();
    }

    private List<String> lights() {
        return find(LightsBadge.class).all().stream()
                .map(badge -> badge.getElement().getAttribute("aria-label"))
                .toList();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
