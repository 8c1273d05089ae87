package org.dorothydispatch.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dorothydispatch.importing.StoredRows.Change;
import org.jspecify.annotations.Nullable;

/** Says a change so that a person knows whom it is about: {@code Dorothy Hale: their technician Ana → Ben}. */
final class ChangeWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final int LONGEST = 60;

    private final Connection connection;
    /** Names the bundle brings; customers are not kept, there may be very many of them. */
    private final Map<BundleFile, Map<String, String>> names = new HashMap<>();

    ChangeWords(Connection connection) {
        this.connection = connection;
    }

    /** Remembers a name the bundle brings. */
    void learn(StoredTable table, @Nullable Object[] values) {
        switch (table.file) {
            case OFFICES, TECHNICIANS, ROUTES ->
                names.computeIfAbsent(table.file, file -> new HashMap<>())
                        .put((String) values[0], table.text(values, "name"));
            default -> {}
        }
    }

    String of(StoredTable table, Change change) throws SQLException {
        var differences = new StringBuilder();
        for (var i = table.keys; i < table.columns.size(); i++) {
            var before = change.before()[i];
            var after = change.line().values()[i];
            if (!Objects.equals(before, after)) {
                var column = table.columns.get(i);
                differences
                        .append(differences.isEmpty() ? "" : "; ")
                        .append(column.words())
                        .append(' ')
                        .append(value(column, before))
                        .append(" → ")
                        .append(value(column, after));
            }
        }
        return title(table, change.before()) + ": " + differences;
    }

    String office(String code) throws SQLException {
        return code.equals(OfficesOfRows.COMPANY) ? "the whole company" : name(BundleFile.OFFICES, code);
    }

    private String title(StoredTable table, @Nullable Object[] row) throws SQLException {
        return switch (table.file) {
            case OFFICES, TECHNICIANS, ROUTES, CUSTOMERS -> table.text(row, "name");
            case ABSENCES ->
                "%s, %s from %s"
                        .formatted(
                                name(BundleFile.TECHNICIANS, table.text(row, "technician")),
                                table.text(row, "kind"),
                                plain(row[table.index("from_on")]));
            case SITES -> customer(table, row) + ", " + orCode(table.text(row, "address"), row);
            case AGREEMENTS -> customer(table, row) + ", " + table.text(row, "service");
            case PREFERENCES -> customer(table, row) + ", " + orCode(quoted(table.text(row, "words")), row);
            case INTRODUCTIONS -> customer(table, row);
            case PROTOCOLS -> "Protocol " + table.text(row, "kind");
            case VISITS -> "%s, visit due %s".formatted(customer(table, row), plain(row[table.index("due_on")]));
            case CONSENTS -> visit(table, row) + ", consent";
            case OVERRIDES -> visit(table, row) + ", kept on purpose";
        };
    }

    private String customer(StoredTable table, @Nullable Object[] row) throws SQLException {
        return name(BundleFile.CUSTOMERS, table.text(row, "customer"));
    }

    private String visit(StoredTable table, @Nullable Object[] row) throws SQLException {
        var sql = "select c.name, v.due_on from visit v join customer c on c.code = v.customer where v.code = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.text(row, "visit"));
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? "%s, visit due %s".formatted(rows.getString(1), plain(rows.getObject(2, LocalDate.class)))
                        : table.text(row, "visit");
            }
        }
    }

    private static String orCode(@Nullable String words, @Nullable Object[] row) {
        return words == null ? (String) row[0] : words;
    }

    private static @Nullable String quoted(@Nullable String words) {
        return words == null ? null : "“" + shortened(words) + "”";
    }

    private String value(StoredTable.Column column, @Nullable Object value) throws SQLException {
        if (value == null) {
            return "(blank)";
        }
        if (column.names() == null) {
            return shortened(plain(value));
        }
        var named = Arrays.asList(value.toString().split(";"));
        var words = new StringBuilder();
        for (var code : named) {
            words.append(words.isEmpty() ? "" : ", ").append(name(column.names(), code));
        }
        return words.toString();
    }

    private static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "(blank)";
            case LocalDate day -> DAY.format(day);
            case LocalDateTime moment -> MOMENT.format(moment);
            case Boolean yes -> yes ? "yes" : "no";
            default -> value.toString();
        };
    }

    private static String shortened(String words) {
        var line = words.lines().collect(Collectors.joining(" "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** The name behind a code; the code itself where there is none to be had. */
    private String name(BundleFile file, String code) throws SQLException {
        var known = names.getOrDefault(file, Map.of()).get(code);
        if (known != null) {
            return known;
        }
        var sql = switch (file) {
            case OFFICES, TECHNICIANS, ROUTES, CUSTOMERS ->
                "select name from %s where code = ?".formatted(StoredTable.of(file).name);
            case SITES -> "select coalesce(address, code) from site where code = ?";
            case AGREEMENTS -> "select service from agreement where code = ?";
            default -> throw new IllegalArgumentException(file + " has no names");
        };
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, code);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : code;
            }
        }
    }
}
