package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorothydispatch.customer.CustomerFinder;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom somebody may write a sentence down for: customers of their offices; for a technician, those they visit. */
@Service
@Transactional(readOnly = true)
public class Listener {

    private static final int MOST = 50;

    private final CustomerFinder finder;
    private final JdbcClient database;
    private final CurrentUser current;

    Listener(CustomerFinder finder, JdbcClient database, CurrentUser current) {
        this.finder = finder;
        this.database = database;
        this.current = current;
    }

    /**
     * Somebody who might be calling.
     *
     * @param customer the code
     * @param name what they like to be called
     */
    public record Caller(
            String customer,
            String name,
            String fullName,
            @Nullable String street) {

        /** Enough to tell two of the same name apart. */
        public String words() {
            var full = fullName.equals(name) ? "" : " (" + fullName + ")";
            return street == null || street.isBlank() ? name + full : name + full + ", " + street;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Caller that && customer.equals(that.customer);
        }

        @Override
        public int hashCode() {
            return customer.hashCode();
        }
    }

    /** Those whose name, street or telephone has all of these words; for a technician without words, whom they visit. */
    public List<Caller> find(String question, int offset, int limit) {
        var found = current.has(RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER)
                ? finder.find(question, MOST).stream()
                        .map(row -> new Caller(row.code(), row.name(), row.fullName(), row.street()))
                        .toList()
                : visited(question);
        return found.stream().skip(offset).limit(limit).toList();
    }

    /** The customer of a visit, if this person may write down what they say. */
    public Optional<Caller> ofVisit(String visit) {
        return one(CALLER + "join visit v on v.customer = c.code where v.code = ?", visit);
    }

    /** A customer, if this person may write down what they say. */
    public Optional<Caller> ofCustomer(String customer) {
        return one(CALLER + "where c.code = ?", customer);
    }

    private Optional<Caller> one(String sql, String code) {
        return database.sql(sql)
                .param(code)
                .query((row, number) -> new Row(
                        new Caller(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        row.getString(5)))
                .optional()
                .filter(row -> current.maySee(row.office()))
                .map(Row::caller);
    }

    private static final String CALLER = """
            select c.code, """ + CustomerName.CALLED + """
                   , c.name,
                   (select min(s.address) from site s where s.customer = c.code), c.office
            from customer c
            """;

    private record Row(Caller caller, String office) {}

    private List<Caller> visited(String question) {
        var words = question.strip().toLowerCase(Locale.ROOT);
        return database
                .sql(CALLER
                        + "where c.office in (:offices) and exists (select 1 from visit v where v.customer = c.code"
                        + " and v.technician = :technician) order by c.name, c.code")
                .param("offices", current.offices().isEmpty() ? List.of("") : current.offices())
                .param("technician", current.technician().orElse(""))
                .query((row, number) ->
                        new Caller(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()
                .stream()
                .filter(caller -> caller.words().toLowerCase(Locale.ROOT).contains(words))
                .limit(MOST)
                .toList();
    }
}
