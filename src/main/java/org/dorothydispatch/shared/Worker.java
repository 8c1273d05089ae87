package org.dorothydispatch.shared;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work in a thread of its own, from the start of the program to its end. It asks {@link #goesOn} between its rounds. */
public final class Worker {

    /** How long the end of the program waits for a round that is under way. */
    private static final long PATIENCE_SECONDS = 5;

    private final String name;
    private volatile @Nullable Thread thread;

    /** @param name of the thread, for whoever looks at it */
    public Worker(String name) {
        this.name = name;
    }

    public void start(Runnable work) {
        var started = Thread.ofPlatform().name(name).daemon().unstarted(work);
        thread = started;
        started.start();
    }

    /** Interrupts the work and waits a little for it. */
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    /** Asked by the work itself: whether it was neither stopped nor started anew. */
    public boolean goesOn() {
        return thread == Thread.currentThread();
    }
}
