package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class PrintControllerTest {

    private static final String CYS_TUESDAY = "/print/run?technician=CY&date=2026-10-06";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private BoardFixture story;

    @BeforeEach
    void tellTheStory() {
        story = new BoardFixture(jdbc).story();
        story.verdict("D10", 2, 0, "promised Ana", 1, 1);
        jdbc.sql("""
                        insert into flag (visit, side, kind, code, outcome, level, message, short_message)
                        values ('D10', 'customer', 'PERSON', 'P1', 'BROKEN', 'promised', 'Dorothy was promised Ana.', 'promised Ana')
                        """).update();
        UserFixture.store(jdbc, "dana", Role.DISPATCHER, "RIVER");
        UserFixture.store(jdbc, "hugo", Role.DISPATCHER, "HILL");
        UserFixture.store(jdbc, "cy", Role.TECHNICIAN, "RIVER");
        jdbc.sql("update app_user set technician = 'CY' where username = 'cy'").update();
    }

    @Test
    void theRunSheetTellsWhoIsMetAndWhatWasPromised() throws Exception {
        var page = page("dana", CYS_TUESDAY);
        assertThat(page)
                .contains("Cy Lindgren", "Tuesday 6 October 2026", "Riverside", "(America/Chicago)")
                .contains("Dorothy Hale, Hale&#39;s Gifts", "Say hello first.", "Back door, ring twice")
                .contains("“Will you be the one doing the service?”", "Promised: their technician")
                .contains("× Dorothy was promised Ana.")
                .contains("Who came before: Ana Petrov, 6 Sep 2026 · Ana Petrov, 6 Aug 2026")
                .contains("Rodent control")
                .contains("<polyline");
    }

    @Test
    void theSameComesAsAPdf() throws Exception {
        var answer = answer("dana", "/print/run.pdf?technician=CY&date=2026-10-06");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("Cy");
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Dorothy", "Say hello first.", "Page 1 of 1");
            assertThat(pdf.getPage(0).getMediaBox().getWidth())
                    .as("Letter in America")
                    .isEqualTo(612);
        }
    }

    @Test
    void paperCanBeAskedFor() throws Exception {
        var answer = answer("dana", "/print/week.pdf?office=RIVER&from=2026-10-05&paper=a4");
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth())
                    .as("A4, landscape")
                    .isBetween(841f, 843f);
        }
    }

    @Test
    void theDayOfAnOfficeIsEverybodysRunSheet() throws Exception {
        assertThat(page("dana", "/print/day?office=RIVER&date=2026-10-06")).contains("Cy Lindgren", "Dorothy");
        assertThat(page("dana", "/print/day?office=RIVER&date=2026-10-07"))
                .contains("Ben Okafor", "Rosa")
                .doesNotContain("Cy Lindgren");
        assertThat(page("dana", "/print/day?office=RIVER&date=2026-10-08"))
                .contains("Nobody has a stop on Thursday 8 October 2026.");
    }

    @Test
    void theWeekHasEveryRouteEveryDayAndWhoWaits() throws Exception {
        assertThat(page("dana", "/print/week?office=RIVER&from=2026-10-05"))
                .contains("North side", "South side", "Mon 5 Oct", "Tue 6 Oct", "Fri 9 Oct")
                .contains("<span class=\"light customer red\">×</span>")
                .contains("with Ben Okafor")
                .contains("Waiting for a day: Rosa.")
                .doesNotContain("Sat 10 Oct", "Ridge");
    }

    @Test
    void aTechnicianPrintsTheirOwnDayOnly() throws Exception {
        assertThat(page("cy", CYS_TUESDAY)).contains("Dorothy", "Back door, ring twice");
        for (var path : new String[] {
            "/print/run?technician=BEN&date=2026-10-07",
            "/print/day?office=RIVER&date=2026-10-06",
            "/print/week?office=RIVER&from=2026-10-05",
            "/print/week.pdf?office=RIVER&from=2026-10-05"
        }) {
            var answer = answer("cy", path);
            assertThat(answer.getStatus()).as(path).isEqualTo(403);
            assertThat(answer.getContentAsString())
                    .contains("You may print your own day only.")
                    .doesNotContain("Dorothy Hale");
        }
    }

    @Test
    void anotherOfficesPeopleAreNotPrinted() throws Exception {
        var stranger = answer("hugo", CYS_TUESDAY);
        assertThat(stranger.getStatus()).isEqualTo(403);
        var nobody = answer("hugo", CYS_TUESDAY.replace("CY", "XX"));
        assertThat(nobody.getStatus()).isEqualTo(403);
        assertThat(stranger.getContentAsString().replace("CY", "XX")).isEqualTo(nobody.getContentAsString());
        assertThat(answer("hugo", "/print/day?office=RIVER&date=2026-10-06").getStatus())
                .isEqualTo(403);
    }

    @Test
    void aStopForAnotherOfficeIsThereButNamesNobody() throws Exception {
        story.visit("W2", "SATO", "RIDGE", "CY", BoardFixture.TUESDAY, "14:00", "planned");
        assertThat(page("dana", CYS_TUESDAY))
                .contains("14:00", "A stop of another office")
                .doesNotContain("Sato");
        assertThat(page("hugo", CYS_TUESDAY)).contains("Dr Sato").doesNotContain("Dorothy Hale");
        assertThat(page("cy", CYS_TUESDAY)).contains("Dr Sato", "Dorothy Hale");
    }

    @Test
    void markupInTheirWordsIsText() throws Exception {
        jdbc.sql(
                        "update customer set goes_by = '<img src=x onerror=alert(1)>', remember = '</style><script>x</script>' where code = 'DOROTHY'")
                .update();
        assertThat(page("dana", CYS_TUESDAY))
                .contains("&lt;img src=x onerror=alert(1)&gt;", "&lt;/style&gt;&lt;script&gt;x&lt;/script&gt;")
                .doesNotContain("<img", "<script>x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ring twice. ", "x"})
    void tenThousandCharactersArePrintedToTheLastOne(String piece) throws Exception {
        var note = piece.repeat(9_990 / piece.length()) + "Then smile";
        jdbc.sql("update customer set remember = ? where code = 'DOROTHY'")
                .param(note)
                .update();

        assertThat(page("dana", CYS_TUESDAY)).contains(note);
        var answer = answer("dana", "/print/run.pdf?technician=CY&date=2026-10-06");
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text.chars().filter(letter -> letter == piece.charAt(0)).count())
                    .as("nothing runs off the paper")
                    .isGreaterThanOrEqualTo(9_990 / piece.length());
            assertThat(text).contains("Thensmile");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/print/run?date=2026-10-06|Say which technician, as in technician=ANA.",
                "/print/run?technician=CY&date=31.2.|The day (31.2.) is not a date; write it as in 2026-10-05.",
                "/print/run?technician=CY&date=9999-01-01|The day (9999-01-01) is not a date; write it as in 2026-10-05.",
                "/print/day?date=2026-10-06|Say which office, as in office=RIVER.",
                "/print/week?office=RIVER&from=2026-10-05&days=400|The number of days (400) must be between 1 and 14.",
                "/print/week?office=RIVER&from=2026-10-05&days=x|The number of days (x) must be between 1 and 14.",
                "/print/run.pdf?technician=CY&date=2026-10-06&paper=a9|The paper (a9) must be a4 or letter."
            })
    void aBadQuestionGetsOneSentence(String path, String sentence) throws Exception {
        var answer = answer("dana", path);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {CYS_TUESDAY, "/print/week.pdf?office=RIVER&from=2026-10-05"})
    void strangersAreLedToTheSignIn(String path) throws Exception {
        var answer = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).endsWith("/login");
    }

    private String page(String who, String path) throws Exception {
        var answer = answer(who, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(String who, String path) throws Exception {
        return mvc.perform(get(path).with(user(who))).andReturn().getResponse();
    }
}
