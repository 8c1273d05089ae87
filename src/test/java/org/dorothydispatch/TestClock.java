package org.dorothydispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Stands still where a test has set it, until the test moves it on; until it is set it goes as the system's clock does. */
public final class TestClock extends Clock {

    /** Null while it is the system's. Tasks of the application read it while a test sets it. */
    private volatile @Nullable Instant now;

    public void set(Instant moment) {
        now = moment;
    }

    public void pass(Duration time) {
        now = instant().plus(time);
    }

    void followTheSystem() {
        now = null;
    }

    @Override
    public Instant instant() {
        var set = now;
        return set == null ? Clock.systemUTC().instant() : set;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var here = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return here.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return here.withZone(other);
            }
        };
    }
}
