/**
 * Practice and coaching: stories that a person plays on a board of their own, judged by the same checks as the real one,
 * and what a branch manager and an associate agreed to practise. Nothing here touches a customer, a visit or the outbox.
 */
@ApplicationModule(
        displayName = "Practice",
        allowedDependencies = {"shared", "security", "audit", "travel", "uikit", "office", "customer", "rules"})
@NullMarked
package org.dorothydispatch.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
