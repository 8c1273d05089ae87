package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dorothydispatch.shared.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that is taken away says what stood on the screen, and runs nothing. */
class TableTest {

    @TempDir
    Path folder;

    private static OfficeLine line(String name, FigureValue kept) {
        var values = new EnumMap<Figure, FigureValue>(Figure.class);
        values.put(Figure.KEPT_PROMISES, kept);
        values.put(Figure.FACES, new FigureValue(1.155, 600));
        return new OfficeLine("X", name, values, Map.of(), Map.of());
    }

    private static Table table(String name) {
        return FigureTables.of(
                "offices",
                "Office",
                List.of(line(name, new FigureValue(0.90925, 1484)), line("New", FigureValue.NONE)));
    }

    @Test
    void oneFigureOfOfficesIsTakenAwayWithItsSample() {
        var lines = List.of(line("=Riverside", new FigureValue(0.90925, 1484)), line("New", FigureValue.NONE));

        assertThat(new String(
                                FigureTables.of("kept", "Office", lines, Figure.KEPT_PROMISES)
                                        .csv(),
                                StandardCharsets.UTF_8)
                        .lines())
                .containsExactly(
                        "\uFEFFOffice,Promises kept (%),Promises kept: promises", "'=Riverside,90.9,1484", "New,–,0");
    }

    @Test
    void theNumbersAreTheOnesOnTheScreen() throws IOException {
        var line = line("Riverside", new FigureValue(0.90925, 1484));
        var csv = new String(table("Riverside").csv(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(csv.get(0))
                .isEqualTo("\uFEFFOffice,Promises kept (%),Promises kept: promises,"
                        + "Faces per customer (number),Faces per customer: customers");
        assertThat(line.text(Figure.KEPT_PROMISES)).isEqualTo("90.9 %");
        assertThat(line.text(Figure.FACES)).isEqualTo("1.16");
        assertThat(csv.get(1)).isEqualTo("Riverside,90.9,1484,1.16,600");
        assertThat(csv.get(2)).as("nothing is a dash, and never 0").isEqualTo("New,–,0,1.16,600");
        assertThat(sheet(table("Riverside")))
                .contains(">90.9<")
                .contains(">1484<")
                .contains(">1.16<")
                .doesNotContain("NaN");
        assertThat(all(table("Riverside"))).as("the dash of the new office").containsAnyOf("–", "&#x2013;", "&#8211;");
    }

    @Test
    void thePointsOfThePictureAreTakenAwayWithTheirCorners() {
        var values = new EnumMap<Figure, FigureValue>(Figure.class);
        values.put(Figure.PROTOCOL_KEPT, new FigureValue(1.0, 300));
        values.put(Figure.KEPT_PROMISES, new FigureValue(0.333, 6));
        var riverside = new OfficeLine("R", "Riverside", values, Map.of(), Map.of());
        var together = new OfficeLine("", "All 2 together", values, Map.of(), Map.of());

        var csv = new String(
                FigureTables.ofQuadrant(
                                "quadrant", "Office", List.of(line("New", FigureValue.NONE), riverside, together))
                        .csv(),
                StandardCharsets.UTF_8);

        assertThat(csv.lines())
                .as("no point without both figures, none for all together")
                .containsExactly(
                        "\uFEFFOffice,Protocols kept (%),Protocols kept: visits,Promises kept (%),"
                                + "Promises kept: promises,Corner",
                        "Riverside,100.0,300,33.3,6,\"All green for the company, red for the customer\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void aNameThatIsAFormulaIsText(String name) throws IOException {
        assertThat(Table.harmless(name)).isEqualTo("'" + name);
        assertThat(new String(table(name).csv(), StandardCharsets.UTF_8)).contains("'" + name);
        assertThat(sheet(table(name))).doesNotContain("<f>");
    }

    @Test
    void aNameWithCommasQuotesAndMarkupStaysWhole() throws IOException {
        var name = "O'Hara, \"Sons\" <b>& Co</b>";

        assertThat(new String(table(name).csv(), StandardCharsets.UTF_8))
                .contains("\"O'Hara, \"\"Sons\"\" <b>& Co</b>\"");
        assertThat(all(table(name))).contains("&lt;b&gt;").doesNotContain("<b>& Co");
    }

    @Test
    void thePeopleBehindAFigureCanBeTakenAwayToo() {
        var table = FigureTables.ofPeople("faces", List.of(new Behind("C1", "Dorothy", "4 faces in 10 visits")));

        assertThat(new String(table.csv(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFWho,What,Code\r\nDorothy,4 faces in 10 visits,C1\r\n");
    }

    private String sheet(Table table) throws IOException {
        return entries(table, "xl/worksheets/");
    }

    private String all(Table table) throws IOException {
        return entries(table, "xl/");
    }

    private String entries(Table table, String folder) throws IOException {
        var text = new StringBuilder();
        // As spreadsheets do: by the list at the end of the file.
        var file = Files.write(this.folder.resolve("table.xlsx"), table.xlsx());
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith(folder)) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }
}
