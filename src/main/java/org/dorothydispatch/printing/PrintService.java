package org.dorothydispatch.printing;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.Remember;
import org.dorothydispatch.preference.WishBook;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.printing.OfficeWeek.Cell;
import org.dorothydispatch.printing.OfficeWeek.Entry;
import org.dorothydispatch.printing.OfficeWeek.Row;
import org.dorothydispatch.printing.RunSheet.Came;
import org.dorothydispatch.printing.RunSheet.Person;
import org.dorothydispatch.printing.RunSheet.Stop;
import org.dorothydispatch.printing.RunSheet.Wish;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What goes on paper. Whoever plans may print what stands on the boards of their offices; a technician may print their
 * own day and nothing else.
 */
@Service
public class PrintService {

    /** The longest period of an office that fits on paper. */
    public static final int MOST_DAYS = 14;

    private final PrintRows rows;
    private final WishBook book;
    private final OfficeService offices;
    private final FlagService flags;
    private final CurrentUser current;
    private final JdbcClient jdbc;
    private final Clock clock;

    PrintService(
            PrintRows rows,
            WishBook book,
            OfficeService offices,
            FlagService flags,
            CurrentUser current,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.book = book;
        this.offices = offices;
        this.flags = flags;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this person prints more than their own day. */
    public boolean mayPrintOffices() {
        return current.has(DISPATCHER, BRANCH_MANAGER, SALESPERSON, RECEPTIONIST);
    }

    /** Whether this person may look at the day of a technician as their phone shows it. */
    public boolean mayLookAtPhones() {
        return current.has(DISPATCHER, BRANCH_MANAGER);
    }

    /** A technician's day. */
    public RunSheet runSheet(String technician, LocalDate date) {
        var own = current.technician().filter(technician::equals).isPresent();
        if (!own && !mayPrintOffices()) {
            throw new NotAllowed("You may print your own day only.");
        }
        var who = rows.technician(technician).orElse(null);
        if (who == null) {
            throw unknown(technician);
        }
        var visits = rows.run(technician, date);
        var boards =
                visits.stream().map(PrintRows.Visit::boardOffice).distinct().toList();
        if (!own && !current.maySee(who.office()) && boards.stream().noneMatch(current::maySee)) {
            throw unknown(technician);
        }
        if (flags.refreshDue(boards) > 0) {
            visits = rows.run(technician, date);
        }
        return sheet(who, date, visits, own);
    }

    /** The run sheets of everybody who has something to do at an office on a day, by name. */
    public List<RunSheet> officeDay(String office, LocalDate date) {
        requireOffice(office);
        flags.refreshDue(List.of(office));
        return rows.technicians(office, date).stream()
                .map(driver -> rows.technician(driver.code()).orElseThrow())
                .map(who -> sheet(who, date, rows.run(who.code(), date), false))
                .toList();
    }

    /** All runs of an office from a day on. */
    public OfficeWeek officeWeek(String office, LocalDate from, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "The number of days (%d) must be between 1 and %d.".formatted(days, MOST_DAYS));
        }
        var row = requireOffice(office);
        flags.refreshDue(List.of(office));
        var to = from.plusDays(days - 1L);
        var routes = rows.routes(office);
        var visits = rows.onBoard(office, from, to);
        var shown = new TreeSet<LocalDate>();
        from.datesUntil(to.plusDays(1))
                .filter(day ->
                        routes.stream().anyMatch(route -> route.weekdays().contains(day.getDayOfWeek())))
                .forEach(shown::add);
        visits.forEach(visit -> shown.add(Objects.requireNonNull(visit.date())));
        var lines = new ArrayList<Row>();
        for (var route : routes) {
            var on = visits.stream()
                    .filter(visit -> route.code().equals(visit.route()))
                    .toList();
            lines.add(row(route.name(), route.technicianName(), shown, on));
        }
        var without = visits.stream().filter(visit -> visit.route() == null).toList();
        if (!without.isEmpty()) {
            lines.add(row("No route", null, shown, without));
        }
        return new OfficeWeek(
                row.name(), from, to, List.copyOf(shown), lines, rows.waiting(office, to), now(row.timeZone()));
    }

    /** Somebody with something to do on a day. */
    public record Driver(String code, String name, int stops) {}

    /** Who has a run sheet of an office's day, by name. */
    public List<Driver> drivers(String office, LocalDate date) {
        requireOffice(office);
        return rows.technicians(office, date);
    }

    /** The code of the technician that this person is. */
    public Optional<String> ownCode() {
        return current.technician();
    }

    /** The day it is at an office now. */
    public LocalDate today(String office) {
        return offices.today(office);
    }

    private OfficeRow requireOffice(String office) {
        if (!mayPrintOffices()) {
            throw new NotAllowed("You may print your own day only.");
        }
        return offices.get(office);
    }

    /** Somebody of another office is answered like somebody who does not exist: a stranger learns nothing. */
    private static NotAllowed unknown(String technician) {
        return new NotAllowed("There is no technician (%s) at your offices.".formatted(technician));
    }

    private ZonedDateTime now(ZoneId zone) {
        return clock.instant().atZone(zone);
    }

    private RunSheet sheet(PrintRows.Technician who, LocalDate date, List<PrintRows.Visit> visits, boolean own) {
        var seen = visits.stream()
                .filter(visit -> own || current.maySee(visit.boardOffice()))
                .toList();
        var customers = seen.stream().map(PrintRows.Visit::customer).distinct().toList();
        var wishes = book.of(customers);
        var named = new HashSet<String>();
        wishes.values().forEach(list -> list.forEach(wish -> named.addAll(wish.technicians())));
        var names = rows.technicianNames(named);
        var broken = rows.broken(seen.stream().map(PrintRows.Visit::code).toList());
        var came = rows.cameBefore(customers, date);
        var stops = new ArrayList<Stop>();
        for (var visit : visits) {
            var person = seen.contains(visit)
                    ? person(
                            visit,
                            wishes.getOrDefault(visit.customer(), List.of()),
                            names,
                            broken.getOrDefault(visit.code(), List.of()),
                            came.getOrDefault(visit.customer(), List.of()),
                            date)
                    : null;
            stops.add(new Stop(visit.start(), visit.minutes(), person));
        }
        var home = home(who.office());
        return new RunSheet(
                home.name(),
                who.code(),
                who.name(),
                date,
                who.shiftStart(),
                who.shiftEnd(),
                rows.absence(who.code(), date).orElse(null),
                seen.stream()
                        .map(PrintRows.Visit::routeName)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                stops,
                now(home.zone()));
    }

    private record Home(String name, ZoneId zone) {}

    /** The name of the office is on everybody's van; its zone says when the sheet was printed. */
    private Home home(String office) {
        return jdbc.sql("select name, time_zone from office where code = ?")
                .param(office)
                .query((row, n) -> new Home(row.getString(1), ZoneId.of(row.getString(2))))
                .single();
    }

    private static Person person(
            PrintRows.Visit visit,
            List<PreferenceRow> said,
            Map<String, String> names,
            List<String> broken,
            List<Came> came,
            LocalDate date) {
        var remember = new ArrayList<>(Remember.of(visit.remember(), said, date).words());
        var wishes = new ArrayList<Wish>();
        for (var wish : said) {
            if (wish.appliesOn(date) && !wish.kind().equals("REMEMBER")) {
                wishes.add(new Wish(
                        wish.words(), WishWords.of(wish, names), wish.answer(), wish.heardBy(), wish.heardOn()));
            }
        }
        if (visit.note() != null && !visit.note().isBlank()) {
            remember.add(visit.note());
        }
        return new Person(
                visit.code(),
                visit.calledName(),
                visit.name(),
                wishes,
                remember,
                visit.ask(),
                visit.access(),
                visit.address(),
                visit.phone(),
                visit.service(),
                visit.status(),
                visit.lights(),
                broken,
                came,
                visit.latitude(),
                visit.longitude());
    }

    private static Row row(String name, @Nullable String usual, TreeSet<LocalDate> days, List<PrintRows.Visit> visits) {
        var cells = new ArrayList<Cell>();
        for (var day : days) {
            var run = visits.stream().filter(visit -> day.equals(visit.date())).toList();
            var drivers = run.stream()
                    .map(PrintRows.Visit::technicianName)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            cells.add(new Cell(
                    drivers.equals(List.of(Objects.requireNonNullElse(usual, ""))) ? List.of() : drivers,
                    run.stream()
                            .map(visit -> new Entry(visit.start(), visit.calledName(), visit.lights()))
                            .toList()));
        }
        return new Row(name, usual, cells);
    }
}
