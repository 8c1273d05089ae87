package org.dorothydispatch.shared;

import java.time.LocalTime;

/** The shift of a technician who has none written. */
public final class UsualShift {

    public static final LocalTime START = LocalTime.of(8, 0);
    public static final LocalTime END = LocalTime.of(17, 0);

    private UsualShift() {}
}
