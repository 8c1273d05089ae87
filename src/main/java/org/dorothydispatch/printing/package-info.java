/**
 * The plan on paper: run sheets and an office's week as pages and as PDF, the figures of offices too, the letter that
 * brings those to managers once a month, and files that still open when the console is down. Reads across tables like the
 * board; owns only the notes on its own files and letters.
 */
@ApplicationModule(
        displayName = "Printing",
        allowedDependencies = {"shared", "security", "uikit", "office", "preference", "flags", "comparison"})
@NullMarked
package org.dorothydispatch.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
