package org.dorothydispatch.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The founding story's offices, small: Riverside with two routes, Hilltop with one. Ana is on vacation, Cy drives North
 * side, and Dorothy stands with Cy although Ana was promised.
 */
public final class BoardFixture {

    public static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    public static final LocalDate TUESDAY = MONDAY.plusDays(1);

    /** Monday noon at Riverside. */
    /** Noon, for {@link org.dorothydispatch.DatabaseTest#now}. */
    public static final String NOON_UTC = "2026-10-05T17:00:00Z";

    public static final Instant NOON = Instant.parse(NOON_UTC);

    private final JdbcClient jdbc;

    public BoardFixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything of the story. */
    public BoardFixture story() {
        office("RIVER", "Riverside", "America/Chicago");
        office("HILL", "Hilltop", "America/Denver");
        technician("MARCO", "Marco Ruiz", "RIVER");
        technician("ANA", "Ana Petrov", "RIVER");
        technician("BEN", "Ben Okafor", "RIVER");
        technician("CY", "Cy Lindgren", "RIVER");
        technician("LIA", "Lia Moreau", "HILL");
        absence("ANA", MONDAY, MONDAY.plusDays(4), "vacation");
        route("NORTH", "North side", "RIVER", "CY");
        route("SOUTH", "South side", "RIVER", "ANA");
        route("RIDGE", "Ridge", "HILL", "LIA");
        protocol("X1", null, "ON_DUE_DAY", 0, "reason");
        protocol("X2", "RIVER", "ROTATE", 4, "inform");
        customer("DOROTHY", "Dorothy Hale, Hale's Gifts", "Dorothy", "RIVER", "ANA", "day;time;notice;person");
        jdbc.sql("update customer set since = '2025-12-10', remember = ? where code = 'DOROTHY'")
                .param("Strangers at the back of the shop make her nervous. Say hello first.")
                .update();
        customer("LOPEZ", "Rosa Lopez", "Rosa", "RIVER", "BEN", "time;day");
        customer("SATO", "Ridge Dental", "Dr Sato", "HILL", "LIA", null);
        preference("P1", "DOROTHY", "PERSON", "promised", "Will you be the one doing the service?", "Marco Ruiz");
        jdbc.sql("update preference set valid_from = '2026-03-01' where code = 'P1'")
                .update();
        preference(
                "P2",
                "DOROTHY",
                "FACES",
                "will_try",
                "I can't keep explaining to a different person every time.",
                "Ana Petrov");
        jdbc.sql("update preference set number_value = 3, days_value = 365 where code = 'P2'")
                .update();
        preference("P6", "LOPEZ", "WEEKDAYS", "declined", "Could you come on Sundays?", "Sales");
        jdbc.sql("update preference set weekdays = 'SUN', alternative = ?, told_on = '2026-01-05' where code = 'P6'")
                .param("First visit of the day on Saturdays")
                .update();
        String[] who = {"MARCO", "MARCO", "ANA", "ANA", "ANA", "BEN", "ANA", "ANA", "ANA"};
        for (int month = 1; month <= 9; month++) {
            visit("D0" + month, "DOROTHY", "NORTH", who[month - 1], LocalDate.of(2026, month, 6), "09:00", "done");
        }
        visit("D10", "DOROTHY", "NORTH", "CY", TUESDAY, "09:00", "planned");
        visit("L1", "LOPEZ", "SOUTH", "BEN", TUESDAY.plusDays(1), "13:00", "confirmed");
        visit("W1", "SATO", "RIDGE", "LIA", TUESDAY, "10:30", "planned");
        unassigned("U1", "LOPEZ", TUESDAY);
        return this;
    }

    public void office(String code, String name, String zone) {
        jdbc.sql("insert into office (code, name, time_zone, latitude, longitude) values (?, ?, ?, 41.88, -87.63)")
                .params(code, name, zone)
                .update();
        jdbc.sql("insert into office_sequence (office, last_event_id) values (?, 0)")
                .param(code)
                .update();
    }

    public void technician(String code, String name, String office) {
        jdbc.sql("insert into technician (code, name, office, skills, languages) values (?, ?, ?, 'general', 'en')")
                .params(code, name, office)
                .update();
    }

    public void absence(String technician, LocalDate from, LocalDate to, String kind) {
        jdbc.sql("insert into absence (technician, from_on, to_on, kind) values (?, ?, ?, ?)")
                .params(technician, from, to, kind)
                .update();
    }

    public void route(String code, String name, String office, @Nullable String technician) {
        jdbc.sql("insert into route (code, office, name, technician) values (?, ?, ?, ?)")
                .params(code, office, name, technician)
                .update();
    }

    public void protocol(String code, @Nullable String office, String kind, int number, String level) {
        jdbc.sql("insert into protocol (code, office, kind, number_value, level) values (?, ?, ?, ?, ?)")
                .params(code, office, kind, number, level)
                .update();
    }

    /** With one site and one agreement of the same code. */
    public void customer(
            String code,
            String name,
            @Nullable String goesBy,
            String office,
            @Nullable String technician,
            @Nullable String givesWay) {
        jdbc.sql("insert into customer (code, name, goes_by, office, technician, gives_way) values (?, ?, ?, ?, ?, ?)")
                .params(code, name, goesBy, office, technician, givesWay)
                .update();
        jdbc.sql(
                        "insert into site (code, customer, address, latitude, longitude, access) values (?, ?, ?, 41.9, -87.64, ?)")
                .params(code, code, "7 Market Lane", "Back door, ring twice")
                .update();
        jdbc.sql("""
                        insert into agreement (code, customer, site, service, repeats, minutes, skills, starts_on)
                        values (?, ?, ?, 'Rodent control', 'P1M', 40, 'general', '2025-12-10')
                        """).params(code, code, code).update();
    }

    public void preference(String code, String customer, String kind, String answer, String words, String heardBy) {
        jdbc.sql("""
                        insert into preference (code, customer, kind, answer, words, heard_by, heard_on)
                        values (?, ?, ?, ?, ?, ?, '2025-12-10')
                        """).params(code, customer, kind, answer, words, heardBy).update();
    }

    public void visit(
            String code,
            String customer,
            @Nullable String route,
            @Nullable String technician,
            LocalDate date,
            String start,
            String status) {
        jdbc.sql("""
                        insert into visit (code, customer, site, agreement, due_on, planned_on, start_time, minutes, route, technician,
                                           status, board_office)
                        values (?, ?, ?, ?, ?, ?, ?, 40, ?, ?, ?,
                                coalesce((select office from route where code = ?), (select office from customer where code = ?)))
                        """)
                .params(
                        code,
                        customer,
                        customer,
                        customer,
                        date,
                        date,
                        LocalTime.parse(start),
                        route,
                        technician,
                        status,
                        route,
                        customer)
                .update();
    }

    public void unassigned(String code, String customer, LocalDate due) {
        jdbc.sql("""
                        insert into visit (code, customer, site, agreement, due_on, minutes, status, board_office)
                        select ?, code, code, code, ?, 40, 'unassigned', office from customer where code = ?
                        """).params(code, due, customer).update();
    }

    /** What the checks said last. */
    public void verdict(String visit, int customerLight, int companyLight, String reason, int due, int broken) {
        jdbc.sql("""
                        insert into verdict (visit, customer_light, company_light, reason, promises_due, promises_broken)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(visit, customerLight, companyLight, reason, due, broken)
                .update();
    }
}
