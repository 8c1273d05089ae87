package org.dorothydispatch.listening.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.util.stream.Collectors;
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
class LetterViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database)
                .preference("P1", "DOROTHY", "PERSON", "promised", "words", "<b>You</b>, please.");
    }

    @Test
    void aLetterIsReadChangedAndPutOnTheRecord() {
        open("rita", Role.RECEPTIONIST, "DOROTHY");

        var text = find(TextArea.class).single();
        assertThat(text.getValue())
                .startsWith("Dear Dorothy,")
                .contains("– Ana Petrov comes to you.", "“<b>You</b>, please.”");
        test(text).setValue("Dear Dorothy, it was good to hear you.");
        assertThat(find(Div.class).all())
                .filteredOn(part -> part.hasClassName("letter-paper"))
                .singleElement()
                .satisfies(paper -> assertThat(paper.getText()).isEqualTo("Dear Dorothy, it was good to hear you."));

        test(find(Button.class).withText("I gave or read it to them").single()).click();
        assertThat(database.sql("select actor from audit_entry where action = 'read back' and subject = 'DOROTHY'")
                        .query(String.class)
                        .single())
                .isEqualTo("rita");
    }

    @Test
    void withoutAMailServerItSaysWhatElseCanBeDone() {
        open("rita", Role.RECEPTIONIST, "DOROTHY");

        assertThat(texts()).contains("No mail server is set up. Print the letter or copy it.");
        assertThat(find(Button.class).all()).extracting(Button::getText).noneMatch(words -> words.startsWith("Send"));
    }

    @Test
    void anotherOfficesCustomerIsNobody() {
        open("kim", Role.DISPATCHER, "DOROTHY");
        assertThat(texts()).contains("There is no such customer in your offices.");
        assertThat(find(TextArea.class).exists()).isFalse();
    }

    private void open(String user, Role role, String customer) {
        cleanVaadinEnvironment();
        UserFixture.actAs(user, role);
        initVaadinEnvironment();
        UI.getCurrent().navigate("letter", QueryParameters.of("code", customer));
    }

    private String texts() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).collect(Collectors.joining("\n"));
    }
}
