package org.dorothydispatch.flags;

import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.dorothydispatch.travel.TravelTimes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Judges visits again and keeps what the checks say. Plain enough for the importer, which calls it on its own connection
 * inside its own transaction; whoever calls it in a running console ends with {@code schedule.Outbox}.
 */
public final class Recheck {

    /** Visits judged with one set of statements. */
    private static final int CHUNK = 400;

    private final JdbcClient database;
    private final Judgements judgements;
    private final WorldLoader loader;
    private final Judge judge;

    public Recheck(DataSource source, TravelTimes travel) {
        this(new JdbcTemplate(source), new Judge(travel));
    }

    Recheck(JdbcTemplate jdbc, Judge judge) {
        this.database = JdbcClient.create(jdbc);
        this.judgements = new Judgements(jdbc);
        this.loader = new WorldLoader(database);
        this.judge = judge;
    }

    /** On one connection, which stays open and whose transaction stays the caller's. */
    public static Recheck on(Connection connection, TravelTimes travel) {
        return new Recheck(new SingleConnectionDataSource(connection, true), travel);
    }

    /** Judges every planned and confirmed visit on the boards of these offices; says how many. */
    public int offices(Collection<String> offices, Instant now) {
        if (offices.isEmpty()) {
            return 0;
        }
        forgetWhatIsNoLongerJudged(offices);
        var visits = codes(offices);
        for (var chunk : Sql.chunks(visits, CHUNK)) {
            visits(chunk, now);
        }
        return visits.size();
    }

    /** Judges every open visit of these customers; says how many. */
    public int customers(Collection<String> customers, Instant now) {
        var visits = new HashSet<String>();
        loader.openOfCustomers(customers).forEach(visit -> visits.add(visit.code()));
        for (var chunk : Sql.chunks(visits, CHUNK)) {
            visits(chunk, now);
        }
        return visits.size();
    }

    /** Locks these visits, judges them, and says whose judgement changed. */
    public Set<String> visits(Collection<String> visits, Instant now) {
        Guards.lockVisits(database, visits);
        var world = loader.load(WorldLoader.Question.about(visits));
        var judged = new HashMap<String, Judgement>();
        var known = new HashSet<>(visits);
        for (var visit : world.visits()) {
            if (known.contains(visit.code())) {
                judge.judge(world, visit, now).ifPresent(judgement -> judged.put(visit.code(), judgement));
            }
        }
        return judgements.keep(visits, judged);
    }

    /** Neighbours of a day come together, so that a chunk loads few days. */
    private List<String> codes(Collection<String> offices) {
        return database.sql("""
                        select code from visit
                        where board_office in (:offices) and status in ('planned', 'confirmed')
                          and planned_on is not null and technician is not null
                        order by technician, planned_on, code""").param("offices", offices).query(String.class).list();
    }

    private void forgetWhatIsNoLongerJudged(Collection<String> offices) {
        for (var table : List.of("flag", "verdict")) {
            database.sql("""
                            delete from %s where visit in (
                                select code from visit
                                where board_office in (:offices)
                                  and (status not in ('planned', 'confirmed') or planned_on is null or technician is null))
                            """.formatted(table)).param("offices", offices).update();
        }
    }
}
