package org.dorothydispatch.board;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.board.BoardAccess.UnknownOffice;
import org.dorothydispatch.customer.CustomerFinder;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.shared.Codes;
import org.dorothydispatch.shared.Reach;
import org.dorothydispatch.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * The snapshot by REST: a board is too big for Vaadin's own protocol, which keeps its last answer in memory for every
 * open browser.
 */
@RestController
class BoardController {

    private final BoardSnapshots snapshots;
    private final BoardDays days;
    private final MapPlaces places;
    private final BoardAccess access;
    private final FlagService flags;
    private final BoardWords words;
    private final CustomerSearch search;
    private final StopDetails stops;
    private final BoardLines lines;

    BoardController(
            BoardSnapshots snapshots,
            BoardDays days,
            MapPlaces places,
            BoardAccess access,
            FlagService flags,
            BoardWords words,
            CustomerSearch search,
            StopDetails stops,
            BoardLines lines) {
        this.snapshots = snapshots;
        this.days = days;
        this.places = places;
        this.access = access;
        this.flags = flags;
        this.words = words;
        this.search = search;
        this.stops = stops;
        this.lines = lines;
    }

    /** As one piece of JSON, or in lines for whoever accepts them. */
    @GetMapping("/api/board")
    @Nullable
    ResponseEntity<?> board(
            @RequestParam(defaultValue = "") String offices,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "7") String days,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            WebRequest request) {
        var period = period(offices, from, days);
        flags.refreshDue(period.offices());
        var tag = tag(period, period.offices());
        if (request.checkNotModified(tag)) {
            return null;
        }
        var snapshot = snapshots.read(period.offices(), period.from(), period.days());
        var answer = ResponseEntity.ok().eTag(tag).varyBy(HttpHeaders.ACCEPT);
        return accept.contains(BoardLines.TYPE)
                ? answer.contentType(MediaType.APPLICATION_NDJSON).body(lines.of(snapshot))
                : answer.body(snapshot);
    }

    /** One day with its clock; asked again for an office whose day has changed. */
    @GetMapping("/api/board/day")
    @Nullable
    ResponseEntity<BoardDay> day(
            @RequestParam(defaultValue = "") String offices,
            @RequestParam(defaultValue = "") String date,
            WebRequest request) {
        access.requireReader();
        var day = new Day(offices(offices), date(date));
        access.requireOffices(day.offices());
        var tag = tag(day, day.offices());
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok().eTag(tag).body(days.read(day.offices(), day.date()));
    }

    private record Day(List<String> offices, LocalDate date) {}

    /** Where the visits of the same board are; a map asks for it once, and again when a visit appears that it cannot place. */
    @GetMapping("/api/board/places")
    @Nullable
    ResponseEntity<BoardPlaces> places(
            @RequestParam(defaultValue = "") String offices,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "7") String days,
            WebRequest request) {
        var period = period(offices, from, days);
        var tag = tag(new Where(period), period.offices());
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok().eTag(tag).body(places.read(period.offices(), period.from(), period.days()));
    }

    private record Where(Period period) {}

    /** What a search looks through beyond the cards of that board. */
    @GetMapping("/api/board/words")
    @Nullable
    ResponseEntity<BoardWords.Words> words(
            @RequestParam(defaultValue = "") String offices,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "7") String days,
            WebRequest request) {
        access.requireReader();
        var period = new Period(offices(offices), from(from), days(days));
        access.requireOffices(period.offices());
        var tag = tag(period, period.offices());
        if (request.checkNotModified(tag)) {
            return null;
        }
        var last =
                snapshots.period(period.offices(), period.from(), period.days()).last();
        return ResponseEntity.ok().eTag(tag).body(words.of(period.offices(), period.from(), last));
    }

    /** What the list of a technician's day says beyond the cards of that board. */
    @GetMapping("/api/board/stops")
    BoardStops stops(
            @RequestParam(defaultValue = "") String offices,
            @RequestParam(defaultValue = "") String technician,
            @RequestParam(defaultValue = "") String date) {
        access.requireReader();
        return stops.read(offices(offices), technician, date(date));
    }

    @GetMapping("/api/board/find")
    List<FoundCustomer> find(@RequestParam(defaultValue = "") String q) {
        if (q.length() > CustomerFinder.LONGEST) {
            throw new BadQuestion(
                    "Look for something shorter: %d letters are enough.".formatted(CustomerFinder.LONGEST));
        }
        return search.find(q);
    }

    private record Period(List<String> offices, LocalDate from, int days) {}

    private Period period(String offices, String from, String days) {
        access.requireReader();
        var period = new Period(offices(offices), from(from), days(days));
        access.requireOffices(period.offices());
        return period;
    }

    /**
     * Weak, because a strong one would forbid the server to compress. Names everything the answer depends on: what was
     * asked, by whom, how far each office's schedule has come, and what day it is there.
     */
    private String tag(Record question, List<String> offices) {
        var facts = question + " " + access.rights() + " " + snapshots.offices(offices);
        return "W/\"" + Sha256.of(facts, 16) + "\"";
    }

    private static List<String> offices(String list) {
        var offices = Codes.in(list);
        if (offices.isEmpty()) {
            throw new BadQuestion("Say which offices, as in offices=RIVER,HILL.");
        }
        return offices;
    }

    private static LocalDate from(String date) {
        return date("first day", "from", date);
    }

    private static LocalDate date(String date) {
        return date("day", "date", date);
    }

    private static LocalDate date(String noun, String parameter, String text) {
        try {
            var date = LocalDate.parse(text);
            if (!Reach.holds(date)) {
                throw new BadQuestion("The %s (%s) is out of reach; ask for one between %s and %s."
                        .formatted(noun, date, Reach.EARLIEST, Reach.LATEST));
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new BadQuestion(
                    "The %s (%s) is not a date; write it as in %s=2026-10-05.".formatted(noun, text, parameter));
        }
    }

    private static int days(String number) {
        try {
            int days = Integer.parseInt(number);
            if (days >= 1 && days <= BoardSnapshots.MOST_DAYS) {
                return days;
            }
        } catch (NumberFormatException e) {
            // The sentence below says it.
        }
        throw new BadQuestion(
                "The number of days (%s) must be between 1 and %d.".formatted(number, BoardSnapshots.MOST_DAYS));
    }

    private static final class BadQuestion extends RuntimeException {

        BadQuestion(String sentence) {
            super(sentence);
        }
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> bad(BadQuestion question) {
        return Map.of("sentence", String.valueOf(question.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, String> unknown(UnknownOffice office) {
        return Map.of("sentence", String.valueOf(office.getMessage()));
    }
}
