package org.dorothydispatch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dorothydispatch.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts offices, people and visits straight into the tables. What a test does not say is the simplest thing that works:
 * technicians can do "general" and work Monday to Friday, sites lie in one street.
 */
public final class RegisterFixture {

    private final JdbcClient database;
    private int houses;

    public RegisterFixture(JdbcClient database) {
        this.database = database;
    }

    public RegisterFixture office(String code, String name, String zone) {
        return insert("office", "code", code, "name", name, "time_zone", zone);
    }

    public RegisterFixture technician(String code, String name, String office, Object... more) {
        return insert(
                "technician",
                with(more, "code", code, "name", name, "office", office, "skills", "general", "languages", "en"));
    }

    public RegisterFixture absence(String technician, LocalDate from, LocalDate to, String kind) {
        return insert("absence", "technician", technician, "from_on", from, "to_on", to, "kind", kind);
    }

    public RegisterFixture route(String code, String office, @Nullable String technician, Object... more) {
        return insert("route", with(more, "code", code, "office", office, "name", code, "technician", technician));
    }

    /** A customer with one site of the same code. */
    public RegisterFixture customer(String code, String name, String office, Object... more) {
        insert("customer", with(more, "code", code, "name", name, "office", office));
        return insert(
                "site",
                "code",
                code,
                "customer",
                code,
                "address",
                ++houses + " Elm Street",
                "latitude",
                41.9,
                "longitude",
                -87.6 + houses % 50 * 0.0001);
    }

    public RegisterFixture agreement(String code, String customer, Object... more) {
        return insert(
                "agreement",
                with(
                        more,
                        "code",
                        code,
                        "customer",
                        customer,
                        "site",
                        customer,
                        "service",
                        "General pest",
                        "minutes",
                        30,
                        "starts_on",
                        LocalDate.of(2025, 1, 1)));
    }

    public RegisterFixture preference(String code, String customer, String kind, String answer, Object... more) {
        return insert("preference", with(more, "code", code, "customer", customer, "kind", kind, "answer", answer));
    }

    public RegisterFixture preferred(String preference, String... technicians) {
        for (int position = 0; position < technicians.length; position++) {
            insert(
                    "preference_technician",
                    "preference",
                    preference,
                    "position",
                    position,
                    "technician",
                    technicians[position]);
        }
        return this;
    }

    public RegisterFixture introduction(String customer, String technician, LocalDate on) {
        return insert("introduction", "customer", customer, "technician", technician, "met_on", on);
    }

    public RegisterFixture protocol(String code, @Nullable String office, String kind, String level, Object... more) {
        return insert("protocol", with(more, "code", code, "office", office, "kind", kind, "level", level));
    }

    /** A visit at the customer's site; say board_office when it is not ALB. */
    public RegisterFixture visit(String code, String customer, LocalDate due, String status, Object... more) {
        return insert(
                "visit",
                with(
                        more,
                        "code",
                        code,
                        "customer",
                        customer,
                        "site",
                        customer,
                        "due_on",
                        due,
                        "minutes",
                        30,
                        "status",
                        status,
                        "board_office",
                        "ALB"));
    }

    /** Somebody who can be signed in as; the password is nothing anybody could type. */
    public RegisterFixture user(String username, Role role, String... offices) {
        insert("app_user", "username", username, "name", username + " by name", "password_hash", "none");
        insert("app_user_role", "username", username, "role", role.name());
        for (var office : offices) {
            insert("app_user_office", "username", username, "office", office);
        }
        return this;
    }

    public RegisterFixture insert(String table, Object... namesAndValues) {
        return insert(table, with(namesAndValues));
    }

    private RegisterFixture insert(String table, Map<String, Object> columns) {
        var names = String.join(", ", columns.keySet());
        var places = columns.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        database.sql("insert into " + table + " (" + names + ") values (" + places + ")")
                .params(columns.values().toArray())
                .update();
        return this;
    }

    private static Map<String, Object> with(Object[] more, Object... usual) {
        var columns = with(usual);
        columns.putAll(with(more));
        return columns;
    }

    private static Map<String, Object> with(Object[] namesAndValues) {
        var columns = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return columns;
    }
}
