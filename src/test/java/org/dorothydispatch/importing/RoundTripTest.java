package org.dorothydispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in comes out, and coming in again changes nothing. */
@Tag("database")
class RoundTripTest {

    @TempDir
    Path folder;

    final StoredBundles stored = new StoredBundles();

    @ParameterizedTest
    @ValueSource(strings = {"dorothy", "three-offices"})
    void anExampleComesOutAsItWentIn(String example) throws IOException {
        var bundle = Path.of("samples", example);
        assertThat(stored.store(bundle).changes().problems()).isEmpty();

        var zip = folder.resolve("out.zip");
        var rows = new BundleExport(stored.database).write(zip, null, ImportProgress.NONE);

        var expected = StoredBundles.read(bundle);
        assertThat(StoredBundles.read(zip)).isEqualTo(expected);
        assertThat(rows)
                .isEqualTo(expected.values().stream().mapToLong(Set::size).sum());
        assertThat(stored.store(zip).changes().nothingToDo()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dorothy", "three-offices"})
    void theFlagsAreStoredWithTheVisits(String example) throws IOException {
        var folder = Path.of("samples", example);
        stored.store(folder);

        // NOTICE hangs on the clock, and the examples' clock stands at the same hour in every time zone.
        var expected = Files.readAllLines(Path.of("src/test/resources/expected-flags", example + ".csv")).stream()
                .skip(1)
                .map(String::strip)
                .filter(flag -> !flag.contains(",NOTICE,"))
                .toList();
        assertThat(stored.texts("select concat_ws(',', f.visit, v.planned_on, v.technician, f.side, f.kind, f.code,"
                        + " f.outcome, f.level) from flag f join visit v on v.code = f.visit where f.kind <> 'NOTICE'"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theBundleOfAnOfficeStandsOnItsOwn() throws IOException {
        stored.store(Path.of("samples/three-offices"));
        var office = stored.text("select min(code) from office");

        var target = folder.resolve("one-office");
        new BundleExport(stored.database).write(target, Set.of(office), ImportProgress.NONE);

        // Reading it without a database finds every code it names.
        var rows = StoredBundles.read(target);
        assertThat(rows.get(BundleFile.CUSTOMERS).stream()
                        .map(row -> (BundleRow.CustomerRow) row)
                        .filter(customer -> customer.office().equals(office)))
                .hasSize(
                        Integer.parseInt(stored.text("select count(*) from customer where office = '" + office + "'")));
        assertThat(rows.get(BundleFile.VISITS).stream().map(row -> ((BundleRow.VisitRow) row).code()))
                .containsAll(stored.texts("select v.code from visit v join customer c on c.code = v.customer"
                        + " where c.office = '%s' or v.board_office = '%s'".formatted(office, office)));
        assertThat(rows.get(BundleFile.CUSTOMERS).size())
                .isLessThan(Integer.parseInt(stored.text("select count(*) from customer")));
        assertThat(stored.store(target, StoredBundles.managerOf(office))
                        .changes()
                        .nothingToDo())
                .isTrue();
    }

    @Test
    void tenThousandCharactersOfAnyScriptComeOutAsTheyWentIn() throws IOException {
        var note = "Say “hello”, <b>always</b>;\n先按两次门铃, ثم انتظر. ";
        note = note.repeat(10_000 / note.length()) + "!".repeat(10_000 % note.length());
        assertThat(note).hasSize(10_000);
        var bundle = folder.resolve("long");
        Files.createDirectories(bundle);
        try (var files = Files.list(Path.of("samples/dorothy"))) {
            for (var file : files.toList()) {
                Files.copy(file, bundle.resolve(file.getFileName()));
            }
        }
        var customers = bundle.resolve("customers.csv");
        Files.writeString(
                customers,
                Files.readString(customers)
                        .replace(
                                "Strangers at the back of the shop make her nervous. Say hello first.",
                                '"' + note.replace("\"", "\"\"") + '"'));
        assertThat(stored.store(bundle).changes().problems()).isEmpty();

        var zip = folder.resolve("long.zip");
        new BundleExport(stored.database).write(zip, null, ImportProgress.NONE);

        assertThat(StoredBundles.read(zip)).isEqualTo(StoredBundles.read(bundle));
        assertThat(stored.text("select remember from customer where code = 'DOROTHY'"))
                .isEqualTo(note);
    }
}
