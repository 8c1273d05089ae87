package org.dorothydispatch.comparison.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.comparison.RiskLine;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.flags.AwayOutlooks;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dorothy, to whom Ben came in September although Ana had been promised, and to whom he is planned again tomorrow. */
@DatabaseTest(now = ListeningFixture.NOON_UTC)
class RiskViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private FlagService flags;

    @Autowired
    private AwayOutlooks away;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database).user("boss", Role.ADMINISTRATOR);
    }

    private void ana() {
        fixture.preference("P1", "DOROTHY", "PERSON", "promised", "words", "Will it be <b>you</b>?");
        database.sql("update visit set technician = 'BEN' where code = 'D10'").update();
        rollUps.catchUp("ALB");
        rollUps.catchUp("BUF");
        flags.recheckAll(List.of("ALB"));
    }

    @Test
    void dorothysRowSaysWhyInHerWordsAndWhatToDo() {
        ana();
        open("mia", Role.BRANCH_MANAGER, Map.of());

        var row = test(grid()).getRow(0);
        assertThat(row.row().name()).isEqualTo("Dorothy");
        assertThat(row.row().score().total()).isEqualTo(10 + 10 + 5 + 5);
        assertThat(row.reasons())
                .extracting(RiskLine.Reason::line)
                .containsExactly(
                        "Sun 6 Sep: Ben Okafor came. Dorothy was promised Ana. It is what they ranked highest."
                                + " “Will it be <b>you</b>?”",
                        "Planned for Tue 6 Oct: Dorothy was promised Ana. It is what they ranked highest."
                                + " “Will it be <b>you</b>?”");
        assertThat(row.mend().sentence()).isEqualTo("Ana can come instead: give the visit to Ana");
        assertThat(row.mend().address()).isEqualTo("board?offices=ALB&from=2026-10-06&visit=D10");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("1 of 2 customers has something against their name, as of Monday 5 October 2026."));
        var cell = test(grid()).getCellComponent(0, "who");
        assertThat(texts(cell, Span.class)).contains("Score 30", "“Will it be <b>you</b>?”");
        assertThat(texts(cell, ListItem.class)).contains("1 promise broken in the last 60 days: 1 × 10 = 10");
        assertThat(find(Anchor.class, cell).all())
                .extracting(Anchor::getHref)
                .contains("customer?code=DOROTHY", "board?offices=ALB&from=2026-10-06&visit=D10");
    }

    @Test
    void whereNobodyIsAtRiskThePageSaysSo() {
        rollUps.catchUp("ALB");
        open("mia", Role.BRANCH_MANAGER, Map.of());

        assertThat(find(Grid.class).exists()).isFalse();
        assertThat(find(Paragraph.class).withClassName("empty").single().getText())
                .startsWith("Nobody: ");
    }

    @Test
    void anOfficeOfSomebodyElseInTheAddressShowsOnesOwn() {
        ana();
        open("mia", Role.BRANCH_MANAGER, Map.of("office", "BUF"));

        assertThat(test(grid()).getRow(0).row().office()).isEqualTo("ALB");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anySatisfy(text -> assertThat(text).contains("For each technician of Albany"));
    }

    @Test
    void withAllOfficesOneIsChosenForThePeopleWhoMightBeAway() {
        ana();
        open("boss", Role.ADMINISTRATOR, Map.of());

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(find(AwayPart.class).exists()).isFalse();
        open("boss", Role.ADMINISTRATOR, Map.of("office", "ALB"));
        assertThat(find(H2.class).single().getText()).isEqualTo("If one of us were away in November 2026");
        assertThat(find(Button.class).withText("Look at November 2026").exists())
                .isTrue();
    }

    @Test
    void whoseAbsenceWouldBreakAPromiseIsNamedWithTheCustomers() {
        ana();
        var day = java.time.LocalDate.of(2026, 11, 6);
        fixture.visit(
                "D11",
                "DOROTHY",
                day,
                "planned",
                "planned_on",
                day,
                "start_time",
                java.time.LocalTime.of(9, 0),
                "technician",
                "ANA");
        open("mia", Role.BRANCH_MANAGER, Map.of());

        find(AwayPart.class)
                .single()
                .show(away.of("ALB", java.time.LocalDate.of(2026, 11, 1), java.time.LocalDate.of(2026, 11, 30)));

        assertThat(find(Span.class).withClassName("away-name").all())
                .extracting(Span::getText)
                .containsExactly("Ana Petrov");
        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .contains("1 promise would break on 1 of 1 visit: Dorothy.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RECEPTIONIST", "SALESPERSON", "DISPATCHER", "TECHNICIAN"})
    void othersDoNotReadIt(Role role) {
        fixture.user("kim2", role, "ALB");
        open("kim2", role, Map.of());

        assertThat(find(RiskView.class).exists()).isFalse();
    }

    private List<String> texts(Component in, Class<? extends Component> type) {
        return find(type, in).all().stream()
                .map(one -> one.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Grid<RiskLine> grid() {
        return find(Grid.class).single();
    }

    private void open(String user, Role role, Map<String, String> address) {
        cleanVaadinEnvironment();
        UserFixture.actAs(user, role);
        initVaadinEnvironment();
        UI.getCurrent().navigate("risk", QueryParameters.simple(address));
    }
}
