package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dorothydispatch.customer.CustomerName;
import org.dorothydispatch.listening.Waiting.Kind;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.Utc;
import org.dorothydispatch.workforce.WorkforceService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that waits for somebody at an office because a customer said something, who waits longest first. A wish whose
 * review date has come waits here to be asked about; it holds all the same.
 */
@Service
@Transactional(readOnly = true)
public class Inbox {

    private static final String HEARD = """
            select 'HEARD' kind, h.code code, h.customer customer, %s called, c.office office, h.words words,
                   coalesce(u.name, h.heard_by) heard_by, h.channel channel, h.heard_at since
            from heard h join customer c on c.code = h.customer left join app_user u on u.username = h.heard_by
            where h.state = 'open' and c.office in (:offices)""".formatted(CustomerName.CALLED);

    private static final String ASK_AGAIN = """
            select 'ASK_AGAIN', p.code, p.customer, %s, c.office, p.words, p.heard_by, p.channel,
                   cast(p.review_on as datetime)
            from preference p join customer c on c.code = p.customer
            where p.answer <> 'declined' and c.cancelled_on is null and (%s)""";

    private static final String CANCELLED = """
            select 'CANCELLED', k.code, k.customer, %s, c.office, k.words, coalesce(u.name, k.cancelled_by), null,
                   k.cancelled_at
            from cancellation k join customer c on c.code = k.customer
                 left join app_user u on u.username = k.cancelled_by
            where k.read_at is null and c.office in (:managed)""".formatted(CustomerName.CALLED);

    private final PreferenceService preferences;
    private final WorkforceService workforce;
    private final OfficeService offices;
    private final JdbcClient database;
    private final CurrentUser current;

    Inbox(
            PreferenceService preferences,
            WorkforceService workforce,
            OfficeService offices,
            JdbcClient database,
            CurrentUser current) {
        this.preferences = preferences;
        this.workforce = workforce;
        this.offices = offices;
        this.database = database;
        this.current = current;
    }

    /** What waits at these offices, as far as they are those of whoever asks. */
    public List<Waiting> waiting(Collection<String> offices, long offset, int limit) {
        var own = own(offices);
        return own.isEmpty()
                ? List.of()
                : asked(
                                "select * from (" + union(own) + ") waiting order by since, kind, code"
                                        + " limit :limit offset :offset",
                                own)
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(this::row)
                        .list();
    }

    /** How much of each kind waits. */
    public Map<Kind, Integer> counts(Collection<String> offices) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(kind, 0);
        }
        var own = own(offices);
        if (!own.isEmpty()) {
            asked("select kind, count(*) from (" + union(own) + ") waiting group by kind", own)
                    .query(row -> {
                        counts.put(Kind.valueOf(row.getString(1)), row.getInt(2));
                    });
        }
        return counts;
    }

    private TreeSet<String> own(Collection<String> offices) {
        current.require(RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        var own = new TreeSet<>(offices);
        own.retainAll(current.offices());
        return own;
    }

    /** A review is due on a day of the office; offices may have different days at one moment. */
    private String union(TreeSet<String> own) {
        var due = new ArrayList<String>();
        for (int i = 0; i < own.size(); i++) {
            due.add(
                    "(c.office = :office%d and p.review_on <= :today%d and (p.valid_to is null or p.valid_to >= :today%d))"
                            .formatted(i, i, i));
        }
        var parts = HEARD + " union all " + ASK_AGAIN.formatted(CustomerName.CALLED, String.join(" or ", due));
        return current.has(BRANCH_MANAGER) ? parts + " union all " + CANCELLED : parts;
    }

    private JdbcClient.StatementSpec asked(String sql, TreeSet<String> own) {
        var parameters = new HashMap<String, Object>();
        parameters.put("offices", own);
        parameters.put("managed", own);
        int i = 0;
        for (var office : own) {
            parameters.put("office" + i, office);
            parameters.put("today" + i, offices.today(office));
            i++;
        }
        return database.sql(sql).params(parameters);
    }

    private Waiting row(ResultSet row, int number) throws SQLException {
        var kind = Kind.valueOf(row.getString(1));
        var name = row.getString(4);
        var words = row.getString(6);
        var by = row.getString(7);
        return new Waiting(
                kind,
                row.getString(2),
                row.getString(3),
                name,
                row.getString(5),
                kind == Kind.ASK_AGAIN ? question(preferences.get(row.getString(2)), name) : "“" + words + "”",
                switch (kind) {
                    case HEARD ->
                        "to %s %s".formatted(by, Channel.of(row.getString(8)).words());
                    case ASK_AGAIN -> words == null ? "ask again" : "ask again about “" + words + "”";
                    case CANCELLED -> "cancelled, told to " + by;
                },
                Utc.instant(row.getObject(9, LocalDateTime.class)));
    }

    /** {@code Does Dorothy still want Ana Petrov?} */
    private String question(PreferenceRow wish, String name) {
        var meaning = WishWords.of(wish, workforce.names(wish.technicians()));
        var person = PreferenceKind.valueOf(wish.kind()).about() == GivesWay.PERSON;
        return "Does %s still want %s%s?".formatted(name, person ? "" : "this: ", meaning);
    }
}
