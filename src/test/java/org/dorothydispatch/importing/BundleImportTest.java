package org.dorothydispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.importing.StoredBundles.managerOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class BundleImportTest {

    @TempDir
    Path folder;

    final StoredBundles stored = new StoredBundles();

    @BeforeEach
    void theGoodBundleIsThere() {
        assertThat(stored.store(bundle(BundleFixture.good())).stored()).isTrue();
    }

    @Test
    void storesEveryFile() {
        assertThat(stored.sizes())
                .containsEntry("office", 2L)
                .containsEntry("technician", 2L)
                .containsEntry("absence", 1L)
                .containsEntry("route", 1L)
                .containsEntry("customer", 2L)
                .containsEntry("site", 2L)
                .containsEntry("agreement", 2L)
                .containsEntry("preference", 2L)
                .containsEntry("introduction", 1L)
                .containsEntry("protocol", 1L)
                .containsEntry("visit", 2L)
                .containsEntry("consent", 1L)
                .containsEntry("visit_override", 1L);
        assertThat(stored.texts("select concat(code, ' ', board_office) from visit order by code"))
                .containsExactly("B1 RIVER", "D1 RIVER");
    }

    @Test
    void tellsEveryBoardAndTheAuditOnce() {
        assertThat(stored.texts("select concat(office, ' ', kind, ' ', actor) from board_event order by office"))
                .containsExactly("HILL import admin", "RIVER import admin");
        assertThat(stored.texts("select office from office_sequence s where last_event_id ="
                        + " (select max(id) from board_event e where e.office = s.office)"))
                .containsExactlyInAnyOrder("HILL", "RIVER");
        assertThat(stored.text("select after_text from audit_entry where action = 'import'"))
                .contains("visits.csv: 2 new, 0 changed");
    }

    @Test
    void theSameBundleAgainChangesNothing() {
        var before = stored.footprint();

        var result = stored.store(bundle(BundleFixture.good()));

        assertThat(result.stored()).isTrue();
        assertThat(result.changes().nothingToDo()).isTrue();
        assertThat(result.changes().unchanged()).isEqualTo(20);
        assertThat(stored.footprint()).isEqualTo(before);
    }

    @Test
    void changesOnlyTheRowsThatDiffer() {
        var changed = BundleFixture.good()
                .with(
                        "customers.csv",
                        "code,name,office,technician",
                        "DOROTHY,Dorothy Hale,RIVER,ANA",
                        "BAKER,Mr Idris,RIVER,");

        var result = stored.store(bundle(changed));

        assertThat(result.changes().changed()).isEqualTo(1);
        assertThat(stored.texts("select concat(code, ' ', version) from customer order by code"))
                .containsExactly("BAKER 0", "DOROTHY 1");
        assertThat(stored.texts("select office from board_event order by id"))
                .containsExactly("HILL", "RIVER", "RIVER");
        assertThat(stored.judged).containsExactly("D1");
    }

    @Test
    void saysWhatWillChangeByName() {
        var changed = BundleFixture.good()
                .with(
                        "customers.csv",
                        "code,name,office,technician,phone",
                        "DOROTHY,Dorothy Hale,RIVER,ANA,",
                        "BAKER,Mr Idris,RIVER,CY,555-0100",
                        "ROSA,Rosa Lopez,HILL,,")
                .with(
                        "visits.csv",
                        "code,customer,site,due_on,date,start,minutes,route,technician,status",
                        "D1,DOROTHY,S1,2026-10-06,2026-10-07,09:30,40,NORTH,ANA,planned");

        var preview = stored.preview(bundle(changed));

        assertThat(preview.ok()).isTrue();
        assertThat(preview.offices()).containsExactly("Hilltop", "Riverside");
        assertThat(file(preview, BundleFile.CUSTOMERS).added()).isEqualTo(1);
        assertThat(file(preview, BundleFile.CUSTOMERS).examples())
                .containsExactly(
                        "Dorothy Hale: their technician (blank) → Ana Petrov",
                        "Mr Idris: phone (blank) → 555-0100; their technician (blank) → Cy Lindgren");
        assertThat(file(preview, BundleFile.VISITS).examples())
                .containsExactly("Dorothy Hale, visit due 6 Oct 2026: agreement Rodent control → (blank);"
                        + " date 6 Oct 2026 → 7 Oct 2026; start 09:00 → 09:30; technician Cy Lindgren → Ana Petrov");
        assertThat(stored.text("select max(version) from customer")).isEqualTo("0");
    }

    @Test
    void keepsTheOrderOfThePreferredTechnicians() {
        var first = BundleFixture.good().with("preferences.csv", person("CY;ANA"));
        var second = BundleFixture.good().with("preferences.csv", person("ANA;CY"));

        stored.store(bundle(first));
        assertThat(stored.texts("select technician from preference_technician order by position"))
                .containsExactly("CY", "ANA");

        var result = stored.store(bundle(second));
        assertThat(file(result.changes(), BundleFile.PREFERENCES).examples().getFirst())
                .isEqualTo("Dorothy Hale, P1: technicians Cy Lindgren, Ana Petrov → Ana Petrov, Cy Lindgren");
        assertThat(stored.texts("select technician from preference_technician order by position"))
                .containsExactly("ANA", "CY");
        assertThat(stored.store(bundle(second)).changes().nothingToDo()).isTrue();
    }

    @Test
    void mayNameWhatAnEarlierBundleBrought() {
        var visitsOnly = BundleFixture.empty()
                .with("offices.csv", "code,name,time_zone", "RIVER,Riverside,America/Chicago")
                .with(
                        "visits.csv",
                        "code,customer,site,agreement,due_on,minutes,status",
                        "D2,DOROTHY,S1,A1,2026-11-06,40,unassigned");

        assertThat(stored.store(bundle(visitsOnly)).stored()).isTrue();
        assertThat(stored.text("select count(*) from visit")).isEqualTo("3");
    }

    @Test
    void anErrorInTheLastFileStoresNothing() {
        var before = stored.footprint();
        var bad = BundleFixture.good()
                .plus("visits.csv", "D2,DOROTHY,S1,A1,2026-11-06,,,40,,,unassigned,,,\n")
                .plus("overrides.csv", "D2,NOWHERE,2026-10-02,Rita,Because\n");

        var result = stored.store(bundle(bad));

        assertThat(result.stored()).isFalse();
        assertThat(result.changes().problems()).singleElement().asString().startsWith("overrides.csv:3: code: ");
        assertThat(stored.footprint()).isEqualTo(before);
    }

    @Test
    void aManagerMayNotChangeAnotherOffice() {
        var before = stored.footprint();
        var bundle = BundleFixture.good()
                .with(
                        "customers.csv",
                        "code,name,office",
                        "DOROTHY,Dorothy Hale,HILL",
                        "BAKER,Mr Idris,RIVER",
                        "ROSA,Rosa Lopez,RIVER");

        var result = stored.store(bundle(bundle), managerOf("RIVER"));

        assertThat(result.stored()).isFalse();
        assertThat(result.changes().problems())
                .extracting(Problem::toString)
                .contains("customers.csv:2: This line would change data of Hilltop, and that is not your office."
                        + " Take the line out, or ask an administrator to import it.");
        assertThat(stored.footprint()).isEqualTo(before);
    }

    @Test
    void aManagerMayImportTheirOwnOfficeBesideUnchangedRowsOfOthers() {
        var bundle = BundleFixture.good()
                .plus("customers.csv", "ROSA,Rosa Lopez,RIVER\n")
                .plus("visits.csv", "D2,DOROTHY,S1,A1,2026-11-06,,,40,,,unassigned,,,\n");

        assertThat(stored.store(bundle(bundle), managerOf("RIVER")).stored()).isTrue();
        assertThat(stored.store(bundle(bundle), managerOf("HILL")).stored()).isTrue();
    }

    @Test
    void onlySomebodyOfEveryOfficeMaySetAProtocolOfTheCompany() {
        var bundle = BundleFixture.good().plus("protocols.csv", "X2,,ROTATE,4,,,inform\n");

        var result = stored.store(bundle(bundle), managerOf("RIVER", "HILL"));

        assertThat(result.changes().problems()).singleElement().asString().contains("the whole company");
        assertThat(stored.store(bundle(bundle)).stored()).isTrue();
        assertThat(stored.judged).containsExactly("D1");
    }

    @Test
    void visitsFollowTheirRouteToAnotherBoard() {
        var moved = BundleFixture.good()
                .with("routes.csv", "code,office,name", "NORTH,HILL,North side")
                .without("visits.csv");
        moved.without("consents.csv").without("overrides.csv");

        stored.store(bundle(moved));

        assertThat(stored.texts("select concat(code, ' ', board_office, ' ', version) from visit order by code"))
                .containsExactly("B1 RIVER 0", "D1 HILL 1");
        assertThat(stored.judged).containsExactly("D1");
    }

    @Test
    void judgesWhoeverStandsBesideTheChange() {
        var beside = BundleFixture.good()
                .plus("visits.csv", "B2,BAKER,S2,A2,2026-10-06,2026-10-06,11:00,30,,CY,planned,,,\n");

        stored.store(bundle(beside));
        assertThat(stored.judged).containsExactlyInAnyOrder("B2", "D1");

        stored.store(bundle(BundleFixture.good()
                .with(
                        "technicians.csv",
                        "code,name,office,shift_end",
                        "ANA,Ana Petrov,RIVER,",
                        "CY,Cy Lindgren,RIVER,16:00")));
        assertThat(stored.judged).containsExactlyInAnyOrder("B2", "D1");
    }

    @Test
    void aVisitThatIsNoLongerPlannedIsJudgedToo() {
        var done = BundleFixture.good()
                .with(
                        "visits.csv",
                        "code,customer,site,agreement,due_on,date,start,minutes,route,technician,status",
                        "D1,DOROTHY,S1,A1,2026-10-06,2026-10-06,09:00,40,NORTH,CY,done");

        stored.store(bundle(done));

        assertThat(stored.judged).containsExactly("D1");
        assertThat(stored.texts("select visit from verdict")).isEmpty();
    }

    @Test
    void aCutOffZipStoresNothing() throws IOException {
        var before = stored.footprint();
        var zip = folder.resolve("cut.zip");
        try (var writer = BundleWriter.to(zip)) {
            for (var rows : StoredBundles.read(bundle(BundleFixture.good().plus("customers.csv", "ROSA,Rosa,RIVER\n")))
                    .values()) {
                for (var row : rows) {
                    writer.write(row);
                }
            }
            writer.finish();
        }
        var bytes = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));

        var result = stored.store(zip);

        assertThat(result.stored()).isFalse();
        assertThat(result.changes().problems())
                .first()
                .extracting(Problem::file)
                .isEqualTo("cut.zip");
        assertThat(stored.footprint()).isEqualTo(before);
    }

    private static ImportPreview.FileChanges file(ImportPreview preview, BundleFile file) {
        return preview.files().stream()
                .filter(changes -> changes.file() == file)
                .findFirst()
                .orElseThrow();
    }

    private static String[] person(String technicians) {
        return new String[] {
            "code,customer,kind,technicians,answer,words",
            "P1,DOROTHY,PERSON,%s,promised,".formatted(technicians),
            "P2,BAKER,REMEMBER,,promised,Ovens are hot"
        };
    }

    private Path bundle(BundleFixture bundle) {
        try {
            return bundle.writeTo(Files.createTempDirectory(folder, "bundle"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
