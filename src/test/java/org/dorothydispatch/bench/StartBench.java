package org.dorothydispatch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Whole processes through the launcher, from the shell's return key to the answer, JVM start included. */
public final class StartBench {

    private static final String SMALL = "samples/dorothy";

    public static void main(String[] args) throws Exception {
        var scratch = Files.createTempDirectory("dorothy-bench");
        try {
            // The first start writes the archive of classes that the others use.
            check(SMALL);
            new Figure("check of a small bundle, whole process", "ms", "<= 3000").print(millis(check(SMALL, 9)));

            var big = scratch.resolve("big");
            new BigBundle(100_000, 8_000, 10).writeTo(big);
            check(big.toString());
            var runs = check(big.toString(), 5);
            new Figure("check of 100,000 visits, whole process", "ms", "<= 6000").print(millis(runs));
            new Figure("check of 100,000 visits, memory at its peak", "MB", "<= 1024").print(megabytes(runs));

            console(scratch);
        } finally {
            deleteAll(scratch);
        }
    }

    /** What one process took. */
    private record Run(double millis, double peakMegabytes) {}

    private static double[] millis(List<Run> runs) {
        return runs.stream().mapToDouble(Run::millis).toArray();
    }

    private static double[] megabytes(List<Run> runs) {
        return runs.stream().mapToDouble(Run::peakMegabytes).toArray();
    }

    private static List<Run> check(String bundle, int times) throws Exception {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < times; i++) {
            runs.add(check(bundle));
        }
        return runs;
    }

    private static Run check(String bundle) throws Exception {
        var began = System.nanoTime();
        var process = launcher("check", bundle, "--format", "csv")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        double peak = 0;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, memory(process, "VmHWM"));
        }
        var millis = (System.nanoTime() - began) / 1e6;
        if (process.exitValue() > 1) {
            throw new IllegalStateException("./dorothy check %s ended with %d".formatted(bundle, process.exitValue()));
        }
        return new Run(millis, peak);
    }

    /** The demo and a first start on an empty database, until the sign-in page is served; then the demo's memory. */
    private static void console(Path scratch) throws Exception {
        var memory = new ArrayList<Double>();
        new Figure("demo: start to first page", "ms", "<= 15000").print(starts("demo", Map.of(), memory));
        new Figure("demo: memory after a minute of use", "MB", "<= 400")
                .print(memory.stream().mapToDouble(Double::doubleValue).toArray());
        var database = Map.of("DOROTHY_DB_URL", "jdbc:h2:file:" + scratch.resolve("data/dorothy"));
        new Figure("run: start to first page", "ms", "<= 15000").print(starts("run", database, new ArrayList<>()));
    }

    private static double[] starts(String command, Map<String, String> environment, List<Double> memory)
            throws Exception {
        var times = new double[3];
        for (int i = 0; i < times.length; i++) {
            var port = freePort();
            var builder = launcher(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            var began = System.nanoTime();
            var process = builder.start();
            try {
                awaitPage(process, port);
                times[i] = (System.nanoTime() - began) / 1e6;
                if (command.equals("demo")) {
                    memory.add(memoryInUse(process, port));
                }
            } finally {
                process.destroy();
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("./dorothy %s did not end when asked to".formatted(command));
                }
            }
        }
        return times;
    }

    private static void awaitPage(Process process, int port) throws Exception {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            while (process.isAlive()) {
                try {
                    if (client.send(request, BodyHandlers.ofString()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // nobody listens yet
                }
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("The console ended before it served a page.");
    }

    /** Resident memory after a minute of people coming and going. */
    private static double memoryInUse(Process process, int port) throws Exception {
        for (int i = 0; i < 60; i++) {
            awaitPage(process, port);
            Thread.sleep(1000);
        }
        return memory(process, "VmRSS");
    }

    /** Megabytes of a process by the kernel's count; zero when it has just ended. */
    private static double memory(Process process, String what) {
        try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            return lines.filter(line -> line.startsWith(what + ":"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    private static ProcessBuilder launcher(String... words) {
        var command = new ArrayList<>(List.of("./dorothy"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private StartBench() {}
}
