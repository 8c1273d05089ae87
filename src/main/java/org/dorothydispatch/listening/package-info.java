/**
 * Listening: what was heard from customers, what it may mean as a preference, and where the law draws a line.
 */
@ApplicationModule(
        displayName = "Listening",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "uikit",
            "office",
            "customer",
            "workforce",
            "schedule",
            "preference",
            "rules",
            "flags"
        })
@NullMarked
package org.dorothydispatch.listening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
