package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.SignedIn.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.technicianday.DayEntries;
import org.dorothydispatch.technicianday.DayEntry;
import org.dorothydispatch.technicianday.EntryAnswer;
import org.dorothydispatch.technicianday.TechnicianDay;
import org.dorothydispatch.technicianday.TechnicianDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Albany on Tuesday 6 October 2026: who drives to somebody today without having read what to remember about them. */
@DatabaseTest(now = ListeningFixture.NOON_UTC)
class RememberUnreadTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 10, 6);
    private static final ZoneId ALBANY = ZoneId.of("America/New_York");
    private static final Instant EIGHT = TUESDAY.atTime(8, 0).atZone(ALBANY).toInstant();

    @Autowired
    BoardSnapshots snapshots;

    @Autowired
    BoardDeltas deltas;

    @Autowired
    TechnicianDays days;

    @Autowired
    DayEntries entries;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void anasTuesday() {
        clock.set(EIGHT);
        fixture = ListeningFixture.store(database);
        database.sql("update customer set remember = 'The dog is called Bruno.' where code = 'DOROTHY'")
                .update();
        fixture.customer("PLAIN", "Nothing To Remember", "ALB");
        fixture.preference("R1", "BAKER", "REMEMBER", "promised", "words", "Mind the oven.");
        visit("B1", "BAKER", TUESDAY, "confirmed", "ANA");
        visit("P1", "PLAIN", TUESDAY, "planned", "ANA");
        visit("B2", "BAKER", TUESDAY.plusDays(1), "planned", "ANA");
        visit("B3", "BAKER", TUESDAY, "done", "ANA");
        visit("B4", "BAKER", TUESDAY, "missed", "ANA");
        visit("B5", "BAKER", TUESDAY.minusDays(1), "planned", "ANA");
        visit("B6", "BAKER", TUESDAY, "planned", null);
    }

    @Test
    void theBoardMarksWhatTheDatabaseSays() {
        assertThat(unread()).containsExactly("B1", "D10").isEqualTo(byHand());
        read("D10");
        assertThat(unread()).containsExactly("B1").isEqualTo(byHand());
        read("B1");
        assertThat(unread()).isEmpty();
        assertThat(byHand()).isEmpty();
    }

    @Test
    void somebodyElseOnTheVisitHasReadNothing() {
        read("D10");
        database.sql("update visit set technician = 'BEN' where code = 'D10'").update();
        assertThat(unread()).contains("D10").isEqualTo(byHand());
    }

    @Test
    void otherWordsHaveToBeReadAgain() {
        read("D10");
        database.sql("update customer set remember = 'The dog bites now.' where code = 'DOROTHY'")
                .update();
        assertThat(unread()).contains("D10");
        read("D10");
        assertThat(unread()).doesNotContain("D10");
        fixture.preference("R2", "DOROTHY", "REMEMBER", "unanswered", "words", "Shoes off.");
        assertThat(unread()).contains("D10");
        database.sql("update preference set answer = 'declined' where code = 'R2'")
                .update();
        assertThat(unread()).as("what was declined is not remembered").doesNotContain("D10");
    }

    @Test
    void blankWordsAndWordsOfAnotherTimeAreNothingToRemember() {
        database.sql("update customer set remember = ' \n' where code = 'DOROTHY'")
                .update();
        database.sql("update preference set valid_to = '2026-10-05' where code = 'R1'")
                .update();
        assertThat(unread()).isEmpty();
        assertThat(byHand()).isEmpty();
    }

    @Test
    void todayIsTheDayOfTheOffice() {
        clock.set(TUESDAY.atTime(23, 30).atZone(ALBANY).toInstant());
        assertThat(unread()).containsExactly("B1", "D10");
        clock.pass(Duration.ofHours(1));
        assertThat(unread()).containsExactly("B2").isEqualTo(byHand());
    }

    @Test
    void aVisitBegunOnAnEarlierDayCountsUntilItIsClosed() {
        as("tess", () -> entries.enter(entry("B1", DayEntry.Kind.CHECK_IN, "none of these words")));
        clock.pass(Duration.ofDays(1));
        assertThat(unread()).containsExactly("B1", "B2").isEqualTo(byHand());
    }

    @Test
    void anOpenBoardIsToldAtOnce() {
        var period = as("dan", () -> snapshots.period(List.of("ALB"), TUESDAY, 5));
        read("D10");
        var seq = database.sql("select last_event_id from office_sequence where office = 'ALB'")
                .query(Long.class)
                .single();
        var delta = as("dan", () -> deltas.of(new OfficeChanged("ALB", seq - 1, seq, List.of("D10"), "tess"), period));
        assertThat(delta.orElseThrow().cards())
                .singleElement()
                .satisfies(card -> assertThat(card.signs() & CardSigns.UNREAD).isZero());
    }

    private void visit(String code, String customer, LocalDate date, String status, String technician) {
        fixture.visit(
                code,
                customer,
                date,
                status,
                "planned_on",
                date,
                "start_time",
                LocalTime.of(11, 0),
                "route",
                "NORTH",
                "technician",
                technician);
    }

    private Set<String> unread() {
        var codes = new TreeSet<String>();
        as("dan", () -> snapshots.read(List.of("ALB"), TUESDAY.minusDays(3), 10)).visits().stream()
                .filter(card -> (card.signs() & CardSigns.UNREAD) != 0)
                .forEach(card -> codes.add(card.code()));
        return codes;
    }

    /** The definition, read one visit after the other. */
    private Set<String> byHand() {
        var codes = new TreeSet<String>();
        var today = clock.instant().atZone(ALBANY).toLocalDate();
        for (var visit : database.sql("select * from visit").query().listOfRows()) {
            var open = Set.of("planned", "confirmed").contains(visit.get("status"));
            if (!open || visit.get("technician") == null || visit.get("planned_on") == null) {
                continue;
            }
            var date = LocalDate.parse(visit.get("planned_on").toString());
            var code = visit.get("code").toString();
            var said = database
                            .sql("select remember from customer where code = ?")
                            .param(visit.get("customer"))
                            .query(String.class)
                            .list()
                            .stream()
                            .anyMatch(words -> words != null && !words.isBlank())
                    || database.sql("select count(*) from preference where customer = ? and kind = 'REMEMBER'"
                                            + " and answer <> 'declined' and (valid_to is null or valid_to >= ?)")
                                    .params(visit.get("customer"), date)
                                    .query(Integer.class)
                                    .single()
                            > 0;
            var begun = count(visit, "checked_in_at is not null") > 0;
            var read = count(visit, "remember_read_at is not null") > 0;
            if (said && !read && (date.equals(today) || date.isBefore(today) && begun)) {
                codes.add(code);
            }
        }
        return codes;
    }

    private int count(java.util.Map<String, Object> visit, String condition) {
        return database.sql("select count(*) from visit_progress where visit = ? and technician = ? and " + condition)
                .params(visit.get("code"), visit.get("technician"))
                .query(Integer.class)
                .single();
    }

    private void read(String visit) {
        var mark = as("tess", days::own).days().stream()
                .flatMap(day -> day.stops().stream())
                .filter(stop -> stop.visit().equals(visit))
                .map(TechnicianDay.Stop::remember)
                .findFirst()
                .orElseThrow()
                .mark();
        assertThat(as("tess", () -> entries.enter(entry(visit, DayEntry.Kind.READ, mark)))
                        .status())
                .isEqualTo(EntryAnswer.Status.STORED);
    }

    private static DayEntry entry(String visit, DayEntry.Kind kind, String mark) {
        return new DayEntry(
                java.util.UUID.randomUUID().toString(), visit, kind, 0, mark, null, null, null, false, false);
    }
}
