package org.dorothydispatch.technicianday;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.TECHNICIAN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.Remember;
import org.dorothydispatch.preference.WishBook;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.schedule.VisitProgress;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.technicianday.TechnicianDay.Came;
import org.dorothydispatch.technicianday.TechnicianDay.Day;
import org.dorothydispatch.technicianday.TechnicianDay.NewHere;
import org.dorothydispatch.technicianday.TechnicianDay.Remembering;
import org.dorothydispatch.technicianday.TechnicianDay.Stop;
import org.dorothydispatch.technicianday.TechnicianDay.Wish;
import org.dorothydispatch.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A technician's day, for themselves; and for whoever plans at the offices that show it, to look at. */
@Service
@Transactional(readOnly = true)
public class TechnicianDays {

    private final DayRows rows;
    private final WishBook book;
    private final WorkforceService workforce;
    private final VisitProgress progress;
    private final CurrentUser current;
    private final Clock clock;

    TechnicianDays(
            DayRows rows,
            WishBook book,
            WorkforceService workforce,
            VisitProgress progress,
            CurrentUser current,
            Clock clock) {
        this.rows = rows;
        this.book = book;
        this.workforce = workforce;
        this.progress = progress;
        this.current = current;
        this.clock = clock;
    }

    /** The day of the technician who is signed in. */
    public TechnicianDay own() {
        return read(rows.technician(ownCode()).orElseThrow(), true);
    }

    /** The day of a technician, to look at. Their own they read with {@link #own}. */
    public TechnicianDay of(String technician) {
        current.require(DISPATCHER, BRANCH_MANAGER);
        return rows.technician(technician)
                .filter(who -> current.maySee(who.office()))
                .map(who -> read(who, false))
                // The same sentence for somebody who does not exist: a stranger learns nothing.
                .orElseThrow(
                        () -> new NotAllowed("There is no technician (%s) at your offices.".formatted(technician)));
    }

    /** The zone of the office of the technician who is signed in. */
    public ZoneId ownZone() {
        return rows.technician(ownCode()).orElseThrow().zone();
    }

    String ownCode() {
        current.require(TECHNICIAN);
        return current.technician()
                .orElseThrow(() -> new NotAllowed(
                        "Your account is not tied to a technician yet. Ask an administrator to do that."));
    }

    private TechnicianDay read(DayRows.Technician who, boolean own) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, who.zone());
        return new TechnicianDay(
                who.code(),
                who.name(),
                who.officeName(),
                who.zone().getId(),
                today,
                now,
                own,
                List.of(day(who, today, rows.begun(who.code(), today)), day(who, today.plusDays(1), List.of())));
    }

    private Day day(DayRows.Technician who, LocalDate date, List<DayRows.Visit> begun) {
        var visits = Stream.concat(begun.stream(), rows.run(who.code(), date).stream())
                .toList();
        var seen = visits.stream()
                .filter(visit -> current.maySee(visit.boardOffice()))
                .toList();
        return new Day(
                date,
                rows.absence(who.code(), date).orElse(null),
                stops(who.code(), date, seen),
                visits.stream()
                        .filter(visit -> !seen.contains(visit))
                        .map(DayRows.Visit::start)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private List<Stop> stops(String technician, LocalDate date, List<DayRows.Visit> visits) {
        var customers = visits.stream().map(DayRows.Visit::customer).distinct().toList();
        var wishes = book.of(customers);
        var named = new HashSet<String>();
        wishes.values().forEach(list -> list.forEach(wish -> named.addAll(wish.technicians())));
        var around = new Around(
                wishes,
                workforce.names(named),
                rows.came(customers, date),
                rows.served(customers, technician, date),
                rows.introductions(customers, technician, date),
                progress.of(visits.stream().map(DayRows.Visit::code).toList(), technician));
        var stops = new ArrayList<Stop>();
        visits.forEach(visit -> stops.add(stop(technician, visit, around)));
        return stops;
    }

    /** What is known of all customers of a day. */
    private record Around(
            Map<String, List<PreferenceRow>> wishes,
            Map<String, String> names,
            Map<String, List<Came>> came,
            Set<String> served,
            Map<String, NewHere> introductions,
            Map<String, VisitProgress.Row> progress) {}

    private static Stop stop(String technician, DayRows.Visit visit, Around around) {
        var date = Objects.requireNonNull(visit.date());
        var said = around.wishes.getOrDefault(visit.customer(), List.of()).stream()
                .filter(wish -> wish.appliesOn(date))
                .toList();
        var remember = Remember.of(visit.remember(), said, date);
        var row = around.progress.get(visit.code());
        return new Stop(
                visit.code(),
                visit.name(),
                visit.fullName(),
                date,
                visit.start(),
                visit.minutes(),
                visit.status(),
                visit.service(),
                visit.address(),
                visit.phone(),
                visit.access(),
                visit.note(),
                new Remembering(
                        remember.words(),
                        remember.mark(),
                        row != null && remember.mark().equals(row.rememberMark()) ? row.rememberReadAt() : null),
                said.stream()
                        .filter(wish -> !wish.kind().equals("REMEMBER"))
                        .map(wish ->
                                new Wish(wish.words(), WishWords.of(wish, around.names), wish.answer(), wish.heardBy()))
                        .toList(),
                around.came.getOrDefault(visit.customer(), List.of()),
                newHere(technician, visit, around),
                visit.ask(),
                row == null ? null : row.checkedInAt(),
                row == null ? null : row.checkedOutAt(),
                row == null ? null : row.why());
    }

    private static @Nullable NewHere newHere(String technician, DayRows.Visit visit, Around around) {
        return around.served.contains(visit.customer()) || technician.equals(visit.theirs())
                ? null
                : around.introductions.getOrDefault(visit.customer(), new NewHere(null, null));
    }
}
