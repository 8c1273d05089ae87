package org.dorothydispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.comparison.Corner;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.importing.demo.DemoOffices;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the demo offices. */
@DatabaseTest(emptied = DatabaseTest.Emptied.BEFORE_CLASS)
class IndexProofOnDemoTest extends IndexProofTest {

    private static final int COPIES = 20;

    @TempDir
    static Path folder;

    @Autowired
    private BundleImport imports;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private ComparisonService comparison;

    private String compared;
    private List<OfficeLine> sideBySide;

    @Override
    List<String> fill() throws IOException {
        DemoOffices.writeTo(folder, clock.instant(), DemoOffices.SEED);
        imports.store(folder, Importer.everywhere("demo"), ImportProgress.NONE);
        var offices = database.sql("select code from office order by code limit 2")
                .query(String.class)
                .list();
        compared = offices.getFirst();
        var all = database.sql("select code from office").query(String.class).list();
        all.forEach(rollUps::rebuild);
        UserFixture.store(database, "helen", Role.BRANCH_MANAGER, all.toArray(String[]::new));
        sideBySide = SignedIn.as("helen", () -> comparison.offices(Period.yearTo(comparison.thisMonth())));
        besideManyOthers();
        return offices;
    }

    /** The visits and customers of one office again as those of many others, so that it is a small part of the whole. */
    private void besideManyOthers() {
        for (int copy = 0; copy < COPIES; copy++) {
            copy("customer", Map.of("code", "concat('%d-', code)".formatted(copy), "office", "'RIVER'"));
            copy(
                    "tally_visit",
                    Map.of(
                            "visit", "concat('%d-', visit)".formatted(copy),
                            "office", "concat('%d-', office)".formatted(copy),
                            "customer", "concat('%d-', customer)".formatted(copy)));
        }
        database.sql("""
                        insert into break_judgement (visit, office, customer, technician, route, on_day, mark, broken,
                                                     avoidable, found)
                        select visit, office, customer, technician, route, on_day, '', 1, 1, '[]' from tally_visit""").update();
        database.sql("analyze table customer, tally_visit, tally_customer, break_judgement")
                .query()
                .listOfRows();
    }

    private void copy(String table, Map<String, String> otherwise) {
        var columns = database.sql("select * from %s limit 1".formatted(table)).query().singleRow().keySet().stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .toList();
        database.sql("insert into %s (%s) select %s from %1$s where office = ?"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                columns.stream()
                                        .map(column -> otherwise.getOrDefault(column, column))
                                        .collect(Collectors.joining(", "))))
                .param(compared)
                .update();
    }

    /** Else there were nothing to compare; here, because the demo is stored and counted here anyway. */
    @Test
    void theOfficesOfTheDemoStandInAllFourCornersAndTheFoundingOneWhereDorothyCancelled() {
        assertThat(sideBySide)
                .filteredOn(line -> !line.code().isEmpty())
                .extracting(
                        OfficeLine::name,
                        line -> Corner.of(
                                line.values().get(Figure.PROTOCOL_KEPT).value(),
                                line.values().get(Figure.KEPT_PROMISES).value()))
                .containsExactly(
                        tuple("Riverside", Corner.CUSTOMER_RED),
                        tuple("Seaview", Corner.BOTH_RED),
                        tuple("Summit Hill", Corner.COMPANY_RED),
                        tuple("Westlake", Corner.BOTH_GREEN));
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void thePeopleBehindAFigureOfOneOffice(Figure figure) {
        var answer = proof.peopleBehind(figure, compared, Kind.OFFICE, compared);

        prove(answer);
        if (figure == Figure.AVOIDABLE_BREAKS) {
            prove(answer, "break_judgement_of_office");
        } else if (figure.ofVisits()) {
            prove(answer, "tally_visit_of_office");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "OFFICE", mode = EnumSource.Mode.EXCLUDE)
    void thePeopleBehindAFigureOfATechnicianOrARoute(Kind kind) {
        var code = database.sql("select max(%s) from tally_visit where office = ?".formatted(kind))
                .param(compared)
                .query(String.class)
                .single();

        prove(proof.peopleBehind(Figure.KEPT_PROMISES, compared, kind, code), "tally_visit_of_office");
    }
}
