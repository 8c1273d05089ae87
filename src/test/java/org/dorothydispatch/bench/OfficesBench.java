package org.dorothydispatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.dorothydispatch.TestDatabase;
import org.dorothydispatch.comparison.BehindService;
import org.dorothydispatch.comparison.BehindService.Question;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.travel.StraightLine;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Fifty offices over five years on MySQL, as branch managers compare them: how long the page's figures take, the people
 * behind the figure that takes longest, and a month of one office from its import until it is in the figures.
 *
 * <p>{@code DOROTHY_BENCH_VISITS} makes the history smaller than its 10,000,000 visits. {@code DOROTHY_BENCH_KEEP} names a
 * schema that stays and is measured again next time without being built; a build that broke off goes on there. The same
 * name and another number of visits measure what is there. {@code DOROTHY_BENCH_BUILT} says how many of the offices are
 * built and counted; the others are copies of them, with their roll-ups, made in minutes instead of hours.
 */
final class OfficesBench {

    private static final int OFFICES = 50;
    private static final int MONTHS = 60;
    private static final int MEASURED = 20;
    private static final int UNMEASURED = 3;
    /** What the list of people asks for when it opens. */
    private static final int ROWS = 50;

    private static final String IMPORTED = "NEW-";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final ComparisonService comparison;
    private final BehindService people;
    private final BundleImport importing;
    private final RollUps rollUps;
    private final List<String> offices;
    private final Period period;
    private final YearMonth last;
    private final String what;

    private OfficesBench(ApplicationContext console, TestDatabase.Schema schema, YearMonth last) {
        this.database = console.getBean(JdbcClient.class);
        this.comparison = console.getBean(ComparisonService.class);
        this.people = console.getBean(BehindService.class);
        this.rollUps = console.getBean(RollUps.class);
        this.importing = new BundleImport(schema.dataSource(), Clock.systemUTC(), new StraightLine());
        this.offices = rollUps.offices();
        this.last = last;
        this.period = Period.yearTo(last);
        long counted = number("select coalesce(sum(visits + missed), 0) from tally_month where kind = 'office'");
        this.what = "%,d visits, %d offices, MySQL".formatted(counted, offices.size());
    }

    public static void main(String[] args) throws Exception {
        int visits = Integer.parseInt(System.getenv().getOrDefault("DOROTHY_BENCH_VISITS", "10000000"));
        var keep = System.getenv("DOROTHY_BENCH_KEEP");
        var schema = keep == null || keep.isBlank() ? TestDatabase.migrated() : TestDatabase.kept(keep);
        var last = YearMonth.now(Clock.systemUTC()).minusMonths(2);
        int built = Math.clamp(
                Integer.parseInt(System.getenv().getOrDefault("DOROTHY_BENCH_BUILT", "" + OFFICES)), 1, OFFICES);
        build(schema, visits, built, last);
        var counted = YearMonth.from(JdbcClient.create(schema.dataSource())
                // The last whole one: a history of a given size may end within a month.
                .sql("""
                        select max(in_month) from (
                            select in_month, sum(visits) n from tally_month where kind = 'office' group by in_month) m
                        where n * 2 > (select sum(visits) / count(distinct in_month) from tally_month where kind = 'office')""")
                .query(LocalDate.class)
                .single());
        try (var console = BenchConsole.on(schema, OfficesBench::asInProduction)) {
            var bench = new OfficesBench(console, schema, counted);
            console.getBean(CurrentUser.class).asProgram("bench", bench::measure);
        }
        System.exit(0);
    }

    /** Tests count when they say so; a kept schema may be older than a migration of a lower number. */
    private static void asInProduction(ConfigurableApplicationContext context) {
        TestPropertyValues.of("dorothy.comparison.follow=true", "spring.flyway.out-of-order=true")
                .applyTo(context);
    }

    // --- building ---

