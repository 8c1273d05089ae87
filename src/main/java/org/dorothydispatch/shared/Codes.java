package org.dorothydispatch.shared;

import java.util.Arrays;
import java.util.List;

/** Codes as they stand in an address: RIVER,HILL. */
public final class Codes {

    private Codes() {}

    /** Each once, in their order; empty for a blank list. */
    public static List<String> in(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }
}
