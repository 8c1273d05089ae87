package org.dorothydispatch.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Which visits people have in the air at this moment, so that others do not lift them too without knowing. Nobody is
 * kept from it: the server decides at the drop. Kept in the memory of this node alone, because it is worth nothing a
 * minute later; whoever works on another node is not seen.
 */
@Service
public class LiftedVisits implements DisposableBean {

    /** Whoever holds a visit for longer has gone for coffee. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * A visit in somebody's hands.
     *
     * @param by the person's name
     * @param own whether it is the person who looks, in another window
     */
    public record Lifted(String visit, String by, boolean own) {}

    /** What a board may see, with a number that grows with every change: an older answer is not to overtake a newer one. */
    public record Seen(long revision, List<Lifted> visits) {}

    private record Hold(String username, String name, Map<String, String> officeOfVisit, Instant until) {}

    private final BoardRows rows;
    private final BoardAccess access;
    private final CurrentUser current;
    private final Clock clock;
    private final Listeners<Set<String>> boards = new Listeners<>();
    private final Map<Object, Hold> holds = new LinkedHashMap<>();
    private long revision;

    LiftedVisits(BoardRows rows, BoardAccess access, CurrentUser current, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.current = current;
        this.clock = clock;
    }

    /**
     * The person has these visits in the air, and no others on this board. Visits of offices they may not see, and people
     * who may not move anything, count for nothing.
     *
     * @param board stands for one open board, compared by identity
     */
    public void lift(Object board, Collection<String> visits) {
        var offices = access.mayMove() ? rows.officesOf(visits) : Map.<String, String>of();
        offices.values().removeIf(office -> !access.maySee(office));
        var hold = offices.isEmpty()
                ? null
                : new Hold(
                        current.username(),
                        current.name(),
                        offices,
                        clock.instant().plus(LONGEST));
        var touched = new HashSet<>(offices.values());
        synchronized (holds) {
            var before = hold == null ? holds.remove(board) : holds.put(board, hold);
            if (before != null && hold != null && before.officeOfVisit().equals(offices)) {
                return; // the same visits, held a little longer
            }
            if (before != null) {
                touched.addAll(before.officeOfVisit().values());
            }
            revision++;
        }
        tell(touched);
    }

    /** Whatever was in the air on this board is so no longer. */
    public void letGo(Object board) {
        Hold before;
        synchronized (holds) {
            before = holds.remove(board);
            revision++;
        }
        if (before != null) {
            tell(new HashSet<>(before.officeOfVisit().values()));
        }
    }

    /** What is in the air on other boards, of those of the offices that the person who asks may see. */
    public Seen seenBy(Object board, Collection<String> offices) {
        var own = offices.stream().filter(access::maySee).toList();
        var username = current.username();
        var now = clock.instant();
        synchronized (holds) {
            var visits = holds.entrySet().stream()
                    .filter(entry -> entry.getKey() != board
                            && now.isBefore(entry.getValue().until()))
                    .map(Map.Entry::getValue)
                    .flatMap(hold -> hold.officeOfVisit().entrySet().stream()
                            .filter(visit -> own.contains(visit.getValue()))
                            .map(visit -> new Lifted(
                                    visit.getKey(), hold.name(), hold.username().equals(username))))
                    .toList();
            return new Seen(revision, visits);
        }
    }

    /** Registers a board that is told in which offices something was lifted or let go, until the answer is run; held weakly. */
    public Runnable subscribe(Consumer<Set<String>> board) {
        return boards.add(board);
    }

    @Scheduled(fixedDelay = 15, initialDelay = 15, timeUnit = TimeUnit.SECONDS)
    void forgetOld() {
        var now = clock.instant();
        var touched = new HashSet<String>();
        synchronized (holds) {
            holds.values().removeIf(hold -> {
                var over = !now.isBefore(hold.until());
                if (over) {
                    touched.addAll(hold.officeOfVisit().values());
                }
                return over;
            });
            revision++;
        }
        tell(touched);
    }

    private void tell(Set<String> offices) {
        if (!offices.isEmpty()) {
            boards.tell(List.of(offices));
        }
    }

    @Override
    public void destroy() {
        boards.stop();
    }
}
