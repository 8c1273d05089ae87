package org.dorothydispatch.comparison;

import static org.dorothydispatch.customer.CustomerName.CALLED;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dorothydispatch.comparison.RiskLine.Mend;
import org.dorothydispatch.comparison.RiskLine.Reason;
import org.dorothydispatch.customer.CustomerScreen;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.PastVisits;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.Cells;
import org.dorothydispatch.shared.Table;
import org.dorothydispatch.shared.Utc;
import org.dorothydispatch.travel.TravelTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which customers may be on the way out, and why: branch managers see those of their offices. Past breaks and new faces
 * come from the roll-ups, breaks to come from the flags that are kept, the rest from the record. Today is the day it is at
 * the customer's office.
 */
@Service
public class RiskService {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final String HERE = " c.office in (:offices) and c.cancelled_on is null ";
    private static final int CHUNK = 500;

    private final JdbcClient database;
    private final PastVisits past;
    private final FlagService flags;
    private final OfficeService offices;
    private final CurrentUser current;
    private final Clock clock;

    RiskService(
            JdbcClient database,
            DataSource source,
            TravelTimes travel,
            FlagService flags,
            OfficeService offices,
            CurrentUser current,
            Clock clock) {
        this.database = database;
        this.past = new PastVisits(source, travel);
        this.flags = flags;
        this.offices = offices;
        this.current = current;
        this.clock = clock;
    }

    /** The offices whose customers this person may see here, by name. */
    public List<OfficeRow> offices() {
        current.require(BRANCH_MANAGER);
        return offices.list();
    }

    /** The day it is at an office now. */
    public LocalDate today(OfficeRow office) {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }

    // --- the order ---

    /** Everybody with a score at these offices, as it is now. */
    @Transactional(readOnly = true)
    public Ranking ranking(Collection<String> codes) {
        current.require(BRANCH_MANAGER);
        current.requireOffices(codes);
        var byDay = offices.list().stream()
                .filter(office -> codes.contains(office.code()))
                .collect(Collectors.groupingBy(
                        this::today, TreeMap::new, Collectors.toMap(OfficeRow::code, Function.identity())));
        var rows = new ArrayList<RiskRow>();
        int customers = 0;
        for (var day : byDay.entrySet()) {
            customers += rank(day.getKey(), day.getValue(), rows);
        }
        return new Ranking(Set.copyOf(codes), rows, customers);
    }

    private static final class Counts {

        int broken;
        int dearestBroken;
        int coming;
        int dearestComing;
        int newFaces;
        int unanswered;
        int daysWaiting;

        void waits(@Nullable LocalDate since, LocalDate today) {
            if (since != null) {
                daysWaiting = Math.max(daysWaiting, (int) ChronoUnit.DAYS.between(since, today));
            }
        }

        RiskFacts facts() {
            return new RiskFacts(
                    broken, dearestBroken, coming, dearestComing, newFaces, unanswered, Math.max(0, daysWaiting));
        }
    }

