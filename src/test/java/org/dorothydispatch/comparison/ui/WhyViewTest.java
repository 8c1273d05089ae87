package org.dorothydispatch.comparison.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.comparison.WhyService;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.dorothydispatch.uikit.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page that says why, without a browser. */
@DatabaseTest
class WhyViewTest extends SpringBrowserlessTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    private static final Period MARCH = new Period(YearMonth.of(2025, 3), YearMonth.of(2025, 3));
    private static final Map<String, String> IN_MARCH = Map.of("from", "2025-03", "to", "2025-03");

    @Autowired
    private JdbcClient database;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private WhyService whys;

    private RegisterFixture fixture;

    /** Ana, promised to Dorothy, is away on Monday; Dan put Ben there; another day would have asked for a reason. */
    @BeforeEach
    void store() {
        fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/New_York")
                .technician("ANA", "Ana Petrov", "ALB")
                .technician("BEN", "Ben Okafor", "ALB")
                .customer("DOROTHY", "Dorothy Hale", "ALB", "goes_by", "Dorothy")
                .user("mia", Role.BRANCH_MANAGER, "ALB")
                .user("none", Role.BRANCH_MANAGER)
                .user("boss", Role.ADMINISTRATOR);
    }

    private void aBrokenPromise() {
        fixture.preference("P1", "DOROTHY", "PERSON", "promised", "words", "Will it be <b>you</b>?")
                .preferred("P1", "ANA")
                .absence("ANA", MONDAY, MONDAY, "vacation")
                .protocol("DAY", null, "ON_DUE_DAY", "reason")
                .visit(
                        "V1",
                        "DOROTHY",
                        MONDAY,
                        "done",
                        "planned_on",
                        MONDAY,
                        "start_time",
                        LocalTime.of(9, 0),
                        "technician",
                        "BEN");
        count();
    }

    private void count() {
        rollUps.catchUp("ALB");
        rollUps.catchUp("BUF");
        // What the page will ask for is there when it is opened: nothing is waited for.
        UserFixture.actAs("boss", Role.ADMINISTRATOR);
        for (var office : List.of("ALB", "BUF")) {
            var causes = whys.causes(office, MARCH).result().join();
            causes.against()
                    .forEach(one ->
                            whys.replay(causes, one.protocol().code()).result().join());
        }
    }

    @Test
    void beforeTheFirstVisitThereIsNothingToExplain() {
        rollUps.catchUp("ALB");
        open("mia", Role.BRANCH_MANAGER, Map.of());

        assertThat(sentences()).contains("No visit has been done yet. There is nothing to explain.");
    }

    @Test
    void whoHasNoOfficeIsToldSo() {
        open("none", Role.BRANCH_MANAGER, Map.of());

        assertThat(sentences()).singleElement().asString().startsWith("You see why promises were broken once");
    }

    @Test
    void aRegionIsChosenAsOnThePageOfOffices() {
        aBrokenPromise();
        database.sql("insert into office_region (office, region) values ('BUF', 'Lakes')")
                .update();
        var address = new HashMap<>(IN_MARCH);
        address.put("region", "Lakes");
        open("boss", Role.ADMINISTRATOR, address);
        assertThat(find(NativeTableHeaderCell.class).all())
                .extracting(Component::getElement)
                .extracting(Element::getTextRecursively)
                .contains("Buffalo")
                .doesNotContain("Albany");

        address.put("region", "Hills");
        open("boss", Role.ADMINISTRATOR, address);
        assertThat(find(Refusal.class).single().getElement().getTextRecursively())
                .contains("None of your offices is in a region “Hills”.");
    }

    @Test
    void theBreakStandsUnderItsCauseAndOpensTheCustomerByName() {
        aBrokenPromise();
        open("mia", Role.BRANCH_MANAGER, IN_MARCH);

        assertThat(find(ProgressBar.class).all())
                .allSatisfy(bar -> assertThat(bar.isVisible() && shown(bar)).isFalse());
        assertThat(row("Albany"))
                .containsExactly(
                        "Albany",
                        "1",
                        "1 (100.0 %)1 avoidable, 0 notfew",
                        "0",
                        "1 (100.0 %)1 avoidable, 0 not",
                        "0",
                        "0",
                        "0",
                        "0",
                        "0");
        click("Albany: An absence, 1 (100.0 %). Who?");
        var dialog = find(BehindDialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Albany: An absence");
    }

    @Test
    void theProtocolThatStoodAgainstItIsPlayedAtOnceForOneOffice() {
        aBrokenPromise();
        open("mia", Role.BRANCH_MANAGER, IN_MARCH);

        var played = find(ReplayPart.class).single();
        assertThat(played.getElement().getTextRecursively())
                .contains("If “On the due day” had only informed")
                .contains("promise that it stood against at Albany would have been kept, March 2025, to 1 customer.")
                .contains("0 of 1 visits done broke it.")
                .contains("ended 0 protocol flags and made 1 new one.")
                .contains("Dorothy: “Will it be <b>you</b>?” ")
                .contains("with Ana Petrov");
    }

    @Test
    void withSeveralOfficesAProtocolIsPlayedWhenItIsAskedFor() {
        aBrokenPromise();
        open("boss", Role.ADMINISTRATOR, IN_MARCH);

        assertThat(find(ReplayPart.class).all()).isEmpty();
        find(Button.class).withText("Play it").single().click();
        assertThat(find(ReplayPart.class).all()).hasSize(1);
    }

    @Test
    void anOfficeWithoutVisitsHasDashes() {
        aBrokenPromise();
        open("boss", Role.ADMINISTRATOR, IN_MARCH);

        assertThat(row("Buffalo")).hasSize(10).first().isEqualTo("Buffalo");
        assertThat(row("Buffalo").stream().skip(1)).containsOnly("–");
    }

    @Test
    void withoutABrokenPromiseThePageSaysSo() {
        fixture.visit("V1", "DOROTHY", MONDAY, "done", "planned_on", MONDAY, "technician", "BEN");
        count();
        open("mia", Role.BRANCH_MANAGER, IN_MARCH);

        assertThat(sentences()).contains("No promise was broken.", "Nobody broke a promise by moving a visit by hand.");
    }

    @Test
    void aBranchManagerSeesTheirOfficeOnlyWhateverTheAddressSays() {
        aBrokenPromise();
        open("mia", Role.BRANCH_MANAGER, Map.of("office", "BUF", "from", "2025-03", "to", "2025-03"));

        assertThat(rows().stream().map(row -> row.getFirst()))
                .contains("Albany")
                .doesNotContain("Buffalo");
        assertThat(find(Select.class).all().stream().filter(one -> one.isVisible()))
                .hasSize(2);
    }

    @Test
    void fiftyYearsAndTheTimeBeforeTheFirstVisitAreToldInASentence() {
        aBrokenPromise();
        open("mia", Role.BRANCH_MANAGER, Map.of("from", "1976-01", "to", "2026-01"));
        assertThat(sentences()).contains("That is more than five years. Choose at most 60 months.");

        open("mia", Role.BRANCH_MANAGER, Map.of("from", "2020-01", "to", "2020-02"));
        assertThat(sentences()).contains("There was no visit before March 2025. Choose months from then on.");

        open("mia", Role.BRANCH_MANAGER, Map.of("from", "yesterday", "to", "2020-02"));
        assertThat(sentences()).contains("The address names a month that is none. Choose the months above.");
    }

    private void open(String user, Role role, Map<String, String> address) {
        UserFixture.actAs(user, role);
        UI.getCurrent().navigate(WhyView.class, QueryParameters.simple(address));
        assertThat(find(H1.class).single().getText()).isEqualTo("Why promises were broken");
    }

    private static boolean shown(com.vaadin.flow.component.Component part) {
        return part.getParent()
                .map(parent -> parent.isVisible() && shown(parent))
                .orElse(true);
    }

    private void click(String label) {
        var button = find(NativeButton.class).all().stream()
                .filter(one -> one.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    /** The texts of the cells of the row that begins so, in the first table. */
    private List<String> row(String first) {
        return rows().stream()
                .filter(row -> row.getFirst().equals(first))
                .findFirst()
                .orElseThrow();
    }

    private List<List<String>> rows() {
        return find(NativeTableRow.class).all().stream()
                .map(row -> row.getChildren()
                        .map(cell -> cell.getElement().getTextRecursively())
                        .toList())
                .toList();
    }

    private List<String> sentences() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
