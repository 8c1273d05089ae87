package org.dorothydispatch.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What answers to whom. {@link OverTheWireTest} looks at the same from outside. */
@DatabaseTest
class DoorsTest {

    private static final String PASSWORD = "four fine grey geese";

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient database;

    @Autowired
    private UserService users;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private OpenSessions sessions;

    @BeforeEach
    void anOfficeAndADispatcher() {
        database.sql("insert into office (code, name, time_zone) values ('RIV', 'Riverside', 'America/Chicago')")
                .update();
        currentUser.asProgram(
                "test",
                () -> users.create(new NewUser(
                        "ira", "Ira Valdez", PASSWORD, Set.of(Role.DISPATCHER), Set.of("RIV"), Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/people",
                "/board/../people",
                "/nowhere",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/iconsx/board.svg",
                "/.env",
                "/WEB-INF/web.xml",
                "/swagger-ui.html"
            })
    void withoutSignInOnlyTheSignInPageIsFound(String path) throws Exception {
        var answer = browser.perform(get(URI.create(path))).andReturn().getResponse();
        // A path that tries to climb is refused before anything else looks at it.
        assertThat(answer.getStatus() == 400
                        || "http://localhost/login".equals(answer.getRedirectedUrl())
                        || "/login".equals(answer.getRedirectedUrl()))
                .as(path + " " + answer.getStatus() + " " + answer.getRedirectedUrl())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/actuator/env", "/h2-console"})
    void whatNobodyOpenedStaysShutForPeopleWhoAreSignedInToo(String path) throws Exception {
        browser.perform(get(path).with(user("ira").roles("DISPATCHER"))).andExpect(status().isForbidden());
    }

    @Test
    void theServiceWorkerOfTheDayIsThereForAPhoneWhoseSessionHasEnded() throws Exception {
        var answer = browser.perform(get("/day-worker.js")).andReturn().getResponse();
        // Without a built front end there is none; nobody is sent to the sign-in page for it.
        assertThat(answer.getRedirectedUrl()).isNull();
        assertThat(answer.getStatus()).isIn(200, 404);
        assertThat(answer.getStatus() == 404 || "no-cache".equals(answer.getHeader("Cache-Control")))
                .isTrue();
    }

    @Test
    void restAnswersStrangersWithASentence() throws Exception {
        browser.perform(get("/api/board"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().json("{\"sentence\":\"Please sign in again.\"}"));
        browser.perform(get("/api/anything/else"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist("Location"));
    }

    @Test
    void aSignInChangesTheSession() throws Exception {
        var session = new MockHttpSession();
        var before = session.getId();
        browser.perform(login("ira", PASSWORD).session(session))
                .andExpect(authenticated().withUsername("ira"));
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void capitalsInTheUsernameDoNotMatter() throws Exception {
        browser.perform(login(" IRA", PASSWORD)).andExpect(authenticated().withUsername("ira"));
    }

    @Test
    void wrongUnknownAndSwitchedOffAreOneAnswer() throws Exception {
        currentUser.asProgram("test", () -> {
            users.create(new NewUser(
                    "noor", "Noor Haddad", PASSWORD, Set.of(Role.DISPATCHER), Set.of("RIV"), Optional.empty()));
            users.disable("noor", 0);
        });
        for (var attempt : new String[][] {{"ira", "something else"}, {"nobody", PASSWORD}, {"noor", PASSWORD}}) {
            browser.perform(login(attempt[0], attempt[1]))
                    .andExpect(unauthenticated())
                    .andExpect(redirectedUrl("/login?error"));
        }
    }

    @Test
    void guessingIsSlowedDownAndSaysForHowLong() throws Exception {
        for (int i = 0; i < 3; i++) {
            browser.perform(from("203.0.113.7", login("ira", "wrong " + i))).andExpect(redirectedUrl("/login?error"));
        }
        browser.perform(from("203.0.113.7", login("ira", PASSWORD))).andExpect(redirectedUrl("/login?wait=1"));
        browser.perform(from("203.0.113.8", login("ira", PASSWORD))).andExpect(authenticated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost:81", "null", "not an address"})
    void anotherSitesPageCannotSignAnybodyIn(String origin) throws Exception {
        browser.perform(login("ira", PASSWORD).header("Origin", origin))
                .andExpect(status().isForbidden())
                .andExpect(unauthenticated());
        browser.perform(get("/VAADIN/push").header("Upgrade", "websocket").header("Origin", origin))
                .andExpect(status().isForbidden());
    }

    @Test
    void ourOwnPageCan() throws Exception {
        browser.perform(login("ira", PASSWORD).header("Origin", "http://localhost"))
                .andExpect(authenticated());
    }

    @Test
    void aWriteToRestNeedsItsToken() throws Exception {
        browser.perform(post("/api/board").with(user("ira").roles("DISPATCHER")))
                .andExpect(status().isForbidden())
                .andExpect(content().json("{\"sentence\":\"You may not do this.\"}"));
    }

    @Test
    void aSessionEndsWithTheAccountAndWithThePassword() throws Exception {
        var one = signedIn("ira", PASSWORD);
        currentUser.asProgram("test", () -> users.setPassword("ira", "another fine password"));
        assertThat(one.isInvalid()).isTrue();

        var two = signedIn("ira", "another fine password");
        currentUser.asProgram(
                "test", () -> users.disable("ira", users.getUser("ira").version()));
        assertThat(two.isInvalid()).isTrue();
    }

    @Test
    void aChangeMadeOnAnotherNodeEndsTheSessionWithTheNextLook() throws Exception {
        var session = signedIn("ira", PASSWORD);
        database.sql("update app_user set enabled = false where username = 'ira'")
                .update();
        sessions.endThoseThatMayNotGoOn();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void rolesInTheSessionFollowTheDatabase() throws Exception {
        var session = signedIn("ira", PASSWORD);
        database.sql("update app_user_role set role = 'ADMINISTRATOR' where username = 'ira'")
                .update();
        browser.perform(get("/nowhere").session(session))
                .andExpect(authenticated().withRoles("ADMINISTRATOR"));
    }

    private MockHttpSession signedIn(String username, String password) throws Exception {
        var session = new MockHttpSession();
        browser.perform(login(username, password).session(session)).andExpect(authenticated());
        browser.perform(get("/nowhere").session(session)).andExpect(status().isForbidden());
        assertThat(session.isInvalid()).isFalse();
        return session;
    }

    private static MockHttpServletRequestBuilder login(String username, String password) {
        return post("/login").param("username", username).param("password", password);
    }

    private static MockHttpServletRequestBuilder from(String address, MockHttpServletRequestBuilder request) {
        return request.with(raw -> {
            raw.setRemoteAddr(address);
            return raw;
        });
    }
}
