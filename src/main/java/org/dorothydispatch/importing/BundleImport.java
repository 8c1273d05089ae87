package org.dorothydispatch.importing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.dorothydispatch.importing.ImportProgress.Phase;
import org.dorothydispatch.travel.TravelTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a bundle: all of it or nothing, in one transaction. What the bundle does not mention stays; what it says again
 * is left alone, so importing the same bundle twice changes nothing. Needs no Spring.
 *
 * <p>The bundle is read twice and never held: once to find everything that is wrong and what would change, and, once
 * the rows it is about are locked, again to write.
 */
public final class BundleImport {

    /** Somebody may save one of the rows between the two readings; then it all begins again. */
    private static final int TRIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(BundleImport.class);

    private final DataSource database;
    private final Clock clock;
    private final VisitJudge judge;

    public BundleImport(DataSource database, Clock clock, TravelTimes travel) {
        this(database, clock, VisitJudge.by(travel));
    }

    BundleImport(DataSource database, Clock clock, VisitJudge judge) {
        this.database = database;
        this.clock = clock;
        this.judge = judge;
    }

    /**
     * What {@link #store} would change; stores nothing.
     *
     * @throws ImportFailed when the database cannot be used now
     */
    public ImportPreview preview(Path bundle, Importer who, ImportProgress progress) {
        return transact(connection -> new BundlePass(connection, who, false, progress).read(bundle));
    }

    /**
     * Stores the bundle, or nothing when anything is wrong with it.
     *
     * @throws ImportFailed when the database cannot be used now; nothing was stored, unless the message says that it is
     *     not known
     */
    public ImportResult store(Path bundle, Importer who, ImportProgress progress) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transact(connection -> store(connection, bundle, who, progress));
            } catch (ChangedMeanwhile e) {
                if (attempt == TRIES) {
                    throw new ImportFailed(e.getMessage(), e);
                }
            }
        }
    }

    private ImportResult store(Connection connection, Path bundle, Importer who, ImportProgress progress)
            throws SQLException {
        var name = bundle.getFileName().toString();
        var comparing = new BundlePass(connection, who, false, progress);
        var preview = comparing.read(bundle);
        if (!preview.ok() || preview.nothingToDo()) {
            return new ImportResult(preview.ok(), preview, 0);
        }
        var touched = comparing.touched();
        var locks = new ImportLocks(connection);
        var busy = locks.takeOffices(touched.offices);
        if (busy != null) {
            var sentence = "Another import for %s is running. Nothing was stored; import again when it is done."
                    .formatted(new ChangeWords(connection).office(busy));
            return new ImportResult(false, preview.refused(new Problem(name, 0, null, sentence, null)), 0);
        }
        locks.takeDays(touched);
        var judgement = new Judgement(connection, touched);
        judgement.findCustomers();
        locks.takeCustomers(touched.customers);
        locks.takeVisits(judgement.visits());
        locks.takeRegister(touched);
        if (judgement.findCustomers()) {
            // Somebody put a visit where the bundle changes something, before we held it.
            throw new ChangedMeanwhile();
        }

        var writing = new BundlePass(connection, who, true, progress);
        var stored = writing.read(bundle);
        if (!stored.ok() || !writing.touched().within(touched)) {
            throw new ChangedMeanwhile();
        }
        judgement.followOffices();
        var visits = judgement.visits();
        judge.judge(connection, visits, clock.instant(), done -> progress.at(Phase.CHECKING, done, visits.size()));
        new ImportRecord(connection, clock.instant()).write(name, who, touched, stored);
        commit(connection);
        return new ImportResult(true, stored, visits.size());
    }

    /** The one step after which nobody can tell whether it was done, when the answer does not come. */
    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (DatabaseTrouble.isWorthAnotherTry(e)) {
                throw e;
            }
            throw new ImportFailed(
                    "The connection to the database was lost at the very last step, so nobody can say whether the bundle"
                            + " was stored. Import the same bundle again: what is stored already is left as it is.",
                    e);
        }
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** The work commits what it wants kept; whatever it leaves is undone. */
    private <T> T transact(Work<T> work) {
        try (var connection = database.getConnection()) {
            var isolation = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try {
                return work.in(connection);
            } finally {
                leave(connection, isolation);
            }
        } catch (DatabaseTrouble e) {
            throw trouble(e.sql());
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Undoes what was not committed. A connection that is gone has undone it already; the first fault is the one to tell. */
    private static void leave(Connection connection, int isolation) {
        try {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            LOG.debug("The connection could not be put back in order", gone);
        }
    }

    private static RuntimeException trouble(SQLException e) {
        if (DatabaseTrouble.isWorthAnotherTry(e)) {
            return new ChangedMeanwhile();
        }
        if (DatabaseTrouble.isLockHeld(e)) {
            return new ImportFailed(
                    "Somebody else is changing the same data and has not finished. Nothing was stored; import again in a minute.",
                    e);
        }
        return new ImportFailed(
                "The database did not answer as it should. Nothing was stored; import again when the database is back.",
                e);
    }
}
