package org.dorothydispatch.printing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class PrintViewTest extends SpringBrowserlessTest {

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(jdbc).story();
    }

    @Test
    void everybodyWithAStopHasASheetAndAPdf() {
        open(Role.DISPATCHER, "office=RIVER&date=2026-10-06");
        assertThat(find(ListItem.class).single().getElement().getTextRecursively())
                .contains("Cy Lindgren", "1 stop");
        assertThat(addresses())
                .contains(
                        "print/day?office=RIVER&date=2026-10-06",
                        "print/day.pdf?office=RIVER&date=2026-10-06",
                        "print/run?technician=CY&date=2026-10-06",
                        "print/run.pdf?technician=CY&date=2026-10-06",
                        "day/CY",
                        "print/week?office=RIVER&from=2026-10-05");
    }

    @Test
    void todayOfTheOfficeIsOfferedFirst() {
        open(Role.DISPATCHER, "");
        assertThat(find(DatePicker.class).single().getValue()).isEqualTo(BoardFixture.MONDAY);
        assertThat(paragraphs()).contains("Nobody of Riverside has a stop on this day. Choose another one.");
    }

    @Test
    void anotherDayShowsItsOwnPeople() {
        open(Role.DISPATCHER, "office=RIVER&date=2026-10-06");
        find(DatePicker.class).single().setValue(BoardFixture.TUESDAY.plusDays(1));
        assertThat(find(ListItem.class).single().getElement().getTextRecursively())
                .contains("Ben Okafor");
    }

    @Test
    void aTechnicianFindsTheirOwnDayAndNothingElse() {
        cleanVaadinEnvironment();
        UserFixture.signIn(jdbc, "cy", Role.TECHNICIAN, "RIVER");
        jdbc.sql("update app_user set technician = 'CY' where username = 'cy'").update();
        initVaadinEnvironment();
        UI.getCurrent().navigate("print", QueryParameters.fromString("office=RIVER&date=2026-10-06"));
        assertThat(find(ComboBox.class).exists()).isFalse();
        assertThat(titles()).contains("Your day").doesNotContain("The week");
        assertThat(addresses())
                .contains("print/run?technician=CY&date=2026-10-06")
                .noneMatch(address -> address.contains("office="));
    }

    @Test
    void aReceptionistIsNotOfferedTheDaysOnThePhones() {
        open(Role.RECEPTIONIST, "office=RIVER&date=2026-10-06");
        assertThat(addresses())
                .contains("print/run?technician=CY&date=2026-10-06")
                .doesNotContain("day/CY");
    }

    @Test
    void onlyThoseWhoMaySeeWhereTheFilesStand() {
        open(Role.DISPATCHER, "");
        assertThat(titles()).doesNotContain("When the console is down");
        cleanVaadinEnvironment();
        UserFixture.signIn(jdbc, "bea", Role.BRANCH_MANAGER, "RIVER");
        initVaadinEnvironment();
        UI.getCurrent().navigate("print");
        assertThat(titles()).contains("When the console is down");
        assertThat(paragraphs()).anyMatch(words -> words.startsWith("They are switched off here."));
    }

    private void open(Role role, String query) {
        cleanVaadinEnvironment();
        UserFixture.signIn(jdbc, "dana", role, "RIVER");
        initVaadinEnvironment();
        UI.getCurrent().navigate("print", QueryParameters.fromString(query));
    }

    private List<String> addresses() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    private List<String> titles() {
        return find(H2.class).all().stream().map(H2::getText).toList();
    }

    private List<String> paragraphs() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
