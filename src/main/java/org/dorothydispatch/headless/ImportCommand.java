package org.dorothydispatch.headless;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.ImportFailed;
import org.dorothydispatch.importing.ImportPreview;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.travel.StraightLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a bundle into the database, all of it or nothing. */
@Command(
        name = "import",
        description = "Bring a bundle into the database, all of it or nothing.",
        footer = {
            "",
            "The database is the one DOROTHY_DB_URL names, else the file in data/.",
            "Exit status: 0 stored, or nothing to change; 2 nothing was stored, and standard error says why."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final Importer WHO = Importer.everywhere("command line");

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final Supplier<Headless.Database> database;

    @Parameters(paramLabel = "BUNDLE", description = "A folder or a .zip.")
    private @Nullable Path bundle;

    @Option(names = "--dry-run", description = "Say what would change and store nothing.")
    private boolean dryRun;

    ImportCommand(PrintStream out, PrintStream err, Clock clock, Supplier<Headless.Database> database) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.database = database;
    }

    @Override
    public Integer call() {
        try (var store = Store.upToDate(database.get())) {
            var imports = new BundleImport(store.source(), clock, new StraightLine());
            var progress = new Progress(err);
            if (dryRun) {
                return tell(imports.preview(bundle, WHO, progress), "Dry run: nothing was stored.");
            }
            var result = imports.store(bundle, WHO, progress);
            return tell(result.changes(), "Stored. %,d planned visits were checked again.".formatted(result.checked()));
        } catch (Store.Unusable | ImportFailed refused) {
            err.println(refused.getMessage());
            return Headless.FAILED;
        }
    }

    private int tell(ImportPreview changes, String ending) {
        Bundles.tellWarnings(err, changes.warnings(), changes.warningCount());
        if (!changes.ok()) {
            Bundles.tellErrors(err, changes.problems(), changes.problemCount(), "Nothing was stored.");
            return Headless.FAILED;
        }
        for (var file : changes.files()) {
            out.printf(
                    "%-18s %,9d new %,9d changed %,9d as before%n",
                    file.file().fileName(), file.added(), file.changed(), file.unchanged());
        }
        out.println(changes.nothingToDo() ? "Nothing to change: all of it is stored already." : ending);
        return Headless.DONE;
    }
}
