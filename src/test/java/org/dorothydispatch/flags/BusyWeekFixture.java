package org.dorothydispatch.flags;

import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.dorothydispatch.RegisterFixture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A week from a seed in which neighbours, wishes and protocols meet often. */
final class BusyWeekFixture {

    static final LocalDate FROM = StoryFixture.TUESDAY;

    private BusyWeekFixture() {}

    /** Two offices, six people, four routes, every kind of wish and of protocol, a history, and a week ahead. */
    static void store(JdbcClient database, Random random) {
        var fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/Chicago")
                .user("both", DISPATCHER, "ALB", "BUF");
        for (int i = 0; i < 6; i++) {
            fixture.technician(
                    "T" + i,
                    (i < 2 ? "Alex " : "Kim" + i + " ") + "Number " + i,
                    i < 4 ? "ALB" : "BUF",
                    "skills",
                    i % 2 == 0 ? "general;rodent@2026-10-08" : "general",
                    "languages",
                    i % 3 == 0 ? "en;es" : "en");
        }
        fixture.absence("T1", FROM, FROM.plusDays(1), "sick");
        for (int i = 0; i < 4; i++) {
            fixture.route("R" + i, i < 3 ? "ALB" : "BUF", i == 2 ? null : "T" + i, "max_stops", 6);
        }
        protocols(fixture);
        for (int i = 0; i < 14; i++) {
            customer(fixture, random, i);
        }
        for (int i = 0; i < 12; i++) {
            var customer = random.nextInt(14);
            StoryFixture.planned(
                    fixture,
                    "V" + i,
                    "C" + customer,
                    random.nextBoolean() ? "planned" : "confirmed",
                    FROM.plusDays(random.nextInt(6)),
                    LocalTime.of(8 + i % 8, 0),
                    "R" + i % 4,
                    "T" + i % 6,
                    "agreement",
                    "A" + customer,
                    "board_office",
                    i % 4 == 3 ? "BUF" : "ALB");
        }
        for (int i = 0; i < 6; i++) {
            fixture.visit(
                    "U" + i,
                    "C" + i,
                    FROM.plusDays(i % 3),
                    "unassigned",
                    "agreement",
                    "A" + i,
                    "board_office",
                    i < 10 ? "ALB" : "BUF");
        }
    }

    private static void protocols(RegisterFixture fixture) {
        fixture.protocol("X1", null, "ON_DUE_DAY", "inform", "number_value", 2)
                .protocol("X2", "ALB", "ARRIVAL", "reason", "from_time", LocalTime.of(9, 0))
                .protocol("X3", null, "ROTATE", "inform", "number_value", 2)
                .protocol("X4", null, "HOME_ROUTE", "inform")
                .protocol("X5", null, "ROUTE_TECHNICIAN", "inform")
                .protocol("X6", "BUF", "HOME_OFFICE", "reason")
                .protocol("X7", null, "TRAVEL", "reason", "number_value", 0)
                .protocol("X8", null, "MAX_STOPS", "block", "number_value", 4);
    }

    private static void customer(RegisterFixture fixture, Random random, int i) {
        var customer = "C" + i;
        fixture.customer(
                        customer,
                        "Customer " + i,
                        i < 10 ? "ALB" : "BUF",
                        "technician",
                        random.nextBoolean() ? "T" + random.nextInt(6) : null)
                .agreement("A" + i, customer, "skills", i % 4 == 0 ? "rodent" : null, "route", "R" + i % 4)
                .introduction(customer, "T" + random.nextInt(6), FROM.plusDays(random.nextInt(5) - 2));
        for (int j = 0; j < 4; j++) {
            StoryFixture.planned(
                    fixture,
                    "H" + i + "-" + j,
                    customer,
                    "done",
                    FROM.minusDays(10L + 30 * j),
                    LocalTime.of(8 + j, 30),
                    "R" + j,
                    "T" + random.nextInt(6),
                    "agreement",
                    "A" + i,
                    "board_office",
                    j == 3 ? "BUF" : "ALB");
        }
        wish(fixture, random, customer, "P" + i + "a");
        wish(fixture, random, customer, "P" + i + "b");
    }

    private static void wish(RegisterFixture fixture, Random random, String customer, String code) {
        var answer = List.of("promised", "will_try", "unanswered", "declined").get(random.nextInt(4));
        switch (random.nextInt(13)) {
            case 0 -> fixture.preference(code, customer, "PERSON", answer).preferred(code, "T0", "T2");
            case 1 -> fixture.preference(code, customer, "ONLY", answer).preferred(code, "T1", "T3");
            case 2 -> fixture.preference(code, customer, "NEVER", answer).preferred(code, "T4");
            case 3 -> fixture.preference(code, customer, "FAMILIAR", answer);
            case 4 -> fixture.preference(code, customer, "FACES", answer, "number_value", 2, "days_value", 60);
            case 5 -> fixture.preference(code, customer, "WEEKDAYS", answer, "weekdays", "TUE;WED");
            case 6 -> fixture.preference(code, customer, "WINDOW", answer, "from_time", LocalTime.of(10, 0));
            case 7 -> fixture.preference(code, customer, "NOT_DATES", answer, "dates_from", FROM, "dates_to", FROM);
            case 8 -> fixture.preference(code, customer, "STEADY_DAY", answer);
            case 9 -> fixture.preference(code, customer, "STEADY_TIME", answer, "number_value", 60);
            case 10 -> fixture.preference(code, customer, "GAP", answer, "number_value", 7, "days_value", 30);
            case 11 -> fixture.preference(code, customer, "NOTICE", answer, "number_value", 24);
            default -> fixture.preference(code, customer, "LANGUAGE", answer, "language", "es");
        }
    }
}
