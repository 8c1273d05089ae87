/**
 * The checks: every rule once, on plain values. No Spring and no database in this package; board, planner,
 * import, API and the headless commands all ask here.
 */
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {"shared", "travel"})
@NullMarked
package org.dorothydispatch.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
