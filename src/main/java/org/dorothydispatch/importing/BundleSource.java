package org.dorothydispatch.importing;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A folder or a zip that holds the files of a bundle, with the limits on what it may hold. */
final class BundleSource implements Closeable {

    /** The bundle cannot be taken at all. The message is a whole sentence. */
    static final class Refused extends IOException {
        Refused(String message) {
            super(message);
        }
    }

    /** One of its files cannot be taken. The message is a whole sentence. */
    static final class FileRefused extends IOException {
        FileRefused(String message) {
            super(message);
        }
    }

    static final long LARGEST_FILE = 200_000_000;
    static final long LARGEST_BUNDLE = 1_000_000_000;
    /** Text shrinks to a tenth or so; a file that shrank this far was made to burst. */
    private static final long LARGEST_RATIO = 300;

    private static final long RATIO_COUNTS_FROM = 20_000_000;
    private static final String WHAT_IT_IS = "A bundle is a folder, or a zip of one, with offices.csv and more in it.";

    /** @param entry what the zip says of the file; null in a folder */
    private record Part(
            Content content, long size, @Nullable ZipEntry entry) {}

    private interface Content {
        InputStream open() throws IOException;
    }

    private final Map<BundleFile, Part> parts = new EnumMap<>(BundleFile.class);
    private final List<String> strangers = new ArrayList<>();
    private final @Nullable ZipFile zip;
    private final Map<BundleFile, Long> unpacked = new EnumMap<>(BundleFile.class);

    private BundleSource(@Nullable ZipFile zip) {
        this.zip = zip;
    }

    static BundleSource open(Path path) throws Refused {
        try {
            if (Files.isDirectory(path)) {
                return folder(path);
            }
            if (Files.isRegularFile(path)) {
                return zip(path);
            }
        } catch (AccessDeniedException denied) {
            throw new Refused("The bundle cannot be read: access is denied.");
        } catch (Refused refused) {
            throw refused;
        } catch (IOException broken) {
            throw new Refused("The bundle cannot be read: %s.".formatted(reason(broken)));
        }
        throw new Refused("There is no such folder or zip. " + WHAT_IT_IS);
    }

    boolean has(BundleFile file) {
        return parts.containsKey(file);
    }

    /** Other CSV files that lie beside those of the bundle. */
    List<String> strangers() {
        return strangers;
    }

    /** Bytes of all files together, as far as it is known before reading them. */
    long size() {
        return parts.values().stream().mapToLong(Part::size).sum();
    }

    /** The bytes of a file; reading on past a limit throws {@link Refused} or {@link FileRefused}. */
    InputStream open(BundleFile file) throws IOException {
        var part = parts.get(file);
        if (part.size > LARGEST_FILE) {
            throw tooLarge();
        }
        unpacked.put(file, 0L);
        return new Limited(part.content.open(), file, part.entry);
    }

