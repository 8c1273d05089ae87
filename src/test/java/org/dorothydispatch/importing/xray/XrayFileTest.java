package org.dorothydispatch.importing.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XrayFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsFoundInTheHeadings(String separator) throws IOException {
        var file = XrayFile.open(written(String.join(separator, "customerID", "date", "servicedBy") + "\n"
                + String.join(separator, "7", "2026-03-09", "\"Petrov" + separator + " Ana\"") + "\n"));

        assertThat(file.headings()).containsExactly("customerID", "date", "servicedBy");
        assertThat(file.sample()).containsExactly(List.of("7", "2026-03-09", "Petrov" + separator + " Ana"));
    }

    @Test
    void twentyRowsAreShownAndTornOnesAreFilledUp() throws IOException {
        var rows = IntStream.range(0, 30).mapToObj(i -> i + ",2026-03-09").collect(Collectors.joining("\n"));

        var file = XrayFile.open(written("customerID,date,servicedBy\n" + rows));

        assertThat(file.sample())
                .hasSize(20)
                .allSatisfy(cells -> assertThat(cells).hasSize(3));
    }

    @Test
    void spreadsheetsOfOldAreReadWithTheirAccentsAndItIsSaid() throws IOException {
        var path = folder.resolve("old.csv");
        Files.write(
                path,
                "customer;date;technician\nBäckerei Müller;2026-03-09;José\n"
                        .getBytes(Charset.forName("windows-1252")));

        var file = XrayFile.open(path);

        assertThat(file.guessedCharset()).isTrue();
        assertThat(file.sample().getFirst()).containsExactly("Bäckerei Müller", "2026-03-09", "José");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAHeading() throws IOException {
        assertThat(XrayFile.open(written("\uFEFFcustomerID,date,servicedBy\n1,2026-03-09,4\n"))
                        .headings())
                .startsWith("customerID");
        var utf16 = folder.resolve("utf16.csv");
        Files.write(utf16, "\uFEFFcustomerID,date,servicedBy\n1,2026-03-09,4\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(XrayFile.open(utf16).headings()).containsExactly("customerID", "date", "servicedBy");
    }

    @Test
    void emptyLinesAreNoRowsAndQuotesMayHoldAnything() throws IOException {
        var file = XrayFile.open(written("\uFEFFcustomer;date;technician\r\n\r\n"
                + "\"Hale; \"\"Dorothy\"\"\nHouse 2\";2026-03-09;Ana\r\n\r\n\r\n=1+1;2026-03-10;Ben\r\n\r\n"));

        assertThat(file.sample())
                .containsExactly(
                        List.of("Hale; \"Dorothy\"\nHouse 2", "2026-03-09", "Ana"),
                        List.of("=1+1", "2026-03-10", "Ben"));
    }

    @Test
    void twoHundredColumnsAreTakenAndAFileOfNothingButColumnsIsNot() throws IOException {
        var more = IntStream.range(0, 197).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        var cells = IntStream.range(0, 197).mapToObj(i -> "x" + i).collect(Collectors.joining(","));

        var file = XrayFile.open(written("customerID,%s,date,servicedBy\n1,%s,2026-03-09,4\n".formatted(more, cells)));

        assertThat(file.headings()).hasSize(200);
        assertThat(file.sample().getFirst()).hasSize(200).endsWith("2026-03-09", "4");
        assertThat(XrayMapping.guess(file.headings()).problem()).isEmpty();
        var wide = IntStream.range(0, 501).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThatThrownBy(() -> XrayFile.open(written(wide + "\n" + wide + "\n")))
                .hasMessage("The file has 501 columns; at most 500 are taken.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The file is empty. Export it again, with its headings.",
                "a,b,c|The file has headings but no row. Export it again for a longer time.",
                "date,customer,date~1,2,3|The column “date” stands twice, as column 1 and as column 3. Rename or remove one of them, and choose the file again.",
                "date,customer~1,2|The file has 2 columns; a customer, a day and a technician take three. Is it the list of visits?",
                "1,2,3~4,5,6|The first row has no headings. Export the file again with them.",
                "PK,b,c~1,2,3|The file is a spreadsheet or a zip. Save it as CSV, and choose that file."
            })
    void whatIsNoListOfVisitsGetsASentence(String text, String sentence) {
        assertThatThrownBy(() -> XrayFile.open(written(text.replace('~', '\n'))))
                .isInstanceOf(XrayRefused.class)
                .hasMessage(sentence);
    }

    @Test
    void headingsOfFieldRoutesAreUnderstoodAndEachColumnIsTakenOnce() {
        var mapping = XrayMapping.guess(List.of(
                "appointmentID",
                "customerID",
                "fname",
                "lname",
                "date",
                "start",
                "status",
                "servicedBy",
                "assignedTech",
                "subscriptionPreferredTech",
                "preferredTechID",
                "preferredDays",
                "preferredStart",
                "preferredEnd",
                "soldBy",
                "reservice",
                "annualRecurringValue"));

        assertThat(mapping.columns())
                .containsAllEntriesOf(Map.of(
                        XrayField.CUSTOMER, "customerID",
                        XrayField.DATE, "date",
                        XrayField.SERVED_BY, "servicedBy",
                        XrayField.PREFERRED, "subscriptionPreferredTech",
                        XrayField.CUSTOMER_PREFERRED, "preferredTechID",
                        XrayField.WINDOW_FROM, "preferredStart",
                        XrayField.SOLD_BY, "soldBy",
                        XrayField.RE_SERVICE, "reservice",
                        XrayField.VALUE, "annualRecurringValue"))
                .doesNotContainValue("assignedTech");
        assertThat(mapping.columns().values()).doesNotHaveDuplicates();
        assertThat(mapping.problem()).isEmpty();
    }

    @Test
    void aMappingWithoutWhatIsNeededOrWithAColumnTwiceSaysWhatToDo() {
        assertThat(new XrayMapping(Map.of(XrayField.CUSTOMER, "a", XrayField.DATE, "b")).problem())
                .contains("Say which column holds this: Who came.");
        assertThat(new XrayMapping(Map.of(XrayField.CUSTOMER, "a", XrayField.DATE, "b", XrayField.SERVED_BY, "a"))
                        .problem())
                .contains("The column “a” is chosen twice. Choose another for: Customer.");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("visits.csv"), text);
    }
}
