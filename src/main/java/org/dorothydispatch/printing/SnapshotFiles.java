package org.dorothydispatch.printing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dorothydispatch.shared.Sha256;

/**
 * One file for each office in a folder. A reader finds either the old file or the new one, never half of one: it is
 * written beside and then moved into its place. The last line of a file says what it shows, so that a file cut short is
 * none.
 */
final class SnapshotFiles {

    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9][A-Z0-9_-]*");
    private static final String STATE = "\n<!-- dorothy snapshot: ";
    private static final String END = " -->\n";
    private static final int STATE_BYTES = 300;

    private final Path folder;

    SnapshotFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path folder() {
        return folder;
    }

    /**
     * A code may hold anything; the name of a file may not. A code that is not plain gets its safe letters and a number
     * of its own, which also keeps apart what some disks take for the same: {@code river} and {@code RIVER}.
     */
    static String name(String office) {
        if (PLAIN.matcher(office).matches()) {
            return office + ".html";
        }
        return office.replaceAll("[^A-Za-z0-9-]", "_") + "." + Sha256.of(office, 6) + ".html";
    }

    Path of(String office) {
        return folder.resolve(name(office));
    }

    /** What the file of an office shows; empty when there is none, or only a part of one. */
    Optional<String> state(String office) {
        try (var file = new RandomAccessFile(of(office).toFile(), "r")) {
            int length = (int) Math.min(STATE_BYTES, file.length());
            var tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            var text = new String(tail, StandardCharsets.UTF_8);
            int state = text.lastIndexOf(STATE);
            return state < 0 || !text.endsWith(END)
                    ? Optional.empty()
                    : Optional.of(text.substring(state + STATE.length(), text.length() - END.length()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Puts a file in the place of the one before, all at once. */
    void write(String office, String content, String state) throws IOException {
        Files.createDirectories(folder);
        var beside = Files.createTempFile(folder, ".snapshot-", ".tmp");
        try {
            Files.writeString(beside, content + STATE + state + END);
            try {
                Files.move(beside, of(office), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, of(office), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    byte[] read(String office) throws IOException {
        return Files.readAllBytes(of(office));
    }

    /** Takes away our files of offices that are gone, and what a crash left half written; other people's files stay. */
    void keepOnly(Collection<String> offices) throws IOException {
        var wanted = offices.stream().map(SnapshotFiles::name).collect(Collectors.toSet());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{*.html,.snapshot-*.tmp}")) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!wanted.contains(name) && (name.endsWith(".tmp") || isOurs(file))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            // Nothing was written yet.
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(STATE_BYTES, raw.length());
            var tail = new byte[length];
            raw.seek(raw.length() - length);
            raw.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8).contains(STATE);
        }
    }
}
