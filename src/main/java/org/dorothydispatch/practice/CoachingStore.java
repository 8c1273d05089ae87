package org.dorothydispatch.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.practice.CoachingNote.Place;
import org.dorothydispatch.practice.CoachingNote.State;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of coaching notes. Checks nobody's rights: the services in front of it do. */
@Component
class CoachingStore {

    private static final String SELECT = """
            select n.code, n.office, n.customer, """ + CustomerName.CALLED + """
                   , n.place, n.happened_on, n.words,
                   n.associate, a.name, coalesce(f.name, n.filed_by), n.filed_at, n.story, n.until_on, n.done_at, r.ending,
                   n.version, o.time_zone
            from coaching_note n join app_user a on a.username = n.associate join office o on o.code = n.office
                 left join app_user f on f.username = n.filed_by
                 left join customer c on c.code = n.customer left join practice_run r on r.code = n.run
            """;

    private final JdbcClient database;

    CoachingStore(JdbcClient database) {
        this.database = database;
    }

    /** False when this operation has filed its note already. */
    boolean add(String code, IncidentCommand command, Place place, LocalDate on, String words, String by, Instant now) {
        return database.sql("""
                        insert ignore into coaching_note (code, office, customer, place, happened_on, words, associate,
                                                          filed_by, filed_at, op_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                        .params(
                                code,
                                command.office(),
                                command.customer(),
                                place.word(),
                                on,
                                words,
                                command.associate(),
                                by,
                                Utc.of(now),
                                command.opId())
                        .update()
                == 1;
    }

    /**
     * False when somebody else has changed the note, or it is done. More time for the same story is the same agreement: a
     * run begun since then still counts.
     */
    boolean agree(String code, int version, String story, LocalDate until, String by, Instant now) {
        // What MySQL sets first it reads back afterwards: the story comes last.
        return database.sql("""
                        update coaching_note
                        set agreed_by = case when story = :story then agreed_by else :by end,
                            agreed_at = case when story = :story then agreed_at else :now end,
                            until_on = :until, version = version + 1, story = :story
                        where code = :code and version = :version and done_at is null""")
                        .param("story", story)
                        .param("by", by)
                        .param("now", Utc.of(now))
                        .param("until", until)
                        .param("code", code)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The notes whose practice this run is: agreed on before it began, and not done yet. */
    List<String> doneWith(String associate, String story, Instant startedAt) {
        return database.sql("""
                        select code from coaching_note
                        where associate = ? and story = ? and done_at is null and agreed_at <= ?
                        order by code for update""")
                .params(associate, story, Utc.of(startedAt))
                .query(String.class)
                .list();
    }

    void done(String code, String run, Instant now) {
        database.sql("update coaching_note set run = ?, done_at = ?, version = version + 1 where code = ?")
                .params(run, Utc.of(now), code)
                .update();
    }

    Optional<CoachingNote> find(String code) {
        return database.sql(SELECT + "where n.code = ?")
                .param(code)
                .query(CoachingStore::note)
                .optional();
    }

    Optional<CoachingNote> findByOperation(String opId) {
        return database.sql(SELECT + "where n.op_id = ?")
                .param(opId)
                .query(CoachingStore::note)
                .optional();
    }

    /** The latest first. */
    List<CoachingNote> of(Collection<String> offices, @Nullable State state, long offset, int limit) {
        return offices.isEmpty()
                ? List.of()
                : database.sql(SELECT + "where n.office in (:offices)" + where(state)
                                + " order by n.filed_at desc, n.code limit :limit offset :offset")
                        .param("offices", offices)
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(CoachingStore::note)
                        .list();
    }

    private static String where(@Nullable State state) {
        if (state == null) {
            return "";
        }
        return switch (state) {
            case FILED -> " and n.done_at is null and n.story is null";
            case AGREED -> " and n.done_at is null and n.story is not null";
            case DONE -> " and n.done_at is not null";
        };
    }

    /** The latest first. */
    List<CoachingNote> about(String associate) {
        return database.sql(SELECT + "where n.associate = ? order by n.filed_at desc, n.code")
                .param(associate)
                .query(CoachingStore::note)
                .list();
    }

    /** Who works at an office, by name. */
    List<Associate> associates(String office) {
        return database.sql("""
                        select u.username, u.name from app_user u join app_user_office o on o.username = u.username
                        where o.office = ? and u.enabled order by u.name, u.username""").param(office).query(Associate.class).list();
    }

    private static CoachingNote note(ResultSet row, int number) throws SQLException {
        var ending = row.getString(15);
        return new CoachingNote(
                row.getString(1),
                row.getString(2),
                ZoneId.of(row.getString(17)),
                row.getString(3),
                row.getString(4),
                Place.of(row.getString(5)),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                Utc.instant(row.getObject(11, LocalDateTime.class)),
                row.getString(12),
                row.getObject(13, LocalDate.class),
                Utc.nullableInstant(row.getObject(14, LocalDateTime.class)),
                ending == null ? null : Ending.of(ending),
                row.getInt(16));
    }
}
