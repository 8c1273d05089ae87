package org.dorothydispatch.importing.xray;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * A file with headings, as another system exports it: separated by comma, semicolon or tab, in UTF-8 or in the
 * spreadsheets' Windows-1252. Read as a stream.
 *
 * @param sample the first rows below the headings, each as long as the headings
 */
public record XrayFile(Path path, Charset charset, char separator, List<String> headings, List<List<String>> sample) {

    public static final int SAMPLE = 20;
    private static final int MOST_COLUMNS = 500;
    /** Characters; a cell that is longer means a quote that was left open. */
    private static final int LONGEST_CELL = 1 << 20;

    /**
     * Reads headings and the first rows.
     *
     * @throws XrayRefused when it is no such file
     */
    public static XrayFile open(Path path) throws IOException {
        var charset = charsetOf(path);
        var first = firstLine(path, charset);
        var separator = separatorOf(first);
        try (var csv = reader(path, charset, separator)) {
            var rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new XrayRefused("The file is empty. Export it again, with its headings.");
            }
            var headings = rows.next().getFields().stream().map(String::strip).toList();
            check(headings);
            var sample = new ArrayList<List<String>>();
            while (sample.size() < SAMPLE && rows.hasNext()) {
                sample.add(fitted(rows.next(), headings.size()));
            }
            if (sample.isEmpty()) {
                throw new XrayRefused("The file has headings but no row. Export it again for a longer time.");
            }
            return new XrayFile(path, charset, separator, headings, List.copyOf(sample));
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new XrayRefused("The file is not CSV: a quote (\") is left open. Export it again as CSV.");
        }
    }

    /** Whether it was not UTF-8 and read as spreadsheets write it. */
    public boolean guessedCharset() {
        return charset != StandardCharsets.UTF_8;
    }

    /** Told of each row below the headings. */
    interface Rows {
        /** @param cells as many as there are headings; missing ones are empty */
        void row(long line, List<String> cells);
    }

    /** Reads all rows. A file that breaks off ends with a refusal; what was read before has been told. */
    void read(Rows rows, LongConsumer lines) throws IOException {
        try (var csv = reader(path, charset, separator)) {
            boolean headed = false;
            long count = 0;
            for (var row : csv) {
                if (headed) {
                    rows.row(row.getStartingLineNumber(), fitted(row, headings.size()));
                }
                headed = true;
                if (++count % 1_000 == 0) {
                    lines.accept(count);
                }
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new XrayRefused(
                    "The file cannot be read to its end: a quote (\") is left open. Export it again as CSV.");
        }
    }

    /** The first cell of a column that is so; reads no further. */
    Optional<String> first(int column, Predicate<String> so) throws IOException {
        try (var csv = reader(path, charset, separator)) {
            boolean headed = false;
            for (var row : csv) {
                if (headed && column < row.getFieldCount()) {
                    var cell = row.getField(column).strip();
                    if (so.test(cell)) {
                        return Optional.of(cell);
                    }
                }
                headed = true;
            }
            return Optional.empty();
        } catch (CsvParseException | UncheckedIOException broken) {
            // Whoever reads it all tells.
            return Optional.empty();
        }
    }

    private static CsvReader<CsvRecord> reader(Path path, Charset charset, char separator) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(true)
                .detectBomHeader(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(Files.newInputStream(path), charset);
    }

    private static void check(List<String> headings) {
        if (headings.size() < 3) {
            throw new XrayRefused(
                    "The file has %d columns; a customer, a day and a technician take three. Is it the list of visits?"
                            .formatted(headings.size()));
        }
        if (headings.size() > MOST_COLUMNS) {
            throw new XrayRefused(
                    "The file has %,d columns; at most %d are taken.".formatted(headings.size(), MOST_COLUMNS));
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            if (!heading.isEmpty() && !seen.add(heading)) {
                throw new XrayRefused(
                        "The column “%s” stands twice, as column %d and as column %d. Rename or remove one of them, and choose the file again."
                                .formatted(heading, headings.indexOf(heading) + 1, i + 1));
            }
        }
        if (seen.stream().noneMatch(heading -> heading.chars().anyMatch(Character::isLetter))) {
            throw new XrayRefused("The first row has no headings. Export the file again with them.");
        }
    }

    private static List<String> fitted(CsvRecord row, int size) {
        var cells = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            cells.add(i < row.getFieldCount() ? row.getField(i).strip() : "");
        }
        return cells;
    }

    private static Charset charsetOf(Path path) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var text = new InputStreamReader(Files.newInputStream(path), strict)) {
            var buffer = new char[1 << 16];
            boolean start = true;
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                if (start && read > 1 && buffer[0] == 'P' && buffer[1] == 'K') {
                    throw new XrayRefused("The file is a spreadsheet or a zip. Save it as CSV, and choose that file.");
                }
                start = false;
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            try (var bytes = Files.newInputStream(path)) {
                var start = bytes.readNBytes(2);
                if (start.length == 2 && start[0] == 'P' && start[1] == 'K') {
                    throw new XrayRefused("The file is a spreadsheet or a zip. Save it as CSV, and choose that file.");
                }
            }
            return Charset.forName("windows-1252");
        }
    }

    private static String firstLine(Path path, Charset charset) throws IOException {
        try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset))) {
            var buffer = new char[1 << 14];
            int read = Math.max(0, text.read(buffer));
            return new String(buffer, 0, read).lines().findFirst().orElse("");
        }
    }

    private static char separatorOf(String line) {
        char best = ',';
        for (char separator : new char[] {';', '\t'}) {
            if (count(line, separator) > count(line, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String line, char letter) {
        return line.chars().filter(one -> one == letter).count();
    }
}
