package org.dorothydispatch.flags;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.flags.PromiseOutlook.Carried;
import org.dorothydispatch.flags.PromiseOutlook.Fate;
import org.dorothydispatch.flags.PromiseOutlook.KeepRate;
import org.dorothydispatch.flags.PromiseOutlook.Line;
import org.dorothydispatch.flags.PromiseOutlook.Verdict;
import org.dorothydispatch.preference.NewPreference;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Candidates;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Horizon;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Lights;
import org.dorothydispatch.rules.Mends;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.SiteFacts;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at a promise before it is given. The customer's next visits are put where they would usually stand: those on the
 * record, and after them what the agreement repeats. Each is judged by the checks with the promise as if it had been
 * given; where it would be broken, the checks say what would mend it. Technicians whose promised customers fill a day
 * already cannot take another on it.
 */
@Service
@Transactional(readOnly = true)
public class PromiseOutlooks {

    /** So many visits to come are looked at. */
    public static final int VISITS = 12;

    /** What mends a visit may lie so many days before or after it. */
    private static final int DAYS_AROUND = 3;

    private static final int MOST_OF_THE_PAST = 2_000;
    /** The code of the promise that nobody has given yet; none of the record's, which are printable. */
    private static final String PROMISE = "\u0000promise";

    private final JdbcClient database;
    private final WorldLoader loader;
    private final Judge judge;
    private final CurrentUser current;
    private final Clock clock;

