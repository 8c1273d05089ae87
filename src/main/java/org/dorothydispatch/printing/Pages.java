package org.dorothydispatch.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dorothydispatch.printing.OfficeWeek.Cell;
import org.dorothydispatch.printing.RunSheet.Lights;
import org.dorothydispatch.printing.RunSheet.Person;
import org.dorothydispatch.printing.RunSheet.Stop;
import org.dorothydispatch.printing.RunSheet.Wish;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;

/** Run sheets and weeks as markup with a print style sheet: the same for the printer, the PDF and the files on disk. */
final class Pages {

    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    static final String STYLE = resource("/printing/print.css");

    private static final String LEGEND =
            "Round is the customer, square is the company. Small and empty: in order. With ! : look at it. Black with × : broken.";

    private Pages() {}

    static String longDay(LocalDate date) {
        return LONG_DAY.format(date);
    }

    /** {@code Mon 5 Oct, 7:30 (America/Chicago)} */
    static String moment(ZonedDateTime moment) {
        return "%s, %s (%s)".formatted(DAY.format(moment), TIME.format(moment), moment.getZone());
    }

    /** A whole document. */
    static String document(Markup page, String title, String moreStyle, String bodyClass, Consumer<Markup> body) {
        page.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
                .raw("<meta name=\"viewport\" content=\"width=device-width\"/>")
                .line("title", "", title)
                .raw("<style>")
                .raw(STYLE)
                .raw(moreStyle)
                .raw("</style></head>")
                .open("body", bodyClass);
        body.accept(page);
        return page.raw("</body></html>").toString();
    }

    /** One technician's day. */
    static void runSheet(Markup page, RunSheet sheet, boolean first) {
        page.open("table", first ? "sheet first" : "sheet");
        page.open("thead", "running").open("tr", "").open("td", "", "colspan", "2");
        page.words(
                "div",
                "",
                "%s · %s · %s · printed %s"
                        .formatted(sheet.office(), sheet.name(), DAY.format(sheet.date()), moment(sheet.printedAt())));
        page.close("td").close("tr").close("thead").open("tbody", "");
        page.open("tr", "").open("td", "masthead", "colspan", "2");
        page.words("h1", "", sheet.name());
        page.line("p", "date", longDay(sheet.date()));
        page.line("p", "", inShort(sheet));
        if (sheet.away() != null) {
            page.line("p", "broken", away(sheet.away()));
        }
        page.close("td").close("tr");
        var places = new ArrayList<RunMap.Place>();
        for (int i = 0; i < sheet.stops().size(); i++) {
            var person = sheet.stops().get(i).person();
            if (person != null) {
                places.add(new RunMap.Place(i + 1, person.latitude(), person.longitude()));
            }
        }
        if (!places.isEmpty()) {
            overview(page, sheet, new RunMap(places));
        }
        for (int i = 0; i < sheet.stops().size(); i++) {
            stop(page, sheet.stops().get(i), i + 1);
        }
        if (sheet.stops().isEmpty()) {
            page.open("tr", "")
                    .open("td", "nothing", "colspan", "2")
                    .text("%s has no stops on this day.".formatted(sheet.name()))
                    .close("td")
                    .close("tr");
        }
        page.close("tbody").close("table");
        if (!sheet.stops().isEmpty()) {
            page.line("p", "legend", LEGEND);
        }
    }

    private static String inShort(RunSheet sheet) {
        var parts = new ArrayList<String>();
        parts.add(sheet.stops().size() == 1 ? "1 stop" : sheet.stops().size() + " stops");
        parts.add(sheet.minutes() + " minutes of service");
        parts.addAll(sheet.routes());
        parts.add("shift %s – %s".formatted(TIME.format(sheet.shiftStart()), TIME.format(sheet.shiftEnd())));
        return String.join(" · ", parts);
    }

    private static String away(String kind) {
        return switch (kind) {
            case "vacation" -> "On vacation on this day.";
            case "sick" -> "Reported sick for this day.";
            case "training" -> "In training on this day.";
            default -> "Away on this day.";
        };
    }

    /** The list to glance at, and the map beside it. */
    private static void overview(Markup page, RunSheet sheet, RunMap map) {
        page.open("tr", "").open("td", "", "colspan", "2").open("table", "").open("tr", "");
        page.open("td", "overview").open("table", "short");
        for (int i = 0; i < sheet.stops().size(); i++) {
            var stop = sheet.stops().get(i);
            page.open("tr", "").line("td", "n", String.valueOf(i + 1)).line("td", "t", time(stop.start()));
            if (stop.person() == null) {
                page.line("td", "", "A stop of another office");
            } else {
                page.words("td", "", stop.person().calledName());
            }
            page.close("tr");
        }
        page.close("table").close("td").open("td", "map-cell");
        map.write(page);
        page.close("td").close("tr").close("table").close("td").close("tr");
    }

    private static void stop(Markup page, Stop stop, int number) {
        page.open("tr", "stop").open("td", "when");
        page.line("p", "n", "Stop " + number);
        page.line("p", "time", time(stop.start()));
        page.line("p", "minutes", "%d minutes".formatted(stop.minutes()));
        if (stop.start() != null) {
            page.line("p", "minutes", "to " + TIME.format(stop.start().plusMinutes(stop.minutes())));
        }
        var person = stop.person();
        if (person != null && person.lights() != null) {
            page.open("p", "");
            lights(page, person.lights());
            page.close("p");
        }
        page.close("td").open("td", "who");
        if (person == null) {
            page.line("h2", "", "A stop of another office")
                    .line("p", "job", "Ask that office for who it is; you may not print their customers.");
        } else {
            person(page, person);
        }
        page.close("td").close("tr");
    }

