package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFilesTest {

    @TempDir
    Path temporary;

    private Path folder;
    private SnapshotFiles files;

    @BeforeEach
    void aFolderThatIsNotThereYet() {
        folder = temporary.resolve("data/snapshots");
        files = new SnapshotFiles(folder);
    }

    @Test
    void aFileIsWrittenAndKnowsWhatItShows() throws IOException {
        assertThat(files.state("RIVER")).isEmpty();
        files.write("RIVER", "<p>Monday</p>", "1 7 2026-10-05");
        assertThat(folder.resolve("RIVER.html")).content().startsWith("<p>Monday</p>");
        assertThat(files.state("RIVER")).contains("1 7 2026-10-05");
    }

    @Test
    void whoeverReadsWhileItIsReplacedHasTheOldOneToTheEnd() throws IOException {
        files.write("RIVER", "old", "1");
        try (var reader = Files.newInputStream(files.of("RIVER"))) {
            files.write("RIVER", "new", "2");
            assertThat(new String(reader.readAllBytes())).startsWith("old");
        }
        assertThat(files.of("RIVER")).content().startsWith("new");
        assertThat(names()).containsExactly("RIVER.html");
    }

    @Test
    void whenWritingFailsTheOldFileStays() throws IOException {
        files.write("RIVER", "old", "1");
        // A folder that is not empty cannot be replaced by a file.
        Files.createDirectories(files.of("HILL").resolve("something"));
        assertThatThrownBy(() -> files.write("HILL", "new", "2")).isInstanceOf(IOException.class);
        assertThat(files.of("RIVER")).content().startsWith("old");
        assertThat(names()).containsExactlyInAnyOrder("RIVER.html", "HILL.html");
    }

    @Test
    void aFileCutShortIsNone() throws IOException {
        files.write("RIVER", "content", "1 7 2026-10-05");
        var whole = Files.readString(files.of("RIVER"));
        Files.writeString(files.of("RIVER"), whole.substring(0, whole.length() - 5));
        assertThat(files.state("RIVER")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "a/b", "a\\b", "..", ".", "", "C:", "Zürich 1", "上海", "a\0b", "-rf", "x*?"})
    void anOddCodeStaysInTheFolder(String code) throws IOException {
        files.write(code, "content", "1");
        assertThat(files.of(code).getParent()).isEqualTo(files.folder());
        assertThat(names())
                .hasSize(1)
                .allSatisfy(name -> assertThat(name).matches("[A-Za-z0-9_-]*\\.[0-9a-f]{12}\\.html"));
        assertThat(files.state(code)).contains("1");
    }

    @Test
    void codesThatOneDiskMayTakeForTheSameHaveFilesOfTheirOwn() {
        assertThat(Stream.of("RIVER", "river", "River", "R/VER", "R_VER", "R VER")
                        .map(SnapshotFiles::name)
                        .map(String::toLowerCase))
                .doesNotHaveDuplicates();
    }

    @Test
    void filesOfOfficesThatAreGoneAreTakenAway() throws IOException {
        files.write("RIVER", "river", "1");
        files.write("OLD", "old", "1");
        files.write("a/b", "odd", "1");
        Files.writeString(folder.resolve(".snapshot-123.tmp"), "half of");
        Files.writeString(folder.resolve("notes.html"), "of somebody else");
        Files.writeString(folder.resolve("notes.txt"), "of somebody else");

        files.keepOnly(List.of("RIVER"));

        assertThat(names()).containsExactlyInAnyOrder("RIVER.html", "notes.html", "notes.txt");
    }

    @Test
    void aFolderThatWasNeverMadeHasNothingToTakeAway() throws IOException {
        files.keepOnly(List.of("RIVER"));
        assertThat(folder).doesNotExist();
    }

    private List<String> names() throws IOException {
        try (var list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).toList();
        }
    }
}
