package org.dorothydispatch.board;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Open boards that are told something, each in a thread of its own. Held weakly: a browser that vanished keeps nothing alive. */
final class Listeners<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<WeakReference<Consumer<T>>> boards = new CopyOnWriteArrayList<>();
    private final ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor();

    /** Until the answer is run, or until nobody else holds the board. */
    Runnable add(Consumer<T> board) {
        var reference = new WeakReference<>(board);
        boards.add(reference);
        return () -> boards.remove(reference);
    }

    int count() {
        boards.removeIf(board -> board.get() == null);
        return boards.size();
    }

    /** Each board is told one after the other. */
    void tell(List<T> news) {
        for (var reference : boards) {
            var board = reference.get();
            if (board == null) {
                boards.remove(reference);
            } else {
                tellers.execute(() -> news.forEach(one -> tell(board, one)));
            }
        }
    }

    private static <T> void tell(Consumer<T> board, T news) {
        try {
            board.accept(news);
        } catch (RuntimeException e) {
            // The board notices the gap with its next change and reads its snapshot again.
            LOG.warn("A board could not be told of {}", news, e);
        }
    }

    void stop() {
        tellers.shutdownNow();
    }
}
