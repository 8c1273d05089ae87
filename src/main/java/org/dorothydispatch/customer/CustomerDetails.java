package org.dorothydispatch.customer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer with everything their panel shows.
 *
 * @param calledName what they like to be called, else their full name
 * @param technician the code of their technician
 * @param givesWay what gives way first comes first: {@code day}, {@code time}, {@code notice}, {@code person}
 */
public record CustomerDetails(
        String code,
        String name,
        String calledName,
        String office,
        @Nullable String kind,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String language,
        @Nullable LocalDate since,
        @Nullable String technician,
        List<String> givesWay,
        @Nullable String remember,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelReason,
        List<SiteRow> sites,
        Integer version) {}
