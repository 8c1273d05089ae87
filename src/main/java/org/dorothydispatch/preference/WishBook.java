package org.dorothydispatch.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.shared.Cells;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What many customers have stated, read in a few statements: for screens and paper that show a whole day. Whoever calls
 * has asked whether the person may read these customers.
 */
@Service
public class WishBook {

    private static final int PORTION = 1_000;

    private final JdbcClient jdbc;

    WishBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What these customers have said and were not declined, by customer, promises first; customers without are left out. */
    public Map<String, List<PreferenceRow>> of(Collection<String> customers) {
        var technicians = new HashMap<String, List<String>>();
        var wishes = new HashMap<String, List<PreferenceRow>>();
        for (var portion : portions(customers)) {
            jdbc.sql("""
                            select pt.preference, pt.technician from preference_technician pt
                            join preference p on p.code = pt.preference where p.customer in (:customers)
                            order by pt.preference, pt.position
                            """).param("customers", portion).query(row -> {
                technicians
                        .computeIfAbsent(row.getString(1), wish -> new ArrayList<>(2))
                        .add(row.getString(2));
            });
            jdbc.sql("""
                            select code, customer, kind, weekdays, from_time, to_time, dates_from, dates_to, number_value, days_value,
                                   language, skill, answer, words, heard_on, heard_by, channel, review_on, valid_from, valid_to, version
                            from preference where customer in (:customers) and answer <> 'declined'
                            order by case answer when 'promised' then 0 when 'will_try' then 1 else 2 end, heard_on, code
                            """).param("customers", portion).query(row -> {
                wishes.computeIfAbsent(row.getString(2), customer -> new ArrayList<>(2))
                        .add(wish(row, technicians.getOrDefault(row.getString(1), List.of())));
            });
        }
        return wishes;
    }

    private static List<List<String>> portions(Collection<String> codes) {
        var all = codes.stream().distinct().toList();
        var portions = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(from + PORTION, all.size())));
        }
        return portions;
    }

    private static PreferenceRow wish(ResultSet row, List<String> technicians) throws SQLException {
        return new PreferenceRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                technicians,
                Cells.weekdays(row.getString(4)),
                row.getObject(5, LocalTime.class),
                row.getObject(6, LocalTime.class),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                number(row, 9),
                number(row, 10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getObject(15, LocalDate.class),
                row.getString(16),
                row.getString(17),
                row.getObject(18, LocalDate.class),
                row.getObject(19, LocalDate.class),
                row.getObject(20, LocalDate.class),
                null,
                null,
                row.getInt(21));
    }

    private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
