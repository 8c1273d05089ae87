package org.dorothydispatch.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle row by row to a folder, or to a zip when the path ends in {@code .zip}. Nothing stands at the target
 * until {@link #finish()}: a writer that is closed before leaves no half bundle behind. Cells are written as they are,
 * also when a spreadsheet would take one for a formula; a round trip loses nothing.
 */
public final class BundleWriter implements Closeable {

    /** Where the bytes of the files go. */
    private interface Target extends Closeable {

        OutputStream begin(BundleFile file) throws IOException;

        void end(OutputStream file) throws IOException;

        void finish() throws IOException;
    }

    private final Target target;
    private @Nullable BundleFile current;
    private @Nullable OutputStream bytes;
    private @Nullable CsvWriter csv;

    private BundleWriter(Target target) {
        this.target = target;
    }

    /** Begins a bundle. Folders on the way are made; files of a bundle that stand there are replaced at the end. */
    public static BundleWriter to(Path target) throws IOException {
        boolean zip = target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        return new BundleWriter(zip ? new Zip(target) : new Folder(target));
    }

    /** Rows come file by file in the order of {@link BundleFile}; within a file in the order they shall stand. */
    public void write(BundleRow row) throws IOException {
        if (row.file() != current) {
            advance(row.file().ordinal());
        }
        csv.writeRecord(BundleFormat.of(row.file()).write(row));
    }

    /** All rows are written: puts the files in their place. Files without rows hold their header. */
    public void finish() throws IOException {
        advance(BundleFile.values().length - 1);
        endFile();
        target.finish();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }

    private void advance(int to) throws IOException {
        int next = current == null ? 0 : current.ordinal() + 1;
        if (next > to + 1) {
            throw new IllegalStateException("The rows of (%s) come after those of (%s)."
                    .formatted(BundleFile.values()[to].fileName(), current.fileName()));
        }
        for (; next <= to; next++) {
            endFile();
            current = BundleFile.values()[next];
            bytes = target.begin(current);
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes, StandardCharsets.UTF_8);
            csv.writeRecord(BundleFormat.of(current).columns().stream()
                    .map(FileFormat.Column::name)
                    .toList());
        }
    }

    private void endFile() throws IOException {
        if (csv != null) {
            csv.flush();
            target.end(bytes);
            csv = null;
        }
    }

    /** A folder, made if need be. The files are written under other names beside their places. */
    private static final class Folder implements Target {

        private final Path folder;
        private final List<Path> parts = new ArrayList<>();
        private @Nullable OutputStream open;

        Folder(Path folder) throws IOException {
            try {
                this.folder = Files.createDirectories(folder);
            } catch (FileAlreadyExistsException aFile) {
                throw new IOException("%s is a file; name a folder, or a zip ending in .zip".formatted(folder), aFile);
            }
        }

        @Override
        public OutputStream begin(BundleFile file) throws IOException {
            var part = folder.resolve(file.fileName() + ".part");
            parts.add(part);
            open = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
            return open;
        }

        @Override
        public void end(OutputStream file) throws IOException {
            file.close();
        }

        @Override
        public void finish() throws IOException {
            for (var part : parts) {
                var name = part.getFileName().toString();
                Files.move(
                        part,
                        folder.resolve(name.substring(0, name.length() - ".part".length())),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            parts.clear();
        }

        @Override
        public void close() throws IOException {
            if (open != null) {
                open.close();
            }
            for (var part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** A zip, written beside its place. The same rows give the same bytes. */
    private static final class Zip implements Target {

        private static final LocalDateTime NO_PARTICULAR_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

        private final Path place;
        private final Path part;
        private final ZipOutputStream zip;

        Zip(Path place) throws IOException {
            this.place = place;
            this.part = place.resolveSibling(place.getFileName() + ".part");
            if (place.toAbsolutePath().getParent() != null) {
                Files.createDirectories(place.toAbsolutePath().getParent());
            }
            this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
        }

        @Override
        public OutputStream begin(BundleFile file) throws IOException {
            var entry = new ZipEntry(file.fileName());
            entry.setTimeLocal(NO_PARTICULAR_TIME);
            zip.putNextEntry(entry);
            return zip;
        }

        @Override
        public void end(OutputStream file) throws IOException {
            zip.closeEntry();
        }

        @Override
        public void finish() throws IOException {
            zip.close();
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            zip.close();
            Files.deleteIfExists(part);
        }
    }
}
