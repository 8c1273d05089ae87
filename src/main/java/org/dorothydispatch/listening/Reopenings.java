package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.flags.CallOff;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer who cancelled comes back: who took it down, when, and what they said. What they had goes on as it was, with the
 * visits that are still to come waiting for a place; or it stays ended, and they are asked anew what they want.
 */
@Service
public class Reopenings {

    private static final Role[] TAKERS = {SALESPERSON, DISPATCHER, BRANCH_MANAGER};

    private static final String ASK_ANEW = "They came back. What do they want from us now?";

    private static final String SELECT = """
            select r.code, r.customer, r.cancellation, r.words, r.as_it_was, r.visits, coalesce(u.name, r.reopened_by),
                   r.reopened_at
            from reopening r left join app_user u on u.username = r.reopened_by
            """;

    private final CustomerService customers;
    private final VisitService visits;
    private final OfficeService offices;
    private final Coverages coverages;
    private final CallOff callOff;
    private final JdbcClient database;
    private final CurrentUser current;
    private final Clock clock;

    Reopenings(
            CustomerService customers,
            VisitService visits,
            OfficeService offices,
            Coverages coverages,
            CallOff callOff,
            JdbcClient database,
            CurrentUser current,
            Clock clock) {
        this.customers = customers;
        this.visits = visits;
        this.offices = offices;
        this.coverages = coverages;
        this.callOff = callOff;
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** Whether the person who is signed in may take a customer back. */
    public boolean mayReopen() {
        return current.has(TAKERS);
    }

    /** What took a cancellation back, for whoever may read it. */
    @Transactional(readOnly = true)
    public Optional<Reopening> of(String cancellation) {
        var found = find("r.cancellation = ?", cancellation);
        found.ifPresent(reopening -> customers.requireReadable(reopening.customer()));
        return found;
    }

    /**
     * Puts it on the record and takes up what they had, or leaves it ended and puts down to ask.
     *
     * @throws org.dorothydispatch.customer.CustomerChanged when somebody else changed the customer first
     * @throws IllegalArgumentException with a sentence when there are no words, or nothing is to be taken back
     */
    public Reopening reopen(ReopenCommand command) {
        current.require(TAKERS);
        var words = TheirWords.of(command.words(), "Write down what they say now, in their words.");
        var customer = customers.get(command.customer());
        current.requireWrite(customer.office(), TAKERS);
        var done = find("r.op_id = ?", command.opId());
        if (done.isPresent()) {
            return done.get();
        }
        requireSomethingToTakeBack(command, customer);
        var today = offices.today(customer.office());
        return callOff.back(
                new CallOff.TakeUp(
                        customer.code(),
                        customer.office(),
                        command.asItWas() ? operationOf(command.cancellation()) : null,
                        today,
                        words,
                        command.opId()),
                waiting -> write(command, customer, words, waiting));
    }

    private void requireSomethingToTakeBack(ReopenCommand command, CustomerDetails customer) {
        if (command.cancellation() == null) {
            if (customer.cancelledOn() == null) {
                throw new IllegalArgumentException(
                        "%s is a customer. Nothing is to be taken back.".formatted(customer.calledName()));
            }
            if (command.asItWas()) {
                throw new IllegalArgumentException(
                        "Nobody put on record here what they had. Ask them anew what they want.");
            }
            return;
        }
        var known = database.sql("select count(*) from cancellation where code = ? and customer = ?")
                .params(command.cancellation(), customer.code())
                .query(Integer.class)
                .single();
        if (known == 0) {
            throw new IllegalArgumentException("There is no such cancellation. Look again.");
        }
        find("r.cancellation = ?", command.cancellation()).ifPresent(before -> {
            throw new IllegalArgumentException(
                    "%s has come back already; %s took it down.".formatted(customer.calledName(), before.reopenedBy()));
        });
    }

    private Reopening write(ReopenCommand command, CustomerDetails customer, String words, int waiting) {
        if (customer.cancelledOn() == null) {
            customers.requireVersion(customer.code(), command.version());
        } else {
            customers.reopen(customer.code(), command.version(), words);
        }
        // Whoever waited for the customer's lock looks again at what the first has written.
        requireSomethingToTakeBack(command, customer);
        var code = ListeningService.newCode("reopen");
        database.sql("""
                        insert into reopening (code, customer, cancellation, words, as_it_was, visits, reopened_by,
                                               reopened_at, op_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        code,
                        customer.code(),
                        command.cancellation(),
                        words,
                        command.asItWas(),
                        waiting,
                        current.username(),
                        Utc.of(clock.instant()),
                        command.opId())
                .update();
        if (command.asItWas()) {
            ended(command.cancellation()).forEach(one -> visits.resumeAgreement(one.agreement(), one.until(), words));
        } else {
            coverages.askNextTime(customer.code(), ASK_ANEW);
        }
        return find("r.code = ?", code).orElseThrow();
    }

    private record Ended(String agreement, @Nullable LocalDate until) {}

    private List<Ended> ended(@Nullable String cancellation) {
        return database.sql(
                        "select agreement, would_end_on from cancellation_agreement where cancellation = ? order by agreement")
                .param(cancellation)
                .query((row, number) -> new Ended(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
    }

    private @Nullable String operationOf(@Nullable String cancellation) {
        return database.sql("select op_id from cancellation where code = ?")
                .param(cancellation)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private Optional<Reopening> find(String condition, String value) {
        return database.sql(SELECT + " where " + condition)
                .param(value)
                .query(Reopenings::row)
                .optional();
    }

    private static Reopening row(ResultSet row, int number) throws SQLException {
        return new Reopening(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getInt(6),
                row.getString(7),
                Utc.instant(row.getObject(8, LocalDateTime.class)));
    }
}
