package org.dorothydispatch.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.dorothydispatch.schedule.OfficeChanged;
import org.springframework.stereotype.Service;

/**
 * Reads again what a change of an office's schedule touched, under the rights of whoever asks. Many people look at the
 * same office and week, so the newest answers are kept for the next of them.
 */
@Service
public class BoardDeltas {

    /** Beyond this a fresh snapshot is the smaller message. */
    private static final int MOST_VISITS = 300;

    private final BoardRows rows;
    private final BoardAccess access;
    private final Map<String, Memory> memories = new ConcurrentHashMap<>();

    BoardDeltas(BoardRows rows, BoardAccess access) {
        this.rows = rows;
        this.access = access;
    }

    /** What to tell a board of this period; empty when it should read its snapshot again. */
    public Optional<BoardDelta> of(OfficeChanged change, BoardPeriod period) {
        if (!access.maySee(change.office())
                || change.visits().isEmpty()
                || change.visits().size() > MOST_VISITS) {
            return Optional.empty();
        }
        return memories.computeIfAbsent(change.office(), office -> new Memory()).delta(change, period);
    }

    /** What is remembered of one office. */
    private final class Memory {

        private static final int PERIODS = 16;

        private record Question(LocalDate from, List<LocalDate> workingDays, long prev, long seq) {}

        private final ReentrantLock lock = new ReentrantLock();
        private final Map<Question, Optional<BoardDelta>> answers = newest(PERIODS);

        Optional<BoardDelta> delta(OfficeChanged change, BoardPeriod period) {
            var question = new Question(period.from(), period.workingDays(), change.prev(), change.seq());
            lock.lock();
            try {
                var known = answers.get(question);
                if (known == null) {
                    known = read(change, period);
                    answers.put(question, known);
                }
                return known;
            } finally {
                lock.unlock();
            }
        }

        private Optional<BoardDelta> read(OfficeChanged change, BoardPeriod period) {
            var cards = new ArrayList<Card>();
            var gone = new ArrayList<>(change.visits());
            for (var card : rows.cards(change.visits())) {
                if (card.office().equals(change.office()) && period.shows(card)) {
                    if (card.date() != null
                            && !card.inTray()
                            && !period.workingDays().contains(card.date())) {
                        // It may need a column the board does not have.
                        return Optional.empty();
                    }
                    cards.add(card);
                    gone.remove(card.code());
                }
            }
            return Optional.of(new BoardDelta(
                    change.office(),
                    change.prev(),
                    change.seq(),
                    cards,
                    gone,
                    runs(change.office(), period.workingDays()),
                    change.by()));
        }
    }

    /**
     * All runs of the office: whoever drove a run may have left it with the visit, and where that was is not told. The
     * element repaints those that differ.
     */
    private List<Run> runs(String office, List<LocalDate> days) {
        var offices = List.of(office);
        var routes = rows.routes(offices);
        var shares = rows.runShares(office, days.getFirst(), days.getLast());
        var drivers = new HashSet<String>();
        shares.forEach(share -> drivers.add(share.technician()));
        routes.forEach(route -> drivers.add(route.technician()));
        drivers.remove(null);
        var technicians = rows.technicians(List.of(), drivers, days.getFirst());
        var absences = rows.absences(drivers, days.getFirst(), days.getLast());
        return new Runs(technicians, absences, shares).of(routes, days);
    }

    private static <K, V> Map<K, V> newest(int count) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > count;
            }
        };
    }
}
