package org.dorothydispatch.flags;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Horizon;
import org.dorothydispatch.rules.Mends;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is wrong with a visit, who has answered for it, what would mend it, and who came before. */
@Service
public class FlagService {

    private static final Logger LOG = LoggerFactory.getLogger(FlagService.class);

    /** Mends are looked for from today on, this many days. */
    private static final int MEND_DAYS = 14;

    private static final int STRIP = 10;
    private static final int CHUNK = 400;
    private static final Duration RECEIPTS_KEPT = Duration.ofDays(7);

    private final JdbcClient database;
    private final WorldLoader loader;
    private final Judgements judgements;
    private final Judge judge;
    private final Recheck recheck;
    private final OfficeWeeks weeks;
    private final Answers answers;
    private final Receipts receipts;
    private final VisitService visits;
    private final Outbox outbox;
    private final CurrentUser current;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FlagService(
            JdbcTemplate jdbc,
            Judge judge,
            OfficeWeeks weeks,
            Answers answers,
            Receipts receipts,
            VisitService visits,
            Outbox outbox,
            CurrentUser current,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = JdbcClient.create(jdbc);
        this.loader = new WorldLoader(database);
        this.judgements = new Judgements(jdbc);
        this.judge = judge;
        this.recheck = new Recheck(jdbc, judge);
        this.weeks = weeks;
        this.answers = answers;
        this.receipts = receipts;
        this.visits = visits;
        this.outbox = outbox;
        this.current = current;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** The flags of a visit as they are kept, each with whoever has answered for it. */
    public List<StandingFlag> flagsOf(String visit) {
        visits.get(visit);
        var judgement = judgements.of(List.of(visit)).get(visit);
        if (judgement == null) {
            return List.of();
        }
        var given = answers.of(visit);
        return judgement.flags().stream()
                .map(flag -> new StandingFlag(flag, given.get(flag.code())))
                .toList();
    }

    /**
     * What is kept of several visits, all outcomes, by visit; those nothing is kept of are left out.
     *
     * @throws org.dorothydispatch.security.NotAllowed when one stands on the board of an office that is not theirs
     */
    public Map<String, List<FlagRow>> flagsOf(Collection<String> visits) {
        var offices = new TreeSet<String>();
        Sql.read(
                database,
                "select distinct board_office from visit where code in (:codes)",
                visits,
                (row, number) -> row.getString(1),
                offices::add);
        current.requireOffices(offices);
        var flags = new HashMap<String, List<FlagRow>>();
        judgements.of(visits).forEach((visit, judgement) -> flags.put(visit, judgement.flags()));
        return flags;
    }

    /** What would mend the visit, best first by the customer's own order of what gives way. */
    public List<Offered> mendsOf(String visit) {
        var details = visits.get(visit);
        var office = officeOf(details.customer());
        current.requireOffice(office);
        var now = Now.at(clock.instant());
        var today = now.in(zoneOf(office)).toLocalDate();
        var week = weeks.read(List.of(office), today, MEND_DAYS);
        var world = loader.load(new WorldLoader.Question(List.of(visit), Set.of(), Set.of(), week));
        var people = week.register().technicians().stream()
                .filter(technician -> technician.office().code().equals(office))
                .toList();
        return new Mends(judge.checks())
                        .mends(
                                world,
                                world.visit(visit),
                                now,
                                new Horizon(today, today.plusDays(MEND_DAYS - 1L), people))
                        .stream()
                        .map(mend -> new Offered(
                                Places.placement(mend.assignment()),
                                mend.sentence(),
                                mend.customerLight(),
                                mend.companyLight(),
                                mend.needsConsentFor()))
                        .toList();
    }

    /** The visit strip: the last ten who came or will have come, up to this visit, the latest last. */
    public List<Face> strip(String visit) {
        visits.get(visit);
        var world = loader.load(WorldLoader.Question.about(List.of(visit)));
        var selected = world.visit(visit);
        var faces = new ArrayList<VisitFacts>();
        for (var other : world.visits()) {
            if (other.customer().code().equals(selected.customer().code())
                    && other.assignment().judgeable()
                    && !isAfter(other, selected)) {
                faces.add(other);
            }
        }
        faces.sort(BY_DAY);
        var now = Now.at(clock.instant());
        return faces.subList(Math.max(0, faces.size() - STRIP), faces.size()).stream()
                .map(face -> {
                    var there = face.assignment();
                    return new Face(
                            face.code(),
                            there.date(),
                            there.technician().code(),
                            there.technician().name(),
                            mark(judge.checks().check(world, face, now)));
                })
                .toList();
    }

    private static final Comparator<VisitFacts> BY_DAY = Comparator.comparing(
                    (VisitFacts visit) -> visit.assignment().date())
            .thenComparing(visit -> visit.assignment().start(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(VisitFacts::code);

    private static boolean isAfter(VisitFacts other, VisitFacts selected) {
        return selected.assignment().judgeable() && BY_DAY.compare(other, selected) > 0;
    }

    private static Face.Mark mark(List<Flag> flags) {
        var customers =
                flags.stream().filter(flag -> flag.side() == Side.CUSTOMER).toList();
        if (customers.stream().anyMatch(Flag::broken)) {
            return Face.Mark.BROKEN;
        }
        return customers.stream().anyMatch(flag -> flag.outcome() == Outcome.CONSENTED)
                ? Face.Mark.CONSENTED
                : Face.Mark.KEPT;
    }

    /** Judges these visits again, keeps the result and tells the boards; says how many changed. */
    public int recheck(Collection<String> visits) {
        int changed = 0;
        for (var chunk : Sql.chunks(visits, CHUNK)) {
            changed += Optional.ofNullable(transaction.execute(status -> {
                        var touched = recheck.visits(chunk, clock.instant());
                        tell(touched);
                        return touched.size();
                    }))
                    .orElse(0);
        }
        return changed;
    }

    /**
     * Judges every open visit of customers again after something was said or answered, and tells the boards that show
     * one, changed or not: what stands on a card beside the lights may have changed too. Call it last in a transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void customersChanged(Collection<String> customers, String kind, @Nullable String opId) {
        recheck.customers(customers, clock.instant());
        var boards = new TreeMap<String, Set<String>>();
        loader.openOfCustomers(customers)
                .forEach(row -> boards.computeIfAbsent(row.boardOffice(), office -> new LinkedHashSet<>())
                        .add(row.code()));
        if (!boards.isEmpty()) {
            outbox.append(boards, kind, current.name(), opId);
        }
    }

    /** Judges again what the clock alone may have changed on the boards of these offices. */
    public int refreshDue(Collection<String> offices) {
        if (offices.isEmpty()) {
            return 0;
        }
        return recheck(database.sql("""
                        select d.visit from verdict d join visit v on v.code = d.visit
                        where d.recheck_at <= :now and v.board_office in (:offices)""")
                .param("now", Utc.of(clock.instant()))
                .param("offices", offices)
                .query(String.class)
                .list());
    }

    /** Judges everything on the boards of these offices again. */
    public int recheckAll(Collection<String> offices) {
        if (offices.isEmpty()) {
            return 0;
        }
        return recheck(
                database.sql("""
                        select v.code from visit v left join verdict d on d.visit = v.code
                        where v.board_office in (:offices)
                          and (d.visit is not null or v.status in ('planned', 'confirmed'))
                        order by v.technician, v.planned_on, v.code""").param("offices", offices).query(String.class).list());
    }

    /** Every office's clock goes on while nobody looks; old receipts go. */
    @Scheduled(fixedDelayString = "${dorothy.flags.sweep:30s}", initialDelayString = "${dorothy.flags.sweep:30s}")
    void sweep() {
        try {
            refreshDue(
                    database.sql("select code from office").query(String.class).list());
            receipts.forgetBefore(clock.instant().minus(RECEIPTS_KEPT));
        } catch (DataAccessException e) {
            LOG.warn("The flags were not swept; the next round is in half a minute: {}", e.getMessage());
        }
    }

    private void tell(Set<String> touched) {
        if (touched.isEmpty()) {
            return;
        }
        var boards = new TreeMap<String, Set<String>>();
        loader.visits(touched)
                .forEach(row -> boards.computeIfAbsent(row.boardOffice(), office -> new LinkedHashSet<>())
                        .add(row.code()));
        outbox.append(boards, "recheck", "the clock", null);
    }

    private String officeOf(String customer) {
        return database.sql("select office from customer where code = ?")
                .param(customer)
                .query(String.class)
                .single();
    }

    private ZoneId zoneOf(String office) {
        return ZoneId.of(database.sql("select time_zone from office where code = ?")
                .param(office)
                .query(String.class)
                .single());
    }
}
