package org.dorothydispatch.security;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who can sign in to the demo: one for each role, bound to the demo's offices, with passwords made for this start
 * and printed once.
 */
@Component
class DemoUsers {

    private final JdbcClient database;
    private final UserService users;
    private final CurrentUser currentUser;
    private final Clock clock;

    DemoUsers(JdbcClient database, UserService users, CurrentUser currentUser, Clock clock) {
        this.database = database;
        this.users = users;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The table of logins; empty when there are users already. */
    @Transactional
    Optional<String> create() {
        if (database.sql("select count(*) from app_user").query(Integer.class).single() > 0) {
            return Optional.empty();
        }
        var offices = database.sql("select code from office order by name")
                .query(String.class)
                .list();
        var people = currentUser.asProgram("demo", () -> staff(offices));
        return Optional.of(table(people));
    }

    private List<Login> staff(List<String> offices) {
        var first = offices.stream().limit(1).toList();
        var firstTwo = offices.stream().limit(2).toList();
        var made = new ArrayList<Login>();
        made.add(login("ira", "Ira Valdez", Role.DISPATCHER, firstTwo, Optional.empty()));
        made.add(login(
                "noor", "Noor Haddad", Role.DISPATCHER, offices.stream().skip(2).toList(), Optional.empty()));
        made.add(login("helen", "Helen Brandt", Role.BRANCH_MANAGER, offices, Optional.empty()));
        made.add(login("sam", "Sam Whitlock", Role.SALESPERSON, first, Optional.empty()));
        made.add(login("ruth", "Ruth Abel", Role.RECEPTIONIST, first, Optional.empty()));
        technician()
                .ifPresent(person -> made.add(login(
                        person.username(),
                        person.name(),
                        Role.TECHNICIAN,
                        List.of(person.office()),
                        Optional.of(person.code()))));
        made.add(login("adele", "Adele Moreau", Role.ADMINISTRATOR, List.of(), Optional.empty()));
        made.removeIf(login -> login.password.isEmpty());
        return made;
    }

    private Login login(String username, String name, Role role, List<String> offices, Optional<String> technician) {
        if (offices.isEmpty() && role != Role.ADMINISTRATOR) {
            return new Login(username, name, role, "", "");
        }
        var password = FreshPassword.next();
        users.create(new NewUser(username, name, password, Set.of(role), Set.copyOf(offices), technician));
        return new Login(username, name, role, role == Role.ADMINISTRATOR ? "all" : names(offices), password);
    }

    private String names(List<String> codes) {
        return database
                .sql("select name from office where code in (:codes) order by name")
                .param("codes", codes)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining(", "));
    }

    /** Somebody of the demo's crew who has visits today, by preference the Ana everybody asks for, else whoever has most to remember. */
    private Optional<Person> technician() {
        return database
                .sql("select t.code, t.name, t.office, o.time_zone from technician t join office o on o.code = t.office"
                        + " where t.ends_on is null order by t.code")
                .query((row, number) -> new Person(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("office"),
                        LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("time_zone")))))
                .list()
                .stream()
                .max(Comparator.comparing(this::hasVisits));
    }

    private boolean hasVisits(Person person) {
        return database.sql(
                                "select count(*) from visit where technician = ? and planned_on = ? and status <> 'cancelled'")
                        .params(person.code, person.today)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String table(List<Login> logins) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Name", "Role", "Offices", "Username", "Password"));
        logins.forEach(login ->
                rows.add(List.of(login.name, login.role.words(), login.offices, login.username, login.password)));
        var widths = new int[5];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream()
                .map(row -> {
                    var line = new StringBuilder("  ");
                    for (int i = 0; i < widths.length; i++) {
                        line.append(row.get(i))
                                .repeat(' ', widths[i] - row.get(i).length() + 2);
                    }
                    return line.toString().stripTrailing();
                })
                .collect(Collectors.joining("\n"));
    }

    private record Login(String username, String name, Role role, String offices, String password) {}

    /** @param today the day it is at their office */
    private record Person(String code, String name, String office, LocalDate today) {

        String username() {
            return name.split("\\s+")[0].toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "") + ".technician";
        }
    }
}
