package org.dorothydispatch.flags;

import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.RegisterFixture;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Dorothy's story at Albany: promised Ana, who is on vacation; Cy stands there instead. It is Monday 5 October 2026, noon
 * in Albany.
 */
final class StoryFixture {

    static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final LocalDate NEXT_MONDAY = MONDAY.plusDays(7);
    static final LocalTime NINE = LocalTime.of(9, 0);
    /** Noon, for {@link org.dorothydispatch.DatabaseTest#now}. */
    public static final String NOON_UTC = "2026-10-05T16:00:00Z";

    public static final Instant NOON = Instant.parse(NOON_UTC);

    private StoryFixture() {}

    static RegisterFixture store(JdbcClient database) {
        var fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/New_York")
                .technician("ANA", "Ana Petrov", "ALB")
                .technician("BEN", "Ben Okafor", "ALB")
                .technician("CY", "Cy Lindgren", "ALB")
                .technician("DEE", "Dee Novak", "BUF")
                .absence("ANA", MONDAY, MONDAY.plusDays(4), "vacation")
                .route("NORTH", "ALB", "CY")
                .route("SOUTH", "ALB", "ANA")
                .route("LAKE", "BUF", "DEE")
                .customer(
                        "DOROTHY",
                        "Dorothy Hale",
                        "ALB",
                        "goes_by",
                        "Dorothy",
                        "technician",
                        "ANA",
                        "gives_way",
                        "day;time;notice;person")
                .customer("BAKER", "Baker Street Bakery", "ALB")
                .customer("RIDGE", "Ridge Dental", "BUF")
                .agreement("A1", "DOROTHY", "repeats", "P1M")
                .preference("P1", "DOROTHY", "PERSON", "promised", "words", "Will it be you?")
                .preference("P2", "DOROTHY", "FACES", "will_try", "number_value", 3, "days_value", 365)
                .protocol("X1", null, "ON_DUE_DAY", "reason", "number_value", 0)
                .protocol("X2", null, "TRAVEL", "inform", "number_value", 0)
                .user("sam", DISPATCHER, "ALB")
                .user("kim", DISPATCHER, "BUF");
        for (int month = 1; month <= 9; month++) {
            var technician = List.of("BEN", "BEN", "ANA", "ANA", "ANA", "DEE", "ANA", "ANA", "ANA")
                    .get(month - 1);
            var date = LocalDate.of(2026, month, 6);
            planned(fixture, "D0" + month, "DOROTHY", "done", date, NINE, "NORTH", technician);
        }
        planned(fixture, "D10", "DOROTHY", "planned", TUESDAY, NINE, "NORTH", "CY");
        planned(fixture, "B1", "BAKER", "planned", TUESDAY, LocalTime.of(10, 0), "NORTH", "CY");
        planned(fixture, "R1", "RIDGE", "planned", TUESDAY, NINE, "LAKE", "DEE", "board_office", "BUF");
        fixture.visit("T1", "BAKER", TUESDAY, "unassigned");
        return fixture;
    }

    static void planned(
            RegisterFixture fixture,
            String code,
            String customer,
            String status,
            LocalDate date,
            LocalTime start,
            String route,
            String technician,
            Object... more) {
        var columns = new Object[10 + more.length];
        System.arraycopy(
                new Object[] {
                    "planned_on",
                    date,
                    "start_time",
                    start,
                    "route",
                    route,
                    "technician",
                    technician,
                    "agreement",
                    customer.equals("DOROTHY") ? "A1" : null
                },
                0,
                columns,
                0,
                10);
        System.arraycopy(more, 0, columns, 10, more.length);
        fixture.visit(code, customer, date, status, columns);
    }
}
