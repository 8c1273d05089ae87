package org.dorothydispatch.comparison;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is behind a figure, by name, whoever it went worst for first. */
@Service
@Transactional(readOnly = true)
public class BehindService {

    /**
     * Visits that one list may sum by customer. As many as an office of 200,000 visits in five years has in a year and a
     * bit: its list takes about a second, and the time grows with the visits.
     */
    static final int MANY = 50_000;

    private final JdbcClient database;
    private final AvoidableBehind avoidable;
    private final CurrentUser current;
    private final Clock clock;

    BehindService(JdbcClient database, AvoidableBehind avoidable, CurrentUser current, Clock clock) {
        this.database = database;
        this.avoidable = avoidable;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Which figure of whom.
     *
     * @param offices one, or several together
     * @param code the technician or the route; blank for offices
     */
    public record Question(Figure figure, List<String> offices, Kind kind, String code, Period period) {}

    /**
     * Whether several offices are asked about and have too many visits behind the figure for one list of people: then each
     * office has to be asked about by itself. One office never has too many.
     */
    public boolean tooMany(Question question) {
        require(question);
        return isTooMany(question);
    }

    private boolean isTooMany(Question question) {
        var rows = rows(question.figure());
        if (rows == null || question.offices().stream().distinct().count() < 2) {
            return false;
        }
        var from = byYear(question.figure())
                ? yearTo(question.period())
                : question.period().firstDay();
        return database.sql("select coalesce(sum(%s), 0) from tally_month where kind = 'office'".formatted(rows)
                                + " and office in (:offices) and in_month between :from and :to")
                        .param("offices", question.offices())
                        .param("from", from)
                        .param("to", question.period().lastDay())
                        .query(Long.class)
                        .single()
                > MANY;
    }

    /** The column of the roll-ups that says how many rows are summed by customer; null where none are. */
    private static @Nullable String rows(Figure figure) {
        if (figure == Figure.AVOIDABLE_BREAKS) {
            return "promises_broken";
        }
        return counted(figure) != null || byYear(figure) ? "visits + missed" : null;
    }

    private static boolean byYear(Figure figure) {
        return switch (figure) {
            case FACES, USUAL_PROVIDER, BICE_BOXERMAN, SEQUENTIAL -> true;
            default -> false;
        };
    }

    private void refuseTooMany(Question question) {
        if (isTooMany(question)) {
            throw new IllegalArgumentException("Too many people for one list: choose an office.");
        }
    }

    /**
     * A part of the list.
     *
     * @throws IllegalArgumentException with a sentence when there are {@link #tooMany}
     */
    public List<Behind> list(Question question, int offset, int limit) {
        require(question);
        refuseTooMany(question);
        if (question.offices().isEmpty()) {
            return List.of();
        }
        var counted = counted(question.figure());
        if (counted != null) {
            return visits(question, counted, offset, limit);
        }
        return switch (question.figure()) {
            case AVOIDABLE_BREAKS -> avoidable.list(question, offset, limit);
            case FACES, USUAL_PROVIDER, BICE_BOXERMAN, SEQUENTIAL -> faces(question, offset, limit);
            case ASKED -> unasked(question, offset, limit);
            case UNANSWERED, UNANSWERED_AGE ->
                ask(
                                question,
                                "select * from (" + UNANSWERED
                                        + ") x order by coalesce(heard_on, cast(heard_at as date), date '1900-01-01'),"
                                        + " called, item limit :limit offset :offset")
                        .param("limit", limit)
                        .param("offset", offset)
                        .query((row, number) -> unanswered(row))
                        .list();
            case DECLINED_HONESTLY ->
                ask(
                                question,
                                "select c.code, " + CustomerName.CALLED + ", p.words, p.told_on" + DECLINED
                                        + " order by p.told_on desc, 2, p.code limit :limit offset :offset")
                        .param("limit", limit)
                        .param("offset", offset)
                        .query((row, number) -> new Behind(
                                row.getString(1),
                                row.getString(2),
                                "%sdeclined, told on %s"
                                        .formatted(said(row.getString(3)), day(row.getObject(4, LocalDate.class)))))
                        .list();
            case CANCELS_AFTER_BREAK, RETENTION_COUNT, RETENTION_VALUE, CANCELS_PER_THOUSAND ->
                ended(question, offset, limit);
            case TURNOVER ->
                ask(
                                question,
                                "select c.code, c.name, c.ends_on from technician c where c.office in (:offices)"
                                        + " and c.ends_on between :from and :to order by c.ends_on, c.name limit :limit offset :offset")
                        .param("limit", limit)
                        .param("offset", offset)
                        .query((row, number) -> new Behind(
                                row.getString(1),
                                row.getString(2),
                                "left on " + day(row.getObject(3, LocalDate.class))))
                        .list();
            case SICK_DAYS -> part(sick(question), offset, limit);
            default -> throw new IllegalStateException("Nobody says who is behind " + question.figure());
        };
    }

    /**
     * How many there are.
     *
     * @throws IllegalArgumentException with a sentence when there are {@link #tooMany}
     */
    public int count(Question question) {
        require(question);
        refuseTooMany(question);
        if (question.offices().isEmpty()) {
            return 0;
        }
        var counted = counted(question.figure());
        if (counted != null) {
            return number(askVisits(question, "select count(*)" + counted.from(question)));
        }
        return switch (question.figure()) {
            case AVOIDABLE_BREAKS -> avoidable.count(question);
            case FACES, USUAL_PROVIDER, BICE_BOXERMAN, SEQUENTIAL ->
                number(askYear(question, "select count(*)" + FACES));
            case ASKED -> number(ask(question, "select count(*)" + EVERYBODY.formatted("") + unasked(question)));
            case UNANSWERED, UNANSWERED_AGE -> number(ask(question, "select count(*) from (" + UNANSWERED + ") x"));
            case DECLINED_HONESTLY -> number(ask(question, "select count(*)" + DECLINED));
            case CANCELS_AFTER_BREAK, RETENTION_COUNT, RETENTION_VALUE, CANCELS_PER_THOUSAND ->
                number(ask(
                        question,
                        "select count(*)" + EVERYBODY.formatted(" and t.ended_on is not null") + ended(question)));
            case TURNOVER ->
                number(
                        ask(
                                question,
                                "select count(*) from technician c where c.office in (:offices) and c.ends_on between :from and :to"));
            case SICK_DAYS -> sick(question).size();
            default -> 0;
        };
    }

    private void require(Question question) {
        current.require(BRANCH_MANAGER);
        current.requireOffices(question.offices());
    }

    private static int number(JdbcClient.StatementSpec spec) {
        return spec.query(Integer.class).single();
    }

    private static List<Behind> part(List<Behind> all, int offset, int limit) {
        return all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
    }

    private JdbcClient.StatementSpec ask(Question question, String sql) {
        return database.sql(sql)
                .param("offices", question.offices())
                .param("from", question.period().firstDay())
                .param("to", question.period().lastDay());
    }

    // --- by visits ---

    /**
     * What went wrong, of how much, in words with both numbers.
     *
     * @param bad and {@code of} are sums of columns of tally_visit
     */
    private record Counted(String bad, String of, String words) {

        /** One row for each customer; the names are looked up for those alone who are in it. */
        String from(Question question) {
            return """
                     from (select v.customer, sum(%1$s) bad, sum(%2$s) of_all from tally_visit v
                    where v.office in (:offices) and v.on_day between :from and :to%3$s
                    group by v.customer having sum(%1$s) > 0) t""".formatted(
                            bad,
                            of,
                            switch (question.kind()) {
                                case OFFICE -> "";
                                case TECHNICIAN -> " and v.technician = :code";
                                case ROUTE -> " and v.route = :code";
                            });
        }
    }

    private static final String NAMED = " join customer c on c.code = t.customer";

    private static @Nullable Counted counted(Figure figure) {
        return switch (figure) {
            case KEPT_PROMISES -> new Counted("promises_broken", "promises_due", "%d of %d promises broken");
            case PROMISED_PERSON ->
                new Counted("person_due - person_kept", "person_due", "somebody else came %d of %d times");
            case SURPRISE_FACES -> new Counted("surprises", "later_visits", "%d of %d visits by a surprise face");
            case OVERRIDES -> new Counted("overrides", "visits", "%d overrides on %d visits");
            case ON_SCHEDULE_MATTERS ->
                new Counted(
                        "day_matters_due - day_matters_on", "day_matters_due", "%d of %d visits not on the due day");
            case ON_SCHEDULE_OTHER ->
                new Counted("day_other_due - day_other_on", "day_other_due", "%d of %d visits not on the due day");
            case ARRIVAL_WINDOW ->
                new Counted("window_due - window_kept", "window_due", "%d of %d visits outside the agreed hours");
            case PROTOCOL_KEPT -> new Counted("protocol_visits", "visits", "%d of %d visits broke a protocol");
            case PROTOCOL_FLAGS -> new Counted("protocol_flags", "visits", "%d protocols broken on %d visits");
            case VISITS_A_DAY, LOAD_BALANCE -> new Counted("visits", "visits + missed", "%d of %d visits done");
            case DRIVE -> new Counted("drive_minutes", "drives", "%d minutes of driving for %d visits");
            case MISSED -> new Counted("missed", "visits + missed", "%d of %d visits missed");
            case ARRIVAL_KNOWN ->
                new Counted("window_due - window_arrived", "window_due", "%d of %d arrivals not on record");
            case ROTATION ->
                new Counted(
                        "rotation_due - rotation_kept",
                        "rotation_due",
                        "the same technician once more at %d of %d visits");
            case DRIVE_SHARE ->
                new Counted("drive_minutes", "paid_minutes", "%d minutes of driving in %d paid minutes");
            case DENSITY -> new Counted("drive_metres", "drives", "%d metres in a straight line for %d visits");
            case REDONE -> new Counted("missed - redone", "missed", "%d of %d missed visits not made good");
            case CALL_BACKS -> new Counted("called_back", "agreed", "%d of %d visits were followed by a call-back");
            default -> null;
        };
    }

    private JdbcClient.StatementSpec askVisits(Question question, String sql) {
        var spec = ask(question, sql);
        return question.kind() == Kind.OFFICE ? spec : spec.param("code", question.code());
    }

    private List<Behind> visits(Question question, Counted counted, int offset, int limit) {
        var list = askVisits(
                        question,
                        "select t.customer, %s, t.bad, t.of_all%s%s order by t.bad desc, 2, 1 limit :limit offset :offset"
                                .formatted(CustomerName.CALLED, counted.from(question), NAMED))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Behind(
                        row.getString(1), row.getString(2), counted.words.formatted(row.getLong(3), row.getLong(4))))
                .list();
        return question.figure() == Figure.OVERRIDES ? withReasons(question, list) : list;
    }

