package org.dorothydispatch;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What MySQL's EXPLAIN says of a statement. */
public record QueryPlan(String statement, List<Access> accesses) {

    private static final int SHOWN = 300;

    /** How one table is read: {@code ALL} is a full scan, {@code index} a full scan of an index. */
    public record Access(
            @Nullable String table,
            @Nullable String type,
            @Nullable String key,
            long rows) {}

    public static QueryPlan of(JdbcClient database, String statement) {
        return new QueryPlan(
                statement,
                database.sql("explain format=traditional " + statement.replace("?", "\\?"))
                        .query((row, n) -> new Access(
                                row.getString("table"),
                                row.getString("type"),
                                row.getString("key"),
                                row.getLong("rows")))
                        .list());
    }

    /** Tables read from one end to the other, by the name or alias the statement gives them. */
    public List<Access> fullScans() {
        return accesses.stream()
                .filter(access -> "ALL".equals(access.type) || "index".equals(access.type))
                .filter(access -> access.table != null && !access.table.startsWith("<"))
                .toList();
    }

    public boolean uses(String key) {
        return accesses.stream().anyMatch(access -> key.equals(access.key));
    }

    @Override
    public String toString() {
        var line = statement.strip().replaceAll("\\s+", " ");
        var shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
        return accesses.stream()
                .map(access -> "%s %s %s ~%d".formatted(access.table, access.type, access.key, access.rows))
                .collect(Collectors.joining("; ", shown + " -> ", ""));
    }
}
