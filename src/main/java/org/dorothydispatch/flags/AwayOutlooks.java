package org.dorothydispatch.flags;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.dorothydispatch.flags.AwayOutlook.Loss;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Candidates;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the technicians of an office away, one at a time, and asks the checks which promises their visits would break. Each
 * visit is given to whichever colleague of the office breaks the fewest of the promises it keeps now, on its day, at the
 * start the board would choose. It is looked at by itself, everything else staying where it stands: one colleague may be
 * counted on for several visits of a morning, so what is found is the least that would break. A promise that is broken
 * already, or that the customer let go of, is not counted.
 */
@Service
public class AwayOutlooks {

    /** Visits judged in one world. */
    private static final int CHUNK = 500;

    private final JdbcClient database;
    private final WorldLoader loader;
    private final OfficeWeeks weeks;
    private final Judge judge;
    private final CurrentUser current;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("away-", 0).daemon().factory());

    AwayOutlooks(
            JdbcTemplate jdbc,
            OfficeWeeks weeks,
            Judge judge,
            CurrentUser current,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = JdbcClient.create(jdbc);
        this.loader = new WorldLoader(database);
        this.weeks = weeks;
        this.judge = judge;
        this.current = current;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Told how far the work is, from any thread. */
    public interface Progress {

        void at(int done, int total);
    }

    /**
     * Looks in the background, one office at a time. Who asks is looked at when they ask.
     *
     * @param from and {@code to} the days on which somebody is away, both included
     * @return a technician each, whose absence would break most first, then by name
     */
    public CompletableFuture<List<AwayOutlook>> start(String office, LocalDate from, LocalDate to, Progress progress) {
        current.requireWrite(office, BRANCH_MANAGER);
        return CompletableFuture.supplyAsync(() -> look(office, from, to, progress), worker);
    }

    /** The same at once. */
    public List<AwayOutlook> of(String office, LocalDate from, LocalDate to) {
        current.requireWrite(office, BRANCH_MANAGER);
        return look(office, from, to, (done, total) -> {});
    }

    private List<AwayOutlook> look(String office, LocalDate from, LocalDate to, Progress progress) {
        var now = Now.at(clock.instant());
        int days = (int) ChronoUnit.DAYS.between(from, to) + 1;
        var week = weeks.read(List.of(office), from, days);
        var people = week.register().technicians().stream()
                .filter(technician -> technician.office().code().equals(office))
                .sorted(Comparator.comparing(TechnicianFacts::name).thenComparing(TechnicianFacts::code))
                .toList();
        var visits = database.sql("""
                        select v.code from visit v join technician t on t.code = v.technician
                             join customer c on c.code = v.customer
                        where t.office = :office and c.office = :office and v.planned_on between :from and :to
                          and v.status in ('planned', 'confirmed')
                        order by v.planned_on, v.start_time, v.code""")
                .param("office", office)
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list();
        var counts = new HashMap<String, Integer>();
        var losses = new HashMap<String, List<Loss>>();
        int done = 0;
        for (var chunk : Sql.chunks(visits, CHUNK)) {
            var world =
                    reading.execute(status -> loader.load(new WorldLoader.Question(chunk, Set.of(), Set.of(), week)));
            for (var code : chunk) {
                var visit = world.visit(code);
                var away = visit.assignment().technician();
                if (away != null) {
                    counts.merge(away.code(), 1, Integer::sum);
                    losses.computeIfAbsent(away.code(), key -> new ArrayList<>())
                            .addAll(losses(world, visit, people, now));
                }
                progress.at(++done, visits.size());
            }
        }
        return people.stream()
                .filter(technician -> counts.containsKey(technician.code()))
                .map(technician -> new AwayOutlook(
                        technician.code(),
                        technician.name(),
                        counts.get(technician.code()),
                        losses.get(technician.code())))
                .sorted(Comparator.comparingInt(
                        (AwayOutlook one) -> -one.losses().size()))
                .toList();
    }

    private List<Loss> losses(World world, VisitFacts visit, List<TechnicianFacts> people, Now now) {
        var there = visit.assignment();
        var flagged = judge.checks().check(world, visit, now).stream()
                .filter(flag -> flag.side() == Side.CUSTOMER)
                .map(Flag::code)
                .collect(Collectors.toSet());
        var kept = visit.customer().preferences().stream()
                .filter(wish -> wish.answer() == Answer.PROMISED && Judge.binds(wish, there.date()))
                .filter(wish -> !flagged.contains(wish.code()))
                .collect(Collectors.toMap(PreferenceFacts::code, wish -> wish));
        if (kept.isEmpty()) {
            return List.of();
        }
        List<Flag> fewest = null;
        var starts = new StartTimes(judge.checks());
        for (var colleague : people) {
            if (colleague.code().equals(there.technician().code())) {
                continue;
            }
            var route = Candidates.routeFor(world, visit, there.date(), colleague);
            var start = starts.bestStart(world, visit, route, there.date(), colleague, now);
            if (start.isEmpty()) {
                continue;
            }
            var broken = judge
                    .checks()
                    .checkAs(
                            world,
                            visit,
                            new Assignment(there.date(), start.get(), route, colleague, there.status()),
                            now)
                    .stream()
                    .filter(flag -> flag.side() == Side.CUSTOMER && flag.broken() && kept.containsKey(flag.code()))
                    .toList();
            if (fewest == null || broken.size() < fewest.size()) {
                fewest = broken;
            }
            if (fewest.isEmpty()) {
                return List.of();
            }
        }
        return fewest == null
                ? kept.values().stream()
                        .sorted(Comparator.comparing(PreferenceFacts::code))
                        .map(wish -> loss(visit, wish, "Nobody else of the office could come that day."))
                        .toList()
                : fewest.stream()
                        .map(flag -> loss(visit, kept.get(flag.code()), flag.message()))
                        .toList();
    }

    private static Loss loss(VisitFacts visit, PreferenceFacts wish, String sentence) {
        return new Loss(
                visit.customer().code(),
                visit.customer().calledName(),
                visit.code(),
                visit.assignment().date(),
                wish.code(),
                sentence,
                wish.words());
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
