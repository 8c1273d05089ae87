package org.dorothydispatch.security;

import java.util.Optional;
import java.util.Set;

/**
 * A user as the database has them now, not as they were when they signed in.
 *
 * @param credential changes with the password and tells nothing else
 */
record LiveUser(
        String username,
        String name,
        boolean enabled,
        Set<Role> roles,
        Set<String> offices,
        Optional<String> technician,
        int credential) {

    /** Administrators may do whatever the other roles may. */
    boolean hasAny(Role... wanted) {
        if (roles.contains(Role.ADMINISTRATOR)) {
            return true;
        }
        for (var role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
