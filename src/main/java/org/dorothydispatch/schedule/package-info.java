/**
 * The book of record: agreements, visits, and the outbox that numbers every change of the schedule.
 */
@ApplicationModule(
        displayName = "Schedule",
        allowedDependencies = {"shared", "security", "audit", "uikit", "office", "customer", "workforce"})
@NullMarked
package org.dorothydispatch.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
