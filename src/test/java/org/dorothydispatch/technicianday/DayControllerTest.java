package org.dorothydispatch.technicianday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.technicianday.DayFixture.EIGHT;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.ListeningFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class DayControllerTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @BeforeEach
    void anasTuesday() {
        clock.set(EIGHT);
        DayFixture.store(database);
    }

    @Test
    void theDayHasTheShapeTheElementReads() throws Exception {
        var day = json.readTree(
                answer(get("/api/day?technician=ANA").with(user("tess")).session(new MockHttpSession()))
                        .getContentAsString());
        assertThat(day.propertyNames())
                .containsExactlyInAnyOrder("technician", "name", "office", "zone", "today", "now", "mayWrite", "days");
        assertThat(day.get("now").asString()).isEqualTo("2026-10-06T12:00:00Z");
        var today = day.get("days").get(0);
        assertThat(today.propertyNames()).containsExactlyInAnyOrder("date", "away", "stops", "elsewhere");
        var stop = today.get("stops").get(0);
        assertThat(stop.propertyNames())
                .containsExactlyInAnyOrder(
                        "visit",
                        "name",
                        "fullName",
                        "date",
                        "start",
                        "minutes",
                        "status",
                        "service",
                        "address",
                        "phone",
                        "access",
                        "note",
                        "remember",
                        "wishes",
                        "came",
                        "newHere",
                        "ask",
                        "checkedIn",
                        "checkedOut",
                        "why");
        assertThat(stop.get("start").asString()).isEqualTo("09:00");
        assertThat(stop.get("remember").propertyNames()).containsExactlyInAnyOrder("words", "mark", "readAt");
    }

    @Test
    void aTechnicianStaysSignedInForAWorkingDay() throws Exception {
        var session = new MockHttpSession();
        answer(get("/api/day?technician=ANA").with(user("tess")).session(session));
        assertThat(session.getMaxInactiveInterval()).isEqualTo(12 * 3600);
    }

    @Test
    void anEntryOfAPhoneNeedsNoTokenButItsOwnSite() throws Exception {
        assertThat(answer(entry("c1", "CHECK_IN")).getContentAsString()).isEqualTo("""
                {"id":"c1","status":"STORED","sentence":null,"caught":null}""");
        assertThat(answer(entry("c2", "CHECK_IN").header("Origin", "https://elsewhere.example"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void strangersAndOtherRolesAreToldInASentence() throws Exception {
        var nobody = answer(post("/api/day/entries?technician=ANA")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body("c1", "CHECK_IN")));
        assertThat(nobody.getStatus()).isEqualTo(401);
        assertThat(nobody.getContentAsString()).contains("Please sign in again.");
        var dispatcher = answer(get("/api/day?technician=ANA").with(user("dan")));
        assertThat(dispatcher.getStatus()).isEqualTo(403);
        assertThat(dispatcher.getContentAsString()).contains("Only a technician may do this.");
        assertThat(answer(get("/api/day/ANA").with(user("dan"))).getStatus()).isEqualTo(200);
        assertThat(answer(get("/api/day/ANA").with(user("kim"))).getStatus()).isEqualTo(403);
    }

    @Test
    void nothingIsSentInTheNameOfWhoeverSignedInLater() throws Exception {
        var late = answer(entry("c1", "CHECK_IN").with(user("ben")));
        assertThat(late.getStatus()).isEqualTo(401);
        assertThat(late.getContentAsString()).contains("Somebody else is signed in on this phone.");
        assertThat(answer(get("/api/day?technician=ANA").with(user("ben"))).getStatus())
                .isEqualTo(401);
        assertThat(answer(entry("c1", "CHECK_IN")).getContentAsString()).contains("STORED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"id\":\"a\",\"visit\":\"B1\",\"kind\":\"DANCE\"}"})
    void nonsenseIsAnsweredInASentence(String body) throws Exception {
        var answer = answer(post("/api/day/entries?technician=ANA")
                .with(user("tess"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("cannot be read");
    }

    private MockHttpServletRequestBuilder entry(String id, String kind) {
        return post("/api/day/entries?technician=ANA")
                .with(user("tess"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(id, kind));
    }

    private String body(String id, String kind) {
        return json.writeValueAsString(Map.of(
                "id", id, "visit", "B1", "kind", kind, "agoMillis", 0, "nothingSaid", false, "keepDeclined", false));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
