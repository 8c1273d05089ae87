package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.printing.SheetFixture.TUESDAY;
import static org.dorothydispatch.printing.SheetFixture.dorothy;
import static org.dorothydispatch.printing.SheetFixture.sheet;
import static org.dorothydispatch.printing.SheetFixture.stop;

import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.dorothydispatch.printing.OfficeWeek.Cell;
import org.dorothydispatch.printing.OfficeWeek.Entry;
import org.dorothydispatch.printing.OfficeWeek.Row;
import org.dorothydispatch.printing.RunSheet.Lights;
import org.dorothydispatch.printing.RunSheet.Stop;
import org.dorothydispatch.shared.Light;
import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void thePersonComesBeforeTheJob() {
        assertThat(words(html(page -> Pages.runSheet(page, sheet(dorothy()), true))))
                .containsSubsequence(
                        "Dorothy",
                        "Dorothy Hale, Hale&#39;s Gifts",
                        "“Will you be the one doing the service?”",
                        "Promised: Ana, then Marco",
                        " (to Marco Ruiz, 10 Dec 2025)",
                        "Please remember",
                        "Say hello first.",
                        "Please ask: ",
                        "Does the new alarm code work?",
                        "How to get in: ",
                        "Back door, ring twice",
                        "Rodent control · 7 Market Lane · 555 0101",
                        "× Dorothy was promised Ana.",
                        "Who came before: Ana Petrov, 6 Sep 2026");
    }

    @Test
    void theHeaderNamesOfficeTechnicianDateAndWhenItWasPrinted() {
        var html = html(page -> Pages.runSheet(page, sheet(dorothy()), true));
        assertThat(html.substring(html.indexOf("<thead"), html.indexOf("</thead>")))
                .contains("Riverside · Cy Lindgren · Tue 6 Oct · printed Mon 5 Oct, 7:30 (America/Chicago)");
    }

    @Test
    void markupInAnyTextOfPeopleIsShownAsText() {
        var evil = "<script>alert(1)</script>&amp;\"'";
        var html = html(page -> Pages.runSheet(page, sheet(stop(evil, evil, Light.GREEN)), true));
        assertThat(html)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&quot;&#39;");
    }

    @Test
    void whatXmlForbidsIsLeftOut() {
        var html = html(page -> page.line("p", "", "a\u0000b\u0008c\uD800d\u0085e\uFFFFf"));
        assertThat(html).contains("<p>abcdef</p>");
    }

    @Test
    void aStopOfAnotherOfficeTellsItsTimeAndNobodysName() {
        var html = html(page -> Pages.runSheet(page, sheet(new Stop(LocalTime.of(11, 0), 30, null)), true));
        assertThat(words(html)).contains("11:00", "30 minutes", "to 11:30", "A stop of another office");
    }

    @Test
    void theLightsAreSignsThatSurviveBlackAndWhite() {
        var entries = List.of(
                new Entry(LocalTime.of(9, 0), "Dorothy", new Lights(Light.RED, Light.GREEN)),
                new Entry(LocalTime.of(10, 0), "Rosa", new Lights(Light.GREEN, Light.AMBER)));
        var week = new OfficeWeek(
                "Riverside",
                TUESDAY,
                TUESDAY,
                List.of(TUESDAY),
                List.of(new Row("North side", "Ana Petrov", List.of(new Cell(List.of("Cy Lindgren"), entries)))),
                List.of("Dr Sato"),
                sheet().printedAt());

        assertThat(html(page -> Pages.week(page, week)))
                .contains("<span class=\"light customer red\">×</span><span class=\"light company green\"></span>")
                .contains("<span class=\"light customer green\"></span><span class=\"light company amber\">!</span>")
                .contains("with Cy Lindgren")
                .contains("Waiting for a day: Dr Sato.");
        assertThat(Pages.STYLE).contains("print-color-adjust: exact").contains("break-inside: avoid");
    }

    @Test
    void aDayWithoutStopsSaysSo() {
        assertThat(html(page -> Pages.runSheet(page, sheet(), true))).contains("Cy Lindgren has no stops on this day.");
    }

    @Test
    void wordsInArabicRunFromRightToLeft() {
        assertThat(html(page -> page.words("p", "", "محمد"))).contains("<p dir=\"rtl\">محمد</p>");
        assertThat(html(page -> page.words("p", "", "“Ana” محمد"))).contains("<p dir=\"ltr\">");
    }

    private static String html(Consumer<Markup> body) {
        return Pages.document(new Markup(null), "Title", "", "", body);
    }

    private static List<String> words(String html) {
        return List.of(html.substring(html.indexOf("<body"))
                .replaceAll("<[^>]*>", "\n")
                .split("\n+"));
    }
}
