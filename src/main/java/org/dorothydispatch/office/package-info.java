/**
 * Offices with their time zones, and the protocols a company or an office has set.
 */
@ApplicationModule(
        displayName = "Offices",
        allowedDependencies = {"shared", "security", "audit", "uikit"})
@NullMarked
package org.dorothydispatch.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
