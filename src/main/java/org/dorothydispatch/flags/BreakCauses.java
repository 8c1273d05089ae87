package org.dorothydispatch.flags;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.dorothydispatch.flags.FoundBreak.Cause;
import org.dorothydispatch.rules.AbsenceKind;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.rules.Hindsight;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out what broken wishes came of, from what is on the record: consents, people who left, absences, who moved the
 * visit last, overrides, routes; and whether another assignment would have kept the wish, everything else being as it was.
 * A wish counts from the day on which it was heard.
 */
@Service
@Transactional(readOnly = true)
public class BreakCauses {

    /** Another assignment is looked for so many days before and after the day a visit was due. */
    public static final int DAYS_AROUND = DaysAround.DAYS;

    /** Visits looked at in one world. */
    private static final int TOGETHER = 200;

    private final JdbcClient database;
    private final WorldLoader loader;
    private final Judge judge;
    private final Hindsight hindsight;
    private final CurrentUser current;
    private final Clock clock;

    BreakCauses(JdbcTemplate jdbc, Judge judge, CurrentUser current, Clock clock) {
        this.database = JdbcClient.create(jdbc);
        this.loader = new WorldLoader(database);
        this.judge = judge;
        this.hindsight = new Hindsight(judge.checks());
        this.current = current;
        this.clock = clock;
    }

    /** What the visits of a customer up to a day have broken, in the order of the days. */
    public List<FoundBreak> ofCustomer(String customer, LocalDate upTo) {
        current.require(RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        current.requireOffice(database.sql("select office from customer where code = ?")
                .param(customer)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no customer (%s).".formatted(customer))));
        return ofVisits(
                database.sql("""
                        select code from visit
                        where customer = ? and technician is not null and planned_on <= ?
                          and status in ('planned', 'confirmed', 'done')""").params(customer, upTo).query(String.class).list());
    }

    /**
     * The same of these visits, whatever office they belong to, as long as they stand on a day with a person. Asks nobody
     * for rights: the services in front of it do.
     */
    public List<FoundBreak> ofVisits(Collection<String> visits) {
        return ofVisits(visits, looked -> {});
    }

    /** @param looked told now and then how many visits were looked at */
    public List<FoundBreak> ofVisits(Collection<String> visits, IntConsumer looked) {
        var found = new ArrayList<FoundBreak>();
        int done = 0;
        for (var chunk : Sql.chunks(visits, TOGETHER)) {
            found.addAll(ofSome(chunk));
            done += chunk.size();
            looked.accept(done);
        }
        found.sort(FoundBreak.IN_ORDER);
        return List.copyOf(found);
    }

    private List<FoundBreak> ofSome(Collection<String> visits) {
        var world = loader.load(WorldLoader.Question.about(visits));
        var heard = heardOn(visits);
        var now = Now.at(clock.instant());
        var flagged = new LinkedHashMap<VisitFacts, List<Flag>>();
        for (var code : visits) {
            var visit = world.visit(code);
            var flags = judge.checks().check(world, visit, now).stream()
                    .filter(flag -> flag.side() == Side.CUSTOMER)
                    .filter(flag -> !flag.date().isBefore(heard.getOrDefault(flag.code(), flag.date())))
                    .toList();
            if (!flags.isEmpty()) {
                flagged.put(visit, flags);
            }
        }
        var record = new Record(flagged.keySet().stream().map(VisitFacts::code).collect(Collectors.toSet()));
        // The days around are loaded only for what was broken.
        var broken = flagged.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Flag::broken))
                .map(Map.Entry::getKey)
                .toList();
        var arounds = broken.isEmpty() ? null : loader.load(DaysAround.question(database, broken));
        var found = new ArrayList<FoundBreak>();
        flagged.forEach((visit, flags) -> found.addAll(breaks(world, visit, flags, arounds, record)));
        return found;
    }

