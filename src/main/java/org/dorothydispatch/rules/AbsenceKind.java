package org.dorothydispatch.rules;

import java.util.Locale;

/** Why a technician is away. */
public enum AbsenceKind {
    SICK,
    VACATION,
    TRAINING,
    OTHER;

    /** The word the bundle uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AbsenceKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
