package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.SignedIn.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.comparison.Targets;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The comparison on paper says what the screen says. */
@DatabaseTest(now = BoardFixture.NOON_UTC)
class FiguresOnPaperTest {

    private static final String MONTHS = "from=2026-03&to=2026-10";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    RollUps rollUps;

    @Autowired
    ComparisonService comparison;

    @Autowired
    Targets targets;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(jdbc).story();
        jdbc.sql("update office set name = 'River <b>& Söhne</b> مكتب' where code = 'RIVER'")
                .update();
        UserFixture.store(jdbc, "mia", Role.BRANCH_MANAGER, "RIVER");
        UserFixture.store(jdbc, "adele", Role.ADMINISTRATOR);
        UserFixture.store(jdbc, "dana", Role.DISPATCHER, "RIVER");
        rollUps.offices().forEach(rollUps::catchUp);
    }

    @Test
    void everyNumberOfTheScreenStandsThereWithItsFormulaSampleAndTarget() throws Exception {
        as("adele", () -> {
            targets.set("RIVER", Figure.PROTOCOL_KEPT, 1.0);
            return null;
        });
        var lines = as("adele", () -> comparison.offices(new Period(YearMonth.of(2026, 3), YearMonth.of(2026, 10))));

        var page = page("adele", "/print/figures?" + MONTHS);
        var paper = text("/print/figures.pdf?" + MONTHS);

        assertThat(page)
                .contains("River &lt;b&gt;&amp; Söhne&lt;/b&gt; مكتب", "March 2026 to October 2026")
                .contains("target 100.0 %");
        for (var figure : Figure.values()) {
            assertThat(page).contains(escaped(figure.formula()), figure.span().words());
            assertThat(flat(paper)).as(figure.title()).contains(flat(figure.title()), flat(figure.formula()));
            for (var line : lines) {
                assertThat(page).contains("<b>%s</b>".formatted(line.text(figure)));
                if (line.of(figure).present()) {
                    assertThat(page)
                            .contains("of %,d %s".formatted(line.of(figure).sample(), figure.sampleOf()));
                }
            }
        }
        // Cell by cell, in the order of the lines.
        int at = page.indexOf(escaped(Figure.KEPT_PROMISES.formula()));
        for (var line : lines) {
            at = page.indexOf("<b>" + line.text(Figure.KEPT_PROMISES) + "</b>", at);
            assertThat(at).as(line.name()).isPositive();
        }
    }

    @Test
    void aManagersPaperHasTheirOfficeOnly() throws Exception {
        assertThat(page("mia", "/print/figures?" + MONTHS)).contains("Söhne").doesNotContain("Hilltop", "together");
        assertThat(page("mia", "/print/figures?what=technician&office=RIVER&" + MONTHS))
                .contains("Technicians of River", "Ana Petrov");
        assertThat(page("mia", "/print/figures?what=route&office=RIVER&" + MONTHS))
                .contains("Routes of River");
    }

    @Test
    void thePicturesStandThereAndATechnicianHasAPaperOfTheirOwn() throws Exception {
        var whole = "/print/figures%s?what=technician&office=RIVER&" + MONTHS;
        assertThat(page("mia", whole.formatted("")))
                .contains("class=\"quadrant\"", "<svg class=\"trend\"")
                .contains("Ben Okafor");
        assertThat(text(whole.formatted(".pdf")))
                .contains("The company’s rules against what was promised", "Green for both");

        var one = whole + "&code=ANA";
        assertThat(page("mia", one.formatted("")))
                .contains("Ana Petrov of River", "All of River")
                .doesNotContain("Ben Okafor");
        assertThat(text(one.formatted(".pdf"))).contains("Ana Petrov").doesNotContain("Ben Okafor");
        assertThat(page("mia", one.formatted("")))
                .contains("figures.pdf?what=technician&amp;office=RIVER&amp;code=ANA");
        assertThat(answer("mia", whole.formatted("") + "&code=NOBODY").getContentAsString())
                .contains("There is no visit of this technician in that time");
    }

    @Test
    void theDotsOfThePictureArePaintedAboveItsCornersInThePdf() throws Exception {
        var marks = as(
                        "adele",
                        () -> comparison.of(
                                ComparisonService.Kind.TECHNICIAN,
                                "RIVER",
                                new Period(YearMonth.of(2026, 3), YearMonth.of(2026, 10))))
                .stream()
                .filter(line -> line.corner().isPresent())
                .count();
        var painted = new ArrayList<Painted>();
        var answer = answer("adele", "/print/figures.pdf?what=technician&office=RIVER&" + MONTHS);
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    painted.add(new Painted(
                            text.strip(),
                            getCurrentPageNo(),
                            positions.getFirst().getYDirAdj()));
                }
            }.getText(pdf);
        }

        var title = first(painted, "The company’s rules against");
        var below = first(painted, "To the right more of");
        assertThat(below.page()).as("the picture is on one page").isEqualTo(title.page());
        var picture = painted.stream()
                .filter(one -> one.page() == title.page() && one.y() > title.y() && one.y() < below.y())
                .map(Painted::text)
                .toList();
        var dots =
                picture.stream().filter(text -> text.matches("\\d+(, \\d+)*")).toList();
        assertThat(dots.stream().flatMap(dot -> Stream.of(dot.split(", "))).map(Integer::valueOf))
                .as("%s", picture)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, (int) marks).boxed().toList())
                .isNotEmpty();
        // A PDF is painted in this order: what comes later lies above.
        assertThat(picture.subList(picture.size() - dots.size(), picture.size()))
                .isEqualTo(dots);
    }

    private record Painted(String text, int page, float y) {}

    private static Painted first(List<Painted> painted, String beginning) {
        return painted.stream()
                .filter(one -> one.text().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dana  | from=2026-03&to=2026-10                                | 403",
                "mia   | from=2026-03&to=2026-10&what=technician&office=HILL    | 403",
                "mia   | from=2026-03&to=2026-10&what=customer&office=RIVER     | 400",
                "mia   | from=yesterday&to=2026-10                              | 400",
                "mia   | from=1970-01&to=2026-10                                | 400",
                "mia   | from=2026-10&to=2026-03                                | 400"
            })
    void whatCannotBePrintedIsSaidInASentence(String who, String query, int status) throws Exception {
        for (var path : List.of("/print/figures?", "/print/figures.pdf?")) {
            var answer = answer(who, path + query);
            assertThat(answer.getStatus()).as(path).isEqualTo(status);
            assertThat(answer.getContentAsString()).contains("This cannot be printed");
        }
    }

    @Test
    void whoNamesNoMonthsIsToldWhatToDo() throws Exception {
        assertThat(answer("mia", "/print/figures").getContentAsString())
                .contains("Say which months to print", "from=2026-01")
                .doesNotContain("is none");
    }

    private String text(String path) throws Exception {
        var answer = answer("adele", path);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth())
                    .as("Letter, landscape")
                    .isEqualTo(792);
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** Lines break where the paper ends. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;");
    }

    private String page(String who, String path) throws Exception {
        var answer = answer(who, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(String who, String path) throws Exception {
        return mvc.perform(get(path).with(user(who))).andReturn().getResponse();
    }
}
