package org.dorothydispatch.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** On a file, as without any configuration. */
class ImportExportOnH2Test extends ImportExportCommandTest {

    @Override
    Headless.Database database(Path folder) {
        return new Headless.Database(
                "jdbc:h2:file:%s;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                        .formatted(folder.resolve("db")),
                "dorothy",
                "");
    }

    @Test
    void saysWhenTheDatabaseCannotBeReached() {
        var run = HeadlessRun.with(
                new Headless.Database("jdbc:mysql://127.0.0.1:1/dorothy?connectTimeout=200", "nobody", "secret"),
                "import",
                "samples/dorothy");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("The database that DOROTHY_DB_URL names cannot be reached: ")
                .doesNotContain("secret")
                .hasLineCount(1);
    }
}
