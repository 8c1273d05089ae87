package org.dorothydispatch.importing;

import java.util.Locale;

/** The files of a bundle, in the order in which they are read and written: nothing names a code of a later file. */
public enum BundleFile {
    OFFICES,
    TECHNICIANS,
    ABSENCES,
    ROUTES,
    CUSTOMERS,
    SITES,
    AGREEMENTS,
    PREFERENCES,
    INTRODUCTIONS,
    PROTOCOLS,
    VISITS,
    CONSENTS,
    OVERRIDES;

    /** As it stands in the folder: {@code offices.csv}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }
}
