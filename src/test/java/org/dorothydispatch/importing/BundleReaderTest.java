package org.dorothydispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsAGoodBundleWithoutAWord() {
        var report = BundleReader.read(BundleFixture.good().writeTo(folder), KnownCodes.NONE, BundleSink.NOTHING);

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.rows())
                .containsEntry(BundleFile.VISITS, 2L)
                .containsEntry(BundleFile.OVERRIDES, 1L)
                .hasSize(13);
    }
}
