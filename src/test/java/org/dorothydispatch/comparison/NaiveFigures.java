package org.dorothydispatch.comparison;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dorothydispatch.flags.PastVisits;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.SiteFacts;
import org.dorothydispatch.travel.StraightLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every figure once more, straight from the record by its formula, without any roll-up: slow, and easy to read. */
final class NaiveFigures {

    private record Seen(
            String code,
            String customer,
            String technician,
            LocalDate day,
            LocalDate due,
            @Nullable LocalTime start,
            boolean done,
            @Nullable String route,
            PastVisits.@Nullable Past past) {}

    private record Person(
            String code,
            @Nullable LocalDate since,
            @Nullable LocalDate cancelled,
            String givesWay,
            double value) {}

    private final JdbcClient database;
    private final String office;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Seen> all = new ArrayList<>();
    private final Map<String, Person> people = new HashMap<>();
    private final ZoneId zone;
    private Predicate<Seen> which = visit -> true;

    NaiveFigures(JdbcClient database, PastVisits past, String office, Period period) {
        this.database = database;
        this.office = office;
        this.from = period.from().atDay(1);
        this.to = period.to().atEndOfMonth();
        this.zone = ZoneId.of(database.sql("select time_zone from office where code = ?")
                .param(office)
                .query(String.class)
                .single());
        var judged = new HashMap<String, PastVisits.Past>();
        var codes = database.sql("select code from visit").query(String.class).list();
        past.judge(codes, TwoYearsFixture.now())
                .forEach(one -> judged.put(one.visit().code(), one));
        database.sql("""
                        select v.code, v.customer, v.technician, v.planned_on, v.due_on, v.start_time, v.status, v.route
                        from visit v
                        join customer c on c.code = v.customer where c.office = ?""").param(office).query(row -> {
            var done = row.getString(7).equals("done");
            var planned = row.getObject(4, LocalDate.class);
            var due = row.getObject(5, LocalDate.class);
            if (row.getString(7).equals("missed") || done && planned != null && row.getString(3) != null) {
                all.add(new Seen(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        planned == null ? due : planned,
                        due,
                        row.getObject(6, LocalTime.class),
                        done,
                        row.getString(8),
                        judged.get(row.getString(1))));
            }
        });
        all.sort(Comparator.comparing(Seen::day)
                .thenComparing(Seen::start, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Seen::code));
        database.sql("select code, since, cancelled_on, gives_way from customer where office = ?")
                .param(office)
                .query(row -> {
                    var code = row.getString(1);
                    var value = database.sql("select coalesce(sum(annual_value), 0) from agreement where customer = ?"
                                    + " and (ends_on is null or exists (select 1 from customer c where c.code = customer"
                                    + " and c.cancelled_on is not null and ends_on >= ?))")
                            .params(
                                    code,
                                    row.getObject(3, LocalDate.class) == null
                                            ? LocalDate.MAX.withYear(9000)
                                            : row.getObject(3, LocalDate.class).minusDays(90))
                            .query(Double.class)
                            .single();
                    people.put(
                            code,
                            new Person(
                                    code,
                                    row.getObject(2, LocalDate.class),
                                    row.getObject(3, LocalDate.class),
                                    row.getString(4) == null ? "" : row.getString(4),
                                    value));
                });
    }

    /** From now on of one technician or route alone, as far as a figure is of visits. */
    NaiveFigures only(ComparisonService.Kind kind, String code) {
        which = visit -> code.equals(kind == ComparisonService.Kind.ROUTE ? visit.route : visit.technician);
        return this;
    }

