package org.dorothydispatch.customer;

import org.jspecify.annotations.Nullable;

/**
 * A customer somebody looked for.
 *
 * @param name what the customer likes to be called
 * @param fullName as on the agreement
 * @param street the first of their addresses
 */
public record CustomerFound(
        String code,
        String name,
        String fullName,
        String office,
        @Nullable String phone,
        @Nullable String street) {}
