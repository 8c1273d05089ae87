package org.dorothydispatch.rules;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A consistency rule of the company, or of one office. */
public record ProtocolFacts(
        String code,
        @Nullable OfficeFacts office,
        ProtocolKind kind,
        @Nullable Integer number,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        Level level)
        implements Coded {

    public ProtocolFacts {
        Minutes.requireWhole(from);
        Minutes.requireWhole(to);
        if (level != Level.BLOCK && level != Level.REASON && level != Level.INFORM) {
            throw new IllegalArgumentException(
                    "A protocol blocks, asks for a reason or informs; (%s) of (%s) is none of these."
                            .formatted(level.word(), code));
        }
    }

    boolean concerns(OfficeFacts other) {
        return office == null || Coded.same(office, other);
    }
}
