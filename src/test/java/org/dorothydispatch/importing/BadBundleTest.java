package org.dorothydispatch.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.importing.BundleFixture.good;
import static org.dorothydispatch.importing.BundleFixture.preference;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be wrong inside the files of a bundle, each with its sentence. */
class BadBundleTest {

    private static final String VISITS =
            "code,customer,site,agreement,due_on,date,start,minutes,route,technician,status,pinned,notified_at,note";
    private static final String PREFERENCES =
            "code,customer,kind,technicians,weekdays,from,to,dates_from,dates_to,number,days,language,skill,answer,words,valid_from,valid_to";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource({"cells", "ranges", "parameters", "references", "tables"})
    void saysWhatIsWrong(String sentence, BundleFixture bundle) {
        var report = BundleReader.read(bundle.writeTo(folder), KnownCodes.NONE, BundleSink.NOTHING);

        assertThat(report.errors()).extracting(Problem::toString).containsExactly(sentence.split("\n"));
        assertThat(report.errorCount()).isEqualTo(report.errors().size());
        assertThat(report.ok()).isFalse();
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                is(
                        "visits.csv:4: due_on: \"2026-02-31\" is not a date: the calendar has no such day.",
                        visit("V9,DOROTHY,S1,,2026-02-31,,,30,,,unassigned,,,")),
                is(
                        "visits.csv:4: due_on: \"31.03.2026\" is not a date; write it as yyyy-MM-dd, like 2026-03-01.",
                        visit("V9,DOROTHY,S1,,31.03.2026,,,30,,,unassigned,,,")),
                is(
                        "visits.csv:4: due_on: \"0026-03-01\" is too long ago: years are 1000 to 9999.",
                        visit("V9,DOROTHY,S1,,0026-03-01,,,30,,,unassigned,,,")),
                is(
                        "visits.csv:4: start: \"24:00\" is not a time; write it as HH:mm, from 00:00 to 23:59.",
                        visit("V9,DOROTHY,S1,,2026-10-06,2026-10-06,24:00,30,,CY,planned,,,")),
                is(
                        "visits.csv:4: start: \"9:00\" is not a time; write it as HH:mm, from 00:00 to 23:59.",
                        visit("V9,DOROTHY,S1,,2026-10-06,2026-10-06,9:00,30,,CY,planned,,,")),
                is(
                        "visits.csv:4: notified_at: \"2026-10-05 09:00\" is not a date and time; write it as yyyy-MM-ddTHH:mm, like 2026-03-01T09:30.",
                        visit("V9,DOROTHY,S1,,2026-10-06,2026-10-06,09:00,30,,CY,planned,,2026-10-05 09:00,")),
                is(
                        "visits.csv:4: notified_at: \"2026-02-30T09:00\" is not a date: the calendar has no such day.",
                        visit("V9,DOROTHY,S1,,2026-10-06,2026-10-06,09:00,30,,CY,planned,,2026-02-30T09:00,")),
                is(
                        "visits.csv:4: minutes: \"0\" is not a whole number from 1 to 1440.",
                        visit("V9,DOROTHY,S1,,2026-10-06,,,0,,,unassigned,,,")),
                is(
                        "visits.csv:4: minutes: \"1441\" is not a whole number from 1 to 1440.",
                        visit("V9,DOROTHY,S1,,2026-10-06,,,1441,,,unassigned,,,")),
                is(
                        "visits.csv:4: minutes: \"half an hour\" is not a whole number from 1 to 1440.",
                        visit("V9,DOROTHY,S1,,2026-10-06,,,half an hour,,,unassigned,,,")),
                is(
                        "visits.csv:4: minutes: A visit that starts at 23:30 and takes 31 minutes passes midnight; none may.",
                        visit("V9,DOROTHY,S1,,2026-10-06,2026-10-06,23:30,31,,CY,planned,,,")),
                is(
                        "visits.csv:4: status: \"booked\" is not one of unassigned, planned, confirmed, done, missed, cancelled.",
                        visit("V9,DOROTHY,S1,,2026-10-06,,,30,,,booked,,,")),
                is(
                        "visits.csv:4: pinned: \"maybe\" is neither true nor false.",
                        visit("V9,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,maybe,,")),
                is(
                        "visits.csv:4: code: This must not be blank.",
                        visit(",DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,")),
                is(
                        "visits.csv:4: code: \"%s\" has 41 characters; a code has at most 40."
                                .formatted("V".repeat(41)),
                        visit("V".repeat(41) + ",DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,")),
                is(
                        "visits.csv:4: code: \"V\\u00079\" holds a character that cannot be printed; a code must not.",
                        visit("V\u00079,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,")),
                is(
                        "visits.csv:4: code: \" V9\" begins or ends with a space; a code must not.",
                        visit(" V9,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,")),
                is(
                        "visits.csv:4: note: \"a\\u0000b\" holds a NUL character, which is no text.",
                        visit("V9,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,a\0b")),
                is(
                        "visits.csv:4: note: The cell has 10,001 characters; at most 10,000 are taken.",
                        visit("V9,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,," + "x".repeat(10_001))),
                is("customers.csv:4: name: This must not be blank.", good().plus("customers.csv", "C9,  ,RIVER\n")),
                is(
                        "offices.csv:4: time_zone: \"Mars/Olympus\" is not a time zone; write its name, like America/Chicago.",
                        good().plus("offices.csv", "MARS,Mars,Mars/Olympus\n")),
                is(
                        "sites.csv:4: latitude: \"91\" is not a number from -90 to 90; write degrees, like 41.88.",
                        good().plus("sites.csv", "S9,DOROTHY,91,0\n")),
                is(
                        "sites.csv:4: longitude: \"41,5\" is not a number from -180 to 180; write degrees, like 41.88.",
                        good().plus("sites.csv", "S9,DOROTHY,9,\"41,5\"\n")),
                is(
                        "agreements.csv:4: every: \"monthly\" is not a period; write it like P1M (every month) or P2W (every two weeks).",
                        good().plus("agreements.csv", "A9,DOROTHY,S1,Ants,monthly,30,2026-01-06\n")),
                is(
                        "agreements.csv:4: every: \"P0D\" is not a period; write it like P1M (every month) or P2W (every two weeks).",
                        good().plus("agreements.csv", "A9,DOROTHY,S1,Ants,P0D,30,2026-01-06\n")),
                is(
                        "agreements.csv:2: annual_value: \"1,500\" is not an amount; write digits and at most two decimals, like 960 or 960.50.",
                        good().with(
                                        "agreements.csv",
                                        "code,customer,site,service,minutes,starts_on,annual_value",
                                        "A1,DOROTHY,S1,Ants,30,2026-01-06,\"1,500\"",
                                        "A2,BAKER,S2,Ants,30,2026-01-06,1500.50")),
                is(
                        "absences.csv:3: kind: \"holiday\" is not one of sick, vacation, training, other.",
                        good().plus("absences.csv", "CY,2026-10-05,2026-10-09,holiday\n")),
                is(
                        "technicians.csv:2: weekdays: \"MON;Tuesday\" holds \"Tuesday\", which is not one of MON, TUE, WED, THU, FRI, SAT, SUN.",
                        technicians("weekdays", "MON;Tuesday")),
                is(
                        "technicians.csv:2: weekdays: \"MON;MON\" names something twice.",
                        technicians("weekdays", "MON;MON")),
                is(
                        "technicians.csv:2: skills: \"ants;rodent@2027-02-29\" holds \"rodent@2027-02-29\", which is not a date: the calendar has no such day.",
                        technicians("skills", "ants;rodent@2027-02-29")),
                is(
                        "technicians.csv:2: languages: \"English (US)\" is not a language tag; write it like en or es-MX.",
                        technicians("languages", "English (US)")),
                is(
                        "customers.csv:2: gives_way: \"day;price\" holds \"price\", which is not one of day, time, notice, person.",
                        good().with(
                                        "customers.csv",
                                        "code,name,office,gives_way",
                                        "DOROTHY,Dorothy Hale,RIVER,day;price",
                                        "BAKER,Mr Idris,RIVER,")),
                is(
                        "technicians.csv:4: code: \"A;B\" holds a semicolon, which separates the technicians of a list.",
                        good().plus("technicians.csv", "A;B,Ab,RIVER\n")));
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                is(
                        "absences.csv:3: to: \"2026-10-04\" lies before from (2026-10-05); a range must not end before it starts.",
                        good().plus("absences.csv", "CY,2026-10-05,2026-10-04,sick\n")),
                is(
                        "technicians.csv:2: ends_on: \"2025-12-31\" lies before starts_on (2026-01-01); a range must not end before it starts.",
                        technicians("starts_on,ends_on", "2026-01-01,2025-12-31")),
                is(
                        "technicians.csv:2: shift_end: The shift ends (07:00) before it starts (08:00, the default).",
                        technicians("shift_end", "07:00")),
                is(
                        "technicians.csv:2: shift_start: The shift ends (17:00, the default) before it starts (18:00).",
                        technicians("shift_start", "18:00")),
                is(
                        "technicians.csv:2: longitude: Blank, though latitude is given; give both or neither.",
                        technicians("latitude,longitude", "41.9,")),
                is(
                        "agreements.csv:2: ends_on: \"2026-01-05\" lies before starts_on (2026-01-06); a range must not end before it starts.",
                        good().with(
                                        "agreements.csv",
                                        "code,customer,site,service,minutes,starts_on,ends_on",
                                        "A1,DOROTHY,S1,Ants,30,2026-01-06,2026-01-05",
                                        "A2,BAKER,S2,Ants,30,2026-01-06,")),
                is(
                        "preferences.csv:4: to: \"09:00\" lies before from (10:00); a range must not end before it starts.",
                        plusPreference("WINDOW", "from=10:00 to=09:00")),
                is(
                        "preferences.csv:4: dates_to: \"2026-07-01\" lies before dates_from (2026-07-02); a range must not end before it starts.",
                        plusPreference("NOT_DATES", "dates_from=2026-07-02 dates_to=2026-07-01")),
                is(
                        "preferences.csv:4: valid_to: \"2026-07-01\" lies before valid_from (2026-07-02); a range must not end before it starts.",
                        good().plus(
                                        "preferences.csv",
                                        "P9,DOROTHY,FAMILIAR,,,,,,,,,,,promised,,2026-07-02,2026-07-01\n")),
                is(
                        "protocols.csv:3: to: \"07:00\" lies before from (08:00); a range must not end before it starts.",
                        good().plus("protocols.csv", "X9,,ARRIVAL,,08:00,07:00,inform\n")));
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                is(
                        "preferences.csv:4: technicians: ONLY needs technicians, which is blank.",
                        plusPreference("ONLY", "")),
                is(
                        "preferences.csv:4: technicians: NEVER needs technicians, which is blank.",
                        plusPreference("NEVER", "")),
                is(
                        "preferences.csv:4: number: FACES needs number, which is blank.",
                        plusPreference("FACES", "days=90")),
                is("preferences.csv:4: days: FACES needs days, which is blank.", plusPreference("FACES", "number=3")),
                is(
                        "preferences.csv:4: number: \"0\" is too small: the number of FACES is at least 1.",
                        plusPreference("FACES", "number=0 days=90")),
                is(
                        "preferences.csv:4: weekdays: WEEKDAYS needs weekdays, which is blank.",
                        plusPreference("WEEKDAYS", "")),
                is("preferences.csv:4: from: WINDOW needs from or to; both are blank.", plusPreference("WINDOW", "")),
                is(
                        "preferences.csv:4: dates_from: NOT_DATES needs dates_from or dates_to; both are blank.",
                        plusPreference("NOT_DATES", "")),
                is(
                        "preferences.csv:4: language: LANGUAGE needs language, which is blank.",
                        plusPreference("LANGUAGE", "")),
                is("preferences.csv:4: skill: SKILL needs skill, which is blank.", plusPreference("SKILL", "")),
                is(
                        "preferences.csv:4: number: STEADY_TIME needs number, which is blank.",
                        plusPreference("STEADY_TIME", "")),
                is("preferences.csv:4: number: NOTICE needs number, which is blank.", plusPreference("NOTICE", "")),
                is("preferences.csv:4: number: GAP needs number or days; both are blank.", plusPreference("GAP", "")),
                is(
                        "preferences.csv:4: number: \"-1\" is not a whole number from 0 to 1000000.",
                        plusPreference("NOTICE", "number=-1")),
                is(
                        "preferences.csv:4: kind: \"FRIENDLY\" is not one of PERSON, ONLY, NEVER, FAMILIAR, FACES, WEEKDAYS, WINDOW, NOT_DATES, LANGUAGE, SKILL, STEADY_DAY, STEADY_TIME, GAP, ASK_FIRST, NOTICE, REMEMBER.",
                        plusPreference("FRIENDLY", "")),
                is(
                        "preferences.csv:4: answer: \"yes\" is not one of unanswered, promised, will_try, declined.",
                        good().plus("preferences.csv", "P9,DOROTHY,FAMILIAR,,,,,,,,,,,yes,,,\n")),
                is(
                        "protocols.csv:3: from: ARRIVAL needs from or to; both are blank.",
                        good().plus("protocols.csv", "X9,,ARRIVAL,,,,inform\n")),
                is(
                        "protocols.csv:3: number: ROTATE needs number, which is blank.",
                        good().plus("protocols.csv", "X9,,ROTATE,,,,inform\n")),
                is(
                        "protocols.csv:3: level: \"warn\" is not one of block, reason, inform.",
                        good().plus("protocols.csv", "X9,,HOME_OFFICE,,,,warn\n")),
                is(
                        "protocols.csv:3: kind: \"FAST\" is not one of ON_DUE_DAY, ARRIVAL, ROTATE, HOME_ROUTE, ROUTE_TECHNICIAN, HOME_OFFICE, TRAVEL, MAX_STOPS.",
                        good().plus("protocols.csv", "X9,,FAST,,,,inform\n")));
    }

    static Stream<Arguments> references() {
        return Stream.of(
                is(
                        "visits.csv:4: customer: There is no customer with the code \"NOBODY\".",
                        visit("V9,NOBODY,S1,,2026-10-06,,,30,,,unassigned,,,")),
                is(
                        "visits.csv:4: customer: There is no customer with the code \"dorothy\".",
                        visit("V9,dorothy,S1,,2026-10-06,,,30,,,unassigned,,,")),
                is("""
                        visits.csv:4: site: There is no site with the code "S9".
                        visits.csv:4: agreement: There is no agreement with the code "A9".
                        visits.csv:4: route: There is no route with the code "R9".
                        visits.csv:4: technician: There is no technician with the code "T9".""", visit("V9,DOROTHY,S9,A9,2026-10-06,,,30,R9,T9,unassigned,,,")),
                is(
                        "preferences.csv:4: technicians: There is no technician with the code \"ZOE\".",
                        plusPreference("ONLY", "technicians=ANA;ZOE")),
                is(
                        "technicians.csv:4: office: There is no office with the code \"MOON\".",
                        good().plus("technicians.csv", "ZOE,Zoe Hall,MOON\n")),
                is(
                        "overrides.csv:3: code: There is no preference and no protocol with the code \"X9\".",
                        good().plus("overrides.csv", "D1,X9,2026-10-02,Rita,Because\n")),
                is(
                        "visits.csv:4: site: The site \"S2\" is of customer \"BAKER\", but this visit is of customer \"DOROTHY\".",
                        visit("V9,DOROTHY,S2,,2026-10-06,,,30,,,unassigned,,,")),
                is(
                        "visits.csv:4: agreement: The agreement \"A2\" is of customer \"BAKER\", but this visit is of customer \"DOROTHY\".",
                        visit("V9,DOROTHY,S1,A2,2026-10-06,,,30,,,unassigned,,,")),
                is(
                        "agreements.csv:4: site: The site \"S1\" is of customer \"DOROTHY\", but this agreement is of customer \"BAKER\".",
                        good().plus("agreements.csv", "A9,BAKER,S1,Ants,P1M,30,2026-01-06\n")),
                is(
                        "consents.csv:3: preference: The preference \"P2\" is of customer \"BAKER\", but this visit is of customer \"DOROTHY\".",
                        good().plus("consents.csv", "D1,P2,2026-10-02,Rita,\n")));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                is("offices.csv: The file is missing; every bundle needs it.", good().without("offices.csv")),
                is(
                        "visits.csv:4: code: The code \"D1\" already stands on line 2.",
                        visit("D1,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,")),
                is(
                        "consents.csv:3: The row contradicts line 2, which has the same visit, preference.",
                        good().plus("consents.csv", "D1,P1,2026-10-03,Somebody else,\n")),
                is(
                        "visits.csv:1: start: The column stands twice, as column 7 and as column 15. Remove one of them.",
                        good().with(
                                        "visits.csv",
                                        VISITS + ",start",
                                        "D1,DOROTHY,S1,A1,2026-10-06,,,30,,,unassigned,,,,")),
                is(
                        "visits.csv:1: due_on: The column is missing; it is required.",
                        good().with("visits.csv", "code,customer,site,minutes,status", "D1,DOROTHY,S1,30,unassigned")),
                is(
                        "visits.csv:3: The row has 6 cells but the header 14; the file was cut off, or a comma is not in quotes.",
                        good().with(
                                        "visits.csv",
                                        (VISITS
                                                        + "\nD1,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,\nD2,DOROTHY,S1,,2026-1,")
                                                .getBytes(UTF_8))),
                is(
                        "visits.csv:3: The row has 15 cells but the header 14; the file was cut off, or a comma is not in quotes.",
                        good().with(
                                        "visits.csv",
                                        VISITS,
                                        "D1,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,",
                                        "D2,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,ring twice, softly")),
                is(
                        "visits.csv:3: The file ends inside a quoted cell of this row; it was cut off, or a quote (\") is left open.",
                        good().with(
                                        "visits.csv",
                                        (VISITS
                                                        + "\nD1,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,\nD2,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,\"ring twi")
                                                .getBytes(UTF_8))),
                is(
                        "visits.csv:3: The row is not CSV: a quote (\") is left open or stands where none may, or a cell is far over 10,000 characters. The file is not read on from here.",
                        good().with(
                                        "visits.csv",
                                        VISITS,
                                        "D1,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,",
                                        "D2,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,\"ring\" twice")),
                is(
                        "visits.csv:3: The row is not CSV: a quote (\") is left open or stands where none may, or a cell is far over 10,000 characters. The file is not read on from here.",
                        good().with(
                                        "visits.csv",
                                        VISITS,
                                        "D1,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,",
                                        "D2,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,\"" + "x".repeat(2_000_000))),
                is("visits.csv: The file is empty; even without rows it needs its header.", withVisits("")),
                is("visits.csv: The file is empty; even without rows it needs its header.", withVisits("\n\n")),
                is(
                        "visits.csv:1: The header (Invoice, Amount) has none of the columns of a bundle's visits.csv (code, customer, site, agreement, due_on, date, start, minutes, route, technician, status, pinned, notified_at, note); is the file from another program?",
                        withVisits("Invoice,Amount\n1,2\n")),
                is(
                        "visits.csv:1: The lines end with a carriage return alone; save the file with the line ends of Windows or Unix.",
                        withVisits(VISITS + "\rD1,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,\r")),
                is(
                        "visits.csv:1: The cells are separated by semicolons; a bundle separates them by commas.",
                        withVisits(VISITS.replace(',', ';') + "\n")),
                is(
                        """
                        customers.csv:2: name: "Dorothy Hal�" is not UTF-8; save the file as UTF-8 ("CSV UTF-8" in a spreadsheet).
                        customers.csv:5: name: "M�ller" is not UTF-8; save the file as UTF-8 ("CSV UTF-8" in a spreadsheet).""",
                        good().with(
                                        "customers.csv",
                                        "code,name,office\nDOROTHY,Dorothy Hal\u00e9,RIVER\nBAKER,\"Mr\nIdris\",RIVER\nC3,M\u00fcller,RIVER\n"
                                                .getBytes(ISO_8859_1))),
                is(
                        "visits.csv: The file is UTF-16; save it as UTF-8.",
                        good().with("visits.csv", ("\uFEFF" + VISITS + "\n").getBytes(UTF_16LE))),
                is(
                        "visits.csv: The file is a spreadsheet or a zip; save it as CSV in UTF-8.",
                        good().with("visits.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0})));
    }

    @Test
    void namesEveryErrorAndNotOnlyTheFirst() {
        var bundle = good().plus("customers.csv", "C9,,MOON\n")
                .plus("absences.csv", "ANA,2026-02-30,2026-10-04,ill\n")
                .plus("visits.csv", "V9,C9,S9,,tomorrow,,,0,,,unassigned,,,\n");

        var report = BundleReader.read(bundle.writeTo(folder), KnownCodes.NONE, BundleSink.NOTHING);

        assertThat(report.errors())
                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.column())
                .containsExactly(
                        "absences.csv:3 from",
                        "absences.csv:3 kind",
                        "customers.csv:4 name",
                        "customers.csv:4 office",
                        "visits.csv:4 due_on",
                        "visits.csv:4 minutes",
                        "visits.csv:4 site");
    }

    @Test
    void doesNotBlameOthersForAFileThatCannotBeRead() {
        var report = BundleReader.read(
                good().with("customers.csv", "code,name,office\n\"DOROTHY".getBytes(UTF_8))
                        .writeTo(folder),
                KnownCodes.NONE,
                BundleSink.NOTHING);

        assertThat(report.errors()).extracting(Problem::file).containsExactly("customers.csv");
    }

    @Test
    void countsLinesAlsoWhereCellsHaveSeveral() {
        var report = BundleReader.read(
                good().with(
                                "visits.csv",
                                (VISITS
                                                + "\r\nD1,DOROTHY,S1,,2026-10-06,,,30,,,unassigned,,,\"one\r\ntwo\nthree\"\r\n\r\nB1,BAKER,S2,,2026-10-06,,,0,,,unassigned,,,\r\n")
                                        .getBytes(UTF_8))
                        .writeTo(folder),
                KnownCodes.NONE,
                BundleSink.NOTHING);

        assertThat(report.errors()).extracting(Problem::line).containsExactly(6L);
    }

    @Test
    void keepsTheFirstErrorsAndCountsTheRest() {
        var visits = new StringBuilder(VISITS + "\n");
        for (int i = 0; i < BundleReport.KEPT + 5; i++) {
            visits.append("V%d,DOROTHY,S1,,never,,,30,,,unassigned,,,\n".formatted(i));
        }

        var report = BundleReader.read(
                withVisits(visits.toString())
                        .without("consents.csv")
                        .without("overrides.csv")
                        .writeTo(folder),
                KnownCodes.NONE,
                BundleSink.NOTHING);

        assertThat(report.errors()).hasSize(BundleReport.KEPT);
        assertThat(report.errorCount()).isEqualTo(BundleReport.KEPT + 5);
    }

    private static Arguments is(String sentence, BundleFixture bundle) {
        return Arguments.of(sentence, bundle);
    }

    private static BundleFixture visit(String line) {
        return good().plus("visits.csv", line + "\n");
    }

    /** Other visits, and nothing that refers to the usual ones. */
    private static BundleFixture withVisits(String content) {
        return good().with("visits.csv", content.getBytes(UTF_8))
                .without("consents.csv")
                .without("overrides.csv");
    }

    private static BundleFixture plusPreference(String kind, String parameters) {
        return good().plus("preferences.csv", preference("P9", kind, parameters) + "\n");
    }

    private static BundleFixture technicians(String columns, String values) {
        return good().with(
                        "technicians.csv",
                        "code,name,office," + columns,
                        "ANA,Ana Petrov,RIVER," + values,
                        "CY,Cy Lindgren,RIVER" + ",".repeat(columns.split(",").length));
    }
}
