package org.dorothydispatch.printing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.shared.Reach;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Print pages, and the same as PDF. They are plain pages: no Vaadin, so that a printer gets nothing but the sheet. */
@RestController
class PrintController {

    private final PrintService service;
    private final SnapshotService snapshots;
    private final FigurePages figures;
    private final Pdf pdf;

    PrintController(PrintService service, SnapshotService snapshots, FigurePages figures, Pdf pdf) {
        this.service = service;
        this.snapshots = snapshots;
        this.figures = figures;
        this.pdf = pdf;
    }

    @GetMapping("/print/run")
    ResponseEntity<String> run(
            @RequestParam(defaultValue = "") String technician, @RequestParam(defaultValue = "") String date) {
        var sheet = service.runSheet(technician(technician), date(date));
        return page(
                title(sheet),
                "",
                link("run.pdf", "technician", technician, "date", date),
                page -> Pages.runSheet(page, sheet, true));
    }

    @GetMapping("/print/run.pdf")
    ResponseEntity<byte[]> runPdf(
            @RequestParam(defaultValue = "") String technician,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String paper) {
        var sheet = service.runSheet(technician(technician), date(date));
        return file(
                pdf.print(List.of(asPdf(sheet, paper(paper, sheet.printedAt())))),
                "%s %s".formatted(sheet.name(), sheet.date()));
    }

    /** Everybody's run sheet of an office's day. */
    @GetMapping("/print/day")
    ResponseEntity<String> day(
            @RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String date) {
        var day = date(date);
        var sheets = service.officeDay(office(office), day);
        return page(
                "%s, run sheets".formatted(Pages.longDay(day)),
                "",
                link("day.pdf", "office", office, "date", date),
                page -> {
                    for (int i = 0; i < sheets.size(); i++) {
                        Pages.runSheet(page, sheets.get(i), i == 0);
                    }
                    if (sheets.isEmpty()) {
                        page.line("p", "nothing", nobody(day));
                    }
                });
    }

    @GetMapping("/print/day.pdf")
    ResponseEntity<byte[]> dayPdf(
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String paper) {
        var day = date(date);
        var sheets = service.officeDay(office(office), day);
        var documents = new ArrayList<Function<PdfLetters, String>>();
        sheets.forEach(sheet -> documents.add(asPdf(sheet, paper(paper, sheet.printedAt()))));
        if (documents.isEmpty()) {
            documents.add(letters -> Pages.document(
                    new Markup(letters),
                    nobody(day),
                    Pdf.Paper.A4.style(false),
                    "",
                    page -> page.line("p", "nothing", nobody(day))));
        }
        return file(pdf.print(documents), "run sheets %s %s".formatted(office, day));
    }

