package org.dorothydispatch.technicianday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.technicianday.DayFixture.EIGHT;
import static org.dorothydispatch.technicianday.DayFixture.TUESDAY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Summary;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.CalendarAddresses;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.UserRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Ana's calendar reads her visits: Dorothy at nine, the bakery at eleven. */
@DatabaseTest(now = ListeningFixture.NOON_UTC)
class OwnCalendarTest {

    private static int networks;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CalendarAddresses addresses;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    /** The counters of wrong guesses live as long as the application: each test asks from elsewhere. */
    private final String network = "203.0.113." + ++networks;

    @BeforeEach
    void anasTuesday() {
        clock.set(EIGHT);
        fixture = DayFixture.store(database);
    }

    // --- what it says ---

    @Test
    void thePersonComesFirstWithAddressAndWordsAndTheTimesOfTheOffice() throws Exception {
        var calendar = calendar(own());

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(1);
        var dorothy = event(calendar, "Dorothy");
        assertThat(start(dorothy)).isEqualTo(TUESDAY.atTime(9, 0).atZone(DayFixture.ALBANY));
        assertThat(text(dorothy, Description.class))
                .contains("Please remember: The dog is called Bruno.")
                .contains("Please remember: Shoes off, please.")
                .contains("“Will you be the one doing the service?”")
                .as("what was declined is no promise")
                .doesNotContain("Call me a week before.");
        assertThat(text(event(calendar, "Baker"), Summary.class)).startsWith("Baker");
    }

    @Test
    void theWayIntoAHouseIsNotGivenToMachinesOfOthers() throws Exception {
        database.sql("update customer set phone = '555-0142' where code = 'DOROTHY'")
                .update();
        assertThat(read(own())).doesNotContain("ring twice").doesNotContain("555-0142");
    }

    @Test
    void namesInAnyScriptAndWithMarkupAndLineBreaksComeThroughAsTheyAre() throws Exception {
        var name = "محمد عبد الرحمن <b>; BEGIN:VEVENT, \\n " + "x".repeat(300);
        database.sql("update customer set goes_by = ?, remember = ? where code = 'DOROTHY'")
                .params(name, "First line\r\nEND:VCALENDAR\u0007")
                .update();

        var calendar = calendar(own());

        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(2);
        var dorothy = event(calendar, "محمد");
        assertThat(text(dorothy, Summary.class)).startsWith(name);
        assertThat(text(dorothy, Description.class)).contains("First line\nEND:VCALENDAR");
    }

    @Test
    void whatWasDoneInTwoWeeksAndIsPlannedForSixtyDaysIsThereAndNothingElse() throws Exception {
        visit("OLD", TUESDAY.minusDays(15), "done");
        visit("DONE", TUESDAY.minusDays(14), "done");
        visit("FAR", TUESDAY.plusDays(60), "confirmed");
        visit("FARTHER", TUESDAY.plusDays(61), "planned");
        visit("OFF", TUESDAY.plusDays(2), "cancelled");
        visit("MISSED", TUESDAY.minusDays(2), "missed");

        var codes = read(own());

        assertThat(codes)
                .contains("visit-DONE@dorothy", "visit-FAR@dorothy", "(done)")
                .doesNotContain("visit-OLD@", "visit-FARTHER@", "visit-OFF@", "visit-MISSED@");
    }

    @Test
    void aVisitWithoutAnHourTakesItsDay() throws Exception {
        database.sql("update visit set start_time = null where code = 'B1'").update();
        var bakery = event(calendar(own()), "Baker");
        assertThat(bakery.<DtStart<LocalDate>>getRequiredProperty("DTSTART").getDate())
                .isEqualTo(TUESDAY);
    }

    // --- who may read ---

