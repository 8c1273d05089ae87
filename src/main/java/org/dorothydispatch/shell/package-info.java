/**
 * The frame around every screen: layout, sign-in, set-up link, error page.
 */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"shared", "security", "audit", "uikit", "office"})
@NullMarked
package org.dorothydispatch.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
