package org.dorothydispatch.technicianday;

import java.time.Instant;
import java.util.Optional;
import org.dorothydispatch.shared.Sha256;
import org.dorothydispatch.shared.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table day_entry: an entry that comes twice is answered twice and done once. */
@Component
class DayReceipts {

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    DayReceipts(JdbcClient database) {
        this.database = database;
    }

    /** Claims the entry for this transaction; false when it came before. Waits for a twin that is under way. */
    boolean claim(DayEntry entry, String actor, Instant now) {
        try {
            database.sql("insert into day_entry (id, actor, entry_hash, answer, at) values (?, ?, ?, '', ?)")
                    .params(entry.id(), actor, hash(entry), Utc.of(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void answer(EntryAnswer answer) {
        database.sql("update day_entry set answer = ? where id = ?")
                .params(json.writeValueAsString(answer), answer.id())
                .update();
    }

    /** The answer given before to this very entry of this very person; nothing when the id was another's. */
    Optional<EntryAnswer> given(DayEntry entry, String actor) {
        return database.sql("select answer from day_entry where id = ? and actor = ? and entry_hash = ?")
                .params(entry.id(), actor, hash(entry))
                .query(String.class)
                .optional()
                .map(answer -> json.readValue(answer, EntryAnswer.class));
    }

    void forgetBefore(Instant moment) {
        database.sql("delete from day_entry where at < ?").param(Utc.of(moment)).update();
    }

    /** Of what was entered; how long ago that was differs each time it is sent. */
    private String hash(DayEntry entry) {
        var same = new DayEntry(
                entry.id(),
                entry.visit(),
                entry.kind(),
                0,
                entry.mark(),
                entry.outcome(),
                entry.why(),
                entry.said(),
                entry.nothingSaid(),
                entry.keepDeclined());
        return Sha256.of(json.writeValueAsString(same));
    }
}
