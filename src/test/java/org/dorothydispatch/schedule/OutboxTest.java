package org.dorothydispatch.schedule;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class OutboxTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxReader reader;

    @Autowired
    private OutboxPruning pruning;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private final BlockingQueue<OfficeChanged> heard = new ArrayBlockingQueue<>(100);
    private Runnable stopListening = () -> {};

    @BeforeEach
    void listen() {
        new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/New_York");
        stopListening = reader.listen(heard::add);
    }

    @AfterEach
    void stopListening() {
        stopListening.run();
    }

    @Test
    void tellsEachOfficeItsVisitsInTheOrderOfTheSequence() throws InterruptedException {
        transaction.executeWithoutResult(status -> append(Map.of("ALB", List.of("V1", "V2"), "BUF", List.of("V2"))));
        transaction.executeWithoutResult(status -> append(Map.of("ALB", List.of("V3"))));

        var first = hear("ALB");
        while (first.seq() < outbox.sequences(List.of("ALB")).get("ALB")) {
            var next = hear("ALB");
            assertThat(next.prev()).isEqualTo(first.seq());
            first = new OfficeChanged(
                    "ALB",
                    first.prev(),
                    next.seq(),
                    Stream.concat(first.visits().stream(), next.visits().stream())
                            .toList(),
                    next.by());
        }
        assertThat(first.visits()).containsExactly("V1", "V2", "V3");
        assertThat(first.by()).isEqualTo("Sam Brown");
    }

    @Test
    void anEventWithoutVisitsMeansTheWholeBoard() throws InterruptedException {
        transaction.executeWithoutResult(status -> append(Map.of("BUF", List.of())));
        assertThat(hear("BUF").visits()).isEmpty();
    }

    @Test
    void whatIsRolledBackWasNeverSaid() {
        transaction.executeWithoutResult(status -> {
            append(Map.of("ALB", List.of("V1")));
            status.setRollbackOnly();
        });
        assertThat(outbox.sequences(List.of("ALB"))).containsEntry("ALB", 0L);
        assertThat(database.sql("select count(*) from board_event")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingIsAppendedOutsideATransaction() {
        assertThatThrownBy(() -> append(Map.of("ALB", List.of("V1"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatIsOlderThanADayIsTakenOutAndTheNumbersGoOn() {
        transaction.executeWithoutResult(status -> append(Map.of("ALB", List.of("V1", "V2"))));
        database.sql("update board_event set at = ? where visit = 'V1'")
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusHours(25))
                .update();
        var number = outbox.sequences(List.of("ALB")).get("ALB");

        pruning.prune();

        assertThat(database.sql("select visit from board_event")
                        .query(String.class)
                        .list())
                .containsExactly("V2");
        assertThat(outbox.sequences(List.of("ALB"))).containsEntry("ALB", number);
        transaction.executeWithoutResult(status -> append(Map.of("ALB", List.of("V3"))));
        assertThat(outbox.sequences(List.of("ALB")).get("ALB")).isGreaterThan(number);
    }

    @Test
    void aReaderThatWasAwayForLongTellsTheWholeBoardBecauseEventsMayBeGone() {
        var now = new AtomicReference<>(clock.instant());
        var sleeper = new OutboxReader(database, now::get);
        var told = new ArrayList<OfficeChanged>();
        sleeper.listen(told::add);

        transaction.executeWithoutResult(status -> append(Map.of("ALB", List.of("V1"))));
        sleeper.read();
        now.updateAndGet(before -> before.plus(Duration.ofHours(13)));
        transaction.executeWithoutResult(status -> append(Map.of("ALB", List.of("V2"))));
        sleeper.read();
        transaction.executeWithoutResult(status -> append(Map.of("ALB", List.of("V3"))));
        sleeper.read();

        assertThat(told).extracting(OfficeChanged::visits).containsExactly(List.of("V1"), List.of(), List.of("V3"));
    }

    private void append(Map<String, List<String>> visits) {
        outbox.append(new TreeMap<>(visits), "move", "Sam Brown", "op");
    }

    private OfficeChanged hear(String office) throws InterruptedException {
        while (true) {
            var change = heard.poll(5, SECONDS);
            assertThat(change).as("something about " + office).isNotNull();
            if (change.office().equals(office)) {
                return change;
            }
        }
    }
}