    /** Bytes that all files together gave so far. */
    long read() {
        return unpacked.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    private static BundleSource folder(Path folder) throws IOException {
        var source = new BundleSource(null);
        var others = new TreeSet<String>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                var name = entry.getFileName().toString();
                var file = BundleFile.named(name);
                if (file.isEmpty()) {
                    others.add(name);
                } else if (Files.isRegularFile(entry)) {
                    source.parts.put(file.get(), new Part(() -> Files.newInputStream(entry), Files.size(entry), null));
                }
            }
        }
        source.settle("folder", others);
        return source;
    }

    private static BundleSource zip(Path path) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException notAZip) {
            var message = String.valueOf(notAZip.getMessage());
            throw new Refused(
                    message.contains("encrypted")
                            ? "The zip is locked with a password. Send it without one."
                            : "This is neither a folder nor a whole zip (%s). ".formatted(message) + WHAT_IT_IS);
        } catch (FileNotFoundException denied) {
            throw new AccessDeniedException(path.toString());
        }
        try {
            var source = new BundleSource(zip);
            source.fill(zip);
            return source;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void fill(ZipFile zip) throws Refused {
        var entries = new LinkedHashMap<String, ZipEntry>();
        long size = 0;
        for (var entry : Collections.list(zip.entries())) {
            var name = entry.getName().replace('\\', '/');
            if (climbs(name)) {
                throw new Refused("The zip holds a path outside itself (%s); nothing of it is read."
                        .formatted(Quoted.of(entry.getName())));
            }
            size += Math.max(0, entry.getSize());
            if (size > LARGEST_BUNDLE) {
                throw burst();
            }
            if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && entries.put(name, entry) != null) {
                throw new Refused("The zip holds %s twice; nothing of it is read.".formatted(Quoted.of(name)));
            }
        }
        var folder = folderOfBundle(entries.keySet());
        var others = new TreeSet<String>();
        for (var named : entries.entrySet()) {
            var entry = named.getValue();
            var file = named.getKey().startsWith(folder)
                    ? BundleFile.named(named.getKey().substring(folder.length()))
                    : Optional.<BundleFile>empty();
            if (file.isPresent()) {
                parts.put(file.get(), new Part(() -> zip.getInputStream(entry), entry.getSize(), entry));
            } else {
                others.add(named.getKey());
            }
        }
        settle("zip", others);
    }

    private static boolean climbs(String name) {
        return name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..");
    }

    /** The files lie at the top of the zip or in its one folder; the answer is "" or the folder with its slash. */
    private static String folderOfBundle(Set<String> names) throws Refused {
        var folders = new TreeSet<String>();
        for (var name : names) {
            int slash = name.indexOf('/');
            if (BundleFile.named(name.substring(slash + 1)).isPresent()) {
                folders.add(name.substring(0, slash + 1));
            }
        }
        if (folders.isEmpty() || folders.contains("")) {
            return "";
        }
        if (folders.size() > 1) {
            throw new Refused("The zip holds several bundles (%s); send one.".formatted(list(folders)));
        }
        return folders.first();
    }

    private void settle(String what, TreeSet<String> others) throws Refused {
        if (!parts.isEmpty()) {
            others.stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .forEach(strangers::add);
            return;
        }
        if (others.isEmpty()) {
            throw new Refused("The %s is empty. %s".formatted(what, WHAT_IT_IS));
        }
        var inner = others.stream().filter(name -> name.endsWith(".zip")).findFirst();
        throw new Refused(
                inner.isPresent()
                        ? "The %s holds another zip (%s) and no file of a bundle; unpack that one. %s"
                                .formatted(what, Quoted.of(inner.get()), WHAT_IT_IS)
                        : "The %s holds no file of a bundle, only %s. %s".formatted(what, list(others), WHAT_IT_IS));
    }

    private static String list(Set<String> names) {
        var shown = names.stream().limit(5).map(Quoted::plain).collect(Collectors.joining(", "));
        return names.size() > 5 ? "%s and %d more".formatted(shown, names.size() - 5) : shown;
    }

    private static FileRefused tooLarge() {
        return new FileRefused("The file is larger than 200 MB; split the bundle by office.");
    }

    static String reason(IOException broken) {
        var message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : Quoted.plain(message);
    }

    /** Counts what comes out and stops at the limits, whatever the zip says of itself. */
    private final class Limited extends FilterInputStream {

        private final BundleFile file;
        private final @Nullable ZipEntry entry;
        private final CRC32 sum = new CRC32();
        private long count;

        Limited(InputStream in, BundleFile file, @Nullable ZipEntry entry) {
            super(in);
            this.file = file;
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            if (got > 0) {
                count += got;
                unpacked.put(file, count);
                if (count > LARGEST_FILE) {
                    throw tooLarge();
                }
            }
            if (entry != null) {
                check(entry, bytes, offset, got);
            }
            return got;
        }

        private void check(ZipEntry entry, byte[] bytes, int offset, int got) throws IOException {
            if (got < 0) {
                // The library gives out what it unpacks without comparing it with the sum beside it.
                if (sum.getValue() != entry.getCrc()) {
                    throw new FileRefused("The file is damaged inside the zip; pack it again.");
                }
                return;
            }
            sum.update(bytes, offset, got);
            if (BundleSource.this.read() > LARGEST_BUNDLE) {
                throw burst();
            }
            if (count > RATIO_COUNTS_FROM && count / LARGEST_RATIO > entry.getCompressedSize()) {
                throw new FileRefused("The file unpacks to more than %d times its size in the zip; that is no table."
                        .formatted(LARGEST_RATIO));
            }
        }
    }

    private static Refused burst() {
        return new Refused("The zip unpacks to more than 1 GB; split the bundle by office.");
    }
}
