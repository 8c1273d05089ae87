package org.dorothydispatch.comparison;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offices side by side, their technicians and their routes: for branch managers the offices that are theirs. */
@Service
@Transactional(readOnly = true)
public class ComparisonService {

    /** A trend line has so many months: the same month of last year is on it. */
    public static final int TREND_MONTHS = 13;

    private final JdbcClient database;
    private final OfficeService offices;
    private final Targets targets;
    private final Regions regions;
    private final CurrentUser current;
    private final Clock clock;

    ComparisonService(
            JdbcClient database,
            OfficeService offices,
            Targets targets,
            Regions regions,
            CurrentUser current,
            Clock clock) {
        this.database = database;
        this.offices = offices;
        this.targets = targets;
        this.regions = regions;
        this.current = current;
        this.clock = clock;
    }

    /** What stands beside each other. */
    public enum Kind {
        OFFICE,
        TECHNICIAN,
        ROUTE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether this person may compare at all. */
    public boolean allowed() {
        return current.has(BRANCH_MANAGER);
    }

    /** The offices this person may compare, by name. */
    public List<OfficeRow> offices() {
        current.require(BRANCH_MANAGER);
        return offices.list();
    }

    /** The regions of the offices this person may compare, by name. */
    public List<String> regions() {
        return regions.of(codes()).values().stream().distinct().sorted().toList();
    }

    /**
     * The offices of a region that this person may compare, by name; with a blank region all.
     *
     * @throws IllegalArgumentException with a sentence when there is no such region
     */
    public List<OfficeRow> offices(String region) {
        var all = offices();
        if (region.isEmpty()) {
            return all;
        }
        var known = regions.of(all.stream().map(OfficeRow::code).toList());
        var there = all.stream()
                .filter(office -> region.equals(known.get(office.code())))
                .toList();
        if (there.isEmpty()) {
            throw new IllegalArgumentException(
                    "None of your offices is in a region “%s”. Choose one above.".formatted(region));
        }
        return there;
    }

