package org.dorothydispatch.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.board.BoardFixture.MONDAY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.board.BoardFixture;
import org.dorothydispatch.board.BoardSnapshots;
import org.dorothydispatch.board.Card;
import org.dorothydispatch.board.ChangeLog;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.importing.UploadedBundle;
import org.dorothydispatch.security.ApiTokenRow;
import org.dorothydispatch.security.ApiTokens;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.dorothydispatch.security.UserRefused;
import org.dorothydispatch.shared.Light;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs ask about Riverside, where Dorothy stands with Cy although Ana was promised. */
@DatabaseTest(now = BoardFixture.NOON_UTC)
class ApiTest {

    private static final String VISITS = "/api/v1/visits?office=RIVER&from=2026-10-05&to=2026-10-09";

    private static int networks;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private FlagService flags;

    @Autowired
    private BoardSnapshots board;

    @Autowired
    private ChangeLog changes;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private JsonMapper json;

    /** The counters of wrong tokens live as long as the application: each test asks from elsewhere. */
    private final String network = "198.51.100." + ++networks;

    @BeforeEach
    void tellTheStory() {
        new BoardFixture(database).story();
        UserFixture.store(database, "dana", Role.DISPATCHER, "RIVER");
        UserFixture.store(database, "mona", Role.BRANCH_MANAGER, "RIVER");
        UserFixture.store(database, "cy", Role.TECHNICIAN, "RIVER");
        flags.recheckAll(List.of("RIVER", "HILL"));
    }

