package org.dorothydispatch.schedule;

import java.util.Optional;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes on which route an agreement goes from now on, for {@code flags.MoveVisit}, which judges and saves its visits in
 * the same transaction.
 */
@Service
public class AgreedRoutes {

    private final JdbcClient database;
    private final AuditTrail audit;
    private final CurrentUser current;

    AgreedRoutes(JdbcClient database, AuditTrail audit, CurrentUser current) {
        this.database = database;
        this.audit = audit;
        this.current = current;
    }

    /**
     * Whether the person works for the customer's office and for the route's.
     *
     * @throws IllegalArgumentException when there is no such agreement or route
     */
    @Transactional(readOnly = true)
    public void require(AgreedRoute wanted) {
        current.requireOffice(officeOfAgreement(wanted.agreement()));
        current.requireOffice(database.sql("select office from route where code = ?")
                .param(wanted.route())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no route (%s).".formatted(wanted.route()))));
    }

    /** Lets the agreement go on that route, on the record of the operation that moves its visits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(AgreedRoute wanted, String opId) {
        var before = database.sql("select route from agreement where code = ? for update")
                .param(wanted.agreement())
                .query(String.class)
                .single();
        if (wanted.route().equals(before)) {
            return;
        }
        database.sql("update agreement set route = ?, version = version + 1 where code = ?")
                .params(wanted.route(), wanted.agreement())
                .update();
        database.sql(
                        "insert into agreed_route_change (op_id, agreement, route_before, route_after) values (?, ?, ?, ?)")
                .params(opId, wanted.agreement(), before, wanted.route())
                .update();
        audit.record(new Change(
                officeOfAgreement(wanted.agreement()),
                "agree",
                "agreement",
                wanted.agreement(),
                "goes on " + nameOf(before),
                "goes on " + nameOf(wanted.route()),
                null,
                opId));
    }

    /**
     * What has to be agreed again when the last change of a visit is undone or redone: nothing, unless that change went
     * with another route of the agreement, which still stands.
     */
    @Transactional(readOnly = true)
    public Optional<AgreedRoute> beforeLastChangeOf(String visit) {
        return database.sql("""
                        select c.agreement, c.route_before
                        from agreed_route_change c join agreement a on a.code = c.agreement
                        where a.route = c.route_after and c.op_id = (
                            select e.op_id from audit_entry e
                            where e.id = (select max(id) from audit_entry
                                          where subject_kind = 'visit' and subject = ? and op_id is not null))""")
                .param(visit)
                .query((row, number) -> new AgreedRoute(row.getString(1), row.getString(2)))
                .optional();
    }

    private String officeOfAgreement(String agreement) {
        return database.sql("select c.office from agreement a join customer c on c.code = a.customer where a.code = ?")
                .param(agreement)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no agreement (%s).".formatted(agreement)));
    }

    private String nameOf(String route) {
        return database.sql("select name from route where code = ?")
                .param(route)
                .query(String.class)
                .single();
    }
}
