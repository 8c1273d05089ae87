/**
 * The commands that need no server and no browser: check, plan, import, export, rollup.
 */
@ApplicationModule(
        displayName = "Headless commands",
        allowedDependencies = {"shared", "travel", "rules", "importing", "comparison"})
@NullMarked
package org.dorothydispatch.headless;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
