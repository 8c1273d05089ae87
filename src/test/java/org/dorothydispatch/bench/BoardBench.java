package org.dorothydispatch.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.dorothydispatch.DorothyApplication;
import org.dorothydispatch.TestDatabase;
import org.dorothydispatch.board.BoardSnapshots;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opening the big board: its snapshot from MySQL with the JSON, in the service and over HTTP with compression, never from
 * a cache; and what an open board costs in memory, measured by opening many the way a browser does.
 */
final class BoardBench {

    private static final int WARM_UP = 15;
    private static final int MEASURED = 60;
    private static final int OPEN_BOARDS = 200;
    private static final String PASSWORD = "a long bench password 7";
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern UI_ID = Pattern.compile("\"v-uiId\"\\s*:\\s*(\\d+)");

    private final ApplicationContext console;
    private final BigBoard board;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    private BoardBench(ApplicationContext console, int port) {
        this.console = console;
        this.board = new BigBoard(console.getBean(DataSource.class), LocalDate.now(console.getBean(Clock.class)));
        this.address = "http://localhost:" + port;
    }

    public static void main(String[] args) throws Exception {
        var schema = TestDatabase.empty();
        try (var console = new SpringApplicationBuilder(DorothyApplication.class)
                .run(
                        "--server.port=0",
                        // As shipped: development mode would measure itself.
                        "--vaadin.productionMode=true",
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + schema.url(),
                        "--spring.datasource.username=" + schema.user(),
                        "--spring.datasource.password=" + schema.password())) {
            var port = ((WebServerApplicationContext) console).getWebServer().getPort();
            new BoardBench(console, port).measure();
        }
        System.exit(0);
    }

    private void measure() throws Exception {
        board.store();
        console.getBean(CurrentUser.class).asProgram("bench", () -> {
            console.getBean(FlagService.class).recheckAll(BigBoard.offices());
            console.getBean(UserService.class)
                    .create(new NewUser(
                            "bench", "Bench", PASSWORD, Set.of(Role.ADMINISTRATOR), Set.of(), Optional.empty()));
        });
        var snapshots = console.getBean(BoardSnapshots.class);
        var json = console.getBean(JsonMapper.class);
        new Figure("snapshot of 16,800 visits with its JSON, MySQL", "ms", "<= 400")
                .print(millis(
                        () -> json.writeValueAsBytes(snapshots.read(BigBoard.offices(), board.from, BigBoard.DAYS))));
        signIn();
        var path = "/api/board?from=" + board.from + "&days=" + BigBoard.DAYS + "&offices="
                + String.join(",", BigBoard.offices());
        new Figure("the same over HTTP, compressed", "ms", "<= 400").print(millis(() -> fetch(path)));
        System.err.printf("%,d bytes travel%n", fetch(path));
        memory();
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

    private void signIn() throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(address + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=bench&password=" + PASSWORD.replace(' ', '+'))));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException("The bench cannot sign in: " + answer);
        }
    }

    private long fetch(String path) throws IOException, InterruptedException {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200
                || !answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"))) {
            throw new IllegalStateException("No compressed board: " + answer + answer.headers());
        }
        return answer.body().length;
    }

    /** All in one session: what is left per board is the screen itself. */
    private void memory() throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            openBoard();
        }
        var before = heap();
        for (int i = 0; i < OPEN_BOARDS; i++) {
            openBoard();
        }
        new Figure("heap of an open board", "KB", "<= 30").print((heap() - before) / 1024.0 / OPEN_BOARDS);
    }

    /** What the page does: ask for a UI, then tell it where the browser is. */
    private void openBoard() throws IOException, InterruptedException {
        var start = send(HttpRequest.newBuilder(URI.create(address + "/?v-r=init&location=board&query="))
                .GET());
        var key = find(KEY, start.body());
        var ui = find(UI_ID, start.body());
        var answer = talk(ui, key, 0, """
                {"type":"event","node":1,"event":"ui-navigate","data":
                {"route":"board","query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}""");
        if (!answer.body().contains("dispatch-board")) {
            throw new IllegalStateException("The board did not open: " + answer.body());
        }
        // The server keeps the last answer of every UI for sending it again; a browser soon asks for something small.
        talk(ui, key, 1, "");
    }

    private HttpResponse<String> talk(String ui, String key, int number, String events)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + "/?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"csrfToken":"%s","rpc":[%s],"syncId":%d,"clientId":%d}""".formatted(key, events, number, number))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No %s in: %s".formatted(pattern, text));
        }
        return found.group(1);
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
