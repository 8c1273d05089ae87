package org.dorothydispatch.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.dorothydispatch.TestDatabase;
import org.dorothydispatch.board.BoardSnapshots;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserService;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opening the big board: its snapshot from MySQL with the JSON, in the service and over HTTP with compression, never from
 * a cache; what an open board costs in memory, measured by opening many the way a browser does; and what somebody at the
 * screen waits for, in Chromium, beside other schedulers.
 */
final class BoardBench {

    private static final int WARM_UP = 15;
    private static final int MEASURED = 60;
    private static final int OPEN_BOARDS = 200;
    private static final int CONNECTED_BOARDS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(16);
    private static final String PASSWORD = "a long bench password 7";

    private final ApplicationContext console;
    private final BigBoard board;
    private final String address;

    private BoardBench(ApplicationContext console) {
        this.console = console;
        this.board = new BigBoard(console.getBean(DataSource.class), LocalDate.now(console.getBean(Clock.class)));
        this.address = BenchConsole.address(console);
    }

    public static void main(String[] args) throws Exception {
        try (var console = BenchConsole.on(TestDatabase.empty())) {
            new BoardBench(console).measure();
        }
        System.exit(0);
    }

    private void measure() throws Exception {
        board.store();
        console.getBean(CurrentUser.class).asProgram("bench", () -> {
            console.getBean(FlagService.class).recheckAll(BigBoard.offices());
            user("bench", Role.ADMINISTRATOR, Set.of());
            user("desk", Role.DISPATCHER, Set.of(BigBoard.office(0)));
        });
        var snapshots = console.getBean(BoardSnapshots.class);
        var json = console.getBean(JsonMapper.class);
        new Figure("snapshot of 16,800 visits with its JSON, MySQL", "ms", "<= 400")
                .print(millis(
                        () -> json.writeValueAsBytes(snapshots.read(BigBoard.offices(), board.from, BigBoard.DAYS))));
        var everywhere = new BoardClient(address, "bench", PASSWORD);
        var path = "/api/board?from=" + board.from + "&days=" + BigBoard.DAYS + "&offices="
                + String.join(",", BigBoard.offices());
        new Figure("the same over HTTP, compressed", "ms", "<= 400").print(millis(() -> everywhere.fetch(path)));
        System.err.printf("%,d bytes travel%n", everywhere.fetch(path));
        // Before hundreds of boards are open, which all hear of what is lifted in the browser.
        inTheBrowser();
        memory(everywhere, BigBoard.OFFICES + " offices");
        memory(new BoardClient(address, "desk", PASSWORD), "1 office");
    }

    /** The screen itself, and other schedulers beside it over the same data; measured by a program of the frontend. */
    private void inTheBrowser() throws IOException, InterruptedException {
        var measuring = new ProcessBuilder("node", "frontend/bench/board.mjs").inheritIO();
        var environment = measuring.environment();
        environment.put("DOROTHY_BENCH_ADDRESS", address);
        environment.put("DOROTHY_BENCH_USER", "bench");
        environment.put("DOROTHY_BENCH_PASSWORD", PASSWORD);
        environment.put("DOROTHY_BENCH_OFFICES", String.join(",", BigBoard.offices()));
        environment.put("DOROTHY_BENCH_FROM", board.from.toString());
        var process = measuring.start();
        // It closes its browser when it is told to end; nobody else would.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("Measuring in the browser broke off.");
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void user(String username, Role role, Set<String> offices) {
        console.getBean(UserService.class)
                .create(new NewUser(username, "Bench", PASSWORD, Set.of(role), offices, Optional.empty()));
    }

    private static double[] millis(Callable<?> work) throws Exception {
        var millis = new double[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            var start = System.nanoTime();
            work.call();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return millis;
    }

    /** All in one session: what is left per board is the screen itself, and then the connection it is pushed to by. */
    private static void memory(BoardClient client, String what) throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            client.open().connect().close();
        }
        var before = heap();
        var boards = new ArrayList<BoardClient.Board>();
        for (int i = 0; i < OPEN_BOARDS; i++) {
            boards.add(client.open());
        }
        var without = heap();
        new Figure("heap of an open board, " + what, "KB", "<= 30").print((without - before) / 1024.0 / OPEN_BOARDS);
        var connections = new ArrayList<SocketChannel>();
        for (var board : boards.subList(0, CONNECTED_BOARDS)) {
            connections.add(board.connect());
        }
        var pushed = (heap() - without) / 1024.0 / CONNECTED_BOARDS;
        new Figure("heap of its push connection, " + what, "KB", "").print(pushed);
        for (var connection : connections) {
            connection.close();
        }
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
