package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.board.LiftedVisits.Lifted;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class LiftedVisitsTest {

    private static final List<String> BOTH = List.of("RIVER", "HILL");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BoardRows rows;

    @Autowired
    BoardAccess access;

    @Autowired
    CurrentUser current;

    private final Object verasBoard = new Object();
    private final Object ottosBoard = new Object();
    private final LinkedBlockingQueue<Set<String>> news = new LinkedBlockingQueue<>();
    private final Consumer<Set<String>> listener = news::add;
    private Instant now = Instant.parse("2026-10-05T17:00:00Z");
    private LiftedVisits lifted;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(jdbc).story();
        UserFixture.store(jdbc, "vera", Role.DISPATCHER, "RIVER", "HILL");
        UserFixture.store(jdbc, "otto", Role.DISPATCHER, "RIVER");
        UserFixture.store(jdbc, "rita", Role.RECEPTIONIST, "RIVER");
        UserFixture.store(jdbc, "ted", Role.TECHNICIAN, "RIVER");
        lifted = new LiftedVisits(rows, access, current, new MovedClock());
        lifted.subscribe(listener);
    }

    @AfterEach
    void stop() {
        lifted.destroy();
    }

    @Test
    void othersOfTheOfficeSeeWhoHasAVisitInTheAir() throws Exception {
        lift("vera", verasBoard, "D10");

        assertThat(seenBy("otto", ottosBoard)).containsExactly(new Lifted("D10", "The dispatcher vera", false));
        assertThat(seenBy("rita", new Object())).hasSize(1);
        assertThat(heard()).containsExactly("RIVER");
    }

    @Test
    void oneSeesNothingOfOnesOwnHandButOfOnesOtherWindow() {
        lift("vera", verasBoard, "D10");

        assertThat(seenBy("vera", verasBoard)).isEmpty();
        assertThat(seenBy("vera", new Object())).containsExactly(new Lifted("D10", "The dispatcher vera", true));
    }

    @Test
    void nobodySeesWhatIsLiftedInAnOfficeOfOthers() {
        lift("vera", verasBoard, "D10", "W1");

        assertThat(seenBy("otto", ottosBoard)).extracting(Lifted::visit).containsExactly("D10");
        assertThat(seenBy("ted", new Object()))
                .as("the board is not for technicians")
                .isEmpty();
    }

    @Test
    void whoMayNotMoveAVisitHoldsNone() {
        lift("rita", new Object(), "D10");
        lift("otto", ottosBoard, "W1");

        assertThat(seenBy("vera", verasBoard)).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void aVisitIsLetGoByItsOwnBoardAndByTheNextLift() throws Exception {
        lift("vera", verasBoard, "D10");
        lift("vera", verasBoard, "L1");
        assertThat(seenBy("otto", ottosBoard)).extracting(Lifted::visit).containsExactly("L1");

        lifted.letGo(ottosBoard);
        assertThat(seenBy("otto", ottosBoard))
                .as("another board lets go of its own only")
                .hasSize(1);

        lifted.letGo(verasBoard);
        assertThat(seenBy("otto", ottosBoard)).isEmpty();
        assertThat(List.of(heard(), heard(), heard())).containsOnly(Set.of("RIVER"));
        lifted.letGo(verasBoard);
        assertThat(news).isEmpty();
    }

    @Test
    void twoMayHoldTheSameVisit() {
        lift("vera", verasBoard, "D10");
        lift("otto", ottosBoard, "D10");

        assertThat(seenBy("otto", ottosBoard)).extracting(Lifted::by).containsExactly("The dispatcher vera");
        assertThat(seenBy("vera", verasBoard)).extracting(Lifted::by).containsExactly("The dispatcher otto");
    }

    @Test
    void aVisitThatIsHeldForTooLongIsLetGo() throws Exception {
        lift("vera", verasBoard, "D10");
        heard();
        now = now.plus(LiftedVisits.LONGEST).minusSeconds(1);
        lifted.forgetOld();
        assertThat(seenBy("otto", ottosBoard)).hasSize(1);
        assertThat(news).isEmpty();

        lift("vera", verasBoard, "D10");
        now = now.plusSeconds(1);
        assertThat(seenBy("otto", ottosBoard)).as("it was lifted again").hasSize(1);

        now = now.plus(LiftedVisits.LONGEST);
        assertThat(seenBy("otto", ottosBoard)).isEmpty();
        lifted.forgetOld();
        assertThat(heard()).containsExactly("RIVER");
    }

    @Test
    void anOlderAnswerIsKnownByItsNumber() {
        var before = SignedIn.as("otto", () -> lifted.seenBy(ottosBoard, BOTH));
        lift("vera", verasBoard, "D10");
        var after = SignedIn.as("otto", () -> lifted.seenBy(ottosBoard, BOTH));

        assertThat(after.revision()).isGreaterThan(before.revision());
    }

    @Test
    void nothingOfItIsWrittenDown() {
        var tables = List.of("audit_entry", "board_event");
        var before = tables.stream().map(this::rowsIn).toList();

        lift("vera", verasBoard, "D10");
        lifted.letGo(verasBoard);

        assertThat(tables.stream().map(this::rowsIn)).isEqualTo(before);
    }

    private int rowsIn(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private void lift(String user, Object board, String... visits) {
        SignedIn.as(user, () -> {
            lifted.lift(board, List.of(visits));
            return true;
        });
    }

    private List<Lifted> seenBy(String user, Object board) {
        return SignedIn.as(
                user, () -> new ArrayList<>(lifted.seenBy(board, BOTH).visits()));
    }

    private Set<String> heard() throws InterruptedException {
        var offices = news.poll(5, TimeUnit.SECONDS);
        assertThat(offices).as("the boards are told").isNotNull();
        return new HashSet<>(offices);
    }

    private final class MovedClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
