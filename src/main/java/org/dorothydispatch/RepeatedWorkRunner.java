package org.dorothydispatch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.dorothydispatch.shared.RepeatedWork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs each {@link RepeatedWork} on one node at a time; the table scheduled_tasks says whose turn it is. */
@Component
class RepeatedWorkRunner implements SmartLifecycle {

    private static final int THREADS = 2;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration LAST_ROUND = Duration.ofSeconds(10);

    private final DataSource database;
    private final List<RepeatedWork> work;
    private @Nullable Scheduler scheduler;

    RepeatedWorkRunner(DataSource database, List<RepeatedWork> work) {
        this.database = database;
        this.work = work.stream().filter(RepeatedWork::wanted).toList();
    }

    @Override
    public void start() {
        if (work.isEmpty()) {
            return;
        }
        List<RecurringTask<Void>> tasks =
                work.stream().map(RepeatedWorkRunner::task).toList();
        scheduler = Scheduler.create(database)
                .startTasks(tasks)
                .threads(THREADS)
                .pollingInterval(LOOK_EVERY)
                .shutdownMaxWait(LAST_ROUND)
                // Local times of the machine come twice in autumn.
                .alwaysPersistTimestampInUTC()
                .build();
        scheduler.start();
    }

    private static RecurringTask<Void> task(RepeatedWork work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.pause())).execute((instance, context) -> work.run());
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
