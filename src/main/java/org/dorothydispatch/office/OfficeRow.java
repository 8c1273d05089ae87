package org.dorothydispatch.office;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A branch as lists show it. */
public record OfficeRow(
        String code,
        String name,
        ZoneId timeZone,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String address,
        Integer version) {}
