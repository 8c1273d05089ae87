package org.dorothydispatch.board;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audit as people read it: the customer's name and the office's own time instead of codes and UTC. */
@Service
public class ChangeLog {

    private final JdbcClient database;
    private final CurrentUser current;

    ChangeLog(JdbcClient database, CurrentUser current) {
        this.database = database;
        this.current = current;
    }

    /**
     * One change.
     *
     * @param at in the time zone of the office
     * @param who the name of the person; the account's name when the account is gone
     * @param token the name of the token through which a program of theirs did it, if it did
     * @param customer whose visit it was; null when the change was about something else
     * @param subject code of what was changed, for the small print
     */
    public record Line(
            LocalDateTime at,
            String who,
            @Nullable String token,
            @Nullable String customer,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after,
            @Nullable String why) {}

    /** Changes at one office, newest first. */
    @Transactional(readOnly = true)
    public List<Line> list(String office, Pageable page) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        current.requireOffice(office);
        return database.sql("""
                        select a.at, o.time_zone, coalesce(u.name, a.actor) who, a.token, a.action, a.subject, a.before_text,
                               a.after_text, a.why, coalesce(c.goes_by, c.name) called, c.name full_name
                        from audit_entry a
                        join office o on o.code = a.office
                        left join app_user u on u.username = a.actor
                        left join visit v on a.subject_kind = 'visit' and v.code = a.subject
                        left join customer c on c.code = v.customer
                        where a.office = ?
                        order by a.id desc limit ? offset ?""")
                .params(office, page.getPageSize(), page.getOffset())
                .query(ChangeLog::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var at = row.getObject("at", LocalDateTime.class)
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(ZoneId.of(row.getString("time_zone")))
                .toLocalDateTime();
        var called = row.getString("called");
        var customer = called == null || called.isBlank() ? row.getString("full_name") : called;
        return new Line(
                at,
                row.getString("who"),
                row.getString("token"),
                customer,
                row.getString("action"),
                row.getString("subject"),
                row.getString("before_text"),
                row.getString("after_text"),
                row.getString("why"));
    }
}
