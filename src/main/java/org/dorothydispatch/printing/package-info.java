/**
 * The plan on paper: run sheets and an office's week as pages and as PDF, and files that still open when the console is
 * down. Reads across tables like the board; owns only the notes on its own files.
 */
@ApplicationModule(
        displayName = "Printing",
        allowedDependencies = {"shared", "security", "uikit", "office", "preference", "flags"})
@NullMarked
package org.dorothydispatch.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