    @GetMapping("/print/week")
    ResponseEntity<String> week(
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "7") String days) {
        var week = service.officeWeek(office(office), date(from), days(days));
        return page(
                title(week),
                "@page { size: landscape; }",
                link("week.pdf", "office", office, "from", from, "days", days),
                page -> Pages.week(page, week));
    }

    @GetMapping("/print/week.pdf")
    ResponseEntity<byte[]> weekPdf(
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "7") String days,
            @RequestParam(defaultValue = "") String paper) {
        var week = service.officeWeek(office(office), date(from), days(days));
        var size = paper(paper, week.printedAt());
        return file(
                pdf.print(List.of(letters -> Pages.document(
                        new Markup(letters), title(week), size.style(true), "wide", page -> Pages.week(page, week)))),
                "%s %s".formatted(week.office(), week.from()));
    }

    /** Offices side by side, or with {@code what} one office's technicians or routes, or with {@code code} one of them. */
    @GetMapping("/print/figures")
    ResponseEntity<String> figures(
            @RequestParam(defaultValue = "office") String what,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        var sheet = figures.of(what, office, code, region, from, to);
        return page(
                sheet.title(),
                "@page { size: landscape; }",
                link(
                        "figures.pdf",
                        "what",
                        what,
                        "office",
                        office,
                        "code",
                        code,
                        "region",
                        region,
                        "from",
                        from,
                        "to",
                        to),
                page -> FigurePages.write(page, sheet));
    }

    @GetMapping("/print/figures.pdf")
    ResponseEntity<byte[]> figuresPdf(
            @RequestParam(defaultValue = "office") String what,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String paper) {
        var sheet = figures.of(what, office, code, region, from, to);
        return file(figures.pdf(sheet, paper(paper, sheet.printedAt())), sheet.title());
    }

    /** The newest file of an office that opens when the console is down. */
    @GetMapping("/print/snapshot")
    ResponseEntity<byte[]> snapshot(@RequestParam(defaultValue = "") String office) {
        var file = snapshots.download(office(office));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .headers(headers -> download(headers, file.name()))
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(file.content());
    }

    private static Function<PdfLetters, String> asPdf(RunSheet sheet, Pdf.Paper paper) {
        return letters -> Pages.document(
                new Markup(letters), title(sheet), paper.style(false), "", page -> Pages.runSheet(page, sheet, true));
    }

    private static String title(RunSheet sheet) {
        return "%s, %s".formatted(sheet.name(), Pages.longDay(sheet.date()));
    }

    private static String title(OfficeWeek week) {
        return "%s, week from %s".formatted(week.office(), Pages.longDay(week.from()));
    }

    private static String nobody(LocalDate day) {
        return "Nobody has a stop on %s.".formatted(Pages.longDay(day));
    }

    /** Relative, so that it also works behind a proxy with a path of its own. */
    private static String link(String path, String... query) {
        var link = new StringBuilder(path);
        for (int i = 0; i < query.length; i += 2) {
            link.append(i == 0 ? '?' : '&')
                    .append(query[i])
                    .append('=')
                    .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        return link.toString();
    }

    private static ResponseEntity<String> page(String title, String style, String asPdf, Consumer<Markup> body) {
        var html = Pages.document(new Markup(null), title, style, style.isEmpty() ? "" : "wide", page -> {
            page.open("div", "bar")
                    .open("button", "", "id", "print")
                    .text("Print")
                    .close("button");
            for (var paper : Pdf.Paper.values()) {
                var address = asPdf + "&paper=" + paper.name().toLowerCase(Locale.ROOT);
                page.open("a", "", "href", address)
                        .text("PDF, " + (paper == Pdf.Paper.A4 ? "A4" : "Letter"))
                        .close("a");
            }
            page.close("div");
            body.accept(page);
            page.raw("<script src=\"print.js\"></script>");
        });
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(html);
    }

    private static ResponseEntity<byte[]> file(byte[] content, String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .headers(headers -> download(headers, name + ".pdf"))
                .contentType(MediaType.APPLICATION_PDF)
                .body(content);
    }

    private static void download(HttpHeaders headers, String name) {
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-"), StandardCharsets.UTF_8)
                .build());
    }

    private static String technician(String code) {
        if (code.isBlank()) {
            throw new IllegalArgumentException("Say which technician, as in technician=ANA.");
        }
        return code;
    }

    private static String office(String code) {
        if (code.isBlank()) {
            throw new IllegalArgumentException("Say which office, as in office=RIVER.");
        }
        return code;
    }

    private static LocalDate date(String date) {
        try {
            var day = LocalDate.parse(date);
            if (Reach.holds(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // The sentence below says it.
        }
        throw new IllegalArgumentException("The day (%s) is not a date; write it as in 2026-10-05.".formatted(date));
    }

    private static int days(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The number of days (%s) must be between 1 and %d.".formatted(number, PrintService.MOST_DAYS));
        }
    }

    /** What lies in the printers there, unless somebody says which. */
    private static Pdf.Paper paper(String asked, ZonedDateTime there) {
        return switch (asked) {
            case "a4" -> Pdf.Paper.A4;
            case "letter" -> Pdf.Paper.LETTER;
            case "" -> Pdf.Paper.usual(there.getZone());
            default -> throw new IllegalArgumentException("The paper (%s) must be a4 or letter.".formatted(asked));
        };
    }

    @ExceptionHandler
    ResponseEntity<String> notAllowed(NotAllowed refused) {
        return refusal(HttpStatus.FORBIDDEN, refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<String> bad(IllegalArgumentException question) {
        return refusal(HttpStatus.BAD_REQUEST, question.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<String> busy(Pdf.Busy busy) {
        return refusal(HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage());
    }

    private static ResponseEntity<String> refusal(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(Pages.document(
                        new Markup(null),
                        "Dorothy",
                        "",
                        "",
                        page -> page.line("h1", "", "This cannot be printed").line("p", "nothing", sentence)));
    }
}
