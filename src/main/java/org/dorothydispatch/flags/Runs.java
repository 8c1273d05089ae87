package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dorothydispatch.rules.RouteFacts;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who drives a run: whoever has most of its live visits; the route's usual technician when none or several have. */
final class Runs {

    private Runs() {}

    /**
     * Who will drive the run once some visits have left it and others were put on it with a technician of their own.
     * When nobody is left, whoever drives it now.
     */
    static @Nullable String technician(
            JdbcClient database, Day run, Collection<String> leaving, Collection<String> joining) {
        var technicians = new HashMap<String, @Nullable String>();
        database.sql("select v.code, v.technician from visit v where v.route = ? and v.planned_on = ?" + VisitRow.LIVE)
                .params(run.code(), run.date())
                .query(row -> {
                    technicians.put(row.getString(1), row.getString(2));
                });
        var now = technicians.values().stream().filter(Objects::nonNull).toList();
        technicians.keySet().removeAll(leaving);
        var then = new ArrayList<>(joining);
        technicians.values().stream().filter(Objects::nonNull).forEach(then::add);
        var most = mostOf(then.isEmpty() ? now : then);
        return most != null
                ? most
                : database.sql("select technician from route where code = ?")
                        .param(run.code())
                        .query(String.class)
                        .list()
                        .getFirst();
    }

    /** Who drives a run, as their own office knows them: there an absence is known first. */
    static @Nullable TechnicianFacts driver(World world, RouteFacts route, LocalDate date) {
        var driver = technician(route, world.ofRun(route, date));
        return driver == null ? null : world.findTechnician(driver.code()).orElse(driver);
    }

    /** Who comes up most often; nobody when several do. */
    static Optional<TechnicianFacts> most(List<TechnicianFacts> technicians) {
        var most = mostOf(technicians.stream().map(TechnicianFacts::code).toList());
        return technicians.stream().filter(one -> one.code().equals(most)).findFirst();
    }

    private static @Nullable TechnicianFacts technician(RouteFacts route, List<VisitFacts> visits) {
        TechnicianFacts only = null;
        var several = false;
        for (var visit : visits) {
            var technician = visit.assignment().technician();
            if (technician != null && only != null && !only.code().equals(technician.code())) {
                several = true;
                break;
            }
            only = technician != null ? technician : only;
        }
        if (!several) {
            return only != null ? only : route.technician();
        }
        var technicians = visits.stream()
                .map(visit -> visit.assignment().technician())
                .filter(Objects::nonNull)
                .toList();
        return most(technicians).orElse(route.technician());
    }

    private static @Nullable String mostOf(Collection<@Nullable String> technicians) {
        var counts = new HashMap<String, Integer>();
        technicians.stream().filter(Objects::nonNull).forEach(one -> counts.merge(one, 1, Integer::sum));
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        var leaders = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return leaders.size() == 1 ? leaders.getFirst() : null;
    }
}
