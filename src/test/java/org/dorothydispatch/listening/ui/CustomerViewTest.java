package org.dorothydispatch.listening.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.Contact;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.dorothydispatch.workforce.TechnicianRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class CustomerViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database)
                .preference(
                        "P1",
                        "DOROTHY",
                        "WINDOW",
                        "unanswered",
                        "from_time",
                        LocalTime.of(8, 0),
                        "words",
                        "<b>Not</b> before eight.");
    }

    @Test
    void whatIsWrittenDownIsAnsweredFromTheScreen() {
        open("mia", Role.BRANCH_MANAGER, "DOROTHY");
        assertThat(texts()).contains("No answer yet: not before 8:00").contains("“<b>Not</b> before eight.”");
        click("Answer");
        answer("promised");
        click("Save");

        assertThat(stored()).isEqualTo("promised 08:00");
        assertThat(texts()).contains("Promised: not before 8:00");
        assertThat(items()).anyMatch(line -> line.contains("mia by name answered: not before 8:00"));
    }

    @Test
    void aCorrectionKeepsTheOldWordingInTheHistoryOnTheScreen() {
        open("mia", Role.BRANCH_MANAGER, "DOROTHY");
        click("Correct");
        field("Their words").setValue("Not before ten.");
        find(TimePicker.class).all().getFirst().setValue(LocalTime.of(10, 0));
        find(TextField.class).all().stream()
                .filter(field -> "What was written down wrongly".equals(field.getLabel()))
                .forEach(field -> field.setValue("She said ten"));
        click("Save");

        assertThat(stored()).isEqualTo("unanswered 10:00");
        assertThat(texts()).contains("“Not before ten.”");
        assertThat(items()).anyMatch(line -> line.contains("corrected it. Before: not before 8:00"));
    }

    @Test
    void aRefusalKeepsTheDialogAndWhatWasTyped() {
        open("mia", Role.BRANCH_MANAGER, "DOROTHY");
        click("Correct");
        field("Their words").setValue("Not before ten.");
        click("Save");

        assertThat(find(Dialog.class).single().isOpened()).isTrue();
        assertThat(field("Their words").getValue()).isEqualTo("Not before ten.");
        assertThat(stored()).isEqualTo("unanswered 08:00");
    }

    @Test
    void theOrderOfWhatGivesWayIsSetByButtonsAndSaved() {
        open("sol", Role.SALESPERSON, "DOROTHY");
        assertThat(order()).containsExactly("The day", "The time of day", "The notice we give", "The person");
        assertThat(find(Button.class).withText("Save this order").exists()).isFalse();

        test(find(Button.class)
                        .withAttribute("aria-label", "The person gives way earlier")
                        .single())
                .click();
        assertThat(order()).containsExactly("The day", "The time of day", "The person", "The notice we give");
        click("Save this order");

        assertThat(database.sql("select gives_way from customer where code = 'DOROTHY'")
                        .query(String.class)
                        .single())
                .isEqualTo("day;time;person;notice");
        assertThat(find(Button.class).withText("Save this order").exists()).isFalse();
    }

    @Test
    void whoOnlyListensReadsAndChangesNothing() {
        open("rita", Role.RECEPTIONIST, "DOROTHY");

        assertThat(texts()).contains("“<b>Not</b> before eight.”");
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .containsExactlyInAnyOrder("They were asked: nothing new", "Ask next time");
    }

    @Test
    void aBusinessHasPeopleAndAWishIsOneOfTheirs() {
        database.sql("update customer set kind = 'commercial' where code = 'DOROTHY'")
                .update();
        open("sol", Role.SALESPERSON, "DOROTHY");
        text("Name").setValue("Maria Lopez");
        text("What they do (optional)").setValue("Opens the shop");
        click("Add");
        assertThat(items()).anyMatch(line -> line.startsWith("Maria Lopez, Opens the shop"));

        click("Whose wish");
        whose().setValue(whose().getListDataView().getItem(0));
        click("Save");

        assertThat(texts()).contains("the wish of Maria Lopez");
    }

    @Test
    void whatToAskNextTimeStandsThereUntilTheyWereAsked() {
        open("sol", Role.SALESPERSON, "DOROTHY");
        text("What to ask them next time").setValue("Does the alarm code work?");
        click("Ask next time");
        assertThat(texts()).contains("Ask next time: Does the alarm code work? (sol by name would like to know)");

        click("They were asked: nothing new");

        assertThat(texts()).doesNotContain("alarm code");
        assertThat(find(Span.class).all()).extracting(Span::getText).contains("Confirmed on 5 Oct 2026");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theBranchManagerAloneSeesWhomWeDoNotSend() {
        open("sol", Role.SALESPERSON, "DOROTHY");
        assertThat(find(H3.class).all()).extracting(H3::getText).doesNotContain("Safety of our people");

        open("mia", Role.BRANCH_MANAGER, "DOROTHY");
        ComboBox<TechnicianRow> who = find(ComboBox.class).single();
        who.setValue(who.getListDataView().getItem(1));
        field("Why (only branch managers read it)").setValue("Threats at the door");
        click("Do not send");

        assertThat(items()).anyMatch(line -> line.startsWith("Ben Okafor, since 5 Oct 2026, by mia by name: Threats"));
        assertThat(database.sql("select technician from safety_block")
                        .query(String.class)
                        .list())
                .containsExactly("BEN");
    }

    @Test
    void aCustomerOfAnotherOfficeIsNobodyHere() {
        open("mia", Role.BRANCH_MANAGER, "RIDGE");

        assertThat(find(H1.class).single().getText()).isEqualTo("Customer");
        assertThat(texts()).contains("There is no such customer in your offices.");
    }

    @Test
    void theCallerCardLeadsHere() {
        as("rita", Role.RECEPTIONIST);
        UI.getCurrent().navigate("caller", QueryParameters.of("customer", "DOROTHY"));

        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("customer?code=DOROTHY");
    }

    @SuppressWarnings("unchecked")
    private void answer(String answer) {
        find(RadioButtonGroup.class).single().setValue(answer);
    }

    @SuppressWarnings("unchecked")
    private Select<Contact> whose() {
        return find(Select.class).single();
    }

    private TextField text(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextArea field(String label) {
        return find(TextArea.class).all().stream()
                .filter(area -> label.equals(area.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private String stored() {
        return database.sql("select answer, from_time from preference where code = 'P1'")
                .query((row, number) -> row.getString(1) + " " + row.getObject(2, LocalTime.class))
                .single();
    }

    private List<String> order() {
        return find(ListItem.class).all().stream()
                .filter(item ->
                        item.getId().filter(id -> id.startsWith("gives-way-")).isPresent())
                .map(item -> item.getComponentAt(0).getElement().getText())
                .toList();
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

    private void open(String user, Role role, String customer) {
        as(user, role);
        UI.getCurrent().navigate("customer", QueryParameters.of("code", customer));
    }
}
