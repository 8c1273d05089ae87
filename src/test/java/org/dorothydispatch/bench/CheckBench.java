package org.dorothydispatch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./dorothy check} as people start it, the whole process with launcher and JVM: a small bundle, and one of
 * 100,000 visits with the most memory it took.
 */
final class CheckBench {

    private static final int MEASURED = 5;

    private final Path bundle;
    private final String now;

    private CheckBench(Path bundle, String now) {
        this.bundle = bundle;
        this.now = now;
    }

    /** How long one run took and, where the system tells, the most memory it held. */
    private record Run(double seconds, double megabytes) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("check-bench");
        try {
            new BigBundle(100_000, 8_000, 4).writeTo(folder);
            var small = new CheckBench(Path.of("samples/dorothy"), "2026-10-05T12:00").measure();
            new Figure("check of a small bundle", "s", "<= 3").print(seconds(small));
            var big = new CheckBench(folder, "2026-10-05T06:00").measure();
            new Figure("check of 100,000 visits", "s", "<= 6").print(seconds(big));
            new Figure("check of 100,000 visits, resident", "MB", "<= 1000")
                    .print(Arrays.stream(big).mapToDouble(Run::megabytes).toArray());
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The first start writes the archive of loaded classes and is not counted. */
    private Run[] measure() throws IOException, InterruptedException {
        run();
        var runs = new Run[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            runs[i] = run();
        }
        return runs;
    }

    private Run run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        var process = new ProcessBuilder("./dorothy", "check", bundle.toString(), "--now", now, "--format", "csv")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        double most = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, residentMegabytes(process.pid()));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (process.exitValue() != 1) {
            throw new IllegalStateException("The check ended with status (%d).".formatted(process.exitValue()));
        }
        return new Run(seconds, most);
    }

    /** The highest so far, as Linux counts it for the process, which the launcher becomes. */
    private static double residentMegabytes(long process) throws IOException {
        var status = Path.of("/proc", Long.toString(process), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1000)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static double[] seconds(Run[] runs) {
        return Arrays.stream(runs).mapToDouble(Run::seconds).toArray();
    }
}
