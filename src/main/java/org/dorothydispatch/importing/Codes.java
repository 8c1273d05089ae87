package org.dorothydispatch.importing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every code a reading has met so far, whose it is, and what is known from outside the bundle. */
final class Codes {

    /** Where a code was found, and the customer it belongs to if it belongs to one. */
    record Found(BundleFile file, @Nullable String customer) {}

    private final Map<BundleFile, CodeIndex> indexes = new EnumMap<>(BundleFile.class);
    private final CodeIndex customers = new CodeIndex();
    private final Set<BundleFile> incomplete = EnumSet.noneOf(BundleFile.class);
    private final KnownCodes known;

    Codes(KnownCodes known) {
        this.known = known;
    }

    /** Adds a row's code; returns the line where it stands already, or 0. */
    int add(BundleFile file, String code, long line, @Nullable String customer) {
        var index = indexes.computeIfAbsent(file, any -> new CodeIndex());
        int earlier = index.find(code);
        if (earlier >= 0) {
            return index.line(earlier);
        }
        index.add(code, line, customer == null ? CodeIndex.NONE : customers.intern(customer));
        return 0;
    }

    /** A file that could not be read to its end: nobody can say of a code that it is not in there. */
    void incomplete(BundleFile file) {
        incomplete.add(file);
    }

    boolean mayHold(List<BundleFile> files) {
        return files.stream().anyMatch(incomplete::contains);
    }

    Optional<Found> find(List<BundleFile> files, String code) {
        for (var file : files) {
            var index = indexes.get(file);
            int position = index == null ? -1 : index.find(code);
            if (position >= 0) {
                return Optional.of(new Found(file, customer(file, code, index.number(position))));
            }
        }
        for (var file : files) {
            var outside = known.find(file, code);
            if (outside.isPresent()) {
                return Optional.of(new Found(
                        file,
                        file == BundleFile.CUSTOMERS ? code : outside.get().customer()));
            }
        }
        return Optional.empty();
    }

    private @Nullable String customer(BundleFile file, String code, int number) {
        return file == BundleFile.CUSTOMERS ? code : number == CodeIndex.NONE ? null : customers.code(number);
    }
}
