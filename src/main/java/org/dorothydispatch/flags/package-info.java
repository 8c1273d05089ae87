/**
 * What is wrong with a visit and who accepted it; and the one door through which an assignment is saved.
 */
@ApplicationModule(
        displayName = "Flags",
        allowedDependencies = {
            "shared",
            "security",
            "audit",
            "travel",
            "office",
            "customer",
            "workforce",
            "schedule",
            "preference",
            "rules"
        })
@NullMarked
package org.dorothydispatch.flags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
