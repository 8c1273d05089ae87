/**
 * The bundle: a branch's files in and out, with every error named, all or nothing. Also writes the demo offices.
 */
@ApplicationModule(
        displayName = "Importing",
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
package org.dorothydispatch.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
