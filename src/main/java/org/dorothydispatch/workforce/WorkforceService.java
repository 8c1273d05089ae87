package org.dorothydispatch.workforce;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works at an office, when they are away, and the routes they usually drive. */
@Service
@Transactional(readOnly = true)
public class WorkforceService {

    private final TechnicianRepository technicians;
    private final AbsenceRepository absences;
    private final RouteRepository routes;
    private final CurrentUser current;

    WorkforceService(
            TechnicianRepository technicians, AbsenceRepository absences, RouteRepository routes, CurrentUser current) {
        this.technicians = technicians;
        this.absences = absences;
        this.routes = routes;
        this.current = current;
    }

    /** The technicians of an office, by name. */
    public List<TechnicianRow> technicians(String office) {
        current.requireOffice(office);
        return technicians.findByOfficeOrderByNameAscCodeAsc(office).stream()
                .map(Technician::row)
                .toList();
    }

    public TechnicianRow technician(String technician) {
        var found = technicians
                .findById(technician)
                .orElseThrow(() -> new IllegalArgumentException("There is no technician (%s).".formatted(technician)));
        current.requireOffice(found.office());
        return found.row();
    }

    /**
     * The names of these technicians. A name may be seen across offices: whoever came to a customer is named to the
     * customer's own office.
     */
    public Map<String, String> names(Collection<String> technicians) {
        return this.technicians.findByCodeIn(technicians).stream()
                .map(Technician::row)
                .collect(toMap(TechnicianRow::code, TechnicianRow::name));
    }

    /** Who of an office is away in the period, both ends included. */
    public List<AbsenceRow> absences(String office, LocalDate from, LocalDate to) {
        var codes = technicians(office).stream().map(TechnicianRow::code).toList();
        return absences.findBetween(codes, from, to).stream().map(Absence::row).toList();
    }

    /** The routes of these offices, by office and name. */
    public List<RouteRow> routes(Collection<String> offices) {
        offices.forEach(current::requireOffice);
        return routes.findByOfficeInOrderByOfficeAscNameAscCodeAsc(offices).stream()
                .map(Route::row)
                .toList();
    }
}
