package org.dorothydispatch.printing;

import java.time.LocalDate;
import org.dorothydispatch.office.OfficeRow;
import org.springframework.stereotype.Component;

/** The next days of an office as one file that needs nothing else: no script, no style sheet, no picture from elsewhere. */
@Component
class SnapshotPages {

    private static final int DAYS = 3;

    private static final String STYLE = """

            .made { font-size: 30pt; line-height: 1.15; font-weight: bold; margin: 0 0 2mm; }
            .made-zone { font-size: 14pt; margin: 0 0 6mm; }
            .contents { margin: 0 0 6mm; padding: 0; list-style: none; }
            .day-title { font-size: 16pt; margin: 10mm 0 3mm; }
            """;

    private final PrintService service;

    SnapshotPages(PrintService service) {
        this.service = service;
    }

    /** The page as of now, from a day on. */
    String page(OfficeRow office, LocalDate today) {
        var week = service.officeWeek(office.code(), today, 7).firstDays(DAYS);
        var page = new Markup(null);
        return Pages.document(page, office.name() + ", the next days", STYLE, "wide", body -> {
            body.words("p", "made", "%s as of %s".formatted(office.name(), Pages.moment(week.printedAt())))
                    .line(
                            "p",
                            "made-zone",
                            "All times are those of %s. What was changed later is not in here."
                                    .formatted(office.timeZone()));
            body.open("ul", "contents");
            for (var day : week.days()) {
                body.open("li", "")
                        .open("a", "", "href", "#" + day)
                        .text("Run sheets of " + Pages.longDay(day))
                        .close("a")
                        .close("li");
            }
            body.close("ul");
            Pages.week(body, week);
            for (var day : week.days()) {
                body.open("h2", "day-title", "id", day.toString())
                        .text(Pages.longDay(day))
                        .close("h2");
                var sheets = service.officeDay(office.code(), day);
                if (sheets.isEmpty()) {
                    body.line("p", "nothing", "Nobody has a stop on this day.");
                }
                for (int i = 0; i < sheets.size(); i++) {
                    Pages.runSheet(body, sheets.get(i), i == 0);
                }
            }
        });
    }
}
