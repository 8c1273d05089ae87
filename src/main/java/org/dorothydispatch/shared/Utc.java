package org.dorothydispatch.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments as the database keeps them: a date and a time without a zone, in UTC. */
public final class Utc {

    private Utc() {}

    public static LocalDateTime of(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    public static @Nullable LocalDateTime ofNullable(@Nullable Instant moment) {
        return moment == null ? null : of(moment);
    }

    public static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    /** The day it was there. */
    public static LocalDate day(LocalDateTime utc, ZoneId zone) {
        return LocalDate.ofInstant(instant(utc), zone);
    }

    public static @Nullable Instant nullableInstant(@Nullable LocalDateTime utc) {
        return utc == null ? null : instant(utc);
    }
}
