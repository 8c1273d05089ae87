package org.dorothydispatch.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The files of a bundle, in the order in which they are read and written: nothing names a code of a later file. */
public enum BundleFile {
    OFFICES("office"),
    TECHNICIANS("technician"),
    ABSENCES("absence"),
    ROUTES("route"),
    CUSTOMERS("customer"),
    SITES("site"),
    AGREEMENTS("agreement"),
    PREFERENCES("preference"),
    INTRODUCTIONS("introduction"),
    PROTOCOLS("protocol"),
    VISITS("visit"),
    CONSENTS("consent"),
    OVERRIDES("override");

    private final String noun;

    BundleFile(String noun) {
        this.noun = noun;
    }

    /** As it stands in the folder: {@code offices.csv}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    /** What one line of the file is, in a sentence: {@code office}. */
    public String noun() {
        return noun;
    }

    static Optional<BundleFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName().equals(fileName))
                .findFirst();
    }
}
