package org.dorothydispatch.importing.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOfficesTest {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T15:00:00Z");

    @TempDir
    Path folder;

    @Test
    void fourOfficesInThreeZonesWithAYearBehindThemAndTwoWeeksAhead() throws IOException {
        DemoOffices.writeTo(folder, SUNDAY, DemoOffices.SEED);

        assertThat(rows("offices")).hasSize(4);
        assertThat(rows("offices").stream()
                        .map(row -> row.getField("time_zone"))
                        .distinct())
                .hasSize(3);
        assertThat(rows("routes")).hasSize(24);
        assertThat(rows("technicians").stream()
                        .filter(row -> row.getField("ends_on").isEmpty()))
                .hasSizeBetween(28, 32);
        assertThat(rows("customers")).hasSize(2400);
        assertThat(rows("customers").stream().map(row -> row.getField("name")).distinct())
                .hasSize(2400);
        var dates = rows("visits").stream()
                .map(row -> row.getField("date"))
                .filter(date -> !date.isEmpty())
                .map(LocalDate::parse)
                .toList();
        assertThat(dates.stream().min(LocalDate::compareTo))
                .hasValueSatisfying(
                        first -> assertThat(first).isBetween(LocalDate.of(2025, 11, 20), LocalDate.of(2025, 12, 1)));
        assertThat(dates.stream().max(LocalDate::compareTo))
                .hasValueSatisfying(
                        last -> assertThat(last).isBetween(LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 8)));
        assertThat(rows("preferences").stream().map(row -> row.getField("kind")).distinct())
                .hasSizeGreaterThanOrEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T15:00:00Z",
                "2026-10-05T14:00:00Z",
                "2026-12-31T23:30:00Z",
                "2028-02-29T12:00:00Z",
                "2026-03-08T08:00:00Z",
                "2027-06-04T03:00:00Z"
            })
    void dorothySawFourFacesInTenVisitsWhateverTheDay(String now) throws IOException {
        DemoOffices.writeTo(folder, Instant.parse(now), DemoOffices.SEED);

        var dorothy = rows("customers").stream()
                .filter(row -> row.getField("goes_by").equals("Dorothy"))
                .map(row -> row.getField("code"))
                .findFirst()
                .orElseThrow();
        var names =
                rows("technicians").stream().collect(toMap(row -> row.getField("code"), row -> row.getField("name")));
        var visits = rows("visits").stream()
                .filter(row -> row.getField("customer").equals(dorothy))
                .toList();
        assertThat(visits.stream()
                        .map(row -> names.get(row.getField("technician")).split(" ")[0]))
                .containsExactly("Marco", "Marco", "Ana", "Ana", "Ana", "Ben", "Ana", "Ana", "Ana", "Cy");
        assertThat(visits.subList(0, 9))
                .allSatisfy(visit -> assertThat(visit.getField("status")).isEqualTo("done"));
        assertThat(visits.getLast().getField("status")).isIn("planned", "confirmed");
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.getField("date")).isEqualTo(visit.getField("due_on")));
    }

    @Test
    void onlyThePlantedPairsAreDoubleBooked() throws IOException {
        DemoOffices.writeTo(folder, SUNDAY, DemoOffices.SEED);

        Map<String, List<NamedCsvRecord>> days = rows("visits").stream()
                .filter(row -> !row.getField("technician").isEmpty())
                .collect(groupingBy(row -> row.getField("technician") + row.getField("date")));
        long overlaps = days.values().stream()
                .mapToLong(day -> day.stream()
                        .flatMap(one -> day.stream().filter(other -> startsDuring(one, other)))
                        .count())
                .sum();
        assertThat(overlaps).isBetween(1L, 4L);
    }

    @Test
    void theSameSeedAndMomentGiveTheSameFiles() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));
        DemoOffices.writeTo(folder, SUNDAY, 7);
        DemoOffices.writeTo(other, SUNDAY, 7);

        for (var file : List.of("customers.csv", "visits.csv", "preferences.csv", "absences.csv")) {
            assertThat(folder.resolve(file)).hasSameTextualContentAs(other.resolve(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HILL", "LAKE"})
    void twoOfficesPromiseOnlyWhatTheRoutesTechnicianCanKeep(String office) throws IOException {
        DemoOffices.writeTo(folder, SUNDAY, DemoOffices.SEED);

        assertThat(promisedAgainstTheRoutesTechnician(office)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RIVER", "BAY"})
    void theOthersPromiseFirst(String office) throws IOException {
        DemoOffices.writeTo(folder, SUNDAY, DemoOffices.SEED);

        assertThat(promisedAgainstTheRoutesTechnician(office)).hasSizeGreaterThan(5);
    }

    @Test
    void summitHillAloneIsOftenADayBehindAndNeverWithWhomItHasToAskFirst() throws IOException {
        DemoOffices.writeTo(folder, SUNDAY, DemoOffices.SEED);

        var office =
                rows("customers").stream().collect(toMap(row -> row.getField("code"), row -> row.getField("office")));
        var askFirst = rows("preferences").stream()
                .filter(row -> row.getField("kind").equals("ASK_FIRST"))
                .map(row -> row.getField("customer"))
                .toList();
        var done = rows("visits").stream()
                .filter(row -> row.getField("status").equals("done"))
                .collect(groupingBy(row -> office.get(row.getField("customer"))));
        assertThat(late(done.get("HILL")).size() / (double) done.get("HILL").size())
                .isBetween(0.08, 0.13);
        for (var other : List.of("RIVER", "BAY", "LAKE")) {
            assertThat(late(done.get(other)).size() / (double) done.get(other).size())
                    .as(other)
                    .isLessThan(0.02);
        }
        assertThat(late(done.get("HILL")))
                .extracting(row -> row.getField("customer"))
                .doesNotContainAnyElementsOf(askFirst);
    }

    private static List<NamedCsvRecord> late(List<NamedCsvRecord> visits) {
        return visits.stream()
                .filter(row -> !row.getField("date").equals(row.getField("due_on")))
                .toList();
    }

    /** Promises of a language or a skill, to customers of a route whose technician does not have it. */
    private List<String> promisedAgainstTheRoutesTechnician(String office) throws IOException {
        var technicians = rows("technicians").stream().collect(toMap(row -> row.getField("code"), Function.identity()));
        var drivers = rows("routes").stream()
                .filter(row -> row.getField("office").equals(office))
                .collect(toMap(row -> row.getField("code"), row -> technicians.get(row.getField("technician"))));
        var driver = rows("agreements").stream()
                .filter(row -> drivers.containsKey(row.getField("route")))
                .collect(toMap(row -> row.getField("customer"), row -> drivers.get(row.getField("route"))));
        return rows("preferences").stream()
                .filter(row -> driver.containsKey(row.getField("customer")))
                .filter(row -> row.getField("answer").equals("promised"))
                .filter(row -> !(driver.get(row.getField("customer"))
                                .getField("languages")
                                .contains(row.getField("language"))
                        && driver.get(row.getField("customer"))
                                .getField("skills")
                                .contains(row.getField("skill"))))
                .map(row -> row.getField("code"))
                .toList();
    }

    private static boolean startsDuring(NamedCsvRecord visit, NamedCsvRecord other) {
        var start = LocalTime.parse(visit.getField("start"));
        var otherStart = LocalTime.parse(other.getField("start"));
        return visit != other
                && otherStart.isAfter(start)
                && otherStart.isBefore(start.plusMinutes(Long.parseLong(visit.getField("minutes"))));
    }

    private List<NamedCsvRecord> rows(String file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file + ".csv"))) {
            return csv.stream().toList();
        }
    }
}
