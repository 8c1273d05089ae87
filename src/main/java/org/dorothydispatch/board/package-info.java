/**
 * The dispatcher's screen. Owns no tables: it reads, and asks flags to move.
 */
@ApplicationModule(
        displayName = "Board",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "uikit",
            "travel",
            "office",
            "customer",
            "workforce",
            "schedule",
            "preference",
            "savedview",
            "rules",
            "flags",
            "listening"
        })
@NullMarked
package org.dorothydispatch.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
