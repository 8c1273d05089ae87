package org.dorothydispatch.flags;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.shared.Light;
import org.dorothydispatch.shared.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables flag and verdict. Needs nothing but a connection. */
final class Judgements {

    private final JdbcTemplate jdbc;
    private final JdbcClient database;

    Judgements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    /** The judgements kept for these visits. */
    Map<String, Judgement> of(Collection<String> visits) {
        var flags = new HashMap<String, List<FlagRow>>();
        Sql.read(
                database,
                """
                select visit, side, kind, code, outcome, level, message, short_message
                from flag where visit in (:codes) order by visit, side, kind, code""",
                visits,
                (row, number) -> new FlagRow(
                        row.getString(1),
                        Side.of(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        Outcome.valueOf(row.getString(5)),
                        Level.of(row.getString(6)),
                        row.getString(7),
                        row.getString(8)),
                flag -> flags.computeIfAbsent(flag.visit(), code -> new ArrayList<>())
                        .add(flag));
        var judgements = new HashMap<String, Judgement>();
        Sql.read(
                database,
                """
                select visit, customer_light, company_light, promises_due, promises_broken, reason, signs, recheck_at
                from verdict where visit in (:codes)""",
                visits,
                (row, number) -> new Judgement(
                        row.getString(1),
                        List.copyOf(flags.getOrDefault(row.getString(1), List.of())),
                        Light.of(row.getInt(2)),
                        Light.of(row.getInt(3)),
                        row.getInt(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getInt(7),
                        Utc.nullableInstant(row.getObject(8, LocalDateTime.class))),
                judgement -> judgements.put(judgement.visit(), judgement));
        return judgements;
    }

    /**
     * Keeps what was judged, forgets the rest of the visits, and says which visits it changed. The rows of the visits
     * must be locked.
     */
    Set<String> keep(Collection<String> visits, Map<String, Judgement> judged) {
        return keep(visits, judged, of(visits));
    }

    Set<String> keep(Collection<String> visits, Map<String, Judgement> judged, Map<String, Judgement> before) {
        var changed = new LinkedHashSet<String>();
        for (var visit : visits) {
            if (!Objects.equals(judged.get(visit), before.get(visit))) {
                changed.add(visit);
            }
        }
        var stale = changed.stream().filter(before::containsKey).toList();
        var flags = new ArrayList<Object[]>();
        var verdicts = new ArrayList<Object[]>();
        for (var visit : changed) {
            var judgement = judged.get(visit);
            if (judgement != null) {
                judgement.flags().forEach(flag -> flags.add(parameters(flag)));
                verdicts.add(parameters(judgement));
            }
        }
        for (var chunk : Sql.chunks(stale, Sql.CHUNK)) {
            database.sql("delete from flag where visit in (:codes)")
                    .param("codes", chunk)
                    .update();
            database.sql("delete from verdict where visit in (:codes)")
                    .param("codes", chunk)
                    .update();
        }
        if (!flags.isEmpty()) {
            jdbc.batchUpdate("""
                    insert into flag (visit, side, kind, code, outcome, level, message, short_message)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""", flags);
        }
        if (!verdicts.isEmpty()) {
            jdbc.batchUpdate("""
                    insert into verdict (visit, customer_light, company_light, promises_due, promises_broken, reason,
                                         signs, recheck_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""", verdicts);
        }
        return changed;
    }

    private static Object[] parameters(FlagRow flag) {
        return new Object[] {
            flag.visit(),
            flag.side().word(),
            flag.kind(),
            flag.code(),
            flag.outcome().name(),
            flag.level().word(),
            flag.message(),
            flag.shortMessage()
        };
    }

    private static Object[] parameters(Judgement judgement) {
        return new Object[] {
            judgement.visit(),
            judgement.customerLight().ordinal(),
            judgement.companyLight().ordinal(),
            judgement.promisesDue(),
            judgement.promisesBroken(),
            judgement.reason(),
            judgement.signs(),
            Utc.ofNullable(judgement.recheckAt())
        };
    }
}
