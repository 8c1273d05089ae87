/**
 * Offices side by side: what was promised, kept and done, counted into roll-ups from the record. Owns the roll-ups and
 * the targets; decides nothing that is not a count.
 */
@ApplicationModule(
        displayName = "Comparison",
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
            "rules",
            "flags"
        })
@NullMarked
package org.dorothydispatch.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
