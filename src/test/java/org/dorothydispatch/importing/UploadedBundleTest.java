package org.dorothydispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadedBundleTest {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @Test
    void whatIsSentIsTakenUpToTheLastByteThatMayBe() throws Exception {
        var bundle = UploadedBundle.receive("../=evil.zip", ".zip", sent(200_000), 200_000);
        try {
            assertThat(Files.size(bundle.file())).isEqualTo(200_000);
            assertThat(bundle.name()).isEqualTo("_evil.zip");
        } finally {
            bundle.letGo();
        }
        assertThat(bundle.file().getParent()).doesNotExist();
    }

    @Test
    void oneByteMoreIsRefusedAndNothingOfItStaysOnTheDisk() throws Exception {
        var before = folders();

        assertThatThrownBy(
                        () -> UploadedBundle.receive("so large that it is refused.zip", ".zip", sent(200_001), 200_000))
                .isInstanceOf(UploadedBundle.TooLarge.class);

        assertThat(folders()).isEqualTo(before);
    }

    private static InputStream sent(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }

    /** Of this name only. */
    private static List<Path> folders() throws Exception {
        var found = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(TEMPORARY, "dorothy-bundle*")) {
            for (var folder : all) {
                if (Files.exists(folder.resolve("so large that it is refused.zip"))) {
                    found.add(folder);
                }
            }
        }
        return found;
    }
}