    private List<Behind> withReasons(Question question, List<Behind> list) {
        if (list.isEmpty()) {
            return list;
        }
        var reasons = new HashMap<String, Set<String>>();
        ask(question, """
                        select t.customer, o.reason, o.kept_by from tally_visit t join visit_override o on o.visit = t.visit
                        where t.office in (:offices) and t.on_day between :from and :to and t.customer in (:customers)
                        order by t.on_day desc""")
                .param("customers", list.stream().map(Behind::code).toList())
                .query(row -> {
                    reasons.computeIfAbsent(row.getString(1), code -> new LinkedHashSet<>())
                            .add("“%s” (%s)".formatted(row.getString(2), row.getString(3)));
                });
        return list.stream()
                .map(one -> new Behind(
                        one.code(),
                        one.name(),
                        one.what() + ": " + String.join(", ", reasons.getOrDefault(one.code(), Set.of()))))
                .toList();
    }

    // --- by faces ---

    private static final String FACES = """
             from (select v.customer, count(distinct v.technician) faces, count(*) visits from tally_visit v
            where v.office in (:offices) and v.on_day between :year and :to and v.visits > 0
            group by v.customer) t""";

    private JdbcClient.StatementSpec askYear(Question question, String sql) {
        return database.sql(sql)
                .param("offices", question.offices())
                .param("year", yearTo(question.period()))
                .param("to", question.period().lastDay());
    }

