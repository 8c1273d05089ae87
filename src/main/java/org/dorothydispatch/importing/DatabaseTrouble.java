package org.dorothydispatch.importing;

import java.sql.SQLException;
import java.util.Set;

/** An {@link SQLException} on its way through the reader, which knows nothing of databases; and what it means. */
final class DatabaseTrouble extends RuntimeException {

    private static final int MYSQL_LOCK_WAIT = 1205;
    private static final int MYSQL_DEADLOCK = 1213;
    private static final int MYSQL_DUPLICATE = 1062;
    private static final int H2_DUPLICATE = 23505;
    private static final int MYSQL_NOWAIT = 3572;
    private static final int H2_LOCK_TIMEOUT = 50200;
    private static final int H2_DEADLOCK = 40001;
    private static final int H2_ROW_LOCKED = 90146;

    private static final Set<Integer> HELD = Set.of(MYSQL_LOCK_WAIT, MYSQL_NOWAIT, H2_LOCK_TIMEOUT, H2_ROW_LOCKED);

    private static final Set<Integer> AGAIN = Set.of(MYSQL_DEADLOCK, MYSQL_DUPLICATE, H2_DEADLOCK, H2_DUPLICATE);

    DatabaseTrouble(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    SQLException sql() {
        return (SQLException) getCause();
    }

    /** Somebody else holds the row. */
    static boolean isLockHeld(SQLException e) {
        return HELD.contains(e.getErrorCode());
    }

    /**
     * Two transactions waited for each other and ours was ended, or somebody else has just stored the same row: it may
     * begin again.
     */
    static boolean isWorthAnotherTry(SQLException e) {
        return AGAIN.contains(e.getErrorCode());
    }
}
