package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.printing.SheetFixture.dorothy;
import static org.dorothydispatch.printing.SheetFixture.sheet;
import static org.dorothydispatch.printing.SheetFixture.stop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dorothydispatch.printing.RunSheet.Stop;
import org.dorothydispatch.shared.Light;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTest {

    private final Pdf pdf = new Pdf();

    @Test
    void theRunSheetIsInThePdf() throws IOException {
        try (var document = Loader.loadPDF(pdf.print(List.of(asPdf(sheet(dorothy())))))) {
            assertThat(text(document))
                    .contains("Riverside · Cy Lindgren · Tue 6 Oct · printed Mon 5 Oct, 7:30 (America/Chicago)")
                    .contains("“Will you be the one doing the service?”")
                    .contains("Promised: Ana, then Marco")
                    .contains("Say hello first.")
                    .contains("How to get in: Back door, ring twice")
                    .contains("Page 1 of 1");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Cy's Tuesday");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Łukasz Żółć", "Đặng Thị Hạnh", "José Ñandú", "王小明", "Ἀθηνᾶ", "Иван", "さくら", "김철수"})
    void namesOfTheWorldAreWrittenAsTheyAre(String name) throws IOException {
        var text = textOf(sheet(stop(name, "Thank you", Light.GREEN)));
        assertThat(text).contains(name).doesNotContain("letters are missing");
    }

    /** The reader of PDFs gives back letters in the order they are read and without their shapes. */
    @ParameterizedTest
    @CsvSource({"محمد عبد الله", "ירושלים"})
    void namesThatRunFromRightToLeftDoToo(String name) throws IOException {
        var text = textOf(sheet(stop(name, "Thank you", Light.GREEN)));
        assertThat(text).contains(name).doesNotContain("letters are missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"नमस्ते", "😀 party", "สมชาย"})
    void lettersThatNoFontHasAreOwnedUpToOnTheLine(String name) throws IOException {
        var text = textOf(sheet(stop(name, "Thank you", Light.GREEN)));
        assertThat(text).contains("… ").contains("(letters are missing here: see the print page)");
    }

    @Test
    void markupInNamesStaysText() throws IOException {
        assertThat(textOf(sheet(stop("<b>Bold</b> & ]]> <img src=x>", "<script>x</script>", Light.GREEN))))
                .contains("<b>Bold</b> & ]]> <img src=x>")
                .contains("“<script>x</script>”");
    }

    @Test
    void noStopIsTornApartByAPageBreak() throws IOException {
        var stops = IntStream.range(0, 30)
                .mapToObj(i -> stop("Customer number " + i, "Words of number " + i, Light.RED))
                .toArray(Stop[]::new);
        try (var document = Loader.loadPDF(pdf.print(List.of(asPdf(sheet(stops)))))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            var pages = pages(document);
            for (int i = 0; i < 30; i++) {
                var words = "Words of number %d”".formatted(i);
                var page = pages.stream().filter(text -> text.contains(words)).findFirst();
                assertThat(page.orElseThrow().split(words, -1)[1])
                        .as("what follows on the page of stop %d", i)
                        .contains("Who came before: Ana Petrov");
            }
            assertThat(pages).allSatisfy(page -> assertThat(page).contains("Riverside · Cy Lindgren · Tue 6 Oct"));
        }
    }

    @Test
    void eachTechnicianCountsTheirOwnPages() throws IOException {
        try (var document = Loader.loadPDF(pdf.print(List.of(asPdf(sheet(dorothy())), asPdf(sheet(dorothy())))))) {
            assertThat(pages(document))
                    .hasSize(2)
                    .allSatisfy(page -> assertThat(page).contains("Page 1 of 1"));
        }
    }

    @Test
    void onlyTheFontsOfTheNamesAreInThePdf() {
        var latin = pdf.print(List.of(asPdf(sheet(dorothy()))));
        var chinese = pdf.print(List.of(asPdf(sheet(stop("王小明", "谢谢", Light.GREEN)))));
        assertThat(latin).hasSizeLessThan(60_000);
        assertThat(chinese).hasSizeLessThan(80_000);
    }

    private static Function<PdfLetters, String> asPdf(RunSheet sheet) {
        return letters -> Pages.document(
                new Markup(letters),
                "Cy's Tuesday",
                Pdf.Paper.LETTER.style(false),
                "",
                page -> Pages.runSheet(page, sheet, true));
    }

    private String textOf(RunSheet sheet) throws IOException {
        try (var document = Loader.loadPDF(pdf.print(List.of(asPdf(sheet))))) {
            return text(document);
        }
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static List<String> pages(PDDocument document) throws IOException {
        var pages = new ArrayList<String>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            var reader = new PDFTextStripper();
            reader.setStartPage(page);
            reader.setEndPage(page);
            pages.add(reader.getText(document));
        }
        return pages;
    }
}
