package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.board.BoardFixture.MONDAY;
import static org.dorothydispatch.board.BoardFixture.TUESDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.MoveVisit;
import org.dorothydispatch.flags.ReasonGiven;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.schedule.OutboxReader;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A board that was read once and patched ever after shows what the database holds: the page never lies. */
@DatabaseTest(now = BoardFixture.NOON_UTC)
class BoardDeltasTest {

    private static final List<String> OFFICES = List.of("RIVER", "HILL");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BoardSnapshots snapshots;

    @Autowired
    BoardDeltas deltas;

    @Autowired
    FlagService flags;

    @Autowired
    MoveVisit moves;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxReader reader;

    BoardFixture fixture;
    BoardPeriod period;
    final List<OfficeChanged> heard = new CopyOnWriteArrayList<>();
    Runnable stopListening;
    int op;

    @BeforeEach
    void tellTheStory() throws Exception {
        stopListening = reader.listen(heard::add);
        fixture = new BoardFixture(jdbc).story();
        UserFixture.store(jdbc, "dora", Role.DISPATCHER, "RIVER", "HILL");
        UserFixture.store(jdbc, "hal", Role.DISPATCHER, "HILL");
        flags.recheckAll(OFFICES);
        period = snapshots.period(OFFICES, MONDAY, 7);
        // Else the reader may tell the story and the first move as one change.
        awaitSequences();
    }

    @AfterEach
    void stop() {
        stopListening.run();
    }

    @Test
    void everyCardSaysWhatAFreshCheckSays() {
        assertThat(flags.recheckAll(OFFICES))
                .as("nothing is stored that a check would not say")
                .isZero();
        for (var card : read().visits()) {
            var broken = SignedIn.as("dora", () -> flags.flagsOf(card.code())).stream()
                    .filter(flag -> flag.flag().broken())
                    .toList();
            assertThat(card.customerLight() == 0 && card.companyLight() == 0)
                    .as(card.code())
                    .isEqualTo(broken.isEmpty());
        }
        assertThat(BoardSnapshotsTest.card(read(), "D10").customerLight()).isEqualTo(2);
    }

    @Test
    void aMoveIsTheCardAndTheRunsItTouched() throws Exception {
        var before = outbox.sequences(OFFICES).get("RIVER");
        move("D10", new MoveTarget("SOUTH", MONDAY.plusDays(7), null, null));

        var delta = delta(heardOf("RIVER", before));

        assertThat(delta.prev()).isEqualTo(before);
        assertThat(delta.cards()).extracting(Card::code).contains("D10");
        assertThat(delta.gone()).isEmpty();
        assertThat(delta.by()).isEqualTo("The dispatcher dora");
        assertThat(delta.runs()).anySatisfy(run -> assertThat(run.route()).isEqualTo("SOUTH"));
    }

    @Test
    void whatLeavesAnOfficeIsGoneThereAndComesHere() throws Exception {
        var before = outbox.sequences(OFFICES);
        move("L1", new MoveTarget("RIDGE", TUESDAY, null, null));

        assertThat(delta(heardOf("RIVER", before.get("RIVER"))).gone()).containsExactly("L1");
        assertThat(delta(heardOf("HILL", before.get("HILL"))).cards())
                .extracting(Card::code)
                .contains("L1");
    }

    @Test
    void whoMayNotSeeAnOfficeIsToldNothingOfIt() throws Exception {
        var before = outbox.sequences(OFFICES).get("RIVER");
        move("D10", MoveTarget.tray());
        var change = heardOf("RIVER", before);

        assertThat(SignedIn.as("hal", () -> deltas.of(change, period))).isEmpty();
        assertThat(deltas.of(change, period)).as("nobody is signed in").isEmpty();
    }

    @Test
    void aChangeOfEverythingIsReadAsAWhole() {
        assertThat(SignedIn.as("dora", () -> deltas.of(new OfficeChanged("RIVER", 1, 2, List.of(), "import"), period)))
                .isEmpty();
    }

    @Test
    void aVisitOnAFreeDayMayNeedAColumn() {
        fixture.visit("S1", "LOPEZ", "SOUTH", "BEN", MONDAY.plusDays(5), "10:00", "planned");

        assertThat(SignedIn.as(
                        "dora", () -> deltas.of(new OfficeChanged("RIVER", 1, 2, List.of("S1"), "dora"), period)))
                .isEmpty();
    }

