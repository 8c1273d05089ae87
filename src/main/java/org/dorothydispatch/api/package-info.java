/**
 * The public API: what a person's programs may do with a token, through the same services as the screens. Owns no tables.
 * Described in docs/api.md and, by itself, at {@code /api/v1/openapi.json}.
 */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "shared",
            "security",
            "office",
            "workforce",
            "schedule",
            "rules",
            "flags",
            "board",
            "importing"
        })
@NullMarked
package org.dorothydispatch.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
