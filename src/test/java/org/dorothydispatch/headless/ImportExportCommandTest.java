package org.dorothydispatch.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that speak to a database, on each kind of database. */
abstract class ImportExportCommandTest {

    private static final String DOROTHY = "samples/dorothy";

    @TempDir
    Path folder;

    private Headless.Database database;

    /** An empty one, which may not be there yet. */
    abstract Headless.Database database(Path folder);

    @BeforeEach
    void nameDatabase() {
        database = database(folder);
    }

    @Test
    void importsOnceAndFindsNothingToDoTheSecondTime() {
        var first = run("import", DOROTHY);
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.outLines())
                .contains("visits.csv                17 new         0 changed         0 as before")
                .endsWith("Stored. 4 planned visits were checked again.");

        var second = run("import", DOROTHY);
        assertThat(second.status()).isZero();
        assertThat(second.outLines())
                .contains("visits.csv                 0 new         0 changed        17 as before")
                .endsWith("Nothing to change: all of it is stored already.");
    }

    @Test
    void storesNothingOnADryRun() {
        assertThat(run("import", DOROTHY, "--dry-run").outLines())
                .contains("customers.csv              4 new         0 changed         0 as before")
                .endsWith("Dry run: nothing was stored.");
        assertThat(run("import", DOROTHY).outLines()).endsWith("Stored. 4 planned visits were checked again.");
    }

    @Test
    void countsTheFiguresFromTheRecordAndFindsThemRight() {
        run("import", DOROTHY);

        assertThat(run("rollup", "--check").status())
                .as("nothing is counted yet")
                .isEqualTo(1);

        var counted = run("rollup");
        assertThat(counted.status()).isZero();
        assertThat(counted.outLines()).last().asString().matches("Counted \\d+ visits of \\d+ offices\\.");
        assertThat(counted.outLines()).doesNotContain("Counted 0 visits");

        var checked = run("rollup", "--check");
        assertThat(checked.status()).isZero();
        assertThat(checked.outLines()).last().asString().startsWith("0 differences in ");

        var unknown = run("rollup", "--office", "NOWHERE");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no office with the code NOWHERE. Nothing was counted.");
    }

    @Test
    void exportsWhatWasImported() {
        run("import", DOROTHY);

        var target = folder.resolve("out");
        var export = run("export", target.toString());

        assertThat(export.err()).isEmpty();
        assertThat(export.outLines())
                .singleElement()
                .asString()
                .startsWith("Wrote ")
                .endsWith(" rows to " + target + ".");
        assertThat(run("import", target.toString()).outLines())
                .endsWith("Nothing to change: all of it is stored already.");
        assertThat(HeadlessRun.of("check", target.toString(), "--now", "2026-10-05T12:00", "--format", "csv"))
                .isEqualTo(HeadlessRun.of("check", DOROTHY, "--now", "2026-10-05T12:00", "--format", "csv"));
    }

    @Test
    void exportsOneOfficeToAZip() {
        run("import", DOROTHY);

        var target = folder.resolve("hill.zip").toString();
        assertThat(run("export", target, "--office", "HILL").status()).isZero();

        assertThat(HeadlessRun.of("check", target, "--now", "2026-10-05T12:00").out())
                .contains("Hilltop: 1 visit checked")
                .doesNotContain("Riverside: 3");
    }

    @Test
    void refusesAnOfficeThatIsNotThere() {
        run("import", DOROTHY);

        assertThat(run("export", folder.resolve("out").toString(), "--office", "MOON"))
                .isEqualTo(new HeadlessRun(2, "", "There is no office with the code MOON. Nothing was written.\n"));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void storesNothingOfABadBundle() throws IOException {
        Files.writeString(folder.resolve("offices.csv"), "code,name,time_zone\nO1,One,UTC\nO2,,UTC\n");

        var run = run("import", folder.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("offices.csv:3: name: This must not be blank.\n1 error. Nothing was stored.\n");
        assertThat(run("export", folder.resolve("out").toString()).outLines())
                .singleElement()
                .asString()
                .startsWith("Wrote 0 rows");
    }

    @Test
    void saysWhenThereIsNoDatabaseYet() {
        var run = run("export", folder.resolve("out").toString());

        assertThat(run).isEqualTo(new HeadlessRun(2, "", "There is no database yet; import a bundle first.\n"));
    }

    private HeadlessRun run(String... arguments) {
        return HeadlessRun.with(database, arguments);
    }
}
