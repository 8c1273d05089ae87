package org.dorothydispatch.importing;

import java.nio.file.Path;

/** Reads a bundle line by line and checks every rule of its format; whatever is wrong is in the report, never thrown. */
public final class BundleReader {

    private BundleReader() {}

    /**
     * Reads the folder or {@code .zip} at {@code bundle} and gives each good line to {@code sink}.
     *
     * @param known what exists outside the bundle; {@link KnownCodes#NONE} when nothing does
     */
    public static BundleReport read(Path bundle, KnownCodes known, BundleSink sink) {
        throw new UnsupportedOperationException("The reader follows in the next change.");
    }
}
