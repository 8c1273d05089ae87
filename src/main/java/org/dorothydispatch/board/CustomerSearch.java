package org.dorothydispatch.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers by what people say of them: name, what they are called, street, telephone. */
@Service
class CustomerSearch {

    static final int MOST = 20;
    static final int LONGEST = 100;
    private static final int MOST_TERMS = 5;
    private static final int LEAST_DIGITS = 3;

    private final JdbcClient jdbc;
    private final CurrentUser current;
    private final BoardAccess access;
    private final Clock clock;
    /** How a column is read so that case, and where the database can, accents do not matter. */
    private final String reading;

    CustomerSearch(JdbcClient jdbc, DataSource source, CurrentUser current, BoardAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.access = access;
        this.clock = clock;
        this.reading = isMySql(source) ? "%s collate utf8mb4_0900_ai_ci" : "lower(%s)";
    }

    private static boolean isMySql(DataSource source) {
        try {
            return "MySQL".equals(JdbcUtils.extractDatabaseMetaData(source, data -> data.getDatabaseProductName()));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not say what it is.", e);
        }
    }

    private record Row(
            String code,
            String name,
            String fullName,
            String office,
            String zone,
            @Nullable String street) {}

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
        var offices = current.offices();
        var terms = Arrays.stream(question.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(term -> !term.isEmpty())
                .limit(MOST_TERMS)
                .toList();
        if (terms.isEmpty() || offices.isEmpty()) {
            return List.of();
        }
        var rows = rows(terms, offices, question);
        var stops = stops(rows.stream().map(Row::code).toList(), offices);
        return rows.stream().map(row -> found(row, stops)).toList();
    }

    private List<Row> rows(List<String> terms, Set<String> offices, String question) {
        var sql = new StringBuilder("""
                select c.code, coalesce(nullif(c.goes_by, ''), c.name) called, c.name, c.office, o.time_zone,
                       (select min(s.address) from site s where s.customer = c.code) street
                from customer c join office o on o.code = c.office
                where c.office in (:offices)""");
        var digits = question.replaceAll("[^0-9]", "");
        var phone = digits.length() >= LEAST_DIGITS && question.strip().matches("[0-9+()/.\\s-]+");
        var words = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            words.append(i == 0 ? "" : " and ")
                    .append("(%s like :t%d escape '!' or %s like :t%d escape '!' or exists (select 1 from site s"
                            .formatted(reading("c.name"), i, reading("c.goes_by"), i))
                    .append(" where s.customer = c.code and %s like :t%d escape '!'))"
                            .formatted(reading("s.address"), i));
        }
        sql.append(" and (").append(words);
        if (phone) {
            sql.append(" or regexp_replace(c.phone, '[^0-9]', '') like :phone");
        }
        sql.append(") order by case when %s like :start escape '!' or %s like :start escape '!' then 0 else 1 end"
                        .formatted(reading("c.goes_by"), reading("c.name")))
                .append(", called, c.code limit ")
                .append(MOST);
        var statement =
                jdbc.sql(sql.toString()).param("offices", offices).param("start", escaped(terms.getFirst()) + "%");
        for (int i = 0; i < terms.size(); i++) {
            statement = statement.param("t" + i, "%" + escaped(terms.get(i)) + "%");
        }
        if (phone) {
            statement = statement.param("phone", "%" + digits + "%");
        }
        return statement.query(CustomerSearch::row).list();
    }

    private String reading(String column) {
        return reading.formatted(column);
    }

    private static String escaped(String term) {
        return term.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
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

    private FoundCustomer found(Row row, Map<String, List<Stop>> all) {
        var today = LocalDate.now(clock.withZone(ZoneId.of(row.zone())));
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
