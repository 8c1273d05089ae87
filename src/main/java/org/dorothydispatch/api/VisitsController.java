package org.dorothydispatch.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dorothydispatch.api.VisitAnswer.FlagAnswer;
import org.dorothydispatch.api.VisitAnswer.Named;
import org.dorothydispatch.board.BoardSnapshots;
import org.dorothydispatch.board.Card;
import org.dorothydispatch.flags.FlagRow;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.MoveVisit;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.shared.Reach;
import org.dorothydispatch.workforce.RouteRow;
import org.dorothydispatch.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The visits of an office with what the checks say of them, and the one door through which they are moved. */
@RestController
@Tag(name = "Visits")
class VisitsController {

    private static final int LONGEST_BODY = 100_000;
    private static final int LONGEST_KEY = 64;

    private final BoardSnapshots board;
    private final FlagService flags;
    private final MoveVisit moves;
    private final VisitService visits;
    private final OfficeService offices;
    private final WorkforceService workforce;
    private final ObjectReader json;

    VisitsController(
            BoardSnapshots board,
            FlagService flags,
            MoveVisit moves,
            VisitService visits,
            OfficeService offices,
            WorkforceService workforce,
            JsonMapper json) {
        this.board = board;
        this.flags = flags;
        this.moves = moves;
        this.visits = visits;
        this.offices = offices;
        this.workforce = workforce;
        // A mistyped name would else mean "as it stands", and move the visit to where nobody wanted it.
        this.json = json.readerFor(MoveRequest.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    record VisitsAnswer(String office, String timeZone, LocalDate from, LocalDate to, List<VisitAnswer> visits) {}

    @GetMapping("/api/v1/visits")
    @Operation(
            summary = "The visits of an office, with both lights and the reasons",
            description =
                    "What the board of the office shows of these days, at most 31: the visits on one of them, and those"
                            + " that wait for a place and are due by the last.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "A date is missing or not one, or the days are too many")
    @ApiResponse(responseCode = "403", description = "Not your office, or not your work")
    VisitsAnswer visits(
            @Parameter(required = true, description = "Code of the office") @RequestParam(defaultValue = "")
                    String office,
            @Parameter(required = true, description = "First day", example = "2026-10-05")
                    @RequestParam(defaultValue = "")
                    String from,
            @Parameter(required = true, description = "Last day", example = "2026-10-09")
                    @RequestParam(defaultValue = "")
                    String to) {
        if (office.isBlank()) {
            throw Refused.badQuestion("Say which office, as in office=RIVER.");
        }
        var first = date("from", from);
        var last = date("to", to);
        if (last.isBefore(first)) {
            throw Refused.badQuestion("The last day (%s) is before the first (%s).".formatted(last, first));
        }
        if (ChronoUnit.DAYS.between(first, last) >= BoardSnapshots.MOST_DAYS) {
            throw Refused.badQuestion(
                    "Ask for %d days at most; %s to %s are more.".formatted(BoardSnapshots.MOST_DAYS, first, last));
        }
        var there = offices.get(office);
        // Refused before anything is judged again; the clock alone may have changed some answers.
        board.requireReader(office);
        flags.refreshDue(List.of(office));
        var cards = board.cards(office, first, last);
        var kept = flags.flagsOf(cards.stream().map(Card::code).toList());
        var routes = new HashMap<String, String>();
        workforce.routes(List.of(office)).forEach((RouteRow route) -> routes.put(route.code(), route.name()));
        var people = new HashSet<String>();
        cards.stream().map(Card::technician).filter(who -> who != null).forEach(people::add);
        var names = workforce.names(people);
        return new VisitsAnswer(
                office,
                there.timeZone().getId(),
                first,
                last,
                cards.stream()
                        .map(card -> visit(card, kept.get(card.code()), routes, names))
                        .toList());
    }

    private static VisitAnswer visit(
            Card card, @Nullable List<FlagRow> kept, Map<String, String> routes, Map<String, String> names) {
        return new VisitAnswer(
                card.code(),
                card.version(),
                new Named(card.customer(), card.name()),
                card.service() == null ? null : card.service().name(),
                card.due(),
                card.date(),
                card.start(),
                card.minutes(),
                card.status(),
                card.pinned() == 1,
                named(card.route(), routes),
                named(card.technician(), names),
                kept == null ? null : VisitAnswer.light(card.customerLight()),
                kept == null ? null : VisitAnswer.light(card.companyLight()),
                card.reason(),
                kept == null ? List.of() : kept.stream().map(FlagAnswer::of).toList());
    }

    private static @Nullable Named named(@Nullable String code, Map<String, String> names) {
        return code == null ? null : new Named(code, names.getOrDefault(code, code));
    }

    /** Where the visit stands now. */
    record MovedAnswer(
            String sentence,
            int version,
            @Nullable String route,
            @Nullable LocalDate date,

            @JsonFormat(pattern = "HH:mm") @Schema(type = "string", format = "time", example = "09:00") @Nullable
            LocalTime start,

            @Nullable String technician,
            String status) {}

    @PostMapping("/api/v1/visits/{code}/move")
    @Operation(
            summary = "Move a visit, or unassign it",
            description =
                    "Through the same door as a drag on the board. What breaks a promise or a protocol that asks for a"
                            + " reason is refused with 409 and the flags; send the move again with a consent or a reason for each.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = MoveRequest.class))),
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Idempotency-Key",
                            description = "Yours, at most 64 letters: a move that comes twice with it is done once",
                            schema = @Schema(type = "string", maxLength = LONGEST_KEY)))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "The body is not a move")
    @ApiResponse(responseCode = "403", description = "Not your office, or not your work")
    @ApiResponse(responseCode = "404", description = "There is no such visit, route or technician")
    @ApiResponse(
            responseCode = "409",
            description = "Refused, with outcome (refused, needs, stale), the version now and the flags")
    MovedAnswer move(@PathVariable String code, HttpServletRequest request) throws IOException {
        var asked = read(request);
        var now = visits.get(code);
        var outcome = moves.move(new MoveCommand(
                key(request),
                code,
                asked.versionSeen(),
                asked.target(now.placement()),
                asked.consentsGiven(),
                asked.reasonsGiven()));
        if (!outcome.accepted() || outcome.placement() == null) {
            throw refused(outcome);
        }
        var there = outcome.placement();
        return new MovedAnswer(
                outcome.sentence(),
                outcome.version(),
                there.route(),
                there.date(),
                there.start(),
                there.technician(),
                there.status());
    }

    private static Refused refused(MoveOutcome outcome) {
        return new Refused(
                HttpStatus.CONFLICT,
                outcome.sentence(),
                Map.of(
                        "outcome",
                        outcome.status().name().toLowerCase(Locale.ROOT),
                        "version",
                        outcome.version(),
                        "flags",
                        outcome.flags().stream().map(FlagAnswer::of).toList()));
    }

    private MoveRequest read(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new Refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "A move is described in less than %,d bytes. Shorten its notes.".formatted(LONGEST_BODY));
        }
        try {
            MoveRequest asked = json.readValue(body);
            if (asked != null) {
                return asked;
            }
        } catch (DatabindException wrong) {
            var where = wrong.getPath().stream()
                    .map(part -> part.getPropertyName() == null ? "" + part.getIndex() : part.getPropertyName())
                    .toList();
            if (!where.isEmpty()) {
                throw Refused.badQuestion(
                        "\"%s\" is not understood. See the description of a move in /api/v1/openapi.json."
                                .formatted(String.join(".", where)));
            }
        } catch (JacksonException broken) {
            // The sentence below says it.
        }
        throw Refused.badQuestion(
                "The body is not JSON. Send a move such as {\"version\": 3, \"date\": \"2026-10-06\"}.");
    }

    private static String key(HttpServletRequest request) {
        var key = request.getHeader("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Refused.badQuestion("An Idempotency-Key has 1 to %d letters.".formatted(LONGEST_KEY));
        }
        return key == null ? UUID.randomUUID().toString() : key;
    }

    private static LocalDate date(String parameter, String text) {
        try {
            var date = LocalDate.parse(text);
            if (!Reach.holds(date)) {
                throw Refused.badQuestion("The day %s (%s) is out of reach; ask for one between %s and %s."
                        .formatted(parameter, date, Reach.EARLIEST, Reach.LATEST));
            }
            return date;
        } catch (DateTimeParseException e) {
            throw Refused.badQuestion(
                    "%s (%s) is not a date; write it as in %1$s=2026-10-05.".formatted(parameter, text));
        }
    }
}
