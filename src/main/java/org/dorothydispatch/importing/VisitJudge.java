package org.dorothydispatch.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.dorothydispatch.flags.Recheck;
import org.dorothydispatch.travel.TravelTimes;
import org.springframework.dao.DataAccessException;

/** Judges stored visits anew and stores their flags, in the transaction of the import. */
@FunctionalInterface
interface VisitJudge {

    /**
     * @param visits codes, the visits of a day beside each other; those no longer planned or confirmed lose their flags
     * @param done told how many are judged so far
     */
    void judge(Connection connection, List<String> visits, Instant now, LongConsumer done) throws SQLException;

    /** By the same checks as everything else. */
    static VisitJudge by(TravelTimes travel) {
        return (connection, visits, now, done) -> {
            var recheck = Recheck.on(connection, travel);
            var judged = 0L;
            try {
                for (var chunk : ImportLocks.chunks(visits)) {
                    recheck.visits(chunk, now);
                    done.accept(judged += chunk.size());
                }
            } catch (DataAccessException e) {
                if (e.getMostSpecificCause() instanceof SQLException sql) {
                    throw sql;
                }
                throw e;
            }
        };
    }
}
