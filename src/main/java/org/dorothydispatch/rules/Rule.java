package org.dorothydispatch.rules;

/**
 * One kind of check, written once. A class per kind states its rule as {@code spec/checks.md} does.
 *
 * @param <T> what carries the parameters: a preference or a protocol
 */
interface Rule<T> {

    /** Whether the rule is broken; it is asked only where the preference or protocol applies. */
    boolean broken(T terms, Situation at);

    /** What to say about it; asked only when it is broken. */
    Finding finding(T terms, Situation at);
}