    @Test
    void aPatchedBoardEqualsAFreshOneAfterManyMoves() throws Exception {
        for (int i = 0; i < 12; i++) {
            fixture.visit(
                    "M" + i,
                    i % 2 == 0 ? "LOPEZ" : "SATO",
                    "SOUTH",
                    "BEN",
                    MONDAY.plusDays(7),
                    "0%d:00".formatted(i % 2 + 8),
                    "planned");
            jdbc.sql(
                            "update visit set start_time = null, route = null, technician = null, planned_on = null, status = 'unassigned' where code = ?")
                    .param("M" + i)
                    .update();
        }
        flags.recheckAll(OFFICES);
        var page = new Page(read());
        var random = new Random(7);
        var routes = List.of("NORTH", "SOUTH", "RIDGE");
        int accepted = 0;
        for (int i = 0; i < 40; i++) {
            var visits = List.copyOf(page.cards.keySet());
            var visit = visits.get(random.nextInt(visits.size()));
            var target = random.nextInt(6) == 0
                    ? MoveTarget.tray()
                    : new MoveTarget(routes.get(random.nextInt(3)), MONDAY.plusDays(random.nextInt(5)), null, null);
            accepted += tryMove(visit, target).accepted() ? 1 : 0;
        }
        assertThat(accepted).isGreaterThan(5);
        awaitSequences();
        for (var change : heard) {
            SignedIn.as("dora", () -> deltas.of(change, period)).ifPresent(page::patch);
        }

        var fresh = new Page(read());
        assertThat(page.cards).isEqualTo(fresh.cards);
        assertThat(page.runs).isEqualTo(fresh.runs);
        assertThat(page.seq).isEqualTo(fresh.seq);
        assertThat(flags.recheckAll(OFFICES))
                .as("the lights are the ones a fresh check gives")
                .isZero();
    }

    /** What the element does with a snapshot and its deltas. */
    private static final class Page {

        record RunKey(String route, LocalDate date) {}

        final Map<String, Card> cards = new HashMap<>();
        final Map<RunKey, Run> runs = new HashMap<>();
        final Map<String, Long> seq = new HashMap<>();

        Page(BoardSnapshot board) {
            board.visits().forEach(card -> cards.put(card.code(), card));
            board.runs().forEach(run -> runs.put(new RunKey(run.route(), run.date()), run));
            board.offices().forEach(office -> seq.put(office.code(), office.seq()));
        }

        void patch(BoardDelta delta) {
            long here = seq.get(delta.office());
            if (delta.seq() <= here) {
                return;
            }
            assertThat(delta.prev()).as("no gap").isEqualTo(here);
            seq.put(delta.office(), delta.seq());
            delta.runs().forEach(run -> runs.put(new RunKey(run.route(), run.date()), run));
            delta.cards().forEach(card -> cards.put(card.code(), card));
            delta.gone()
                    .forEach(code -> cards.computeIfPresent(
                            code, (same, card) -> card.office().equals(delta.office()) ? null : card));
        }
    }

    private BoardSnapshot read() {
        return snapshots.read(OFFICES, MONDAY, 7);
    }

    private void move(String visit, MoveTarget target) {
        assertThat(tryMove(visit, target).sentence()).isNotBlank();
    }

    /** Gives every reason that is asked for. */
    private MoveOutcome tryMove(String visit, MoveTarget target) {
        int version = jdbc.sql("select version from visit where code = ?")
                .param(visit)
                .query(Integer.class)
                .single();
        var first = send(new MoveCommand("op" + op++, visit, version, target));
        if (first.status() != MoveOutcome.Status.NEEDS) {
            return first;
        }
        var reasons = first.flags().stream()
                .map(flag -> new ReasonGiven(flag.code(), "agreed in the morning meeting"))
                .toList();
        return send(new MoveCommand("op" + op++, visit, first.version(), target, List.of(), reasons));
    }

    private MoveOutcome send(MoveCommand command) {
        return SignedIn.as("dora", () -> moves.move(command));
    }

    private BoardDelta delta(OfficeChanged change) {
        return SignedIn.as("dora", () -> deltas.of(change, period)).orElseThrow();
    }

    private OfficeChanged heardOf(String office, long after) throws InterruptedException {
        awaitSequences();
        var changes = new ArrayList<>(heard.stream()
                .filter(change -> change.office().equals(office) && change.prev() >= after)
                .sorted(Comparator.comparing(OfficeChanged::seq))
                .toList());
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }

    private void awaitSequences() throws InterruptedException {
        var wanted = outbox.sequences(OFFICES);
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (!wanted.entrySet().stream().allMatch(office -> last(office.getKey()) >= office.getValue())) {
            assertThat(System.nanoTime()).as("what is stored is told").isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private long last(String office) {
        var last = new AtomicLong();
        heard.stream()
                .filter(change -> change.office().equals(office))
                .forEach(change -> last.accumulateAndGet(change.seq(), Math::max));
        return last.get();
    }
}
