/**
 * How long a drive takes.
 */
@ApplicationModule(
        displayName = "Travel",
        allowedDependencies = {"shared"})
@NullMarked
package org.dorothydispatch.travel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
