package org.dorothydispatch.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What a figure comes to.
 *
 * @param value null where there was nothing to count
 * @param sample of how many
 * @param open so many more may be found to belong to it: broken promises nobody has looked at yet
 */
public record FigureValue(@Nullable Double value, long sample, long open) {

    /** Fewer than this are few. */
    public static final int SMALL = 30;

    static final FigureValue NONE = new FigureValue(null, 0);

    FigureValue(@Nullable Double value, long sample) {
        this(value, sample, 0);
    }

    public boolean present() {
        return value != null;
    }

    /** So few that chance may have made it. */
    public boolean small() {
        return present() && sample < SMALL;
    }
}
