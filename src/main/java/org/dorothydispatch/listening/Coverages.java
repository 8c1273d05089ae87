package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;
import static org.dorothydispatch.security.Role.TECHNICIAN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.listening.Coverage.State;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Whom we have asked what matters to them, whom not, and what to ask when they are next seen. */
@Service
public class Coverages {

    private static final int LONGEST = 500;
    private static final Role[] READERS = {RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER};

    /**
     * The last time anything was heard from each customer: a sentence, a wish, an answer to "is it still so". Moments are
     * UTC; a day that was written down is one of the office already.
     */
    private static final String COVERAGE = """
            select code, called, office, heard_at, asked_at, heard_on, wishes, question, question_by, case
                       when heard_at is null and asked_at is null and stated = 0 then 'NEVER_ASKED'
                       when heard_at >= :yearAgoUtc or asked_at >= :yearAgoUtc or heard_on >= :yearAgo then 'CONFIRMED'
                       else 'ASKED' end state
            from (
                select c.code, """ + CustomerName.CALLED + """
                       called, c.office,
                       (select max(h.heard_at) from heard h where h.customer = c.code) heard_at,
                       (select max(a.asked_at) from asked a where a.customer = c.code) asked_at,
                       (select max(p.heard_on) from preference p where p.customer = c.code) heard_on,
                       (select count(*) from preference p where p.customer = c.code and p.answer <> 'declined'
                            and (p.valid_to is null or p.valid_to >= :today)) wishes,
                       (select count(*) from preference p where p.customer = c.code) stated,
                       n.question, coalesce(u.name, n.set_by) question_by
                from customer c left join ask_next_time n on n.customer = c.code
                     left join app_user u on u.username = n.set_by
                where %s) known
            """;

    private static final String OF_OFFICE = COVERAGE.formatted("c.office = :office and c.cancelled_on is null");

    private final ListeningService listening;
    private final OfficeService offices;
    private final AskedStore asked;
    private final FlagService flags;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final CurrentUser current;
    private final Clock clock;

    Coverages(
            ListeningService listening,
            OfficeService offices,
            AskedStore asked,
            FlagService flags,
            AuditTrail audit,
            JdbcClient database,
            CurrentUser current,
            Clock clock) {
        this.listening = listening;
        this.offices = offices;
        this.asked = asked;
        this.flags = flags;
        this.audit = audit;
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** One customer's, for whoever meets them: the people of the office, and the technicians who visit them. */
    @Transactional(readOnly = true)
    public Coverage of(String customer) {
        var office = requireMeets(customer);
        return asked(COVERAGE.formatted("c.code = :customer"), office)
                .param("customer", customer)
                .query(reading(office))
                .single();
    }

    /** How many customers of an office stand in each state; those who have cancelled are not counted. */
    @Transactional(readOnly = true)
    public Map<State, Integer> counts(String office) {
        current.require(READERS);
        current.requireOffice(office);
        var counts = new EnumMap<State, Integer>(State.class);
        for (var state : State.values()) {
            counts.put(state, 0);
        }
        asked("select state, count(*) from (" + OF_OFFICE + ") counted group by state", office)
                .param("office", office)
                .query(row -> {
                    counts.put(State.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** The customers of an office in one state, by name. */
    @Transactional(readOnly = true)
    public List<Coverage> list(String office, State state, long offset, int limit) {
        current.require(READERS);
        current.requireOffice(office);
        return asked(
                        "select * from (" + OF_OFFICE + ") listed where state = :state"
                                + " order by called, code limit :limit offset :offset",
                        office)
                .param("office", office)
                .param("state", state.name())
                .param("limit", limit)
                .param("offset", offset)
                .query(reading(office))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, String office) {
        var zone = offices.get(office).timeZone();
        var today = offices.today(office);
        var yearAgo = today.minusYears(1);
        return database.sql(sql)
                .param("today", today)
                .param("yearAgo", yearAgo)
                .param("yearAgoUtc", Utc.of(yearAgo.atStartOfDay(zone).toInstant()));
    }

    /** What to ask this customer when they are next seen or on the phone. A new question takes the place of the old. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void askNextTime(String customer, String question) {
        current.require(READERS);
        listening.lockCustomer(customer);
        var office = requireMeets(customer);
        var words = question.strip();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Write the question, as it is to be asked.");
        }
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A question may have %d letters; this has %d.".formatted(LONGEST, words.length()));
        }
        LawLine.read(words).ifPresent(caught -> {
            throw new IllegalArgumentException(caught.toSay());
        });
        var before = question(customer).orElse(null);
        database.sql("delete from ask_next_time where customer = ?")
                .param(customer)
                .update();
        database.sql("insert into ask_next_time (customer, question, set_by, set_at) values (?, ?, ?, ?)")
                .params(customer, words, current.username(), Utc.of(clock.instant()))
                .update();
        audit.record(new Change(office, "ask next time", "customer", customer, before, words, null, null));
        flags.customersChanged(List.of(customer), "ask next time", null);
    }

    /**
     * They were asked, and had nothing to add or change. Whoever heard something writes that down instead, or besides.
     *
     * @param note what was said, if anything
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void wereAsked(String customer, @Nullable String note) {
        listening.lockCustomer(customer);
        var office = requireMeets(customer);
        var words = note == null || note.isBlank() ? null : note.strip();
        if (words != null && words.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "Write this down as what they said: it has more than %d letters.".formatted(LONGEST));
        }
        var question = question(customer).orElse(null);
        asked.add(customer, null, Amendments.Outcome.NOTHING_NEW, words);
        database.sql("delete from ask_next_time where customer = ?")
                .param(customer)
                .update();
        audit.record(new Change(office, "asked", "customer", customer, question, words, null, null));
        flags.customersChanged(List.of(customer), "asked", null);
    }

    private Optional<String> question(String customer) {
        return database.sql("select question from ask_next_time where customer = ?")
                .param(customer)
                .query(String.class)
                .optional();
    }

    /** The customer's office; refuses whoever neither works for it nor visits them. */
    private String requireMeets(String customer) {
        current.require(RECEPTIONIST, SALESPERSON, TECHNICIAN, DISPATCHER, BRANCH_MANAGER);
        var office = database.sql("select office from customer where code = ?")
                .param(customer)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no customer (%s).".formatted(customer)));
        current.requireOffice(office);
        if (!current.has(READERS)
                && database.sql("select count(*) from visit where customer = ? and technician = ?")
                                .params(customer, current.technician().orElse(""))
                                .query(Integer.class)
                                .single()
                        == 0) {
            throw new NotAllowed("You see what to ask the customers whom you visit.");
        }
        return office;
    }

    private RowMapper<Coverage> reading(String office) {
        var zone = offices.get(office).timeZone();
        return (row, number) -> new Coverage(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                State.valueOf(row.getString(10)),
                latest(
                        latest(
                                day(row.getObject(4, LocalDateTime.class), zone),
                                day(row.getObject(5, LocalDateTime.class), zone)),
                        row.getObject(6, LocalDate.class)),
                row.getInt(7),
                row.getString(8),
                row.getString(9));
    }

    private static @Nullable LocalDate day(@Nullable LocalDateTime utc, ZoneId zone) {
        return utc == null
                ? null
                : utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate();
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
