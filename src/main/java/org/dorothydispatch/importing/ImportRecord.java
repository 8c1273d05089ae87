package org.dorothydispatch.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;

/** Tells the boards and the audit of an import, last in its transaction: one event an office, one row for the audit. */
final class ImportRecord {

    private final Connection connection;
    private final LocalDateTime at;

    ImportRecord(Connection connection, Instant now) {
        this.connection = connection;
        this.at = Utc.of(now);
    }

    void write(String bundle, Importer who, Touched touched, ImportPreview stored) throws SQLException {
        var offices = offices(touched);
        for (var office : offices) {
            lockSequence(office);
        }
        for (var office : offices) {
            event(office, who.name());
        }
        audit(bundle, who, offices.size() == 1 ? offices.first() : null, stored);
    }

    /** A protocol of the whole company concerns every board. */
    private TreeSet<String> offices(Touched touched) throws SQLException {
        var offices = new TreeSet<>(touched.offices);
        if (offices.remove(OfficesOfRows.COMPANY)) {
            try (var statement = connection.prepareStatement("select code from office");
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    offices.add(rows.getString(1));
                }
            }
        }
        return offices;
    }

    private void lockSequence(String office) throws SQLException {
        var lock = "select last_event_id from office_sequence where office = ? for update";
        if (!execute(lock, office)) {
            execute("insert ignore into office_sequence (office, last_event_id) values (?, 0)", office);
            execute(lock, office);
        }
    }

    private void event(String office, String actor) throws SQLException {
        var sql = "insert into board_event (office, at, kind, actor) values (?, ?, 'import', ?)";
        try (var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            statement.setString(1, office);
            statement.setObject(2, at);
            statement.setString(3, shortened(actor));
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                keys.next();
                execute("update office_sequence set last_event_id = ? where office = ?", keys.getLong(1), office);
            }
        }
    }

    private void audit(String bundle, Importer who, @Nullable String office, ImportPreview stored) throws SQLException {
        var counts = stored.files().stream()
                .filter(file -> file.added() + file.changed() > 0)
                .map(file -> "%s: %d new, %d changed".formatted(file.file().fileName(), file.added(), file.changed()))
                .collect(Collectors.joining("; "));
        execute(
                "insert into audit_entry (at, actor, office, action, subject_kind, subject, after_text, token)"
                        + " values (?, ?, ?, 'import', 'bundle', ?, ?, ?)",
                at,
                shortened(who.actor()),
                office,
                shortened(bundle),
                counts,
                who.token());
    }

    /** Whether the statement found a row. */
    private boolean execute(String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.execute() && statement.getResultSet().next();
        }
    }

    /** As much as the columns of the record hold. */
    private static String shortened(String words) {
        return words.length() <= 80 ? words : words.substring(0, 79) + "…";
    }
}
