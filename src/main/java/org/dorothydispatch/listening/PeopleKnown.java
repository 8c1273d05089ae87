package org.dorothydispatch.listening;

import java.util.Optional;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.office.OfficeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who at our company a customer knows by name: their technician, else whoever came most often in the last year and came
 * more than once, else who sold them the service. Whoever has left is nobody to write to.
 */
@Component
class PeopleKnown {

    private final OfficeService offices;
    private final JdbcClient database;

    PeopleKnown(OfficeService offices, JdbcClient database) {
        this.offices = offices;
        this.database = database;
    }

    Optional<WritesTo> by(CustomerDetails customer) {
        var today = offices.today(customer.office());
        return database.sql("select name from technician where code = ? and (ends_on is null or ends_on >= ?)")
                .params(customer.technician() == null ? "" : customer.technician(), today)
                .query(String.class)
                .optional()
                .map(name -> new WritesTo(name, "their technician"))
                .or(() -> database.sql("""
                                select t.name, count(*) times, max(v.planned_on) last
                                from visit v join technician t on t.code = v.technician
                                where v.customer = ? and v.status = 'done' and v.planned_on > ?
                                  and (t.ends_on is null or t.ends_on >= ?)
                                group by t.code, t.name having count(*) > 1
                                order by times desc, last desc, t.name limit 1""")
                        .params(customer.code(), today.minusYears(1), today)
                        .query((row, number) -> new WritesTo(
                                row.getString(1), "who came %d times in the last year".formatted(row.getInt(2))))
                        .optional())
                .or(() -> database.sql("""
                                select sold_by from agreement
                                where customer = ? and sold_by is not null and trim(sold_by) <> ''
                                order by starts_on desc, code limit 1""")
                        .param(customer.code())
                        .query(String.class)
                        .optional()
                        .map(name -> new WritesTo(name, "who sold them the service")));
    }
}
