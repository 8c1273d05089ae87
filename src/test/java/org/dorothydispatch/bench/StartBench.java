package org.dorothydispatch.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The console as a whole process, through the launcher: how soon it answers, and what memory the demo takes. */
public final class StartBench {

    private static final int STARTS = 3;
    private static final int BOARDS = 24;
    private static final int PICK_UPS = 72;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    /** The line of the branch manager of all offices, in the table that the demo prints. */
    private static final Pattern LOGIN = Pattern.compile("\\bhelen +(\\S+)");

    private static final List<String> OFFICES = List.of("RIVER", "HILL", "BAY", "LAKE");
    private static final Pattern VISIT = Pattern.compile("\\[\"([^\"]+)\",(\\d+),");

    public static void main(String[] args) throws Exception {
        var demo = new ArrayList<Start>();
        for (int i = 0; i < STARTS; i++) {
            demo.add(start("demo", Map.of(), "Dorothy is ready"));
        }
        print("demo, start to first page", "s", "<= 15", demo, Start::firstPage);
        print("demo, start to its offices and logins", "s", "", demo, Start::ready);
        print("demo, resident with its offices after some use", "MB", "<= 400", demo, Start::megabytes);

        var folder = Files.createTempDirectory("dorothy-bench");
        try {
            var database = Map.of("DOROTHY_DB_URL", "jdbc:h2:file:" + folder.resolve("dorothy"));
            var run = new ArrayList<Start>();
            for (int i = 0; i < STARTS; i++) {
                run.add(start("run", database, "Nobody can sign in yet"));
            }
            print("run, start to first page", "s", "<= 15", run, Start::firstPage);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Seconds to the first page and to the words that say it is ready; resident memory after some use. */
    private record Start(double firstPage, double ready, double megabytes) {}

    private static void print(String name, String unit, String goal, List<Start> starts, ToDoubleFunction<Start> what) {
        new Figure(name, unit, goal).print(starts.stream().mapToDouble(what).toArray());
    }

    private static Start start(String command, Map<String, String> environment, String readyWords) throws Exception {
        var port = freePort();
        var output = Files.createTempFile("dorothy-bench", ".txt");
        var builder = new ProcessBuilder("./dorothy", command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        var began = System.nanoTime();
        var process = builder.start();
        try {
            await(process, () -> servesPage(port));
            var firstPage = (System.nanoTime() - began) / 1e9;
            await(process, () -> Files.readString(output).contains(readyWords));
            var ready = (System.nanoTime() - began) / 1e9;
            return new Start(
                    firstPage,
                    ready,
                    command.equals("demo") ? memoryInUse(process, port, Files.readString(output)) : 0);
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.delete(output);
        }
    }

    private static void await(Process process, Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The console ended with %d.".formatted(process.exitValue()));
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The console is not there after %s.".formatted(PATIENCE));
            }
            Thread.sleep(20);
        }
    }

    private static boolean servesPage(int port) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/".formatted(port)))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException nobodyListensYet) {
            return false;
        }
    }

    /**
     * Resident megabytes, by the kernel's count, after somebody with all four offices has opened the board in {@value
     * #BOARDS} windows, read every week of it, and picked up {@value #PICK_UPS} visits.
     */
    private static double memoryInUse(Process process, int port, String output) throws Exception {
        var login = LOGIN.matcher(output);
        if (!login.find()) {
            throw new IllegalStateException("No login in: " + output);
        }
        var client = new BoardClient("http://localhost:" + port, "helen", login.group(1));
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int i = 0; i < BOARDS; i++) {
            var board = client.open();
            var week = "/api/board?days=7&from=%s&offices=%s"
                    .formatted(today.plusWeeks(i % 6 - 4), String.join(",", OFFICES));
            client.fetch(week);
            var visits = VISIT.matcher(client.text(week)).results().toList();
            for (int j = 0; j < PICK_UPS / BOARDS && !visits.isEmpty(); j++) {
                var visit = visits.get(j * 7 % visits.size());
                board.pickUp(visit.group(1), Integer.parseInt(visit.group(2)), OFFICES);
            }
        }
        try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private StartBench() {}
}