    /** The month it is at the office where it began last; among no offices, the month of the machine's zone UTC. */
    public YearMonth thisMonth() {
        return offices().stream()
                .map(office -> YearMonth.from(clock.instant().atZone(office.timeZone())))
                .min(YearMonth::compareTo)
                .orElseGet(() -> YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
    }

    /** The first month with anything counted at these offices; null before there is one. */
    public @Nullable YearMonth firstMonth() {
        var codes = codes();
        if (codes.isEmpty()) {
            return null;
        }
        var first = database.sql("select min(in_month) from tally_month where kind = 'office' and office in (:offices)")
                .param("offices", codes)
                .query(LocalDate.class)
                .optional();
        return first.map(YearMonth::from).orElse(null);
    }

    /** Whether everything that happened at these offices is counted by now. */
    public boolean upToDate() {
        var codes = codes();
        return codes.isEmpty()
                || database.sql("""
                                select count(*) from office o left join office_sequence q on q.office = o.code
                                     left join tally_state t on t.office = o.code
                                where o.code in (:offices)
                                  and (t.office is null or coalesce(q.last_event_id, 0) > t.seen_event)""")
                                .param("offices", codes)
                                .query(Integer.class)
                                .single()
                        == 0;
    }

    /**
     * A period checked against what there is.
     *
     * @throws IllegalArgumentException with a sentence when nothing can be said of it
     */
    public Period period(YearMonth from, YearMonth to) {
        var period = new Period(from, to);
        var now = thisMonth();
        if (from.isAfter(now)) {
            throw new IllegalArgumentException(
                    "%s has not begun yet. Choose months up to %s.".formatted(Period.words(from), Period.words(now)));
        }
        var first = firstMonth();
        if (first != null && to.isBefore(first)) {
            throw new IllegalArgumentException(
                    "There was no visit before %s. Choose months from then on.".formatted(Period.words(first)));
        }
        return period;
    }

    /** The offices this person may see, by name; with several, all together come last. */
    public List<OfficeLine> offices(Period period) {
        return offices(offices(), period);
    }

    /** The same of one region; blank for all. */
    public List<OfficeLine> offices(Period period, String region) {
        return offices(offices(region), period);
    }

    private List<OfficeLine> offices(List<OfficeRow> all, Period period) {
        var standing = standing(all, period.to());
        var sums = sumsOf(all, period, standing);
        var trends = trends(all, period.to(), standing);
        var wanted = targets.of(all.stream().map(OfficeRow::code).toList());
        var lines = new ArrayList<OfficeLine>();
        for (var office : all) {
            lines.add(line(
                    office.code(),
                    office.name(),
                    sums.get(office.code()),
                    trends.get(office.code()),
                    wanted.getOrDefault(office.code(), Map.of()),
                    List.of(Figure.values())));
        }
        if (all.size() > 1) {
            lines.add(line(
                    "",
                    "All %d together".formatted(all.size()),
                    together(sums.values()),
                    together(trends.values(), period.to()),
                    Map.of(),
                    List.of(Figure.values())));
        }
        return lines;
    }

    /** The technicians or routes with a visit at an office in the period, by name. */
    public List<OfficeLine> of(Kind kind, String office, Period period) {
        current.requireWrite(office, BRANCH_MANAGER);
        if (kind == Kind.OFFICE) {
            throw new IllegalArgumentException("Ask for technicians or for routes.");
        }
        var names = names(kind, office, period);
        var figures = Arrays.stream(Figure.values()).filter(Figure::ofVisits).toList();
        var months = visits(List.of(office), kind, period.to().minusMonths(TREND_MONTHS - 1L), period.to());
        var sums = new HashMap<String, Sums>();
        visits(List.of(office), kind, period.from(), period.to())
                .forEach((key, sum) ->
                        sums.computeIfAbsent(key.code(), code -> new Sums()).add(sum));
        var lines = new ArrayList<OfficeLine>();
        names.forEach((code, name) -> {
            var trend = new TreeMap<YearMonth, Sums>();
            months.forEach((key, sum) -> {
                if (key.code().equals(code)) {
                    trend.put(key.month(), sum);
                }
            });
            lines.add(line(code, name, sums.get(code), filled(trend, period.to()), Map.of(), figures));
        });
        return lines;
    }

    /**
     * One technician or route, and the whole office beside it.
     *
     * @throws IllegalArgumentException with a sentence when they did nothing at the office in the period
     */
    public List<OfficeLine> one(Kind kind, String office, String code, Period period) {
        var line = of(kind, office, period).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no visit of this %s in that time. Choose other months.".formatted(kind.word())));
        var row = offices().stream()
                .filter(one -> one.code().equals(office))
                .findFirst()
                .orElseThrow();
        var standing = standing(List.of(row), period.to());
        return List.of(
                line,
                line(
                        "",
                        "All of " + row.name(),
                        sumsOf(List.of(row), period, standing).get(office),
                        trends(List.of(row), period.to(), standing).get(office),
                        targets.of(List.of(office)).getOrDefault(office, Map.of()),
                        List.copyOf(line.values().keySet())));
    }

    private Map<String, String> names(Kind kind, String office, Period period) {
        var names = new LinkedHashMap<String, String>();
        database.sql("""
                        select distinct m.code, n.name from tally_month m join %s n on n.code = m.code
                        where m.office = ? and m.kind = ? and m.in_month between ? and ? and m.visits > 0
                        order by n.name, m.code""".formatted(kind.word()))
                .params(office, kind.word(), period.firstDay(), period.to().atDay(1))
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    // --- sums ---

    private record Key(String office, YearMonth month, String code) {}

    private List<String> codes() {
        return offices().stream().map(OfficeRow::code).toList();
    }

    /** All sums of a period, by office. */
    private Map<String, Sums> sumsOf(List<OfficeRow> all, Period period, Map<Key, long[]> standing) {
        var sums = new LinkedHashMap<String, Sums>();
        all.forEach(office -> sums.put(office.code(), new Sums()));
        if (all.isEmpty()) {
            return sums;
        }
        var codes = List.copyOf(sums.keySet());
        visits(codes, Kind.OFFICE, period.from(), period.to())
                .forEach((key, sum) -> sums.get(key.office()).add(sum));
        standing.forEach((key, row) -> {
            var sum = sums.get(key.office());
            if (key.month().isBefore(period.from())) {
                sum.addBefore(row);
            } else {
                sum.addDuring(row);
                if (key.month().equals(period.to())) {
                    sum.addLast(row);
                }
            }
        });
        addToday(all, sums);
        addPeople(codes, period, sums);
        return sums;
    }

    private Map<Key, Sums> visits(Collection<String> codes, Kind kind, YearMonth from, YearMonth to) {
        var sums = new HashMap<Key, Sums>();
        database.sql("""
                        select office, in_month, code, %s, technician_days, technician_day_squares from tally_month
                        where office in (:offices) and kind = :kind and in_month between :from and :to""".formatted(Measure.columns("%s")))
                .param("offices", codes)
                .param("kind", kind.word())
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .query(row -> {
                    var counts = new long[Measure.COUNT];
                    for (int i = 0; i < counts.length; i++) {
                        counts[i] = row.getLong(4 + i);
                    }
                    var sum = new Sums();
                    sum.addVisits(counts, row.getLong(4 + counts.length), row.getLong(5 + counts.length));
                    sums.put(
                            new Key(
                                    row.getString(1),
                                    YearMonth.from(row.getObject(2, LocalDate.class)),
                                    row.getString(3)),
                            sum);
                });
        database.sql("""
                        select office, in_month, code, judged, avoidable from break_month
                        where office in (:offices) and kind = :kind and in_month between :from and :to""")
                .param("offices", codes)
                .param("kind", kind.word())
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .query(row -> {
                    var sum = sums.get(new Key(
                            row.getString(1), YearMonth.from(row.getObject(2, LocalDate.class)), row.getString(3)));
                    if (sum != null) {
                        sum.addBreaks(row.getLong(4), row.getLong(5));
                    }
                });
        return sums;
    }

    /** All months up to that one: the period is a part of them, and so is the trend. */
    private Map<Key, long[]> standing(List<OfficeRow> all, YearMonth to) {
        var rows = new HashMap<Key, long[]>();
        if (all.isEmpty()) {
            return rows;
        }
        database.sql("select office, in_month, %s from tally_standing where office in (:offices) and in_month <= :to"
                        .formatted(Standing.columns("%s")))
                .param("offices", all.stream().map(OfficeRow::code).toList())
                .param("to", to.atDay(1))
                .query(row -> {
                    var sums = new long[Standing.COUNT];
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] = row.getLong(3 + i);
                    }
                    rows.put(new Key(row.getString(1), YearMonth.from(row.getObject(2, LocalDate.class)), ""), sums);
                });
        return rows;
    }

