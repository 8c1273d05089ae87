package org.dorothydispatch.flags;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.schedule.AgreedRoutes;
import org.dorothydispatch.schedule.Assignments;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.security.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * People at the same visit and at the same hour, on a real MySQL: nobody's work is overwritten unseen, nothing comes to
 * overlap, and everybody who was second is told. The last two tests take a guard away and expect the first two to notice.
 */
@DatabaseTest(now = StoryFixture.NOON_UTC)
@Tag("mysql")
class ConcurrencyTest {

    private static final int PAIRS = 500;
    private static final int CLIENTS = 200;
    private static final int DAYS = 5;
    private static final int TECHNICIANS = 20;
    private static final LocalDate FROM = StoryFixture.TUESDAY;

    @Autowired
    private MoveVisit moves;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Judge judge;

    @Autowired
    private Answers answers;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Assignments assignments;

    @Autowired
    private AgreedRoutes agreedRoutes;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Outbox outbox;

    @Autowired
    private CurrentUser current;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    /** What a client sent and what it was told. */
    private record Told(MoveCommand command, MoveOutcome outcome) {

        boolean accepted() {
            return outcome.accepted();
        }
    }

    @BeforeEach
    void store() {
        var fixture = new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .user("one", DISPATCHER, "ALB")
                .user("two", DISPATCHER, "ALB");
        for (int i = 0; i < TECHNICIANS; i++) {
            fixture.technician("T" + i, "Technician " + i, "ALB", "weekdays", "MON;TUE;WED;THU;FRI;SAT;SUN")
                    .route("R" + i, "ALB", "T" + i, "weekdays", "MON;TUE;WED;THU;FRI;SAT;SUN");
        }
    }

    @Test
    void ofTwoEditsOfOneVisitOneIsSavedAndTheOtherIsTold() throws Exception {
        var told = conflictingPairs(moves, PAIRS);

        assertThat(lostEdits(told)).isEmpty();
        assertThat(overlaps()).isZero();
        assertThat(told).filteredOn(Told::accepted).hasSize(PAIRS);
        assertThat(told)
                .filteredOn(one -> one.outcome().status() == Status.STALE)
                .hasSize(PAIRS)
                .allSatisfy(
                        loser -> assertThat(loser.outcome().sentence()).containsAnyOf("one by name", "two by name"));
        assertThat(auditRows()).isEqualTo(told.stream().filter(Told::accepted).count());
    }

    @Test
    void ofTwoHundredClientsAtOneHourOneGetsItAndTheOthersAreTold() throws Exception {
        var told = everybodyAtTen(moves, CLIENTS);

        assertThat(overlaps()).isZero();
        assertThat(told).filteredOn(Told::accepted).hasSize(1);
        assertThat(told).filteredOn(one -> !one.accepted()).hasSize(CLIENTS - 1).allSatisfy(loser -> {
            assertThat(loser.outcome().status()).isEqualTo(Status.REFUSED);
            assertThat(loser.outcome().sentence()).isNotBlank();
            assertThat(loser.outcome().flags()).extracting(FlagRow::kind).contains("DOUBLE_BOOKED");
        });
        assertThat(lostEdits(told)).isEmpty();
        assertThat(auditRows()).isOne();
    }

    @Test
    void whoeverAsksForAnyHourOfAFullDayGetsAFreeOneOrIsTold() throws Exception {
        unassigned(60);
        var told = atOnce(
                60,
                client -> () -> sent(
                        moves,
                        new MoveCommand("any-" + client, "V" + client, 0, new MoveTarget("R1", FROM, null, null))));

        assertThat(overlaps()).isZero();
        assertThat(told).filteredOn(Told::accepted).hasSize(18);
        assertThat(lostEdits(told)).isEmpty();
    }

    @Test
    void aCommandThatComesUpToThreeTimesAtOnceIsDoneOnce() throws Exception {
        unassigned(60);
        var random = new Random(7);
        var copies = new ArrayList<MoveCommand>();
        for (int i = 0; i < 60; i++) {
            var command = new MoveCommand(
                    "op-" + i, "V" + i, 0, new MoveTarget("R" + i % TECHNICIANS, FROM.plusDays(i % 3), null, null));
            for (int copy = random.nextInt(3); copy >= 0; copy--) {
                copies.add(command);
            }
        }
        var told = atOnce(copies.size(), i -> () -> sent(moves, copies.get(i)));

        told.stream()
                .collect(groupingBy(one -> one.command().opId()))
                .forEach((op, answersGiven) -> assertThat(answersGiven)
                        .as(op)
                        .extracting(Told::outcome)
                        .containsOnly(answersGiven.getFirst().outcome()));
        assertThat(told).allMatch(Told::accepted);
        assertThat(auditRows()).isEqualTo(60);
        assertThat(versions()).containsOnly(1);
        assertThat(overlaps()).isZero();
    }

