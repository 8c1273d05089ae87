package org.dorothydispatch.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.LongConsumer;

/** Judges stored visits anew and stores their flags, in the transaction of the import. */
@FunctionalInterface
public interface VisitJudge {

    /**
     * @param visits codes, the visits of a customer beside each other; those no longer planned or confirmed lose their
     *     flags
     * @param done told how many are judged so far
     */
    void judge(Connection connection, Collection<String> visits, LongConsumer done) throws SQLException;
}
