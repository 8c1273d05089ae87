package org.dorothydispatch.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What technicians did about their visits: read what to remember, checked in, checked out. Written for {@code
 * technicianday}, and the end of a visit for {@code flags.CloseVisit}; both hold the visit and have asked who may.
 */
@Service
public class VisitProgress {

    private static final int PORTION = 1_000;

    private final JdbcClient database;

    VisitProgress(JdbcClient database) {
        this.database = database;
    }

    /**
     * How far one technician is with one visit.
     *
     * @param rememberMark which words they have read; blank when none
     * @param why why the visit was missed
     */
    public record Row(
            String visit,
            String technician,
            @Nullable String rememberMark,
            @Nullable Instant rememberReadAt,
            @Nullable Instant checkedInAt,
            @Nullable Instant checkedOutAt,
            @Nullable String why) {

        static Row none(String visit, String technician) {
            return new Row(visit, technician, null, null, null, null, null);
        }
    }

    /** How far this technician is with a visit. */
    public Row of(String visit, String technician) {
        return of(List.of(visit), technician).getOrDefault(visit, Row.none(visit, technician));
    }

    /** The same of several visits, by visit; where nothing was done yet there is none. */
    public Map<String, Row> of(Collection<String> visits, String technician) {
        var rows = new HashMap<String, Row>();
        read(visits).stream()
                .filter(row -> row.technician().equals(technician))
                .forEach(row -> rows.put(row.visit(), row));
        return rows;
    }

    /** What anybody did about these visits. */
    public List<Row> read(Collection<String> visits) {
        var codes = List.copyOf(visits);
        var rows = new ArrayList<Row>();
        for (int from = 0; from < codes.size(); from += PORTION) {
            rows.addAll(database.sql("""
                            select visit, technician, remember_mark, remember_read_at, checked_in_at, checked_out_at, why
                            from visit_progress where visit in (:visits)""")
                    .param("visits", codes.subList(from, Math.min(from + PORTION, codes.size())))
                    .query(VisitProgress::row)
                    .list());
        }
        return rows;
    }

    /** They have read these words. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rememberRead(String visit, String technician, String mark, Instant at) {
        begin(visit, technician);
        database.sql("""
                        update visit_progress set remember_mark = ?, remember_read_at = ?
                        where visit = ? and technician = ?""").params(mark, Utc.of(at), visit, technician).update();
    }

    /** They are there. Whoever comes twice came the first time: the answer says when. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant checkIn(String visit, String technician, Instant at) {
        begin(visit, technician);
        database.sql("""
                        update visit_progress set checked_in_at = ?
                        where visit = ? and technician = ? and checked_in_at is null""").params(Utc.of(at), visit, technician).update();
        return Optional.ofNullable(of(visit, technician).checkedInAt()).orElseThrow();
    }

    /**
     * They are done with it, or could not do it.
     *
     * @param status {@code done} or {@code missed}
     * @return false when somebody changed the visit since that version; then nothing was written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean close(
            String visit, int version, String technician, String status, Instant at, @Nullable String why) {
        if (database.sql("update visit set status = ?, version = version + 1 where code = ? and version = ?")
                        .params(status, visit, version)
                        .update()
                == 0) {
            return false;
        }
        begin(visit, technician);
        database.sql("update visit_progress set checked_out_at = ?, why = ? where visit = ? and technician = ?")
                .param(Utc.of(at))
                .param(why)
                .param(visit)
                .param(technician)
                .update();
        return true;
    }

    private void begin(String visit, String technician) {
        database.sql("insert ignore into visit_progress (visit, technician) values (?, ?)")
                .params(visit, technician)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Utc.nullableInstant(row.getObject(4, LocalDateTime.class)),
                Utc.nullableInstant(row.getObject(5, LocalDateTime.class)),
                Utc.nullableInstant(row.getObject(6, LocalDateTime.class)),
                row.getString(7));
    }
}
