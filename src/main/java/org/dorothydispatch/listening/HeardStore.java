package org.dorothydispatch.listening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.listening.HeardRow.State;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what was heard. Checks nobody's rights: the services in front of it do. */
@Component
class HeardStore {

    private static final String SELECT = """
            select h.code, h.customer, """ + CustomerName.CALLED + """
                   called, c.office, h.words, h.said_by,
                   coalesce(u.name, h.heard_by) heard_by, h.heard_at, h.channel, h.visit, h.state,
                   coalesce(s.name, h.settled_by) settled_by, h.settled_at, h.settled_why, h.version
            from heard h join customer c on c.code = h.customer
                 left join app_user u on u.username = h.heard_by left join app_user s on s.username = h.settled_by
            """;

    private final JdbcClient database;

    HeardStore(JdbcClient database) {
        this.database = database;
    }

    /** False when this operation has written its sentence already. */
    boolean add(String code, HearCommand command, String words, String by, Instant at) {
        return database.sql("""
                        insert ignore into heard (code, customer, words, said_by, heard_by, heard_at, channel, visit, state,
                                                  op_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)""")
                        .params(
                                code,
                                command.customer(),
                                words,
                                command.saidBy(),
                                by,
                                Utc.of(at),
                                command.channel().word(),
                                command.visit(),
                                command.opId())
                        .update()
                == 1;
    }

    boolean addRestricted(
            String code, HearCommand command, String words, LawLine.Finding caught, String by, Instant at) {
        return database.sql("""
                        insert ignore into restricted_wish (code, customer, words, about, told, said_by, heard_by, heard_at,
                                                            channel, op_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                        .params(
                                code,
                                command.customer(),
                                words,
                                about(caught),
                                caught.toSay(),
                                command.saidBy(),
                                by,
                                Utc.of(at),
                                command.channel().word(),
                                command.opId())
                        .update()
                == 1;
    }

    /** The latest first. */
    List<RestrictedRow> restricted(Collection<String> offices, long offset, int limit) {
        if (offices.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select r.code, r.customer, """ + CustomerName.CALLED + """
                               called, r.words, r.about,
                               r.told, coalesce(u.name, r.heard_by), r.heard_at
                        from restricted_wish r join customer c on c.code = r.customer
                             left join app_user u on u.username = r.heard_by
                        where c.office in (:offices) order by r.heard_at desc, r.code limit :limit offset :offset""")
                .param("offices", offices)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new RestrictedRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        Utc.instant(row.getObject(8, LocalDateTime.class))))
                .list();
    }

    Optional<HeardRow> find(String code) {
        return database.sql(SELECT + " where h.code = ?")
                .param(code)
                .query(HeardStore::row)
                .optional();
    }

    Optional<HeardRow> findByOperation(String opId) {
        return database.sql(SELECT + " where h.op_id = ?")
                .param(opId)
                .query(HeardStore::row)
                .optional();
    }

    /** Held until the end of the transaction. */
    Optional<HeardRow> lock(String code) {
        return database.sql("select code from heard where code = ? for update")
                .param(code)
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    List<HeardRow> ofCustomer(String customer, int most) {
        return database.sql(SELECT + " where h.customer = ? order by h.heard_at desc, h.code limit ?")
                .params(customer, most)
                .query(HeardStore::row)
                .list();
    }

    List<HeardRow> since(String customer, Instant moment) {
        return database.sql(SELECT + " where h.customer = ? and h.heard_at >= ? order by h.heard_at desc")
                .params(customer, Utc.of(moment))
                .query(HeardStore::row)
                .list();
    }

    /** Oldest first: who has waited longest. */
    List<HeardRow> inbox(Collection<String> offices, State state, long offset, int limit) {
        if (offices.isEmpty()) {
            return List.of();
        }
        return database.sql(SELECT + " where h.state = :state and c.office in (:offices) order by h.heard_at "
                        + (state == State.OPEN ? "" : "desc") + ", h.code limit :limit offset :offset")
                .param("state", word(state))
                .param("offices", offices)
                .param("limit", limit)
                .param("offset", offset)
                .query(HeardStore::row)
                .list();
    }

    int count(Collection<String> offices, State state) {
        return offices.isEmpty()
                ? 0
                : database.sql("""
                        select count(*) from heard h join customer c on c.code = h.customer
                        where h.state = :state and c.office in (:offices)""")
                        .param("state", word(state))
                        .param("offices", offices)
                        .query(Integer.class)
                        .single();
    }

    /** False when it was settled meanwhile. */
    boolean settle(HeardRow heard, State state, String by, Instant at, @Nullable String why) {
        return database.sql("""
                        update heard set state = ?, settled_by = ?, settled_at = ?, settled_why = ?, version = version + 1
                        where code = ? and version = ? and state = 'open'""")
                        .params(word(state), by, Utc.of(at), why, heard.code(), heard.version())
                        .update()
                == 1;
    }

    void link(String heard, String preference) {
        database.sql("insert into heard_preference (heard, preference) values (?, ?)")
                .params(heard, preference)
                .update();
    }

    /** The traits a wish was about, in words. */
    static String about(LawLine.Finding caught) {
        return caught.traits().stream().sorted().map(LawLine.Trait::words).collect(Collectors.joining(", "));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static HeardRow row(ResultSet row, int number) throws SQLException {
        return new HeardRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Utc.instant(row.getObject(8, LocalDateTime.class)),
                Channel.of(row.getString(9)),
                row.getString(10),
                State.valueOf(row.getString(11).toUpperCase(Locale.ROOT)),
                row.getString(12),
                Utc.nullableInstant(row.getObject(13, LocalDateTime.class)),
                row.getString(14),
                row.getInt(15));
    }
}
