/**
 * Users, roles, and which offices a user may see. Every service asks {@link
 * org.dorothydispatch.security.CurrentUser} before it answers.
 */
@ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"shared"})
@NullMarked
package org.dorothydispatch.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
