package org.dorothydispatch.practice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.LocalDate;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.practice.Associate;
import org.dorothydispatch.practice.CoachingNote;
import org.dorothydispatch.practice.CoachingNote.Place;
import org.dorothydispatch.practice.CoachingService.StoryTitle;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class CoachingViewTest extends SpringBrowserlessTest {

    private static final String WORDS = "He put her on hold <b>three</b> times.";

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database);
    }

    @Test
    void aManagerWritesANoteAgreesAndTheAssociateFindsItUnderPractice() {
        coach();
        assertThat(notes().getEmptyStateText()).startsWith("No note here.");
        click("New note");
        fill(WORDS);
        click("Save");
        assertThat(test(notes()).size()).isEqualTo(1);

        test(notes()).clickRow(0);
        assertThat(find(NotePart.class).single().getElement().getTextRecursively())
                .contains(WORDS, "On the phone, Mon 5 Oct", "Nothing agreed yet.");
        story("Agree on a practice", "nights");
        until("Done until").setValue(LocalDate.of(2026, 10, 9));
        click("Agree");
        assertThat(((CoachingNote) test(notes()).getRow(0)).story()).isEqualTo("nights");

        as("rita", Role.RECEPTIONIST);
        UI.getCurrent().navigate("practice");
        assertThat(text())
                .contains("Coaching notes about you")
                .contains(WORDS)
                .contains("Agreed: Nadia sleeps in the morning, until Fri 9 Oct.");
        assertThat(find(Anchor.class).withText("Coaching notes").exists()).isFalse();
    }

    @Test
    void nothingTypedIsLostWhenSomethingIsMissing() {
        coach();
        click("New note");
        words().setValue(WORDS);
        click("Save");
        assertThat(notices()).contains("Say whom it is about: somebody who works at this office.");
        assertThat(words().getValue()).isEqualTo(WORDS);
        assertThat(find(Button.class).withText("Save").single().isEnabled()).isTrue();

        fill(WORDS);
        click("Save");
        assertThat(test(notes()).size()).isEqualTo(1);
    }

    @Test
    void whatIsNotDoneInTimeSaysSo() {
        coach();
        click("New note");
        fill(WORDS);
        story("Practice agreed on", "gate");
        until("Done until").setValue(LocalDate.of(2026, 10, 6));
        click("Save");
        clock.pass(Duration.ofDays(3));
        coach();
        test(notes()).clickRow(0);
        assertThat(find(NotePart.class).single().getElement().getTextRecursively())
                .contains("Not done: The dog and the gate, until Tue 6 Oct.");
    }

    @ParameterizedTest
    @CsvSource({"rita, RECEPTIONIST", "sol, SALESPERSON", "dan, DISPATCHER", "tess, TECHNICIAN"})
    void nobodyElseEntersAndNobodyWithoutANoteIsBothered(String who, Role role) {
        as(who, role);
        UI.getCurrent().navigate("practice/coaching");
        assertThat(getCurrentView()).isNotInstanceOf(CoachingView.class);
        UI.getCurrent().navigate("practice");
        assertThat(text()).doesNotContain("Coaching notes about you");
    }

    private void coach() {
        as("mia", Role.BRANCH_MANAGER);
        UI.getCurrent().navigate("practice");
        assertThat(find(Anchor.class).withText("Coaching notes").exists()).isTrue();
        UI.getCurrent().navigate("practice/coaching");
    }

    @SuppressWarnings("unchecked")
    private void fill(String words) {
        ComboBox<Associate> associate =
                find(ComboBox.class).withLabel("Whom it is about").single();
        associate.setValue(new Associate("rita", "rita by name"));
        Select<Place> place = find(Select.class).withLabel("Where").single();
        place.setValue(Place.PHONE);
        words().setValue(words);
    }

    @SuppressWarnings("unchecked")
    private void story(String label, String code) {
        Select<StoryTitle> story = find(Select.class).withLabel(label).single();
        story.setValue(story.getListDataView()
                .getItems()
                .filter(title -> title.code().equals(code))
                .findFirst()
                .orElseThrow());
    }

    private DatePicker until(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    private TextArea words() {
        return find(TextArea.class).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<CoachingNote> notes() {
        return find(Grid.class).single();
    }

    private String notices() {
        return String.join(
                "\n",
                find(Notification.class).all().stream()
                        .flatMap(notice -> find(Span.class, notice).all().stream())
                        .map(Span::getText)
                        .toList());
    }

    private void click(String words) {
        test(find(Button.class).withText(words).last()).click();
    }

    private void as(String user, Role role) {
        cleanVaadinEnvironment();
        UserFixture.actAs(user, role);
        initVaadinEnvironment();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
