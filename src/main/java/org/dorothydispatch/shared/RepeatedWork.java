package org.dorothydispatch.shared;

import java.time.Duration;

/**
 * Work that comes again and again, for one node at a time: a module offers a bean of it, and the nodes that share a
 * database take turns.
 */
public interface RepeatedWork {

    /** Its name in the database; never changed. */
    String name();

    /** From the end of one round to the beginning of the next. */
    Duration pause();

    /** Whether this node takes part. */
    boolean wanted();

    /** One round. What it throws is logged, and the next round comes all the same. */
    void run();
}
