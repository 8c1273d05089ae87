package org.dorothydispatch.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A file in a temporary folder of its own, under the name the person knows it by; gone when it is let go. */
public record UploadedBundle(Path file) {

    public static final int MOST_MEGABYTES = 250;
    public static final long MOST_BYTES = MOST_MEGABYTES * 1_000_000L;
    private static final int LONGEST_NAME = 80;
    private static final Logger LOG = LoggerFactory.getLogger(UploadedBundle.class);

    /** More was sent than we take. */
    public static final class TooLarge extends IOException {}

    /** An empty place for a file of this name. */
    public static UploadedBundle named(String name) throws IOException {
        return named(name, ".zip");
    }

    private static UploadedBundle named(String name, String ending) throws IOException {
        // The name comes from outside: only what is harmless in a path is kept of it.
        var plain = Path.of(name.replace('\\', '/').replace("\0", ""))
                .getFileName()
                .toString()
                .replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        if (!plain.toLowerCase(Locale.ROOT).endsWith(ending)) {
            plain += ending;
        }
        var shortened = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        return new UploadedBundle(Files.createTempDirectory("dorothy-bundle").resolve(shortened));
    }

    /**
     * Takes what is sent, as it comes, and no more than we take.
     *
     * @param ending is put behind a name that does not end like this
     */
    public static UploadedBundle receive(String name, String ending, InputStream sent) throws IOException {
        return receive(name, ending, sent, MOST_BYTES);
    }

    /** @param most bytes that are taken at most */
    static UploadedBundle receive(String name, String ending, InputStream sent, long most) throws IOException {
        var bundle = named(name, ending);
        try (var out = Files.newOutputStream(bundle.file)) {
            var buffer = new byte[64 * 1024];
            var total = 0L;
            for (var read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
                total += read;
                if (total > most) {
                    throw new TooLarge();
                }
                out.write(buffer, 0, read);
            }
            return bundle;
        } catch (IOException e) {
            bundle.letGo();
            throw e;
        }
    }

    public String name() {
        return file.getFileName().toString();
    }

    public void letGo() {
        try {
            FileSystemUtils.deleteRecursively(file.getParent());
        } catch (IOException e) {
            LOG.warn("A temporary file could not be removed: {}", file, e);
        }
    }
}
