package org.dorothydispatch.security;

import java.util.Optional;
import java.util.Set;

/** What it takes to make a user. Offices and technician are codes; to an e-mail address the person is written. */
public record NewUser(
        String username,
        String name,
        String password,
        Set<Role> roles,
        Set<String> offices,
        Optional<String> technician,
        Optional<String> email) {

    /** Somebody who is not written to. */
    public NewUser(
            String username,
            String name,
            String password,
            Set<Role> roles,
            Set<String> offices,
            Optional<String> technician) {
        this(username, name, password, roles, offices, technician, Optional.empty());
    }

    /** Keeps the password out of logs and stack traces. */
    @Override
    public String toString() {
        return "NewUser[%s, %s, %s, %s]".formatted(username, name, roles, offices);
    }
}
