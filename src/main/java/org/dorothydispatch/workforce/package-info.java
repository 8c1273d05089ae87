/**
 * Technicians with skills, shifts and absences, and the routes they usually drive.
 */
@ApplicationModule(
        displayName = "Workforce",
        allowedDependencies = {"shared", "security", "audit", "uikit", "office"})
@NullMarked
package org.dorothydispatch.workforce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