    private List<FoundBreak> breaks(
            World world, VisitFacts visit, List<Flag> flags, @Nullable World around, Record record) {
        var wishes = visit.customer().preferences().stream()
                .collect(Collectors.toMap(PreferenceFacts::code, Function.identity()));
        var found = new ArrayList<FoundBreak>();
        for (var flag : flags) {
            var why = why(world, visit, flag, wishes.get(flag.code()), record);
            var instead = flag.broken() && around != null ? instead(around, visit.code(), flag) : Instead.NOTHING;
            var there = visit.assignment();
            found.add(new FoundBreak(
                    visit.code(),
                    visit.customer().code(),
                    there.date(),
                    there.technician().name(),
                    flag.code(),
                    flag.kind(),
                    flag.level(),
                    flag.message(),
                    why.cause(),
                    why.sentence(),
                    why.by(),
                    instead.sentence(),
                    instead.against()));
        }
        return found;
    }

    // --- whether it could have been kept ---

    private record Instead(@Nullable String sentence, List<FoundBreak.Against> against) {

        static final Instead NOTHING = new Instead(null, List.of());
    }

    private Instead instead(World around, String code, Flag flag) {
        if (PreferenceKind.valueOf(flag.kind()) == PreferenceKind.NOTICE) {
            return new Instead("A call ahead would have kept it.", List.of());
        }
        var visit = around.visit(code);
        var ways = hindsight.ways(around, visit, flag.code(), DaysAround.of(around, visit));
        return new Instead(
                ways.unblocked().map(there -> wasFree(around, there)).orElse(null),
                ways.against().stream()
                        .map(way -> new FoundBreak.Against(way.protocols(), wasFree(around, way.there())))
                        .toList());
    }

    private static String wasFree(World world, Assignment there) {
        return "%s was free on %s%s."
                .formatted(
                        world.nameOf(there.technician()),
                        Places.day(there.date()),
                        there.start() == null ? "" : " at " + there.start());
    }

    // --- what it came of ---

    private record Why(
            Cause cause, String sentence, @Nullable String by) {

        Why(Cause cause, String sentence) {
            this(cause, sentence, null);
        }
    }

    private static Why why(World world, VisitFacts visit, Flag flag, PreferenceFacts wish, Record record) {
        if (flag.outcome() == Outcome.CONSENTED) {
            return new Why(
                    Cause.CUSTOMER_ASKED,
                    "%s agreed to it.".formatted(visit.customer().calledName()));
        }
        if (wish.kind() == PreferenceKind.NOTICE) {
            return new Why(Cause.UNKNOWN, "Nobody called ahead in time.");
        }
        var there = visit.assignment();
        // A wish about the person asks for their day; a wish about the day was in trouble on the day it was due.
        var day = wish.kind().about() == GivesWay.PERSON ? there.date() : visit.dueOn();
        for (var wanted : wanted(visit, wish)) {
            var name = world.nameOf(wanted);
            if (wanted.endsOn() != null && wanted.endsOn().isBefore(day)) {
                return new Why(Cause.LEAVER, "%s left on %s.".formatted(name, Places.day(wanted.endsOn())));
            }
            var absence = wanted.absenceOn(day);
            if (absence != null) {
                return new Why(Cause.ABSENCE, "%s was %s.".formatted(name, away(absence.kind())));
            }
        }
        var move = record.lastMove(visit.code());
        if (move != null) {
            return move.action().equals("plan")
                    ? new Why(
                            Cause.PLANNER,
                            "The planner put it there; %s accepted the plan.".formatted(move.actor()),
                            move.actor())
                    : new Why(
                            Cause.MANUAL,
                            "%s moved it%s.".formatted(move.actor(), move.why() == null ? "" : ": " + move.why()),
                            move.actor());
        }
        var override = record.overrides.get(visit.code() + " " + flag.code());
        if (override != null) {
            return new Why(
                    Cause.MANUAL, "%s kept it there: %s".formatted(override.by(), override.reason()), override.by());
        }
        return route(world, visit, wish);
    }

