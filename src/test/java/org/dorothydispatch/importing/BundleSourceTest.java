package org.dorothydispatch.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.importing.BundleFixture.good;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may come as a bundle at all: folders and zips, and what is refused before a cell is read. */
class BundleSourceTest {

    private static final String WHAT_IT_IS = " A bundle is a folder, or a zip of one, with offices.csv and more in it.";

    @TempDir
    Path folder;

    private Path zip;

    @BeforeEach
    void name() {
        zip = folder.resolve("bundle.zip");
    }

    @Test
    void readsAZipWithItsFilesAtTheTop() throws IOException {
        writeZip("");

        assertThat(read(zip).errors()).isEmpty();
        assertThat(read(zip).rows()).hasSize(13);
    }

    @Test
    void readsAZipOfOneFolderWhateverAMacPutsBeside() throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "autumn/", "");
            for (var file : good().files().entrySet()) {
                put(out, "autumn/" + file.getKey(), new String(file.getValue(), UTF_8));
                put(out, "__MACOSX/autumn/._" + file.getKey(), "\0\5\26\7");
            }
        }

        assertThat(read(zip).errors()).isEmpty();
        assertThat(read(zip).warnings()).isEmpty();
        assertThat(read(zip).rows()).hasSize(13);
    }

    @Test
    void refusesAPathThatIsNotThere() {
        assertRefused(folder.resolve("nowhere"), "There is no such folder or zip." + WHAT_IT_IS);
    }

    @Test
    void refusesAnEmptyFolder() {
        assertRefused(folder, "The folder is empty." + WHAT_IT_IS);
    }

    @Test
    void refusesAFolderOfOtherPeoplesFiles() throws IOException {
        for (int i = 1; i <= 7; i++) {
            Files.writeString(folder.resolve("invoices-%d.csv".formatted(i)), "a,b\n1,2\n");
        }

        assertRefused(
                folder,
                "The folder holds no file of a bundle, only invoices-1.csv, invoices-2.csv, invoices-3.csv, invoices-4.csv, invoices-5.csv and 2 more."
                        + WHAT_IT_IS);
    }

    @Test
    void refusesAFileThatIsNoZip() throws IOException {
        Files.writeString(zip, "code,name,time_zone\n");

        assertThat(read(zip).errors())
                .singleElement()
                .asString()
                .startsWith(zip + ": This is neither a folder nor a whole zip (")
                .endsWith(WHAT_IT_IS);
    }

    @Test
    void refusesAZipThatWasCutOff() throws IOException {
        writeZip("");
        var bytes = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(read(zip).errors())
                .singleElement()
                .asString()
                .startsWith(zip + ": This is neither a folder nor a whole zip (");
    }

    @Test
    void saysWhichFileOfAZipIsDamaged() throws IOException {
        writeZip("");
        try (var file = new RandomAccessFile(zip.toFile(), "rw")) {
            // Inside the compressed bytes of the first file, behind its header of 30 bytes and its name.
            file.seek(30 + "offices.csv".length() + 20);
            file.write(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
        }

        assertThat(read(zip).errors())
                .extracting(Problem::toString)
                .contains("offices.csv: The file is damaged inside the zip; pack it again.")
                .allMatch(problem -> problem.startsWith("offices.csv:"));
    }

    @Test
    void refusesAZipThatClimbsOut() throws IOException {
        for (var path :
                new String[] {"../evil.csv", "a/../../evil.csv", "/etc/evil.csv", "C:\\evil.csv", "..\\evil.csv"}) {
            try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
                put(out, "offices.csv", "code,name,time_zone\n");
                put(out, path, "x");
            }

            assertRefused(zip, "The zip holds a path outside itself (\"%s\"); nothing of it is read.".formatted(path));
        }
    }

    @Test
    void refusesAZipInsideAZip() throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "inner.zip", "PK");
        }

        assertRefused(
                zip,
                "The zip holds another zip (\"inner.zip\") and no file of a bundle; unpack that one." + WHAT_IT_IS);
    }

    @Test
    void refusesAZipOfSeveralBundles() throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "hill/offices.csv", "code,name,time_zone\n");
            put(out, "river/offices.csv", "code,name,time_zone\n");
        }

        assertRefused(zip, "The zip holds several bundles (hill/, river/); send one.");
    }

    @Test
    void refusesAnEmptyZip() throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "notes/", "");
        }

        assertRefused(zip, "The zip is empty." + WHAT_IT_IS);
    }

    @Test
    void refusesAZipThatSaysItIsTooLarge() throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "offices.csv", "code,name,time_zone\n");
            put(out, "notes.txt", "small");
        }
        claimSizeOfLast(zip, 1_000_000_000);

        assertRefused(zip, "The zip unpacks to more than 1 GB; split the bundle by office.");
    }

    @Test
    void refusesAFileThatBurstsWhileItIsRead() throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "offices.csv", "code,name,time_zone\n" + "\n".repeat(21_000_000));
        }

        assertThat(Files.size(zip)).isLessThan(100_000);
        assertThat(read(zip).errors())
                .extracting(Problem::toString)
                .containsExactly(
                        "offices.csv: The file unpacks to more than 300 times its size in the zip; that is no table.");

        claimSizeOfLast(zip, 20);
        assertThat(read(zip).errors())
                .extracting(Problem::toString)
                .containsExactly(
                        "offices.csv: The file unpacks to more than 300 times its size in the zip; that is no table.");
    }

    @Test
    void refusesAFileOfMoreThanTwoHundredMegabytes() throws IOException {
        good().writeTo(folder);
        try (var visits = new RandomAccessFile(folder.resolve("visits.csv").toFile(), "rw")) {
            visits.setLength(200_000_001);
        }

        assertThat(read(folder).errors())
                .extracting(Problem::toString)
                .containsExactly("visits.csv: The file is larger than 200 MB; split the bundle by office.");
    }

    @Test
    void doesNotTakeAFolderForAFile() throws IOException {
        good().without("visits.csv")
                .without("consents.csv")
                .without("overrides.csv")
                .writeTo(folder);
        Files.createDirectory(folder.resolve("visits.csv"));

        assertThat(read(folder).errors()).isEmpty();
        assertThat(read(folder).rows()).doesNotContainKey(BundleFile.VISITS);
    }

    private void writeZip(String prefix) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : good().files().entrySet()) {
                put(out, prefix + file.getKey(), new String(file.getValue(), UTF_8));
            }
        }
    }

    private static void put(ZipOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(UTF_8));
        out.closeEntry();
    }

    /** Writes another unpacked size into the last entry of a zip's directory. */
    private static void claimSizeOfLast(Path zip, int size) throws IOException {
        try (var file = new RandomAccessFile(zip.toFile(), "rw")) {
            var bytes = new byte[(int) file.length()];
            file.readFully(bytes);
            int entry = bytes.length - 4;
            while (bytes[entry] != 'P' || bytes[entry + 1] != 'K' || bytes[entry + 2] != 1 || bytes[entry + 3] != 2) {
                entry--;
            }
            file.seek(entry + 24);
            file.writeInt(Integer.reverseBytes(size));
        }
    }

    private static void assertRefused(Path bundle, String sentence) {
        assertThat(read(bundle).errors()).extracting(Problem::toString).containsExactly(bundle + ": " + sentence);
    }

    private static BundleReport read(Path bundle) {
        return BundleReader.read(bundle, KnownCodes.NONE, BundleSink.NOTHING);
    }
}