    /** Each office's sums of each single month of its trend. */
    private Map<String, List<Sums>> trends(List<OfficeRow> all, YearMonth to, Map<Key, long[]> rows) {
        var trends = new LinkedHashMap<String, List<Sums>>();
        if (all.isEmpty()) {
            return trends;
        }
        var codes = all.stream().map(OfficeRow::code).toList();
        var first = to.minusMonths(TREND_MONTHS - 1L);
        var visits = visits(codes, Kind.OFFICE, first, to);
        var standing = new HashMap<String, TreeMap<YearMonth, long[]>>();
        rows.forEach((key, row) ->
                standing.computeIfAbsent(key.office(), code -> new TreeMap<>()).put(key.month(), row));
        for (var code : codes) {
            var ofOffice = standing.getOrDefault(code, new TreeMap<>());
            var before = new Sums();
            ofOffice.headMap(first).values().forEach(before::addBefore);
            var months = new ArrayList<Sums>();
            for (int i = 0; i < TREND_MONTHS; i++) {
                var month = first.plusMonths(i);
                var sum = new Sums();
                sum.add(before);
                var ofVisits = visits.get(new Key(code, month, ""));
                if (ofVisits != null) {
                    sum.add(ofVisits);
                }
                var row = ofOffice.get(month);
                if (row != null) {
                    sum.addDuring(row);
                    sum.addLast(row);
                    before.addBefore(row);
                }
                months.add(sum);
            }
            trends.put(code, months);
        }
        return trends;
    }

    private static List<Sums> filled(Map<YearMonth, Sums> months, YearMonth to) {
        var list = new ArrayList<Sums>();
        for (int i = TREND_MONTHS - 1; i >= 0; i--) {
            list.add(months.getOrDefault(to.minusMonths(i), new Sums()));
        }
        return list;
    }

