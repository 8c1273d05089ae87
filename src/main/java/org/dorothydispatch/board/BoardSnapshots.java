package org.dorothydispatch.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dorothydispatch.board.BoardRows.RouteRow;
import org.dorothydispatch.board.BoardRows.RunShare;
import org.springframework.stereotype.Service;

/** What the board shows, read in one go. */
@Service
public class BoardSnapshots {

    /** The widest board anybody may ask for. */
    public static final int MOST_DAYS = 31;

    private static final int PORTION = 5;

    private final BoardRows rows;
    private final BoardAccess access;
    private final Clock clock;

    BoardSnapshots(BoardRows rows, BoardAccess access, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The board of these offices, the columns starting on a day. The sequence numbers are read before the cards: a change
     * that slips in between is shown already and applied once more by its delta, never lost.
     */
    public BoardSnapshot read(Collection<String> offices, LocalDate from, int days) {
        var officesNow = offices(offices);
        var routes = rows.routes(offices);
        var working = workingDays(routes, from, days);
        var last = working.getLast();
        var services = new Services();
        var cards = cards(List.copyOf(offices), from, last, services);
        var columns = withDaysOfVisits(working, cards);
        var technicians = rows.technicians(offices, technicians(cards, routes), from);
        var absences = rows.absences(
                technicians.stream().map(BoardRows.TechnicianRow::code).toList(), from, last);
        var runs = new Runs(technicians, absences, shares(cards));
        return new BoardSnapshot(
                from,
                columns,
                officesNow,
                technicians.stream()
                        .map(technician -> new BoardSnapshot.Technician(
                                technician.code(), technician.name(), technician.office(), technician.shift()))
                        .toList(),
                routes.stream()
                        .map(route ->
                                new BoardSnapshot.Route(route.code(), route.name(), route.office(), route.technician()))
                        .toList(),
                runs.of(routes, columns),
                runs.absences(columns),
                cards,
                services.names(),
                rows.bands().limits());
    }

    /** Several offices are read side by side, a connection each; none is held while waiting, so the pool cannot lock up. */
    private List<Card> cards(List<String> offices, LocalDate from, LocalDate to, Services services) {
        if (offices.size() <= PORTION) {
            return rows.cards(offices, from, to, services);
        }
        try (var portions = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = new ArrayList<Future<List<Card>>>();
            for (int i = 0; i < offices.size(); i += PORTION) {
                var portion = offices.subList(i, Math.min(i + PORTION, offices.size()));
                reads.add(portions.submit(() -> rows.cards(portion, from, to, services)));
            }
            var cards = new ArrayList<Card>();
            for (var read : reads) {
                cards.addAll(read.get());
            }
            return cards;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading the board was interrupted.", e);
        }
    }

    /** These offices as they are now: how far their schedule has come, and what day it is there. */
    List<BoardSnapshot.Office> offices(Collection<String> offices) {
        return rows.offices(offices).stream()
                .map(office -> new BoardSnapshot.Office(
                        office.code(),
                        office.name(),
                        office.zone(),
                        office.seq(),
                        LocalDate.now(clock.withZone(ZoneId.of(office.zone())))))
                .toList();
    }

    /** One visit as the board draws it, if the person who asks may see it. */
    public Optional<Card> card(String visit) {
        return rows.cards(List.of(visit)).stream()
                .filter(card -> access.maySee(card.office()))
                .findFirst();
    }

    /** The same for several; whoever is not to be seen is left out. */
    public List<Card> cards(Collection<String> visits) {
        return rows.cards(visits).stream()
                .filter(card -> access.maySee(card.office()))
                .toList();
    }

    /** Refuses whoever may not look at the board of this office. */
    public void requireReader(String office) {
        access.requireReader();
        access.requireOffice(office);
    }

    /** What a board of this office shows of these days: the visits on one of them, and those that wait and are due by then. */
    public List<Card> cards(String office, LocalDate from, LocalDate to) {
        requireReader(office);
        return rows.cards(List.of(office), from, to, new Services());
    }

    /** The period a board shows, with its working days. */
    public BoardPeriod period(Collection<String> offices, LocalDate from, int days) {
        return new BoardPeriod(List.copyOf(offices), from, days, workingDays(rows.routes(offices), from, days));
    }

    /** The first so many days on which any of the routes runs; without routes any day counts. */
    static List<LocalDate> workingDays(Collection<RouteRow> routes, LocalDate from, int days) {
        var working = new ArrayList<LocalDate>(days);
        boolean never = routes.stream().allMatch(route -> route.weekdays().isEmpty());
        for (var day = from; working.size() < days; day = day.plusDays(1)) {
            var date = day;
            if (never || routes.stream().anyMatch(route -> route.runs(date))) {
                working.add(day);
            }
        }
        return working;
    }

    private static List<LocalDate> withDaysOfVisits(List<LocalDate> working, List<Card> cards) {
        var columns = new TreeSet<>(working);
        for (var card : cards) {
            if (card.date() != null
                    && !card.date().isBefore(working.getFirst())
                    && !card.date().isAfter(working.getLast())) {
                columns.add(card.date());
            }
        }
        return List.copyOf(columns);
    }

    private static Set<String> technicians(List<Card> cards, List<RouteRow> routes) {
        var technicians = new HashSet<String>();
        for (var card : cards) {
            if (card.technician() != null) {
                technicians.add(card.technician());
            }
        }
        for (var route : routes) {
            if (route.technician() != null) {
                technicians.add(route.technician());
            }
        }
        return technicians;
    }

    private static List<RunShare> shares(List<Card> cards) {
        record Key(String route, LocalDate date, String technician) {}
        Map<Key, Integer> visits = new HashMap<>();
        for (var card : cards) {
            if (card.route() != null && card.date() != null && card.technician() != null && card.live()) {
                visits.merge(new Key(card.route(), card.date(), card.technician()), 1, Integer::sum);
            }
        }
        return visits.entrySet().stream()
                .map(entry -> new RunShare(
                        entry.getKey().route(),
                        entry.getKey().date(),
                        entry.getKey().technician(),
                        entry.getValue()))
                .toList();
    }
}
