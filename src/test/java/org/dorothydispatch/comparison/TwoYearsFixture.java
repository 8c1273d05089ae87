package org.dorothydispatch.comparison;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.dorothydispatch.RegisterFixture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two offices in two zones with nearly two years behind them, from a seed: every count is met often. It is 20 November 2026. */
final class TwoYearsFixture {

    /** For {@link org.dorothydispatch.DatabaseTest#now}. */
    static final String NOON = "2026-11-20T12:00:00Z";

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    static final List<String> OFFICES = List.of("ALB", "DEN");

    private static final int CUSTOMERS = 16;

    private final JdbcClient database;
    private final RegisterFixture fixture;
    private final Random random;
    private int visits;

    TwoYearsFixture(JdbcClient database, Random random) {
        this.database = database;
        this.random = random;
        this.fixture = new RegisterFixture(database);
    }

    TwoYearsFixture store() {
        fixture.office("ALB", "Albany", "America/New_York")
                .office("DEN", "Denver", "America/Denver")
                .user("boss", ADMINISTRATOR)
                .user("alma", BRANCH_MANAGER, "ALB")
                .user("sam", DISPATCHER, "ALB");
        for (int i = 0; i < 6; i++) {
            var office = OFFICES.get(i % 2);
            fixture.technician(
                    "T" + i,
                    "Person " + i,
                    office,
                    "languages",
                    i % 3 == 0 ? "en;es" : "en",
                    "ends_on",
                    i == 5 ? LocalDate.of(2026, 6, 30) : null,
                    "shift_start",
                    i == 0 ? LocalTime.of(7, 13) : null,
                    "shift_end",
                    i == 3 ? LocalTime.of(15, 30) : null);
            fixture.route("R" + i, office, "T" + i, "max_stops", 2);
        }
        fixture.absence("T0", LocalDate.of(2026, 5, 28), LocalDate.of(2026, 6, 3), "sick")
                .absence("T1", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 4), "sick")
                .absence("T2", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 9), "vacation")
                .protocol("X1", null, "ON_DUE_DAY", "inform", "number_value", 0)
                .protocol("X2", "ALB", "ARRIVAL", "reason", "from_time", LocalTime.of(9, 0))
                .protocol("X3", null, "ROUTE_TECHNICIAN", "inform")
                .protocol("X4", null, "TRAVEL", "inform", "number_value", 0)
                .protocol("X5", "DEN", "MAX_STOPS", "inform", "number_value", 1)
                .protocol("X6", null, "ROTATE", "inform", "number_value", 2)
                .protocol("X7", "ALB", "ROTATE", "inform", "number_value", 1);
        for (int i = 0; i < CUSTOMERS; i++) {
            customer(i);
        }
        // Some minutes from each other.
        for (int i = 0; i < CUSTOMERS; i++) {
            database.sql("update site set latitude = ?, longitude = ? where customer = ?")
                    .params(41.9 + 0.2 * random.nextDouble(), -87.6 + 0.2 * random.nextDouble(), "C" + i)
                    .update();
        }
        heard();
        return this;
    }

    /** What was said lately; not every sentence has been dealt with. Late in the evening in UTC: the offices have another day. */
    private void heard() {
        for (int i = 0; i < CUSTOMERS; i += 3) {
            var at = TODAY.minusDays(3L * i).atTime(2, 30);
            database.sql("insert into heard (code, customer, words, heard_by, heard_at, channel, state, op_id)"
                            + " values (?, ?, ?, 'sam', ?, 'phone', ?, ?)")
                    .params("SAID" + i, "C" + i, "Sentence " + i, at, i % 4 != 0 ? "open" : "turned", "said" + i)
                    .update();
        }
    }

    private void customer(int i) {
        var code = "C" + i;
        var office = OFFICES.get(i % 2);
        var cancelled = i % 5 == 4 ? FIRST.plusDays(200 + random.nextInt(400)) : null;
        fixture.customer(
                        code,
                        "Customer " + i,
                        office,
                        "technician",
                        i % 3 == 0 ? "T" + random.nextInt(6) : null,
                        "since",
                        i % 4 == 0 ? null : FIRST.minusDays(random.nextInt(300)),
                        "cancelled_on",
                        cancelled,
                        "gives_way",
                        switch (i % 4) {
                            case 0 -> "day;time;notice;person";
                            case 1 -> "person;time;day";
                            case 2 -> "notice;day;time;person";
                            default -> null;
                        })
                .agreement(
                        "A" + i,
                        code,
                        "annual_value",
                        new java.math.BigDecimal("480.50").add(java.math.BigDecimal.valueOf(i)),
                        "ends_on",
                        cancelled)
                .introduction(code, "T" + random.nextInt(6), FIRST.plusDays(random.nextInt(300)));
        for (int n = 0; n < 2; n++) {
            wish(code, "P%d-%d".formatted(i, n));
        }
        if (i % 6 == 0) {
            fixture.insert(
                    "heard",
                    "code",
                    "H" + i,
                    "customer",
                    code,
                    "words",
                    "Nothing in particular.",
                    "heard_by",
                    "sam",
                    // The last evening of March in both zones; April in UTC.
                    "heard_at",
                    LocalDateTime.of(2026, 4, 1, 2, 0),
                    "channel",
                    "phone",
                    "state",
                    "aside",
                    "op_id",
                    "op" + i);
        }
        var last = cancelled == null ? TODAY : cancelled;
        for (var due = FIRST.plusDays(random.nextInt(28));
                due.isBefore(last);
                due = due.plusDays(21 + random.nextInt(14))) {
            visit(code, office, due);
            if (random.nextInt(5) == 0) {
                // Somebody comes again: to make up for what was missed, or because it did not help.
                visit(code, office, due.plusDays(4 + random.nextInt(14)), random.nextInt(3) == 0);
            }
        }
    }

    private void wish(String customer, String code) {
        var answer = List.of("promised", "promised", "will_try", "unanswered", "declined")
                .get(random.nextInt(5));
        var heard = FIRST.plusDays(random.nextInt(650));
        Object[] more = {
            "heard_on", heard, "told_on", answer.equals("declined") && random.nextBoolean() ? heard.plusDays(1) : null
        };
        switch (random.nextInt(7)) {
            case 0 -> fixture.preference(code, customer, "PERSON", answer, more).preferred(code, "T0", "T2");
            case 1 -> fixture.preference(code, customer, "PERSON", answer, more);
            case 2 -> fixture.preference(code, customer, "ONLY", answer, more).preferred(code, "T1", "T3", "T0");
            case 3 -> fixture.preference(code, customer, "FAMILIAR", answer, more);
            case 4 ->
                fixture.preference(code, customer, "WINDOW", answer, with(more, "from_time", LocalTime.of(10, 0)));
            case 5 -> fixture.preference(code, customer, "WEEKDAYS", answer, with(more, "weekdays", "TUE;WED;THU"));
            default -> fixture.preference(code, customer, "REMEMBER", answer, with(more, "words", "Mind the dog"));
        }
    }

    private static Object[] with(Object[] some, Object... more) {
        var all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** A visit somewhere near its due day; a few are missed, a few have no time, a few are consented to or overridden. */
    String visit(String customer, String office, LocalDate due) {
        return visit(customer, office, due, random.nextInt(9) > 0);
    }

    private String visit(String customer, String office, LocalDate due, boolean agreed) {
        var code = "V%05d".formatted(++visits);
        int fate = random.nextInt(20);
        var day = due.plusDays(fate < 14 ? 0 : random.nextInt(4));
        int person = random.nextInt(6);
        fixture.visit(
                code,
                customer,
                due,
                fate == 0 ? "missed" : fate == 1 ? "cancelled" : "done",
                "planned_on",
                fate == 0 && random.nextBoolean() ? null : day,
                "start_time",
                fate == 2 ? null : LocalTime.of(8 + random.nextInt(5), 30 * random.nextInt(2)),
                "route",
                random.nextInt(4) == 0 ? null : "R" + (2 * random.nextInt(3) + (office.equals("ALB") ? 0 : 1)),
                "technician",
                fate == 0 ? null : "T" + person,
                "agreement",
                agreed ? "A" + customer.substring(1) : null,
                "notified_at",
                random.nextInt(3) == 0 ? day.minusDays(1).atTime(9, 0) : null,
                "board_office",
                office);
        if (fate > 1 && random.nextInt(2) == 0) {
            checkIn(code, "T" + person, day);
        }
        if (random.nextInt(4) == 0) {
            fixture.insert(
                    "consent",
                    "visit",
                    code,
                    "preference",
                    "P%s-%d".formatted(customer.substring(1), random.nextInt(2)),
                    "consented_on",
                    day,
                    "consented_by",
                    "Sam");
        }
        if (random.nextInt(5) == 0) {
            fixture.insert(
                    "visit_override", "visit", code, "code", "X1", "kept_on", day, "kept_by", "Sam", "reason", "Storm");
        }
        return code;
    }

    /** Mostly that day, mostly by whoever was to come; Albany and Denver have the day in common. */
    private void checkIn(String visit, String technician, LocalDate day) {
        fixture.insert(
                "visit_progress",
                "visit",
                visit,
                "technician",
                random.nextInt(8) == 0 ? "T5" : technician,
                "checked_in_at",
                day.plusDays(random.nextInt(8) == 0 ? 1 : 0).atTime(14 + random.nextInt(7), random.nextInt(60), 31));
    }

    /** Changes something as the console or an import would: rows go on by one version. */
    void change() {
        var code = one("select code from visit where status in ('done', 'missed') order by code");
        var customer = one("select code from customer order by code");
        switch (random.nextInt(10)) {
            case 0 ->
                database.sql(
                                "update visit set technician = ?, status = 'done', planned_on = coalesce(planned_on, due_on),"
                                        + " version = version + 1 where code = ?")
                        .params("T" + random.nextInt(6), code)
                        .update();
            case 1 ->
                database.sql("update visit set planned_on = ?, version = version + 1 where code = ?")
                        .params(FIRST.plusDays(random.nextInt(600)), code)
                        .update();
            case 2 ->
                database.sql("update visit set status = 'cancelled', version = version + 1 where code = ?")
                        .param(code)
                        .update();
            case 3 ->
                visit(
                        customer,
                        database.sql("select office from customer where code = ?")
                                .param(customer)
                                .query(String.class)
                                .single(),
                        // Late, into a month long closed.
                        FIRST.plusDays(random.nextInt(600)));
            case 4 ->
                database.sql("update preference set answer = 'promised', version = version + 1 where customer = ?")
                        .param(customer)
                        .update();
            case 5 ->
                database.sql("update customer set office = case office when 'ALB' then 'DEN' else 'ALB' end,"
                                + " version = version + 1 where code = ?")
                        .param(customer)
                        .update();
            case 6 ->
                database.sql("update customer set cancelled_on = ?, version = version + 1 where code = ?")
                        .params(TODAY.minusDays(random.nextInt(300)), customer)
                        .update();
            case 8 -> {
                database.sql("delete from visit_progress where visit = ?")
                        .param(code)
                        .update();
                database.sql("update visit set version = version + 1 where code = ?")
                        .param(code)
                        .update();
            }
            case 7 ->
                database.sql("update agreement set annual_value = annual_value + 10, version = version + 1"
                                + " where customer = ?")
                        .param(customer)
                        .update();
            default ->
                database.sql("update protocol set number_value = number_value + 1, version = version + 1"
                                + " where code = 'X1'")
                        .update();
        }
    }

    private String one(String sql) {
        var all = database.sql(sql).query(String.class).list();
        return all.get(random.nextInt(all.size()));
    }

    static Instant now() {
        return TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
