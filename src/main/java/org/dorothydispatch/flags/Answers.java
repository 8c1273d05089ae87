package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables consent and visit_override: who has answered for a flag. */
@Component
class Answers {

    private final JdbcClient database;

    Answers(JdbcClient database) {
        this.database = database;
    }

    /** The answers kept for a visit, by the code of the preference or protocol; a consent before an override. */
    Map<String, StandingFlag.Answer> of(String visit) {
        var answers = new HashMap<String, StandingFlag.Answer>();
        database.sql("select code, kept_by, kept_on, reason from visit_override where visit = ?")
                .param(visit)
                .query(row -> {
                    answers.put(
                            row.getString(1),
                            new StandingFlag.Answer(
                                    false, row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)));
                });
        database.sql("select preference, consented_by, consented_on, note from consent where visit = ?")
                .param(visit)
                .query(row -> {
                    answers.put(
                            row.getString(1),
                            new StandingFlag.Answer(
                                    true, row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)));
                });
        return answers;
    }

    /** The preferences and protocols somebody has overridden for a visit. */
    Set<String> overridden(String visit) {
        return new HashSet<>(database.sql("select code from visit_override where visit = ?")
                .param(visit)
                .query(String.class)
                .list());
    }

    /** The same for many visits; one without is not named. */
    Map<String, Set<String>> overridden(Collection<String> visits) {
        var codes = new HashMap<String, Set<String>>();
        Sql.read(
                database,
                "select visit, code from visit_override where visit in (:codes)",
                visits,
                (row, number) -> List.of(row.getString(1), row.getString(2)),
                pair -> codes.computeIfAbsent(pair.get(0), visit -> new HashSet<>())
                        .add(pair.get(1)));
        return codes;
    }

    void keep(String visit, ConsentGiven consent) {
        database.sql("""
                        insert into consent (visit, preference, consented_on, consented_by, note)
                        values (?, ?, ?, ?, ?)
                        on duplicate key update consented_on = values(consented_on),
                            consented_by = values(consented_by), note = values(note)""")
                .params(visit, consent.preference(), consent.on(), consent.by(), consent.note())
                .update();
    }

    void keep(String visit, ReasonGiven reason, LocalDate on, String by) {
        database.sql("""
                        insert into visit_override (visit, code, kept_on, kept_by, reason)
                        values (?, ?, ?, ?, ?)
                        on duplicate key update kept_on = values(kept_on), kept_by = values(kept_by),
                            reason = values(reason)""").params(visit, reason.code(), on, by, reason.reason()).update();
    }
}
