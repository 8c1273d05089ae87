package org.dorothydispatch.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.importing.BundleFixture.good;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorothydispatch.importing.BundleRow.AgreementRow;
import org.dorothydispatch.importing.BundleRow.Skill;
import org.dorothydispatch.importing.BundleRow.TechnicianRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsAGoodBundleWithoutAWord() {
        var report = read(good());

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.rows())
                .containsEntry(BundleFile.VISITS, 2L)
                .containsEntry(BundleFile.OVERRIDES, 1L)
                .hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dorothy", "three-offices"})
    void readsTheExamplesWithoutErrors(String example) {
        var report = BundleReader.read(Path.of("samples", example), KnownCodes.NONE, BundleSink.NOTHING);

        assertThat(report.errors()).isEmpty();
        assertThat(report.rows().get(BundleFile.VISITS)).isGreaterThan(16);
    }

    @Test
    void givesRowsFileByFileInTheOrderInWhichTheyReferToEachOther() {
        var files = new ArrayList<BundleFile>();
        BundleReader.read(good().writeTo(folder), KnownCodes.NONE, (row, line) -> files.add(row.file()));

        assertThat(files).isSorted().hasSize(20).contains(BundleFile.values());
    }

    @Test
    void needsOnlyOffices() {
        var report = read(BundleFixture.empty().with("offices.csv", "code,name,time_zone", "RIVER,Riverside,UTC"));

        assertThat(report.errors()).isEmpty();
        assertThat(report.rows()).containsExactly(Map.entry(BundleFile.OFFICES, 1L));
    }

    @Test
    void takesColumnsInAnyOrderAByteOrderMarkWindowsLineEndsAndBlankLines() {
        var rows = new ArrayList<BundleRow>();
        var report = BundleReader.read(
                good().with(
                                "technicians.csv",
                                ("\uFEFFskills,office,name,code,weekdays\r\n"
                                                + "ants; rodent@2027-06-30,RIVER,Ana Petrov,ANA,MON; WED\r\n\r\n"
                                                + ",RIVER,Cy Lindgren,CY,\r\n")
                                        .getBytes(UTF_8))
                        .writeTo(folder),
                KnownCodes.NONE,
                (row, line) -> rows.add(row));

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        var ana = (TechnicianRow) rows.get(2);
        assertThat(ana.name()).isEqualTo("Ana Petrov");
        assertThat(ana.skills())
                .containsExactly(new Skill("ants", null), new Skill("rodent", LocalDate.of(2027, 6, 30)));
        assertThat(ana.weekdays()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);
        assertThat(ana.shiftStart()).isNull();
    }

    @Test
    void doesNotCareHowAnAmountIsWritten() {
        var rows = new ArrayList<BundleRow>();
        BundleReader.read(
                good().with(
                                "agreements.csv",
                                "code,customer,site,service,minutes,starts_on,annual_value",
                                "A1,DOROTHY,S1,Ants,30,2026-01-06,1500.00",
                                "A2,BAKER,S2,Ants,30,2026-01-06,0960.5")
                        .writeTo(folder),
                KnownCodes.NONE,
                (row, line) -> rows.add(row));

        assertThat(rows)
                .filteredOn(AgreementRow.class::isInstance)
                .extracting(row -> ((AgreementRow) row).annualValue())
                .containsExactly(new BigDecimal("1500"), new BigDecimal("960.5"));
    }

    @Test
    void warnsOfWhatItLeavesOut() {
        var report = read(good().with(
                        "offices.csv",
                        "code,name,time_zone,colour,",
                        "RIVER,Riverside,America/Chicago,blue,",
                        "HILL,Hilltop,America/Denver,,")
                .with("notes.csv", "anything", "at all")
                .with("readme.txt", "not a table"));

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "notes.csv: This is no file of a bundle and is left out.",
                        "offices.csv:1: colour: This is no column of a bundle and is left out.",
                        "offices.csv:1: Column 5 has no name, is no column of a bundle and is left out.");
    }

    @Test
    void leavesOutARowThatSaysTheSameTwice() {
        var report = read(good().plus("absences.csv", "ANA,2026-10-05,2026-10-09,vacation\n")
                .plus("introductions.csv", "DOROTHY,CY,2026-07-06\n"));

        assertThat(report.errors()).isEmpty();
        assertThat(report.rows()).containsEntry(BundleFile.ABSENCES, 1L).containsEntry(BundleFile.INTRODUCTIONS, 1L);
        assertThat(report.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "absences.csv:3: The row says what line 2 says and is left out.",
                        "introductions.csv:3: The row says what line 2 says and is left out.");
    }

    @Test
    void warnsOfVisitsNobodyCanCheckAndWishesNobodyCanKeep() {
        var report = read(good().plus("visits.csv", "V9,DOROTHY,S1,,2026-10-06,,,30,,,planned,,,\n")
                .plus("preferences.csv", BundleFixture.preference("P9", "GAP", "number=25 days=20") + "\n"));

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "preferences.csv:4: days: GAP of at least 25 and at most 20 days: no visit can keep it.",
                        "visits.csv:4: date: The visit is planned but this is blank, so it is not checked.",
                        "visits.csv:4: technician: The visit is planned but this is blank, so it is not checked.");
    }

    @Test
    void endsAVisitAtMidnightAtTheLatest() {
        assertThat(read(good().plus("visits.csv", "V9,DOROTHY,S1,,2026-10-06,2026-10-06,23:30,30,,CY,planned,,,\n"))
                        .errors())
                .isEmpty();
    }

    @Test
    void takesCodesOfFortyCharactersOfAnyScript() {
        var code = "客".repeat(39) + "é";
        assertThat(read(good().plus("customers.csv", code + ",Li Wei,RIVER\n")).errors())
                .isEmpty();
    }

    @Test
    void takesCellsOfTenThousandCharacters() {
        assertThat(read(good().plus(
                                        "visits.csv",
                                        "V9,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,\"" + "\n".repeat(10_000)
                                                + "\"\n"))
                        .errors())
                .isEmpty();
    }

    @Test
    void findsCodesThatAreKnownFromOutside() {
        KnownCodes known = (file, code) -> switch (file + " " + code) {
            case "CUSTOMERS RIDGE", "TECHNICIANS LIA" -> Optional.of(new KnownCodes.Known(null));
            case "SITES S4" -> Optional.of(new KnownCodes.Known("RIDGE"));
            default -> Optional.empty();
        };
        var bundle = good().plus("visits.csv", "V9,RIDGE,S4,,2026-10-06,2026-10-06,09:00,30,,LIA,planned,,,\n");

        assertThat(BundleReader.read(bundle.writeTo(folder), known, BundleSink.NOTHING)
                        .errors())
                .isEmpty();

        bundle.plus("visits.csv", "V10,DOROTHY,S4,,2026-10-06,,,30,,,unassigned,,,\n");
        assertThat(BundleReader.read(bundle.writeTo(folder), known, BundleSink.NOTHING)
                        .errors())
                .extracting(Problem::toString)
                .containsExactly(
                        "visits.csv:5: site: The site \"S4\" is of customer \"RIDGE\", but this visit is of customer \"DOROTHY\".");
    }

    @Test
    void saysHowFarItIs() {
        var told = new ArrayList<List<Long>>();
        BundleReader.read(good().writeTo(folder), KnownCodes.NONE, new BundleSink() {
            @Override
            public void row(BundleRow row, long line) {}

            @Override
            public void progress(long read, long total) {
                told.add(List.of(read, total));
            }
        });

        assertThat(told.getLast().getFirst())
                .isPositive()
                .isEqualTo(told.getLast().getLast());
    }

    private BundleReport read(BundleFixture bundle) {
        return BundleReader.read(bundle.writeTo(folder), KnownCodes.NONE, BundleSink.NOTHING);
    }
}
