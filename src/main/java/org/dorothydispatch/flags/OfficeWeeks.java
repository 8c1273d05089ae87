package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dorothydispatch.rules.CustomerFacts;
import org.dorothydispatch.schedule.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands on some offices' runs over some days, read once and remembered as long as an office's sequence number
 * stands: every change of these facts raises it.
 */
@Component
class OfficeWeeks {

    /** A week of an office with 15 full routes is about half a megabyte. */
    private static final int REMEMBERED = 60;

    private final JdbcClient database;
    private final Outbox outbox;
    private final Map<Key, Remembered> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Remembered> eldest) {
            return size() > REMEMBERED;
        }
    };

    OfficeWeeks(JdbcClient database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * The live visits on the boards of the offices and wherever their technicians drive.
     *
     * @param register everybody and every route of these offices, and whoever stands on their runs
     */
    record Weeks(Collection<WorldLoader.Placed> visits, Register register) {}

    Weeks read(Collection<String> offices, LocalDate from, int days) {
        var weeks = new TreeMap<String, Week>();
        add(weeks, offices, from, days);
        // Somebody from another office may stand on one of these runs: their days are known to their home office.
        var homes = new HashSet<String>();
        weeks.values().forEach(week -> homes.addAll(week.homes));
        homes.removeAll(weeks.keySet());
        add(weeks, homes, from, days);

        var visits = new LinkedHashMap<String, WorldLoader.Placed>();
        var registers = new TreeMap<String, Register>();
        weeks.forEach((office, week) -> {
            week.visits.forEach(visit -> visits.putIfAbsent(visit.row().code(), visit));
            registers.put(office, week.register);
        });
        return new Weeks(visits.values(), Register.of(database, registers));
    }

    private void add(Map<String, Week> weeks, Collection<String> offices, LocalDate from, int days) {
        var sequences = outbox.sequences(offices);
        for (var office : offices) {
            weeks.put(office, week(new Key(office, from, days), sequences.get(office)));
        }
    }

    private Week week(Key key, long sequence) {
        var entry = remembered(key);
        if (entry == null || entry.sequence != sequence) {
            // Read after the number: at least as new as the number says.
            entry = new Remembered(sequence, load(key));
            remember(key, entry);
        }
        return entry.week;
    }

    private synchronized @Nullable Remembered remembered(Key key) {
        return remembered.get(key);
    }

    private synchronized void remember(Key key, Remembered entry) {
        remembered.put(key, entry);
    }

    private Week load(Key key) {
        var to = key.from.plusDays(key.days - 1L);
        var visits = new LinkedHashSet<VisitRow>();
        visits.addAll(database.sql(
                        VisitRow.SELECT + "where v.board_office = ? and v.planned_on between ? and ?" + VisitRow.LIVE)
                .params(key.office, key.from, to)
                .query(VisitRow::read)
                .list());
        visits.addAll(database.sql(VisitRow.SELECT
                        + "join technician t on t.code = v.technician "
                        + "where t.office = ? and v.board_office <> ? and v.planned_on between ? and ?"
                        + VisitRow.LIVE)
                .params(key.office, key.office, key.from, to)
                .query(VisitRow::read)
                .list());
        var wanted = new Register.Wanted();
        wanted.offices.add(key.office);
        visits.forEach(visit -> {
            if (visit.technician() != null) {
                wanted.technicians.add(visit.technician());
            }
            if (visit.route() != null) {
                wanted.routes.add(visit.route());
            }
        });
        var register = Register.read(database, wanted, true);
        var homes = new HashSet<String>();
        register.technicians()
                .forEach(technician -> homes.add(technician.office().code()));
        var people = new HashMap<String, CustomerFacts>();
        var placed = visits.stream()
                .map(visit -> new WorldLoader.Placed(
                        visit,
                        people.computeIfAbsent(
                                visit.customer(), code -> Stated.nothing().customer(visit, register)),
                        WorldLoader.standing(visit, register)))
                .toList();
        return new Week(placed, register, homes);
    }

    private record Key(String office, LocalDate from, int days) {}

    private record Remembered(long sequence, Week week) {}

    /** @param homes the home offices of everybody who stands on a run of this office */
    private record Week(List<WorldLoader.Placed> visits, Register register, Set<String> homes) {}
}
