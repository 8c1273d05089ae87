package org.dorothydispatch.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in browser as far as the server can tell: a session whose boards speak Flow's protocol over HTTP. */
final class BoardClient {

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern UI_ID = Pattern.compile("\"v-uiId\"\\s*:\\s*(\\d+)");
    private static final Pattern PUSH_ID = Pattern.compile("\"Vaadin-Push-ID\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern BOARD = Pattern.compile(
            "\\{\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"dispatch-board\"");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    /** Signs in. */
    BoardClient(String address, String username, String password) throws IOException, InterruptedException {
        this.address = address;
        var form = "username=%s&password=%s"
                .formatted(
                        URLEncoder.encode(username, StandardCharsets.UTF_8),
                        URLEncoder.encode(password, StandardCharsets.UTF_8));
        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException("%s cannot sign in: %s".formatted(username, answer));
        }
    }

    /** Bytes that travel for the answer of this path, compressed. */
    long fetch(String path) throws IOException, InterruptedException {
        var answer = http.send(
                request(path).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200
                || !answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"))) {
            throw new IllegalStateException("No compressed answer: " + answer + answer.headers());
        }
        return answer.body().length;
    }

    /** The answer of this path. */
    String text(String path) throws IOException, InterruptedException {
        return send(request(path)).body();
    }

    /** What the page does: ask for a UI, then tell it where the browser is. */
    Board open() throws IOException, InterruptedException {
        var start = send(request("/?v-r=init&location=board&query=").GET()).body();
        var board = new Board(find(UI_ID, start), find(KEY, start), find(PUSH_ID, start));
        var answer = board.talk("""
                {"type":"event","node":1,"event":"ui-navigate","data":
                {"route":"board","query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}""");
        board.node = find(BOARD, answer);
        // The server keeps the last answer of every UI for sending it again; a browser soon asks for something small.
        board.talk("");
        return board;
    }

    /** An open board. */
    final class Board {

        private final String ui;
        private final String key;
        private final String pushId;
        private String node = "";
        private int number;

        private Board(String ui, String key, String pushId) {
            this.ui = ui;
            this.key = key;
            this.pushId = pushId;
        }

        /**
         * Opens the connection over which the server pushes. A bare socket: whatever it costs is the server's, which in a
         * benchmark shares our heap.
         */
        SocketChannel connect() throws IOException {
            var server = URI.create(address);
            var session = cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            var handshake = """
                    GET /VAADIN/push?v-r=push&v-uiId=%s&v-pushId=%s&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript\
                    &X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true HTTP/1.1
                    Host: %s
                    Origin: %s
                    Cookie: %s
                    Connection: Upgrade
                    Upgrade: websocket
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                    Sec-WebSocket-Extensions: permessage-deflate

                    """.formatted(ui, pushId, server.getAuthority(), address, session)
                    .replace("\n", "\r\n");
            var channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            channel.write(ByteBuffer.wrap(handshake.getBytes(StandardCharsets.US_ASCII)));
            var answer = ByteBuffer.allocate(2_000);
            channel.read(answer);
            var text = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
            if (!text.startsWith("HTTP/1.1 101")) {
                throw new IllegalStateException(
                        "The server does not push: " + text.lines().findFirst());
            }
            return channel;
        }

        /** Lifts one visit over a board of routes. */
        String pickUp(String visit, int version, List<String> offices) throws IOException, InterruptedException {
            var question = Map.of(
                    "visits",
                    List.of(visit),
                    "versions",
                    List.of(version),
                    "offices",
                    offices,
                    "by",
                    "routes",
                    "draft",
                    List.of(),
                    "keepTime",
                    false);
            var answer = call("pickUp", question);
            if (!answer.contains("\"targets\"")) {
                throw new IllegalStateException("No verdict map: " + answer);
            }
            return answer;
        }

        /** Calls a method of the board on the server, as its element does, and gives back everything the server says. */
        String call(String method, Object... arguments) throws IOException, InterruptedException {
            return talk(JSON.writeValueAsString(Map.of(
                    "type",
                    "publishedEventHandler",
                    "node",
                    Integer.parseInt(node),
                    "templateEventMethodName",
                    method,
                    "templateEventMethodArgs",
                    arguments,
                    "promise",
                    number)));
        }

        private String talk(String event) throws IOException, InterruptedException {
            var answer = send(request("/?v-r=uidl&v-uiId=" + ui)
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"csrfToken":"%s","rpc":[%s],"syncId":%d,"clientId":%d}""".formatted(key, event, number, number++))));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The board does not answer: " + answer + answer.body());
            }
            return answer.body();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No %s in: %s".formatted(pattern, text));
        }
        return found.group(1);
    }
}
