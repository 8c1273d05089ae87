package org.dorothydispatch.comparison.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.comparison.Behind;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of figures without a browser: what it hands to the table, and what it says when there is none. */
@DatabaseTest
class ComparisonViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private RollUps rollUps;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/New_York")
                .technician("ANA", "Ana Petrov", "ALB")
                .customer("DOROTHY", "Dorothy Hale", "ALB")
                .user("mia", Role.BRANCH_MANAGER, "ALB")
                .user("boss", Role.ADMINISTRATOR);
    }

    private void aVisit() {
        fixture.visit(
                "V1",
                "DOROTHY",
                LocalDate.of(2025, 3, 4),
                "done",
                "planned_on",
                LocalDate.of(2025, 3, 4),
                "technician",
                "ANA");
        rollUps.catchUp("ALB");
        rollUps.catchUp("BUF");
    }

    @Test
    void beforeTheFirstVisitThePageSaysSo() {
        rollUps.catchUp("ALB");
        open("mia", Role.BRANCH_MANAGER, Map.of());

        assertThat(sentence()).startsWith("No visit has been done yet.");
    }

    @Test
    void aBranchManagersTableHasTheirOfficeOnly() {
        aVisit();
        open("mia", Role.BRANCH_MANAGER, Map.of("from", "2025-03", "to", "2025-03"));

        var contents = contents();
        assertThat(contents.get("lines")
                        .valueStream()
                        .map(line -> line.get("name").asString()))
                .containsExactly("Albany");
        assertThat(cell(contents, 0, "protocol_kept").get("text").asString()).isEqualTo("100.0 %");
        assertThat(cell(contents, 0, "protocol_kept").get("few").asBoolean()).isTrue();
        assertThat(contents.get("period").asString()).isEqualTo("March 2025");
    }

    @Test
    void anOfficeWithoutVisitsHasADashForTheAdministrator() {
        aVisit();
        open("boss", Role.ADMINISTRATOR, Map.of("from", "2025-03", "to", "2025-03"));

        var contents = contents();
        assertThat(contents.get("lines")
                        .valueStream()
                        .map(line -> line.get("name").asString()))
                .containsExactly("Albany", "Buffalo", "All 2 together");
        assertThat(cell(contents, 1, "protocol_kept").get("text").asString()).isEqualTo("–");
        assertThat(cell(contents, 1, "protocol_kept").get("value").isNull()).isTrue();
    }

    @Test
    void fiftyYearsAndTheTimeBeforeTheFirstVisitAreToldInASentence() {
        aVisit();
        open("mia", Role.BRANCH_MANAGER, Map.of("from", "1976-01", "to", "2026-01"));
        assertThat(sentence()).isEqualTo("That is more than five years. Choose at most 60 months.");

        open("mia", Role.BRANCH_MANAGER, Map.of("from", "2020-01", "to", "2020-02"));
        assertThat(sentence()).isEqualTo("There was no visit before March 2025. Choose months from then on.");

        open("mia", Role.BRANCH_MANAGER, Map.of("from", "yesterday", "to", "2020-02"));
        assertThat(sentence()).isEqualTo("The address names a month that is none. Choose the months above.");
    }

    @Test
    void technicianAndRoutePagesHaveTheSameFigures() {
        aVisit();
        open(
                "mia",
                Role.BRANCH_MANAGER,
                Map.of("what", "technician", "office", "ALB", "from", "2025-03", "to", "2025-03"));

        assertThat(find(H1.class).single().getText()).isEqualTo("Technicians of Albany");
        assertThat(contents().get("lines").get(0).get("name").asString()).isEqualTo("Ana Petrov");
        open("mia", Role.BRANCH_MANAGER, Map.of("what", "route", "office", "ALB", "from", "2025-03", "to", "2025-03"));
        assertThat(sentence()).isEqualTo("No visit was done at Albany in this time.");
    }

    @Test
    void theAddressNamesARegionAndOneThatIsNoneIsTold() {
        aVisit();
        database.sql("insert into office_region (office, region) values ('BUF', 'Lakes')")
                .update();
        open("boss", Role.ADMINISTRATOR, Map.of("region", "Lakes", "from", "2025-03", "to", "2025-03"));
        assertThat(contents()
                        .get("lines")
                        .valueStream()
                        .map(line -> line.get("name").asString()))
                .containsExactly("Buffalo");

        open("boss", Role.ADMINISTRATOR, Map.of("region", "Hills", "from", "2025-03", "to", "2025-03"));
        assertThat(sentence()).isEqualTo("None of your offices is in a region “Hills”. Choose one above.");
    }

    @Test
    void aTechnicianOpensFromTheListAndFromThePictureWithTheOfficeBesideIt() {
        aVisit();
        open(
                "mia",
                Role.BRANCH_MANAGER,
                Map.of("what", "technician", "office", "ALB", "from", "2025-03", "to", "2025-03"));
        find(SideBySide.class).single().open("ANA");

        assertThat(find(H1.class).single().getText()).isEqualTo("Ana Petrov");
        assertThat(contents()
                        .get("lines")
                        .valueStream()
                        .map(line -> line.get("name").asString()))
                .containsExactly("Ana Petrov", "All of Albany");
        assertThat(cell(contents(), 0, "protocol_kept").get("text").asString()).isEqualTo("100.0 %");
        assertThat(sentence()).isEqualTo("Nobody: nothing went wrong here.");

        open(
                "mia",
                Role.BRANCH_MANAGER,
                Map.of("what", "technician", "office", "ALB", "from", "2025-03", "to", "2025-03"));
        find(QuadrantPicture.class).single().open("ANA");
        assertThat(find(H1.class).single().getText()).isEqualTo("Ana Petrov");
    }

    @Test
    void onATechniciansPageThePeopleOfTheChosenFigureStandByName() {
        aVisit();
        UserFixture.actAs("mia", Role.BRANCH_MANAGER);
        UI.getCurrent()
                .navigate(
                        "offices/technician",
                        QueryParameters.simple(Map.of(
                                "office",
                                "ALB",
                                "code",
                                "ANA",
                                "from",
                                "2025-03",
                                "to",
                                "2025-03",
                                "figure",
                                "visits_a_day")));

        assertThat(sentence()).isEqualTo("One customer of Ana Petrov.");
        assertThat(test(find(PeopleGrid.class).single()).getRow(0))
                .isEqualTo(new Behind("DOROTHY", "Dorothy Hale", "1 of 1 visits done"));
    }

    @Test
    void aTechnicianOfAnotherOfficeInTheAddressIsNotShown() {
        aVisit();
        UserFixture.actAs("mia", Role.BRANCH_MANAGER);
        UI.getCurrent().navigate("offices/technician", QueryParameters.simple(Map.of("office", "BUF", "code", "ANA")));
        assertThat(sentence()).isEqualTo("The address names no office of yours, or no month. Choose from the list.");

        UI.getCurrent()
                .navigate(
                        "offices/route",
                        QueryParameters.simple(
                                Map.of("office", "ALB", "code", "NONE", "from", "2025-03", "to", "2025-03")));
        assertThat(sentence()).isEqualTo("There is no visit of this route in that time. Choose other months.");
    }

    @Test
    void anOfficeOfSomebodyElseInTheAddressShowsOnesOwn() {
        aVisit();
        open(
                "mia",
                Role.BRANCH_MANAGER,
                Map.of("what", "technician", "office", "BUF", "from", "2025-03", "to", "2025-03"));

        assertThat(find(H1.class).single().getText()).isEqualTo("Technicians of Albany");
    }

    @Test
    void tooManyPeopleOfAllTogetherAreListedByOfficeAndEachOpensItsOwn() {
        aVisit();
        fixture.office("ALP", "<b>Alpine</b>", "America/Denver");
        rollUps.catchUp("ALP");
        figures("ALB", 60_000, 300);
        figures("BUF", 50, 10);
        open("boss", Role.ADMINISTRATOR, Map.of("from", "2025-03", "to", "2025-03"));
        find(SideBySide.class).single().behind("missed", "");

        var dialog = find(OfficesBehindDialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Missed · All 3 together");
        assertThat(dialog.getElement().getTextRecursively())
                .contains("Too many people for one list: choose an office. The worst first. "
                        + "In the period chosen: March 2025.");
        var grid = find(Grid.class, dialog).single();
        assertThat(test(grid).size()).isEqualTo(3);
        var worstFirst = List.of("BUF", "ALB", "ALP");
        var texts = new HashMap<String, JsonNode>();
        contents()
                .get("lines")
                .valueStream()
                .forEach(line ->
                        texts.put(line.get("code").asString(), line.get("cells").get("missed")));
        for (int row = 0; row < worstFirst.size(); row++) {
            var cell = texts.get(worstFirst.get(row));
            assertThat(((OfficeLine) test(grid).getRow(row)).code()).isEqualTo(worstFirst.get(row));
            assertThat(test(grid).getCellText(row, 1))
                    .isEqualTo(cell.get("text").asString());
            assertThat(test(grid).getCellText(row, 2))
                    .isEqualTo("%,d visits".formatted(cell.get("sample").asLong()));
        }
        assertThat(test(grid).getCellText(2, 1)).as("an office without visits").isEqualTo("–");

        var albany = (Button) test(grid).getCellComponent(1, 0);
        assertThat(albany.getText()).isEqualTo("Albany");
        albany.click();
        assertThat(find(BehindDialog.class).single().getHeaderTitle()).isEqualTo("Missed · Albany");
        assertThat(((Button) test(grid).getCellComponent(2, 0)).getText()).isEqualTo("<b>Alpine</b>");
    }

    @Test
    void fewPeopleOfAllTogetherStandInOneList() {
        aVisit();
        figures("ALB", 49_000, 300);
        figures("BUF", 50, 10);
        open("boss", Role.ADMINISTRATOR, Map.of("from", "2025-03", "to", "2025-03"));
        find(SideBySide.class).single().behind("visits_a_day", "");

        assertThat(find(OfficesBehindDialog.class).exists()).isFalse();
        var dialog = find(BehindDialog.class).single();
        assertThat(test(find(PeopleGrid.class, dialog).single()).getRow(0))
                .isEqualTo(new Behind("DOROTHY", "Dorothy Hale", "1 of 1 visits done"));
    }

    /** Lets the roll-ups say that so many visits were done and missed at an office in March. */
    private void figures(String office, int visits, int missed) {
        if (database.sql("update tally_month set visits = ?, missed = ? where office = ? and kind = 'office'")
                        .params(visits, missed, office)
                        .update()
                > 0) {
            return;
        }
        var row = new LinkedHashMap<String, Object>(database.sql("select * from tally_month where kind = 'office'")
                .query()
                .listOfRows()
                .getFirst());
        row.replaceAll((column, value) -> switch (column.toLowerCase(Locale.ROOT)) {
            case "office" -> office;
            case "visits" -> visits;
            case "missed" -> missed;
            default -> value;
        });
        database.sql("insert into tally_month (%s) values (%s)"
                        .formatted(
                                String.join(", ", row.keySet()),
                                String.join(", ", Collections.nCopies(row.size(), "?"))))
                .params(List.copyOf(row.values()))
                .update();
    }

    private void open(String user, Role role, Map<String, String> address) {
        UserFixture.actAs(user, role);
        UI.getCurrent().navigate(ComparisonView.class, QueryParameters.simple(address));
    }

    private JsonNode contents() {
        return JsonMapper.shared()
                .readTree(find(SideBySide.class).single().getElement().getProperty("contents"));
    }

    private static JsonNode cell(JsonNode contents, int line, String figure) {
        return contents.get("lines").get(line).get("cells").get(figure);
    }

    private String sentence() {
        return find(Paragraph.class).all().getLast().getText();
    }
}
