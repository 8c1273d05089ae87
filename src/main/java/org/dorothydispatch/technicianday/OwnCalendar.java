package org.dorothydispatch.technicianday;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.Remember;
import org.dorothydispatch.preference.WishBook;
import org.dorothydispatch.preference.WishWords;
import org.dorothydispatch.security.CalendarAddresses;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.workforce.WorkforceService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A technician's visits for their own calendar (RFC 5545): what was done in the last two weeks and what is planned for the
 * next sixty days, the person first. A calendar keeps what it reads on machines of others, so the ways into a house and
 * phone numbers are not in it.
 */
@Service
public class OwnCalendar {

    private static final Period BACK = Period.ofDays(14);
    private static final Period AHEAD = Period.ofDays(60);

    private final CalendarAddresses addresses;
    private final TechnicianDays days;
    private final DayRows rows;
    private final WishBook book;
    private final WorkforceService workforce;
    private final CurrentUser current;
    private final Clock clock;

    OwnCalendar(
            CalendarAddresses addresses,
            TechnicianDays days,
            DayRows rows,
            WishBook book,
            WorkforceService workforce,
            CurrentUser current,
            Clock clock) {
        this.addresses = addresses;
        this.days = days;
        this.rows = rows;
        this.book = book;
        this.workforce = workforce;
        this.current = current;
        this.clock = clock;
    }

    /** The calendar behind an address, as its person may see their visits now; nothing when the address is no good. */
    @Transactional(readOnly = true)
    public Optional<String> behind(String token) {
        return addresses.ownerOf(token).map(owner -> current.asSeenBy(owner, this::read));
    }

    private String read() {
        var who = rows.technician(days.ownCode()).orElseThrow();
        var today = LocalDate.ofInstant(clock.instant(), who.zone());
        var visits = rows.runs(who.code(), today.minus(BACK), today.plus(AHEAD));
        var customers = visits.stream().map(DayRows.Visit::customer).distinct().toList();
        var wishes = book.of(customers);
        var named = new HashSet<String>();
        wishes.values().forEach(list -> list.forEach(wish -> named.addAll(wish.technicians())));
        var names = workforce.names(named);
        var calendar = new Calendar()
                .withProperty(new ProdId("-//Dorothy//Technician's day//EN"))
                .withProperty(ImmutableVersion.VERSION_2_0)
                .withProperty(ImmutableCalScale.GREGORIAN)
                .withProperty(new Name("Visits of " + plain(who.name())))
                .withProperty(new XProperty("X-WR-CALNAME", "Visits of " + plain(who.name())))
                .withProperty(new XProperty("X-PUBLISHED-TTL", "PT1H"))
                .getFluentTarget();
        var zones = TimeZoneRegistryFactory.getInstance().createRegistry();
        visits.stream().map(DayRows.Visit::zone).distinct().forEach(zone -> {
            var known = zones.getTimeZone(zone.getId());
            if (known != null) {
                calendar.add(known.getVTimeZone());
            }
        });
        // Not the moment of asking: what has not changed has to read the same, or every calendar would fetch it anew.
        var stamp = new DtStamp(today.atStartOfDay(who.zone()).toInstant());
        visits.forEach(visit -> calendar.add(
                current.maySee(visit.boardOffice())
                        ? event(visit, wishes.getOrDefault(visit.customer(), List.of()), names, stamp)
                        : elsewhere(visit, stamp)));
        return written(calendar);
    }

    private static VEvent event(
            DayRows.Visit visit, List<PreferenceRow> wishes, Map<String, String> names, DtStamp stamp) {
        var event = at(visit, stamp);
        var summary = visit.service() == null ? visit.name() : visit.name() + " · " + visit.service();
        event.add(new Summary(plain(visit.status().equals("done") ? summary + " (done)" : summary)));
        if (visit.address() != null) {
            event.add(new Location(plain(visit.address())));
        }
        var words = words(visit, wishes, names);
        if (!words.isEmpty()) {
            event.add(new Description(plain(String.join("\n", words))));
        }
        return event;
    }

    /** On the board of an office whose visits the person may not see: that they are busy, and no more. */
    private static VEvent elsewhere(DayRows.Visit visit, DtStamp stamp) {
        var event = at(visit, stamp);
        event.add(new Summary("A visit for another office"));
        return event;
    }

    private static VEvent at(DayRows.Visit visit, DtStamp stamp) {
        var event = new VEvent(false);
        event.add(new Uid("visit-" + plain(visit.code()) + "@dorothy"));
        event.add(stamp);
        var date = Objects.requireNonNull(visit.date());
        if (visit.start() == null) {
            event.add(new DtStart<>(date));
            event.add(new DtEnd<>(date.plusDays(1)));
        } else {
            var start = date.atTime(visit.start()).atZone(visit.zone());
            event.add(new DtStart<>(start));
            event.add(new DtEnd<>(start.plusMinutes(visit.minutes())));
        }
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    private static List<String> words(DayRows.Visit visit, List<PreferenceRow> wishes, Map<String, String> names) {
        var date = Objects.requireNonNull(visit.date());
        var said = wishes.stream().filter(wish -> wish.appliesOn(date)).toList();
        var words = new ArrayList<String>();
        if (!visit.fullName().equals(visit.name())) {
            words.add(visit.fullName());
        }
        Remember.of(visit.remember(), said, date).words().forEach(line -> words.add("Please remember: " + line));
        said.stream()
                .filter(wish -> !wish.kind().equals("REMEMBER"))
                .map(wish -> wish.words() == null || wish.words().isBlank()
                        ? WishWords.of(wish, names)
                        : "“%s”".formatted(wish.words()))
                .forEach(words::add);
        if (visit.note() != null) {
            words.add("The office notes: " + visit.note());
        }
        return words;
    }

    /** Without the signs that have no place in a calendar's text. */
    private static String plain(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
    }

    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
