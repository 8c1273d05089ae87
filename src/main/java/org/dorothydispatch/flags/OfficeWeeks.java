package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dorothydispatch.rules.CustomerFacts;
import org.dorothydispatch.rules.Ground;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.schedule.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands on some offices' runs over some days, read once, put together as ground for any number of questions, and
 * remembered as long as an office's sequence number stands: every change of these facts raises it.
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
     * @param ground these visits, of customers known by name only
     * @param register everybody and every route of these offices, and whoever stands on their runs
     * @param offices whose days and runs are known: those asked for and those at home in which somebody drives their runs
     */
    record Weeks(Ground ground, Register register, Set<String> offices, LocalDate from, LocalDate to) {

        boolean knowsDayOf(String technician, LocalDate date) {
            return within(date)
                    && register.officeOf(technician).filter(offices::contains).isPresent();
        }

        boolean knowsRunOf(String route, LocalDate date) {
            return within(date)
                    && register.officeOfRoute(route).filter(offices::contains).isPresent();
        }

        private boolean within(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    Weeks read(Collection<String> offices, LocalDate from, int days) {
        var weeks = new TreeMap<String, Week>();
        add(weeks, offices, from, days);
        // Somebody from another office may stand on one of these runs: their days are known to their home office.
        var homes = new HashSet<String>();
        weeks.values().forEach(week -> homes.addAll(week.homes));
        homes.removeAll(weeks.keySet());
        add(weeks, homes, from, days);

        var worlds = new HashMap<String, World>();
        var registers = new TreeMap<String, Register>();
        weeks.forEach((office, week) -> {
            worlds.put(office, week.world);
            registers.put(office, week.register);
        });
        return new Weeks(
                new Ground(worlds),
                Register.of(database, registers),
                Set.copyOf(weeks.keySet()),
                from,
                from.plusDays(days - 1L));
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
        return new Week(world(visits, register), register, homes);
    }

    private static World world(Collection<VisitRow> visits, Register register) {
        var people = new HashMap<String, CustomerFacts>();
        var world = World.builder();
        for (var visit : visits) {
            world.visit(new VisitFacts(
                    visit.code(),
                    people.computeIfAbsent(
                            visit.customer(), code -> Stated.nothing().customer(visit, register)),
                    visit.site(),
                    null,
                    visit.dueOn(),
                    visit.minutes(),
                    visit.pinned(),
                    visit.notifiedAt(),
                    Set.of(),
                    WorldLoader.standing(visit, register)));
        }
        return world.build();
    }

    private record Key(String office, LocalDate from, int days) {}

    private record Remembered(long sequence, Week week) {}

    /** @param homes the home offices of everybody who stands on a run of this office */
    private record Week(World world, Register register, Set<String> homes) {}
}
