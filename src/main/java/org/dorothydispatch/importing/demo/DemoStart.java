package org.dorothydispatch.importing.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.stream.Collectors;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.importing.Problem;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Brings the demo offices into an empty database when the console starts with {@code dorothy.demo=true}. */
@Component
@ConditionalOnProperty("dorothy.demo")
class DemoStart implements ApplicationRunner {

    private final BundleImport bundleImport;
    private final JdbcClient database;
    private final Clock clock;

    DemoStart(BundleImport bundleImport, JdbcClient database, Clock clock) {
        this.bundleImport = bundleImport;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (database.sql("select count(*) from office").query(Integer.class).single() > 0) {
            return;
        }
        var folder = Files.createTempDirectory("dorothy-demo");
        try {
            DemoOffices.writeTo(folder, clock.instant(), DemoOffices.SEED);
            var result = bundleImport.store(folder, Importer.everywhere("demo"), ImportProgress.NONE);
            if (!result.stored()) {
                throw new IllegalStateException(result.changes().problems().stream()
                        .limit(10)
                        .map(Problem::toString)
                        .collect(Collectors.joining("\n", "The demo offices could not be stored:\n", "")));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
