package org.dorothydispatch.customer;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers by what people say of them: name, what they are called, street, telephone. */
@Service
public class CustomerFinder {

    /** A longer question is cut here. */
    public static final int LONGEST = 100;

    private static final int MOST_TERMS = 5;
    private static final int LEAST_DIGITS = 3;

    private final JdbcClient jdbc;
    private final CurrentUser current;
    /** How a column is read so that case, and where the database can, accents do not matter. */
    private final String reading;

    CustomerFinder(JdbcClient jdbc, DataSource source, CurrentUser current) {
        this.jdbc = jdbc;
        this.current = current;
        this.reading = isMySql(source) ? "%s collate utf8mb4_0900_ai_ci" : "lower(%s)";
    }

    private static boolean isMySql(DataSource source) {
        try {
            return "MySQL".equals(JdbcUtils.extractDatabaseMetaData(source, data -> data.getDatabaseProductName()));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not say what it is.", e);
        }
    }

    /** At most so many customers of the offices of whoever asks, those whose name begins so first. */
    @Transactional(readOnly = true)
    public List<CustomerFound> find(String question, int most) {
        current.require(DISPATCHER, BRANCH_MANAGER, SALESPERSON, RECEPTIONIST, ADMINISTRATOR);
        var offices = current.offices();
        var cut = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
        var terms = Arrays.stream(cut.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(term -> !term.isEmpty())
                .limit(MOST_TERMS)
                .toList();
        return terms.isEmpty() || offices.isEmpty() ? List.of() : rows(terms, offices, cut, most);
    }

    private List<CustomerFound> rows(List<String> terms, Set<String> offices, String question, int most) {
        var sql = new StringBuilder("""
                select c.code, coalesce(nullif(c.goes_by, ''), c.name) called, c.name, c.office, c.phone,
                       (select min(s.address) from site s where s.customer = c.code) street
                from customer c
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
                .append(most);
        var statement =
                jdbc.sql(sql.toString()).param("offices", offices).param("start", escaped(terms.getFirst()) + "%");
        for (int i = 0; i < terms.size(); i++) {
            statement = statement.param("t" + i, "%" + escaped(terms.get(i)) + "%");
        }
        if (phone) {
            statement = statement.param("phone", "%" + digits + "%");
        }
        return statement.query(CustomerFinder::row).list();
    }

    private String reading(String column) {
        return reading.formatted(column);
    }

    private static String escaped(String term) {
        return term.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static CustomerFound row(ResultSet row, int number) throws SQLException {
        return new CustomerFound(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }
}
