/**
 * Words every feature uses: roles, lights, weekdays and lists as the bundle writes them. No Spring beans.
 */
@ApplicationModule(
        displayName = "Shared words",
        allowedDependencies = {})
@NullMarked
package org.dorothydispatch.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
