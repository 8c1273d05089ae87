package org.dorothydispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dorothydispatch.importing.BundleRow.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written reads back the same, whatever people typed. */
class BundleRoundTripTest {

    @TempDir
    Path folder;

    @Property(tries = 60)
    void losesNothing(@ForAll long seed) throws IOException {
        var folder = Files.createTempDirectory("bundle");
        try {
            var rows = new RandomRows(seed).rows();
            for (var target : List.of(folder.resolve("as-folder"), folder.resolve("as.zip"))) {
                write(target, rows);
                var back = read(target);
                for (int i = 0; i < rows.size(); i++) {
                    assertThat(back.get(i)).isEqualTo(rows.get(i));
                }
                assertThat(back).hasSameSizeAs(rows);
            }
        } finally {
            delete(folder);
        }
    }

    @Test
    void keepsWhatASpreadsheetWouldTakeForAFormula() throws IOException {
        var rows = new ArrayList<BundleRow>();
        for (var text : List.of(
                "=1+1", "+491", "-5", "@sum", "\t=1", "'=1", "#ref", "\"", ",", " lead", "trail ", "a\r\nb", "a\rb",
                "\n")) {
            rows.add(new OfficeRow("O" + rows.size(), "x" + text, ZoneId.of("UTC"), null, null, text));
        }
        write(folder.resolve("b"), rows);

        assertThat(read(folder.resolve("b"))).isEqualTo(rows);
    }

    @Test
    void readsTheExamplesAndWritesThemAgainWithoutLoss() throws IOException {
        for (var example : List.of("dorothy", "three-offices")) {
            var rows = read(Path.of("samples", example));
            write(folder.resolve(example), rows);

            assertThat(read(folder.resolve(example))).isEqualTo(rows).isNotEmpty();
        }
    }

    @Test
    void leavesNothingBehindWhenItIsNotFinished() throws IOException {
        try (var writer = BundleWriter.to(folder.resolve("b.zip"))) {
            writer.write(new OfficeRow("O", "Office", ZoneId.of("UTC"), null, null, null));
        }
        try (var writer = BundleWriter.to(folder.resolve("b"))) {
            writer.write(new OfficeRow("O", "Office", ZoneId.of("UTC"), null, null, null));
        }

        assertThat(folder.resolve("b.zip")).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(folder.resolve("b")).isEmptyDirectory();
    }

    @Test
    void writesEveryFileWithItsHeaderAndTheSameBytesEachTime() throws IOException {
        write(folder.resolve("one"), List.of());
        write(folder.resolve("one.zip"), List.of());
        write(folder.resolve("two.zip"), List.of());

        try (var files = Files.list(folder.resolve("one"))) {
            assertThat(files).hasSize(13);
        }
        assertThat(folder.resolve("one/introductions.csv")).hasContent("customer,technician,on");
        assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
    }

