package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a proposal touches, as read at one moment: before the locks, to know what to lock, and again behind them, to see
 * that it is still so.
 *
 * @param rows the visits as they stand
 * @param technicians who would come, by visit; none where nobody drives the run, and for the tray
 * @param technicianDays the days left and joined, as are the runs
 */
record Plan(
        SortedMap<String, VisitRow> rows,
        Map<String, String> technicians,
        SortedSet<Day> technicianDays,
        SortedSet<Day> runs,
        SortedSet<String> customers) {

    /** @throws IllegalArgumentException when there is no such visit */
    static Plan read(JdbcClient database, Proposal proposal) {
        var rows = new TreeMap<String, VisitRow>();
        new WorldLoader(database).visits(proposal.visits()).forEach(row -> rows.put(row.code(), row));
        proposal.visits().stream()
                .filter(visit -> !rows.containsKey(visit))
                .findFirst()
                .ifPresent(visit -> {
                    throw new IllegalArgumentException("There is no visit (%s).".formatted(visit));
                });
        var technicians = technicians(database, proposal.moves(), rows);
        var technicianDays = new TreeSet<Day>();
        var runs = new TreeSet<Day>();
        var customers = new TreeSet<String>();
        for (var move : proposal.moves()) {
            var row = rows.get(move.visit());
            var target = move.target();
            customers.add(row.customer());
            add(technicianDays, row.technician(), row.date());
            add(runs, row.route(), row.date());
            add(technicianDays, technicians.get(move.visit()), target.date());
            add(runs, target.route(), target.date());
        }
        return new Plan(rows, technicians, technicianDays, runs, customers);
    }

    VisitRow row(ProposedMove move) {
        return rows.get(move.visit());
    }

    @Nullable
    String technician(ProposedMove move) {
        return technicians.get(move.visit());
    }

    /** Whether the move leaves the visit where it is. */
    boolean stays(ProposedMove move) {
        var row = row(move);
        var target = move.target();
        return Objects.equals(row.route(), target.route())
                && Objects.equals(row.date(), target.date())
                && Objects.equals(row.technician(), technician(move))
                && (target.start() == null || target.start().equals(row.start()));
    }

    private static void add(SortedSet<Day> days, @Nullable String code, @Nullable LocalDate date) {
        if (code != null && date != null) {
            days.add(new Day(code, date));
        }
    }

    private static Map<String, String> technicians(
            JdbcClient database, List<ProposedMove> moves, Map<String, VisitRow> rows) {
        var drivers = new HashMap<Day, String>();
        var technicians = new HashMap<String, String>();
        for (var move : moves) {
            var target = move.target();
            if (target.technician() != null) {
                technicians.put(move.visit(), target.technician());
            } else if (target.route() != null && target.date() != null) {
                var run = new Day(target.route(), target.date());
                if (!drivers.containsKey(run)) {
                    drivers.put(run, driver(database, run, moves, rows));
                }
                if (drivers.get(run) != null) {
                    technicians.put(move.visit(), drivers.get(run));
                }
            }
        }
        return technicians;
    }

    /**
     * Who drives the run once the moves are made: of those who were named for it and those who stay on it, whoever has
     * most. When nobody is named and nobody stays, as when two runs change places, whoever drives it now.
     */
    private static @Nullable String driver(
            JdbcClient database, Day run, List<ProposedMove> moves, Map<String, VisitRow> rows) {
        var leaving = new ArrayList<String>();
        var named = new ArrayList<String>();
        for (var move : moves) {
            var target = move.target();
            var joins = run.code().equals(target.route()) && run.date().equals(target.date());
            if (joins && target.technician() != null) {
                named.add(target.technician());
            }
            if (!joins || target.technician() != null) {
                leaving.add(move.visit());
            }
        }
        return Runs.technician(database, run, leaving, named);
    }
}