    /** Adds whoever has a score; says how many customers there are. */
    private int rank(LocalDate today, Map<String, OfficeRow> here, List<RiskRow> rows) {
        var codes = here.keySet();
        var counts = new HashMap<String, Counts>();
        Function<String, Counts> of = customer -> counts.computeIfAbsent(customer, code -> new Counts());
        ask("""
                        select t.customer, sum(t.promises_broken), sum(t.dearest_broken), sum(t.surprises)
                        from tally_visit t
                        where t.office in (:offices) and t.on_day > :back and t.on_day <= :today
                        group by t.customer having sum(t.promises_broken) + sum(t.surprises) > 0""", codes)
                .param("back", today.minusDays(RiskScore.DAYS_BACK))
                .param("today", today)
                .query(row -> {
                    var one = of.apply(row.getString(1));
                    one.broken = row.getInt(2);
                    one.dearestBroken = row.getInt(3);
                    one.newFaces = row.getInt(4);
                });
        ask("""
                        select v.customer, f.kind, c.gives_way, count(*)
                        from customer c join visit v on v.customer = c.code join flag f on f.visit = v.code
                        where %s and %s
                        group by v.customer, f.kind, c.gives_way""".formatted(HERE, COMING), codes)
                .param("today", today)
                .param("ahead", today.plusDays(RiskScore.DAYS_AHEAD - 1L))
                .query(row -> {
                    var one = of.apply(row.getString(1));
                    one.coming += row.getInt(4);
                    if (about(row.getString(2)) == last(row.getString(3))) {
                        one.dearestComing += row.getInt(4);
                    }
                });
        ask("select p.customer, count(*), min(p.heard_on)" + UNANSWERED + " group by p.customer", codes)
                .param("today", today)
                .query(row -> {
                    var one = of.apply(row.getString(1));
                    one.unanswered += row.getInt(2);
                    one.waits(row.getObject(3, LocalDate.class), today);
                });
        ask("select h.customer, count(*), min(h.heard_at), c.office" + OPEN + " group by h.customer, c.office", codes)
                .query(row -> {
                    var one = of.apply(row.getString(1));
                    one.unanswered += row.getInt(2);
                    one.waits(
                            Utc.day(
                                    row.getObject(3, LocalDateTime.class),
                                    here.get(row.getString(4)).timeZone()),
                            today);
                });
        ask("select v.customer, min(v.due_on)" + OVERDUE + " group by v.customer", codes)
                .param("today", today)
                .query(row -> {
                    of.apply(row.getString(1)).waits(row.getObject(2, LocalDate.class), today);
                });
        return named(today, here, counts, rows);
    }

    private int named(LocalDate today, Map<String, OfficeRow> here, Map<String, Counts> counts, List<RiskRow> rows) {
        int[] customers = {0};
        ask("""
                        select c.code, %s, c.office,
                               (select sum(a.annual_value) from agreement a
                                where a.customer = c.code and (a.ends_on is null or a.ends_on >= :today))
                        from customer c where %s""".formatted(CALLED, HERE), here.keySet()).param("today", today).query(row -> {
            customers[0]++;
            var known = counts.get(row.getString(1));
            if (known != null) {
                var score = new RiskScore(known.facts());
                var value = row.getBigDecimal(4);
                if (score.total() > 0) {
                    rows.add(new RiskRow(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            here.get(row.getString(3)).name(),
                            value == null ? BigDecimal.ZERO : value,
                            today,
                            score));
                }
            }
        });
        return customers[0];
    }

    /** Promises that a planned visit breaks as it stands. */
    private static final String COMING = """
            v.status in ('planned', 'confirmed') and v.planned_on between :today and :ahead
              and f.side = 'customer' and f.outcome = 'BROKEN' and f.level = 'promised'""";

    private static final String UNANSWERED = """
             from preference p join customer c on c.code = p.customer
            where p.answer = 'unanswered' and p.kind <> 'REMEMBER' and (p.valid_to is null or p.valid_to >= :today)
              and """ + HERE;

    private static final String OPEN =
            " from heard h join customer c on c.code = h.customer where h.state = 'open' and " + HERE;

    private static final String OVERDUE = " from visit v join customer c on c.code = v.customer"
            + " where v.status = 'unassigned' and v.due_on < :today and " + HERE;

    private JdbcClient.StatementSpec ask(String sql, Collection<String> codes) {
        return database.sql(sql).param("offices", codes);
    }

    private static GivesWay about(String kind) {
        return PreferenceKind.valueOf(kind).about();
    }

    private static @Nullable GivesWay last(@Nullable String order) {
        return GivesWay.last(Cells.list(order).stream().map(GivesWay::of).toList());
    }

    // --- what is said of each ---

    /** A part of the list, each with the reasons and what to do. */
    public List<RiskLine> page(Ranking ranking, int offset, int limit) {
        current.require(BRANCH_MANAGER);
        current.requireOffices(ranking.offices());
        var all = ranking.rows();
        var part = all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
        if (part.isEmpty()) {
            return List.of();
        }
        var told = new Told(part);
        return part.stream()
                .map(row -> new RiskLine(row, told.reasons(row), mend(told, row)))
                .toList();
    }

