package org.dorothydispatch.office;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A protocol in force at an office.
 *
 * @param kind and {@code level} are written as in the bundle: {@code ON_DUE_DAY}, {@code inform}
 */
public record ProtocolRow(
        String code,
        @Nullable String office,
        String kind,
        @Nullable Integer number,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        String level,
        Integer version) {}
