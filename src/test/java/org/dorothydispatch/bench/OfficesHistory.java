package org.dorothydispatch.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Years of many offices, straight into the tables: routes of some nine stops on each working day, customers who come and
 * go, technicians who leave and are followed by others, wishes and answers, days of sickness, consents, overrides, missed
 * visits that are made good, call-backs outside of the agreement, check-ins of the last year. Each office comes from its
 * own seed and is stored in one transaction: it is there whole, or not at all.
 *
 * @param last the last month of the history
 */
record OfficesHistory(DataSource database, int offices, int months, int visits, YearMonth last) {

    private static final int BATCH = 2_000;
    private static final double STOPS_OF_A_RUN = 8.5;
    private static final double WORKING_DAYS_OF_A_MONTH = 20;
    /** Months from visit to visit, as often as customers have them. */
    private static final int[] EVERY = {1, 1, 2, 1, 3, 1, 2, 1, 3, 2};

    /** Visits for each one that is due: some come again. */
    private static final double WITH_EXTRA_VISITS = 1.03;

    private static final int SHIFT_STARTS = 8 * 60;
    private static final int FROM_STOP_TO_STOP = 50;
    private static final int MINUTES = 35;

    private static final List<String> ZONES =
            List.of("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix");
    private static final List<String> FIRST = List.of(
            "Ana", "Ben", "Cy", "Dora", "Eli", "Fay", "Gus", "Hana", "Ivo", "José", "Kai", "Łucja", "Mo", "Zoë", "Ruth",
            "Walt");
    private static final List<String> LAST = List.of(
            "Adler",
            "Brook",
            "Castillo",
            "Duong",
            "Eng",
            "Frost",
            "Grant",
            "Hall",
            "Iyer",
            "O'Neil",
            "Müller",
            "Tran",
            "Okafor",
            "Novak",
            "Hale",
            "Whitfield");
    private static final List<String> REASONS =
            List.of("Storm", "Route was full", "Customer did not answer the phone", "Technician ill");

    static String office(int number) {
        return "O%02d".formatted(number);
    }

