package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.schedule.OutboxReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What changes is in the figures soon after, and what changed while nobody counted is found at the start. */
@DatabaseTest(now = TwoYearsFixture.NOON)
class RollUpKeeperTest {

    @Autowired
    private RollUps rollUps;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxReader reader;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient database;

    private RollUpKeeper keeper;

    @BeforeEach
    void store() {
        new TwoYearsFixture(database, new Random(31)).store();
        keeper = new RollUpKeeper(rollUps, reader, true, Duration.ofSeconds(30));
        keeper.start();
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    @Test
    void theStartCountsEverythingAndAChangeFollowsByItself() {
        await().atMost(Duration.ofSeconds(60)).until(() -> rollUps.behind().isEmpty());
        assertThat(rollUps.differences("ALB")).isEmpty();
        var visit = database.sql("select min(code) from visit where status = 'done' and board_office = 'ALB'")
                .query(String.class)
                .single();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.sql("update visit set technician = 'T5', version = version + 1 where code = ?")
                    .param(visit)
                    .update();
            outbox.append(new TreeMap<>(Map.of("ALB", List.of(visit))), "move", "Sam", null);
        });

        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.sql("select technician from tally_visit where visit = ?")
                        .param(visit)
                        .query(String.class)
                        .single()
                        .equals("T5"));
        await().atMost(Duration.ofSeconds(60)).until(() -> rollUps.behind().isEmpty());
        assertThat(rollUps.differences("ALB")).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsTriedAgain() {
        keeper.stop();
        var away = mock(RollUps.class);
        when(away.behind())
                .thenThrow(new CannotCreateTransactionException("The database is away."))
                .thenThrow(new QueryTimeoutException("It is back, and slow."))
                .thenReturn(List.of("ALB"));
        keeper = new RollUpKeeper(away, reader, true, Duration.ofMillis(1));

        keeper.start();

        verify(away, timeout(20_000)).catchUp("ALB");
    }

    @Test
    void twoChangesAreOneAndAnyVisitStaysAnyVisit() {
        var one = new OfficeChanged("ALB", 1, 2, List.of("V1"), "Sam");
        var other = new OfficeChanged("ALB", 2, 5, List.of("V2"), "Kim");
        var any = new OfficeChanged("ALB", 5, 6, List.of(), "Kim");

        assertThat(RollUpKeeper.both(one, other)).isEqualTo(new OfficeChanged("ALB", 1, 5, List.of("V1", "V2"), "Kim"));
        assertThat(RollUpKeeper.both(one, any).visits()).isEmpty();
        assertThat(RollUpKeeper.both(any, one).visits()).isEmpty();
    }
}