    @Test
    void ofTwoDraftsThatOverlapOneIsSavedWholeAndTheOtherNotAtAll() throws Exception {
        var told = overlappingDrafts(100);

        for (int pair = 0; pair < 100; pair++) {
            var both = told.subList(2 * pair, 2 * pair + 2);
            assertThat(both).as("pair %d", pair).filteredOn(Saved::accepted).hasSize(1);
        }
        for (var one : told) {
            if (one.accepted()) {
                assertThat(one.outcome().parts())
                        .allSatisfy(part -> {
                            assertThat(version(part.visit())).isOne();
                            assertThat(placement(part.visit()))
                                    .isEqualTo(part.outcome().placement());
                        })
                        .hasSize(3);
            } else {
                assertThat(one.outcome().status()).isIn(Status.STALE, Status.REFUSED);
                assertThat(one.outcome().sentence())
                        .startsWith("Nothing was saved.")
                        .doesNotContain("try again");
                one.proposal().moves().stream()
                        .map(ProposedMove::visit)
                        .filter(visit -> !visit.startsWith("S"))
                        .forEach(visit -> assertThat(version(visit)).as(visit).isZero());
            }
        }
        assertThat(overlaps()).isZero();
        assertThat(auditRows()).isEqualTo(300);
    }

    private record Saved(Proposal proposal, ProposalOutcome outcome) {

        boolean accepted() {
            return outcome.accepted();
        }
    }

    /**
     * Each pair wants the same three hours on three technicians' days, one for its own visits and the other, beginning
     * at the far end, for its own; every second pair quarrels over a visit besides. Neighbouring pairs share days.
     */
    private List<Saved> overlappingDrafts(int pairs) throws Exception {
        var hours = new ArrayList<MoveTarget>();
        for (int i = 0; i < 3 * pairs; i++) {
            hours.add(new MoveTarget(
                    "R" + i % 6,
                    FROM.plusDays(i / 6 % DAYS),
                    LocalTime.of(8, 0).plusMinutes(30L * (i / 6 / DAYS)),
                    null));
        }
        Collections.shuffle(hours, new Random(11));
        var fixture = new RegisterFixture(database);
        var drafts = new ArrayList<Proposal>();
        for (int pair = 0; pair < pairs; pair++) {
            var wanted = hours.subList(3 * pair, 3 * pair + 3);
            for (var side : List.of("A", "B")) {
                var moves = new ArrayList<ProposedMove>();
                for (int i = 0; i < 3; i++) {
                    var visit = (i == 0 && pair % 2 == 0 ? "S" : side) + pair + "-" + i;
                    if (side.equals("A") || !visit.startsWith("S")) {
                        fixture.customer("C" + visit, "Customer " + visit, "ALB")
                                .visit(visit, "C" + visit, FROM, "unassigned");
                    }
                    moves.add(new ProposedMove(visit, 0, wanted.get(i)));
                }
                if (side.equals("B")) {
                    Collections.reverse(moves);
                }
                drafts.add(new Proposal("draft-" + side + pair, Proposal.Kind.MOVE, moves));
            }
        }
        return run(drafts.size(), 16, 2, client -> {
            var draft = drafts.get(client);
            return () -> new Saved(draft, SignedIn.as(client % 2 == 0 ? "one" : "two", () -> moves.save(draft)));
        });
    }

