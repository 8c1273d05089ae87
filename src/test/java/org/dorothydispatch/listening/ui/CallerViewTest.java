package org.dorothydispatch.listening.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class CallerViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private HearFromAnywhere hear;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database);
        database.sql(
                        "update customer set phone = '(518) 555-0101', remember = 'The cat must stay in' where code = 'DOROTHY'")
                .update();
        fixture.preference("P1", "DOROTHY", "ONLY", "promised", "words", "Will it be you?")
                .preferred("P1", "ANA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5185550101", "+1 518 555 0101", "001-518-555-0101", "555 0101", "(518) 555-0101"})
    void howeverTheNumberIsWrittenThePersonStandsThere(String phone) {
        call("rita", Role.RECEPTIONIST, phone);

        assertThat(find(H2.class).single().getText()).isEqualTo("Dorothy");
        assertThat(texts())
                .contains("Ana Petrov is their technician")
                .contains("Please remember: The cat must stay in")
                .contains("Tue 6 Oct, 9:00, Ana Petrov comes.");
        assertThat(find(ListItem.class).all())
                .extracting(ListItem::getText)
                .contains("Promised: only Ana Petrov (“Will it be you?”)")
                .contains("6 Sep 2026: Ben Okafor", "6 Aug 2026: Ana Petrov");
    }

    @Test
    void whatTheySayNowIsWrittenDownWithOneField() {
        call("rita", Role.RECEPTIONIST, "5185550101");
        find(TextArea.class).single().setValue("Could he come after school?");
        test(find(Button.class).withText("Write it down").single()).click();

        assertThat(database.sql("select words from heard").query(String.class).list())
                .containsExactly("Could he come after school?");
        assertThat(find(Anchor.class).withText("no answer yet").exists()).isTrue();
        assertThat(find(TextArea.class).single().getValue()).isEmpty();
    }

    @Test
    void whatIsWrittenDownFromAnywhereIsTheCallersWhereTheCallerStands() {
        call("rita", Role.RECEPTIONIST, "5185550101");
        hear.open(null);
        assertThat(find(ComboBox.class).withLabel("Who said it").single().getValue())
                .hasFieldOrPropertyWithValue("name", "Dorothy");
        var dialog = find(HearDialog.class).single();
        find(TextArea.class, dialog).single().setValue("Not before ten.");
        test(find(Button.class, dialog).withText("Write it down").single()).click();
        assertThat(texts()).as("it stands there at once").contains("“Not before ten.” to");

        call("rita", Role.RECEPTIONIST, "5559999");
        hear.open(null);
        assertThat(find(ComboBox.class).withLabel("Who said it").single().isEmpty())
                .isTrue();
    }

    @Test
    void theSameSentenceAMomentLaterIsAskedAboutAndWrittenOnce() {
        for (int time = 1; time <= 2; time++) {
            call("rita", Role.RECEPTIONIST, "5185550101");
            find(TextArea.class).single().setValue("Could he come after school?");
            test(find(Button.class).withText("Write it down").single()).click();
        }

        assertThat(find(ConfirmDialog.class).single().getElement().getProperty("message"))
                .contains("wrote this down a moment ago. Is it the same? “Could he come after school?”");
        assertThat(database.sql("select count(*) from heard")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(find(TextArea.class).single().getValue())
                .as("what was typed stays")
                .isNotEmpty();
    }

    @Test
    void anUnknownNumberIsSaidAndAsksForTheName() {
        call("rita", Role.RECEPTIONIST, "5559999");

        assertThat(texts()).contains("Nobody in your offices with “5559999”.");
        assertThat(find(H2.class).exists()).isFalse();
    }

    @Test
    void twoWithOneNumberAreChosenByName() {
        database.sql("update customer set phone = '518 555 0101' where code = 'BAKER'")
                .update();
        call("rita", Role.RECEPTIONIST, "5185550101");

        assertThat(texts()).contains("Which of them is it?");
        test(find(Button.class).withTextContaining("Baker Street Bakery").single())
                .click();
        assertThat(find(H2.class).single().getText()).isEqualTo("Baker Street Bakery");
        assertThat(texts()).contains("Nothing is on record.").contains("None is planned.");
    }

    @Test
    void aCustomerOfAnotherOfficeIsNobodyHere() {
        database.sql("update customer set phone = '716 555 0199' where code = 'RIDGE'")
                .update();
        call("rita", Role.RECEPTIONIST, "7165550199");
        assertThat(find(H2.class).exists()).isFalse();

        as("rita", Role.RECEPTIONIST);
        UI.getCurrent().navigate("caller", QueryParameters.of("customer", "RIDGE"));
        assertThat(find(H2.class).exists()).isFalse();
    }

    private void call(String user, Role role, String phone) {
        as(user, role);
        UI.getCurrent().navigate("caller", QueryParameters.of("phone", phone));
    }

    private void as(String user, Role role) {
        cleanVaadinEnvironment();
        UserFixture.actAs(user, role);
        initVaadinEnvironment();
    }

    private String texts() {
        return String.join(
                "\n",
                find(Paragraph.class).all().stream()
                        .map(paragraph -> paragraph.getElement().getTextRecursively())
                        .toList());
    }
}
