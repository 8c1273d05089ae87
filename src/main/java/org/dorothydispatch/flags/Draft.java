package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.RouteFacts;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.rules.World;
import org.jspecify.annotations.Nullable;

/**
 * The moves of somebody's draft that can still be made. A move of a visit that was changed, pinned or called off
 * meanwhile is left out, and so is one to the past, to nobody, or onto the board of an office of others: the question at
 * hand is answered without it.
 */
final class Draft {

    private final List<ProposedMove> moves;
    private final Map<String, VisitRow> rows;
    private final Set<String> offices;

    /** Who drove the runs that visits of the draft have left. */
    private final Map<Day, TechnicianFacts> drivers = new HashMap<>();

    private Draft(List<ProposedMove> moves, Map<String, VisitRow> rows, Set<String> offices) {
        this.moves = moves;
        this.rows = rows;
        this.offices = offices;
    }

    /**
     * @param rows the visits of the moves as they are now
     * @param offices those the person works for
     */
    static Draft of(List<ProposedMove> moves, Map<String, VisitRow> rows, Set<String> offices) {
        var current = new LinkedHashMap<String, ProposedMove>();
        for (var move : moves) {
            var row = rows.get(move.visit());
            if (row != null
                    && row.version() == move.expectedVersion()
                    && row.open()
                    && !row.pinned()
                    && offices.contains(row.boardOffice())) {
                current.put(move.visit(), move);
            }
        }
        return new Draft(List.copyOf(current.values()), rows, offices);
    }

    /** Their visits. */
    Collection<String> visits() {
        return moves.stream().map(ProposedMove::visit).toList();
    }

    /** The days of the people named, which have to be known. */
    Set<Day> technicianDays() {
        var days = new LinkedHashSet<Day>();
        for (var move : moves) {
            if (move.target().technician() != null && move.target().date() != null) {
                days.add(new Day(move.target().technician(), move.target().date()));
            }
        }
        return days;
    }

    /** The runs named, which have to be known. */
    Set<Day> runs() {
        var runs = new LinkedHashSet<Day>();
        for (var move : moves) {
            if (move.target().route() != null && move.target().date() != null) {
                runs.add(new Day(move.target().route(), move.target().date()));
            }
        }
        return runs;
    }

    /**
     * Puts the visits where the draft wants them, as the save will: all are lifted first, and whoever knows the hour comes
     * before those who find theirs in what is left.
     */
    void apply(World world, StartTimes starts, Now now) {
        var possible = moves.stream().filter(move -> possible(world, move, now)).toList();
        for (var move : possible) {
            var there = world.visit(move.visit()).assignment();
            if (there.route() != null && there.date() != null) {
                var driver = Runs.driver(world, there.route(), there.date());
                if (driver != null) {
                    drivers.putIfAbsent(new Day(there.route().code(), there.date()), driver);
                }
            }
        }
        var before = new HashMap<String, Assignment>();
        for (var move : possible) {
            var visit = world.visit(move.visit());
            before.put(visit.code(), visit.assignment());
            world.move(visit, lifted(visit));
        }
        Stream.concat(
                        possible.stream().filter(move -> move.target().start() != null),
                        possible.stream().filter(move -> move.target().start() == null))
                .forEach(move -> {
                    var visit = world.visit(move.visit());
                    world.move(
                            visit,
                            place(world, visit, move, possible, starts, now)
                                    .orElse(Objects.requireNonNull(before.get(visit.code()))));
                });
    }

    /** Nowhere, with the start it had: a visit that gets no other keeps to it. */
    static Assignment lifted(VisitFacts visit) {
        return new Assignment(null, visit.assignment().start(), null, null, VisitStatus.UNASSIGNED);
    }

    /** Who drives a run when the draft is done; when all have left it and nobody came, whoever did before. */
    @Nullable
    TechnicianFacts driver(World world, RouteFacts route, LocalDate date) {
        var before = drivers.get(new Day(route.code(), date));
        return before != null && world.ofRun(route, date).isEmpty() ? before : Runs.driver(world, route, date);
    }

    private boolean possible(World world, ProposedMove move, Now now) {
        var target = move.target();
        var visit = world.visit(move.visit());
        var from = visit.assignment().date();
        var home = visit.customer().office();
        var today = now.in(home.zone()).toLocalDate();
        if (from != null && from.isBefore(today)) {
            return false;
        }
        if (target.isTray()) {
            return true;
        }
        var route = target.route() == null ? null : world.findRoute(target.route());
        var board = route == null ? home : route.map(RouteFacts::office).orElse(null);
        return target.date() != null
                && !target.date().isBefore(today)
                && board != null
                && offices.contains(board.code())
                && (target.technician() == null
                        || world.findTechnician(target.technician()).isPresent());
    }

    /** Empty when nobody would drive it. */
    private Optional<Assignment> place(
            World world, VisitFacts visit, ProposedMove move, List<ProposedMove> possible, StartTimes starts, Now now) {
        var target = move.target();
        if (target.isTray()) {
            return Optional.of(Assignment.unassigned());
        }
        var route =
                target.route() == null ? null : world.findRoute(target.route()).orElseThrow();
        var technician = target.technician() != null
                ? world.findTechnician(target.technician()).orElseThrow()
                : route == null ? null : named(world, route, target.date(), possible);
        if (technician == null) {
            return Optional.empty();
        }
        var start = target.start() != null
                ? target.start()
                : starts.bestStart(world, visit, route, target.date(), technician, now)
                        .orElse(visit.assignment().start());
        var status = Places.planned(rows.get(move.visit()).status());
        return Optional.of(new Assignment(target.date(), start, route, technician, status));
    }

    /** Who drives the run for which the draft names nobody: of those who stay on it and those named for it, most. */
    private @Nullable TechnicianFacts named(
            World world, RouteFacts route, LocalDate date, List<ProposedMove> possible) {
        var technicians = new ArrayList<TechnicianFacts>();
        var moved = visits();
        world.ofRun(route, date).stream()
                .filter(visit -> !moved.contains(visit.code()))
                .map(visit -> visit.assignment().technician())
                .filter(Objects::nonNull)
                .forEach(technicians::add);
        for (var move : possible) {
            var target = move.target();
            if (target.technician() != null && route.code().equals(target.route()) && date.equals(target.date())) {
                technicians.add(world.findTechnician(target.technician()).orElseThrow());
            }
        }
        if (technicians.isEmpty()) {
            var before = drivers.get(new Day(route.code(), date));
            return before != null ? before : route.technician();
        }
        return Runs.most(technicians).orElse(route.technician());
    }
}
