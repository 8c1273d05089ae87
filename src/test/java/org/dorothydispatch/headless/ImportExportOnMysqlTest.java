package org.dorothydispatch.headless;

import java.nio.file.Path;
import org.dorothydispatch.TestDatabase;
import org.junit.jupiter.api.Tag;

@Tag("database")
@Tag("mysql")
class ImportExportOnMysqlTest extends ImportExportCommandTest {

    @Override
    Headless.Database database(Path folder) {
        var schema = TestDatabase.empty();
        return new Headless.Database(schema.url(), schema.user(), schema.password());
    }
}