    private static void build(TestDatabase.Schema schema, int visits, int built, YearMonth last) throws SQLException {
        // A whole office in one statement may take longer than any of the program's own.
        var patient = schema.url().replaceFirst("socketTimeout=\\d+", "socketTimeout=0");
        var source = new TestDatabase.Schema(patient, schema.user(), schema.password()).dataSource();
        var database = JdbcClient.create(source);
        var history = new OfficesHistory(source, OFFICES, MONTHS, visits, last);
        var start = System.nanoTime();
        int stored = 0;
        for (int office = 0; office < built; office++) {
            if (!known(database, office)) {
                history.store(office);
                say("stored %d of %d offices, %.0f s", ++stored, built, since(start));
            }
        }
        analyze(database, "visit, customer, preference");
        var rollUps = new RollUps(source, new StraightLine(), Clock.systemUTC());
        var uncounted = database.sql("""
                        select o.code from office o left join tally_state t on t.office = o.code
                        where t.office is null or t.seen_event < 0 order by o.code""").query(String.class).list();
        start = System.nanoTime();
        var began = start;
        var done = new AtomicInteger();
        long counted = rollUps.rebuild(
                uncounted,
                (office, n) -> say(
                        "counted %d of %d offices, %.0f s", done.incrementAndGet(), uncounted.size(), since(began)));
        if (counted > 0) {
            new Figure("roll-ups of %,d visits from nothing, MySQL".formatted(counted), "visits/s", "")
                    .print(counted / since(start));
        }
        start = System.nanoTime();
        var copies = new OfficeCopies(source);
        for (int office = built; office < OFFICES; office++) {
            if (!known(database, office)) {
                copies.copy(OfficesHistory.office(office % built), OfficesHistory.office(office));
                say("copied up to %d of %d offices, %.0f s", office + 1, OFFICES, since(start));
            }
        }
        analyze(
                database,
                "visit, customer, preference, tally_visit, tally_customer, tally_day, tally_month, tally_standing");
    }