    PromiseOutlooks(JdbcTemplate jdbc, Judge judge, CurrentUser current, Clock clock) {
        this.database = JdbcClient.create(jdbc);
        this.loader = new WorldLoader(database);
        this.judge = judge;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What would become of this promise to a customer.
     *
     * @param instead the code of a preference on the record that the promise would answer; blank for a new one
     */
    public PromiseOutlook of(String customer, NewPreference wish, @Nullable String instead) {
        current.require(SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        var person = person(customer);
        current.requireOffice(person.office());
        var now = Now.at(clock.instant());
        var today = now.in(person.zone()).toLocalDate();
        var kind = PreferenceKind.valueOf(wish.kind());
        var rate = rate(person.office(), kind, today);
        var next = next(customer, today);
        if (next.isEmpty()) {
            return new PromiseOutlook(
                    Verdict.UNKNOWN,
                    List.of(),
                    "%s has no visit to come, so there is nothing to look ahead to.".formatted(person.name()),
                    rate,
                    null);
        }
        var world = world(customer, wish, instead, next, person, today);
        var favourite = favourite(kind, wish, world, person);
        var load = favourite == null
                ? new PromisedDays(Map.of(), Map.of())
                : promisedDays(favourite.code(), customer, next);
        var lines = new ArrayList<Line>();
        for (var one : next) {
            lines.add(line(world, one, favourite, load, now));
        }
        var carried = favourite == null
                ? null
                : new Carried(
                        favourite.code(),
                        world.nameOf(favourite),
                        load.customers().size());
        var verdict = verdict(lines);
        return new PromiseOutlook(verdict, lines, sentence(verdict, lines, rate), rate, carried);
    }

    // --- the next visits ---

    /**
     * A visit to come.
     *
     * @param row the one on the record; blank for one the agreement will bring
     */
    private record Next(
            String code,
            @Nullable VisitRow row,
            String agreement,
            LocalDate due,
            int minutes,
            SiteFacts site,
            @Nullable String route) {}

    private record Person(
            String code,
            String name,
            String office,
            ZoneId zone,
            @Nullable String technician) {}

    private Person person(String customer) {
        return database.sql("""
                        select c.code, """ + CustomerName.CALLED + """
                               , c.office, o.time_zone, c.technician
                        from customer c join office o on o.code = c.office where c.code = ?""")
                .param(customer)
                .query((row, number) -> new Person(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        ZoneId.of(row.getString(4)),
                        row.getString(5)))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no customer (%s).".formatted(customer)));
    }

    private record Sold(
            String code,
            String repeats,
            int minutes,
            SiteFacts site,
            @Nullable String route,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    private List<Next> next(String customer, LocalDate today) {
        var open = loader.openOfCustomers(List.of(customer)).stream()
                .filter(row -> !day(row).isBefore(today))
                .sorted(Comparator.comparing(PromiseOutlooks::day).thenComparing(VisitRow::code))
                .toList();
        var next = new ArrayList<Next>();
        for (var row : open) {
            next.add(new Next(
                    row.code(),
                    row,
                    row.agreement() == null ? "" : row.agreement(),
                    row.dueOn(),
                    row.minutes(),
                    row.site(),
                    row.route()));
        }
        for (var sold : sold(customer)) {
            repeat(sold, today).ifPresent(period -> {
                var due = lastDue(customer, sold);
                for (int n = 1; n <= VISITS + open.size(); n++) {
                    // Counted from the same day each time, so that the 31st stays the end of the month.
                    var date = due.plus(period.multipliedBy(n));
                    if (sold.endsOn() != null && date.isAfter(sold.endsOn())) {
                        break;
                    }
                    if (!date.isBefore(today)) {
                        next.add(new Next(
                                "\u0000%s-%d".formatted(sold.code(), n),
                                null,
                                sold.code(),
                                date,
                                sold.minutes(),
                                sold.site(),
                                sold.route()));
                    }
                }
            });
        }
        return next.stream()
                .sorted(Comparator.comparing(Next::due).thenComparing(Next::code))
                .limit(VISITS)
                .toList();
    }

    private static LocalDate day(VisitRow row) {
        return row.date() == null ? row.dueOn() : row.date();
    }

    private List<Sold> sold(String customer) {
        return database.sql("""
                        select a.code, a.repeats, a.minutes, a.site, s.latitude, s.longitude, a.route, a.starts_on, a.ends_on
                        from agreement a join site s on s.code = a.site
                        where a.customer = ? and a.repeats is not null and a.repeats <> '' order by a.code""")
                .param(customer)
                .query((row, number) -> new Sold(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        new SiteFacts(row.getString(4), row.getDouble(5), row.getDouble(6)),
                        row.getString(7),
                        row.getObject(8, LocalDate.class),
                        row.getObject(9, LocalDate.class)))
                .list();
    }

    private static Optional<Period> repeat(Sold sold, LocalDate today) {
        return sold.endsOn() != null && sold.endsOn().isBefore(today) ? Optional.empty() : period(sold.repeats());
    }

    /** How often something comes again; empty for what is no period, or none that goes on. */
    private static Optional<Period> period(String every) {
        try {
            var period = Period.parse(every);
            return period.isZero() || period.isNegative() ? Optional.empty() : Optional.of(period);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The last day that a visit of this agreement fell due; where there was none, what makes the first one its start. */
    private LocalDate lastDue(String customer, Sold sold) {
        return database.sql(
                        "select max(due_on) from visit where customer = ? and agreement = ? and status <> 'cancelled'")
                .params(customer, sold.code())
                .query(LocalDate.class)
                .optional()
                .orElseGet(() -> sold.startsOn().minus(Period.parse(sold.repeats())));
    }

    // --- the world in which they are judged ---

    private World world(
            String customer,
            NewPreference wish,
            @Nullable String instead,
            List<Next> next,
            Person person,
            LocalDate today) {
        var people = database.sql("select code from technician where office = ? and (ends_on is null or ends_on >= ?)")
                .params(person.office(), today)
                .query(String.class)
                .list();
        var days = new HashSet<Day>();
        for (var one : next) {
            one.due()
                    .minusDays(DAYS_AROUND)
                    .datesUntil(one.due().plusDays(DAYS_AROUND + 1L))
                    .forEach(date -> people.forEach(technician -> days.add(new Day(technician, date))));
            wish.technicians().forEach(technician -> days.add(new Day(technician, one.due())));
        }
        var known = database.sql("select code from visit where customer = ?")
                .param(customer)
                .query(String.class)
                .list();
        var routes = next.stream()
                .filter(one -> one.route() != null)
                .map(one -> new Day(one.route(), one.due()))
                .collect(Collectors.toSet());
        return loader.load(
                new WorldLoader.Question(known, days, routes, null),
                new WorldLoader.WhatIf(
                        customer,
                        instead,
                        register -> promised(wish, register),
                        next.stream()
                                .filter(one -> one.row() == null)
                                .map(one -> new WorldLoader.WhatIf.Coming(
                                        one.code(), one.agreement(), one.due(), one.minutes(), one.site()))
                                .toList()));
    }

    private static PreferenceFacts promised(NewPreference wish, Register register) {
        return new PreferenceFacts(
                PROMISE,
                PreferenceKind.valueOf(wish.kind()),
                wish.technicians().stream().map(register::technician).toList(),
                wish.weekdays(),
                wish.from(),
                wish.to(),
                wish.datesFrom(),
                wish.datesTo(),
                wish.number(),
                wish.days(),
                wish.language(),
                wish.skill(),
                Answer.PROMISED,
                wish.words(),
                wish.validFrom(),
                wish.validTo());
    }

    /** Whom the promise hangs on; nobody for a promise of another kind. */
    private static @Nullable TechnicianFacts favourite(
            PreferenceKind kind, NewPreference wish, World world, Person person) {
        if (kind != PreferenceKind.PERSON && kind != PreferenceKind.ONLY) {
            return null;
        }
        var code = wish.technicians().isEmpty()
                ? person.technician()
                : wish.technicians().getFirst();
        return code == null ? null : world.findTechnician(code).orElse(null);
    }

    // --- one visit ---

    private Line line(World world, Next one, @Nullable TechnicianFacts favourite, PromisedDays load, Now now) {
        var visit = world.visit(one.code());
        var office = visit.customer().office();
        var usual = usual(world, one, visit, favourite);
        if (usual == null) {
            return new Line(one.due(), Fate.BROKEN, "Nobody drives there that day.");
        }
        var date = one.row() != null && one.row().date() != null ? one.row().date() : one.due();
        var route = one.row() == null || one.row().route() == null
                ? Candidates.routeFor(world, visit, date, usual)
                : world.findRoute(one.row().route()).orElse(null);
        var start = new StartTimes(judge.checks())
                .bestStart(world, visit, route, date, usual, now)
                .orElseGet(() -> start(visit, usual));
        world.move(visit, new Assignment(date, start, route, usual, VisitStatus.PLANNED));
        var flags = judge.checks().check(world, visit, now);
        var against = flags.stream()
                .filter(Flag::broken)
                .filter(flag -> flag.code().equals(PROMISE) || flag.level() == Level.BLOCK)
                .toList();
        var full = load.isFull(usual, date, one.minutes());
        if (against.isEmpty() && !full) {
            return new Line(one.due(), Fate.KEPT, "");
        }
        var why = full && against.isEmpty()
                ? "%s has promised that whole day to others.".formatted(world.nameOf(usual))
                : Lights.deciding(against).map(Flag::message).orElse("");
        var people = world.technicians().stream()
                .filter(technician -> technician.office().code().equals(office.code()))
                .toList();
        var today = now.in(office.zone()).toLocalDate();
        var from = date.minusDays(DAYS_AROUND).isBefore(today) ? today : date.minusDays(DAYS_AROUND);
        var to = date.plusDays(DAYS_AROUND);
        return full && against.isEmpty()
                ? moved(world, visit, usual, load, now, from, to, one, why)
                : new Mends(judge.checks())
                        .mends(world, visit, now, new Horizon(from, to, people)).stream()
                                .filter(mend -> !mend.needsConsentFor().contains(PROMISE))
                                .filter(mend -> !load.isFull(
                                        mend.assignment().technician(),
                                        mend.assignment().date(),
                                        one.minutes()))
                                .findFirst()
                                .map(mend -> new Line(one.due(), Fate.KEPT_IF, why + " " + mend.sentence() + "."))
                                .orElseGet(() -> new Line(one.due(), Fate.BROKEN, why));
    }

    /** The nearest day on which the same person is not full. */
    private Line moved(
            World world,
            VisitFacts visit,
            TechnicianFacts technician,
            PromisedDays load,
            Now now,
            LocalDate from,
            LocalDate to,
            Next one,
            String why) {
        var there = visit.assignment();
        return from.datesUntil(to.plusDays(1))
                .sorted(Comparator.comparingLong(
                        day -> Math.abs(day.toEpochDay() - one.due().toEpochDay())))
                .filter(day -> technician.worksOn(day) && !load.isFull(technician, day, one.minutes()))
                .filter(day -> judge
                        .checks()
                        .checkAs(
                                world,
                                visit,
                                new Assignment(day, there.start(), there.route(), technician, VisitStatus.PLANNED),
                                now)
                        .stream()
                        .filter(Flag::broken)
                        .noneMatch(flag -> flag.level() == Level.BLOCK
                                || flag.side() == Side.CUSTOMER && flag.level() == Level.PROMISED))
                .findFirst()
                .map(day -> new Line(
                        one.due(),
                        Fate.KEPT_IF,
                        "%s %s could come %s.".formatted(why, world.nameOf(technician), Places.day(day))))
                .orElseGet(() -> new Line(one.due(), Fate.BROKEN, why));
    }

    /** The promised person; else who stands there; else whoever drives the route; else their technician; else the last. */
    private static @Nullable TechnicianFacts usual(
            World world, Next one, VisitFacts visit, @Nullable TechnicianFacts favourite) {
        if (favourite != null) {
            return favourite;
        }
        if (visit.assignment().technician() != null) {
            return visit.assignment().technician();
        }
        var route = one.route() == null ? null : world.findRoute(one.route()).orElse(null);
        if (route != null && route.technician() != null) {
            return route.technician();
        }
        if (visit.customer().technician() != null) {
            return visit.customer().technician();
        }
        return world.visits().stream()
                .filter(other -> other.customer().code().equals(visit.customer().code()))
                .filter(other -> other.assignment().judgeable())
                .max(Comparator.comparing(other -> other.assignment().date()))
                .map(other -> other.assignment().technician())
                .orElse(null);
    }

    private static LocalTime start(VisitFacts visit, TechnicianFacts technician) {
        var own = visit.assignment().start();
        return own != null ? own : technician.shiftStart();
    }

    // --- what somebody has promised already ---

    /**
     * @param minutes promised on a day, by the customers' agreements
     * @param customers who were promised this technician
     */
    private record PromisedDays(Map<LocalDate, Integer> minutes, Map<String, String> customers) {

        boolean isFull(@Nullable TechnicianFacts technician, LocalDate date, int more) {
            if (technician == null || minutes.isEmpty()) {
                return false;
            }
            int shift = technician.shiftEnd().toSecondOfDay() / 60
                    - technician.shiftStart().toSecondOfDay() / 60;
            return minutes.getOrDefault(date, 0) + more > shift;
        }
    }

    /** Every other customer who was promised this technician, and the days on which their agreements fall due. */
    private PromisedDays promisedDays(String technician, String but, List<Next> next) {
        var customers = new LinkedHashMap<String, String>();
        database.sql("""
                        select distinct p.customer
                        from preference p left join preference_technician t on t.preference = p.code and t.position = 0
                             join customer c on c.code = p.customer
                        where p.kind in ('PERSON', 'ONLY') and p.answer = 'promised' and c.cancelled_on is null
                          and (p.valid_to is null or p.valid_to >= :today)
                          and (t.technician = :technician or t.technician is null and c.technician = :technician)
                          and p.customer <> :but""")
                .param("technician", technician)
                .param("but", but)
                .param("today", next.getFirst().due())
                .query(row -> {
                    customers.put(row.getString(1), technician);
                });
        var minutes = new HashMap<LocalDate, Integer>();
        if (!customers.isEmpty()) {
            var from = next.getFirst().due().minusDays(DAYS_AROUND);
            var to = next.getLast().due().plusDays(DAYS_AROUND);
            Sql.read(
                    database,
                    """
                    select a.customer, a.repeats, a.minutes, coalesce(max(v.due_on), a.starts_on)
                    from agreement a left join visit v on v.agreement = a.code and v.status <> 'cancelled'
                    where a.customer in (:codes) and a.repeats is not null and a.repeats <> ''
                    group by a.code, a.customer, a.repeats, a.minutes, a.starts_on""",
                    customers.keySet(),
                    (row, number) -> new Repeat(row.getString(2), row.getInt(3), row.getObject(4, LocalDate.class)),
                    repeat -> repeat.addTo(minutes, from, to));
        }
        return new PromisedDays(minutes, customers);
    }

    private record Repeat(String every, int minutes, LocalDate due) {

        void addTo(Map<LocalDate, Integer> days, LocalDate from, LocalDate to) {
            period(every).ifPresent(period -> addTo(days, period, from, to));
        }

        private void addTo(Map<LocalDate, Integer> days, Period period, LocalDate from, LocalDate to) {
            var date = due;
            for (int n = 1; !date.isAfter(to); n++) {
                if (!date.isBefore(from)) {
                    days.merge(date, minutes, Integer::sum);
                }
                date = due.plus(period.multipliedBy(n));
            }
        }
    }

    // --- how such promises were kept ---

    private KeepRate rate(String office, PreferenceKind kind, LocalDate today) {
        var visits = database.sql("""
                        select distinct v.code, v.planned_on
                        from customer c join preference p on p.customer = c.code join visit v on v.customer = c.code
                        where c.office = ? and p.kind = ? and p.answer = 'promised' and v.status = 'done'
                          and v.planned_on between ? and ? and v.technician is not null
                          and (p.valid_from is null or p.valid_from <= v.planned_on)
                          and (p.valid_to is null or p.valid_to >= v.planned_on)
                        order by v.planned_on desc, v.code limit ?""")
                .params(office, kind.name(), today.minusYears(1), today, MOST_OF_THE_PAST)
                .query((row, number) -> row.getString(1))
                .list();
        int due = 0;
        int broken = 0;
        var now = Now.at(clock.instant());
        for (var chunk : Sql.chunks(visits, Sql.CHUNK)) {
            var world = loader.load(WorldLoader.Question.about(chunk));
            for (var code : chunk) {
                due++;
                broken += judge.checks().check(world, world.visit(code), now).stream()
                                .anyMatch(flag -> flag.broken()
                                        && flag.level() == Level.PROMISED
                                        && flag.kind().equals(kind.name()))
                        ? 1
                        : 0;
            }
        }
        return new KeepRate(due - broken, due);
    }

    // --- the answer ---

    static Verdict verdict(List<Line> lines) {
        long broken = lines.stream().filter(line -> line.fate() == Fate.BROKEN).count();
        if (4 * broken > lines.size()) {
            return Verdict.NO;
        }
        return lines.stream().allMatch(line -> line.fate() == Fate.KEPT) ? Verdict.YES : Verdict.YES_IF;
    }

    private static String sentence(Verdict verdict, List<Line> lines, KeepRate rate) {
        int all = lines.size();
        var first = lines.stream()
                .filter(line -> line.fate() != Fate.KEPT)
                .findFirst()
                .map(Line::sentence)
                .orElse("");
        long held = lines.stream().filter(line -> line.fate() == Fate.KEPT).count();
        long broken = lines.stream().filter(line -> line.fate() == Fate.BROKEN).count();
        var answer = switch (verdict) {
            case YES -> "Yes. All of the next %d visits can keep it.".formatted(all);
            case YES_IF ->
                "Yes, if something may give way at times: %d of the next %d visits keep it as they are. %s"
                        .formatted(held, all, first);
            case NO -> "Not honestly: %d of the next %d visits could not keep it. %s".formatted(broken, all, first);
            case UNKNOWN -> "";
        };
        return rate.due() == 0
                ? answer
                : "%s In the last year such promises were kept %d of %d times here."
                        .formatted(answer, rate.kept(), rate.due());
    }
}
