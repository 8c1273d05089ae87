package org.dorothydispatch.comparison;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An office is counted by one at a time, however many nodes there are: who counts it holds its row of {@code tally_state}.
 * Mostly one row is enough. A count that meets people of other offices needs those too; it takes them all in the order of
 * their codes, so that two counters wait for each other but never in a circle.
 */
final class CountingLocks {

    private static final int TRIES = 5;
    private static final Set<Integer> DEADLOCK = Set.of(1213, 40001);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final String lock;

    CountingLocks(JdbcClient database, TransactionTemplate transaction) {
        this(database, transaction, "for update");
    }

    private CountingLocks(JdbcClient database, TransactionTemplate transaction, String lock) {
        this.database = database;
        this.transaction = transaction;
        this.lock = lock;
    }

    /** The same for one who can come back later: {@link Busy} comes at once where somebody holds one of the offices. */
    CountingLocks passingBy() {
        return new CountingLocks(database, transaction, "for update skip locked");
    }

    /** Somebody else counts this office now; nothing was done. */
    static final class Busy extends RuntimeException {

        Busy(String office) {
            super("Somebody counts the office (%s).".formatted(office), null, false, false);
        }
    }

    /** The offices that are held. */
    record Held(Set<String> offices) {

        /** Leaves the work, undone, to be begun again with these offices as well where one of them is not held. */
        void require(Collection<String> wanted) {
            if (!offices.containsAll(wanted)) {
                throw new More(wanted);
            }
        }
    }

    private static final class More extends RuntimeException {

        private final transient Collection<String> wanted;

        More(Collection<String> wanted) {
            super("More offices are to be held: " + wanted, null, false, false);
            this.wanted = wanted;
        }
    }

    /** Does the work in one transaction that holds the office. The work may be begun several times, and is done once. */
    <T> T holding(String office, Function<Held, T> work) {
        var offices = new TreeSet<>(Set.of(office));
        for (int tries = 1; ; ) {
            makeRows(offices);
            try {
                return transaction.execute(status -> {
                    offices.forEach(this::lock);
                    return work.apply(new Held(Set.copyOf(offices)));
                });
            } catch (More more) {
                offices.addAll(more.wanted);
            } catch (ConcurrencyFailureException e) {
                if (tries++ == TRIES || !isDeadlock(e)) {
                    throw e;
                }
            }
        }
    }

    /** Before the transaction: two that make the same row within theirs may wait for each other. */
    private void makeRows(Set<String> offices) {
        var missing = new ArrayList<>(offices);
        missing.removeAll(database.sql("select office from tally_state where office in (:offices)")
                .param("offices", offices)
                .query(String.class)
                .list());
        missing.forEach(office -> database.sql("insert ignore into tally_state (office, seen_event) values (?, -1)")
                .param(office)
                .update());
    }

    private void lock(String office) {
        database.sql("select office from tally_state where office = ? " + lock)
                .param(office)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Busy(office));
    }

    /** A table that is still small is read whole, others' rows and all, to find the few that are to go. */
    private static boolean isDeadlock(ConcurrencyFailureException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
                && DEADLOCK.contains(sql.getErrorCode());
    }
}
