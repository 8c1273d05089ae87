package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dorothydispatch.rules.Horizon;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The days on which a visit that is over might have stood instead, with everybody of its customer's office. */
final class DaysAround {

    /** Another assignment is looked for so many days before and after the day the visit was due. */
    static final int DAYS = 7;

    private DaysAround() {}

    /** Where another assignment of the visit is looked for. */
    static Horizon of(World world, VisitFacts visit) {
        var office = visit.customer().office().code();
        return new Horizon(
                visit.dueOn().minusDays(DAYS),
                visit.dueOn().plusDays(DAYS),
                world.technicians().stream()
                        .filter(technician -> technician.office().code().equals(office))
                        .toList());
    }

    /** These visits, and who stands where on all the days around them. */
    static WorldLoader.Question question(JdbcClient database, Collection<VisitFacts> visits) {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        for (var visit : visits) {
            var ofOffice = days.computeIfAbsent(visit.customer().office().code(), code -> new TreeSet<>());
            for (int day = -DAYS; day <= DAYS; day++) {
                ofOffice.add(visit.dueOn().plusDays(day));
            }
        }
        return question(database, visits.stream().map(VisitFacts::code).toList(), days);
    }

    /** Some visits, and the days of everybody and of every route of some offices. */
    static WorldLoader.Question question(
            JdbcClient database, Collection<String> visits, Map<String, Set<LocalDate>> daysOfOffices) {
        var technicianDays = new HashSet<Day>();
        var runs = new HashSet<Day>();
        daysOfOffices.forEach((office, days) -> {
            add(technicianDays, codes(database, "technician", office), days);
            add(runs, codes(database, "route", office), days);
        });
        return new WorldLoader.Question(visits, technicianDays, runs, null);
    }

    private static void add(Set<Day> all, Collection<String> codes, Collection<LocalDate> days) {
        codes.forEach(code -> days.forEach(day -> all.add(new Day(code, day))));
    }

    private static List<String> codes(JdbcClient database, String table, String office) {
        return database.sql("select code from " + table + " where office = ?")
                .param(office)
                .query(String.class)
                .list();
    }
}
