package org.dorothydispatch.customer;

import org.jspecify.annotations.Nullable;

/** A place of a customer that is serviced, and how to get in. */
public record SiteRow(
        String code,
        @Nullable String address,
        double latitude,
        double longitude,
        @Nullable String access,
        Integer version) {}
