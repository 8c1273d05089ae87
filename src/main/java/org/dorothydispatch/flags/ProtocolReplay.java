package org.dorothydispatch.flags;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.ProtocolFacts;
import org.dorothydispatch.rules.Replay;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What would have become of broken promises, had a protocol informed instead of blocking or asking for a reason: the visits
 * of a stretch of days, as they stand on record, played once more with the checks of the board. Asks nobody for rights: the
 * services in front of it do.
 */
@Service
@Transactional(readOnly = true)
public class ProtocolReplay {

    private final JdbcClient database;
    private final WorldLoader loader;
    private final Replay replay;
    private final Clock clock;

    ProtocolReplay(JdbcTemplate jdbc, Judge judge, Clock clock) {
        this.database = JdbcClient.create(jdbc);
        this.loader = new WorldLoader(database);
        this.replay = new Replay(judge.checks());
        this.clock = clock;
    }

    /**
     * A promise that would have been kept.
     *
     * @param from where the visit stood, in words
     * @param to where it would have stood; the same where it kept the promise by then without being moved
     */
    public record Kept(String visit, String preference, String from, String to) {}

    /**
     * What came of it.
     *
     * @param visits how many visits done in these days were counted
     * @param flags how many of them broke the protocol: it would have informed
     * @param reasons for how many of these somebody wrote why
     * @param ended protocol flags that would not have been there, of any protocol
     * @param begun protocol flags that would have been there besides
     */
    public record Played(List<Kept> kept, int visits, int flags, int reasons, int ended, int begun) {

        public Played {
            kept = List.copyOf(kept);
        }
    }

    /**
     * Plays broken promises, in the order given.
     *
     * @param office whose visits are counted
     * @param protocol the code of the one that only informs
     * @param played told how many of the promises were played
     */
    public Played play(
            String office,
            String protocol,
            LocalDate from,
            LocalDate to,
            List<Replay.Broken> broken,
            IntConsumer played) {
        var moved = broken.stream().map(Replay.Broken::visit).collect(Collectors.toSet());
        var days = days(from, to, moved);
        var world = loader.load(
                DaysAround.question(database, around(office, days, moved), Map.of(office, days)),
                rule -> rule.code().equals(protocol) ? informing(rule) : rule);
        var counted = done(office, from, to);
        var result = replay.play(
                world, broken, counted, visit -> DaysAround.of(world, visit), Now.at(clock.instant()), played);
        var flagged = result.before().stream()
                .filter(one -> one.protocol().equals(protocol))
                .map(Replay.Flagged::visit)
                .collect(Collectors.toSet());
        return new Played(
                result.kept().stream()
                        .map(one -> new Kept(
                                one.broken().visit(),
                                one.broken().preference(),
                                Places.words(one.before()),
                                Places.words(one.there())))
                        .toList(),
                counted.size(),
                flagged.size(),
                reasons(flagged, protocol),
                result.ended(),
                result.begun());
    }

    private static ProtocolFacts informing(ProtocolFacts rule) {
        return new ProtocolFacts(
                rule.code(), rule.office(), rule.kind(), rule.number(), rule.from(), rule.to(), Level.INFORM);
    }

    /** The days themselves and every day on which one of the visits might have stood. */
    private Set<LocalDate> days(LocalDate from, LocalDate to, Collection<String> moved) {
        var days = new TreeSet<LocalDate>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            days.add(day);
        }
        for (var visit : loader.visits(moved)) {
            for (int day = -DaysAround.DAYS; day <= DaysAround.DAYS; day++) {
                days.add(visit.dueOn().plusDays(day));
            }
        }
        return days;
    }

    /**
     * Every visit that may be harmed by another one's move: whatever the office's people do on these days and whatever
     * stands on its routes; with the visits themselves.
     */
    private Set<String> around(String office, Set<LocalDate> days, Set<String> moved) {
        var codes = new TreeSet<>(moved);
        for (var chunk : Sql.chunks(days, Sql.CHUNK)) {
            database.sql("""
                            select v.code from visit v join customer c on c.code = v.customer
                                 join technician t on t.code = v.technician left join route r on r.code = v.route
                            where v.planned_on in (:days)
                              and (c.office = :office or t.office = :office or r.office = :office)""" + VisitRow.LIVE)
                    .param("days", chunk)
                    .param("office", office)
                    .query(String.class)
                    .list()
                    .forEach(codes::add);
        }
        return codes;
    }

    private List<String> done(String office, LocalDate from, LocalDate to) {
        return database.sql("""
                        select v.code from visit v join customer c on c.code = v.customer
                        where c.office = ? and v.status = 'done' and v.technician is not null
                          and v.planned_on between ? and ?""").params(office, from, to).query(String.class).list();
    }

    /** For how many of these visits somebody wrote why this protocol was not kept. */
    private int reasons(Set<String> visits, String protocol) {
        return (int) Sql.list(
                        database,
                        "select code from visit_override where visit in (:codes)",
                        visits,
                        (row, number) -> row.getString(1))
                .stream()
                .filter(protocol::equals)
                .count();
    }
}
