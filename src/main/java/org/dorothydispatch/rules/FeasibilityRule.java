package org.dorothydispatch.rules;

/** One kind of check that needs no terms: what cannot be done at all, or not lawfully. */
interface FeasibilityRule {

    boolean broken(Situation at);

    /** What to say about it; asked only when it is broken. */
    Finding finding(Situation at);
}
