package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.board.BoardFixture.MONDAY;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class MapPlacesTest {

    private static final String WEEK = "?offices=RIVER&from=2026-10-05&days=7";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(jdbc).story();
        UserFixture.store(jdbc, "dana", Role.DISPATCHER, "RIVER");
        jdbc.sql(
                        "update site set latitude = 41.9, longitude = -87.65, address = '12 Main Street' where code = 'DOROTHY'")
                .update();
        jdbc.sql("update office set address = '1 Depot Road' where code = 'RIVER'")
                .update();
    }

    @Test
    void theAnswerHasTheShapeTheMapReads() throws Exception {
        var places = json.readTree(answer("dana", WEEK, "").getContentAsString());

        assertThat(places.propertyNames()).containsExactlyInAnyOrder("offices", "visits");
        assertThat(places.get("offices")).hasToString("""
                [{"code":"RIVER","latitude":41.88,"longitude":-87.63,"street":"1 Depot Road"}]""");
        assertThat(places.get("visits")).anySatisfy(place -> assertThat(place).hasToString("""
                ["D10",41.9,-87.65,"12 Main Street"]"""));
    }

    @Test
    void everyVisitOfTheBoardHasItsPlaceAndNoOther() throws Exception {
        jdbc.sql("update visit set planned_on = null where code = 'L1'").update();
        var fixture = new BoardFixture(jdbc);
        fixture.unassigned("U2", "LOPEZ", MONDAY.plusDays(60));

        var board = json.readTree(mvc.perform(get("/api/board" + WEEK).with(user("dana")))
                .andReturn()
                .getResponse()
                .getContentAsString());
        var places = json.readTree(answer("dana", WEEK, "").getContentAsString());

        assertThat(codes(places)).containsExactlyInAnyOrder("D10", "L1", "U1").containsAll(codes(board));
        assertThat(codes(places)).hasSameSizeAs(codes(board));
    }

    @Test
    void anOfficeThatDoesNotSayWhereItIsComesWithoutCoordinates() throws Exception {
        jdbc.sql("update office set latitude = null, longitude = null where code = 'RIVER'")
                .update();

        var office = json.readTree(answer("dana", WEEK, "").getContentAsString())
                .get("offices")
                .get(0);

        assertThat(office.get("latitude").isNull()).isTrue();
        assertThat(office.get("longitude").isNull()).isTrue();
    }

    @Test
    void unchangedPlacesAreNotSentAgain() throws Exception {
        var tag = answer("dana", WEEK, "").getHeader("ETag");

        assertThat(answer("dana", WEEK, tag).getStatus()).isEqualTo(304);
        assertThat(answer("dana", WEEK.replace("days=7", "days=6"), tag).getStatus())
                .isEqualTo(200);
        var boards = mvc.perform(get("/api/board" + WEEK).with(user("dana")))
                .andReturn()
                .getResponse();
        assertThat(boards.getHeader("ETag")).as("another answer, another tag").isNotEqualTo(tag);

        jdbc.sql("update office_sequence set last_event_id = 7 where office = 'RIVER'")
                .update();
        assertThat(answer("dana", WEEK, tag).getStatus()).isEqualTo(200);
    }

    @Test
    void theMapOfAnotherOfficeIsAnsweredLikeOneThatDoesNotExist() throws Exception {
        var answer = answer("dana", WEEK.replace("RIVER", "HILL"), "");

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("There is no office (HILL) on your board.");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleButTheTechniciansReadsTheMap(Role role) throws Exception {
        var name = "one-" + role.name().toLowerCase(Locale.ROOT);
        UserFixture.store(jdbc, name, role, "RIVER");

        assertThat(answer(name, WEEK, "").getStatus()).isEqualTo(role == Role.TECHNICIAN ? 403 : 200);
    }

    @Test
    void withoutASettingThereAreNoStreets() throws Exception {
        assertThat(mvc.perform(get("/api/board/streets").with(user("dana")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whoIsNotSignedInGetsNeitherPlacesNorStreets() throws Exception {
        for (var path : List.of("/api/board/places" + WEEK, "/api/board/streets")) {
            assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus())
                    .isEqualTo(401);
        }
    }

    private static Iterable<String> codes(JsonNode answer) {
        return StreamSupport.stream(answer.get("visits").spliterator(), false)
                .map(visit -> visit.get(0).asString())
                .toList();
    }

    private MockHttpServletResponse answer(String username, String question, String tag) throws Exception {
        return mvc.perform(
                        get("/api/board/places" + question).with(user(username)).header("If-None-Match", tag))
                .andReturn()
                .getResponse();
    }
}
