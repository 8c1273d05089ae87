package org.dorothydispatch.importing;

/**
 * Receives the good lines of a bundle, one by one, file by file in the order of {@link BundleFile}. A line arrives before
 * later lines are known to be good: who stores them stores all or nothing once {@link BundleReport#ok()} is known.
 */
@FunctionalInterface
public interface BundleSink {

    /** For who only wants the report. */
    BundleSink NOTHING = (row, line) -> {};

    /** A line without a fault; {@code line} is where it begins in its file, the header being line 1. */
    void row(BundleRow row, long line);

    /** Called now and then while reading, and once at the end: bytes read of bytes to read. */
    default void progress(long read, long total) {}
}
