package org.dorothydispatch.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The board the goals speak of: 20 offices × 15 routes × 7 days × 8 visits, 16,800 in all, each for a customer of its own
 * with three earlier visits, two in five of them with a promise.
 */
final class BigBoard {

    static final int OFFICES = 20;
    static final int ROUTES = 15;
    static final int DAYS = 7;
    static final int STOPS = 8;

    private final JdbcTemplate jdbc;
    private final Random random = new Random(11);
    final LocalDate from;

    BigBoard(DataSource source, LocalDate today) {
        this.jdbc = new JdbcTemplate(source);
        this.from = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    static String office(int number) {
        return "O%02d".formatted(number);
    }

    static List<String> offices() {
        var offices = new ArrayList<String>();
        for (int office = 0; office < OFFICES; office++) {
            offices.add(office(office));
        }
        return offices;
    }

    static String route(int office, int route) {
        return "R%02d-%02d".formatted(office, route);
    }

    static String visit(int office, int route, int day, int stop) {
        return "V%02d-%02d-%d-%d".formatted(office, route, day, stop);
    }

    void store() {
        protocols();
        for (int office = 0; office < OFFICES; office++) {
            office(office, office(office));
        }
    }

    private static final List<String> FIRST = List.of(
            "Rosa",
            "Ana",
            "Ben",
            "Christopher",
            "Dolores",
            "Emily",
            "Frank",
            "Guadalupe",
            "Helen",
            "Ivan",
            "Jacqueline");
    private static final List<String> LAST = List.of(
            "Miller",
            "Nguyen",
            "O'Brien",
            "Hernandez",
            "Kim",
            "Schmidt",
            "Washington",
            "Lee",
            "Kowalski",
            "Abara",
            "Fitzgerald",
            "Ruiz",
            "Hart");
    private static final List<String> BUSINESSES =
            List.of(" Bakery", " & Sons Hardware", " Dental Care", "'s Corner Market", " Self Storage");

    private void protocols() {
        jdbc.batchUpdate(
                "insert into protocol (code, kind, number_value, level) values (?, ?, ?, ?)",
                List.of(
                        new Object[] {"X1", "ON_DUE_DAY", 0, "reason"},
                        new Object[] {"X2", "HOME_ROUTE", null, "inform"},
                        new Object[] {"X3", "ROUTE_TECHNICIAN", null, "inform"},
                        new Object[] {"X4", "TRAVEL", 5, "inform"},
                        new Object[] {"X5", "HOME_OFFICE", null, "inform"}));
    }

    private void office(int number, String office) {
        jdbc.update(
                "insert into office (code, name, time_zone) values (?, ?, ?)",
                office,
                "Office " + number,
                number % 2 == 0 ? "America/Chicago" : "America/Denver");
        var technicians = new ArrayList<Object[]>();
        var routes = new ArrayList<Object[]>();
        var customers = new ArrayList<Object[]>();
        var sites = new ArrayList<Object[]>();
        var agreements = new ArrayList<Object[]>();
        var preferences = new ArrayList<Object[]>();
        var preferred = new ArrayList<Object[]>();
        var visits = new ArrayList<Object[]>();
        for (int r = 0; r < ROUTES; r++) {
            var route = route(number, r);
            var technician = technician(number, r);
            technicians.add(new Object[] {
                technician, "Technician " + technician, office, "general", "en", "MON;TUE;WED;THU;FRI;SAT;SUN"
            });
            routes.add(new Object[] {route, office, "Route " + r, technician, 12});
            for (int day = 0; day < DAYS; day++) {
                for (int stop = 0; stop < STOPS; stop++) {
                    var visit = visit(number, r, day, stop);
                    var customer = "C" + visit;
                    customers.add(new Object[] {
                        customer, name(customers.size() + 31 * number), office, technician, "day;time;person"
                    });
                    sites.add(new Object[] {
                        customer, customer, 40 + number + random.nextDouble() / 10, -90 + random.nextDouble() / 10
                    });
                    agreements.add(new Object[] {customer, customer, customer, route});
                    if (random.nextInt(5) < 2) {
                        preferences.add(new Object[] {customer, customer, random.nextBoolean() ? "PERSON" : "FACES"});
                        preferred.add(new Object[] {customer, technician});
                    }
                    var date = from.plusDays(day);
                    var start = LocalTime.of(8, 0).plusMinutes(60L * stop);
                    visits.add(visit(visit, customer, date, start, route, technician, "planned", office));
                    for (int earlier = 1; earlier <= 3; earlier++) {
                        visits.add(visit(
                                visit + "-" + earlier,
                                customer,
                                date.minusDays(28L * earlier),
                                start,
                                route,
                                technician(number, (r + random.nextInt(3)) % ROUTES),
                                "done",
                                office));
                    }
                }
            }
        }
        insert("technician (code, name, office, skills, languages, weekdays)", technicians);
        insert("route (code, office, name, technician, max_stops)", routes);
        insert("customer (code, name, office, technician, gives_way)", customers);
        insert("site (code, customer, latitude, longitude)", sites);
        insert(
                "agreement (code, customer, site, route, service, minutes, starts_on)",
                agreements.stream()
                        .map(row ->
                                new Object[] {row[0], row[1], row[2], row[3], "General pest", 30, from.minusYears(1)})
                        .toList());
        insert(
                "preference (code, customer, kind, answer, number_value, days_value)",
                preferences.stream()
                        .map(row -> new Object[] {row[0], row[1], row[2], "promised", 3, 365})
                        .toList());
        insert(
                "preference_technician (preference, technician, position)",
                preferred.stream().map(row -> new Object[] {row[0], row[1], 0}).toList());
        insert(
                "visit (code, customer, site, agreement, due_on, planned_on, start_time, minutes, route, technician,"
                        + " status, board_office)",
                visits);
    }

    /** As long as names are: of people, and now and then of a business. */
    private static String name(int number) {
        return number % 9 == 4
                ? LAST.get(number % LAST.size()) + BUSINESSES.get(number % BUSINESSES.size())
                : FIRST.get(number % FIRST.size()) + " " + LAST.get(number * 7 % LAST.size());
    }

    private static String technician(int office, int route) {
        return "T%02d-%02d".formatted(office, route);
    }

    private static Object[] visit(
            String code,
            String customer,
            LocalDate date,
            LocalTime start,
            String route,
            String technician,
            String status,
            String office) {
        return new Object[] {
            code, customer, customer, customer, date, date, start, 30, route, technician, status, office
        };
    }

    private void insert(String table, List<Object[]> rows) {
        var places = "?, ".repeat(rows.getFirst().length - 1) + "?";
        jdbc.batchUpdate("insert into " + table + " values (" + places + ")", rows);
    }
}
