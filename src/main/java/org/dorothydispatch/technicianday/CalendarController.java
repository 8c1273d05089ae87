package org.dorothydispatch.technicianday;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.dorothydispatch.security.SecretAddresses;
import org.dorothydispatch.security.SecretAddresses.SlowDown;
import org.dorothydispatch.shared.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** A technician's visits for the calendar on their phone, which cannot sign in: the address is the key. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final OwnCalendar calendar;
    private final SecretAddresses secrets;

    CalendarController(OwnCalendar calendar, SecretAddresses secrets) {
        this.calendar = calendar;
        this.secrets = secrets;
    }

    /** Answers {@code HEAD} too. Unknown and stopped are one answer: nothing is there. */
    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> visits(@PathVariable String token, HttpServletRequest request, WebRequest asked) {
        var found = secrets.look(request.getRemoteAddr(), () -> calendar.behind(token));
        if (found.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        var tag = '"' + Sha256.of(found.get()) + '"';
        if (asked.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"visits.ics\"")
                .body(found.get().getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    ResponseEntity<Void> later(SlowDown slow) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(slow.seconds()))
                .build();
    }
}
