package org.dorothydispatch.importing.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dorothydispatch.importing.xray.XrayReport.Kept;
import org.dorothydispatch.importing.xray.XrayReport.Pair;
import org.dorothydispatch.shared.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XrayTest {

    private static final String HEADINGS =
            "customerID,companyName,date,start,status,servicedBy,servicedByName,subscriptionPreferredTech,preferredTechID,preferredDays,preferredStart,preferredEnd,reservice,soldBy,annualRecurringValue\n";

    @TempDir
    Path folder;

    @Test
    void theFoundingStoryIsSeen() throws IOException {
        // Sold by Marco (1), who came twice; then Ana (2), Ben (3) and Cy (4).
        var who = List.of(1, 1, 2, 2, 2, 3, 2, 2, 4, 4);
        var names = Map.of(1, "Marco", 2, "Ana", 3, "Ben", 4, "Cy");
        var text = new StringBuilder(HEADINGS);
        for (int month = 0; month < who.size(); month++) {
            text.append("7,Dorothy Hale,2026-%02d-06,9:00 AM,1,%d,%s,1,0,2,08:00,10:00,0,1,\"$1,200\"%n"
                    .formatted(month + 1, who.get(month), names.get(who.get(month))));
        }

        var report = look(text);

        assertThat(report.visits()).isEqualTo(10);
        assertThat(report.customers()).isOne();
        assertThat(report.technicians()).isEqualTo(4);
        assertThat(report.faces().customers()).containsExactly(0, 0, 0, 1, 0);
        assertThat(report.faces().mean()).isEqualTo(4);
        assertThat(report.person()).isEqualTo(new Kept(10, 8, 1));
        // The sixth is a Tuesday in January and October of 2026.
        assertThat(report.day()).isEqualTo(new Kept(10, 8, 1));
        assertThat(report.window()).isEqualTo(new Kept(10, 0, 0));
        assertThat(report.sold().byOthers()).isEqualTo(8);
        assertThat(report.sold().neverMet()).isZero();
        assertThat(report.sold().pairs().getFirst()).isEqualTo(new Pair("Marco", "Ana", 5));
        assertThat(report.atRisk()).singleElement().satisfies(dorothy -> {
            assertThat(dorothy.name()).isEqualTo("Dorothy Hale");
            assertThat(dorothy.value()).isEqualByComparingTo("1200");
            assertThat(dorothy.reasons())
                    .containsExactly(
                            "Marco was asked for and did not come on 8 of 10 visits",
                            "4 faces in the last 10 visits",
                            "another day than asked for on 8 of 10");
        });
        assertThat(report.valueAtRisk()).isEqualByComparingTo("1200");
    }

    @Test
    void everyTableIsTakenAwayAsItIsReadAndRunsNothing() throws IOException {
        var report = look(HEADINGS
                + "7,=Dorothy,2026-01-06,09:00,1,1,Marco,1,0,2,08:00,10:00,0,1,\"$1,200.50\"\n"
                + "7,=Dorothy,2026-02-06,09:00,1,2,Ana,1,0,2,08:00,10:00,0,1,\"$1,200.50\"\n"
                + "7,=Dorothy,2026-03-06,09:00,1,1,Marco,1,0,2,08:00,10:00,0,1,\"$1,200.50\"\n");

        assertThat(lines(XrayTables.faces(report)))
                .contains("Faces,Customers,Share", "1 face,0,0 %", "2 faces,1,100 %");
        assertThat(lines(XrayTables.sold(report))).containsExactly("Sold by,Served by,Visits", "Marco,Ana,1");
        assertThat(lines(XrayTables.breaks(report)))
                .contains(
                        "Preference,Visits with it,Not kept,Share,Customers",
                        "Technician,3,1,33 %,1",
                        "Hours,3,0,0 %,0",
                        "Technician on a re-service,0,–,–,–");
        assertThat(lines(XrayTables.atRisk(report)).get(1))
                .startsWith("'=Dorothy,1201,")
                .contains("Marco was asked for and did not come on 1 of 3 visits");
    }

    private static List<String> lines(Table table) {
        return new String(table.csv(), StandardCharsets.UTF_8)
                .substring(1)
                .lines()
                .toList();
    }

    @Test
    void onlyDoneVisitsCountAndWhatCannotBeReadIsSaidWithItsLine() throws IOException {
        var report = look(HEADINGS
                + "7,Dorothy,2026-03-06,09:00,1,2,Ana,0,0,,,,,,\n"
                + "7,Dorothy,2026-03-07,09:00,-1,3,Ben,0,0,,,,,,\n"
                + "7,Dorothy,2026-03-08,09:00,1,0,,0,0,,,,,,\n"
                + "7,Dorothy,2026-02-31,09:00,1,3,Ben,0,0,,,,,,\n"
                + "7,Dorothy,2026-03-09,half past,1,3,Ben,0,0,,,,,,\n"
                + "7,Dorothy,2026-03-10,quarter,1,3,Ben,0,0,,,,,,\n");

        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.visits()).isOne();
        assertThat(report.open()).isEqualTo(2);
        assertThat(report.unread())
                .extracting(XrayReport.Unread::field)
                .containsExactly(XrayField.START, XrayField.DATE);
        assertThat(report.unread().getFirst().rows()).isEqualTo(2);
        assertThat(report.unread().getFirst().example())
                .isEqualTo("Line 6: “half past” is no time; it is written like 14:30 or 2:30 PM.");
    }

    @Test
    void aReServiceFallsBackToWhatTheCustomerAskedFor() throws IOException {
        var report = look(HEADINGS
                // The customer's own preference.
                + "1,A,2026-03-06,09:00,1,2,Ana,-1,5,,,,,,\n"
                // The one of another visit.
                + "2,B,2026-03-06,09:00,1,2,Ana,2,0,,,,,,\n"
                + "2,B,2026-03-09,09:00,1,3,Ben,-1,0,,,,,,\n"
                // None at all.
                + "3,C,2026-03-06,09:00,1,2,Ana,-1,0,,,,,,\n"
                // Kept.
                + "4,D,2026-03-06,09:00,1,2,Ana,2,0,,,,1,,\n");

        assertThat(report.reServices()).isEqualTo(new Kept(3, 2, 2));
        assertThat(report.person()).as("a re-service is counted apart").isEqualTo(new Kept(1, 0, 0));
    }

    @Test
    void onePersonUnderTwoNumbersIsOneFace() throws IOException {
        var report = look(HEADINGS
                + "1,A,2026-03-06,09:00,1,2,Ana Petrov,0,12,,,,,,\n"
                + "1,A,2026-04-06,09:00,1,12,ANA PETROV,0,12,,,,,,\n");

        assertThat(report.technicians()).isOne();
        assertThat(report.faces().customers()).containsExactly(1, 0, 0, 0, 0);
        assertThat(report.person()).isEqualTo(new Kept(2, 0, 0));
        assertThat(report.atRisk()).isEmpty();
    }

    @Test
    void whoeverOnlySellsWasNotExpectedToCome() throws IOException {
        var report = look(HEADINGS
                + "1,A,2026-03-06,09:00,1,2,Ana,0,0,,,,,90,\n"
                + "2,B,2026-03-06,09:00,1,2,Ana,0,0,,,,,3,\n"
                + "3,C,2026-03-06,09:00,1,3,Ben,0,0,,,,,3,\n");

        assertThat(report.sold().customers()).isEqualTo(2);
        assertThat(report.sold().byOthers()).isOne();
        assertThat(report.sold().neverMet()).isOne();
        assertThat(report.atRisk()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("B");
            assertThat(one.reasons()).containsExactly("sold by Ben, who came to none of the last 1");
        });
    }

    @Test
    void fiftyAreListedByValueAndAllAreCounted() throws IOException {
        var text = new StringBuilder(HEADINGS);
        for (int i = 1; i <= 60; i++) {
            text.append("%d,C%d,2026-03-06,09:00,1,2,Ana,3,0,,,,,,%d%n".formatted(i, i, i * 10));
        }

        var report = look(text);

        assertThat(report.customersAtRisk()).isEqualTo(60);
        assertThat(report.atRisk())
                .hasSize(50)
                .first()
                .extracting(XrayReport.AtRisk::name)
                .isEqualTo("C60");
        assertThat(report.valueAtRisk()).isEqualByComparingTo(BigDecimal.valueOf(10 * 60 * 61 / 2));
    }

    @Test
    void theFirstDayThatCanBeReadOneWayOnlySaysHowAllAreRead() throws IOException {
        var ambiguous = "1,A,%s,09:00,1,2,Ana,0,0,,,,,,\n".formatted("9/3/2026").repeat(30);

        var europe = look(HEADINGS + ambiguous + "1,A,31/3/2026,09:00,1,2,Ana,0,0,,,,,,\n");
        assertThat(europe.days()).isEqualTo(XrayReport.Days.DAY_FIRST);
        assertThat(europe.from()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(europe.to()).isEqualTo(LocalDate.of(2026, 3, 31));

        var america = look(HEADINGS + ambiguous + "1,A,9/30/2026,09:00,1,2,Ana,0,0,,,,,,\n");
        assertThat(america.days()).isEqualTo(XrayReport.Days.MONTH_FIRST);
        assertThat(america.from()).isEqualTo(LocalDate.of(2026, 9, 3));

        var either = look(HEADINGS + ambiguous);
        assertThat(either.days()).isEqualTo(XrayReport.Days.EITHER);
        assertThat(either.from()).isEqualTo(LocalDate.of(2026, 9, 3));
        assertThat(look(HEADINGS + "1,A,2026-03-31,09:00,1,2,Ana,0,0,,,,,,\n").days())
                .isEqualTo(XrayReport.Days.PLAIN);
    }

    @Test
    void aFileThatBreaksOffIsRefusedWithASentence() {
        assertThatThrownBy(() -> look(HEADINGS + "1,A,2026-03-06,09:00,1,2,Ana,0,0,,,,,,\n".repeat(30) + "2,\""
                        + "never closed ".repeat(200_000)))
                .isInstanceOf(XrayRefused.class)
                .hasMessageStartingWith("The file cannot be read to its end");
    }

    /** A second, naive reading. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsAsSomebodyWhoCountsByHand(long seed) throws IOException {
        var random = new Random(seed);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 400; i++) {
            rows.add(new Row(
                    random.nextInt(40),
                    LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500)),
                    1 + random.nextInt(6),
                    random.nextInt(4),
                    random.nextInt(10),
                    random.nextInt(3)));
        }
        var text = new StringBuilder(HEADINGS);
        for (var row : rows) {
            text.append("%d,C%d,%s,%02d:00,%d,%d,T%d,%d,0,,%s,,0,%d,%n"
                    .formatted(
                            row.customer,
                            row.customer,
                            row.date,
                            8 + row.hour,
                            row.status == 0 ? 1 : row.status,
                            row.by,
                            row.by,
                            row.preferred,
                            row.hour % 2 == 0 ? "12:00" : "",
                            row.customer % 9));
        }

        var report = look(text);

        var done = rows.stream().filter(row -> row.status != 2).toList();
        assertThat(report.visits()).isEqualTo(done.size());
        assertThat(report.customers())
                .isEqualTo(done.stream().map(Row::customer).distinct().count());
        long due = done.stream().filter(row -> row.preferred != 0).count();
        long broken = done.stream()
                .filter(row -> row.preferred != 0 && row.preferred != row.by)
                .count();
        assertThat(report.person().due()).isEqualTo(due);
        assertThat(report.person().broken()).isEqualTo(broken);
        assertThat(report.window().due())
                .isEqualTo(done.stream().filter(row -> row.hour % 2 == 0).count());
        assertThat(report.window().broken())
                .isEqualTo(done.stream()
                        .filter(row -> row.hour % 2 == 0 && 8 + row.hour < 12)
                        .count());
        var last = done.stream().map(Row::date).max(LocalDate::compareTo).orElseThrow();
        var visits = new TreeMap<Integer, Integer>();
        var faces = new TreeMap<Integer, HashSet<Integer>>();
        for (var row : done) {
            if (row.date.isAfter(last.minusYears(1))) {
                visits.merge(row.customer, 1, Integer::sum);
                faces.computeIfAbsent(row.customer, key -> new HashSet<>()).add(row.by);
            }
        }
        var counted = faces.entrySet().stream()
                .filter(entry -> visits.get(entry.getKey()) > 1)
                .mapToInt(entry -> entry.getValue().size())
                .toArray();
        assertThat(report.faces().mean())
                .isCloseTo(Arrays.stream(counted).average().orElseThrow(), within(1e-9));
        assertThat(report.faces().customers().get(4))
                .isEqualTo((int) Arrays.stream(counted).filter(one -> one >= 5).count());
        long byOthers = done.stream()
                .filter(row -> row.customer % 9 >= 1 && row.customer % 9 <= 6 && row.customer % 9 != row.by)
                .count();
        assertThat(report.sold().byOthers()).isEqualTo(byOthers);
    }

    private record Row(int customer, LocalDate date, int by, int preferred, int hour, int status) {}

    private XrayReport look(CharSequence text) throws IOException {
        var file = XrayFile.open(Files.writeString(folder.resolve("visits.csv"), text));
        return Xray.of(file, XrayMapping.guess(file.headings()), lines -> {});
    }
}
