package org.dorothydispatch.security;

import java.util.Optional;
import java.util.Set;

/** What it takes to make a user. Offices and technician are codes. */
public record NewUser(
        String username,
        String name,
        String password,
        Set<Role> roles,
        Set<String> offices,
        Optional<String> technician) {

    /** Keeps the password out of logs and stack traces. */
    @Override
    public String toString() {
        return "NewUser[%s, %s, %s, %s]".formatted(username, name, roles, offices);
    }
}