    /** The person first, then the job. */
    private static void person(Markup page, Person person) {
        page.words("h2", "", person.calledName());
        if (!person.name().equals(person.calledName())) {
            page.words("p", "full", person.name());
        }
        person.wishes().forEach(wish -> wish(page, wish));
        if (!person.remember().isEmpty()) {
            page.open("div", "remember").line("p", "label", "Please remember");
            person.remember().forEach(line -> page.words("p", "", line));
            page.close("div");
        }
        labelled(page, "access", "Please ask", person.ask());
        labelled(page, "access", "How to get in", person.access());
        var job = new ArrayList<String>();
        addIfAny(job, person.service());
        if (person.status().equals("done")) {
            job.add("done");
        }
        addIfAny(job, person.address());
        addIfAny(job, person.phone());
        if (!job.isEmpty()) {
            page.words("p", "job", String.join(" · ", job));
        }
        person.broken().forEach(sentence -> page.words("p", "broken", "× " + sentence));
        page.line(
                "p",
                "came",
                person.cameBefore().isEmpty()
                        ? "Nobody came before."
                        : person.cameBefore().stream()
                                .map(came -> "%s, %s".formatted(came.technician(), DATE.format(came.date())))
                                .collect(Collectors.joining(" · ", "Who came before: ", "")));
    }

    private static void wish(Markup page, Wish wish) {
        page.open("div", "quote");
        if (wish.words() != null && !wish.words().isBlank()) {
            page.words("p", "", "“" + wish.words() + "”");
        }
        var answer = switch (wish.answer()) {
            case "promised" -> "Promised: ";
            case "will_try" -> "We said we will try: ";
            default -> "Not answered yet: ";
        };
        var heard = wish.heardBy() == null
                ? ""
                : " (to %s%s)"
                        .formatted(wish.heardBy(), wish.heardOn() == null ? "" : ", " + DATE.format(wish.heardOn()));
        page.open("p", "answer")
                .line("span", wish.answer().equals("promised") ? "label" : "", answer + wish.meaning())
                .text(heard)
                .close("p")
                .close("div");
    }

    private static void labelled(Markup page, String classes, String label, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            page.open("p", classes)
                    .line("span", "label", label + ": ")
                    .words("span", "", words)
                    .close("p");
        }
    }

    private static void addIfAny(List<String> parts, @Nullable String part) {
        if (part != null && !part.isBlank()) {
            parts.add(part);
        }
    }

    private static String time(@Nullable LocalTime time) {
        return time == null ? "–" : TIME.format(time);
    }

    private static void lights(Markup page, Lights lights) {
        page.open("span", "lights");
        light(page, "customer", lights.customer());
        light(page, "company", lights.company());
        page.close("span");
    }

    private static void light(Markup page, String side, Light light) {
        page.line(
                "span",
                "light " + side + " " + light.name().toLowerCase(Locale.ROOT),
                switch (light) {
                    case GREEN -> "";
                    case AMBER -> "!";
                    case RED -> "×";
                });
    }

    /** Routes by days. */
    static void week(Markup page, OfficeWeek week) {
        if (week.days().isEmpty()) {
            page.line("h1", "", week.office())
                    .line(
                            "p",
                            "nothing",
                            "%s has no route and no visit from %s to %s."
                                    .formatted(week.office(), longDay(week.from()), longDay(week.to())));
            return;
        }
        page.open("table", "week").open("thead", "");
        page.open("tr", "running")
                .open("td", "", "colspan", String.valueOf(week.days().size() + 1))
                .words(
                        "div",
                        "",
                        "%s · %s to %s · printed %s"
                                .formatted(
                                        week.office(),
                                        longDay(week.from()),
                                        longDay(week.to()),
                                        moment(week.printedAt())))
                .close("td")
                .close("tr");
        page.open("tr", "days").line("th", "route", "Route");
        week.days().forEach(day -> page.line("th", "", DAY.format(day)));
        page.close("tr").close("thead").open("tbody", "");
        for (var row : week.rows()) {
            page.open("tr", "").open("td", "route").words("p", "route-name", row.route());
            if (row.technician() != null) {
                page.words("p", "", row.technician());
            }
            page.close("td");
            row.cells().forEach(cell -> cell(page, cell));
            page.close("tr");
        }
        page.close("tbody").close("table");
        if (!week.waiting().isEmpty()) {
            page.words("p", "waiting", "Waiting for a day: " + String.join(", ", week.waiting()) + ".");
        }
        page.line("p", "legend", LEGEND);
    }

    private static void cell(Markup page, Cell cell) {
        page.open("td", "");
        if (!cell.drivers().isEmpty()) {
            page.words("p", "driver", "with " + String.join(", ", cell.drivers()));
        }
        for (var entry : cell.entries()) {
            page.open("p", "entry");
            if (entry.lights() != null) {
                lights(page, entry.lights());
            }
            page.line("span", "time", time(entry.start()) + " ").words("span", "", entry.calledName());
            page.close("p");
        }
        page.close("td");
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Pages.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
