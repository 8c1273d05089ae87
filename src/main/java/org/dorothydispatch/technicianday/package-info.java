/**
 * The technician's day on a phone: the run in order, the person first at each stop, and what happened there. Reads across
 * tables like the board; owns only the receipts of what phones have sent.
 */
@ApplicationModule(
        displayName = "Technician's day",
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
            "flags",
            "listening"
        })
@NullMarked
package org.dorothydispatch.technicianday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
