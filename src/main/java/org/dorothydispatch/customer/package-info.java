/**
 * Customers, persons with a name, and the sites we visit.
 */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {"shared", "security", "audit", "uikit", "office"})
@NullMarked
package org.dorothydispatch.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
