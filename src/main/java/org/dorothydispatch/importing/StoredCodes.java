package org.dorothydispatch.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The codes the database holds. Remembers the latest answers: a bundle of visits asks for the same routes again and again. */
final class StoredCodes implements KnownCodes {

    private static final int REMEMBERED = 20_000;

    private record Question(BundleFile file, String code) {}

    private final Connection connection;
    private final Map<Question, Optional<Known>> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Optional<Known>> eldest) {
            return size() > REMEMBERED;
        }
    };

    StoredCodes(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Known> find(BundleFile file, String code) {
        var question = new Question(file, code);
        var known = answers.get(question);
        if (known == null) {
            known = look(file, code);
            answers.put(question, known);
        }
        return known;
    }

    private Optional<Known> look(BundleFile file, String code) {
        var customer = switch (file) {
            case SITES, AGREEMENTS, PREFERENCES, VISITS -> "customer";
            case OFFICES, TECHNICIANS, ROUTES, CUSTOMERS, PROTOCOLS -> "null";
            case ABSENCES, INTRODUCTIONS, CONSENTS, OVERRIDES ->
                throw new IllegalArgumentException("The rows of %s have no code.".formatted(file.fileName()));
        };
        var sql = "select %s from %s where code = ?".formatted(customer, StoredTable.of(file).name);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, code);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new Known(rows.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble(e);
        }
    }
}
