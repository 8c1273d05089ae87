package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.Utc;
import org.dorothydispatch.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The employer's own side: who is not sent where, for their safety. It is nothing a customer wished for and stands nowhere
 * among their words. A branch manager decides it and alone reads why; everybody else sees that the technician is not sent.
 */
@Service
public class SafetyBlocks {

    private static final int LONGEST = 2_000;

    private final ListeningService listening;
    private final CustomerService customers;
    private final WorkforceService workforce;
    private final FlagService flags;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final CurrentUser current;
    private final Clock clock;

    SafetyBlocks(
            ListeningService listening,
            CustomerService customers,
            WorkforceService workforce,
            FlagService flags,
            AuditTrail audit,
            JdbcClient database,
            CurrentUser current,
            Clock clock) {
        this.listening = listening;
        this.customers = customers;
        this.workforce = workforce;
        this.flags = flags;
        this.audit = audit;
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** Whether the person who is signed in decides this. */
    public boolean mayDecide() {
        return current.has(BRANCH_MANAGER);
    }

    /** Who is not sent to a customer, and why. For branch managers of the office. */
    @Transactional(readOnly = true)
    public List<SafetyBlock> of(String customer) {
        current.requireWrite(customers.get(customer).office(), BRANCH_MANAGER);
        return database.sql("""
                        select b.code, b.customer, b.technician, t.name, b.reason, coalesce(u.name, b.set_by), b.set_at
                        from safety_block b join technician t on t.code = b.technician
                             left join app_user u on u.username = b.set_by
                        where b.customer = ? and b.lifted_at is null order by b.set_at, b.code""")
                .param(customer)
                .query((row, number) -> new SafetyBlock(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Utc.instant(row.getObject(7, LocalDateTime.class))))
                .list();
    }

    /**
     * From now on the technician is not sent there; visits they have there already say so.
     *
     * @param reason for branch managers; it stands in no record that others read
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void keepAway(String customer, String technician, String reason) {
        current.require(BRANCH_MANAGER);
        listening.lockCustomer(customer);
        var office = customers.get(customer).office();
        current.requireWrite(office, BRANCH_MANAGER);
        var why = said(reason, "Write down why. Only branch managers read it.");
        var name = workforce.names(List.of(technician)).get(technician);
        if (name == null) {
            throw new IllegalArgumentException("Choose the technician.");
        }
        if (of(customer).stream().anyMatch(block -> block.technician().equals(technician))) {
            throw new IllegalArgumentException("%s is not sent there already.".formatted(name));
        }
        var code = ListeningService.newCode("safety");
        database.sql("""
                        insert into safety_block (code, customer, technician, reason, set_by, set_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(code, customer, technician, why, current.username(), now())
                .update();
        changed(office, customer, "keep away", null, name + " is not sent there");
    }

    /** The technician may be sent there again. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void lift(String block, String why) {
        current.require(BRANCH_MANAGER);
        var customer = database.sql("select customer from safety_block where code = ?")
                .param(block)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no such decision. Look again."));
        listening.lockCustomer(customer);
        var office = customers.get(customer).office();
        current.requireWrite(office, BRANCH_MANAGER);
        var reason = said(why, "Write down what has changed. Only branch managers read it.");
        var name = of(customer).stream()
                .filter(one -> one.code().equals(block))
                .map(SafetyBlock::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("It was lifted already. Look again."));
        database.sql("update safety_block set lifted_by = ?, lifted_at = ?, lifted_why = ? where code = ?")
                .params(current.username(), now(), reason, block)
                .update();
        changed(office, customer, "send again", name + " is not sent there", null);
    }

    private void changed(
            String office, String customer, String action, @Nullable String before, @Nullable String after) {
        audit.record(new Change(office, action, "customer", customer, before, after, null, null));
        flags.customersChanged(List.of(customer), "keep away", null);
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    private static String said(String words, String missing) {
        var said = words.strip();
        if (said.isEmpty()) {
            throw new IllegalArgumentException(missing);
        }
        if (said.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A reason may have %d letters; this has %d.".formatted(LONGEST, said.length()));
        }
        return said;
    }
}
