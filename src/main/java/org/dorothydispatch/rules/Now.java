package org.dorothydispatch.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The moment of asking, as the clock of each office shows it. */
@FunctionalInterface
public interface Now {

    /** The wall time in this zone. */
    LocalDateTime in(ZoneId zone);

    /** One instant, read in each office's own zone. */
    static Now at(Instant instant) {
        return zone -> LocalDateTime.ofInstant(instant, zone);
    }

    /** The same wall time in every office, as {@code check --now} says it. */
    static Now local(LocalDateTime wallTime) {
        return zone -> wallTime;
    }
}
