/**
 * Vaadin parts without domain decisions: faces, lights, notices.
 */
@ApplicationModule(
        displayName = "UI kit",
        allowedDependencies = {"shared"})
@NullMarked
package org.dorothydispatch.uikit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
