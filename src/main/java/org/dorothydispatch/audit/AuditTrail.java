package org.dorothydispatch.audit;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.UserChanged;
import org.dorothydispatch.shared.Utc;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who changed what, when and why. A row is written in the transaction of its change: there is no change without its
 * row and no row without its change. Rows are never changed and never deleted.
 */
@Service
public class AuditTrail {

    private static final String COLUMNS =
            "id, at, actor, office, action, subject_kind, subject, before_text, after_text, why, token";

    private final JdbcClient database;
    private final CurrentUser current;
    private final Clock clock;

    AuditTrail(JdbcClient database, CurrentUser current, Clock clock) {
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** Puts the change on the record, under the name of whoever is signed in, and of the token their program shows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Change change) {
        write(current.username(), change);
    }

    /** Changes of users, published by security, which cannot know this module. */
    @EventListener
    void userChanged(UserChanged change) {
        write(
                change.actor(),
                new Change(
                        null, change.action(), "user", change.username(), change.before(), change.after(), null, null));
    }

    /** What happened to one thing, newest first, as far as it belongs to the user's offices. */
    @Transactional(readOnly = true)
    public List<AuditRow> of(String subjectKind, String subject, int limit) {
        requireReader();
        var offices = current.offices();
        return database
                .sql("select " + COLUMNS
                        + " from audit_entry where subject_kind = ? and subject = ? order by id desc limit ?")
                .params(subjectKind, subject, limit)
                .query(AuditTrail::row)
                .list()
                .stream()
                .filter(row -> row.office() == null ? current.has(ADMINISTRATOR) : offices.contains(row.office()))
                .toList();
    }

    /**
     * How these things of one office came to be what they are, oldest first; for everybody of the office who reads the
     * things themselves, and asks for no others.
     */
    @Transactional(readOnly = true)
    public List<AuditRow> story(String subjectKind, Collection<String> subjects, String office) {
        current.requireOffice(office);
        return subjects.isEmpty()
                ? List.of()
                : database.sql("""
                                select a.id, a.at, coalesce(u.name, a.actor) actor, a.office, a.action, a.subject_kind,
                                       a.subject, a.before_text, a.after_text, a.why, a.token
                                from audit_entry a left join app_user u on u.username = a.actor
                                where a.subject_kind = :kind and a.subject in (:subjects) and a.office = :office
                                order by a.id""")
                        .param("kind", subjectKind)
                        .param("subjects", subjects)
                        .param("office", office)
                        .query(AuditTrail::row)
                        .list();
    }

    /** What happened at an office, newest first. */
    @Transactional(readOnly = true)
    public List<AuditRow> ofOffice(String office, int limit) {
        requireReader();
        current.requireOffice(office);
        return database.sql("select " + COLUMNS + " from audit_entry where office = ? order by id desc limit ?")
                .params(office, limit)
                .query(AuditTrail::row)
                .list();
    }

    /**
     * The name of whoever changed a thing last, by itself or with a bundle for its office; for the sentence that tells
     * somebody they were second.
     */
    @Transactional(readOnly = true)
    public Optional<String> whoChanged(String subjectKind, String subject, String office) {
        return database.sql("""
                        select coalesce(u.name, a.actor)
                        from audit_entry a left join app_user u on u.username = a.actor
                        where a.id = (
                            select max(id) from (
                                select max(id) id from audit_entry where subject_kind = ? and subject = ?
                                union all
                                select max(id) id from audit_entry
                                where subject_kind = 'bundle' and (office = ? or office is null)) latest)""")
                .params(subjectKind, subject, office)
                .query(String.class)
                .optional();
    }

    private void write(String actor, Change change) {
        database.sql("""
                        insert into audit_entry (at, actor, office, action, subject_kind, subject,
                                                 before_text, after_text, why, op_id, token)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(Utc.of(clock.instant()))
                .param(actor)
                .param(change.office())
                .param(change.action())
                .param(change.subjectKind())
                .param(change.subject())
                .param(change.before())
                .param(change.after())
                .param(change.why())
                .param(change.opId())
                .param(current.token().orElse(null))
                .update();
    }

    private void requireReader() {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
    }

    private static AuditRow row(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                Utc.instant(row.getObject("at", LocalDateTime.class)),
                row.getString("actor"),
                row.getString("office"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("before_text"),
                row.getString("after_text"),
                row.getString("why"),
                row.getString("token"));
    }
}
