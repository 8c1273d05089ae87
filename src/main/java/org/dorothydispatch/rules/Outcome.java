package org.dorothydispatch.rules;

/** Broken, or broken with the customer's consent for this visit; in files and on screen the name as it is. */
public enum Outcome {
    BROKEN,
    CONSENTED
}
