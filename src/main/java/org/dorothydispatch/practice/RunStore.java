package org.dorothydispatch.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what was played. Checks nobody's rights: the services in front of it do. */
@Component
class RunStore {

    private static final String SELECT =
            "select code, story, player, started_at, finished_at, ending, put_away_at from practice_run ";

    private final JdbcClient database;

    RunStore(JdbcClient database) {
        this.database = database;
    }

    record Run(
            String code,
            String story,
            String player,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Ending ending,
            @Nullable Instant putAwayAt) {

        boolean open() {
            return finishedAt == null && putAwayAt == null;
        }
    }

    record Step(int position, String scene, String choice) {}

    /** The latest first. */
    List<Run> of(String player) {
        return database.sql(SELECT + "where player = ? order by started_at desc, code")
                .param(player)
                .query(RunStore::run)
                .list();
    }

    Optional<Run> find(String code) {
        return database.sql(SELECT + "where code = ?")
                .param(code)
                .query(RunStore::run)
                .optional();
    }

    /** So that of two clicks the second waits for the first. */
    Optional<Run> lock(String code) {
        return database.sql(SELECT + "where code = ? for update")
                .param(code)
                .query(RunStore::run)
                .optional();
    }

    List<Step> steps(String run) {
        return database.sql("select position, scene, choice from practice_step where run = ? order by position")
                .param(run)
                .query((row, number) -> new Step(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    void add(String code, String story, String player, Instant now) {
        database.sql("insert into practice_run (code, story, player, started_at) values (?, ?, ?, ?)")
                .params(code, story, player, Utc.of(now))
                .update();
    }

    void putAway(String player, String story, Instant now) {
        database.sql("""
                        update practice_run set put_away_at = ?
                        where player = ? and story = ? and finished_at is null and put_away_at is null""").params(Utc.of(now), player, story).update();
    }

    void addStep(String run, Step step, Instant now) {
        database.sql("insert into practice_step (run, position, scene, choice, chosen_at) values (?, ?, ?, ?, ?)")
                .params(run, step.position(), step.scene(), step.choice(), Utc.of(now))
                .update();
    }

    void finish(String run, Ending ending, Instant now) {
        database.sql("update practice_run set finished_at = ?, ending = ? where code = ?")
                .params(Utc.of(now), ending.word(), run)
                .update();
    }

    /** When practising this story was last agreed on with this person and is not done yet. */
    Optional<Instant> agreedAt(String player, String story) {
        return database.sql("""
                        select max(agreed_at) from coaching_note
                        where associate = ? and story = ? and done_at is null""")
                .params(player, story)
                .query((row, number) -> Optional.ofNullable(Utc.nullableInstant(row.getObject(1, LocalDateTime.class))))
                .single();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        var ending = row.getString(6);
        return new Run(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Utc.instant(row.getObject(4, LocalDateTime.class)),
                Utc.nullableInstant(row.getObject(5, LocalDateTime.class)),
                ending == null ? null : Ending.of(ending),
                Utc.nullableInstant(row.getObject(7, LocalDateTime.class)));
    }
}