    @Test
    void anUnknownARenewedAndAStoppedAddressAreNotThere() throws Exception {
        var first = own();
        var second = own();
        assertThat(ask(get(path("nothing"))).getStatus()).isEqualTo(404);
        assertThat(ask(get(path(first))).getStatus()).as("renewed").isEqualTo(404);
        assertThat(ask(get(path(second))).getStatus()).isEqualTo(200);

        SignedIn.as("tess", () -> {
            addresses.stop("tess");
            return null;
        });
        assertThat(ask(get(path(second))).getStatus()).as("stopped").isEqualTo(404);
        assertThat(database.sql("select count(*) from audit_entry where action = 'user-calendar' and subject = 'tess'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whoeverIsSwitchedOffOrNoTechnicianAnyMoreShowsNothing() throws Exception {
        var token = SignedIn.as("ben", () -> addresses.renew("ben"));
        database.sql("update app_user set technician = null where username = 'ben'")
                .update();
        assertThat(database.sql("select count(*) from calendar_address where username = 'ben'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(askLater(token)).isEqualTo(404);
    }

    @Test
    void onlyTheHashIsKept() throws Exception {
        var token = own();
        assertThat(token).hasSizeGreaterThan(40);
        assertThat(database.sql("select token_hash from calendar_address")
                        .query(String.class)
                        .single())
                .isNotEqualTo(token)
                .hasSize(64);
    }

    @Test
    void thePersonAndAnAdministratorMakeAndStopItAndNobodyElse() throws Exception {
        var token = SignedIn.as("adele", () -> addresses.renew("tess"));
        assertThat(ask(get(path(token))).getStatus()).isEqualTo(200);
        assertThatThrownBy(() -> SignedIn.as("dan", () -> addresses.renew("tess")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> SignedIn.as("ben", () -> addresses.madeAt("tess")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> SignedIn.as("loose", () -> addresses.renew("loose")))
                .isInstanceOf(UserRefused.class);
        assertThat(SignedIn.as("tess", () -> addresses.madeAt("tess"))).contains(EIGHT);
    }

    // --- how it is read ---

    @Test
    void whatHasNotChangedIsNotSentAgainAndNoSessionIsMade() throws Exception {
        var token = own();
        var first = ask(get(path(token)));
        assertThat(first.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(first.getHeader("Set-Cookie")).isNull();
        var tag = first.getHeader("ETag");
        assertThat(tag).isNotBlank();

        var again = ask(get(path(token)).header("If-None-Match", tag));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsString()).isEmpty();
        var only = ask(head(path(token)));
        assertThat(only.getStatus()).isEqualTo(200);
        assertThat(only.getHeader("ETag")).isEqualTo(tag);

        database.sql("update visit set start_time = '12:00' where code = 'B1'").update();
        assertThat(ask(get(path(token)).header("If-None-Match", tag)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void guessingIsSlowedDownAndAGoodAddressIsNeverCounted() throws Exception {
        var token = own();
        for (int i = 0; i < 10; i++) {
            assertThat(ask(get(path(token))).getStatus()).isEqualTo(200);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(ask(get(path("guess" + i))).getStatus()).isEqualTo(404);
        }
        var slowed = ask(get(path("guess3")));
        assertThat(slowed.getStatus()).isEqualTo(429);
        assertThat(slowed.getHeader("Retry-After")).isEqualTo("1");
        clock.set(EIGHT.plusSeconds(2));
        assertThat(ask(get(path(token))).getStatus()).isEqualTo(200);
    }

    private void visit(String code, LocalDate date, String status) {
        fixture.visit(
                code, "BAKER", date, status, "planned_on", date, "start_time", LocalTime.NOON, "technician", "ANA");
    }

    private String own() {
        return SignedIn.as("tess", () -> addresses.renew("tess"));
    }

    private static String path(String token) {
        return "/calendar/" + token + ".ics";
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder asked) throws Exception {
        return mvc.perform(asked.with(request -> {
                    request.setRemoteAddr(network);
                    return request;
                }))
                .andReturn()
                .getResponse();
    }

    private int askLater(String token) throws Exception {
        return ask(get(path(token))).getStatus();
    }

    private String read(String token) throws Exception {
        return ask(get(path(token))).getContentAsString().replace("\r\n ", "");
    }

    private Calendar calendar(String token) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(ask(get(path(token))).getContentAsString()));
    }

    private static VEvent event(Calendar calendar, String name) {
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        return events.stream()
                .filter(one -> text(one, Summary.class).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static ZonedDateTime start(VEvent event) {
        return event.<DtStart<ZonedDateTime>>getRequiredProperty("DTSTART").getDate();
    }

    private static String text(VEvent event, Class<?> property) {
        return event.getProperty(property.getSimpleName().toUpperCase(Locale.ROOT))
                .map(one -> one.getValue())
                .orElse("");
    }
}