    @Test
    void takesRowsOnlyInTheOrderOfTheFiles() throws IOException {
        try (var writer = BundleWriter.to(folder.resolve("b"))) {
            writer.write(new RouteRow("R", "O", "Route", null, List.of(), null));

            assertThatThrownBy(() -> writer.write(new OfficeRow("O", "Office", ZoneId.of("UTC"), null, null, null)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The rows of (offices.csv) come after those of (routes.csv).");
        }
    }

    @Test
    void saysWhenTheTargetIsAFile() throws IOException {
        var file = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> BundleWriter.to(file))
                .hasMessage(file + " is a file; name a folder, or a zip ending in .zip");
    }

    private static void write(Path target, List<BundleRow> rows) throws IOException {
        try (var writer = BundleWriter.to(target)) {
            for (var row : rows) {
                writer.write(row);
            }
            writer.finish();
        }
    }

    private static List<BundleRow> read(Path bundle) {
        var rows = new ArrayList<BundleRow>();
        var report = BundleReader.read(bundle, KnownCodes.NONE, (row, line) -> rows.add(row));
        assertThat(report.errors()).isEmpty();
        return rows;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A bundle without errors in which every cell holds whatever may stand there. */
    private static final class RandomRows {

        private static final String LETTERS =
                "aZ09 ,;\"'\n\r\t=+-@#|\\éßçŁ客さ한שלוםمرحبا\u200F\u202E🐀👩‍🔧\u00A0\uFEFF\uFFFD";
        private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

        private final Random random;

        RandomRows(long seed) {
            random = new Random(seed);
        }

        List<BundleRow> rows() {
            var rows = new ArrayList<BundleRow>();
            var offices = add(
                    rows,
                    "O",
                    code -> new OfficeRow(
                            code,
                            text(),
                            ZoneId.of(pick("America/Chicago", "UTC", "Asia/Kolkata")),
                            1 + random.nextInt(80) / 7.0,
                            -random.nextDouble() * 180,
                            maybe(this::text)));
            var technicians = add(
                    rows,
                    "T",
                    code -> new TechnicianRow(
                            code,
                            text(),
                            pick(offices),
                            list(() -> new Skill(
                                    pick("ants", "dry rot", "a@b", "größe"), random.nextBoolean() ? day() : DAY)),
                            list(() -> pick("en", "es-MX", "zh-Hant-TW")),
                            DAY,
                            maybe(this::day),
                            weekdays(),
                            maybe(() -> LocalTime.of(random.nextInt(9), random.nextInt(60))),
                            maybe(() -> LocalTime.of(10 + random.nextInt(13), random.nextInt(60))),
                            null,
                            null,
                            maybe(this::text),
                            maybe(this::text)));
            for (int i = 0; i < technicians.size(); i++) {
                rows.add(new AbsenceRow(
                        technicians.get(i),
                        DAY,
                        day(),
                        pick("sick", "vacation", "training", "other"),
                        maybe(this::text)));
            }
            var routes = add(
                    rows,
                    "R",
                    code -> new RouteRow(
                            code,
                            pick(offices),
                            text(),
                            maybe(() -> pick(technicians)),
                            weekdays(),
                            maybe(() -> random.nextInt(30))));
            var customers = add(
                    rows,
                    "C",
                    code -> new CustomerRow(
                            code,
                            text(),
                            maybe(this::text),
                            pick(offices),
                            maybe(() -> pick("residential", "commercial")),
                            maybe(this::text),
                            maybe(this::text),
                            maybe(() -> pick("en", "sr-Latn")),
                            maybe(this::day),
                            maybe(() -> pick(technicians)),
                            List.of("day", "person"),
                            maybe(this::text),
                            maybe(this::day),
                            maybe(this::text)));
            var sites = new ArrayList<String>();
            var agreements = new ArrayList<String>();
            var preferences = new ArrayList<String>();
            for (var customer : customers) {
                sites.add("S " + customer);
                rows.add(new SiteRow(
                        sites.getLast(),
                        customer,
                        maybe(this::text),
                        random.nextDouble() * 90,
                        -1e-5 * (1 + random.nextInt(9)),
                        maybe(this::text)));
            }
            for (int i = 0; i < customers.size(); i++) {
                agreements.add("A" + i);
                rows.add(new AgreementRow(
                        "A" + i,
                        customers.get(i),
                        sites.get(i),
                        text(),
                        maybe(() -> pick("P1M", "P2W", "P1Y2M3D")),
                        1 + random.nextInt(1440),
                        list(() -> pick("ants", "dry rot")),
                        maybe(() -> pick(routes)),
                        DAY,
                        maybe(this::day),
                        maybe(this::text),
                        maybe(() -> BigDecimal.valueOf(1 + 10L * random.nextInt(100_000), random.nextInt(3)))));
            }
            for (int i = 0; i < customers.size(); i++) {
                preferences.add("P" + i);
                rows.add(new PreferenceRow(
                        "P" + i,
                        customers.get(i),
                        pick("PERSON", "FAMILIAR", "ASK_FIRST", "REMEMBER"),
                        list(() -> pick(technicians)),
                        weekdays(),
                        maybe(() -> LocalTime.of(random.nextInt(9), 0)),
                        maybe(() -> LocalTime.of(10, random.nextInt(60))),
                        DAY,
                        maybe(this::day),
                        maybe(() -> random.nextInt(1_000_000)),
                        maybe(() -> random.nextInt(400)),
                        maybe(() -> "es"),
                        maybe(() -> "dry rot"),
                        pick("unanswered", "promised", "will_try", "declined"),
                        maybe(this::text),
                        maybe(this::day),
                        maybe(this::text),
                        maybe(this::text),
                        maybe(this::day),
                        DAY,
                        maybe(this::day),
                        maybe(this::text),
                        maybe(this::day)));
            }
            for (int i = 0; i < customers.size(); i++) {
                rows.add(new IntroductionRow(customers.get(i), pick(technicians), day()));
            }
            var protocols = add(
                    rows,
                    "X",
                    code -> new ProtocolRow(
                            code,
                            maybe(() -> pick(offices)),
                            pick("TRAVEL", "HOME_OFFICE"),
                            maybe(() -> random.nextInt(9)),
                            null,
                            null,
                            pick("block", "reason", "inform")));
            for (int i = 0; i < customers.size(); i++) {
                rows.add(new VisitRow(
                        "V" + i,
                        customers.get(i),
                        sites.get(i),
                        maybe(agreements, i),
                        day(),
                        maybe(this::day),
                        maybe(() -> LocalTime.of(random.nextInt(20), random.nextInt(60))),
                        1 + random.nextInt(200),
                        maybe(() -> pick(routes)),
                        maybe(() -> pick(technicians)),
                        pick("unassigned", "planned", "confirmed", "done", "missed", "cancelled"),
                        random.nextBoolean(),
                        maybe(() -> day().atTime(random.nextInt(24), random.nextInt(60))),
                        maybe(this::text)));
            }
            for (int i = 0; i < customers.size(); i++) {
                rows.add(new ConsentRow("V" + i, preferences.get(i), day(), text(), maybe(this::text)));
            }
            for (int i = 0; i < customers.size(); i++) {
                rows.add(new OverrideRow("V" + i, pick(protocols), day(), text(), text()));
            }
            return rows;
        }

        private List<String> add(List<BundleRow> rows, String prefix, Function<String, BundleRow> row) {
            var codes = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj((IntFunction<String>) i -> prefix + i + pick("", " x", "\"", ",", "é客🐀", "=1", "#"))
                    .toList();
            codes.forEach(code -> rows.add(row.apply(code)));
            return codes;
        }

        /** Never blank, and never cut in the middle of a character. */
        private String text() {
            var text = new StringBuilder();
            var letters = LETTERS.codePoints().toArray();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            return text + pick("x", "x ", "\"x", "x\n");
        }

        private LocalDate day() {
            return DAY.plusDays(random.nextInt(700));
        }

        private List<DayOfWeek> weekdays() {
            var days = new ArrayList<>(List.of(DayOfWeek.values()));
            Collections.shuffle(days, random);
            return List.copyOf(days.subList(0, random.nextInt(8)));
        }

        private <T> List<T> list(Supplier<T> value) {
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> value.get())
                    .toList();
        }

        private <T> @Nullable T maybe(Supplier<T> value) {
            return random.nextInt(3) == 0 ? null : value.get();
        }

        private <T> @Nullable T maybe(List<T> values, int index) {
            return random.nextInt(3) == 0 ? null : values.get(index);
        }

        private <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        @SafeVarargs
        private <T> T pick(T... values) {
            return values[random.nextInt(values.length)];
        }
    }
}
