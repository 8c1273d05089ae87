package org.dorothydispatch.listening.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class CancellingViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database)
                .preference(
                        "P1",
                        "DOROTHY",
                        "PERSON",
                        "promised",
                        "words",
                        "Will it be <i>you</i>?",
                        "heard_on",
                        LocalDate.of(2025, 12, 20))
                .preferred("P1", "ANA");
    }

    @Test
    void theTimelineStandsThereBeforeAnythingIsStored() {
        open("sol", Role.SALESPERSON, QueryParameters.of("customer", "DOROTHY"));

        assertThat(find(H1.class).single().getText()).isEqualTo("Dorothy cancels");
        assertThat(texts())
                .contains("2 people came in all. We broke what they wished for 3 times;"
                        + " another assignment would have kept it every time.")
                .contains("Dorothy would write to Ana Petrov, their technician.")
                .contains("1 visit is to come");
        assertThat(items()).anySatisfy(item -> assertThat(item).contains("“Will it be <i>you</i>?”"));
        assertThat(items())
                .anySatisfy(item -> assertThat(item)
                        .contains(
                                "6 Mar 2026",
                                "Ben Okafor came",
                                "Not known: The record does not say why.",
                                "Avoidable: Ana was free on"));
        assertThat(stored()).isZero();
    }

    @Test
    void withoutTheirWordsNothingIsAskedAndNothingIsLost() {
        open("sol", Role.SALESPERSON, QueryParameters.of("customer", "DOROTHY"));
        click("Put it on record");

        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(stored()).isZero();
    }

    @Test
    void theirWordsAreStoredAndTheBranchManagerReadsThem() {
        open("sol", Role.SALESPERSON, QueryParameters.of("customer", "DOROTHY"));
        find(TextArea.class).single().setValue("I have met four people.");
        click("Put it on record");
        assertThat(stored()).as("asked first").isZero();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(find(H1.class).single().getText()).isEqualTo("Dorothy cancelled");
        assertThat(texts()).contains("“I have met four people.”", "1 visit was called off.");
        assertThat(find(Button.class).withText("I have read it").exists()).isFalse();

        as("mia", Role.BRANCH_MANAGER);
        navigate(ListeningView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Listening · 1 waiting");
        test(find(com.vaadin.flow.component.grid.Grid.class).single()).clickRow(0);
        assertThat(find(H1.class).single().getText()).isEqualTo("Dorothy cancelled");
        click("I have read it");

        assertThat(texts()).contains("Read by mia by name.");
        navigate(ListeningView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Listening");
    }

    @Test
    void theDeskCancelsFromTheCallerCardAndDoesNotTakeBack() {
        as("rita", Role.RECEPTIONIST);
        UI.getCurrent().navigate("caller", QueryParameters.of("customer", "DOROTHY"));
        assertThat(find(Anchor.class).withText("They want to cancel…").single().getHref())
                .isEqualTo("cancelling?customer=DOROTHY");

        open("rita", Role.RECEPTIONIST, QueryParameters.of("customer", "DOROTHY"));
        find(TextArea.class).single().setValue("I have met four people.");
        click("Put it on record");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(find(H1.class).single().getText()).isEqualTo("Dorothy cancelled");
        assertThat(find(Button.class).withText("They are back").exists()).isFalse();
        assertThat(find(Button.class).withText("I have read it").exists()).isFalse();
    }

    @Test
    void whoComesBackIsTakenBackWithTheirWords() {
        open("sol", Role.SALESPERSON, QueryParameters.of("customer", "DOROTHY"));
        find(TextArea.class).single().setValue("I have met four people.");
        click("Put it on record");
        test(find(ConfirmDialog.class).single()).confirm();

        open("sol", Role.SALESPERSON, QueryParameters.of("customer", "DOROTHY"));
        assertThat(find(H1.class).single().getText()).isEqualTo("Dorothy cancelled");
        find(TextArea.class).single().setValue("Ana <b>called</b> me.");
        click("They are back");
        assertThat(find(H1.class).single().getText()).as("how is asked first").isEqualTo("Dorothy cancelled");
        find(RadioButtonGroup.class).single().setValue(true);
        click("They are back");

        assertThat(find(H1.class).single().getText()).isEqualTo("Dorothy came back");
        assertThat(find(Button.class).withText("They are back").exists()).isFalse();
        assertThat(items())
                .anySatisfy(item -> assertThat(item).contains("“Ana <b>called</b> me.”", "came back, told to"));
        assertThat(database.sql("select status from visit where code = 'D10'")
                        .query(String.class)
                        .single())
                .isEqualTo("unassigned");
    }

    @Test
    void aCustomerOfAnotherOfficeIsNobodyHereAndATechnicianDoesNotCancel() {
        open("sol", Role.SALESPERSON, QueryParameters.of("customer", "RIDGE"));
        assertThat(texts()).contains("There is no such customer in your offices.");

        open("tess", Role.TECHNICIAN, QueryParameters.of("customer", "DOROTHY"));
        assertThat(getCurrentView()).isNotInstanceOf(CancellingView.class);
    }

    private int stored() {
        return database.sql("select count(*) from cancellation")
                .query(Integer.class)
                .single();
    }

    private List<String> items() {
        return find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private String texts() {
        return String.join(
                "\n",
                find(Paragraph.class).all().stream()
                        .map(paragraph -> paragraph.getElement().getTextRecursively())
                        .toList());
    }

    private void click(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private void as(String user, Role role) {
        cleanVaadinEnvironment();
        UserFixture.actAs(user, role);
        initVaadinEnvironment();
    }

    private void open(String user, Role role, QueryParameters question) {
        as(user, role);
        UI.getCurrent().navigate("cancelling", question);
    }
}
