package org.dorothydispatch.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dorothydispatch.importing.FileFormat.Cells;
import org.dorothydispatch.importing.FileFormat.Column;
import org.jspecify.annotations.Nullable;

/** Reads one file of a bundle: header, cells, references, the rules of a row, and what may stand only once. */
final class FileReading implements FileFormat.Complaints {

    private static final int LONGEST_CELL = 10_000;
    /** Long enough to say which cell is too long, short enough to stop soon when a quote is left open. */
    private static final int LONGEST_CELL_READ = 1 << 20;

    private static final int ROWS_BETWEEN_PROGRESS = 2_000;
    private static final int ABSENT = -1;

    private final BundleSource source;
    private final FileFormat<?> format;
    private final BundleFile file;
    private final Codes codes;
    private final Findings findings;
    private final BundleSink sink;

    private final CsvRow row = new CsvRow();
    private final Cells cells;
    private final CodeIndex onceOnly = new CodeIndex();
    private final int[] places;
    private List<String> header = List.of();
    private NavigableSet<Long> malformed = new TreeSet<>();
    private long lastLine;
    private long errorsBefore;
    private long good;

    FileReading(BundleSource source, FileFormat<?> format, Codes codes, Findings findings, BundleSink sink) {
        this.source = source;
        this.format = format;
        this.file = format.file();
        this.codes = codes;
        this.findings = findings;
        this.sink = sink;
        this.cells = new Cells(format.columns().size(), this);
        this.places = new int[format.columns().size()];
    }

    /** Reads the whole file; only what ends the reading of the whole bundle is thrown. */
    void read() throws BundleSource.Refused {
        try {
            try {
                read(false);
            } catch (CharacterCodingException notUtf8) {
                try (var bytes = source.open(file)) {
                    malformed = Utf8.malformedLines(bytes);
                }
                read(true);
            }
        } catch (BundleSource.Refused whole) {
            throw whole;
        } catch (BundleSource.FileRefused refused) {
            giveUp(0, refused.getMessage());
        } catch (IOException broken) {
            giveUp(lastLine, "The file cannot be read on from here: %s.".formatted(BundleSource.reason(broken)));
        }
        findings.rows(file, good);
    }