    void store(int number) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set session foreign_key_checks = 0, unique_checks = 0");
            }
            try (var office = new Office(connection, number)) {
                office.store();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                try (var statement = connection.createStatement()) {
                    statement.execute("set session foreign_key_checks = 1, unique_checks = 1");
                }
                connection.setAutoCommit(true);
            }
        }
    }

    /** A technician who drives a route from one month to another. */
    private record Tenure(String code, int from, int to) {}

    private static final class Customer {

        final String code;
        final int route;
        final int every;
        final int weekday;
        final LocalDate since;
        final boolean theirs;
        final boolean wishes;

        @Nullable
        LocalDate cancelled;

        Customer(String code, int route, int every, int weekday, LocalDate since, Random random) {
            this.code = code;
            this.route = route;
            this.every = every;
            this.weekday = weekday;
            this.since = since;
            this.theirs = random.nextInt(100) < 85;
            this.wishes = random.nextInt(100) < 55;
        }
    }

    /** Rows on their way into one table. */
    private static final class Rows implements AutoCloseable {

        private final PreparedStatement statement;
        private int waiting;

        Rows(Connection connection, String table, String columns) throws SQLException {
            var marks = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
            this.statement =
                    connection.prepareStatement("insert into %s (%s) values (%s)".formatted(table, columns, marks));
        }

        void add(@Nullable Object... row) throws SQLException {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
            statement.addBatch();
            if (++waiting == BATCH) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (waiting > 0) {
                statement.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    private final class Office implements AutoCloseable {

        private final Connection connection;
        private final String code;
        private final int number;
        private final Random random;
        private final ZoneId zone;
        private final YearMonth first;
        private final int most;
        private final int routes;
        private final List<List<Tenure>> tenures = new ArrayList<>();
        private final List<Customer> gone = new ArrayList<>();
        private final Map<String, Integer> stops = new HashMap<>();
        private final Rows visitRows;
        private final Rows consents;
        private final Rows overrides;
        private final Rows progress;
        private int customers;
        private int stored;

        Office(Connection connection, int number) throws SQLException {
            this.connection = connection;
            this.number = number;
            this.code = office(number);
            this.random = new Random(number);
            this.zone = ZoneId.of(ZONES.get(number % ZONES.size()));
            this.first = last.minusMonths(months - 1L);
            this.most = visits / offices;
            this.routes = (int) Math.max(1, Math.round(most / (months * WORKING_DAYS_OF_A_MONTH * STOPS_OF_A_RUN)));
            this.visitRows = new Rows(
                    connection,
                    "visit",
                    "code, customer, site, agreement, due_on, planned_on, start_time, minutes, route, technician, status,"
                            + " notified_at, board_office");
            this.consents = new Rows(connection, "consent", "visit, preference, consented_on, consented_by");
            this.overrides = new Rows(connection, "visit_override", "visit, code, kept_on, kept_by, reason");
            this.progress = new Rows(connection, "visit_progress", "visit, technician, checked_in_at, checked_out_at");
        }

        @Override
        public void close() throws SQLException {
            visitRows.close();
            consents.close();
            overrides.close();
            progress.close();
        }

        void store() throws SQLException {
            register();
            var living = new ArrayList<Customer>();
            // A visit in one of so many months is missing to 1, 2 or 3 months.
            double aMonth = 0;
            for (int every : EVERY) {
                aMonth += 1.0 / every / EVERY.length;
            }
            int slots = (int) Math.ceil(most / (months * aMonth * WITH_EXTRA_VISITS));
            for (int slot = 0; slot < slots; slot++) {
                living.add(customer(
                        slot % routes,
                        EVERY[slot / routes % EVERY.length],
                        random.nextInt(20),
                        first.atDay(1).minusDays(random.nextInt(1500))));
            }
            for (int month = 0; month < months && stored < most; month++) {
                var over = first.plusMonths(month - 1L).toString();
                stops.keySet().removeIf(key -> key.compareTo(over) < 0);
                for (int slot = 0; slot < slots && stored < most; slot++) {
                    var customer = living.get(slot);
                    if ((month + slot) % customer.every == 0) {
                        var due = weekday(first.plusMonths(month), customer.weekday);
                        served(customer, due, month);
                        if (random.nextInt(1000) < 8 * customer.every && month < months - 1) {
                            customer.cancelled = due.plusDays(1 + random.nextInt(6));
                            gone.add(customer);
                            living.set(
                                    slot,
                                    customer(customer.route, customer.every, random.nextInt(20), due.plusDays(20)));
                        }
                    }
                }
            }
            visitRows.flush();
            consents.flush();
            overrides.flush();
            progress.flush();
            living.addAll(gone);
            customers(living);
        }

        private Customer customer(int route, int every, int weekday, LocalDate since) {
            return new Customer("%s-C%05d".formatted(code, customers++), route, every, weekday, since, random);
        }

        /** The so manieth working day of a month, from 0. */
        private static LocalDate weekday(YearMonth month, int which) {
            var day = month.atDay(1);
            for (int found = -1; ; day = day.plusDays(1)) {
                if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && ++found == which) {
                    return day;
                }
            }
        }

        private Tenure driver(int route, int month) {
            return tenures.get(route).stream()
                    .filter(one -> one.from <= month && month < one.to)
                    .findFirst()
                    .orElseThrow();
        }

        private void served(Customer customer, LocalDate due, int month) throws SQLException {
            var own = driver(customer.route, month).code;
            var who = random.nextInt(100) < 9 ? driver(random.nextInt(routes), month).code : own;
            var late = working(due.plusDays(1 + random.nextInt(3)));
            var day = random.nextInt(100) < 5 && !late.isAfter(last.atEndOfMonth()) ? late : due;
            boolean missed = random.nextInt(1000) < 15;
            var visit = visit(customer, due, day, who, missed ? "missed" : "done", true, month);
            if (customer.wishes && random.nextInt(100) < 2) {
                consents.add(visit, customer.code, day, "Sam");
            }
            if (random.nextInt(1000) < 6) {
                overrides.add(visit, "ON-DUE-DAY", day, "Sam", REASONS.get(random.nextInt(REASONS.size())));
            }
            var again = working(day.plusDays(2 + random.nextInt(9)));
            if (again.isAfter(last.atEndOfMonth())) {
                return;
            }
            if (missed && random.nextInt(10) < 6) {
                visit(customer, due, again, own, "done", true, month);
            } else if (random.nextInt(1000) < 25) {
                visit(customer, again, again, random.nextBoolean() ? own : who, "done", false, month);
            }
        }

        private static LocalDate working(LocalDate day) {
            return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() ? day : day.plusDays(2);
        }

        private String visit(
                Customer customer,
                LocalDate due,
                LocalDate day,
                String technician,
                String status,
                boolean agreed,
                int month)
                throws SQLException {
            var visit = "%s-V%07d".formatted(code, ++stored);
            int before = stops.merge(day + technician, 1, Integer::sum) - 1;
            int start = SHIFT_STARTS + before % 11 * FROM_STOP_TO_STOP;
            visitRows.add(
                    visit,
                    customer.code,
                    customer.code,
                    agreed ? customer.code : null,
                    due,
                    day,
                    LocalTime.ofSecondOfDay(start * 60L),
                    MINUTES,
                    "%s-R%02d".formatted(code, customer.route),
                    technician,
                    status,
                    random.nextInt(10) < 6 ? day.minusDays(1).atTime(10, 0) : null,
                    code);
            if (number % 3 == 0 && month >= months - 12 && status.equals("done")) {
                var came = day.atStartOfDay().plusMinutes(start - 10 + random.nextInt(40));
                progress.add(
                        visit,
                        technician,
                        came.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                        came.plusMinutes(MINUTES)
                                .atZone(zone)
                                .withZoneSameInstant(ZoneOffset.UTC)
                                .toLocalDateTime());
            }
            return visit;
        }

        private void register() throws SQLException {
            try (var rows = new Rows(connection, "office", "code, name, time_zone")) {
                rows.add(code, "Office " + code, zone.getId());
                rows.flush();
            }
            try (var technicians =
                            new Rows(connection, "technician", "code, name, office, languages, starts_on, ends_on");
                    var absences = new Rows(connection, "absence", "technician, from_on, to_on, kind");
                    var rows = new Rows(connection, "route", "code, office, name, technician, max_stops")) {
                for (int route = 0; route < routes; route++) {
                    var drivers = new ArrayList<Tenure>();
                    for (int month = 0; month < months; month = drivers.getLast().to) {
                        var driver = new Tenure(
                                "%s-T%02d-%d".formatted(code, route, drivers.size()),
                                month,
                                month + 10 + random.nextInt(40));
                        drivers.add(driver);
                        var leaves = driver.to < months
                                ? first.plusMonths(driver.to).atDay(1).minusDays(1)
                                : null;
                        technicians.add(
                                driver.code,
                                name(),
                                code,
                                random.nextInt(3) == 0 ? "en;es" : "en",
                                first.plusMonths(driver.from).atDay(1).minusDays(month == 0 ? 700 : 0),
                                leaves);
                        for (int ill = driver.from; ill < Math.min(driver.to, months); ill += 3 + random.nextInt(6)) {
                            var from = first.plusMonths(ill).atDay(1 + random.nextInt(25));
                            absences.add(
                                    driver.code,
                                    from,
                                    from.plusDays(random.nextInt(4)),
                                    random.nextInt(3) == 0 ? "vacation" : "sick");
                        }
                    }
                    tenures.add(drivers);
                    rows.add(
                            "%s-R%02d".formatted(code, route),
                            code,
                            "Route " + (route + 1),
                            drivers.getLast().code,
                            10);
                }
                technicians.flush();
                absences.flush();
                rows.flush();
            }
            try (var protocols =
                    new Rows(connection, "protocol", "code, office, kind, number_value, from_time, to_time, level")) {
                protocols.add(code + "-DUE", code, "ON_DUE_DAY", 0, null, null, "inform");
                protocols.add(
                        code + "-ARR", code, "ARRIVAL", null, LocalTime.of(7, 30), LocalTime.of(17, 30), "reason");
                protocols.add(code + "-RT", code, "ROUTE_TECHNICIAN", null, null, null, "inform");
                protocols.add(code + "-TR", code, "TRAVEL", 10, null, null, "inform");
                protocols.add(code + "-MS", code, "MAX_STOPS", null, null, null, "inform");
                if (number % 4 == 0) {
                    protocols.add(code + "-ROT", code, "ROTATE", 6, null, null, "inform");
                }
                protocols.flush();
            }
        }

        private String name() {
            return FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
        }

        private void customers(List<Customer> all) throws SQLException {
            try (var rows = new Rows(
                            connection,
                            "customer",
                            "code, name, office, technician, since, gives_way, cancelled_on, cancel_reason");
                    var sites = new Rows(connection, "site", "code, customer, latitude, longitude");
                    var agreements = new Rows(
                            connection,
                            "agreement",
                            "code, customer, site, service, repeats, minutes, route, starts_on, ends_on, annual_value");
                    var wishes = new Rows(
                            connection,
                            "preference",
                            "code, customer, kind, weekdays, from_time, to_time, number_value, days_value, answer, words,"
                                    + " heard_on, told_on")) {
                for (var one : all) {
                    rows.add(
                            one.code,
                            name(),
                            code,
                            one.theirs ? tenures.get(one.route).getLast().code : null,
                            one.since,
                            switch (random.nextInt(4)) {
                                case 0 -> "day;time;notice;person";
                                case 1 -> "person;time;day";
                                case 2 -> "notice;day;time;person";
                                default -> null;
                            },
                            one.cancelled,
                            one.cancelled == null ? null : "Met a new face every time");
                    sites.add(
                            one.code,
                            one.code,
                            38 + number * 0.1 + one.route % 5 * 0.04 + random.nextDouble() * 0.05,
                            -95 + number * 0.2 + one.route / 5 * 0.05 + random.nextDouble() * 0.06);
                    agreements.add(
                            one.code,
                            one.code,
                            one.code,
                            "General pest",
                            "P%dM".formatted(one.every),
                            MINUTES,
                            "%s-R%02d".formatted(code, one.route),
                            one.since,
                            one.cancelled,
                            1200 / one.every);
                    if (one.wishes) {
                        wish(wishes, one);
                    }
                }
                rows.flush();
                sites.flush();
                agreements.flush();
                wishes.flush();
            }
        }

        private void wish(Rows rows, Customer one) throws SQLException {
            int which = random.nextInt(10);
            int said = random.nextInt(100);
            var answer = said < 70 ? "promised" : said < 82 ? "will_try" : said < 92 ? "unanswered" : "declined";
            var heard = one.since.isBefore(first.atDay(1))
                    ? first.atDay(1).plusDays(random.nextInt(months * 30))
                    : one.since.plusDays(random.nextInt(200));
            rows.add(
                    one.code,
                    one.code,
                    which < 4
                            ? "PERSON"
                            : which < 5
                                    ? "FAMILIAR"
                                    : which < 7 ? "WINDOW" : which < 8 ? "WEEKDAYS" : which < 9 ? "FACES" : "REMEMBER",
                    which == 7 ? "MON;TUE;WED;THU" : null,
                    which == 5 ? LocalTime.of(10, 0) : null,
                    which == 6 ? LocalTime.of(13, 0) : null,
                    which == 8 ? 2 : null,
                    which == 8 ? 365 : null,
                    answer,
                    "I can't keep explaining to a different person every time.",
                    heard,
                    answer.equals("declined") ? heard.plusDays(2) : null);
        }
    }
}
