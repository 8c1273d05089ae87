package org.dorothydispatch.security;

import java.util.Optional;
import java.util.Set;

/** A user as an administrator sees them. {@code version} is handed back with a change. */
public record UserRow(
        String username,
        String name,
        Set<Role> roles,
        Set<String> offices,
        Optional<String> technician,
        Optional<String> email,
        boolean enabled,
        int version) {}
