package org.dorothydispatch;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A company with {@value #VISITS} visits, made by MySQL itself: 20 offices with 15 routes each, 40,000 customers, each
 * with 24 visits behind and one in the next two weeks.
 */
final class MillionVisits {

    static final int VISITS = 1_000_000;

    private static final int OFFICES = 20;
    private static final int ROUTES = 15;
    private static final int CUSTOMERS = 40_000;
    private static final int STEP = 2_000;

    private static final String VERDICTS = """
            insert into verdict (visit, customer_light, company_light, promises_due, promises_broken, recheck_at)
            select code, 0, 0, 0, 0, if(customer like '%7', planned_on, null) from visit where status = 'planned'""";

    /** {@code n} counts from 0; as many rows as wanted are taken of it. */
    private static final String COUNT = """
            with recursive digit as (select 0 d union all select d + 1 from digit where d < 9),
            number as (
                select a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d n
                from digit a, digit b, digit c, digit d, digit e)
            """;

    private MillionVisits() {}

    static List<String> offices() {
        return List.of("O0", "O1", "O2");
    }

    /** On a connection of its own, because it switches off the checks of what is right by construction. */
    static void fill(JdbcTemplate jdbc, LocalDate today) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set unique_checks = 0");
                statement.execute("set foreign_key_checks = 0");
                for (var insert : register(today)) {
                    statement.execute(insert);
                }
                // In steps, so that no single statement takes longer than a connection waits for an answer.
                for (int customer = 0; customer < CUSTOMERS; customer += STEP) {
                    statement.execute(visits(today, customer));
                }
                statement.execute(VERDICTS);
                statement.execute("set foreign_key_checks = 1");
                statement.execute("set unique_checks = 1");
            }
            return null;
        });
    }

    private static List<String> register(LocalDate today) {
        return List.of(
                "insert into office (code, name, time_zone) " + COUNT
                        + "select concat('O', n), concat('Office ', n), 'America/Chicago' from number where n < "
                        + OFFICES,
                "insert into board_event (office, at, kind, visit, actor) " + COUNT
                        + "select concat('O', n %% %d), '%s', 'move', concat('V', n), 'Sam Brown' from number"
                                .formatted(OFFICES, today),
                "insert into office_sequence (office, last_event_id) select office, max(id) from board_event group by office",
                "insert into technician (code, name, office, skills, languages) " + COUNT
                        + "select concat('T', n), concat('Technician ', n), concat('O', n %% %d), 'general', 'en'"
                                .formatted(OFFICES)
                        + " from number where n < " + OFFICES * ROUTES,
                "insert into route (code, office, name, technician) " + COUNT
                        + "select concat('R', n), concat('O', n %% %d), concat('Route ', n), concat('T', n)"
                                .formatted(OFFICES)
                        + " from number where n < " + OFFICES * ROUTES,
                "insert into customer (code, name, office, technician) " + COUNT
                        + "select concat('C', n), concat('Customer ', n), concat('O', n %% %d), concat('T', n %% %d)"
                                .formatted(OFFICES, OFFICES * ROUTES)
                        + " from number where n < " + CUSTOMERS,
                "insert into site (code, customer, latitude, longitude) " + COUNT
                        + "select concat('C', n), concat('C', n), 40 + n % 100 / 1000, -90 from number where n < "
                        + CUSTOMERS,
                "insert into agreement (code, customer, site, service, minutes, starts_on) " + COUNT
                        + "select concat('C', n), concat('C', n), concat('C', n), 'General pest', 30, '%s'"
                                .formatted(today.minusYears(1))
                        + " from number where n < " + CUSTOMERS,
                "insert into preference (code, customer, kind, answer, number_value, days_value) " + COUNT
                        + "select concat('C', n), concat('C', n), 'FACES', 'promised', 3, 365"
                        + " from number where n % 5 < 2 and n < " + CUSTOMERS);
    }

    /** All visits of some customers, the next of each first. */
    private static String visits(LocalDate today, int firstCustomer) {
        return "insert into visit (code, customer, site, agreement, due_on, planned_on, start_time, minutes, route,"
                + " technician, status, board_office) " + COUNT
                + """
                select concat('V', lpad(n, 5, '0'), lpad(v, 2, '0')), concat('C', n), concat('C', n), concat('C', n),
                       '%1$s' + interval n %% 14 - 14 * v day, '%1$s' + interval n %% 14 - 14 * v day,
                       maketime(8 + n div 4200, 0, 0), 30, concat('R', n %% %2$d), concat('T', n %% %2$d),
                       if(v = 0, 'planned', 'done'), concat('O', n %% %3$d)
                from number cross join (select 10 * a.d + b.d v from digit a cross join digit b) of_customer
                where n >= %4$d and n < %5$d and v < %6$d""".formatted(
                        today, OFFICES * ROUTES, OFFICES, firstCustomer, firstCustomer + STEP, VISITS / CUSTOMERS);
    }
}
