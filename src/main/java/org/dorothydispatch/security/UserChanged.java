package org.dorothydispatch.security;

/**
 * Somebody changed a user. Published inside the transaction of the change, so that the audit row is written with it.
 *
 * @param actor who did it (username)
 * @param action one of user-created, user-changed, user-disabled, user-enabled, user-password, user-calendar, user-token
 * @param before the user in words before, blank when new; never a password
 */
public record UserChanged(String actor, String action, String username, String before, String after) {}
