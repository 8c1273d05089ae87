package org.dorothydispatch.importing;

import java.util.List;

/**
 * What an import would change, or why it cannot be stored.
 *
 * @param files the files that are in the bundle, in their order
 * @param offices names of the offices whose rows would change
 * @param warnings what was left out; {@code warningCount} counts all of them
 * @param problems the first of everything that is wrong; {@code problemCount} counts all of them. Not empty: nothing can
 *     be stored
 */
public record ImportPreview(
        List<FileChanges> files,
        List<String> offices,
        List<Problem> warnings,
        long warningCount,
        List<Problem> problems,
        long problemCount) {

    /**
     * One file.
     *
     * @param examples some of the changes in words: {@code Dorothy Hale: their technician Ana Petrov → Ben Okafor}
     */
    public record FileChanges(BundleFile file, long added, long changed, long unchanged, List<String> examples) {}

    /** The same, but it cannot be stored for this reason. */
    ImportPreview refused(Problem problem) {
        return new ImportPreview(files, offices, warnings, warningCount, List.of(problem), 1);
    }

    /** Nothing is wrong with it. */
    public boolean ok() {
        return problemCount == 0;
    }

    /** Storing it would change nothing. */
    public boolean nothingToDo() {
        return ok() && added() + changed() == 0;
    }

    public long added() {
        return files.stream().mapToLong(FileChanges::added).sum();
    }

    public long changed() {
        return files.stream().mapToLong(FileChanges::changed).sum();
    }

    public long unchanged() {
        return files.stream().mapToLong(FileChanges::unchanged).sum();
    }
}