    /** NaN for a dash. */
    double of(Figure figure) {
        return switch (figure) {
            // Where a promise was broken, nothing is said before the breaks are judged; JudgedBreaksTest recounts what
            // is
            // said then.
            case AVOIDABLE_BREAKS -> of(Figure.KEPT_PROMISES) == 1 ? 0 : Double.NaN;
            case KEPT_PROMISES -> {
                double due = 0;
                double broken = 0;
                for (var visit : done()) {
                    for (var wish : visit.past.bound()) {
                        due++;
                        broken += flag(visit, wish.code()) == Outcome.BROKEN ? 1 : 0;
                    }
                }
                yield (due - broken) / due;
            }
            case PROMISED_PERSON ->
                share(
                        done().stream().filter(this::personPromised).toList(),
                        visit -> visit.past.bound().stream()
                                .filter(wish ->
                                        wish.kind() == PreferenceKind.PERSON || wish.kind() == PreferenceKind.ONLY)
                                .allMatch(wish -> flag(visit, wish.code()) == null));
            case FACES -> {
                double faces = 0;
                double customers = 0;
                for (var visits : byCustomer(year()).values()) {
                    customers++;
                    faces += new HashSet<>(technicians(visits)).size();
                }
                yield faces / customers;
            }
            case USUAL_PROVIDER ->
                mean(visits -> {
                    var names = technicians(visits);
                    return new HashSet<>(names)
                                    .stream()
                                            .mapToInt(name -> times(names, name))
                                            .max()
                                            .getAsInt()
                            / (double) names.size();
                });
            case BICE_BOXERMAN ->
                mean(visits -> {
                    // Of all pairs of visits, those by one person.
                    double same = 0;
                    double pairs = 0;
                    for (int i = 0; i < visits.size(); i++) {
                        for (int j = 0; j < i; j++) {
                            pairs++;
                            same += visits.get(i).technician.equals(visits.get(j).technician) ? 1 : 0;
                        }
                    }
                    return same / pairs;
                });
            case SEQUENTIAL ->
                mean(visits -> {
                    double same = 0;
                    for (int i = 1; i < visits.size(); i++) {
                        same += visits.get(i).technician.equals(visits.get(i - 1).technician) ? 1 : 0;
                    }
                    return same / (visits.size() - 1);
                });
            case SURPRISE_FACES ->
                share(done().stream().filter(visit -> !visit.past.first()).toList(), visit -> {
                    var notified = visit.past.visit().notifiedAt();
                    var began = visit.start == null ? visit.day.atStartOfDay() : visit.day.atTime(visit.start);
                    return !visit.past.known() && (notified == null || !notified.isBefore(began));
                });
            case ASKED -> {
                var asked = people.values().stream()
                        .filter(person -> atEnd(person, YearMonth.from(to)))
                        .filter(person -> heard(person.code).stream()
                                .anyMatch(month -> !month.isAfter(YearMonth.from(to))
                                        && month.isAfter(YearMonth.from(to).minusMonths(12))))
                        .count();
                yield asked
                        / (double) people.values().stream()
                                .filter(person -> atEnd(person, YearMonth.from(to)))
                                .count();
            }
            case UNANSWERED -> unanswered().size();
            case UNANSWERED_AGE -> {
                var today = TwoYearsFixture.now().atZone(zone).toLocalDate();
                yield unanswered().stream()
                        .mapToLong(heard -> ChronoUnit.DAYS.between(heard, today))
                        .average()
                        .orElse(Double.NaN);
            }
            case DECLINED_HONESTLY -> {
                double wishes = number("select count(*) from preference p join customer c on c.code = p.customer"
                        + " where c.office = :office and p.heard_on between :from and :to");
                yield number("select count(*) from preference p join customer c on c.code = p.customer"
                                + " where c.office = :office and p.heard_on between :from and :to"
                                + " and p.answer = 'declined' and p.told_on is not null")
                        / wishes;
            }
            case OVERRIDES -> {
                double overrides = 0;
                for (var visit : done()) {
                    overrides += database.sql("select count(*) from visit_override where visit = ?")
                            .param(visit.code)
                            .query(Integer.class)
                            .single();
                }
                yield 100 * overrides / done().size();
            }
            case CANCELS_AFTER_BREAK -> {
                var ended = ended();
                yield ended.stream()
                                .filter(person -> all.stream()
                                        .filter(visit -> visit.done && visit.customer.equals(person.code))
                                        .filter(visit -> visit.past.bound().stream()
                                                .anyMatch(wish -> flag(visit, wish.code()) == Outcome.BROKEN))
                                        .anyMatch(visit -> {
                                            long days = ChronoUnit.DAYS.between(visit.day, person.cancelled);
                                            return days >= 0 && days <= 90;
                                        }))
                                .count()
                        / (double) ended.size();
            }
            case ON_SCHEDULE_MATTERS -> onSchedule(true);
            case ON_SCHEDULE_OTHER -> onSchedule(false);
            case ARRIVAL_WINDOW -> {
                var agreed = done().stream()
                        .filter(visit -> visit.start != null || arrival(visit) != null)
                        .filter(visit -> !windows(visit).isEmpty())
                        .toList();
                yield share(
                        agreed,
                        visit -> arrival(visit) == null
                                ? windows(visit).stream().allMatch(code -> flag(visit, code) == null)
                                : insideWindows(visit, arrival(visit)));
            }
            case ARRIVAL_KNOWN ->
                share(
                        done().stream()
                                .filter(visit -> visit.start != null || arrival(visit) != null)
                                .filter(visit -> !windows(visit).isEmpty())
                                .toList(),
                        visit -> arrival(visit) != null);
            case ROTATION -> {
                double due = 0;
                double kept = 0;
                for (var visit : done()) {
                    for (int n : rotations()) {
                        var before = before(visit);
                        if (before.size() >= n) {
                            due++;
                            kept += before.subList(before.size() - n, before.size()).stream()
                                            .allMatch(visit.technician::equals)
                                    ? 0
                                    : 1;
                        }
                    }
                }
                yield kept / due;
            }
            case PROTOCOL_KEPT -> share(done(), visit -> protocols(visit) == 0);
            case PROTOCOL_FLAGS ->
                100.0 * done().stream().mapToLong(this::protocols).sum() / done().size();
            case VISITS_A_DAY -> {
                var days = new HashSet<String>();
                done().forEach(visit -> days.add(visit.technician + visit.day));
                yield done().size() / (double) days.size();
            }
            case DRIVE -> {
                var minutes = new ArrayList<Integer>();
                done().forEach(visit -> drive(visit, minutes));
                yield minutes.stream().mapToInt(n -> n).average().orElse(Double.NaN);
            }
            case DRIVE_SHARE -> {
                var minutes = new ArrayList<Integer>();
                done().forEach(visit -> drive(visit, minutes));
                yield minutes.stream().mapToDouble(n -> n).sum()
                        / done().stream().mapToDouble(this::paid).sum();
            }
            case DENSITY -> {
                var metres = new ArrayList<Long>();
                done().forEach(visit -> stopBefore(
                        visit,
                        (latitude, longitude, site) -> metres.add(Math.round(1000
                                * StraightLine.kilometres(latitude, longitude, site.latitude(), site.longitude())))));
                yield metres.stream().mapToLong(n -> n).average().orElse(Double.NaN) / 1000;
            }
            case MISSED -> share(inPeriod(), visit -> !visit.done);
            case REDONE ->
                share(
                        inPeriod().stream().filter(visit -> !visit.done).toList(),
                        visit -> all.stream()
                                .filter(other -> other.done && other.customer.equals(visit.customer))
                                .filter(other -> Objects.equals(agreement(other), agreement(visit)))
                                .map(other -> ChronoUnit.DAYS.between(visit.day, other.day))
                                .anyMatch(days -> days >= 0 && days <= 14));
            case CALL_BACKS ->
                share(done().stream().filter(visit -> agreement(visit) != null).toList(), visit -> {
                    var own = all.stream()
                            .filter(other -> other.done && other.customer.equals(visit.customer))
                            .toList();
                    int place = own.indexOf(visit);
                    return place + 1 < own.size()
                            && agreement(own.get(place + 1)) == null
                            && ChronoUnit.DAYS.between(visit.day, own.get(place + 1).day) <= 14;
                });
            case LOAD_BALANCE -> {
                var days = new HashMap<String, Integer>();
                done().forEach(visit -> days.merge(visit.technician + visit.day, 1, Integer::sum));
                double mean = days.values().stream().mapToInt(n -> n).average().orElse(Double.NaN);
                yield Math.sqrt(days.values().stream()
                                .mapToDouble(n -> (n - mean) * (n - mean))
                                .average()
                                .orElse(Double.NaN))
                        / mean;
            }
            case RETENTION_COUNT -> 1 - ended().size() / (double) atStart().size();
            case RETENTION_VALUE ->
                1
                        - ended().stream().mapToDouble(Person::value).sum()
                                / atStart().stream().mapToDouble(Person::value).sum();
            case CANCELS_PER_THOUSAND -> 1000.0 * ended().size() / atStart().size();
            case TURNOVER ->
                number("select count(*) from technician where office = :office and ends_on between :from and :to")
                        / number("select count(*) from technician where office = :office"
                                + " and (ends_on is null or ends_on >= :from) and :to is not null");
            case SICK_DAYS -> {
                var days = new double[1];
                for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
                    days[0] += database.sql("select count(*) from absence a join technician t on t.code = a.technician"
                                    + " where t.office = ? and a.kind = 'sick' and ? between a.from_on and a.to_on")
                            .params(office, day)
                            .query(Integer.class)
                            .single();
                }
                yield days[0]
                        / number("select count(*) from technician where office = :office"
                                + " and (ends_on is null or ends_on >= :from) and :to is not null");
            }
        };
    }

    private List<Seen> inPeriod() {
        return all.stream()
                .filter(visit -> !visit.day.isBefore(from) && !visit.day.isAfter(to))
                .filter(which)
                .toList();
    }

    private List<Seen> done() {
        return inPeriod().stream().filter(Seen::done).toList();
    }

    private List<Seen> year() {
        var begin = YearMonth.from(to).minusMonths(11).atDay(1);
        return all.stream()
                .filter(Seen::done)
                .filter(visit -> !visit.day.isBefore(begin) && !visit.day.isAfter(to))
                .toList();
    }

    private static Map<String, List<Seen>> byCustomer(List<Seen> visits) {
        var by = new HashMap<String, List<Seen>>();
        visits.forEach(visit ->
                by.computeIfAbsent(visit.customer, code -> new ArrayList<>()).add(visit));
        return by;
    }

    private double mean(java.util.function.ToDoubleFunction<List<Seen>> index) {
        return byCustomer(year()).values().stream()
                .filter(visits -> visits.size() >= 2)
                .mapToDouble(index)
                .average()
                .orElse(Double.NaN);
    }

    private static List<String> technicians(List<Seen> visits) {
        return visits.stream().map(Seen::technician).toList();
    }

    private static int times(List<String> names, String name) {
        return (int) names.stream().filter(name::equals).count();
    }

    private static double share(List<Seen> visits, Predicate<Seen> which) {
        return visits.stream().filter(which).count() / (double) visits.size();
    }

    private static @Nullable Outcome flag(Seen visit, String code) {
        return visit.past.flags().stream()
                .filter(flag -> flag.side() == Side.CUSTOMER && flag.code().equals(code))
                .map(flag -> flag.outcome())
                .findFirst()
                .orElse(null);
    }

    private long protocols(Seen visit) {
        return visit.past.flags().stream()
                .filter(flag -> flag.side() == Side.COMPANY)
                .count();
    }

    private boolean personPromised(Seen visit) {
        return visit.past.bound().stream()
                .anyMatch(wish -> wish.kind() == PreferenceKind.ONLY
                        || wish.kind() == PreferenceKind.PERSON
                                && (!wish.technicians().isEmpty()
                                        || visit.past.visit().customer().technician() != null));
    }

    private List<String> windows(Seen visit) {
        return database.sql("select code from preference where customer = ? and kind = 'WINDOW'"
                        + " and answer in ('promised', 'will_try')")
                .param(visit.customer)
                .query(String.class)
                .list();
    }

    private double onSchedule(boolean matters) {
        return share(
                inPeriod().stream()
                        .filter(visit -> matters(visit.customer) == matters)
                        .toList(),
                visit -> visit.done && visit.day.equals(visit.due));
    }

    private boolean matters(String customer) {
        var order = List.of(people.get(customer).givesWay.split(";"));
        if (order.equals(List.of(""))) {
            return database.sql("select count(*) from preference where customer = ? and answer <> 'declined'"
                                    + " and kind = 'WEEKDAYS'")
                            .param(customer)
                            .query(Integer.class)
                            .single()
                    > 0;
        }
        int place = order.indexOf("day");
        return place >= 0 && place >= order.size() - 2;
    }

    private void drive(Seen visit, List<Integer> minutes) {
        stopBefore(
                visit,
                (latitude, longitude, site) -> minutes.add((int) Math.round(
                        new StraightLine().driveMinutes(latitude, longitude, site.latitude(), site.longitude()))));
    }

    private interface Before {
        void at(double latitude, double longitude, SiteFacts site);
    }

    private void stopBefore(Seen visit, Before reader) {
        if (visit.start == null) {
            return;
        }
        database.sql("""
                        select s.latitude, s.longitude from visit v join site s on s.code = v.site
                        where v.technician = :technician and v.planned_on = :day and v.status = 'done'
                          and v.start_time is not null
                          and (v.start_time < :start or v.start_time = :start and v.code < :code)
                        order by v.start_time desc, v.code desc limit 1""")
                .param("technician", visit.technician)
                .param("day", visit.day)
                .param("start", visit.start)
                .param("code", visit.code)
                .query(row -> {
                    reader.at(
                            row.getDouble(1),
                            row.getDouble(2),
                            visit.past.visit().site());
                });
    }

    /** The visits of a day share its shift, in whole minutes, the first ones the odd ones. */
    private double paid(Seen visit) {
        var day = database.sql("""
                        select code from visit where technician = ? and planned_on = ? and status = 'done'
                        order by start_time is not null, start_time, code""")
                .params(visit.technician, visit.day)
                .query(String.class)
                .list();
        int shift = switch (visit.technician) {
            case "T0" -> 17 * 60 - 7 * 60 - 13;
            case "T3" -> 15 * 60 + 30 - 8 * 60;
            default -> 9 * 60;
        };
        return shift / day.size() + (day.indexOf(visit.code) < shift % day.size() ? 1 : 0);
    }

    private @Nullable String agreement(Seen visit) {
        return database.sql("select agreement from visit where code = ?")
                .param(visit.code)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private List<Integer> rotations() {
        return database.sql(
                        "select number_value from protocol where kind = 'ROTATE' and (office is null or office = ?)")
                .param(office)
                .query(Integer.class)
                .list();
    }

    /** Who came to the customer before, the last one last. */
    private List<String> before(Seen visit) {
        var own = all.stream()
                .filter(other -> other.done && other.customer.equals(visit.customer))
                .toList();
        return technicians(own.subList(0, own.indexOf(visit)));
    }

    /** The minute of the check-in of whoever did the visit, on its day. */
    private @Nullable LocalTime arrival(Seen visit) {
        return database.sql("select checked_in_at from visit_progress where visit = ? and technician = ?")
                .params(visit.code, visit.technician)
                .query(LocalDateTime.class)
                .optional()
                .map(utc -> utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime())
                .filter(local -> local.toLocalDate().equals(visit.day))
                .map(local -> LocalTime.of(local.getHour(), local.getMinute()))
                .orElse(null);
    }

    private boolean insideWindows(Seen visit, LocalTime arrival) {
        return database
                .sql("select from_time from preference where code in (:codes)")
                .param("codes", windows(visit))
                .query(LocalTime.class)
                .list()
                .stream()
                .noneMatch(arrival::isBefore);
    }

    private @Nullable YearMonth began(Person person) {
        if (person.since != null) {
            return YearMonth.from(person.since);
        }
        return all.stream()
                .filter(visit -> visit.customer.equals(person.code))
                .map(visit -> YearMonth.from(visit.day))
                .findFirst()
                .orElse(null);
    }

    private boolean atEnd(Person person, YearMonth month) {
        var began = began(person);
        return began != null
                && !began.isAfter(month)
                && (person.cancelled == null || YearMonth.from(endOf(person)).isAfter(month));
    }

    private LocalDate endOf(Person person) {
        var began = person.since != null
                ? person.since
                : all.stream()
                        .filter(visit -> visit.customer.equals(person.code))
                        .findFirst()
                        .orElseThrow()
                        .day;
        return person.cancelled.isBefore(began) ? began : person.cancelled;
    }

    private List<Person> atStart() {
        return people.values().stream()
                .filter(person -> atEnd(person, YearMonth.from(from).minusMonths(1)))
                .toList();
    }

    private List<Person> ended() {
        return people.values().stream()
                .filter(person -> person.cancelled != null && began(person) != null)
                .filter(person ->
                        !endOf(person).isBefore(from) && !endOf(person).isAfter(to))
                .toList();
    }

    private Set<YearMonth> heard(String customer) {
        var months = new HashSet<YearMonth>();
        database.sql("select heard_on from preference where customer = ? and heard_on is not null")
                .param(customer)
                .query(LocalDate.class)
                .list()
                .forEach(day -> months.add(YearMonth.from(day)));
        database.sql("select heard_at from heard where customer = ?")
                .param(customer)
                .query(LocalDateTime.class)
                .list()
                .forEach(at ->
                        months.add(YearMonth.from(at.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone))));
        return months;
    }

    private List<LocalDate> unanswered() {
        var since = new ArrayList<>(
                database.sql("""
                        select p.heard_on from preference p join customer c on c.code = p.customer
                        where c.office = ? and p.answer = 'unanswered' and p.kind <> 'REMEMBER' and c.cancelled_on is null""").param(office).query(LocalDate.class).list());
        database.sql("select customer, state, heard_at from heard").query(row -> {
            var customer = row.getString(1);
            if (row.getString(2).equals("open") && here(customer)) {
                since.add(row.getObject(3, LocalDateTime.class)
                        .atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(zone)
                        .toLocalDate());
            }
        });
        return since;
    }

    private boolean here(String customer) {
        return database.sql("select count(*) from customer where code = ? and office = ? and cancelled_on is null")
                        .params(customer, office)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private double number(String sql) {
        return database.sql(sql)
                .param("office", office)
                .param("from", from)
                .param("to", to)
                .query(Double.class)
                .single();
    }
}
