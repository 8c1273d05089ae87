package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;
import static org.dorothydispatch.security.Role.TECHNICIAN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.dorothydispatch.RegisterFixture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Albany on Monday 5 October 2026, noon: Dorothy, her technician Ana, and everybody who may hear her. */
public final class ListeningFixture {

    static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    static final LocalDate NEXT_VISIT = LocalDate.of(2026, 10, 6);
    /** Noon, for {@link org.dorothydispatch.DatabaseTest#now}. */
    public static final String NOON_UTC = "2026-10-05T16:00:00Z";

    public static final Instant NOON = Instant.parse(NOON_UTC);

    private ListeningFixture() {}

    public static RegisterFixture store(JdbcClient database) {
        var fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/New_York")
                .technician("ANA", "Ana Petrov", "ALB")
                .technician("BEN", "Ben Okafor", "ALB")
                .technician("DEE", "Dee Novak", "BUF")
                .route("NORTH", "ALB", "ANA")
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
                .agreement("A1", "DOROTHY", "repeats", "P1M", "route", "NORTH")
                .user("rita", RECEPTIONIST, "ALB")
                .user("sol", SALESPERSON, "ALB")
                .user("dan", DISPATCHER, "ALB")
                .user("mia", BRANCH_MANAGER, "ALB")
                .user("tess", TECHNICIAN, "ALB")
                .user("kim", DISPATCHER, "BUF");
        database.sql("update app_user set technician = 'ANA' where username = 'tess'")
                .update();
        for (int month = 1; month <= 9; month++) {
            visit(fixture, "D0" + month, "done", LocalDate.of(2026, month, 6), month % 3 == 0 ? "BEN" : "ANA");
        }
        visit(fixture, "D10", "planned", NEXT_VISIT, "ANA");
        return fixture;
    }

    static void visit(RegisterFixture fixture, String code, String status, LocalDate date, String technician) {
        fixture.visit(
                code,
                "DOROTHY",
                date,
                status,
                "planned_on",
                date,
                "start_time",
                LocalTime.of(9, 0),
                "route",
                "NORTH",
                "technician",
                technician,
                "agreement",
                "A1");
    }
}
