package org.dorothydispatch.printing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.printing.PrintService.Driver;
import org.dorothydispatch.printing.RunSheet.Came;
import org.dorothydispatch.printing.RunSheet.Lights;
import org.dorothydispatch.shared.Cells;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is printed, by plain SQL over the tables of other modules, never written to. */
@Component
class PrintRows {

    /** How many of those who came are named. */
    private static final int CAME = 4;

    private static final int PORTION = 1_000;

    private static final String VISIT = """
            select v.code, v.customer, c.name, c.goes_by, c.phone, c.remember, s.address, s.access, s.latitude, s.longitude,
                   a.service, v.planned_on, v.start_time, v.minutes, v.status, v.route, r.name, v.technician, t.name,
                   v.board_office, v.note, d.customer_light, d.company_light, n.question
            from visit v join customer c on c.code = v.customer join site s on s.code = v.site
            left join agreement a on a.code = v.agreement left join route r on r.code = v.route
            left join technician t on t.code = v.technician left join verdict d on d.visit = v.code
            left join ask_next_time n on n.customer = v.customer
            """;

    private static final String IN_ORDER = " order by v.planned_on, v.start_time, v.code";

    private final JdbcClient jdbc;

    PrintRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Visit(
            String code,
            String customer,
            String name,
            String calledName,
            @Nullable String phone,
            @Nullable String remember,
            @Nullable String address,
            @Nullable String access,
            double latitude,
            double longitude,
            @Nullable String service,
            @Nullable LocalDate date,
            @Nullable LocalTime start,
            int minutes,
            String status,
            @Nullable String route,
            @Nullable String routeName,
            @Nullable String technician,
            @Nullable String technicianName,
            String boardOffice,
            @Nullable String note,
            @Nullable String ask,
            @Nullable Lights lights) {}

    record Technician(String code, String name, String office, LocalTime shiftStart, LocalTime shiftEnd) {}

    record Route(String code, String name, @Nullable String technicianName, Set<DayOfWeek> weekdays) {}

    Optional<Technician> technician(String code) {
        return jdbc.sql("select code, name, office, shift_start, shift_end from technician where code = ?")
                .param(code)
                .query((row, n) -> new Technician(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, LocalTime.class)).orElse(LocalTime.of(8, 0)),
                        Optional.ofNullable(row.getObject(5, LocalTime.class)).orElse(LocalTime.of(17, 0))))
                .optional();
    }

    Optional<String> absence(String technician, LocalDate date) {
        return jdbc
                .sql("select kind from absence where technician = ? and from_on <= ? and to_on >= ? order by id")
                .params(technician, date, date)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    List<Visit> run(String technician, LocalDate date) {
        return jdbc.sql(VISIT
                        + " where v.technician = ? and v.planned_on = ? and v.status in ('planned', 'confirmed', 'done')"
                        + IN_ORDER)
                .params(technician, date)
                .query((row, n) -> visit(row))
                .list();
    }

    List<Visit> onBoard(String office, LocalDate from, LocalDate to) {
        return jdbc.sql(VISIT
                        + " where v.board_office = ? and v.planned_on between ? and ?"
                        + " and v.status in ('planned', 'confirmed', 'done')" + IN_ORDER)
                .params(office, from, to)
                .query((row, n) -> visit(row))
                .list();
    }

    /** Names of who falls due up to a day and has no day yet, who is waiting longest first. */
    List<String> waiting(String office, LocalDate to) {
        return jdbc.sql("""
                        select coalesce(nullif(c.goes_by, ''), c.name) from visit v join customer c on c.code = v.customer
                        where v.board_office = ? and v.status = 'unassigned' and v.due_on <= ? order by v.due_on, v.code
                        """).params(office, to).query(String.class).list();
    }

    List<Route> routes(String office) {
        return jdbc.sql("""
                        select r.code, r.name, t.name, r.weekdays from route r left join technician t on t.code = r.technician
                        where r.office = ? order by r.name, r.code
                        """)
                .param(office)
                .query((row, n) -> new Route(
                        row.getString(1), row.getString(2), row.getString(3), Cells.workingDays(row.getString(4))))
                .list();
    }

    /** Who has something to do on a day: on this office's board, or as one of its technicians anywhere. */
    List<Driver> technicians(String office, LocalDate date) {
        return jdbc.sql("""
                        select t.code, t.name, count(*) from visit v join technician t on t.code = v.technician
                        where v.planned_on = :date and v.status in ('planned', 'confirmed', 'done')
                          and (v.board_office = :office or t.office = :office)
                        group by t.code, t.name order by t.name, t.code
                        """)
                .param("office", office)
                .param("date", date)
                .query((row, n) -> new Driver(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    Map<String, String> technicianNames(Collection<String> codes) {
        var names = new HashMap<String, String>();
        for (var portion : portions(codes)) {
            jdbc.sql("select code, name from technician where code in (:codes)")
                    .param("codes", portion)
                    .query(row -> {
                        names.put(row.getString(1), row.getString(2));
                    });
        }
        return names;
    }

    /** What these visits break of their customers' wishes, in sentences, by visit. */
    Map<String, List<String>> broken(Collection<String> visits) {
        var broken = new HashMap<String, List<String>>();
        for (var portion : portions(visits)) {
            jdbc.sql("""
                            select visit, message from flag where visit in (:visits) and side = 'customer' and outcome = 'BROKEN'
                            order by visit, case level when 'promised' then 0 when 'will_try' then 1 else 2 end, kind, code
                            """).param("visits", portion).query(row -> {
                broken.computeIfAbsent(row.getString(1), visit -> new ArrayList<>(1))
                        .add(row.getString(2));
            });
        }
        return broken;
    }

    /** Who came to these customers before a day, the latest first, by customer. */
    Map<String, List<Came>> cameBefore(Collection<String> customers, LocalDate date) {
        var came = new HashMap<String, List<Came>>();
        for (var portion : portions(customers)) {
            jdbc.sql("""
                            select customer, name, planned_on from (
                                select v.customer, t.name, v.planned_on, row_number() over (
                                    partition by v.customer order by v.planned_on desc, v.start_time desc, v.code) as place
                                from visit v join technician t on t.code = v.technician
                                where v.customer in (:customers) and v.planned_on < :date
                                  and v.status in ('planned', 'confirmed', 'done')) latest
                            where place <= :most order by customer, place
                            """)
                    .param("customers", portion)
                    .param("date", date)
                    .param("most", CAME)
                    .query(row -> {
                        came.computeIfAbsent(row.getString(1), customer -> new ArrayList<>(CAME))
                                .add(new Came(row.getString(2), row.getObject(3, LocalDate.class)));
                    });
        }
        return came;
    }

    private static List<List<String>> portions(Collection<String> codes) {
        var all = codes.stream().distinct().toList();
        var portions = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(from + PORTION, all.size())));
        }
        return portions;
    }

    private static Visit visit(ResultSet row) throws SQLException {
        var goesBy = row.getString(4);
        int customerLight = row.getInt(22);
        boolean judged = !row.wasNull();
        return new Visit(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                goesBy == null || goesBy.isBlank() ? row.getString(3) : goesBy,
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getDouble(9),
                row.getDouble(10),
                row.getString(11),
                row.getObject(12, LocalDate.class),
                row.getObject(13, LocalTime.class),
                row.getInt(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                row.getString(21),
                row.getString(24),
                judged ? new Lights(Light.of(customerLight), Light.of(row.getInt(23))) : null);
    }
}
