package org.dorothydispatch.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.board.BoardRows.StopRow;
import org.dorothydispatch.board.BoardRows.TechnicianRow;
import org.dorothydispatch.travel.TravelTimes;
import org.springframework.stereotype.Service;

/** One day of some offices, for a board that shows its hours. */
@Service
public class BoardDays {

    private final BoardRows rows;
    private final BoardAccess access;
    private final TravelTimes travel;

    BoardDays(BoardRows rows, BoardAccess access, TravelTimes travel) {
        this.rows = rows;
        this.access = access;
        this.travel = travel;
    }

    /** Numbers before facts, as in {@link BoardSnapshots#read}. */
    public BoardDay read(Collection<String> offices, LocalDate date) {
        access.requireOffices(offices);
        var officesNow = rows.offices(offices);
        var technicians = rows.technicians(offices, rows.driving(offices, date), date);
        var codes = technicians.stream().map(TechnicianRow::code).toList();
        var absences = new Runs(technicians, rows.absences(codes, date, date), List.of());
        var byTechnician = byTechnician(rows.stops(codes, date));
        var drives = drives(byTechnician);
        return new BoardDay(
                date,
                officesNow.stream()
                        .map(office -> new BoardDay.Office(
                                office.code(),
                                office.seq(),
                                technicians.stream()
                                        .filter(technician ->
                                                technician.office().equals(office.code())
                                                        || offices(byTechnician, technician)
                                                                .contains(office.code()))
                                        .map(technician -> shift(technician, absences, date))
                                        .toList(),
                                drives.getOrDefault(office.code(), List.of())))
                        .toList());
    }

    private static BoardDay.Shift shift(TechnicianRow technician, Runs absences, LocalDate date) {
        return new BoardDay.Shift(
                technician.code(), technician.shiftStart(), technician.shiftEnd(), absences.away(technician, date));
    }

    private static Map<String, List<StopRow>> byTechnician(List<StopRow> stops) {
        var byTechnician = new LinkedHashMap<String, List<StopRow>>();
        stops.forEach(stop -> byTechnician
                .computeIfAbsent(stop.technician(), technician -> new ArrayList<>())
                .add(stop));
        return byTechnician;
    }

    private static Set<String> offices(Map<String, List<StopRow>> byTechnician, TechnicianRow technician) {
        var offices = new HashSet<String>();
        byTechnician.getOrDefault(technician.code(), List.of()).forEach(stop -> offices.add(stop.office()));
        return offices;
    }

    /** By the office of the visit they lead to. A drive from a stop this person may not see is left out, not guessed. */
    private Map<String, List<BoardDay.Drive>> drives(Map<String, List<StopRow>> byTechnician) {
        var drives = new HashMap<String, List<BoardDay.Drive>>();
        for (var stops : byTechnician.values()) {
            for (int i = 1; i < stops.size(); i++) {
                var from = stops.get(i - 1);
                var to = stops.get(i);
                if (access.maySee(from.office())) {
                    drives.computeIfAbsent(to.office(), office -> new ArrayList<>())
                            .add(new BoardDay.Drive(from.visit(), to.visit(), minutes(from, to)));
                }
            }
        }
        return drives;
    }

    private int minutes(StopRow from, StopRow to) {
        return Math.toIntExact(
                Math.round(travel.driveMinutes(from.latitude(), from.longitude(), to.latitude(), to.longitude())));
    }
}
