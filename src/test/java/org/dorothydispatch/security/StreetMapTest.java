package org.dorothydispatch.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetMapTest {

    private static final String STYLE = "https://tiles.example.org:8443/style.json?key=1";

    @Test
    void withoutSettingsNoOtherHostIsAsked() {
        var streets = new StreetMap(" ", "");

        assertThat(streets.file()).isEmpty();
        assertThat(streets.style()).isEmpty();
        assertThat(streets.host()).isEmpty();
    }

    @Test
    void ofAStyleElsewhereOnlyItsHostIsOpened() {
        var streets = new StreetMap("", STYLE);

        assertThat(streets.style()).contains(URI.create(STYLE));
        assertThat(streets.host()).contains("https://tiles.example.org:8443");
    }

    @Test
    void aFileOfOurOwnIsPreferredAndOpensNothing(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("region.pmtiles"), "PMTiles");

        var streets = new StreetMap(file.toString(), STYLE);

        assertThat(streets.file()).contains(file);
        assertThat(streets.host()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "style.json",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https:///style.json",
                "https://user:word@tiles.example.org/style.json",
                "https://tiles.example.org; script-src *",
                "https://a b/"
            })
    void whatIsNoAddressOfAStyleOpensNothing(String style) {
        assertThat(new StreetMap("", style).host()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereLeavesTheStyle(@TempDir Path folder) {
        var streets = new StreetMap(folder.resolve("gone.pmtiles").toString(), STYLE);

        assertThat(streets.file()).isEmpty();
        assertThat(streets.host()).isPresent();
    }
}
