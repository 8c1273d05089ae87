package org.dorothydispatch.schedule;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes where a visit stands, for {@code flags.MoveVisit}, which holds the locks and has judged the result. Nobody
 * else may call it: an assignment that was not judged must not be saved.
 */
@Service
public class Assignments {

    private final JdbcClient database;

    Assignments(JdbcClient database) {
        this.database = database;
    }

    /** Writes the placement if nobody changed the visit since that version; says whether it did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean write(String visit, int version, Placement placement, String boardOffice) {
        return database.sql("""
                                update visit set route = ?, planned_on = ?, start_time = ?, technician = ?, status = ?,
                                                 board_office = ?, version = version + 1
                                where code = ? and version = ?""")
                        .param(placement.route())
                        .param(placement.date())
                        .param(placement.start())
                        .param(placement.technician())
                        .param(placement.status())
                        .param(boardOffice)
                        .param(visit)
                        .param(version)
                        .update()
                == 1;
    }

    /** Calls a visit off, for {@code flags.CallOff}; says whether nobody changed it since that version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean callOff(String visit, int version) {
        return database.sql("""
                                update visit set status = 'cancelled', pinned = false, version = version + 1
                                where code = ? and version = ?""").params(visit, version).update() == 1;
    }

    /** Lets a visit that was called off wait for a place, for {@code flags.CallOff}; says whether nobody changed it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeUp(String visit, int version, String boardOffice) {
        return database.sql("""
                                update visit set status = 'unassigned', route = null, planned_on = null, start_time = null,
                                                 technician = null, board_office = ?, version = version + 1
                                where code = ? and version = ? and status = 'cancelled'""").params(boardOffice, visit, version).update() == 1;
    }
}
