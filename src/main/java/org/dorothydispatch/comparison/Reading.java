package org.dorothydispatch.comparison;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Something that is being worked out in the background, and how far it is. It is given up when all who waited have left. */
public final class Reading<T> {

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile @Nullable T part;
    private volatile double share;
    private volatile boolean abandoned;

    public CompletableFuture<T> result() {
        return result;
    }

    /** All of it, or as much as is known by now; empty before anything is, and where it could not be worked out. */
    public Optional<T> known() {
        return result.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.ofNullable(result.isDone() ? result.getNow(null) : part);
    }

    /** How far it is, from 0 to 1. */
    public double share() {
        return share;
    }

    /**
     * @param told when it got further, in the thread that does the work
     * @return to be run by who waits no longer
     */
    public Runnable watch(Runnable told) {
        watchers.add(told);
        abandoned = false;
        return () -> {
            watchers.remove(told);
            abandoned = watchers.isEmpty() && !result.isDone();
        };
    }

    boolean abandoned() {
        return abandoned;
    }

    /** As much as is known already, to be shown while the rest is worked out. */
    void part(T known) {
        part = known;
        watchers.forEach(Runnable::run);
    }

    /** @throws CancellationException when nobody waits for it any more */
    void at(int done, int total) {
        if (abandoned) {
            throw new CancellationException("Nobody waits for it any more.");
        }
        share = total == 0 ? 1 : Math.min(1, (double) done / total);
        watchers.forEach(Runnable::run);
    }
}
