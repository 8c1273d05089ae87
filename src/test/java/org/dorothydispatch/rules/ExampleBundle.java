package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dorothydispatch.importing.BundleReader;
import org.dorothydispatch.importing.BundleWorld;
import org.dorothydispatch.importing.KnownCodes;

/** One of the project's example bundles as a world. */
final class ExampleBundle {

    private ExampleBundle() {}

    static World world(String name) {
        var facts = new BundleWorld();
        var report = BundleReader.read(Path.of("samples", name), KnownCodes.NONE, facts);
        assertThat(report.errors()).isEmpty();
        return facts.world();
    }
}
