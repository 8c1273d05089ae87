package org.dorothydispatch.rules;

/** Why a technician is away. */
public enum AbsenceKind implements Worded {
    SICK,
    VACATION,
    TRAINING,
    OTHER;

    public static AbsenceKind of(String word) {
        return Worded.of(AbsenceKind.class, word);
    }
}
