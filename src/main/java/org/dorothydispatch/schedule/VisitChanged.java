package org.dorothydispatch.schedule;

/** Somebody else changed the visit first. The message says who. */
public final class VisitChanged extends RuntimeException {

    VisitChanged(String sentence) {
        super(sentence);
    }
}
