/**
 * The frame around every screen: layout, sign-in, set-up, people, error pages. A view appears in the navigation by
 * itself when it says {@code @Menu(title = "Board", order = 10, icon = "icons/board.svg")} and the person may enter it.
 */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"shared", "security", "audit", "uikit", "office"})
@NullMarked
package org.dorothydispatch.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
