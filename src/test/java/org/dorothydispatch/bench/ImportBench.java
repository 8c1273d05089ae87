package org.dorothydispatch.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import org.dorothydispatch.IndexProof;
import org.dorothydispatch.RecordedStatements;
import org.dorothydispatch.TestDatabase;
import org.dorothydispatch.importing.BundleImport;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.Importer;
import org.dorothydispatch.travel.StraightLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A million visits into MySQL by a JVM of 512 MB, once and once more unchanged; then MySQL is asked how it answers the
 * board's questions on them.
 */
final class ImportBench {

    private static final int VISITS = 1_000_000;
    private static final int CUSTOMERS = 40_000;
    private static final int OFFICES = 20;

    private ImportBench() {}

    /** {@code [VISITS]}. */
    public static void main(String[] args) throws Exception {
        var visits = args.length > 0 ? Integer.parseInt(args[0]) : VISITS;
        var folder = Files.createTempDirectory("dorothy-bench");
        try {
            var bundle = folder.resolve("bundle");
            var customers = Math.max(1, (int) ((long) CUSTOMERS * visits / VISITS));
            new BigBundle(visits, customers, OFFICES, LocalDate.now(ZoneOffset.UTC), 1).writeTo(bundle);
            var schema = TestDatabase.migrated();
            var what = "import of %,d visits, MySQL, -Xmx512m".formatted(visits);
            var first = inSmallJvm(schema, bundle, folder);
            new Figure(what, "s", "<= 180").print(first.seconds());
            new Figure(what + ", peak heap", "MB", "<= 512").print(first.heap());
            new Figure(what + ", peak resident", "MB", "").print(first.resident());
            new Figure(what + ", again unchanged", "s", "")
                    .print(inSmallJvm(schema, bundle, folder).seconds());
            proveIndexes(schema);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0);
    }

    private record Run(double seconds, double heap, double resident) {}

    private static Run inSmallJvm(TestDatabase.Schema schema, Path bundle, Path folder)
            throws IOException, InterruptedException {
        var answer = folder.resolve("answer");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallJvm.class.getName(),
                        schema.url(),
                        schema.user(),
                        schema.password(),
                        bundle.toString(),
                        answer.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The import ended with status " + process.exitValue());
        }
        var figures = Files.readString(answer).strip().split(" ");
        return new Run(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
    }

    /** The JVM that imports. */
    static final class SmallJvm {

        private SmallJvm() {}

        public static void main(String[] args) throws IOException {
            var database = new TestDatabase.Schema(args[0], args[1], args[2]).dataSource();
            var began = new EnumMap<ImportProgress.Phase, Long>(ImportProgress.Phase.class);
            var start = System.nanoTime();
            var result = new BundleImport(database, Clock.systemUTC(), new StraightLine())
                    .store(
                            Path.of(args[3]),
                            Importer.everywhere("bench"),
                            (phase, done, total) -> began.putIfAbsent(phase, System.nanoTime()));
            var seconds = (System.nanoTime() - start) / 1e9;
            if (!result.stored()) {
                throw new IllegalStateException(result.changes().problems().toString());
            }
            System.err.printf(
                    "%,d new, %,d unchanged, %,d judged in %.1f s%n",
                    result.changes().added(), result.changes().unchanged(), result.checked(), seconds);
            began.forEach((phase, at) -> System.err.printf("  %s from %.1f s%n", phase.words(), (at - start) / 1e9));
            Files.writeString(Path.of(args[4]), "%s %s %s".formatted(seconds, peakHeap(), peakResident()));
        }

        private static double peakHeap() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == MemoryType.HEAP)
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum()
                    / 1e6;
        }

        /** As Linux counts it; not to be had elsewhere. */
        private static double peakResident() throws IOException {
            var status = Path.of("/proc/self/status");
            return Files.exists(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                            .findFirst()
                            .orElse(Double.NaN)
                    : Double.NaN;
        }
    }

    private static void proveIndexes(TestDatabase.Schema schema) {
        var recorded = new RecordedStatements();
        try (var console =
                BenchConsole.on(schema, context -> context.getBeanFactory().addBeanPostProcessor(recorded))) {
            var offices = console.getBean(JdbcClient.class)
                    .sql("select code from office order by code limit 3")
                    .query(String.class)
                    .list();
            var answers = new IndexProof(console, recorded).everything(offices);
            for (var answer : answers) {
                System.err.println("-- " + answer.question());
                answer.plans().forEach(System.err::println);
            }
            new Figure("large tables read whole by the board's questions, 1 M visits", "tables", "<= 0")
                    .print(answers.stream()
                            .mapToInt(answer -> answer.tooWide().size())
                            .sum());
        }
    }
}
