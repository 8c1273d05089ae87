package org.dorothydispatch.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Street and words of those whom one technician meets on one day, as far as the offices that are asked for show them. */
@Service
class StopDetails {

    private static final String REMEMBER = "REMEMBER";

    private final JdbcClient jdbc;
    private final BoardAccess access;

    StopDetails(JdbcClient jdbc, BoardAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    private record Where(
            String visit,
            String customer,
            @Nullable String street,
            @Nullable String remember) {}

    /** What one customer has said, and what everybody should know who goes there. */
    private static final class Said {

        private final List<String> words = new ArrayList<>();
        private final List<String> remember = new ArrayList<>();
    }

    BoardStops read(Collection<String> offices, String technician, LocalDate date) {
        access.requireOffices(offices);
        var stops = jdbc.sql("""
                        select v.code, v.customer, s.address, c.remember
                        from visit v
                        join customer c on c.code = v.customer
                        join site s on s.code = v.site
                        where v.board_office in (:offices) and v.technician = :technician and v.planned_on = :date
                          and v.status not in ('cancelled', 'unassigned')
                        order by v.start_time, v.code
                        """)
                .param("offices", offices)
                .param("technician", technician)
                .param("date", date)
                .query((row, n) -> new Where(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        var said = said(stops.stream().map(Where::customer).distinct().toList(), date);
        return new BoardStops(stops.stream()
                .map(stop -> stop(stop, said.getOrDefault(stop.customer(), new Said())))
                .toList());
    }

    private static BoardStops.Stop stop(Where where, Said said) {
        var remember = new ArrayList<String>();
        if (where.remember() != null && !where.remember().isBlank()) {
            remember.add(where.remember());
        }
        remember.addAll(said.remember);
        return new BoardStops.Stop(where.visit(), where.street(), remember, said.words);
    }

    private Map<String, Said> said(List<String> customers, LocalDate date) {
        var said = new HashMap<String, Said>();
        if (!customers.isEmpty()) {
            jdbc.sql("""
                            select customer, kind, words from preference
                            where customer in (:customers) and words is not null and answer <> 'declined'
                              and (valid_from is null or valid_from <= :date) and (valid_to is null or valid_to >= :date)
                            order by heard_on, code
                            """).param("customers", customers).param("date", date).query(row -> {
                var of = said.computeIfAbsent(row.getString(1), customer -> new Said());
                (REMEMBER.equals(row.getString(2)) ? of.remember : of.words).add(row.getString(3));
            });
        }
        return said;
    }
}
