package org.dorothydispatch.flags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows for many codes, in statements of bounded length. */
final class Sql {

    /** Codes in one statement. */
    static final int CHUNK = 500;

    private Sql() {}

    /** Runs a statement that says {@code in (:codes)} for all of them, as often as it takes; not at all for none. */
    static <T> void read(
            JdbcClient database, String sql, Collection<?> codes, RowMapper<T> mapper, Consumer<? super T> reader) {
        for (var chunk : chunks(codes, CHUNK)) {
            database.sql(sql).param("codes", chunk).query(mapper).list().forEach(reader);
        }
    }

    static <T> List<T> list(JdbcClient database, String sql, Collection<?> codes, RowMapper<T> mapper) {
        var found = new ArrayList<T>();
        read(database, sql, codes, mapper, found::add);
        return found;
    }

    static <T> List<List<T>> chunks(Collection<T> all, int size) {
        var list = List.copyOf(all);
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += size) {
            chunks.add(list.subList(from, Math.min(list.size(), from + size)));
        }
        return chunks;
    }
}