    private static Why route(World world, VisitFacts visit, PreferenceFacts wish) {
        var there = visit.assignment();
        var agreed = visit.agreement() == null ? null : visit.agreement().route();
        if (there.route() != null && agreed != null && !there.route().code().equals(agreed.code())) {
            return new Why(
                    Cause.ROUTE_CHANGE,
                    "It went on the route %s instead of %s."
                            .formatted(there.route().name(), agreed.name()));
        }
        if (wish.kind().about() == GivesWay.PERSON
                && there.route() != null
                && there.route().technician() != null
                && there.route().technician().code().equals(there.technician().code())) {
            return new Why(
                    Cause.ROUTE_CHANGE,
                    "%s drives the route %s."
                            .formatted(
                                    world.nameOf(there.technician()),
                                    there.route().name()));
        }
        return new Why(Cause.UNKNOWN, "The record does not say why.");
    }

    /** Whom the customer would have had, had the wish been kept; who came is not among them. */
    private static List<TechnicianFacts> wanted(VisitFacts visit, PreferenceFacts wish) {
        var theirs = visit.customer().technician();
        var wanted = new ArrayList<TechnicianFacts>();
        switch (wish.kind()) {
            case PERSON -> {
                if (!wish.technicians().isEmpty()) {
                    wanted.add(wish.technicians().getFirst());
                } else if (theirs != null) {
                    wanted.add(theirs);
                }
            }
            case ONLY -> wanted.addAll(wish.technicians());
            default -> {
                if (theirs != null) {
                    wanted.add(theirs);
                }
            }
        }
        if (wish.kind().about() == GivesWay.PERSON) {
            var came = visit.assignment().technician();
            wanted.removeIf(one -> one.code().equals(came.code()));
        }
        return wanted;
    }

    private static String away(AbsenceKind kind) {
        return switch (kind) {
            case SICK -> "ill";
            case VACATION -> "on vacation";
            case TRAINING -> "in training";
            case OTHER -> "away";
        };
    }

    private Map<String, LocalDate> heardOn(Collection<String> visits) {
        var heard = new HashMap<String, LocalDate>();
        Sql.read(
                database,
                """
                select distinct p.code, p.heard_on from preference p join visit v on v.customer = p.customer
                where v.code in (:codes) and p.heard_on is not null""",
                visits,
                (row, number) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)),
                entry -> heard.put(entry.getKey(), entry.getValue()));
        return heard;
    }

    private record KeptThere(String visit, String code, String by, String reason) {}

    private record Move(
            String visit,
            Instant at,
            String action,
            String actor,
            @Nullable String why) {}

    /** Who put these visits where they stood, and who kept them there knowing what it broke. */
    private final class Record {

        private final Map<String, Move> moves = new HashMap<>();
        private final Map<String, KeptThere> overrides = new HashMap<>();

        Record(Set<String> visits) {
            Sql.read(
                    database,
                    """
                    select a.subject, a.at, a.action, coalesce(u.name, a.actor), a.why
                    from audit_entry a left join app_user u on u.username = a.actor
                    where a.subject_kind = 'visit' and a.action in ('move', 'assign', 'undo', 'redo', 'plan')
                      and a.subject in (:codes) order by a.id""",
                    visits,
                    (row, number) -> new Move(
                            row.getString(1),
                            Utc.instant(row.getObject(2, LocalDateTime.class)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)),
                    move -> moves.put(move.visit(), move));
            Sql.read(
                    database,
                    "select visit, code, kept_by, reason from visit_override where visit in (:codes)",
                    visits,
                    (row, number) ->
                            new KeptThere(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                    override -> overrides.put(override.visit() + " " + override.code(), override));
        }

        @Nullable
        Move lastMove(String visit) {
            return moves.get(visit);
        }
    }
}
