/**
 * Who changed what, when and why: one row for each change, written in the transaction of the change.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "security"})
@NullMarked
package org.dorothydispatch.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
