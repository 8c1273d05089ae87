package org.dorothydispatch.technicianday;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.technicianday.TechnicianDay.Came;
import org.dorothydispatch.technicianday.TechnicianDay.NewHere;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the day is made of, by plain SQL over the tables of other modules, never written to. */
@Component
class DayRows {

    /** How many of those who came are shown. */
    private static final int CAME = 5;

    private static final String VISIT = """
            select v.code, v.customer, """ + CustomerName.CALLED + """
                   , c.name, c.office, o.time_zone,
                   v.board_office, v.planned_on, v.start_time, v.minutes, v.status, v.technician, t.name, a.service,
                   s.address, c.phone, s.access, v.note, c.remember, c.technician, n.question
            from visit v join customer c on c.code = v.customer join office o on o.code = c.office
            join site s on s.code = v.site left join agreement a on a.code = v.agreement
            left join technician t on t.code = v.technician left join ask_next_time n on n.customer = v.customer
            """;

    private final JdbcClient jdbc;

    DayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Technician(String code, String name, String office, String officeName, ZoneId zone) {}

    /**
     * @param zone of the customer's office
     * @param theirs the code of the customer's own technician
     * @param ask what somebody wants to know from the customer when they are next seen
     */
    record Visit(
            String code,
            String customer,
            String name,
            String fullName,
            String office,
            ZoneId zone,
            String boardOffice,
            @Nullable LocalDate date,
            @Nullable LocalTime start,
            int minutes,
            String status,
            @Nullable String technician,
            @Nullable String technicianName,
            @Nullable String service,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String access,
            @Nullable String note,
            @Nullable String remember,
            @Nullable String theirs,
            @Nullable String ask) {

        boolean open() {
            return status.equals("planned") || status.equals("confirmed");
        }
    }

    Optional<Technician> technician(String code) {
        return jdbc.sql("""
                        select t.code, t.name, t.office, o.name, o.time_zone
                        from technician t join office o on o.code = t.office where t.code = ?""")
                .param(code)
                .query((row, n) -> new Technician(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        ZoneId.of(row.getString(5))))
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

    /** A day in its order; what has no start comes last. */
    List<Visit> run(String technician, LocalDate date) {
        return jdbc.sql(VISIT + """
                        where v.technician = ? and v.planned_on = ?
                          and v.status in ('planned', 'confirmed', 'done', 'missed')
                        order by case when v.start_time is null then 1 else 0 end, v.start_time, v.code""")
                .params(technician, date)
                .query(DayRows::visit)
                .list();
    }

    /** What was done or is planned on these days, both included, in its order. */
    List<Visit> runs(String technician, LocalDate from, LocalDate to) {
        return jdbc.sql(VISIT + """
                        where v.technician = ? and v.planned_on between ? and ?
                          and v.status in ('planned', 'confirmed', 'done')
                        order by v.planned_on, case when v.start_time is null then 1 else 0 end, v.start_time, v.code""")
                .params(technician, from, to)
                .query(DayRows::visit)
                .list();
    }

    /** What they began on an earlier day and never closed. */
    List<Visit> begun(String technician, LocalDate before) {
        return jdbc.sql(VISIT + """
                        join visit_progress p on p.visit = v.code and p.technician = v.technician
                        where p.technician = ? and p.checked_out_at is null and p.checked_in_at is not null
                          and v.planned_on < ? and v.status in ('planned', 'confirmed')
                        order by v.planned_on, v.start_time, v.code""")
                .params(technician, before)
                .query(DayRows::visit)
                .list();
    }

    Optional<Visit> visit(String code) {
        return jdbc.sql(VISIT + "where v.code = ?")
                .param(code)
                .query(DayRows::visit)
                .optional();
    }

    /** Held to the end of the transaction. */
    void lock(String visit) {
        jdbc.sql("select code from visit where code = ? for update")
                .param(visit)
                .query(String.class)
                .optional();
    }

    /** Who served these customers before a day, the latest first, by customer. */
    Map<String, List<Came>> came(Collection<String> customers, LocalDate before) {
        var came = new HashMap<String, List<Came>>();
        if (!customers.isEmpty()) {
            jdbc.sql("""
                            select customer, code, name, planned_on from (
                                select v.customer, t.code, t.name, v.planned_on, row_number() over (
                                    partition by v.customer order by v.planned_on desc, v.start_time desc, v.code) as place
                                from visit v join technician t on t.code = v.technician
                                where v.customer in (:customers) and v.planned_on < :before and v.status = 'done') latest
                            where place <= :most order by customer, place""")
                    .param("customers", customers)
                    .param("before", before)
                    .param("most", CAME)
                    .query(row -> {
                        came.computeIfAbsent(row.getString(1), customer -> new ArrayList<>(CAME))
                                .add(new Came(row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)));
                    });
        }
        return came;
    }

    /** Those of the customers whom the technician has served before a day. */
    Set<String> served(Collection<String> customers, String technician, LocalDate before) {
        return customers.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                                select distinct customer from visit
                                where customer in (:customers) and technician = :technician and status = 'done'
                                  and planned_on < :before""")
                        .param("customers", customers)
                        .param("technician", technician)
                        .param("before", before)
                        .query(String.class)
                        .list());
    }

    /** When these customers met the technician first, and who served them on that day. */
    Map<String, NewHere> introductions(Collection<String> customers, String technician, LocalDate upTo) {
        var met = new HashMap<String, NewHere>();
        if (!customers.isEmpty()) {
            jdbc.sql("""
                            select i.customer, i.met_on,
                                   (select min(t.name) from visit v join technician t on t.code = v.technician
                                    where v.customer = i.customer and v.planned_on = i.met_on and v.status = 'done'
                                      and v.technician <> i.technician)
                            from introduction i
                            where i.customer in (:customers) and i.technician = :technician and i.met_on <= :upTo
                            order by i.met_on desc""")
                    .param("customers", customers)
                    .param("technician", technician)
                    .param("upTo", upTo)
                    .query(row -> {
                        met.put(row.getString(1), new NewHere(row.getObject(2, LocalDate.class), row.getString(3)));
                    });
        }
        return met;
    }

    /** Whether the technician has, or had, a visit of this customer: then they may write down what the customer says. */
    boolean visits(String technician, String customer) {
        return jdbc.sql("select count(*) from visit where customer = ? and technician = ?")
                        .params(customer, technician)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                ZoneId.of(row.getString(6)),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalTime.class),
                row.getInt(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                row.getString(21));
    }
}