    private void read(boolean lenient) throws IOException {
        try (var csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_CELL_READ)
                .build(row.handler(), Utf8.text(source.open(file), lenient))) {
            long count = 0;
            for (var next : csv) {
                if (ends(next)) {
                    break;
                }
                if (next.size() > 0 && next.line() > lastLine) {
                    lastLine = next.line();
                    if (header.isEmpty()) {
                        if (!readHeader()) {
                            return;
                        }
                    } else {
                        readRow();
                    }
                    if (++count % ROWS_BETWEEN_PROGRESS == 0) {
                        sink.progress(source.read(), source.size());
                    }
                }
            }
            if (header.isEmpty() && lastLine == 0) {
                giveUp(0, "The file is empty; even without rows it needs its header.");
            }
        } catch (UncheckedIOException reading) {
            throw reading.getCause();
        } catch (CsvParseException broken) {
            giveUp(
                    row.line(),
                    "The row is not CSV: a quote (\") is left open or stands where none may, or a cell is far over %,d characters. The file is not read on from here."
                            .formatted(LONGEST_CELL));
        }
    }

    /** Whether the row is the end of the file; reports when it comes inside a quoted cell. */
    private boolean ends(CsvRow next) {
        if (next.size() == 0 || next.size() > CsvRow.MOST_CELLS) {
            return false;
        }
        var last = next.cell(next.size() - 1);
        if (!last.endsWith(Utf8.END)) {
            return false;
        }
        if (next.size() > 1 || last.length() > Utf8.END.length()) {
            giveUp(
                    next.line(),
                    "The file ends inside a quoted cell of this row; it was cut off, or a quote (\") is left open.");
        }
        return true;
    }

    /** The file cannot be read, or not to its end. */
    private void giveUp(long line, String message) {
        findings.error(file.fileName(), line, null, message, null);
        codes.incomplete(file);
    }

    private boolean readHeader() {
        var names = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.size(), CsvRow.MOST_CELLS); i++) {
            names.add(row.cell(i).strip());
        }
        var columns = format.columns();
        Arrays.fill(places, ABSENT);
        for (var column : columns) {
            places[column.position()] = names.indexOf(column.name());
        }
        if (Arrays.stream(places).allMatch(place -> place == ABSENT)) {
            giveUp(1, noneOfOurs(names));
            return false;
        }
        if (names.stream().anyMatch(name -> name.indexOf('\r') >= 0)) {
            giveUp(
                    1,
                    "The lines end with a carriage return alone; save the file with the line ends of Windows or Unix.");
            return false;
        }
        if (row.size() > CsvRow.MOST_CELLS) {
            giveUp(1, "The header has %d columns; that is no table of a bundle.".formatted(row.size()));
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (columns.stream().noneMatch(column -> column.name().equals(name))) {
                findings.warning(
                        file.fileName(),
                        row.line(),
                        name.isEmpty() ? null : Quoted.plain(name),
                        "%s no column of a bundle and is left out."
                                .formatted(name.isEmpty() ? "Column %d has no name, is".formatted(i + 1) : "This is"),
                        name);
            } else if (names.indexOf(name) < i) {
                findings.error(
                        file.fileName(),
                        row.line(),
                        name,
                        "The column stands twice, as column %d and as column %d. Remove one of them."
                                .formatted(names.indexOf(name) + 1, i + 1),
                        name);
            }
        }
        for (var column : columns) {
            if (column.required() && places[column.position()] == ABSENT) {
                findings.error(
                        file.fileName(), row.line(), column.name(), "The column is missing; it is required.", null);
            }
        }
        var key = format.key();
        if (key != null && places[key.position()] == ABSENT) {
            codes.incomplete(file);
        }
        header = names;
        return true;
    }

    private String noneOfOurs(List<String> names) {
        var ours = format.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        if (names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"))) {
            return "The cells are separated by %s; a bundle separates them by commas."
                    .formatted(names.get(0).contains(";") ? "semicolons" : "tabs");
        }
        return "The header (%s) has none of the columns of a bundle's %s (%s); is the file from another program?"
                .formatted(Quoted.plain(String.join(", ", names)), file.fileName(), ours);
    }

    private void readRow() throws IOException {
        errorsBefore = findings.errorCount();
        cells.clear();
        if (row.size() != header.size()) {
            findings.error(
                    file.fileName(),
                    row.line(),
                    null,
                    "The row has %d cells but the header %d; the file was cut off, or a comma is not in quotes."
                            .formatted(row.size(), header.size()),
                    null);
            readKeyOnly();
            return;
        }
        checkTexts();
        for (var column : format.columns()) {
            readCell(column);
        }
        for (var column : format.columns()) {
            checkReferences(column);
        }
        format.check(cells);
        format.agreements().forEach(this::checkSameCustomer);
        register();
        if (isGood()) {
            deliver(format.row(cells));
        }
    }

    private boolean isGood() {
        if (findings.errorCount() > errorsBefore || cells.anyUnreadable()) {
            return false;
        }
        // A required column that is missing has been reported once, at the header.
        for (var column : format.columns()) {
            if (column.required() && cells.isBlank(column)) {
                return false;
            }
        }
        return true;
    }

    /** Of a row that is torn only the code counts, so that others may refer to it without a second complaint. */
    private void readKeyOnly() {
        var key = format.key();
        if (key != null && places[key.position()] != ABSENT && places[key.position()] < row.size()) {
            readCell(key);
            register();
        }
    }

    /** What holds for every cell, also of columns a bundle does not know. */
    private void checkTexts() {
        boolean damaged = isDamaged();
        for (int i = 0; i < row.size(); i++) {
            var text = row.cell(i);
            if (text.length() > LONGEST_CELL) {
                complain(
                        i,
                        "The cell has %,d characters; at most %,d are taken.".formatted(text.length(), LONGEST_CELL));
            } else if (text.indexOf('\0') >= 0) {
                complain(i, "%s holds a NUL character, which is no text.".formatted(Quoted.of(text)));
            } else if (damaged && text.indexOf(Utf8.REPLACEMENT) >= 0) {
                complain(
                        i,
                        "%s is not UTF-8; save the file as UTF-8 (\"CSV UTF-8\" in a spreadsheet)."
                                .formatted(Quoted.of(text)));
            }
        }
    }

    /** Whether a line of this row holds bytes that are not UTF-8. */
    private boolean isDamaged() {
        if (malformed.isEmpty()) {
            return false;
        }
        long end = row.line();
        for (int i = 0; i < row.size(); i++) {
            end += Math.max(0, row.cell(i).lines().count() - 1);
        }
        var first = malformed.ceiling(row.line());
        return first != null && first <= end;
    }

    private void complain(int place, String message) {
        findings.error(file.fileName(), row.line(), header.get(place), message, row.cell(place));
    }

    private <V> void readCell(Column<?, V> column) {
        int place = places[column.position()];
        if (place == ABSENT) {
            return;
        }
        var text = row.cell(place);
        var type = column.type();
        if (text.isEmpty() || (column.required() || type != CellType.TEXT) && text.isBlank()) {
            if (column.required()) {
                error(column, "This must not be blank.");
            }
            return;
        }
        try {
            var value = type.reading().read(type.verbatim() ? text : text.strip());
            if (!(value instanceof Collection<?> list && list.isEmpty())) {
                cells.set(column, value);
            }
        } catch (CellType.BadCell bad) {
            cells.setUnreadable(column);
            error(column, "%s %s.".formatted(Quoted.of(text), bad.getMessage()));
        }
    }

    private void checkReferences(Column<?, ?> column) {
        if (column.targets().isEmpty()) {
            return;
        }
        var value = cells.get(column);
        if (value instanceof String code) {
            checkReference(column, code);
        } else if (value instanceof List<?> list) {
            list.forEach(code -> checkReference(column, (String) code));
        }
    }

    private void checkReference(Column<?, ?> column, String code) {
        var targets = column.targets();
        if (codes.find(targets, code).isEmpty()) {
            cells.setUnreadable(column);
            if (!codes.mayHold(targets)) {
                error(
                        column,
                        "There is no %s with the code %s."
                                .formatted(
                                        targets.stream().map(BundleFile::noun).collect(Collectors.joining(" and no ")),
                                        Quoted.of(code)));
            }
        }
    }

    private void checkSameCustomer(FileFormat.Agreement agreement) {
        var one = found(agreement.one());
        var other = found(agreement.other());
        if (one != null
                && other != null
                && one.customer() != null
                && other.customer() != null
                && !one.customer().equals(other.customer())) {
            error(
                    agreement.other(),
                    "The %s %s is of customer %s, but this %s is of customer %s."
                            .formatted(
                                    other.file().noun(),
                                    Quoted.of(String.valueOf(cells.get(agreement.other()))),
                                    Quoted.of(other.customer()),
                                    one.file() == BundleFile.CUSTOMERS
                                            ? file.noun()
                                            : one.file().noun(),
                                    Quoted.of(one.customer())));
        }
    }

    private Codes.@Nullable Found found(Column<?, ?> column) {
        return cells.get(column) instanceof String code
                ? codes.find(column.targets(), code).orElse(null)
                : null;
    }

    private void register() {
        var key = format.key();
        var code = key == null ? null : cells.get(key);
        if (code == null) {
            return;
        }
        var owner = format.owner();
        int earlier = codes.add(file, code, row.line(), owner == null ? null : cells.get(owner));
        if (earlier > 0) {
            error(key, "The code %s already stands on line %d.".formatted(Quoted.of(code), earlier));
        }
    }

    private void deliver(BundleRow value) {
        if (!format.once().isEmpty()) {
            var together = format.once().stream()
                    .map(column -> String.valueOf(cells.get(column)))
                    .collect(Collectors.joining("\n"));
            int earlier = onceOnly.find(together);
            if (earlier >= 0) {
                repeated(value, onceOnly.line(earlier), onceOnly.number(earlier));
                return;
            }
            onceOnly.add(together, row.line(), value.hashCode());
        }
        good++;
        sink.row(value, row.line());
    }

    private void repeated(BundleRow value, int line, int hash) {
        if (value.hashCode() == hash) {
            findings.warning(
                    file.fileName(),
                    row.line(),
                    null,
                    "The row says what line %d says and is left out.".formatted(line),
                    null);
        } else {
            var names = format.once().stream().map(Column::name).collect(Collectors.joining(", "));
            findings.error(
                    file.fileName(),
                    row.line(),
                    null,
                    "The row contradicts line %d, which has the same %s.".formatted(line, names),
                    null);
        }
    }

    @Override
    public void error(Column<?, ?> column, String message) {
        findings.error(file.fileName(), row.line(), column.name(), message, text(column));
    }

    @Override
    public void warning(Column<?, ?> column, String message) {
        findings.warning(file.fileName(), row.line(), column.name(), message, text(column));
    }

    private @Nullable String text(Column<?, ?> column) {
        int place = places[column.position()];
        return place == ABSENT || place >= row.size() ? null : row.cell(place);
    }
}
