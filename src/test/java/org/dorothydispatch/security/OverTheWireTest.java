package org.dorothydispatch.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.dorothydispatch.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Headers, cookies and the websocket handshake as a browser meets them, with the real server in between. */
@DatabaseTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OverTheWireTest {

    @LocalServerPort
    private int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/set-up/invented",
                "/api/board",
                "/styles/dorothy.css",
                "/icons/board.svg",
                "/favicon.svg",
                "/actuator/health",
                "/nowhere"
            })
    void everyAnswerCarriesTheHeaders(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).isPresent();
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "worker-src 'self';",
                        "img-src 'self' data:;",
                        "connect-src 'self';",
                        "frame-ancestors 'none'")
                .doesNotContain("blob:");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/styles/dorothy.css", "/icons/board.svg", "/favicon.svg", "/actuator/health"})
    void whatIsOpenAnswers(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionCookieIsForThisSiteAndNotForScripts() throws Exception {
        assertThat(get("/login").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aMistakeShowsNoInsides() throws Exception {
        for (var path :
                List.of("/api/board?offices=%00", "/login?v-r=uidl", "/VAADIN/nothing", "/%E0%80", "/login?v-r=%00")) {
            assertThat(get(path).body())
                    .as(path)
                    .doesNotContain("Exception", "at org.", "at com.", "Tomcat", "Whitelabel", "Vaadin/25");
        }
    }

    @Test
    void aWebsocketOpensForOurOwnPageOnly() throws Exception {
        get("/login");
        assertThat(handshake("http://localhost:" + port)).isEqualTo("open");
        assertThat(handshake("http://evil.example")).isEqualTo("403");
        assertThat(handshake("http://localhost:" + (port + 1))).isEqualTo("403");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String handshake(String origin) throws InterruptedException {
        try {
            client.newWebSocketBuilder()
                    .header("Origin", origin)
                    .buildAsync(
                            URI.create("ws://localhost:" + port
                                    + "/VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=websocket"),
                            new WebSocket.Listener() {})
                    .get()
                    .abort();
            return "open";
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof WebSocketHandshakeException handshake
                    ? String.valueOf(handshake.getResponse().statusCode())
                    : String.valueOf(refused.getCause());
        }
    }
}
