package org.dorothydispatch.technicianday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;
import static org.dorothydispatch.technicianday.DayFixture.EIGHT;
import static org.dorothydispatch.technicianday.DayFixture.TUESDAY;
import static org.dorothydispatch.technicianday.DayFixture.after;
import static org.dorothydispatch.technicianday.DayFixture.checkIn;
import static org.dorothydispatch.technicianday.DayFixture.done;
import static org.dorothydispatch.technicianday.DayFixture.missed;
import static org.dorothydispatch.technicianday.DayFixture.read;
import static org.dorothydispatch.technicianday.DayFixture.said;
import static org.dorothydispatch.technicianday.EntryAnswer.Status.CONFLICT;
import static org.dorothydispatch.technicianday.EntryAnswer.Status.REFUSED;
import static org.dorothydispatch.technicianday.EntryAnswer.Status.STORED;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.listening.HeardRow.State;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.listening.ListeningService;
import org.dorothydispatch.schedule.VisitProgress;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class DayEntriesTest {

    @Autowired
    DayEntries entries;

    @Autowired
    TechnicianDays days;

    @Autowired
    VisitProgress progress;

    @Autowired
    ListeningService listening;

    @Autowired
    FlagService flags;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void anasTuesday() {
        clock.set(EIGHT);
        fixture = DayFixture.store(database);
        flags.recheckAll(Set.of("ALB"));
    }

    @Test
    void aVisitIsReadBegunAndDoneAndTheOfficeSeesAllOfIt() {
        clock.set(EIGHT.plus(Duration.ofMinutes(70)));
        assertThat(enter(read("D10", mark())).status()).isEqualTo(STORED);
        assertThat(enter(checkIn("D10", mark())).sentence()).isNull();
        clock.pass(Duration.ofMinutes(35));
        assertThat(enter(done("D10", "Thank you. Please not before ten.")).status())
                .isEqualTo(STORED);

        assertThat(status("D10")).isEqualTo("done");
        var row = progress.of("D10", "ANA");
        assertThat(row.rememberReadAt()).isEqualTo(EIGHT.plus(Duration.ofMinutes(70)));
        assertThat(row.checkedInAt()).isEqualTo(EIGHT.plus(Duration.ofMinutes(70)));
        assertThat(row.checkedOutAt()).isEqualTo(EIGHT.plus(Duration.ofMinutes(105)));
        assertThat(audit("D10")).containsExactly("read", "check in", "done");
        assertThat(database.sql("select after_text from audit_entry where action = 'done'")
                        .query(String.class)
                        .single())
                .isEqualTo("done, 9:10 to 9:45");
        assertThat(database.sql(
                                "select distinct kind from board_event where visit = 'D10' and office = 'ALB' order by kind")
                        .query(String.class)
                        .list())
                .contains("read", "check in", "done");
        assertThat(heard()).containsExactly("Thank you. Please not before ten.");
        assertThat(database.sql("select count(*) from verdict where visit = 'D10'")
                        .query(Integer.class)
                        .single())
                .as("a visit that is over is judged no longer")
                .isZero();
    }

    @Test
    void whatIsSentTwiceIsStoredOnceAndAnsweredTheSame() {
        var read = read("D10", mark());
        var in = checkIn("D10", mark());
        var out = done("D10", "The gate is stuck.");
        var first = List.of(enter(read), enter(in), enter(out));
        clock.pass(Duration.ofHours(1));
        var again = List.of(
                enter(after(read, Duration.ofHours(1))),
                enter(after(in, Duration.ofHours(1))),
                enter(after(out, Duration.ofHours(1))));

        assertThat(again).isEqualTo(first);
        assertThat(heard()).containsExactly("The gate is stuck.");
        assertThat(audit("D10")).containsExactly("read", "check in", "done");
    }

    @Test
    void theSameEntryAtTheSameTimeIsStoredOnce() throws Exception {
        enter(read("D10", mark()));
        enter(checkIn("D10", mark()));
        var out = done("D10", "Both at once.");
        var together = new CyclicBarrier(2);
        Callable<EntryAnswer> send = () -> {
            together.await();
            return enter(out);
        };
        try (var phones = Executors.newFixedThreadPool(2)) {
            var answers = phones.invokeAll(List.of(send, send));
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
        }
        assertThat(heard()).containsExactly("Both at once.");
        assertThat(audit("D10")).containsExactly("read", "check in", "done");
    }

    @Test
    void anIdOfSomebodyElsesEntryIsRefused() {
        var read = read("D10", mark());
        enter(read);
        assertThat(as("ben", () -> entries.enter(read)).status()).isEqualTo(REFUSED);
        var other = new DayEntry(read.id(), "B1", DayEntry.Kind.CHECK_IN, 0, "", null, null, null, false, false);
        assertThat(enter(other).sentence()).contains("sent before as something else");
        assertThat(progress.of("B1", "ANA").checkedInAt()).isNull();
    }

    @Test
    void whatWasEnteredWithoutNetworkHappenedThen() {
        enter(after(read("D10", mark()), Duration.ofMinutes(80)));
        clock.set(EIGHT.plus(Duration.ofHours(3)));
        enter(after(checkIn("D10", mark()), Duration.ofMinutes(110)));
        enter(after(done("D10", ""), Duration.ofMinutes(65)));
        var row = progress.of("D10", "ANA");
        assertThat(row.checkedInAt()).isEqualTo(EIGHT.plus(Duration.ofMinutes(70)));
        assertThat(row.checkedOutAt()).isEqualTo(EIGHT.plus(Duration.ofMinutes(115)));
        assertThat(heard()).isEmpty();
    }

    @Test
    void nobodyChecksInBeforeReadingWhatToRemember() {
        var refused = enter(checkIn("D10", mark()));
        assertThat(refused.status()).isEqualTo(REFUSED);
        assertThat(refused.sentence()).isEqualTo("Read what to remember about Dorothy first, then check in.");
        assertThat(progress.of("D10", "ANA").checkedInAt()).isNull();
        assertThat(enter(checkIn("B1", "")).status())
                .as("nothing to remember at the bakery")
                .isEqualTo(STORED);
    }

    @Test
    void wordsThatThePhoneDidNotHaveAreToldAndTheVisitGoesOn() {
        var old = mark();
        database.sql("update customer set remember = 'The dog bites now.' where code = 'DOROTHY'")
                .update();
        assertThat(enter(read("D10", old)).sentence())
                .isEqualTo("What to remember about Dorothy has changed since your phone had it. Read it again.");
        assertThat(enter(checkIn("D10", old)).status()).isEqualTo(STORED);
        assertThat(as("tess", days::own)
                        .days()
                        .getFirst()
                        .stops()
                        .getFirst()
                        .remember()
                        .readAt())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aMissedVisitNeedsAReason(String why) {
        assertThat(enter(missed("D10", why)).sentence()).isEqualTo("Say why it was missed.");
        assertThat(status("D10")).isEqualTo("planned");
    }

    @Test
    void aVisitDoesNotCloseWithoutAskingWhatTheySaid() {
        enter(read("D10", mark()));
        enter(checkIn("D10", mark()));
        var silent = new DayEntry(
                DayFixture.id(),
                "D10",
                DayEntry.Kind.CHECK_OUT,
                0,
                null,
                DayEntry.Outcome.DONE,
                null,
                " ",
                false,
                false);
        assertThat(enter(silent).sentence()).isEqualTo("Write down what they said, or say that they said nothing.");
        assertThat(enter(done("B1", "")).sentence())
                .isEqualTo("Check in at Baker Street Bakery first, then check out.");
        assertThat(status("D10")).isEqualTo("planned");
        assertThat(status("B1")).isEqualTo("planned");
    }

    @Test
    void aMissedVisitCountsNoLongerForItsNeighbours() {
        fixture.visit(
                "B2",
                "BAKER",
                TUESDAY,
                "planned",
                "planned_on",
                TUESDAY,
                "start_time",
                LocalTime.of(9, 10),
                "technician",
                "ANA");
        flags.recheckAll(Set.of("ALB"));
        assertThat(blocks("B2")).contains("DOUBLE_BOOKED");
        assertThat(enter(missed("D10", "Nobody opened.")).status()).isEqualTo(STORED);
        assertThat(blocks("B2")).doesNotContain("DOUBLE_BOOKED");
        assertThat(status("D10")).isEqualTo("missed");
        assertThat(progress.of("D10", "ANA").why()).isEqualTo("Nobody opened.");
    }

    @Test
    void twoPhonesOfOnePersonKeepTheFirstTimeAndLoseNoWords() {
        enter(read("D10", mark()));
        enter(checkIn("D10", mark()));
        clock.pass(Duration.ofMinutes(5));
        assertThat(enter(checkIn("D10", mark())).sentence())
                .isEqualTo("You had checked in at Dorothy already at 8:00. That time stays.");
        enter(done("D10", "See you in November."));
        var second = enter(done("D10", "And bring the small ladder."));
        assertThat(second.status()).isEqualTo(CONFLICT);
        assertThat(second.sentence())
                .isEqualTo("The visit of Dorothy was closed already, as done."
                        + " What you entered is kept, and the office sees it.");
        assertThat(heard()).containsExactlyInAnyOrder("See you in November.", "And bring the small ladder.");
    }

    @Test
    void aVisitThatWasGivenToSomebodyElseIsToldAndWhatWasEnteredIsKept() {
        database.sql("update visit set technician = 'BEN', version = version + 1 where code = 'D10'")
                .update();
        var answer = enter(done("D10", "Only Ana from now on."));
        assertThat(answer.status()).isEqualTo(CONFLICT);
        assertThat(answer.sentence()).startsWith("The visit of Dorothy was given to Ben Okafor meanwhile.");
        assertThat(status("D10")).isEqualTo("planned");
        assertThat(heard()).containsExactly("Only Ana from now on.");
        assertThat(database.sql(
                                "select after_text from audit_entry where subject = 'D10' and action = 'entered too late'")
                        .query(String.class)
                        .single())
                .contains("checked out, done, at 8:00");
    }

    @Test
    void wordsForTheInboxThatMayNotGoThereStandOnTheRecord() {
        database.sql("update visit set technician = 'BEN', version = version + 1 where code = 'B1'")
                .update();
        enter(done("B1", "Come after the lunch rush."));
        assertThat(heard()).isEmpty();
        assertThat(database.sql(
                                "select after_text from audit_entry where subject = 'B1' and action = 'entered too late'")
                        .query(String.class)
                        .single())
                .contains("they said: “Come after the lunch rush.”");
    }

    @Test
    void aVisitMovedToAnotherDayCancelledOrTakenOffIsTold() {
        database.sql("update visit set planned_on = '2026-10-08' where code = 'D10'")
                .update();
        assertThat(enter(checkIn("D10", mark())).sentence()).startsWith("The visit of Dorothy was moved to Thu 8 Oct");
        assertThat(enter(read("D10", mark())).status())
                .as("reading ahead is no conflict")
                .isEqualTo(STORED);
        database.sql("update visit set status = 'cancelled' where code = 'D10'").update();
        assertThat(enter(checkIn("D10", mark())).sentence()).startsWith("The visit of Dorothy was called off");
        database.sql("update visit set status = 'unassigned', planned_on = null, technician = null where code = 'D10'")
                .update();
        assertThat(enter(checkIn("D10", mark())).sentence()).startsWith("The visit of Dorothy was taken off your run");
        assertThat(progress.of("D10", "ANA").checkedInAt()).isNull();
    }

    @Test
    void aWishAboutWhoSomebodyIsIsAskedAboutAndTheVisitClosesAllTheSame() {
        enter(read("D10", mark()));
        enter(checkIn("D10", mark()));
        var answer = enter(done("D10", "Please don't send a woman."));
        assertThat(answer.status()).isEqualTo(STORED);
        assertThat(answer.caught()).isNotNull();
        assertThat(status("D10")).isEqualTo("done");
        assertThat(heard()).isEmpty();
        assertThat(database.sql("select count(*) from audit_entry where after_text like '%woman%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(enter(said("D10", "Please don't send a woman.", true)).caught())
                .isNull();
        assertThat(as("mia", () -> listening.restricted(Set.of("ALB"), 0, 10))).hasSize(1);
        assertThat(enter(said("D10", "Somebody I know.", false)).status()).isEqualTo(STORED);
        assertThat(heard()).containsExactly("Somebody I know.");
    }

    @Test
    void tooManyLettersAreRefusedInASentenceAndMarkupIsKeptAsItIs() {
        enter(checkIn("B1", ""));
        var long10k = "x".repeat(10_000);
        assertThat(enter(done("B1", long10k)).sentence()).contains("may have 2000 letters; this has 10000");
        assertThat(enter(missed("B1", long10k)).sentence()).contains("A reason may have 2000 letters");
        assertThat(enter(done("B1", "<b>Not</b> before ten & never on \"Mondays\""))
                        .status())
                .isEqualTo(STORED);
        assertThat(heard()).containsExactly("<b>Not</b> before ten & never on \"Mondays\"");
    }

    @Test
    void anEntryOfLastWeekIsForTheDesk() {
        assertThat(enter(after(read("D10", mark()), Duration.ofDays(8))).sentence())
                .contains("more than a week old");
    }

    @Test
    void onlyTechniciansEnterAndOnlyForTheirOwnVisitsOfTheirOffices() {
        assertThatThrownBy(() -> as("dan", () -> entries.enter(read("D10", ""))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as("loose", () -> entries.enter(read("D10", ""))))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("not tied to a technician");
        assertThatThrownBy(() -> as("adele", () -> entries.enter(read("D10", ""))))
                .isInstanceOf(NotAllowed.class);
        assertThat(as("ben", () -> entries.enter(read("D10", mark()))).status()).isEqualTo(CONFLICT);
        assertThat(progress.read(List.of("D10"))).isEmpty();

        fixture.customer("FAR", "Far Away", "BUF");
        fixture.visit(
                "F1", "FAR", TUESDAY, "planned", "planned_on", TUESDAY, "technician", "ANA", "board_office", "BUF");
        var stranger = enter(checkIn("F1", ""));
        assertThat(stranger.status()).isEqualTo(CONFLICT);
        assertThat(stranger.sentence()).doesNotContain("Far Away");
        assertThat(enter(checkIn("NOBODY", "")).sentence()).isEqualTo(stranger.sentence());
    }

    private EntryAnswer enter(DayEntry entry) {
        return as("tess", () -> entries.enter(entry));
    }

    private String mark() {
        return as("tess", days::own).days().stream()
                .flatMap(day -> day.stops().stream())
                .filter(stop -> stop.visit().equals("D10"))
                .findFirst()
                .map(stop -> stop.remember().mark())
                .orElse("");
    }

    private String status(String visit) {
        return database.sql("select status from visit where code = ?")
                .param(visit)
                .query(String.class)
                .single();
    }

    private List<String> audit(String visit) {
        return database.sql("select action from audit_entry where subject_kind = 'visit' and subject = ? order by id")
                .param(visit)
                .query(String.class)
                .list();
    }

    private List<String> blocks(String visit) {
        return database.sql("select kind from flag where visit = ? and side = 'feasibility'")
                .param(visit)
                .query(String.class)
                .list();
    }

    private List<String> heard() {
        return as("dan", () -> listening.inbox(Set.of("ALB"), State.OPEN, 0, 20)).stream()
                .map(row -> row.words())
                .toList();
    }
}