    private static boolean known(JdbcClient database, int office) {
        return database.sql("select count(*) from office where code = ?")
                        .param(OfficesHistory.office(office))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static void analyze(JdbcClient database, String tables) {
        database.sql("analyze table " + tables).query().listOfRows();
    }

    // --- measuring ---

    private void measure() {
        try {
            page();
            people(List.of(offices.getFirst()), "of one office");
            newMonths();
            allTogether();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything the page asks for. */
    private void page() {
        var took = new double[MEASURED];
        for (int i = -UNMEASURED; i < MEASURED; i++) {
            var start = System.nanoTime();
            comparison.offices();
            comparison.firstMonth();
            comparison.thisMonth();
            comparison.period(period.from(), period.to());
            comparison.offices(period);
            comparison.upToDate();
            if (i >= 0) {
                took[i] = since(start) * 1000;
            }
        }
        new Figure("offices side by side with trends, " + what, "ms", "<= 1000").print(took);
    }

    private void people(List<String> of, String words) {
        double most = -1;
        org.dorothydispatch.comparison.Figure heaviest = null;
        for (var figure : org.dorothydispatch.comparison.Figure.values()) {
            double took = people(figure, of);
            say("people behind %s %s: %.0f ms", figure, words, took);
            if (took > most) {
                most = took;
                heaviest = figure;
            }
        }
        var figure = heaviest;
        var took = IntStream.range(0, MEASURED)
                .mapToDouble(i -> people(figure, List.of(offices.get(i % offices.size()))))
                .toArray();
        new Figure("people behind “%s” %s, the slowest; %s".formatted(figure.title(), words, what), "ms", "<= 1500")
                .print(took);
    }

    /**
     * The people of all offices as the screen comes to them: in one list, or where there are too many, the offices and then
     * the people of the worst. The lines are the page's.
     */
    private void allTogether() {
        var lines = comparison.offices(period);
        double most = -1;
        org.dorothydispatch.comparison.Figure heaviest = null;
        for (var figure : org.dorothydispatch.comparison.Figure.values()) {
            double took = allTogether(figure, lines);
            say("people behind %s of all together: %.0f ms", figure, took);
            if (took > most) {
                most = took;
                heaviest = figure;
            }
        }
        var figure = heaviest;
        var took = IntStream.range(0, MEASURED)
                .mapToDouble(i -> allTogether(figure, lines))
                .toArray();
        new Figure(
                        "people behind “%s” of all together, by office where they are too many, the slowest; %s"
                                .formatted(figure.title(), what),
                        "ms",
                        "<= 1500")
                .print(took);
    }

    private double allTogether(org.dorothydispatch.comparison.Figure figure, List<OfficeLine> lines) {
        var start = System.nanoTime();
        if (!people.tooMany(new Question(figure, offices, Kind.OFFICE, "", period))) {
            return people(figure, offices);
        }
        var worst = lines.stream()
                .filter(line -> offices.contains(line.code()))
                .min(OfficeLine.worstFirst(figure))
                .orElseThrow();
        people(figure, List.of(worst.code()));
        return since(start) * 1000;
    }

    private double people(org.dorothydispatch.comparison.Figure figure, List<String> of) {
        var question = new Question(figure, of, Kind.OFFICE, "", period);
        var start = System.nanoTime();
        people.count(question);
        people.list(question, 0, ROWS);
        return since(start) * 1000;
    }

    private void newMonths() throws IOException {
        var folder = Files.createTempDirectory("dorothy-bench");
        var importsTook = new double[MEASURED];
        var movedAfter = new double[MEASURED];
        long rows = 0;
        try {
            for (int i = 0; i < MEASURED; i++) {
                var office = offices.get(i % offices.size());
                var bundle = folder.resolve("month-" + i);
                rows += bundle(office, bundle, i);
                long before = visitsOf(office);
                var start = System.nanoTime();
                var result = importing.store(bundle, Importer.everywhere("bench"), (phase, done, total) -> {});
                if (!result.stored()) {
                    throw new IllegalStateException(result.changes().problems().toString());
                }
                importsTook[i] = since(start);
                var stored = System.nanoTime();
                while (visitsOf(office) == before) {
                    if (since(stored) > PATIENCE.toSeconds()) {
                        throw new IllegalStateException("The figures of %s did not move.".formatted(office));
                    }
                    LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                }
                movedAfter[i] = since(stored);
                say("%s: imported in %.1f s, in the figures %.1f s later", office, importsTook[i], movedAfter[i]);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
            forgetNewMonths();
        }
        var month = "a month of one office (%,d visits)".formatted(rows / MEASURED);
        new Figure("%s, its import; %s".formatted(month, what), "s", "").print(importsTook);
        new Figure("%s, from its import until it is in the figures; %s".formatted(month, what), "s", "<= 5")
                .print(movedAfter);
    }

    private long visitsOf(String office) {
        return database.sql(
                        "select coalesce(sum(visits), 0) from tally_month where office = ? and kind = 'office' and in_month > ?")
                .params(office, last.minusMonths(1).atDay(1))
                .query(Long.class)
                .single();
    }

    /** The last month of an office four weeks later, by the same people at the same hours. */
    private int bundle(String office, Path folder, int run) throws IOException {
        Files.createDirectories(folder);
        var offices = new ArrayList<>(List.of("code,name,time_zone"));
        database.sql("select code, name, time_zone from office where code = ?")
                .param(office)
                .query(row -> {
                    offices.add("%s,%s,%s".formatted(row.getString(1), row.getString(2), row.getString(3)));
                });
        Files.write(folder.resolve("offices.csv"), offices);
        var visits = new ArrayList<>(
                List.of("code,customer,site,agreement,due_on,date,start,minutes,route,technician,status,notified_at"));
        database.sql("""
                        select customer, site, coalesce(agreement, ''), due_on, planned_on, start_time, minutes, route,
                               technician, status
                        from visit where board_office = ? and planned_on between ? and ? order by planned_on, code""").params(office, last.atDay(1), last.atEndOfMonth()).query(row -> {
            visits.add(String.join(
                    ",",
                    "%s%02d-%05d".formatted(IMPORTED, run, visits.size()),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, LocalDate.class).plusWeeks(4).toString(),
                    row.getObject(5, LocalDate.class).plusWeeks(4).toString(),
                    row.getString(6).substring(0, 5),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    row.getString(10),
                    ""));
        });
        if (visits.size() == 1) {
            throw new IllegalStateException("%s has no visits in %s.".formatted(office, last));
        }
        Files.write(folder.resolve("visits.csv"), visits);
        return visits.size() - 1;
    }

    /** A kept schema is measured again as it was. */
    private void forgetNewMonths() {
        var touched = database.sql("select distinct board_office from visit where code like '%s%%'".formatted(IMPORTED))
                .query(String.class)
                .list();
        database.sql("delete from visit where code like '%s%%'".formatted(IMPORTED))
                .update();
        touched.stream().sorted(Comparator.naturalOrder()).forEach(rollUps::catchUp);
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String pattern, Object... values) {
        System.err.printf(Locale.ROOT, pattern + "%n", values);
    }
}
