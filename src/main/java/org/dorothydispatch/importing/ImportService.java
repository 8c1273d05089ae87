package org.dorothydispatch.importing;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dorothydispatch.importing.xray.Xray;
import org.dorothydispatch.importing.xray.XrayFile;
import org.dorothydispatch.importing.xray.XrayMapping;
import org.dorothydispatch.importing.xray.XrayReport;
import org.dorothydispatch.schedule.OutboxReader;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.stereotype.Service;

/**
 * Imports and exports for whoever is signed in: branch managers for their offices, administrators for all. Who asks is
 * looked at when they ask; the work itself goes on in the background, two at a time.
 */
@Service
public class ImportService {

    private static final int AT_ONCE = 2;

    private final BundleImport imports;
    private final BundleExport exports;
    private final CurrentUser current;
    private final OutboxReader outbox;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("import-", 0).daemon().factory());

    ImportService(BundleImport imports, BundleExport exports, CurrentUser current, OutboxReader outbox) {
        this.outbox = outbox;
        this.imports = imports;
        this.exports = exports;
        this.current = current;
    }

    /** Refuses whoever may not import or export, before anything is sent or prepared. */
    public void requireManager() {
        current.require(BRANCH_MANAGER);
    }

    /** What importing the bundle would change. */
    public CompletableFuture<ImportPreview> preview(Path bundle, ImportProgress progress) {
        var who = whoAsks();
        return inBackground(() -> imports.preview(bundle, who, progress));
    }

    /** Stores the bundle, all of it or nothing. Goes on when the person leaves the screen. */
    public CompletableFuture<ImportResult> store(Path bundle, ImportProgress progress) {
        var who = whoAsks();
        return inBackground(() -> {
            var result = imports.store(bundle, who, progress);
            // Boards and figures need not wait until somebody looks again.
            outbox.nudge();
            return result;
        });
    }

    /** Writes what is stored of these offices; says how many rows. */
    public CompletableFuture<Long> export(Path target, Set<String> offices, ImportProgress progress) {
        current.require(BRANCH_MANAGER);
        current.requireOffices(offices);
        // Everything is more than all offices: rows that stand with no office of today are part of it.
        var everything = current.has(ADMINISTRATOR) && offices.equals(current.offices());
        return inBackground(() -> exports.write(target, everything ? null : offices, progress));
    }

    /** Counts what the customers of another system lived through; nothing of the file is stored. */
    public CompletableFuture<XrayReport> lookThrough(XrayFile file, XrayMapping mapping, ImportProgress progress) {
        current.require(BRANCH_MANAGER);
        return inBackground(() -> Xray.of(file, mapping, lines -> progress.at(ImportProgress.Phase.LOOKING, lines, 0)));
    }

    private Importer whoAsks() {
        current.require(BRANCH_MANAGER);
        return new Importer(
                current.username(),
                current.name(),
                current.token().orElse(null),
                current.has(ADMINISTRATOR) ? null : Set.copyOf(current.offices()));
    }

    private <T> CompletableFuture<T> inBackground(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                workers);
    }

    /** A running import is undone by the database when its connection closes. */
    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
