package org.dorothydispatch.importing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lines of a bundle beside the rows the database has: which are new, which differ, and writing just those. */
final class StoredRows {

    /** A line of the bundle as its table would keep it. */
    record Line(@Nullable Object[] values, long number) {}

    /** A line that says something else than the row in the database. */
    record Change(Line line, @Nullable Object[] before, int version) {}

    record Comparison(List<Line> added, List<Change> changed, int unchanged) {}

    private final Connection connection;
    /** Tables without a row when they were first asked: there is nothing to compare a first import with. */
    private final Map<BundleFile, Boolean> empty = new EnumMap<>(BundleFile.class);

    StoredRows(Connection connection) {
        this.connection = connection;
    }

    /** A line that names the same row as an earlier one counts once, as the later says. */
    Comparison compare(StoredTable table, List<Line> lines) throws SQLException {
        var byKey = new LinkedHashMap<Object, Line>();
        for (var line : lines) {
            byKey.put(table.key(line.values()), line);
        }
        var stored = isEmpty(table) ? Map.<Object, Stored>of() : find(table, byKey.keySet());
        var added = new ArrayList<Line>();
        var changed = new ArrayList<Change>();
        for (var entry : byKey.entrySet()) {
            var before = stored.get(entry.getKey());
            if (before == null) {
                added.add(entry.getValue());
            } else if (!Arrays.equals(before.values, entry.getValue().values())) {
                changed.add(new Change(entry.getValue(), before.values, before.version));
            }
        }
        return new Comparison(added, changed, byKey.size() - added.size() - changed.size());
    }

    /** A code stands only once in a bundle, so what this import writes itself need not be found again. */
    private boolean isEmpty(StoredTable table) throws SQLException {
        var known = empty.get(table.file);
        if (known == null) {
            try (var statement = connection.prepareStatement("select 1 from %s limit 1".formatted(table.name));
                    var rows = statement.executeQuery()) {
                known = !rows.next();
            }
            empty.put(table.file, known);
        }
        return known;
    }

    private record Stored(@Nullable Object[] values, int version) {}

    private Map<Object, Stored> find(StoredTable table, Collection<Object> keys) throws SQLException {
        var own = table.own();
        var sql = "select %s%s from %s where %s"
                .formatted(
                        table.columnList(""), table.versioned ? ", version" : "", table.name, in(table, keys.size()));
        var found = new HashMap<Object, Stored>();
        try (var statement = connection.prepareStatement(sql)) {
            bindKeys(table, keys, statement);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var values = new Object[table.columns.size()];
                    for (var i = 0; i < own.size(); i++) {
                        values[i] = own.get(i).cell().read(rows, i + 1);
                    }
                    var version = table.versioned ? rows.getInt(own.size() + 1) : 0;
                    found.put(table.key(values), new Stored(values, version));
                }
            }
        }
        if (table.file == BundleFile.PREFERENCES && !found.isEmpty()) {
            for (var entry : preferenceTechnicians(found.keySet()).entrySet()) {
                var values = found.get(entry.getKey()).values;
                values[values.length - 1] = String.join(";", entry.getValue());
            }
        }
        return found;
    }

    private Map<String, List<String>> preferenceTechnicians(Collection<Object> preferences) throws SQLException {
        var technicians = new HashMap<String, List<String>>();
        var sql = "select preference, technician from preference_technician where preference in (%s)"
                        .formatted(marks(preferences.size()))
                + " order by preference, position";
        try (var statement = connection.prepareStatement(sql)) {
            var i = 1;
            for (var preference : preferences) {
                statement.setObject(i++, preference);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    technicians
                            .computeIfAbsent(rows.getString(1), code -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return technicians;
    }

    void insert(StoredTable table, List<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        var own = table.own();
        var sql = "insert into %s (%s) values (%s)".formatted(table.name, table.columnList(""), marks(own.size()));
        try (var statement = connection.prepareStatement(sql)) {
            for (var line : lines) {
                for (var i = 0; i < own.size(); i++) {
                    own.get(i).cell().write(statement, i + 1, line.values()[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
        if (table.file == BundleFile.PREFERENCES) {
            insertTechnicians(table, lines);
        }
    }

    /** Writes only over the version that was compared; whoever was faster wins and {@link ChangedMeanwhile} says so. */
    void update(StoredTable table, List<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        var own = table.own();
        var sql = "update %s set %s%s where %s%s"
                .formatted(
                        table.name,
                        own.stream()
                                .skip(table.keys)
                                .map(column -> column.name() + " = ?")
                                .collect(Collectors.joining(", ")),
                        table.versioned ? ", version = version + 1" : "",
                        own.stream()
                                .limit(table.keys)
                                .map(column -> column.name() + " = ?")
                                .collect(Collectors.joining(" and ")),
                        table.versioned ? " and version = ?" : "");
        try (var statement = connection.prepareStatement(sql)) {
            for (var change : changes) {
                var values = change.line().values();
                var index = 1;
                for (var i = table.keys; i < own.size(); i++) {
                    own.get(i).cell().write(statement, index++, values[i]);
                }
                for (var i = 0; i < table.keys; i++) {
                    own.get(i).cell().write(statement, index++, values[i]);
                }
                if (table.versioned) {
                    statement.setInt(index, change.version());
                }
                statement.addBatch();
            }
            if (IntStream.of(statement.executeBatch()).anyMatch(count -> count == 0)) {
                throw new ChangedMeanwhile();
            }
        }
        if (table.file == BundleFile.PREFERENCES) {
            updateTechnicians(table, changes);
        }
    }

    private void updateTechnicians(StoredTable table, List<Change> changes) throws SQLException {
        var last = table.columns.size() - 1;
        var lines = changes.stream()
                .filter(change ->
                        !Objects.equals(change.before()[last], change.line().values()[last]))
                .map(Change::line)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        var sql = "delete from preference_technician where preference in (%s)".formatted(marks(lines.size()));
        try (var statement = connection.prepareStatement(sql)) {
            bindKeys(table, lines.stream().map(line -> table.key(line.values())).toList(), statement);
            statement.executeUpdate();
        }
        insertTechnicians(table, lines);
    }

    private void insertTechnicians(StoredTable table, List<Line> lines) throws SQLException {
        var last = table.columns.size() - 1;
        var sql = "insert into preference_technician (preference, position, technician) values (?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            for (var line : lines) {
                if (line.values()[last] instanceof String technicians) {
                    var position = 0;
                    for (var technician : technicians.split(";")) {
                        statement.setObject(1, line.values()[0]);
                        statement.setInt(2, position++);
                        statement.setString(3, technician);
                        statement.addBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    private static String in(StoredTable table, int count) {
        if (table.keys == 1) {
            return "%s in (%s)".formatted(table.columns.getFirst().name(), marks(count));
        }
        var columns = table.columns.stream()
                .limit(table.keys)
                .map(StoredTable.Column::name)
                .collect(Collectors.joining(", "));
        var one = "(" + marks(table.keys) + ")";
        return "(%s) in (%s)".formatted(columns, String.join(", ", Collections.nCopies(count, one)));
    }

    private static void bindKeys(StoredTable table, Collection<?> keys, PreparedStatement statement)
            throws SQLException {
        var index = 1;
        for (var key : keys) {
            for (var part : table.keys == 1 ? List.of(key) : (List<?>) key) {
                statement.setObject(index++, part);
            }
        }
    }

    /** {@code ?, ?, ?} */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
