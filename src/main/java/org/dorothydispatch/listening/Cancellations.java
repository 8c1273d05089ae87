package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.flags.CallOff;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.schedule.AgreementRow;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer cancels: why, in their words, beside what they said and what we did. Their agreements end, their visits to come
 * are called off, and the branch manager has it in the inbox, all in one transaction. Whoever has the call takes it down, the
 * desk too: until then somebody would come who is no longer wanted.
 */
@Service
public class Cancellations {

    private static final Role[] TAKERS = {RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER};

    private static final String SELECT = """
            select k.code, k.customer, k.agreement, k.words, k.last_day, k.breaks, k.avoidable, k.visits, k.writes_to,
                   coalesce(u.name, k.cancelled_by), k.cancelled_at, coalesce(r.name, k.read_by)
            from cancellation k left join app_user u on u.username = k.cancelled_by
                 left join app_user r on r.username = k.read_by
            """;

    private final CustomerService customers;
    private final VisitService visits;
    private final OfficeService offices;
    private final Timelines timelines;
    private final PeopleKnown known;
    private final CallOff callOff;
    private final Reopenings reopenings;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final CurrentUser current;
    private final Clock clock;

    Cancellations(
            CustomerService customers,
            VisitService visits,
            OfficeService offices,
            Timelines timelines,
            PeopleKnown known,
            CallOff callOff,
            Reopenings reopenings,
            AuditTrail audit,
            JdbcClient database,
            CurrentUser current,
            Clock clock) {
        this.customers = customers;
        this.visits = visits;
        this.offices = offices;
        this.timelines = timelines;
        this.known = known;
        this.callOff = callOff;
        this.reopenings = reopenings;
        this.audit = audit;
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** Whether the person who is signed in may take down that a customer cancels. */
    public boolean mayCancel() {
        return current.has(TAKERS);
    }

    /** Where the screen is on which a customer cancels. */
    public static String address(String customer) {
        return "cancelling?customer=" + URLEncoder.encode(customer, StandardCharsets.UTF_8);
    }

    /** What there is to see before anything is stored. */
    @Transactional(readOnly = true)
    public Leaving look(String customer) {
        current.require(TAKERS);
        var found = customers.get(customer);
        return leaving(found, lastOf(found));
    }

    /** A cancellation that is on the record, for whoever may read the customer. */
    @Transactional(readOnly = true)
    public Leaving read(String cancellation) {
        current.require(TAKERS);
        var found = find("k.code = ?", cancellation)
                .orElseThrow(() -> new IllegalArgumentException("There is no such cancellation. Look again."));
        return leaving(customers.get(found.customer()), found);
    }

    private Leaving leaving(CustomerDetails customer, @Nullable Cancellation cancellation) {
        var code = customer.code();
        var reopening =
                cancellation == null ? null : reopenings.of(cancellation.code()).orElse(null);
        var today = offices.today(customer.office());
        return new Leaving(
                customer,
                goingOn(customer, today),
                timelines.of(code),
                known.by(customer).orElse(null),
                database.sql("""
                                select count(*) from visit where customer = ?
                                  and status in ('unassigned', 'planned', 'confirmed')
                                  and (planned_on is null or planned_on >= ?)""").params(code, today).query(Integer.class).single(),
                today,
                offices.get(customer.office()).timeZone(),
                cancellation,
                reopening,
                reopening == null
                        && (cancellation != null || customer.cancelledOn() != null)
                        && reopenings.mayReopen());
    }

    /**
     * Puts it on the record, ends what they had, and calls off their visits to come. Cancelling the last agreement that
     * goes on is cancelling everything.
     *
     * @throws org.dorothydispatch.customer.CustomerChanged when somebody else changed the customer first
     * @throws IllegalArgumentException with a sentence when there are no words, or nothing is left to cancel
     */
    public Cancellation cancel(CancelCommand command) {
        current.require(TAKERS);
        var words = TheirWords.of(command.words(), "Ask them why, and write it down in their words.");
        var leaving = look(command.customer());
        var customer = leaving.customer();
        current.requireWrite(customer.office(), TAKERS);
        var done = find("k.op_id = ?", command.opId());
        if (done.isPresent()) {
            return done.get();
        }
        requireSomethingToCancel(command, leaving);
        return callOff.with(
                new CallOff.Command(customer.code(), command.agreement(), command.from(), words, command.opId()),
                calledOff -> write(command, words, leaving, calledOff));
    }

    private static void requireSomethingToCancel(CancelCommand command, Leaving leaving) {
        var customer = leaving.customer();
        if (customer.cancelledOn() != null) {
            throw new IllegalArgumentException(
                    "%s has cancelled already, on %s.".formatted(customer.calledName(), customer.cancelledOn()));
        }
        if (command.from().isBefore(leaving.today())) {
            throw new IllegalArgumentException(
                    "What is past cannot be called off. Choose today or a later day as the first without a visit.");
        }
        if (command.agreement() != null
                && leaving.agreements().stream()
                        .noneMatch(agreement -> agreement.code().equals(command.agreement()))) {
            throw new IllegalArgumentException("This agreement has ended already. Look again.");
        }
    }

    private Cancellation write(CancelCommand command, String words, Leaving leaving, int calledOff) {
        var customer = leaving.customer();
        var lastDay = command.from().minusDays(1);
        var goingOn = goingOn(customer, lastDay);
        var ending = goingOn.stream()
                .filter(agreement ->
                        command.agreement() == null || agreement.code().equals(command.agreement()))
                .toList();
        if (command.agreement() != null && ending.isEmpty()) {
            throw new IllegalArgumentException("This agreement has ended already. Look again.");
        }
        if (command.agreement() == null || ending.size() == goingOn.size()) {
            customers.cancel(customer.code(), command.version(), leaving.today(), words);
        } else {
            customers.requireVersion(customer.code(), command.version());
        }
        var code = ListeningService.newCode("cancel");
        database.sql("""
                        insert into cancellation (code, customer, agreement, words, last_day, breaks, avoidable, visits,
                                                  writes_to, cancelled_by, cancelled_at, op_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        code,
                        customer.code(),
                        command.agreement(),
                        words,
                        lastDay,
                        leaving.breaks().size(),
                        leaving.avoidable(),
                        calledOff,
                        leaving.writesTo() == null
                                ? null
                                : shortened(leaving.writesTo().name()),
                        current.username(),
                        now(),
                        command.opId())
                .update();
        for (var agreement : ending) {
            visits.endAgreement(agreement.code(), lastDay, words);
            database.sql("insert into cancellation_agreement (cancellation, agreement, would_end_on) values (?, ?, ?)")
                    .params(code, agreement.code(), agreement.endsOn())
                    .update();
        }
        return find("k.code = ?", code).orElseThrow();
    }

    /** The branch manager has read it: it leaves the inbox. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void wasRead(String cancellation) {
        current.require(BRANCH_MANAGER);
        var found = find("k.code = ?", cancellation)
                .orElseThrow(() -> new IllegalArgumentException("There is no such cancellation. Look again."));
        var office = customers.get(found.customer()).office();
        current.requireWrite(office, BRANCH_MANAGER);
        if (database.sql("update cancellation set read_by = ?, read_at = ? where code = ? and read_at is null")
                        .params(current.username(), now(), cancellation)
                        .update()
                == 1) {
            audit.record(new Change(
                    office, "read", "customer", found.customer(), null, "the cancellation was read", null, null));
        }
    }

    private List<AgreementRow> goingOn(CustomerDetails customer, LocalDate after) {
        return visits.agreements(customer.code()).stream()
                .filter(agreement -> agreement.goesOnAfter(after))
                .toList();
    }

    /** The one that made a customer leave who has not come back since; blank when nobody put it on the record here. */
    private @Nullable Cancellation lastOf(CustomerDetails customer) {
        return customer.cancelledOn() == null
                ? null
                : database.sql(SELECT + """
                                 where k.customer = ? and not exists (select 1 from reopening r where r.cancellation = k.code)
                                order by k.cancelled_at desc, k.code desc limit 1""")
                        .param(customer.code())
                        .query(Cancellations::row)
                        .optional()
                        .orElse(null);
    }

    private Optional<Cancellation> find(String condition, String value) {
        return database.sql(SELECT + " where " + condition)
                .param(value)
                .query(Cancellations::row)
                .optional();
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    /** The column is for reading only and holds 200 characters. */
    private static String shortened(String name) {
        return name.length() <= 200 ? name : name.substring(0, 199) + "…";
    }

    private static Cancellation row(ResultSet row, int number) throws SQLException {
        return new Cancellation(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getString(9),
                row.getString(10),
                Utc.instant(row.getObject(11, LocalDateTime.class)),
                row.getString(12));
    }
}
