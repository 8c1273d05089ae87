package org.dorothydispatch.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.travel.TravelTimes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Judges visits that are over, by the same checks and by what is known today. Their judgement is kept nowhere. Plain
 * enough for a command without a server; asks nobody for rights, so screens ask a service.
 */
public final class PastVisits {

    /** Visits judged in one world. */
    private static final int CHUNK = 20_000;

    private final JdbcClient database;
    private final WorldLoader loader;
    private final Judge judge;
    private final TravelTimes travel;

    public PastVisits(DataSource source, TravelTimes travel) {
        this.database = JdbcClient.create(new JdbcTemplate(source));
        this.loader = new WorldLoader(database);
        this.judge = new Judge(travel);
        this.travel = travel;
    }

    /**
     * A visit that is over. One that was not done has no flags, and nothing bound it.
     *
     * @param version of the visit
     * @param flags every flag of it
     * @param bound the preferences that were promised and bound it on its day
     * @param first nobody had come to the customer before
     * @param known the customer knew who came
     * @param drive minutes from the technician's stop before it that day; empty when there was none or times are unknown
     * @param around what the days around it say
     */
    public record Past(
            VisitFacts visit,
            int version,
            List<Flag> flags,
            List<PreferenceFacts> bound,
            boolean first,
            boolean known,
            OptionalInt drive,
            Surroundings around) {}

    /** Which visits are asked about. */
    @FunctionalInterface
    public interface Which {

        /** @param day it was planned for, else on which it was due */
        boolean asks(String visit, String customer, LocalDate day);
    }

    /** These visits, each judged where it stands; the ones that are there. */
    public List<Past> judge(Collection<String> visits, Instant now) {
        var past = new ArrayList<Past>();
        for (var chunk : Sql.chunks(visits, CHUNK)) {
            var asked = loader.visits(chunk);
            past.addAll(judge(asked, loader.load(WorldLoader.Question.about(chunk)), now));
        }
        return past;
    }

    /**
     * The visits of these customers that are over (done by somebody on a day, or missed) and asked about. All of it is
     * read into one world, each customer's visits once, so this is the way to judge many.
     */
    public List<Past> judge(Collection<String> customers, Which which, Instant now) {
        var all = loader.ofCustomers(customers);
        var asked = all.stream()
                .filter(PastVisits::over)
                .filter(row ->
                        which.asks(row.code(), row.customer(), Objects.requireNonNullElse(row.date(), row.dueOn())))
                .toList();
        return asked.isEmpty() ? List.of() : judge(asked, loader.load(asked, all), now);
    }

    private static boolean over(VisitRow row) {
        return row.status() == VisitStatus.MISSED
                || row.status() == VisitStatus.DONE && row.date() != null && row.technician() != null;
    }

    private List<Past> judge(List<VisitRow> asked, World world, Instant moment) {
        var now = Now.at(moment);
        var firsts = firsts(world);
        var surroundings = new SurroundingDays(database, judge.checks(), world, asked, now);
        return asked.stream()
                .map(row -> past(world, world.visit(row.code()), row.version(), firsts, surroundings, now))
                .toList();
    }

    private Past past(
            World world,
            VisitFacts visit,
            int version,
            Map<String, VisitFacts> firsts,
            SurroundingDays surroundings,
            Now now) {
        if (!visit.assignment().judgeable()) {
            return new Past(
                    visit,
                    version,
                    List.of(),
                    List.of(),
                    false,
                    false,
                    OptionalInt.empty(),
                    surroundings.ofMissed(visit));
        }
        var date = visit.assignment().date();
        return new Past(
                visit,
                version,
                judge.checks().check(world, visit, now),
                visit.customer().preferences().stream()
                        .filter(wish -> wish.answer() == Answer.PROMISED && Judge.binds(wish, date))
                        .toList(),
                firsts.get(visit.customer().code()) == visit,
                judge.checks().knowsTechnician(world, visit, now),
                surroundings
                        .stopBefore(visit)
                        .map(before -> OptionalInt.of((int) Math.round(travel.driveMinutes(
                                before.site().latitude(),
                                before.site().longitude(),
                                visit.site().latitude(),
                                visit.site().longitude()))))
                        .orElse(OptionalInt.empty()),
                surroundings.ofDone(visit));
    }

    private static Map<String, VisitFacts> firsts(World world) {
        var order = Comparator.comparing(
                        (VisitFacts visit) -> visit.assignment().date())
                .thenComparing(visit -> visit.assignment().start(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(VisitFacts::code);
        var firsts = new HashMap<String, VisitFacts>();
        for (var visit : world.visits()) {
            if (visit.assignment().judgeable()) {
                firsts.merge(
                        visit.customer().code(), visit, (one, other) -> order.compare(one, other) <= 0 ? one : other);
            }
        }
        return firsts;
    }
}
