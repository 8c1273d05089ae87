package org.dorothydispatch.technicianday;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The day as the phone reads it, and what the phone sends: by REST, because a page without network has no Vaadin. */
@RestController
class DayController {

    /** A technician signs in once a day: an hour without network must not end in a sign-in page at the next door. */
    private static final Duration WORKING_DAY = Duration.ofHours(12);

    private final TechnicianDays days;
    private final DayEntries entries;

    DayController(TechnicianDays days, DayEntries entries) {
        this.days = days;
        this.entries = entries;
    }

    @GetMapping("/api/day")
    TechnicianDay own(@RequestParam String technician, HttpServletRequest request) {
        var day = days.own();
        if (!day.technician().equals(technician)) {
            throw new SomebodyElse();
        }
        var session = request.getSession(false);
        if (session != null) {
            session.setMaxInactiveInterval((int) WORKING_DAY.toSeconds());
        }
        return day;
    }

    @GetMapping("/api/day/{technician}")
    TechnicianDay of(@PathVariable String technician) {
        return days.of(technician);
    }

    @PostMapping(path = "/api/day/entries", consumes = MediaType.APPLICATION_JSON_VALUE)
    EntryAnswer enter(@RequestParam String technician, @RequestBody DayEntry entry) {
        if (!days.ownCode().equals(technician)) {
            throw new SomebodyElse();
        }
        return entries.enter(entry);
    }

    /** On one phone the page of one person may outlive the sign-in of another: nothing is sent in a wrong name. */
    private static final class SomebodyElse extends RuntimeException {}

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    Map<String, String> somebodyElse(SomebodyElse other) {
        return Map.of("sentence", "Somebody else is signed in on this phone. Please sign in again.");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    Map<String, String> later(TransientDataAccessException busy) {
        return Map.of("sentence", "The office is busy. It is sent again in a moment.");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> bad(HttpMessageNotReadableException entry) {
        return Map.of("sentence", "This entry cannot be read. Reload the page and enter it again.");
    }
}