    private static LocalDate yearTo(Period period) {
        return Period.yearTo(period.to()).firstDay();
    }

    private List<Behind> faces(Question question, int offset, int limit) {
        var names = new LinkedHashMap<String, String>();
        askYear(
                        question,
                        "select t.customer, " + CustomerName.CALLED + ", t.faces, t.visits" + FACES + NAMED
                                + " order by t.faces desc, t.visits, 2, 1 limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        if (names.isEmpty()) {
            return List.of();
        }
        var came = new HashMap<String, List<String>>();
        askYear(question, """
                        select t.customer, t.technician from tally_visit t
                        where t.office in (:offices) and t.customer in (:customers) and t.on_day between :year and :to
                          and t.visits > 0
                        order by t.customer, t.on_day, t.at_minute, t.visit""").param("customers", names.keySet()).query(row -> {
            came.computeIfAbsent(row.getString(1), code -> new ArrayList<>()).add(row.getString(2));
        });
        var list = new ArrayList<Behind>();
        names.forEach((code, name) -> list.add(new Behind(code, name, words(came.get(code)))));
        return list;
    }

    private static String words(List<String> came) {
        var continuity = Continuity.of(came);
        var words = "%d face%s in %d visit%s"
                .formatted(
                        continuity.faces(),
                        continuity.faces() == 1 ? "" : "s",
                        came.size(),
                        came.size() == 1 ? "" : "s");
        return continuity.regular()
                ? "%s; UPC %s, COC %s, SECON %s"
                        .formatted(
                                words,
                                Figure.Unit.INDEX.number(continuity.usualProvider()),
                                Figure.Unit.INDEX.number(continuity.biceBoxerman()),
                                Figure.Unit.INDEX.number(continuity.sequential()))
                : words;
    }

