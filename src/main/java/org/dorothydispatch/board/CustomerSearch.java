package org.dorothydispatch.board;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.customer.CustomerFinder;
import org.dorothydispatch.customer.CustomerFound;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers by what people say of them: name, what they are called, street, telephone. */
@Service
class CustomerSearch {

    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final CurrentUser current;
    private final BoardAccess access;
    private final CustomerFinder finder;
    private final OfficeService offices;

    CustomerSearch(
            JdbcClient jdbc, CustomerFinder finder, OfficeService offices, CurrentUser current, BoardAccess access) {
        this.jdbc = jdbc;
        this.finder = finder;
        this.offices = offices;
        this.current = current;
        this.access = access;
    }

    private record Stop(
            String visit,
            String board,
            String status,
            @Nullable LocalDate date,
            LocalDate due) {}

    /** At most {@link #MOST} customers of the offices of whoever asks, those whose name begins so first. */
    @Transactional(readOnly = true)
    public List<FoundCustomer> find(String question) {
        access.requireReader();
        var rows = finder.find(question, MOST);
        var stops = stops(rows.stream().map(CustomerFound::code).toList(), current.offices());
        var days = offices.list().stream().collect(toMap(OfficeRow::code, office -> offices.today(office.code())));
        return rows.stream()
                .map(row -> found(row, stops, days.get(row.office())))
                .toList();
    }

    /** What is open of each customer on boards that this person may see, in the order of time. */
    private Map<String, List<Stop>> stops(List<String> customers, Set<String> offices) {
        var stops = new HashMap<String, List<Stop>>();
        if (!customers.isEmpty()) {
            jdbc.sql("""
                            select v.customer, v.code, v.board_office, v.status, v.planned_on, v.due_on from visit v
                            where v.customer in (:customers) and v.board_office in (:offices)
                              and v.status in ('planned', 'confirmed', 'unassigned')
                            order by coalesce(v.planned_on, v.due_on), v.start_time, v.code""")
                    .param("customers", customers)
                    .param("offices", offices)
                    .query(row -> {
                        stops.computeIfAbsent(row.getString(1), customer -> new ArrayList<>())
                                .add(new Stop(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getObject(5, LocalDate.class),
                                        row.getObject(6, LocalDate.class)));
                    });
        }
        return stops;
    }

    private static FoundCustomer found(CustomerFound row, Map<String, List<Stop>> all, LocalDate today) {
        var stops = all.getOrDefault(row.code(), List.of());
        var next = stops.stream()
                .filter(stop -> stop.date() == null || !stop.date().isBefore(today))
                .findFirst()
                .orElse(stops.isEmpty() ? null : stops.getLast());
        var waits = next == null || next.status().equals("unassigned");
        return new FoundCustomer(
                row.code(),
                row.name(),
                row.fullName(),
                row.office(),
                row.street(),
                next == null ? null : next.visit(),
                next == null ? null : next.board(),
                waits ? null : next.date());
    }
}