    private static Sums together(Collection<Sums> all) {
        var sum = new Sums();
        all.forEach(sum::add);
        return sum;
    }

    private static List<Sums> together(Collection<List<Sums>> all, YearMonth to) {
        var months = filled(Map.of(), to);
        all.forEach(office -> {
            for (int i = 0; i < TREND_MONTHS; i++) {
                months.get(i).add(office.get(i));
            }
        });
        return months;
    }

    /** Wishes without an answer and sentences nobody has dealt with, of customers who have not cancelled. */
    private void addToday(List<OfficeRow> all, Map<String, Sums> sums) {
        var zones = all.stream().collect(Collectors.toMap(OfficeRow::code, OfficeRow::timeZone));
        database.sql("""
                        select c.office, p.heard_on, count(*) from preference p join customer c on c.code = p.customer
                        where p.answer = 'unanswered' and p.kind <> 'REMEMBER' and c.cancelled_on is null
                          and c.office in (:offices) group by c.office, p.heard_on""").param("offices", zones.keySet()).query(row -> {
            var office = row.getString(1);
            addWaiting(sums.get(office), zones.get(office), row.getObject(2, LocalDate.class), row.getLong(3));
        });
        database.sql("""
                        select c.office, h.heard_at from heard h join customer c on c.code = h.customer
                        where h.state = 'open' and c.cancelled_on is null and c.office in (:offices)""").param("offices", zones.keySet()).query(row -> {
            var office = row.getString(1);
            var zone = zones.get(office);
            addWaiting(sums.get(office), zone, Utc.day(row.getObject(2, LocalDateTime.class), zone), 1);
        });
    }

    private void addWaiting(Sums sums, ZoneId zone, @Nullable LocalDate heard, long wishes) {
        sums.add(Sums.Now.UNANSWERED, wishes);
        if (heard != null) {
            var today = LocalDate.ofInstant(clock.instant(), zone);
            sums.add(Sums.Now.UNANSWERED_DAYS, wishes * Math.max(0, ChronoUnit.DAYS.between(heard, today)));
        }
    }

    private void addPeople(Collection<String> codes, Period period, Map<String, Sums> sums) {
        database.sql("""
                        select office, count(*), sum(case when ends_on between :from and :to then 1 else 0 end)
                        from technician where office in (:offices) and (starts_on is null or starts_on <= :to)
                          and (ends_on is null or ends_on >= :from) group by office""")
                .param("offices", codes)
                .param("from", period.firstDay())
                .param("to", period.lastDay())
                .query(row -> {
                    sums.get(row.getString(1)).add(Sums.Now.TECHNICIANS, row.getLong(2));
                    sums.get(row.getString(1)).add(Sums.Now.LEFT, row.getLong(3));
                });
        database.sql("""
                        select t.office, a.from_on, a.to_on from absence a join technician t on t.code = a.technician
                        where a.kind = 'sick' and t.office in (:offices) and a.from_on <= :to and a.to_on >= :from""")
                .param("offices", codes)
                .param("from", period.firstDay())
                .param("to", period.lastDay())
                .query(row -> {
                    sums.get(row.getString(1))
                            .add(
                                    Sums.Now.SICK_DAYS,
                                    period.daysOf(
                                            row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
                });
    }

    private static OfficeLine line(
            String code,
            String name,
            @Nullable Sums sums,
            List<Sums> trend,
            Map<Figure, Double> targets,
            List<Figure> figures) {
        var values = new EnumMap<Figure, FigureValue>(Figure.class);
        var trends = new EnumMap<Figure, List<@Nullable Double>>(Figure.class);
        for (var figure : figures) {
            values.put(figure, figure.of(sums == null ? new Sums() : sums));
            if (figure.hasTrend()) {
                var line = new ArrayList<@Nullable Double>();
                trend.forEach(month -> {
                    var value = figure.of(month);
                    line.add(value.open() > 0 ? null : value.value());
                });
                trends.put(figure, Collections.unmodifiableList(line));
            }
        }
        return new OfficeLine(code, name, values, trends, targets);
    }
}