    // --- by wishes ---

    /** Wishes, and sentences nobody has made a wish of. */
    private static final String UNANSWERED = """
            select c.code, %1$s called, p.words, p.heard_on, null heard_at, o.time_zone, p.code item
            from preference p join customer c on c.code = p.customer join office o on o.code = c.office
            where c.office in (:offices) and p.answer = 'unanswered' and p.kind <> 'REMEMBER'
              and c.cancelled_on is null and :from <= :to
            union all
            select c.code, %1$s called, h.words, null heard_on, h.heard_at, o.time_zone, h.code item
            from heard h join customer c on c.code = h.customer join office o on o.code = c.office
            where c.office in (:offices) and h.state = 'open' and c.cancelled_on is null and :from <= :to""".formatted(CustomerName.CALLED);

    private static final String DECLINED = """
             from preference p join customer c on c.code = p.customer
            where c.office in (:offices) and p.answer = 'declined' and p.told_on is not null
              and p.heard_on between :from and :to""";

    private Behind unanswered(ResultSet row) throws SQLException {
        var zone = ZoneId.of(row.getString(6));
        var moment = row.getObject(5, LocalDateTime.class);
        var heard = moment == null ? row.getObject(4, LocalDate.class) : Utc.day(moment, zone);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return new Behind(
                row.getString(1),
                row.getString(2),
                said(row.getString(3))
                        + (heard == null
                                ? "waits, nobody knows since when"
                                : "waits %d days".formatted(Math.max(0, ChronoUnit.DAYS.between(heard, today)))));
    }

    private static String said(@Nullable String words) {
        return words == null || words.isBlank() ? "" : "“%s” ".formatted(words);
    }

