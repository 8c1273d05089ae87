package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.board.BoardFixture.TUESDAY;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Locale;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class StopDetailsTest {

    private static final String TUESDAY_OF_CY = "?offices=RIVER&technician=CY&date=" + TUESDAY;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    private BoardFixture fixture;

    @BeforeEach
    void tellTheStory() {
        fixture = new BoardFixture(jdbc).story();
        UserFixture.store(jdbc, "dana", Role.DISPATCHER, "RIVER");
        jdbc.sql("update site set address = '12 Main Street' where code = 'DOROTHY'")
                .update();
    }

    @Test
    void theListHasTheShapeThePhoneReads() throws Exception {
        fixture.preference("P9", "DOROTHY", "REMEMBER", "promised", "The bell is broken.", "Ana Petrov");

        assertThat(json.readTree(answer("dana", TUESDAY_OF_CY).getContentAsString()))
                .hasToString("""
                {"stops":[{"visit":"D10","street":"12 Main Street",\
                "remember":["Strangers at the back of the shop make her nervous. Say hello first.","The bell is broken."],\
                "words":["Will you be the one doing the service?","I can't keep explaining to a different person every time."]}]}""");
    }

    @Test
    void whatWasDeclinedOrHoldsNoMoreIsNotSaid() throws Exception {
        jdbc.sql("update preference set answer = 'declined' where code = 'P1'").update();
        jdbc.sql("update preference set valid_to = ? where code = 'P2'")
                .param(TUESDAY.minusDays(1))
                .update();

        var stop = json.readTree(answer("dana", TUESDAY_OF_CY).getContentAsString())
                .get("stops")
                .get(0);

        assertThat(stop.get("words")).isEmpty();
    }

    @Test
    void onlyTheVisitsOfThatTechnicianOnThatDayInThoseOfficesAreTold() throws Exception {
        assertThat(stops(TUESDAY_OF_CY.replace("CY", "BEN"))).isZero();
        assertThat(stops(TUESDAY_OF_CY.replace(
                        TUESDAY.toString(), TUESDAY.minusDays(1).toString())))
                .isZero();
        jdbc.sql("update visit set status = 'cancelled' where code = 'D10'").update();
        assertThat(stops(TUESDAY_OF_CY)).isZero();
    }

    @Test
    void anotherOfficeIsAnsweredLikeOneThatDoesNotExist() throws Exception {
        assertThat(answer("dana", TUESDAY_OF_CY.replace("RIVER", "HILL")).getStatus())
                .isEqualTo(404);
        assertThat(answer("dana", "?offices=RIVER&technician=CY&date=soon").getContentAsString())
                .contains("The day (soon) is not a date");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoReadsTheBoardReadsThis(Role role) throws Exception {
        var name = "one-" + role.name().toLowerCase(Locale.ROOT);
        UserFixture.store(jdbc, name, role, "RIVER");

        assertThat(answer(name, TUESDAY_OF_CY).getStatus()).isEqualTo(role == Role.TECHNICIAN ? 403 : 200);
    }

    private int stops(String question) throws Exception {
        return json.readTree(answer("dana", question).getContentAsString())
                .get("stops")
                .size();
    }

    private MockHttpServletResponse answer(String username, String question) throws Exception {
        return mvc.perform(get("/api/board/stops" + question).with(user(username)))
                .andReturn()
                .getResponse();
    }
}
