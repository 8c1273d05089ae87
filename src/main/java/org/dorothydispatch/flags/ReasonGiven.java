package org.dorothydispatch.flags;

/**
 * Somebody keeps a flagged assignment without the customer's consent, and says why.
 *
 * @param code the preference or protocol that is overridden
 */
public record ReasonGiven(String code, String reason) {}
