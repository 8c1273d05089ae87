package org.dorothydispatch.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.board.BoardRows.AbsenceRow;
import org.dorothydispatch.board.BoardRows.RouteRow;
import org.dorothydispatch.board.BoardRows.RunShare;
import org.dorothydispatch.board.BoardRows.TechnicianRow;
import org.jspecify.annotations.Nullable;

/** Who drives each route on each day, and whether they can. */
final class Runs {

    private final Map<String, TechnicianRow> technicians = new LinkedHashMap<>();
    private final Map<String, List<AbsenceRow>> absences = new HashMap<>();
    private final Map<String, Map<LocalDate, Map<String, Integer>>> shares = new HashMap<>();

    Runs(Collection<TechnicianRow> technicians, Collection<AbsenceRow> absences, Collection<RunShare> shares) {
        technicians.forEach(technician -> this.technicians.put(technician.code(), technician));
        absences.forEach(absence -> this.absences
                .computeIfAbsent(absence.technician(), technician -> new ArrayList<>())
                .add(absence));
        shares.forEach(share -> this.shares
                .computeIfAbsent(share.route(), route -> new HashMap<>())
                .computeIfAbsent(share.date(), date -> new HashMap<>())
                .put(share.technician(), share.visits()));
    }

    List<Run> of(Collection<RouteRow> routes, Collection<LocalDate> days) {
        var runs = new ArrayList<Run>(routes.size() * days.size());
        for (var route : routes) {
            for (var day : days) {
                runs.add(of(route, day));
            }
        }
        return runs;
    }

    List<BoardSnapshot.Absence> absences(Collection<LocalDate> days) {
        var away = new ArrayList<BoardSnapshot.Absence>();
        for (var technician : technicians.values()) {
            for (var day : days) {
                var why = away(technician, day);
                if (why != null) {
                    away.add(new BoardSnapshot.Absence(technician.code(), day, why));
                }
            }
        }
        return away;
    }

    private Run of(RouteRow route, LocalDate day) {
        var visits = shares.getOrDefault(route.code(), Map.of()).getOrDefault(day, Map.of());
        var code = mostCommon(visits, route.technician());
        var technician = code == null ? null : technicians.get(code);
        var away = technician == null ? null : away(technician, day);
        if (away == null && visits.isEmpty() && !route.runs(day)) {
            away = "off";
        }
        return new Run(route.code(), day, code, away, technician == null ? 0 : technician.shift());
    }

    /** Why the technician does not work that day; null when they do. */
    @Nullable
    String away(TechnicianRow technician, LocalDate day) {
        for (var absence : absences.getOrDefault(technician.code(), List.of())) {
            if (!day.isBefore(absence.from()) && !day.isAfter(absence.to())) {
                return absence.kind();
            }
        }
        return technician.works(day) ? null : "off";
    }

    private static @Nullable String mostCommon(Map<String, Integer> visits, @Nullable String usual) {
        String best = usual;
        int most = 0;
        for (var share : visits.entrySet()) {
            if (share.getValue() > most) {
                most = share.getValue();
                best = share.getKey();
            } else if (share.getValue() == most) {
                best = usual;
            }
        }
        return best;
    }
}
