package org.dorothydispatch.importing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dorothydispatch.importing.ImportPreview.FileChanges;
import org.dorothydispatch.importing.StoredRows.Line;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a bundle beside the database: counts what is new, changed and unchanged, judges whether this person
 * may change it and, when it writes, stores the difference batch by batch. Holds one batch of lines at a time.
 */
final class BundlePass implements BundleSink {

    private static final int LINES = 1000;
    /** A statement of a batch stays far below what a server takes in one packet (64 MB). */
    private static final int CHARACTERS = 2_000_000;

    private static final int EXAMPLES = 10;

    private final Connection connection;
    private final Importer who;
    private final boolean writes;
    private final ImportProgress progress;
    private final StoredRows stored;
    private final OfficesOfRows officesOfRows;
    private final ChangeWords words;
    private final Touched touched;

    private final Map<BundleFile, Counts> counts = new EnumMap<>(BundleFile.class);
    private final List<Problem> notAllowed = new ArrayList<>();
    private long notAllowedCount;

    private final List<Line> batch = new ArrayList<>();
    private @Nullable StoredTable table;
    private int characters;

    BundlePass(Connection connection, Importer who, boolean writes, ImportProgress progress) {
        this.connection = connection;
        this.who = who;
        this.writes = writes;
        this.progress = progress;
        this.stored = new StoredRows(connection);
        this.officesOfRows = new OfficesOfRows(connection);
        this.words = new ChangeWords(connection);
        this.touched = new Touched(officesOfRows);
    }

    private static final class Counts {
        long added;
        long changed;
        long unchanged;
        final List<String> examples = new ArrayList<>();
    }

    /** Reads it all; the preview says what was found. */
    ImportPreview read(Path bundle) throws SQLException {
        var report = BundleReader.read(bundle, new StoredCodes(connection), this);
        flush();
        var problems = new ArrayList<Problem>();
        report.errors().forEach(problem -> problems.add(named(bundle, problem)));
        problems.addAll(notAllowed);
        var files = new ArrayList<FileChanges>();
        counts.forEach((file, count) -> files.add(
                new FileChanges(file, count.added, count.changed, count.unchanged, List.copyOf(count.examples))));
        var offices = new ArrayList<String>();
        for (var office : touched.offices) {
            offices.add(words.office(office));
        }
        return new ImportPreview(
                List.copyOf(files),
                List.copyOf(offices),
                report.warnings(),
                report.warningCount(),
                List.copyOf(problems),
                report.errorCount() + notAllowedCount);
    }

    /** What is wrong with the bundle itself is said of its name; where an upload lies on our disk is nobody's business. */
    private static Problem named(Path bundle, Problem problem) {
        return problem.file().equals(Quoted.plain(bundle.toString()))
                ? new Problem(
                        bundle.getFileName().toString(),
                        problem.line(),
                        problem.column(),
                        problem.message(),
                        problem.value())
                : problem;
    }

    Touched touched() {
        return touched;
    }

    @Override
    public void progress(long read, long total) {
        progress.at(writes ? ImportProgress.Phase.STORING : ImportProgress.Phase.COMPARING, read, total);
    }

    @Override
    public void row(BundleRow row, long line) {
        try {
            var next = StoredTable.of(row.file());
            if (next != table || batch.size() >= LINES || characters >= CHARACTERS) {
                flush();
                table = next;
            }
            var values = next.values(row);
            for (var value : values) {
                characters += value instanceof String text ? text.length() : 0;
            }
            words.learn(next, values);
            batch.add(new Line(values, line));
        } catch (SQLException e) {
            throw new DatabaseTrouble(e);
        }
    }

    private void flush() throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        var now = Objects.requireNonNull(table);
        officesOfRows.prepare(now, batch);
        var comparison = stored.compare(now, batch);
        var count = counts.computeIfAbsent(now.file, file -> new Counts());
        count.added += comparison.added().size();
        count.changed += comparison.changed().size();
        count.unchanged += comparison.unchanged();
        for (var line : comparison.added()) {
            touched.added(now, line);
            allow(now, line, officesOfRows.of(now, line.values()));
        }
        for (var change : comparison.changed()) {
            touched.changed(now, change);
            allow(now, change.line(), officesOfRows.of(now, change.before()));
            allow(now, change.line(), officesOfRows.of(now, change.line().values()));
            if (count.examples.size() < EXAMPLES) {
                count.examples.add(words.of(now, change));
            }
        }
        if (writes) {
            stored.insert(now, comparison.added());
            stored.update(now, comparison.changed());
        }
        batch.clear();
        characters = 0;
    }

    private void allow(StoredTable table, Line line, Set<String> offices) throws SQLException {
        for (var office : offices) {
            if (!who.may(office)) {
                notAllowedCount++;
                if (notAllowed.size() < BundleReport.KEPT) {
                    notAllowed.add(new Problem(
                            table.file.fileName(),
                            line.number(),
                            null,
                            "This line would change data of %s, and that is not your office. Take the line out, or ask an administrator to import it."
                                    .formatted(words.office(office)),
                            null));
                }
                return;
            }
        }
    }
}