    @Test
    void anImportWaitsForAMoveBeforeItWritesWhatTheMoveNeeds(@TempDir Path bundle, @Autowired BundleImport imports)
            throws Exception {
        var fixture =
                new RegisterFixture(database).customer("C0", "Dorothy", "ALB").customer("C1", "Rosa", "ALB");
        StoryFixture.planned(fixture, "V0", "C0", "planned", FROM, LocalTime.of(9, 0), "R0", "T0");
        StoryFixture.planned(fixture, "V1", "C1", "planned", FROM, LocalTime.of(9, 0), "R1", "T1");
        Files.writeString(bundle.resolve("offices.csv"), "code,name,time_zone\nALB,Albany,America/New_York\n");
        Files.writeString(bundle.resolve("technicians.csv"), "code,name,office,ends_on\nT0,Ana,ALB,2026-10-01\n");
        var held = new CyclicBarrier(2);
        var tries = new AtomicInteger();
        var paused = movesGuardedBy(new Guards(database) {
            @Override
            void lockVisits(Collection<String> visits) {
                super.lockVisits(visits);
                tries.incrementAndGet();
                try {
                    held.await(60, TimeUnit.SECONDS);
                    held.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        try (var executor = Executors.newFixedThreadPool(2)) {
            var move = executor.submit(() -> sent(
                    paused, new MoveCommand("beside", "V1", 0, new MoveTarget("R0", FROM, LocalTime.of(11, 0), null))));
            held.await(60, TimeUnit.SECONDS);
            var stored =
                    executor.submit(() -> imports.store(bundle, Importer.everywhere("import"), ImportProgress.NONE));
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> stored.isDone() || !waiting().isEmpty());
            assertThat(waiting()).singleElement().satisfies(waits -> {
                assertThat(waits.statement()).contains("from visit");
                assertThat(waits.written()).as("rows that it has written").isZero();
            });
            held.await(60, TimeUnit.SECONDS);

            assertThat(move.get(60, TimeUnit.SECONDS).accepted()).isTrue();
            assertThat(stored.get(60, TimeUnit.SECONDS).stored()).isTrue();
        }
        assertThat(tries).as("tries of the move").hasValue(1);
        assertThat(placement("V1").technician()).isEqualTo("T0");
        assertThat(database.sql("select visit from flag where kind = 'NOT_EMPLOYED' order by visit")
                        .query(String.class)
                        .list())
                .as("judged by what the import brought, the moved visit too")
                .containsExactly("V0", "V1");
    }

    private record Waiting(String statement, int written) {}

    /** The transactions of this schema that wait for a lock. */
    private List<Waiting> waiting() {
        return database.sql("""
                        select t.trx_query, t.trx_rows_modified
                        from information_schema.innodb_trx t
                        join information_schema.processlist p on p.id = t.trx_mysql_thread_id
                        where p.db = database() and t.trx_state = 'LOCK WAIT'""")
                .query((row, number) -> new Waiting(row.getString(1), row.getInt(2)))
                .list();
    }

    @Test
    void withoutTheVersionEditsWouldBeLost() throws Exception {
        var careless = movesGuardedBy(new Guards(database) {
            @Override
            boolean seen(VisitRow visit, ProposedMove move) {
                return true;
            }
        });
        assertThat(lostEdits(conflictingPairs(careless, 40))).isNotEmpty();
    }

    @Test
    void withoutTheLocksAnHourWouldBeGivenTwice() throws Exception {
        // The first two wait for each other where both have read and neither has written: luck has no part in it.
        var both = new CyclicBarrier(2);
        var arrived = new AtomicInteger();
        var careless = movesGuardedBy(new Guards(database) {
            @Override
            void lock(SortedSet<Day> technicianDays, SortedSet<Day> runs, SortedSet<String> customers) {}

            @Override
            void lockVisits(Collection<String> visits) {}

            @Override
            boolean seen(VisitRow visit, ProposedMove move) {
                if (arrived.getAndIncrement() < 2) {
                    try {
                        both.await(60, TimeUnit.SECONDS);
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return super.seen(visit, move);
            }
        });
        everybodyAtTen(careless, 60);
        assertThat(overlaps()).isPositive();
    }

    /** Each pair of clients saw the same version of a visit and wants it on another technician's day and hour. */
    private List<Told> conflictingPairs(MoveVisit service, int pairs) throws Exception {
        var fixture = new RegisterFixture(database);
        for (int i = 0; i < pairs; i++) {
            fixture.customer("C" + i, "Customer " + i, "ALB");
            StoryFixture.planned(
                    fixture,
                    "V" + i,
                    "C" + i,
                    "planned",
                    day(i),
                    hour(i),
                    "R" + i % TECHNICIANS,
                    "T" + i % TECHNICIANS);
        }
        // The second half of each day is free, so that hardly a pair fails for want of room.
        return inParallel(2 * pairs, client -> {
            int visit = client / 2;
            int other = visit + 1 + client % 2 * 7;
            return () -> sent(
                    service,
                    new MoveCommand(
                            "pair-" + client,
                            "V" + visit,
                            0,
                            new MoveTarget(
                                    "R" + other % TECHNICIANS,
                                    day(visit),
                                    hour(visit).plusMinutes(client % 2 == 0 ? 150 : 300),
                                    null)),
                    client % 2 == 0 ? "one" : "two");
        });
    }

    private static LocalDate day(int visit) {
        return FROM.plusDays(visit / TECHNICIANS % DAYS);
    }

    private static LocalTime hour(int visit) {
        return LocalTime.of(8, 0).plusMinutes(30L * (visit / TECHNICIANS / DAYS));
    }

    private List<Told> everybodyAtTen(MoveVisit service, int clients) throws Exception {
        unassigned(clients);
        return atOnce(
                clients,
                client -> () -> sent(
                        service,
                        new MoveCommand(
                                "ten-" + client,
                                "V" + client,
                                0,
                                new MoveTarget("R0", FROM, LocalTime.of(10, 0), null))));
    }

    private void unassigned(int visits) {
        var fixture = new RegisterFixture(database);
        for (int i = 0; i < visits; i++) {
            fixture.customer("C" + i, "Customer " + i, "ALB").visit("V" + i, "C" + i, FROM, "unassigned");
        }
    }

    private Told sent(MoveVisit service, MoveCommand command) {
        return sent(service, command, "one");
    }

    private Told sent(MoveVisit service, MoveCommand command, String username) {
        return new Told(command, SignedIn.as(username, () -> service.move(command)));
    }

    /** All clients start together. */
    private static List<Told> atOnce(int clients, IntFunction<Callable<Told>> client) throws Exception {
        return run(clients, clients, clients, client);
    }

    /** Neighbours start together, eight pairs at a time. */
    private static List<Told> inParallel(int clients, IntFunction<Callable<Told>> client) throws Exception {
        return run(clients, 16, 2, client);
    }

    private static <T> List<T> run(int clients, int threads, int together, IntFunction<Callable<T>> client)
            throws Exception {
        var barriers = IntStream.range(0, clients / together + 1)
                .mapToObj(i -> new CyclicBarrier(together))
                .toList();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < clients; i++) {
                var number = i;
                futures.add(executor.submit(() -> {
                    var work = client.apply(number);
                    barriers.get(number / together).await(60, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            var told = new ArrayList<T>();
            for (var future : futures) {
                told.add(future.get(120, TimeUnit.SECONDS));
            }
            return told;
        }
    }

    private MoveVisit movesGuardedBy(Guards guards) {
        return new MoveVisit(
                jdbc,
                judge,
                guards,
                answers,
                receipts,
                assignments,
                agreedRoutes,
                audit,
                outbox,
                current,
                clock,
                transactions,
                8);
    }

    /**
     * Reads the history: each version of a visit was given to one accepted move at most, none is missing, and the visit
     * stands where its last accepted move put it.
     */
    private List<String> lostEdits(List<Told> told) {
        var violations = new ArrayList<String>();
        var accepted = told.stream()
                .filter(Told::accepted)
                .collect(groupingBy(one -> one.command().visit()));
        accepted.forEach((visit, history) -> {
            var sawSame =
                    history.stream().collect(groupingBy(one -> one.command().expectedVersion()));
            sawSame.forEach((version, writers) -> {
                if (writers.size() > 1) {
                    violations.add("%d edits of version %d of %s were saved".formatted(writers.size(), version, visit));
                }
            });
            var last = history.stream()
                    .max(Comparator.comparingInt(one -> one.outcome().version()))
                    .orElseThrow();
            if (version(visit) != last.outcome().version()) {
                violations.add("%s has version %d after %s".formatted(visit, version(visit), last));
            }
            if (!Objects.equals(placement(visit), last.outcome().placement())) {
                violations.add("%s stands at %s after %s".formatted(visit, placement(visit), last));
            }
        });
        return violations;
    }

    private int version(String visit) {
        return database.sql("select version from visit where code = ?")
                .param(visit)
                .query(Integer.class)
                .single();
    }

    private List<Integer> versions() {
        return database.sql("select version from visit").query(Integer.class).list();
    }

    private Placement placement(String visit) {
        return database.sql("select route, planned_on, start_time, technician, status from visit where code = ?")
                .param(visit)
                .query((row, number) -> new Placement(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalTime.class),
                        row.getString(4),
                        row.getString(5)))
                .single();
    }

    private int overlaps() {
        return database.sql("""
                        select count(*)
                        from visit a join visit b on a.technician = b.technician and a.planned_on = b.planned_on
                                                  and a.code < b.code
                        where a.status in ('planned', 'confirmed', 'done') and b.status in ('planned', 'confirmed', 'done')
                          and a.start_time < addtime(b.start_time, sec_to_time(b.minutes * 60))
                          and b.start_time < addtime(a.start_time, sec_to_time(a.minutes * 60))""").query(Integer.class).single();
    }

    private long auditRows() {
        return database.sql("select count(*) from audit_entry")
                .query(Long.class)
                .single();
    }
}