    private static String day(LocalDate day) {
        return Days.words(day);
    }

    // --- by customers ---

    /** Everybody who was ever a customer of the offices, with the day they began and the day they went. */
    private static final String EVERYBODY = """
             from (select one.*, case when one.ended_on < one.began_on then one.began_on else one.ended_on end gone_on
                   from (select t.customer, t.ended_on, t.annual_value, t.wishes,
                                coalesce(t.since_on, (select min(v.on_day) from tally_visit v where v.customer = t.customer)) began_on
                         from tally_customer t where t.office in (:offices)%s) one) t
            """;

    /** A wish of theirs had been broken in the time before they went. */
    private static final String AFTER_BREAK = """
            exists (select 1 from tally_visit b where b.customer = t.customer and b.promises_broken > 0
                      and b.on_day between timestampadd(day, -%d, t.ended_on) and t.ended_on)""".formatted(CountedCustomer.DAYS_AFTER_A_BREAK);

    /** Customers at the end of the period from whom nothing was heard in the twelve months before. */
    private static String unasked(Question question) {
        var last = question.period().to();
        var months = IntStream.range(0, CountedCustomer.WINDOW)
                .mapToObj(i -> " and t.wishes not like '%%%s:%%'".formatted(last.minusMonths(i)))
                .collect(Collectors.joining());
        return "where t.began_on <= :to and (t.gone_on is null or t.gone_on > :to) and :from <= :to" + months;
    }

    private List<Behind> unasked(Question question, int offset, int limit) {
        return ask(
                        question,
                        "select t.customer, " + CustomerName.CALLED + EVERYBODY.formatted("")
                                + " join customer c on c.code = t.customer " + unasked(question)
                                + " order by 2, 1 limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Behind(
                        row.getString(1),
                        row.getString(2),
                        "nothing heard in the twelve months to "
                                + Period.words(question.period().to())))
                .list();
    }

    private static String ended(Question question) {
        return "where t.began_on is not null and t.gone_on between :from and :to"
                + (question.figure() == Figure.CANCELS_AFTER_BREAK ? " and " + AFTER_BREAK : "");
    }

    private List<Behind> ended(Question question, int offset, int limit) {
        return ask(
                        question,
                        "select t.customer, " + CustomerName.CALLED + ", t.ended_on, t.annual_value, c.cancel_reason, "
                                + AFTER_BREAK
                                + EVERYBODY.formatted(" and t.ended_on is not null")
                                + " join customer c on c.code = t.customer " + ended(question)
                                + " order by 2, 1 limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> ended(row))
                .list();
    }

    private static Behind ended(ResultSet row) throws SQLException {
        var reason = row.getString(5);
        return new Behind(
                row.getString(1),
                row.getString(2),
                "cancelled on %s%s%s; %,.2f a year"
                        .formatted(
                                day(row.getObject(3, LocalDate.class)),
                                reason == null || reason.isBlank() ? "" : ": “%s”".formatted(reason),
                                row.getBoolean(6) ? ", after a broken promise" : "",
                                row.getBigDecimal(4)));
    }

    // --- beside ---

    private List<Behind> sick(Question question) {
        var days = new HashMap<String, Long>();
        var names = new TreeMap<String, String>();
        ask(question, """
                        select t.code, t.name, a.from_on, a.to_on from absence a join technician t on t.code = a.technician
                        where a.kind = 'sick' and t.office in (:offices) and a.from_on <= :to and a.to_on >= :from""").query(row -> {
            var from = row.getObject(3, LocalDate.class);
            var to = row.getObject(4, LocalDate.class);
            names.put(row.getString(1), row.getString(2));
            days.merge(row.getString(1), question.period().daysOf(from, to), Long::sum);
        });
        return names.entrySet().stream()
                .map(one -> new Behind(
                        one.getKey(), one.getValue(), "%d days of sickness".formatted(days.get(one.getKey()))))
                .toList();
    }
}
