package org.dorothydispatch.listening.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.Listener;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.listening.Waiting;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class ListeningViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private HearFromAnywhere anywhere;

    @Autowired
    private Listener listener;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database);
    }

    @Test
    void anEmptyInboxTeachesTheKey() {
        open("mia", Role.BRANCH_MANAGER);

        assertThat(inbox().getEmptyStateText()).contains("Press H on any screen");
        assertThat(find(H1.class).single().getText()).isEqualTo("Listening");
    }

    @Test
    void aReceptionistWritesItDownFromAnyScreenAndItWaits() {
        open("rita", Role.RECEPTIONIST);
        write("D10", "Only Ana, and not before ten.");

        assertThat(notice()).isEqualTo("Written down. It waits for an answer to Dorothy.");
        open("mia", Role.BRANCH_MANAGER);
        assertThat(find(H1.class).single().getText()).isEqualTo("Listening · 1 waiting");
        assertThat(row().words()).isEqualTo("“Only Ana, and not before ten.”");
    }

    @Test
    void withoutWordsNothingIsLost() {
        open("rita", Role.RECEPTIONIST);
        anywhere.open("D10");
        click("Write it down");

        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(find(Dialog.class).single().isOpened()).isTrue();
        assertThat(callers()).isEqualTo("Dorothy (Dorothy Hale), 1 Elm Street");
    }

    @Test
    void theWordsBecomePreferencesThatAPersonConfirms() {
        open("rita", Role.RECEPTIONIST);
        write("D10", "Only Ana, and not before ten.");
        open("mia", Role.BRANCH_MANAGER);
        test(inbox()).clickRow(0);

        assertThat(find(WishForm.class).all()).hasSize(2);
        assertThat(find(Span.class).withClassName("used").all())
                .extracting(Span::getText)
                .anyMatch(words -> words.contains("Ana"))
                .anyMatch(words -> words.contains("not before ten"));
        // Nothing has been written by looking.
        assertThat(preferences()).isEmpty();

        click("Save");

        assertThat(preferences()).containsExactly("ONLY unanswered", "WINDOW unanswered");
        assertThat(find(H1.class).single().getText()).isEqualTo("Listening");
    }

    @Test
    @SuppressWarnings("unchecked")
    void beforeAPromiseTheScreenLooksAhead() {
        open("rita", Role.RECEPTIONIST);
        write("D10", "Only Ana.");
        open("mia", Role.BRANCH_MANAGER);
        test(inbox()).clickRow(0);
        RadioButtonGroup<String> answer = find(RadioButtonGroup.class).single();
        answer.setValue("promised");

        assertThat(find(H3.class).all()).extracting(H3::getText).contains("Can we keep it? Yes, if…");
        assertThat(texts()).contains("Ana carries no other promise like this.");

        click("Save");
        assertThat(preferences()).containsExactly("ONLY promised");
    }

    @Test
    void whatSaysNothingIsPutAsideWithAReason() {
        open("rita", Role.RECEPTIONIST);
        write("D10", "What a lovely morning.");
        open("mia", Role.BRANCH_MANAGER);
        test(inbox()).clickRow(0);
        assertThat(texts()).contains("We see no wish in these words.");
        click("Put aside");
        assertThat(notice()).isEqualTo("Say why nothing follows from it, for whoever asks later.");

        find(TextField.class).all().stream()
                .filter(field -> "Why nothing follows from it".equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue("Small talk");
        click("Put aside");

        assertThat(find(H1.class).single().getText()).isEqualTo("Listening");
        assertThat(preferences()).isEmpty();
    }

    @Test
    void aReceptionistReadsTheInboxButDoesNotAnswer() {
        open("rita", Role.RECEPTIONIST);
        write("D10", "Only Ana.");
        open("rita", Role.RECEPTIONIST);
        test(inbox()).clickRow(0);

        assertThat(find(WishForm.class).exists()).isFalse();
        assertThat(notice()).contains("somebody who answers");
    }

    @Test
    void aLinkOpensTheSentenceAndAStrangersLinkSaysNothing() {
        open("rita", Role.RECEPTIONIST);
        write("D10", "Only Ana.");
        var code = database.sql("select code from heard").query(String.class).single();
        as("mia", Role.BRANCH_MANAGER);
        UI.getCurrent().navigate("listening", QueryParameters.of("heard", code));
        assertThat(find(WishForm.class).all()).hasSize(1);

        as("kim", Role.DISPATCHER);
        UI.getCurrent().navigate("listening", QueryParameters.of("heard", code));
        assertThat(find(WishForm.class).exists()).isFalse();
        assertThat(notice()).isEqualTo("There is no such sentence in your offices.");
    }

    @Test
    void aReviewDateThatHasComeAsksAndIsAnsweredHere() {
        fixture.preference(
                        "P1",
                        "DOROTHY",
                        "ONLY",
                        "promised",
                        "words",
                        "Will it be you?",
                        "review_on",
                        LocalDate.of(2026, 10, 5))
                .preferred("P1", "ANA");
        open("mia", Role.BRANCH_MANAGER);
        assertThat(find(H1.class).single().getText()).isEqualTo("Listening · 1 waiting");
        assertThat(row().words()).isEqualTo("Does Dorothy still want only Ana Petrov?");
        test(inbox()).clickRow(0);
        click("Still so");

        assertThat(find(H1.class).single().getText()).isEqualTo("Listening");
        assertThat(database.sql("select review_on from preference where code = 'P1'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2027, 10, 5));
    }

    @Test
    void whoChangedTheirMindGetsAFormForTheNewWish() {
        fixture.preference("P1", "DOROTHY", "FAMILIAR", "promised", "review_on", LocalDate.of(2026, 10, 1));
        open("mia", Role.BRANCH_MANAGER);
        test(inbox()).clickRow(0);
        click("Changed");
        find(TextArea.class).single().setValue("Anybody, as long as the dog knows them.");
        click("Save");

        assertThat(preferences()).containsExactly("FAMILIAR promised", "FAMILIAR unanswered");
        assertThat(find(H1.class).single().getText()).isEqualTo("Listening");
    }

    @Test
    void technicianDoesNotReadTheInbox() {
        as("tess", Role.TECHNICIAN);
        UI.getCurrent().navigate("listening");

        assertThat(getCurrentView()).isNotInstanceOf(ListeningView.class);
        assertThat(anywhere.offered()).isTrue();
    }

    @Test
    void whatIsTypedAsMarkupIsShownAsText() {
        open("rita", Role.RECEPTIONIST);
        write("D10", "<img src=x onerror=alert(1)> only Ana");
        open("mia", Role.BRANCH_MANAGER);
        test(inbox()).clickRow(0);

        assertThat(find(Span.class).all()).extracting(Span::getText).anyMatch(text -> text.contains("<img src=x"));
    }

    private void write(String visit, String words) {
        anywhere.open(visit);
        find(TextArea.class).single().setValue(words);
        click("Write it down");
    }

    private String callers() {
        var box = find(ComboBox.class).all().stream()
                .filter(one -> "Who said it".equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
        return ((Listener.Caller) box.getValue()).words();
    }

    @SuppressWarnings("unchecked")
    private Grid<Waiting> inbox() {
        return find(Grid.class).single();
    }

    private Waiting row() {
        return test(inbox()).getRow(0);
    }

    private List<String> preferences() {
        return database.sql("select concat(kind, ' ', answer) from preference order by kind")
                .query(String.class)
                .list();
    }

    private String notice() {
        var notices = find(Notification.class).all();
        return notices.getLast().getElement().getTextRecursively().replace("Close", "");
    }

    private String texts() {
        return String.join(
                "\n",
                find(Paragraph.class).all().stream().map(Paragraph::getText).toList());
    }

    private void click(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private void as(String user, Role role) {
        cleanVaadinEnvironment();
        UserFixture.actAs(user, role);
        initVaadinEnvironment();
    }

    private void open(String user, Role role) {
        as(user, role);
        navigate(ListeningView.class);
    }
}
