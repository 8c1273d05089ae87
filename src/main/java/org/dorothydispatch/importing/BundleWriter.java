package org.dorothydispatch.importing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a bundle row by row to a folder, or to a zip when the path ends in {@code .zip}. Nothing stands at the target
 * until {@link #finish()}: a writer that is closed before leaves no half bundle behind.
 */
public final class BundleWriter implements Closeable {

    private BundleWriter() {}

    public static BundleWriter to(Path target) throws IOException {
        throw new UnsupportedOperationException("The writer follows in the next change.");
    }

    /** Rows come file by file in the order of {@link BundleFile}; within a file in the order they shall stand. */
    public void write(BundleRow row) throws IOException {}

    /** All rows are written: puts the files in their place. Files without rows hold their header. */
    public void finish() throws IOException {}

    @Override
    public void close() throws IOException {}
}
