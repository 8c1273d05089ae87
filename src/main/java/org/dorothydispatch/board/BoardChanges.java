package org.dorothydispatch.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.schedule.OutboxReader;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Tells the open boards what changed. What happens within a moment is told at once, as one change for each office.
 * Boards are held weakly, so that a browser that vanished keeps nothing alive.
 */
@Service
public class BoardChanges implements DisposableBean {

    private static final long MOMENT_MILLIS = 100;

    private final Listeners<OfficeChanged> boards = new Listeners<>();
    private final Map<String, OfficeChanged> pending = new LinkedHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("board-changes").daemon().factory());
    private final Runnable stopListening;

    BoardChanges(OutboxReader outbox) {
        stopListening = outbox.listen(this::gather);
    }

    /**
     * Registers a board until the answer is run, or until nobody else holds it. It is called in a thread of its own, with
     * one change after the other, and may read the database.
     */
    public Runnable subscribe(Consumer<OfficeChanged> board) {
        return boards.add(board);
    }

    /** How many boards are being told. */
    public int subscribed() {
        return boards.count();
    }

    private void gather(OfficeChanged change) {
        synchronized (pending) {
            if (pending.isEmpty()) {
                clock.schedule(this::tellAll, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            }
            pending.merge(change.office(), change, BoardChanges::merge);
        }
    }

    private static OfficeChanged merge(OfficeChanged first, OfficeChanged second) {
        var visits = new LinkedHashSet<>(first.visits());
        visits.addAll(second.visits());
        var whole = first.visits().isEmpty() || second.visits().isEmpty();
        var by = first.by().contains(second.by()) ? first.by() : first.by() + ", " + second.by();
        return new OfficeChanged(
                first.office(), first.prev(), second.seq(), whole ? List.of() : List.copyOf(visits), by);
    }

    private void tellAll() {
        List<OfficeChanged> changes;
        synchronized (pending) {
            changes = new ArrayList<>(pending.values());
            pending.clear();
        }
        boards.tell(changes);
    }

    @Override
    public void destroy() {
        stopListening.run();
        clock.shutdownNow();
        boards.stop();
    }
}
