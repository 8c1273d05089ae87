/**
 * Screens of the board that people keep under a name, for themselves or for their office.
 */
@ApplicationModule(
        displayName = "Saved views",
        allowedDependencies = {"shared", "security", "office"})
@NullMarked
package org.dorothydispatch.savedview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
