package org.dorothydispatch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.importing.demo.DemoOffices;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the demo offices. */
@DatabaseTest(emptied = DatabaseTest.Emptied.BEFORE_CLASS)
class IndexProofOnDemoTest extends IndexProofTest {

    @TempDir
    static Path folder;

    @Autowired
    private BundleImport imports;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @Override
    List<String> fill() throws IOException {
        DemoOffices.writeTo(folder, clock.instant(), DemoOffices.SEED);
        imports.store(folder, Importer.everywhere("demo"), ImportProgress.NONE);
        return database.sql("select code from office order by code limit 2")
                .query(String.class)
                .list();
    }
}