    /** The whole list to take away, with what to do as the plan of the moment has it. */
    public Table table(Ranking ranking) {
        current.require(BRANCH_MANAGER);
        current.requireOffices(ranking.offices());
        var columns = new ArrayList<>(List.of("Customer", "Office", "As of", "Score"));
        for (var part : RiskPart.values()) {
            columns.add("%s (× %d)".formatted(part.title(), part.weight()));
        }
        columns.addAll(List.of("Value a year", "Why", "What to do", "Code"));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int from = 0; from < ranking.rows().size(); from += CHUNK) {
            var part = ranking.rows().subList(from, Math.min(ranking.rows().size(), from + CHUNK));
            var told = new Told(part);
            for (var row : part) {
                var cells = new ArrayList<@Nullable Object>();
                cells.addAll(List.of(
                        row.name(),
                        row.officeName(),
                        row.asOf().toString(),
                        BigDecimal.valueOf(row.score().total())));
                for (var one : RiskPart.values()) {
                    cells.add(BigDecimal.valueOf(row.score().of(one)));
                }
                cells.add(row.value().setScale(2, RoundingMode.HALF_UP));
                cells.add(told.reasons(row).stream().map(Reason::line).collect(Collectors.joining(" ")));
                cells.add(mend(told, row).sentence());
                cells.add(row.code());
                rows.add(cells);
            }
        }
        return new Table(
                "at-risk-%s"
                        .formatted(
                                ranking.rows().isEmpty()
                                        ? "nobody"
                                        : ranking.rows().getFirst().asOf()),
                columns,
                rows);
    }

    private record ComingVisit(String visit, String board, LocalDate date) {}

    private record Overdue(String visit, String board, LocalDate due) {}

    /** The same reason once or several times: what was read first is told, with how often. */
    private record Same(
            IntFunction<String> sentence, @Nullable String words, int times) {

        Same oneMore(Same other) {
            return new Same(sentence, words, times + other.times);
        }

        Reason reason() {
            var told = sentence.apply(times);
            boolean inside = words == null || words.isBlank() || told.contains(words.strip());
            return new Reason(told, inside ? null : words.strip(), times);
        }
    }

    /** What is known of some customers, read for all of them together. */
    private final class Told {

        private final Map<String, RiskRow> rows;
        private final Map<String, Map<String, Same>> reasons = new HashMap<>();
        private final Map<String, ComingVisit> coming = new HashMap<>();
        private final Map<String, Overdue> overdue = new HashMap<>();
        private final Map<String, LocalDate> said = new HashMap<>();

        Told(Collection<RiskRow> part) {
            rows = part.stream().collect(Collectors.toMap(RiskRow::code, Function.identity()));
            // In the order of the parts of the score.
            readBroken();
            readComing();
            readFaces();
            readUnanswered();
            readOverdue();
        }

        List<Reason> reasons(RiskRow row) {
            return reasons.getOrDefault(row.code(), Map.of()).values().stream()
                    .map(Same::reason)
                    .toList();
        }

        /**
         * @param same what is equal to it: told once, with how often
         * @param words the customer's
         */
        private void add(String customer, String same, IntFunction<String> sentence, @Nullable String words) {
            reasons.computeIfAbsent(customer, code -> new LinkedHashMap<>())
                    .merge(same, new Same(sentence, words, 1), Same::oneMore);
        }

        private void add(String customer, String sentence, @Nullable String words) {
            add(
                    customer,
                    "%s %s".formatted(sentence, words),
                    times -> times == 1 ? sentence : "%d times: %s".formatted(times, sentence),
                    words);
        }

        private JdbcClient.StatementSpec ask(String sql) {
            return database.sql(sql).param("customers", rows.keySet());
        }

        private boolean recent(String customer, LocalDate day) {
            var today = rows.get(customer).asOf();
            return !day.isAfter(today) && day.isAfter(today.minusDays(RiskScore.DAYS_BACK));
        }

        private LocalDate earliest() {
            return rows.values().stream()
                    .map(RiskRow::asOf)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
        }

        private void readBroken() {
            var visits = new ArrayList<String>();
            ask("""
                            select t.visit, t.customer, t.on_day from tally_visit t
                            where t.customer in (:customers) and t.on_day > :back and t.promises_broken > 0
                            order by t.on_day desc, t.visit""").param("back", earliest().minusDays(RiskScore.DAYS_BACK)).query(row -> {
                if (recent(row.getString(2), row.getObject(3, LocalDate.class))) {
                    visits.add(row.getString(1));
                }
            });
            var judged = past.judge(visits, clock.instant()).stream()
                    .collect(Collectors.toMap(one -> one.visit().code(), Function.identity()));
            for (var visit : visits) {
                var one = judged.get(visit);
                if (one != null) {
                    tellBroken(one);
                }
            }
        }

        private void tellBroken(PastVisits.Past one) {
            var customer = one.visit().customer();
            var bound = one.bound().stream().collect(Collectors.toMap(PreferenceFacts::code, Function.identity()));
            for (var flag : one.flags()) {
                var wish = bound.get(flag.code());
                if (flag.side() == Side.CUSTOMER && flag.broken() && wish != null) {
                    boolean highest = wish.kind().about() == GivesWay.last(customer.givesWay());
                    var on = DAY.format(flag.date());
                    add(
                            customer.code(),
                            "broken " + wish.code(),
                            times -> "%s: %s came. %s%s"
                                    .formatted(
                                            times == 1 ? on : "%d times, last on %s".formatted(times, on),
                                            one.visit()
                                                    .assignment()
                                                    .technician()
                                                    .name(),
                                            flag.message(),
                                            highest ? " It is what they ranked highest." : ""),
                            wish.words());
                }
            }
        }

        private void readComing() {
            for (var date : days()) {
                ask("""
                                select v.customer, v.code, v.board_office, v.planned_on, f.message, p.words, f.kind, c.gives_way, f.code
                                from visit v join customer c on c.code = v.customer join flag f on f.visit = v.code
                                     left join preference p on p.code = f.code
                                where v.customer in (:customers) and %s
                                order by v.planned_on, v.start_time, v.code, f.kind, f.code""".formatted(COMING))
                        .param("today", date)
                        .param("ahead", date.plusDays(RiskScore.DAYS_AHEAD - 1L))
                        .query(row -> {
                            var customer = row.getString(1);
                            if (!rows.get(customer).asOf().equals(date)) {
                                return;
                            }
                            var on = row.getObject(4, LocalDate.class);
                            coming.putIfAbsent(customer, new ComingVisit(row.getString(2), row.getString(3), on));
                            boolean highest = about(row.getString(7)) == last(row.getString(8));
                            var message = row.getString(5);
                            add(
                                    customer,
                                    "coming " + row.getString(9),
                                    times -> "%s %s: %s%s"
                                            .formatted(
                                                    times == 1
                                                            ? "Planned for"
                                                            : "Planned %d times, first for".formatted(times),
                                                    DAY.format(on),
                                                    message,
                                                    highest ? " It is what they ranked highest." : ""),
                                    row.getString(6));
                        });
            }
        }

        private List<LocalDate> days() {
            return rows.values().stream().map(RiskRow::asOf).distinct().sorted().toList();
        }

        private void readFaces() {
            ask("""
                            select t.customer, t.on_day, n.name from tally_visit t join technician n on n.code = t.technician
                            where t.customer in (:customers) and t.on_day > :back and t.surprises > 0
                            order by t.on_day desc, t.visit""").param("back", earliest().minusDays(RiskScore.DAYS_BACK)).query(row -> {
                var on = row.getObject(2, LocalDate.class);
                if (recent(row.getString(1), on)) {
                    var name = row.getString(3);
                    add(
                            row.getString(1),
                            "face",
                            times -> times == 1
                                    ? "%s: %s came, whom they did not know, without a word before."
                                            .formatted(DAY.format(on), name)
                                    : "%d times somebody came whom they did not know, without a word before; last on %s: %s."
                                            .formatted(times, DAY.format(on), name),
                            null);
                }
            });
        }

        private void readUnanswered() {
            ask("""
                            select p.customer, p.words, p.heard_on, p.valid_to from preference p
                            where p.customer in (:customers) and p.answer = 'unanswered' and p.kind <> 'REMEMBER'
                            order by p.heard_on, p.code""").query(row -> {
                var to = row.getObject(4, LocalDate.class);
                if (to == null || !to.isBefore(rows.get(row.getString(1)).asOf())) {
                    waits(row.getString(1), row.getObject(3, LocalDate.class), "Their wish", row.getString(2));
                }
            });
            ask("""
                            select h.customer, h.words, h.heard_at, o.time_zone
                            from heard h join customer c on c.code = h.customer join office o on o.code = c.office
                            where h.customer in (:customers) and h.state = 'open' order by h.heard_at, h.code""").query(row -> {
                var on = Utc.day(row.getObject(3, LocalDateTime.class), ZoneId.of(row.getString(4)));
                said.putIfAbsent(row.getString(1), on);
                waits(row.getString(1), on, "What they said", row.getString(2));
            });
        }

        private void waits(String customer, @Nullable LocalDate since, String what, @Nullable String words) {
            var days = since == null
                    ? 0
                    : ChronoUnit.DAYS.between(since, rows.get(customer).asOf());
            add(
                    customer,
                    since == null
                            ? "%s waits for an answer; nobody wrote down since when.".formatted(what)
                            : "%s waits for an answer since %s, %d day%s."
                                    .formatted(what, DAY.format(since), days, days == 1 ? "" : "s"),
                    words);
        }

        private void readOverdue() {
            ask("""
                            select v.customer, v.code, v.board_office, v.due_on from visit v
                            where v.customer in (:customers) and v.status = 'unassigned' order by v.due_on, v.code""").query(row -> {
                var due = row.getObject(4, LocalDate.class);
                if (due.isBefore(rows.get(row.getString(1)).asOf())) {
                    overdue.putIfAbsent(row.getString(1), new Overdue(row.getString(2), row.getString(3), due));
                    add(
                            row.getString(1),
                            "A visit was due on %s and nobody drives it yet.".formatted(DAY.format(due)),
                            null);
                }
            });
        }
    }

    private Mend mend(Told told, RiskRow row) {
        var next = told.coming.get(row.code());
        if (next != null) {
            var board = board(next.board(), next.date(), next.visit());
            var best = flags.mendsOf(next.visit());
            return best.isEmpty()
                    ? new Mend(
                            "Nothing in the next two weeks mends %s. Talk with %s before that day."
                                    .formatted(DAY.format(next.date()), row.name()),
                            board)
                    : new Mend(best.getFirst().sentence(), board);
        }
        var due = told.overdue.get(row.code());
        if (due != null) {
            return new Mend(
                    "Give the visit that was due on %s a day and a person.".formatted(DAY.format(due.due())),
                    board(due.board(), row.asOf(), due.visit()));
        }
        var said = told.said.get(row.code());
        if (said != null) {
            return new Mend("Answer what they said on %s.".formatted(DAY.format(said)), "listening");
        }
        var file = CustomerScreen.address(row.code());
        return row.score().of(RiskPart.UNANSWERED) > 0
                ? new Mend("Answer their wish.", file)
                : new Mend("Nothing to come is broken. Talk with %s about what happened.".formatted(row.name()), file);
    }

    private static String board(String office, LocalDate from, String visit) {
        return "board?offices=%s&from=%s&visit=%s".formatted(encoded(office), from, encoded(visit));
    }

    private static String encoded(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8);
    }
}
