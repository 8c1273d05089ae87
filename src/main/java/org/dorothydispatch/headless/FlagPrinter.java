package org.dorothydispatch.headless;

import java.util.Collection;
import java.util.List;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.VisitFacts;

/** Writes the flags of visits in one form. */
interface FlagPrinter {

    default void begin() {}

    /** The flags of one visit, at least one, in the order side, kind, code. */
    void visit(VisitFacts visit, List<Flag> flags);

    default void end(Collection<OfficeCount> offices) {}
}