    // --- the door ---

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/offices",
        "GET, /api/v1/visits",
        "GET, /api/v1/bundle",
        "POST, /api/v1/bundle",
        "POST, /api/v1/visits/D10/move"
    })
    void withoutATokenNothingIsAnsweredEvenToSomebodyWithASession(String method, String path) throws Exception {
        var session = new MockHttpSession();
        for (var request : List.of(request(method, path), request(method, path).session(session))) {
            var answer = ask(request);
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(sentence(answer)).startsWith("Send a token as");
        }
    }

    @Test
    void aStoppedTokenAnAlteredOneAndOneOfSomebodySwitchedOffOpenNothing() throws Exception {
        var token = token("dana");
        assertThat(status(token, "/api/v1/offices")).isEqualTo(200);
        assertThat(status(token + "x", "/api/v1/offices")).isEqualTo(401);

        database.sql("update app_user set enabled = false where username = 'dana'")
                .update();
        forgetWhoPeopleAre();
        assertThat(status(token, "/api/v1/offices")).as("switched off").isEqualTo(401);
        database.sql("update app_user set enabled = true where username = 'dana'")
                .update();
        forgetWhoPeopleAre();
        assertThat(status(token, "/api/v1/offices")).as("back").isEqualTo(200);

        stop("dana");
        var stopped = ask(with(token, get("/api/v1/offices")));
        assertThat(stopped.getStatus()).isEqualTo(401);
        assertThat(sentence(stopped)).startsWith("This token opens nothing");
    }

    @Test
    void aWrongTokenIsSlowedDownAndKeepsNobodyElseWaiting() throws Exception {
        var good = token("dana");
        for (int i = 0; i < 3; i++) {
            assertThat(status("wrong", "/api/v1/offices")).isEqualTo(401);
        }
        var slow = ask(with("wrong", get("/api/v1/offices")));
        assertThat(slow.getStatus()).isEqualTo(429);
        assertThat(slow.getHeader("Retry-After")).isEqualTo("1");
        assertThat(sentence(slow)).isEqualTo("Too many tokens from there were wrong. Wait 1 seconds and try again.");
        assertThat(status(good, "/api/v1/offices")).isEqualTo(200);

        for (int i = 0; i < 30; i++) {
            status("guess " + i, "/api/v1/offices");
        }
        assertThat(status("one more guess", "/api/v1/offices"))
                .as("whoever guesses")
                .isEqualTo(429);
        assertThat(status(good, "/api/v1/offices")).as("known from there").isEqualTo(200);
    }

    @Test
    void whatIsNotOpenedByNameIsShut() throws Exception {
        var token = token("dana");
        for (var request : List.of(
                get("/api/v1/anything"), post("/api/v1/offices"), get("/api/v1/visits/D10/move"), get("/api/v1"))) {
            var answer = ask(with(token, request));
            assertThat(answer.getStatus()).isEqualTo(403);
            assertThat(sentence(answer)).contains("/api/v1/openapi.json");
        }
        assertThat(status(token, "/api/board?offices=RIVER&from=2026-10-05"))
                .as("the board's own REST wants its session")
                .isEqualTo(401);
    }

    @Test
    void aTokenHasItsPersonsRolesAndOfficesOfTheMoment() throws Exception {
        var token = token("dana");
        assertThat(status(token, VISITS)).isEqualTo(200);
        database.sql("update app_user_office set office = 'HILL' where username = 'dana'")
                .update();
        forgetWhoPeopleAre();
        assertThat(status(token, VISITS)).isEqualTo(403);
        assertThat(ok(token, "/api/v1/offices").toString()).contains("HILL").doesNotContain("RIVER");
        database.sql("update app_user_role set role = 'TECHNICIAN' where username = 'dana'")
                .update();
        forgetWhoPeopleAre();
        assertThat(status(token, VISITS.replace("RIVER", "HILL"))).isEqualTo(403);
    }

    // --- making and stopping ---

    @Test
    void aTokenIsKeptAsAHashAndSaysWhenItWasUsed() throws Exception {
        var token = token("dana");
        assertThat(database.sql("select token_hash from api_token")
                        .query(String.class)
                        .single())
                .isNotEqualTo(token)
                .hasSize(64);
        var made = as("dana", tokens::list).getFirst();
        assertThat(made.name()).isEqualTo("Night run");
        assertThat(made.lastUsedAt()).isNull();

        clock.set(BoardFixture.NOON.plus(Duration.ofHours(1)));
        status(token, "/api/v1/offices");
        assertThat(as("dana", tokens::list).getFirst().lastUsedAt()).isEqualTo(clock.instant());
        stop("dana");
        assertThat(as("dana", tokens::list)).isEmpty();
        assertThat(database.sql("select after_text from audit_entry where action = 'user-token' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("new token: Night run", "stopped");
    }

    @Test
    void aTokenNeedsANameOfItsOwnAndThereAreNotTooMany() {
        token("dana");
        assertThatThrownBy(() -> make("dana", "  "))
                .isInstanceOf(UserRefused.class)
                .hasMessageStartingWith("Say what");
        assertThatThrownBy(() -> make("dana", "x".repeat(81))).hasMessageStartingWith("This name is too long");
        assertThatThrownBy(() -> make("dana", "Night run ")).hasMessageStartingWith("You have a token of this name");
        make("mona", "Night run");
        for (int i = 1; i < ApiTokens.MOST; i++) {
            make("dana", "Program " + i);
        }
        assertThatThrownBy(() -> make("dana", "One more")).hasMessageStartingWith("You have 20 tokens");
    }

    @Test
    void nobodyStopsTheTokenOfAnother() throws Exception {
        var token = token("dana");
        var id = as("dana", tokens::list).getFirst().id();
        as("mona", () -> {
            tokens.stop(id);
            return null;
        });
        assertThat(status(token, "/api/v1/offices")).isEqualTo(200);
    }

    @Test
    void anAdministratorStopsOneTokenOfSomebodyAndTheOthersGoOn() throws Exception {
        UserFixture.store(database, "adele", Role.ADMINISTRATOR);
        var wild = token("dana");
        var other = make("dana", "Calendar");
        var id = as("dana", tokens::list).getLast().id();

        assertThat(as("adele", () -> tokens.listOf("dana")))
                .extracting(ApiTokenRow::name)
                .containsExactly("Calendar", "Night run");
        for (int i = 0; i < 2; i++) {
            as("adele", () -> {
                tokens.stop("dana", id);
                return null;
            });
        }

        assertThat(status(wild, "/api/v1/offices")).isEqualTo(401);
        assertThat(status(other, "/api/v1/offices")).isEqualTo(200);
        assertThat(database.sql("""
                                select concat(actor, ' ', subject, ' ', before_text) from audit_entry
                                where action = 'user-token' and after_text = 'stopped'""").query(String.class).list()).containsExactly("adele dana token: Night run");
    }

    @Test
    void aTokenIsStoppedUnderTheNameOfItsPersonOnlyAndByNobodyElse() throws Exception {
        UserFixture.store(database, "adele", Role.ADMINISTRATOR);
        var token = token("dana");
        var id = as("dana", tokens::list).getFirst().id();

        assertThatThrownBy(() -> as("mona", () -> tokens.listOf("dana"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as("mona", () -> {
                    tokens.stop("dana", id);
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);
        as("adele", () -> {
            tokens.stop("mona", id);
            return null;
        });

        assertThat(status(token, "/api/v1/offices")).isEqualTo(200);
    }

    // --- offices and visits ---

    @Test
    void officesAreOnesOwnWithTheDayItIsThere() throws Exception {
        assertThat(ok(token("dana"), "/api/v1/offices")).hasToString("""
                [{"code":"RIVER","name":"Riverside","timeZone":"America/Chicago","today":"2026-10-05"}]""");
    }

    /** The matched pair: every visit of the board is in the answer, with the lights of the board. */
    @Test
    void theLightsAreThoseOfTheBoard() throws Exception {
        var answer = ok(token("dana"), VISITS);
        var seen = new LinkedHashMap<String, Card>();
        as("dana", () -> board.read(List.of("RIVER"), MONDAY, 5)).visits().forEach(card -> seen.put(card.code(), card));

        var told = new TreeSet<String>();
        int judged = 0;
        for (var visit : answer.get("visits")) {
            var card = seen.get(visit.get("code").asString());
            told.add(card.code());
            if (card.status().equals("planned") || card.status().equals("confirmed")) {
                judged++;
                assertThat(visit.get("customerLight").asString())
                        .isEqualToIgnoringCase(Light.of(card.customerLight()).name());
                assertThat(visit.get("companyLight").asString())
                        .isEqualToIgnoringCase(Light.of(card.companyLight()).name());
                assertThat(
                                visit.get("reason").isNull()
                                        ? null
                                        : visit.get("reason").asString())
                        .isEqualTo(card.reason());
            } else {
                assertThat(visit.get("customerLight").isNull()).isTrue();
            }
            assertThat(visit.get("version").asInt()).isEqualTo(card.version());
        }
        assertThat(told).isEqualTo(new TreeSet<>(seen.keySet())).contains("D10", "L1", "U1");
        assertThat(judged).isEqualTo(2);
    }

    @Test
    void aBrokenPromiseIsSaidInItsSentence() throws Exception {
        var dorothy = visit(ok(token("dana"), VISITS), "D10");
        assertThat(dorothy.get("customer").get("name").asString()).isEqualTo("Dorothy");
        assertThat(dorothy.get("technician").get("name").asString()).isEqualTo("Cy Lindgren");
        assertThat(dorothy.get("route").get("name").asString()).isEqualTo("North side");
        assertThat(dorothy.get("start").asString()).isEqualTo("09:00");
        assertThat(dorothy.get("customerLight").asString()).isEqualTo("red");
        var kept = as("dana", () -> flags.flagsOf("D10")).stream()
                .filter(standing -> standing.flag().kind().equals("PERSON"))
                .findFirst()
                .orElseThrow()
                .flag();
        assertThat(dorothy.get("flags")).anySatisfy(flag -> {
            assertThat(flag.get("code").asString()).isEqualTo("P1");
            assertThat(flag.get("level").asString()).isEqualTo("promised");
            assertThat(flag.get("sentence").asString()).isEqualTo(kept.message());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/visits | 400 | Say which office, as in office=RIVER.",
                "/api/v1/visits?office=RIVER | 400 | from () is not a date; write it as in from=2026-10-05.",
                "/api/v1/visits?office=RIVER&from=2026-02-31&to=2026-03-01 | 400 | from (2026-02-31) is not a date; write it as in from=2026-10-05.",
                "/api/v1/visits?office=RIVER&from=2026-10-05&to=+999999999-01-01 | 400 | ",
                "/api/v1/visits?office=RIVER&from=2026-10-05&to=2026-10-04 | 400 | The last day (2026-10-04) is before the first (2026-10-05).",
                "/api/v1/visits?office=RIVER&from=2026-10-05&to=2026-11-05 | 400 | Ask for 31 days at most; 2026-10-05 to 2026-11-05 are more.",
                "/api/v1/visits?office=HILL&from=2026-10-05&to=2026-10-09 | 403 | You do not work for the office (HILL). Ask an administrator to add it to your account.",
                "/api/v1/visits?office=NONE&from=2026-10-05&to=2026-10-09 | 403 | You do not work for the office (NONE). Ask an administrator to add it to your account."
            })
    void aQuestionThatCannotBeAnsweredGetsOneSentence(String path, int status, String sentence) throws Exception {
        var answer = ask(with(token("dana"), get(java.net.URI.create(path))));
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(sentence(answer)).contains(sentence == null ? "" : sentence);
    }

    // --- moving ---

    @Test
    void aBrokenPromiseIsRefusedWithItsSentenceUntilTheCustomerAgreed() throws Exception {
        var token = token("dana");
        var refused = move(token, "D10", """
                {"version": 0, "route": "SOUTH", "technician": "CY", "start": "13:00"}""");
        assertThat(refused.getStatus()).isEqualTo(409);
        var problem = json.readTree(refused.getContentAsString());
        assertThat(problem.get("outcome").asString()).isEqualTo("needs");
        assertThat(problem.get("flags").toString()).contains("\"P1\"").contains("Ana");
        assertThat(visit(ok(token, VISITS), "D10").get("start").asString()).isEqualTo("09:00");

        var moved = move(token, "D10", """
                {"version": 0, "route": "SOUTH", "technician": "CY", "start": "13:00",
                 "consents": [{"preference": "P1", "by": "Dana", "on": "2026-10-05"}]}""");
        assertThat(moved.getStatus()).as(moved.getContentAsString()).isEqualTo(200);
        var answer = json.readTree(moved.getContentAsString());
        assertThat(answer.get("route").asString()).isEqualTo("SOUTH");
        assertThat(answer.get("start").asString()).isEqualTo("13:00");
        assertThat(answer.get("version").asInt()).isOne();
    }

    @Test
    void aMoveStandsOnTheRecordWithThePersonAndTheToken() throws Exception {
        assertThat(move(token("dana"), "L1", """
                        {"version": 0, "start": "14:00"}""").getStatus()).isEqualTo(200);
        assertThat(as("dana", () -> changes.list("RIVER", PageRequest.of(0, 10))))
                .anySatisfy(line -> {
                    assertThat(line.action()).isEqualTo("move");
                    assertThat(line.who()).isEqualTo("The dispatcher dana");
                    assertThat(line.token()).isEqualTo("Night run");
                });
    }

    @Test
    void whatIsLeftOutStaysAsItIs() throws Exception {
        var token = token("dana");
        database.sql("update visit set technician = 'MARCO' where code = 'L1'").update();
        move(token, "L1", "{\"version\": 0, \"start\": \"14:00\"}");
        var rosa = visit(ok(token, VISITS), "L1");
        assertThat(rosa.get("technician").get("code").asString())
                .as("a guest stays")
                .isEqualTo("MARCO");
        assertThat(rosa.get("route").get("code").asString()).isEqualTo("SOUTH");
        assertThat(rosa.get("date").asString()).isEqualTo("2026-10-07");
        assertThat(rosa.get("start").asString()).isEqualTo("14:00");
    }

    @Test
    void anUnassignedVisitIsPutBackAndTwiceIsOnce() throws Exception {
        var token = token("dana");
        for (int i = 0; i < 2; i++) {
            var answer = ask(with(token, post("/api/v1/visits/L1/move"))
                    .header("Idempotency-Key", "key-1")
                    .contentType("application/json")
                    .content("{\"version\": 0, \"unassign\": true}"));
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        }
        assertThat(database.sql("select concat(status, ' ', version) from visit where code = 'L1'")
                        .query(String.class)
                        .single())
                .isEqualTo("unassigned 1");
    }

    @Test
    void whoeverSawAnOlderVersionIsTold() throws Exception {
        var token = token("dana");
        move(token, "L1", "{\"version\": 0, \"start\": \"14:00\"}");
        var answer = move(token, "L1", "{\"version\": 0, \"start\": \"15:00\"}");
        assertThat(answer.getStatus()).isEqualTo(409);
        var problem = json.readTree(answer.getContentAsString());
        assertThat(problem.get("outcome").asString()).isEqualTo("stale");
        assertThat(problem.get("version").asInt()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dana | L1 | {\"start\": \"14:00\"} | 400 | Say which version of the visit you saw",
                "dana | L1 | {\"version\": 0, \"start\": \"25:00\"} | 400 | \"start\" is not understood.",
                "dana | L1 | {\"version\": 0, \"technicain\": \"ANA\"} | 400 | \"technicain\" is not understood.",
                "dana | L1 | hello | 400 | The body is not JSON.",
                "dana | L1 | null | 400 | The body is not JSON.",
                "dana | L1 | {\"version\": 0, \"unassign\": true, \"start\": \"14:00\"} | 400 | A visit that is unassigned has no place",
                "dana | U1 | {\"version\": 0, \"start\": \"14:00\"} | 400 | The visit has no place yet",
                "dana | L1 | {\"version\": 0, \"reasons\": [{\"code\": \"X1\"}]} | 400 | A reason names",
                "dana | L1 | {\"version\": 0, \"consents\": [{\"preference\": \"P1\"}]} | 400 | A consent names",
                "dana | NONE | {\"version\": 0, \"start\": \"14:00\"} | 404 | There is no visit (NONE).",
                "dana | L1 | {\"version\": 0, \"route\": \"NONE\"} | 404 | There is no route (NONE).",
                "dana | L1 | {\"version\": 0, \"technician\": \"NONE\"} | 404 | There is no technician (NONE).",
                "dana | L1 | {\"version\": 0, \"route\": \"RIDGE\"} | 403 | You do not work for the office (HILL).",
                "dana | W1 | {\"version\": 0, \"start\": \"14:00\"} | 403 | You do not work for the office (HILL).",
                "rolf | L1 | {\"version\": 0, \"start\": \"14:00\"} | 403 | Only",
                "cy | L1 | {\"version\": 0, \"start\": \"14:00\"} | 403 | Only"
            })
    void aMoveThatCannotBeDoneGetsOneSentenceAndChangesNothing(
            String who, String visit, String body, int status, String sentence) throws Exception {
        UserFixture.store(database, "rolf", Role.RECEPTIONIST, "RIVER");
        var answer = move(token(who), visit, body);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat(sentence(answer)).startsWith(sentence);
        assertThat(database.sql("select sum(version) from visit")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMoveOfAHundredThousandBytesIsNotRead() throws Exception {
        var answer = move(token("dana"), "L1", "{\"version\": 0, \"route\": \"" + "x".repeat(100_001) + "\"}");
        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(sentence(answer)).startsWith("A move is described in less than 100,000 bytes.");
    }

    // --- the bundle ---

    @Test
    void theFilesOfAnOfficeGoOutAndComeInAgainAsTheyAre() throws Exception {
        var token = token("mona");
        var zip = export(token);
        assertThat(files(zip).get("customers.csv")).contains("Hale's Gifts").doesNotContain("Ridge Dental");
        for (int i = 0; i < 2; i++) {
            var again = ok(send(token, "?dryRun=false", zip));
            assertThat(again.get("stored").asBoolean()).isTrue();
            assertThat(again.get("files"))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file.get("added").asInt()
                                    + file.get("changed").asInt())
                            .isZero());
        }
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndOnlyTheRealOneStoresIt() throws Exception {
        var token = token("mona");
        var files = files(export(token));
        files.computeIfPresent("customers.csv", (name, text) -> text.replace("Rosa Lopez", "Rosa López"));
        var changed = zip(files);

        var dry = ok(send(token, "?dryRun=true", changed));
        assertThat(dry.get("stored").asBoolean()).isFalse();
        assertThat(dry.get("files").toString()).contains("Rosa López");
        assertThat(nameOfRosa()).isEqualTo("Rosa Lopez");

        assertThat(ok(send(token, "", changed)).get("stored").asBoolean()).isTrue();
        assertThat(nameOfRosa()).isEqualTo("Rosa López");
        assertThat(database.sql("select concat(actor, ' ', token) from audit_entry where action = 'import'")
                        .query(String.class)
                        .list())
                .containsExactly("mona Night run");
    }

    @Test
    void allErrorsComeAtOnceAndNothingIsStored() throws Exception {
        var token = token("mona");
        var files = files(export(token));
        files.computeIfPresent("customers.csv", (name, text) -> text.replace("Rosa Lopez", "Rosa López"));
        files.computeIfPresent("visits.csv", (name, text) -> text.replaceFirst("2026-10-06", "2026-02-31"));
        files.computeIfPresent("routes.csv", (name, text) -> text.replaceFirst("RIVER", "NOWHERE"));

        var answer = send(token, "?dryRun=false", zip(files));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(sentence(answer)).startsWith("Nothing was stored. The bundle has ");
        var problems = json.readTree(answer.getContentAsString()).get("problems");
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.get("file").asString()).isEqualTo("visits.csv");
            assertThat(problem.get("line").asInt()).isGreaterThan(1);
            assertThat(problem.get("sentence").asString()).contains("2026-02-31");
        });
        assertThat(problems)
                .anySatisfy(
                        problem -> assertThat(problem.get("file").asString()).isEqualTo("routes.csv"));
        assertThat(nameOfRosa()).isEqualTo("Rosa Lopez");
    }

    @Test
    void whatIsNoZipOrTooLargeOrNotSentAsOneIsRefused() throws Exception {
        var token = token("mona");
        var noZip = send(token, "?dryRun=true", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(noZip.getStatus()).isEqualTo(422);

        var form = ask(with(token, post("/api/v1/bundle")).param("file", "x"));
        assertThat(form.getStatus()).isEqualTo(415);
        assertThat(sentence(form)).contains("Content-Type: application/zip");

        // A form that is read for parameters would be gone before anybody looks at the zip.
        var mistyped = ask(with(token, post("/api/v1/bundle?dryRun=true").with(FormReadByNobody::new)));
        assertThat(mistyped.getStatus()).isEqualTo(415);

        var large = ask(with(token, post("/api/v1/bundle"))
                .contentType("application/zip")
                .header("Content-Length", "250000001")
                .content(new byte[1]));
        assertThat(large.getStatus()).isEqualTo(413);
        assertThat(sentence(large)).isEqualTo("A zip has at most 250 MB. Send the offices in several.");

        var neither = send(token, "?dryRun=perhaps", new byte[0]);
        assertThat(neither.getStatus()).isEqualTo(400);
    }

    @Test
    void aZipThatDoesNotSayHowLongItIsIsStoppedWhereItGetsTooLarge() throws Exception {
        var large = ask(with(token("mona"), post("/api/v1/bundle").with(Endless::new)));

        assertThat(large.getStatus()).isEqualTo(413);
        assertThat(sentence(large)).isEqualTo("A zip has at most 250 MB. Send the offices in several.");
    }

    @Test
    void onlyManagersOfAnOfficeTakeItsFilesOrBringThem() throws Exception {
        var manager = token("mona");
        assertThat(status(manager, "/api/v1/bundle?office=RIVER,HILL")).isEqualTo(403);
        assertThat(status(manager, "/api/v1/bundle?office=,")).isEqualTo(400);
        var zip = export(manager);

        var dispatcher = token("dana");
        assertThat(status(dispatcher, "/api/v1/bundle?office=RIVER")).isEqualTo(403);
        assertThat(send(dispatcher, "", zip).getStatus()).isEqualTo(403);

        UserFixture.store(database, "hal", Role.BRANCH_MANAGER, "HILL");
        var elsewhere = files(zip);
        elsewhere.computeIfPresent("customers.csv", (name, text) -> text.replace("Rosa Lopez", "Rosa López"));
        assertThat(send(token("hal"), "", zip(elsewhere)).getStatus())
                .as("files of another office")
                .isEqualTo(422);
        assertThat(nameOfRosa()).isEqualTo("Rosa Lopez");
    }

    // --- the description ---

    @Test
    void theDescriptionIsThereForEverybodyAndNamesEachEndpointAndNothingOfTheBoard() throws Exception {
        var answer = ask(get("/api/v1/openapi.json"));
        assertThat(answer.getStatus()).isEqualTo(200);
        var description = json.readTree(answer.getContentAsByteArray());
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        var doors = new ArrayList<String>();
        description
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> doors.add(method + " " + path.getKey())));
        assertThat(doors)
                .containsExactlyInAnyOrder(
                        "get /api/v1/bundle",
                        "post /api/v1/bundle",
                        "get /api/v1/offices",
                        "get /api/v1/visits",
                        "post /api/v1/visits/{code}/move");
        assertThat(description
                        .get("paths")
                        .get("/api/v1/bundle")
                        .at("/post/parameters/0/name")
                        .asString())
                .isEqualTo("dryRun");
        assertThat(description.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(description.at("/components/schemas/Move/properties").propertyNames())
                .contains("version", "route", "date", "start", "technician", "unassign", "consents", "reasons");
    }

    @Test
    void aTokenMakesNoOther() {
        assertThatThrownBy(() -> UserFixture.throughToken("dana", "Night run", () -> tokens.make("Another")))
                .isInstanceOf(NotAllowed.class);
    }

    // --- helpers ---

    private String token(String username) {
        return make(username, "Night run");
    }

    private String make(String username, String name) {
        return as(username, () -> tokens.make(name));
    }

    private void stop(String username) {
        as(username, () -> {
            tokens.list().forEach(token -> tokens.stop(token.id()));
            return null;
        });
    }

    private static <T> T as(String username, java.util.concurrent.Callable<T> work) {
        return SignedIn.as(username, work);
    }

    @Autowired
    private org.springframework.context.ApplicationContext application;

    /** Who somebody is may be remembered for a second, which no test waits for. */
    private void forgetWhoPeopleAre() {
        UserFixture.forget(application, "dana");
    }

    private static MockHttpServletRequestBuilder request(String method, String path) {
        return method.equals("GET") ? get(path) : post(path);
    }

    private static MockHttpServletRequestBuilder with(String token, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer " + token);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(raw -> {
                    raw.setRemoteAddr(network);
                    return raw;
                }))
                .andReturn()
                .getResponse();
    }

    private int status(String token, String path) throws Exception {
        return ask(with(token, get(path))).getStatus();
    }

    private JsonNode ok(String token, String path) throws Exception {
        return ok(ask(with(token, get(path))));
    }

    private JsonNode ok(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return json.readTree(answer.getContentAsByteArray());
    }

    private String sentence(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        var problem = json.readTree(answer.getContentAsByteArray());
        assertThat(problem.get("status").asInt()).isEqualTo(answer.getStatus());
        return problem.get("detail").asString();
    }

    private MockHttpServletResponse move(String token, String visit, String body) throws Exception {
        return ask(with(token, post("/api/v1/visits/{code}/move", visit))
                .contentType("application/json")
                .content(body));
    }

    private static JsonNode visit(JsonNode answer, String code) {
        for (var visit : answer.get("visits")) {
            if (visit.get("code").asString().equals(code)) {
                return visit;
            }
        }
        throw new AssertionError("There is no visit " + code);
    }

    private byte[] export(String token) throws Exception {
        var answer = ask(with(token, get("/api/v1/bundle?office=RIVER")));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/zip");
        return answer.getContentAsByteArray();
    }

    private MockHttpServletResponse send(String token, String query, byte[] zip) throws Exception {
        return ask(with(token, post("/api/v1/bundle" + query))
                .contentType("application/zip")
                .content(zip));
    }

    private String nameOfRosa() {
        return database.sql("select name from customer where code = 'LOPEZ'")
                .query(String.class)
                .single();
    }

    /** A bundle by the same token, whose body is not the usual one. */
    private abstract static class AskedAnew extends MockHttpServletRequest {

        private AskedAnew(MockHttpServletRequest asked, String type) {
            super("POST", "/api/v1/bundle");
            setContentType(type);
            addHeader("Authorization", String.valueOf(asked.getHeader("Authorization")));
        }
    }

    /** A body in pieces, without a length before it; the first piece counts as more than is taken. */
    private static final class Endless extends AskedAnew {

        private Endless(MockHttpServletRequest asked) {
            super(asked, "application/zip");
        }

        @Override
        public ServletInputStream getInputStream() {
            return new DelegatingServletInputStream(InputStream.nullInputStream()) {
                @Override
                public int read(byte[] buffer) {
                    return (int) UploadedBundle.MOST_BYTES + 1;
                }
            };
        }
    }

    /** As Tomcat takes a big body that says it is a form: whoever asks for a parameter gets an exception. */
    private static final class FormReadByNobody extends AskedAnew {

        private FormReadByNobody(MockHttpServletRequest asked) {
            super(asked, "application/x-www-form-urlencoded");
        }

        @Override
        public String[] getParameterValues(String name) {
            throw new IllegalStateException("The form is too big.");
        }
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
