package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.board.BoardFixture.MONDAY;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class BoardControllerTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(jdbc).story().verdict("D10", 2, 0, "promised Ana", 1, 1);
        UserFixture.store(jdbc, "dana", Role.DISPATCHER, "RIVER");
    }

    @Test
    void theSnapshotHasTheShapeTheElementReads() throws Exception {
        var board = board("/api/board?offices=RIVER&from=2026-10-05&days=7");

        assertThat(board.propertyNames())
                .containsExactlyInAnyOrder(
                        "from",
                        "days",
                        "offices",
                        "technicians",
                        "routes",
                        "runs",
                        "absences",
                        "visits",
                        "services",
                        "bands");
        assertThat(board.get("from").asString()).isEqualTo("2026-10-05");
        assertThat(board.get("days").get(1).asString()).isEqualTo("2026-10-06");
        assertThat(board.get("offices").get(0).propertyNames())
                .containsExactlyInAnyOrder("code", "name", "zone", "seq", "today");
        assertThat(board.get("runs").get(0).propertyNames())
                .containsExactlyInAnyOrder("route", "date", "technician", "away", "shift");
        assertThat(board.get("technicians").get(0).propertyNames())
                .containsExactlyInAnyOrder("code", "name", "office", "shift");
        assertThat(board.get("absences").get(0)).hasToString("""
                {"technician":"ANA","date":"2026-10-05","away":"vacation"}""");
        assertThat(board.get("visits")).anySatisfy(card -> assertThat(card).hasToString("""
                                ["D10",0,"DOROTHY","Dorothy","RIVER","NORTH","CY","2026-10-06","2026-10-06","09:00",40,"planned",0,2,0,"pfr","promised Ana",1,1,0,0]"""));
    }

    @Test
    void theSnapshotInLinesHasTheVisitsOfEachOfficeOnALineOfItsOwn() throws Exception {
        UserFixture.store(jdbc, "both", Role.DISPATCHER, "RIVER", "HILL");
        var path = "/api/board?offices=HILL,RIVER&from=2026-10-05&days=7";
        var whole = json.readTree(answer("both", path).getContentAsString());

        var answer = mvc.perform(
                        get(path).with(user("both")).header("Accept", "application/x-ndjson, application/json"))
                .andReturn()
                .getResponse();

        assertThat(answer.getContentType()).isEqualTo("application/x-ndjson");
        assertThat(answer.getHeader("Vary")).contains("Accept");
        var lines = answer.getContentAsString().split("\n");
        assertThat(lines).as("what is around, what waits, and two offices").hasSize(4);
        var head = json.readTree(lines[0]);
        assertThat(head.propertyNames()).containsExactlyElementsOf(whole.propertyNames());
        var visits = new ArrayList<>(visitsOf(json.readTree(lines[1])));
        assertThat(visits).isNotEmpty().allSatisfy(card -> assertThat(card).contains("\"unassigned\""));
        var runs = new ArrayList<String>();
        for (int office = 0; office < 2; office++) {
            var code = head.get("offices").get(office).get("code").asString();
            var line = json.readTree(lines[office + 2]);
            var planned = visitsOf(line);
            assertThat(planned).allSatisfy(card -> assertThat(card).contains("\"" + code + "\""));
            visits.addAll(planned);
            runs.addAll(runsOf(line));
        }
        assertThat(visits).containsExactlyInAnyOrderElementsOf(cards(whole.get("visits")));
        assertThat(runs).isNotEmpty().containsExactlyInAnyOrderElementsOf(cards(whole.get("runs")));
    }

    /** With the line's texts in place of their numbers. */
    private List<String> visitsOf(JsonNode line) {
        for (var card : line.get("visits")) {
            for (int at : new int[] {4, 5, 6, 7, 8, 9, 11, 15, 16}) {
                ((ArrayNode) card).set(at, text(line, card.get(at)));
            }
        }
        return cards(line.get("visits"));
    }

    private List<String> runsOf(JsonNode line) {
        var names = List.of("route", "date", "technician", "away", "shift");
        var runs = new ArrayList<String>();
        for (var cells : line.get("runs")) {
            var run = json.createObjectNode();
            for (int at = 0; at < names.size(); at++) {
                run.set(names.get(at), at == 4 ? cells.get(at) : text(line, cells.get(at)));
            }
            runs.add(run.toString());
        }
        return runs;
    }

    private static JsonNode text(JsonNode line, JsonNode place) {
        return place.isNull() ? place : line.get("texts").get(place.asInt());
    }

    private static List<String> cards(JsonNode visits) {
        return StreamSupport.stream(visits.spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    void anUnchangedBoardIsNotSentAgain() throws Exception {
        var path = "/api/board?offices=RIVER&from=2026-10-05&days=7";
        var tag = answer("dana", path).getHeader("ETag");
        assertThat(tag).startsWith("W/\"");

        assertThat(answerWith("dana", path, tag).getStatus()).isEqualTo(304);
        assertThat(answerWith("dana", path.replace("days=7", "days=6"), tag).getStatus())
                .isEqualTo(200);

        jdbc.sql("update office_sequence set last_event_id = 7 where office = 'RIVER'")
                .update();
        var fresh = answerWith("dana", path, tag);
        assertThat(fresh.getStatus()).isEqualTo(200);
        assertThat(json.readTree(fresh.getContentAsString())
                        .get("offices")
                        .get(0)
                        .get("seq")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void aDayHasTheShapeTheElementReads() throws Exception {
        jdbc.sql("update visit set planned_on = '2026-10-06', technician = 'CY' where code = 'L1'")
                .update();

        assertThat(answer("dana", "/api/board/day?offices=RIVER&date=2026-10-06")
                        .getContentAsString())
                .startsWith("""
                        {"date":"2026-10-06","offices":[{"code":"RIVER","seq":0,"shifts":[\
                        {"technician":"ANA","from":"08:00","to":"17:00","away":"vacation"},""")
                .contains("\"drives\":[[\"D10\",\"L1\",0]]");
    }

    @Test
    void anUnchangedDayIsNotSentAgain() throws Exception {
        var path = "/api/board/day?offices=RIVER&date=2026-10-06";
        var tag = answer("dana", path).getHeader("ETag");

        assertThat(answerWith("dana", path, tag).getStatus()).isEqualTo(304);
        assertThat(answerWith("dana", path.replace("06", "07"), tag).getStatus())
                .isEqualTo(200);
        jdbc.sql("update office_sequence set last_event_id = 7 where office = 'RIVER'")
                .update();
        assertThat(answerWith("dana", path, tag).getStatus()).isEqualTo(200);
    }

    @Test
    void aDayOfSomebodyElseOrWithoutADateGetsASentence() throws Exception {
        assertThat(sentence(404, "/api/board/day?offices=HILL&date=2026-10-06"))
                .isEqualTo("There is no office (HILL) on your board.");
        assertThat(sentence(400, "/api/board/day?offices=RIVER&date=today"))
                .isEqualTo("The day (today) is not a date; write it as in date=2026-10-05.");
        UserFixture.store(jdbc, "cy", Role.TECHNICIAN, "RIVER");
        assertThat(answer("cy", "/api/board/day?offices=RIVER&date=2026-10-06").getStatus())
                .isEqualTo(403);
    }

    @Test
    void theTagOfOnePersonIsNotTheTagOfAnother() throws Exception {
        UserFixture.store(jdbc, "rolf", Role.RECEPTIONIST, "RIVER");
        var path = "/api/board?offices=RIVER&from=2026-10-05";
        var tag = answer("dana", path).getHeader("ETag");

        assertThat(answerWith("rolf", path, tag).getStatus()).isEqualTo(200);
    }

    @Test
    void anOfficeOfSomebodyElseIsAnsweredLikeOneThatDoesNotExist() throws Exception {
        assertThat(sentence(404, "/api/board?offices=HILL&from=2026-10-05"))
                .isEqualTo("There is no office (HILL) on your board.");
        assertThat(sentence(404, "/api/board?offices=RIVER,NOWHERE&from=2026-10-05"))
                .isEqualTo("There is no office (NOWHERE) on your board.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "offices=&from=2026-10-05 | Say which offices, as in offices=RIVER,HILL.",
                "from=2026-10-05 | Say which offices, as in offices=RIVER,HILL.",
                "offices=RIVER | The first day () is not a date; write it as in from=2026-10-05.",
                "offices=RIVER&from=2026-02-31 | The first day (2026-02-31) is not a date; write it as in from=2026-10-05.",
                "offices=RIVER&from=9999-12-31 | The first day (9999-12-31) is out of reach; ask for one between 1970-01-01 and 2200-01-01.",
                "offices=RIVER&from=2026-10-05&days=0 | The number of days (0) must be between 1 and 31.",
                "offices=RIVER&from=2026-10-05&days=32 | The number of days (32) must be between 1 and 31.",
                "offices=RIVER&from=2026-10-05&days=week | The number of days (week) must be between 1 and 31.",
            })
    void aBadQuestionGetsASentence(String question, String sentence) throws Exception {
        assertThat(sentence(400, "/api/board?" + question)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleButTheTechniciansReadsTheBoard(Role role) throws Exception {
        var name = "one-" + role.name().toLowerCase(Locale.ROOT);
        UserFixture.store(jdbc, name, role, "RIVER");

        var answer = answer(name, "/api/board?offices=RIVER&from=" + MONDAY);

        assertThat(answer.getStatus()).isEqualTo(role == Role.TECHNICIAN ? 403 : 200);
    }

    @Test
    void aTechnicianIsToldWhy() throws Exception {
        UserFixture.store(jdbc, "cy", Role.TECHNICIAN, "RIVER");

        var answer = answer("cy", "/api/board?offices=RIVER&from=2026-10-05");

        assertThat(json.readTree(answer.getContentAsString()).get("sentence").asString())
                .isEqualTo("The board is for the people who plan. Ask an administrator if you should see it.");
    }

    @Test
    void whoIsNotSignedInGetsNothing() throws Exception {
        assertThat(mvc.perform(get("/api/board?offices=RIVER&from=2026-10-05"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void theWordsOfTheBoardsCustomersCanBeLookedThrough() throws Exception {
        new BoardFixture(jdbc).preference("P9", "SATO", "REMEMBER", "promised", "x".repeat(10_000), "Sales");

        var words =
                board("/api/board/words?offices=RIVER&from=2026-10-05&days=7").get("customers");

        assertThat(words).hasSize(2).anySatisfy(customer -> assertThat(customer).hasToString("""
                        ["DOROTHY","Dorothy Hale, Hale's Gifts","7 Market Lane","Will you be the one doing the service?",\
                        "I can't keep explaining to a different person every time.",\
                        "Strangers at the back of the shop make her nervous. Say hello first."]"""));
        assertThat(sentence(404, "/api/board/words?offices=HILL&from=2026-10-05"))
                .isEqualTo("There is no office (HILL) on your board.");

        UserFixture.store(jdbc, "hilda", Role.DISPATCHER, "HILL");
        var wordy = json.readTree(
                answer("hilda", "/api/board/words?offices=HILL&from=2026-10-05").getContentAsString());
        assertThat(wordy.get("customers").get(0).get(3).asString()).hasSize(300);
    }

    @Test
    void unchangedWordsAreNotSentAgain() throws Exception {
        var path = "/api/board/words?offices=RIVER&from=2026-10-05";

        assertThat(answerWith("dana", path, answer("dana", path).getHeader("ETag"))
                        .getStatus())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "dorothy, DOROTHY",
        "HALE'S, DOROTHY",
        "'  market   rosa ', LOPEZ",
        "Rosa, LOPEZ",
        "%, ''",
        "_, ''",
        "'', ''",
        "sato, ''",
        "nobody, ''"
    })
    void aCustomerIsFoundByNameAndStreetAtOnesOwnOffices(String question, String code) throws Exception {
        var found = find(question);

        assertThat(found.valueStream().map(customer -> customer.get("code").asString()))
                .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void aCustomerIsFoundByTelephoneHoweverItIsWritten() throws Exception {
        jdbc.sql("update customer set phone = '+1 (312) 555-0142' where code = 'LOPEZ'")
                .update();

        assertThat(find("312 5550142").get(0).get("name").asString()).isEqualTo("Rosa");
        assertThat(find("555 0143")).isEmpty();
    }

    @Test
    void aFoundCustomerSaysWhereToGo() throws Exception {
        var dorothy = find("dorothy").get(0);

        assertThat(dorothy.get("street").asString()).isEqualTo("7 Market Lane");
        assertThat(dorothy.get("visit").asString()).isEqualTo("D10");
        assertThat(dorothy.get("board").asString()).isEqualTo("RIVER");
        assertThat(dorothy.get("date").asString()).isEqualTo("2026-10-06");

        jdbc.sql("update visit set status = 'cancelled' where code = 'D10'").update();
        assertThat(find("dorothy").get(0).get("visit").isNull()).isTrue();
    }

    @Test
    void noMoreThanTwentyAreFoundAndThoseThatBeginSoComeFirst() throws Exception {
        var fixture = new BoardFixture(jdbc);
        for (int i = 10; i < 40; i++) {
            fixture.customer("C" + i, "Anna's neighbour " + i, null, "RIVER", null, null);
        }
        fixture.customer("Z", "Neighbour Zoë", null, "RIVER", null, null);

        var found = find("neighbour");

        assertThat(found).hasSize(20);
        assertThat(found.get(0).get("code").asString()).isEqualTo("Z");
        assertThat(sentence(400, "/api/board/find?q=" + "a".repeat(101)))
                .isEqualTo("Look for something shorter: 100 letters are enough.");
    }

    @Test
    @Tag("mysql")
    void accentsDoNotMatter() throws Exception {
        new BoardFixture(jdbc).customer("ZOE", "Zoë Núñez", null, "RIVER", null, null);

        assertThat(find("zoe nunez").get(0).get("code").asString()).isEqualTo("ZOE");
    }

    private JsonNode find(String question) throws Exception {
        var answer = mvc.perform(get("/api/board/find").param("q", question).with(user("dana")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return json.readTree(answer.getContentAsByteArray());
    }

    private JsonNode board(String path) throws Exception {
        var answer = answer("dana", path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return json.readTree(answer.getContentAsString());
    }

    private String sentence(int status, String path) throws Exception {
        var answer = answer("dana", path);
        assertThat(answer.getStatus()).isEqualTo(status);
        return json.readTree(answer.getContentAsString()).get("sentence").asString();
    }

    private MockHttpServletResponse answer(String username, String path) throws Exception {
        return answerWith(username, path, "");
    }

    private MockHttpServletResponse answerWith(String username, String path, String tag) throws Exception {
        return mvc.perform(get(path).with(user(username)).header("If-None-Match", tag))
                .andReturn()
                .getResponse();
    }
}
