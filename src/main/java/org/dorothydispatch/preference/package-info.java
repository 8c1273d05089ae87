/**
 * What customers have said they want, the answer the company gave, and who has been introduced to whom.
 */
@ApplicationModule(
        displayName = "Preferences",
        allowedDependencies = {"shared", "security", "audit", "uikit", "office", "customer", "workforce"})
@NullMarked
package org.dorothydispatch.preference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
