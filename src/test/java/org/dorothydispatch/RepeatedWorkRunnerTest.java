package org.dorothydispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.dorothydispatch.shared.RepeatedWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RepeatedWorkRunnerTest {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void workIsDoneByOneOfTheNodesAndAgainLater() throws InterruptedException {
        var work = new Counted(true);
        var one = new RepeatedWorkRunner(database, List.of(work));
        var other = new RepeatedWorkRunner(database, List.of(work));
        one.start();
        other.start();
        try {
            assertThat(work.done.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            // Waits for what is being done.
            one.stop();
            other.stop();
        }
        assertThat(work.rounds).hasValue(1);
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'counted'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select timestampdiff(minute, last_success, execution_time) from scheduled_tasks")
                        .query(Integer.class)
                        .single())
                .isBetween(14, 15);
    }

    @Test
    void whereNothingIsWantedNothingRuns() {
        var runner = new RepeatedWorkRunner(database, List.of(new Counted(false)));
        runner.start();
        assertThat(runner.isRunning()).isFalse();
    }

    private static final class Counted implements RepeatedWork {

        private final boolean wanted;
        private final AtomicInteger rounds = new AtomicInteger();
        private final CountDownLatch done = new CountDownLatch(1);

        private Counted(boolean wanted) {
            this.wanted = wanted;
        }

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public Duration pause() {
            return Duration.ofMinutes(15);
        }

        @Override
        public boolean wanted() {
            return wanted;
        }

        @Override
        public void run() {
            rounds.incrementAndGet();
            done.countDown();
        }
    }
}
