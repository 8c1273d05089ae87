package org.dorothydispatch.flags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.dorothydispatch.rules.SiteFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.jspecify.annotations.Nullable;

/** A visit as the database has it, with the site and the name that every question needs. */
record VisitRow(
        String code,
        String customer,
        String name,
        @Nullable String goesBy,
        String office,
        SiteFacts site,
        @Nullable String agreement,
        LocalDate dueOn,
        @Nullable LocalDate date,
        @Nullable LocalTime start,
        int minutes,
        @Nullable String route,
        @Nullable String technician,
        VisitStatus status,
        boolean pinned,
        @Nullable LocalDateTime notifiedAt,
        String boardOffice,
        int version) {

    /** To be followed by a condition. */
    static final String SELECT = """
            select v.code, v.customer, c.name, c.goes_by, c.office, v.site, s.latitude, s.longitude, v.agreement,
                   v.due_on, v.planned_on, v.start_time, v.minutes, v.route, v.technician, v.status, v.pinned,
                   v.notified_at, v.board_office, v.version
            from visit v join customer c on c.code = v.customer join site s on s.code = v.site
            """;

    /** What takes a technician's time and counts for a customer. */
    static final String LIVE = " and v.status in ('planned', 'confirmed', 'done')";

    static VisitRow read(ResultSet row, int number) throws SQLException {
        return new VisitRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new SiteFacts(row.getString(6), row.getDouble(7), row.getDouble(8)),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                row.getObject(12, LocalTime.class),
                row.getInt(13),
                row.getString(14),
                row.getString(15),
                VisitStatus.of(row.getString(16)),
                row.getBoolean(17),
                row.getObject(18, LocalDateTime.class),
                row.getString(19),
                row.getInt(20));
    }

    /** Planned or confirmed for a day and a person: flags are kept for it. */
    boolean judged() {
        return (status == VisitStatus.PLANNED || status == VisitStatus.CONFIRMED) && date != null && technician != null;
    }

    /** Takes a technician's time and counts for the customer; what {@link #LIVE} says. */
    boolean live() {
        return status.live();
    }

    /** Notes the technician's day and the run on which it stands. */
    void addTo(Set<Day> technicianDays, Set<Day> runs) {
        if (date != null && technician != null) {
            technicianDays.add(new Day(technician, date));
        }
        if (date != null && route != null) {
            runs.add(new Day(route, date));
        }
    }

    /** Not yet served, missed or called off. */
    boolean open() {
        return status == VisitStatus.UNASSIGNED || status == VisitStatus.PLANNED || status == VisitStatus.CONFIRMED;
    }

    String calledName() {
        return goesBy == null || goesBy.isBlank() ? name : goesBy;
    }
}
