package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.audit.AuditRow;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.customer.CustomerChanged;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.listening.TimelineEntry.Kind;
import org.dorothydispatch.listening.TurnCommand.Wish;
import org.dorothydispatch.preference.AnswerGiven;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class CancellationsTest {

    private static final LocalDate TODAY = ListeningFixture.MONDAY;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private Reopenings reopenings;

    @Autowired
    private Coverages coverages;

    @Autowired
    private Inbox inbox;

    @Autowired
    private ListeningService listening;

    @Autowired
    private AnswerService answers;

    @Autowired
    private FlagService flags;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database)
                .preference(
                        "P1",
                        "DOROTHY",
                        "PERSON",
                        "promised",
                        "words",
                        "Will it be you?",
                        "heard_by",
                        "Sol",
                        "heard_on",
                        LocalDate.of(2025, 12, 20))
                .preferred("P1", "ANA")
                .visit("D11", "DOROTHY", LocalDate.of(2026, 11, 6), "unassigned", "agreement", "A1");
    }

    @Test
    void beforeItIsStoredTheTimelineShowsWhatTheySaidBesideWhatWeDid() {
        var heard = as("rita", () -> listening.hear(HearCommand.of("op", "DOROTHY", "Not before ten.", Channel.PHONE)))
                .heard();
        as(
                "mia",
                () -> answers.turn(new TurnCommand(
                        heard,
                        0,
                        List.of(new Wish(
                                Wishes.between(LocalTime.of(10, 0), null),
                                new AnswerGiven("will_try", null, TODAY, null),
                                null)))));

        var leaving = as("sol", () -> cancellations.look("DOROTHY"));

        assertThat(leaving.timeline())
                .extracting(entry -> entry.date() + " " + entry.kind() + " " + entry.words())
                .containsExactly(
                        "2025-12-20 SAID “Will it be you?”",
                        "2025-12-20 ANSWERED We promised: Ana Petrov",
                        "2026-01-06 VISIT Ana Petrov came",
                        "2026-02-06 VISIT Ana Petrov came",
                        "2026-03-06 VISIT Ben Okafor came",
                        "2026-04-06 VISIT Ana Petrov came",
                        "2026-05-06 VISIT Ana Petrov came",
                        "2026-06-06 VISIT Ben Okafor came",
                        "2026-07-06 VISIT Ana Petrov came",
                        "2026-08-06 VISIT Ana Petrov came",
                        "2026-09-06 VISIT Ben Okafor came",
                        "2026-10-05 SAID “Not before ten.”",
                        "2026-10-05 ANSWERED not before 10:00 (“Not before ten.”), will try");
        assertThat(leaving.breaks()).hasSize(3).allSatisfy(found -> {
            assertThat(found.technician()).isEqualTo("Ben Okafor");
            assertThat(found.avoidable()).isTrue();
        });
        assertThat(leaving.timeline().stream()
                        .filter(entry -> !entry.breaks().isEmpty())
                        .map(TimelineEntry::date))
                .containsExactly(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 6, 6), LocalDate.of(2026, 9, 6));
        assertThat(leaving.faces()).isEqualTo(2);
        assertThat(leaving.visitsToCome()).isEqualTo(2);
        assertThat(leaving.writesToSentence()).isEqualTo("Dorothy would write to Ana Petrov, their technician.");
    }

    @Test
    void cancellingEndsTheAgreementAndCallsOffWhatIsToComeInOneTransaction() {
        as("dan", () -> flags.recheckAll(List.of("ALB")));
        var before = outbox.sequences(List.of("ALB")).get("ALB");

        var done = as("sol", () -> cancellations.cancel(command("op", null, "I have met four people.")));

        assertThat(done.visits()).isEqualTo(2);
        assertThat(done.breaks()).isEqualTo(3);
        assertThat(done.avoidable()).isEqualTo(3);
        assertThat(done.writesTo()).isEqualTo("Ana Petrov");
        assertThat(done.lastDay()).isEqualTo(TODAY.minusDays(1));
        assertThat(statuses()).containsExactly("D10 cancelled", "D11 cancelled");
        assertThat(database.sql("select count(*) from verdict where visit = 'D10'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select ends_on from agreement")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.minusDays(1));
        assertThat(database.sql("select concat(cancelled_on, ' ', cancel_reason) from customer where code = 'DOROTHY'")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-10-05 I have met four people.");
        assertThat(outbox.sequences(List.of("ALB")).get("ALB")).isGreaterThan(before);
        assertThat(as("mia", () -> audit.of("visit", "D10", 1))).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("call off");
            assertThat(row.before()).isEqualTo("Tue 6 Oct, 9:00");
            assertThat(row.why()).isEqualTo("I have met four people.");
        });
        assertThat(as("mia", () -> audit.of("customer", "DOROTHY", 5)))
                .extracting(AuditRow::action)
                .contains("cancel");
    }

    @Test
    void theNeighboursOfACalledOffVisitAreJudgedAgain() {
        fixture.visit(
                "B1",
                "BAKER",
                ListeningFixture.NEXT_VISIT,
                "planned",
                "planned_on",
                ListeningFixture.NEXT_VISIT,
                "start_time",
                LocalTime.of(9, 15),
                "route",
                "NORTH",
                "technician",
                "ANA");
        as("dan", () -> flags.recheckAll(List.of("ALB")));
        assertThat(as("dan", () -> flags.flagsOf("B1")))
                .anyMatch(flag -> flag.flag().kind().equals("DOUBLE_BOOKED"));

        as("sol", () -> cancellations.cancel(command("op", null, "Enough.")));

        assertThat(as("dan", () -> flags.flagsOf("B1"))).isEmpty();
    }

    @Test
    void whatComesTwiceIsDoneOnceAndASecondPersonIsTold() {
        var first = as("sol", () -> cancellations.cancel(command("op", null, "Enough.")));
        var again = as("sol", () -> cancellations.cancel(command("op", null, "Enough.")));

        assertThat(again.code()).isEqualTo(first.code());
        assertThatThrownBy(() -> as("mia", () -> cancellations.cancel(command("other", null, "Enough."))))
                .hasMessage("Dorothy has cancelled already, on 2026-10-05.");
    }

    @Test
    void somebodyElsesChangeOfTheCustomerStopsItAndNothingIsStored() {
        database.sql("update customer set version = 3 where code = 'DOROTHY'").update();

        assertThatThrownBy(() -> as("sol", () -> cancellations.cancel(command("op", null, "Enough."))))
                .isInstanceOf(CustomerChanged.class);
        assertThat(statuses()).containsExactly("D10 planned", "D11 unassigned");
        assertThat(database.sql("select count(*) from cancellation")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from agreement where ends_on is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void oneOfTwoAgreementsEndsAndTheCustomerStays() {
        fixture.agreement("A2", "DOROTHY", "service", "Termite watch")
                .visit("T1", "DOROTHY", LocalDate.of(2026, 10, 20), "unassigned", "agreement", "A2");

        var done = as("sol", () -> cancellations.cancel(command("op", "A2", "No termites.")));

        assertThat(done.visits()).isEqualTo(1);
        assertThat(statuses()).containsExactly("D10 planned", "D11 unassigned", "T1 cancelled");
        assertThat(as("sol", () -> cancellations.look("DOROTHY")).customer().cancelledOn())
                .isNull();
        assertThatThrownBy(() -> as("sol", () -> cancellations.cancel(command("op2", "A2", "Again."))))
                .hasMessage("This agreement has ended already. Look again.");

        // The last one is everything.
        as("sol", () -> cancellations.cancel(command("op3", "A1", "And no pests.")));
        assertThat(as("sol", () -> cancellations.look("DOROTHY")).customer().cancelledOn())
                .isEqualTo(TODAY);
    }

    @Test
    void withoutWordsWithTooManyOrInThePastNothingIsStored() {
        assertThatThrownBy(() -> as("sol", () -> cancellations.cancel(command("op", null, "  "))))
                .hasMessage("Ask them why, and write it down in their words.");
        assertThatThrownBy(() -> as("sol", () -> cancellations.cancel(command("op", null, "x".repeat(10_000)))))
                .hasMessageContaining("these have 10000");
        assertThatThrownBy(() -> as(
                        "sol",
                        () -> cancellations.cancel(
                                new CancelCommand("op", "DOROTHY", 0, null, TODAY.minusDays(1), "Enough."))))
                .hasMessageContaining("What is past cannot be called off");
        assertThat(statuses()).containsExactly("D10 planned", "D11 unassigned");
    }

    @Test
    void theBranchManagerHasItInTheInboxUntilItIsRead() {
        var done = as("sol", () -> cancellations.cancel(command("op", null, "I have met <b>four</b> people.")));

        assertThat(as("sol", () -> inbox.waiting(List.of("ALB"), 0, 10))).isEmpty();
        assertThat(as("mia", () -> inbox.counts(List.of("ALB")))).containsEntry(Waiting.Kind.CANCELLED, 1);
        assertThat(as("mia", () -> inbox.waiting(List.of("ALB"), 0, 10)))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.words()).isEqualTo("“I have met <b>four</b> people.”");
                    assertThat(waiting.small()).isEqualTo("cancelled, told to sol by name");
                });
        assertThatThrownBy(() -> read("sol", done.code())).isInstanceOf(NotAllowed.class);
        read("mia", done.code());

        assertThat(as("mia", () -> inbox.waiting(List.of("ALB"), 0, 10))).isEmpty();
        assertThat(as("mia", () -> cancellations.read(done.code()))
                        .cancellation()
                        .readBy())
                .isEqualTo("mia by name");
    }

    @Test
    void theDeskTakesTheCallAndNobodyComesAnyMore() {
        var seen = as("rita", () -> cancellations.look("DOROTHY"));
        assertThat(seen.timeline())
                .isEqualTo(as("sol", () -> cancellations.look("DOROTHY")).timeline())
                .isNotEmpty();

        var done = as("rita", () -> cancellations.cancel(command("op", null, "I have met four people.")));

        assertThat(statuses()).containsExactly("D10 cancelled", "D11 cancelled");
        assertThat(done.cancelledBy()).isEqualTo("rita by name");
        assertThat(as("mia", () -> inbox.waiting(List.of("ALB"), 0, 10)))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.small()).isEqualTo("cancelled, told to rita by name"));
        assertThatThrownBy(() -> read("rita", done.code())).isInstanceOf(NotAllowed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RECEPTIONIST, true, false",
        "SALESPERSON, true, true",
        "DISPATCHER, true, true",
        "BRANCH_MANAGER, true, true",
        "TECHNICIAN, false, false"
    })
    void whoCancelsAndWhoTakesBackInTheirOwnOfficeAlone(Role role, boolean cancels, boolean takesBack) {
        fixture.user("here", role, "ALB").user("there", role, "BUF");
        for (var user : List.of("here", "there")) {
            var allowed = cancels && user.equals("here");
            if (allowed) {
                assertThat(as(user, () -> cancellations.cancel(command("op", null, "Enough.")))
                                .visits())
                        .isEqualTo(2);
            } else {
                assertThatThrownBy(() -> as(user, () -> cancellations.cancel(command("op " + user, null, "Enough."))))
                        .isInstanceOf(NotAllowed.class);
            }
        }
        assertThat(statuses().getFirst()).isEqualTo(cancels ? "D10 cancelled" : "D10 planned");
        if (!cancels) {
            as("mia", () -> cancellations.cancel(command("op", null, "Enough.")));
        }
        var cancellation = as("mia", () -> cancellations.look("DOROTHY")).cancellation();
        for (var user : List.of("there", "here")) {
            if (takesBack && user.equals("here")) {
                assertThat(as(user, () -> reopenings.reopen(back("back", cancellation.code(), true)))
                                .visits())
                        .isEqualTo(2);
            } else {
                assertThatThrownBy(() -> as(user, () -> reopenings.reopen(back("no", cancellation.code(), true))))
                        .isInstanceOf(NotAllowed.class);
            }
        }
        assertThat(statuses().getFirst()).isEqualTo(takesBack ? "D10 unassigned" : "D10 cancelled");
    }

    @Test
    void whoComesBackHasWhatTheyHadAndTheirVisitsWaitForAPlace() {
        database.sql("update agreement set ends_on = '2027-12-31'").update();
        var gone = as("rita", () -> cancellations.cancel(command("op", null, "I have met four people.")));
        clock.set(ListeningFixture.NOON.plus(Duration.ofDays(2)));
        var before = outbox.sequences(List.of("ALB")).get("ALB");

        var back = as("sol", () -> reopenings.reopen(back("back", gone.code(), true)));

        assertThat(back.reopenedBy()).isEqualTo("sol by name");
        assertThat(back.words()).isEqualTo("Ana called me.");
        assertThat(back.visits()).as("what was due yesterday is past").isEqualTo(1);
        assertThat(statuses()).containsExactly("D10 cancelled", "D11 unassigned");
        assertThat(database.sql("select ends_on from agreement")
                        .query(LocalDate.class)
                        .single())
                .as("as it was")
                .isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(outbox.sequences(List.of("ALB")).get("ALB")).isGreaterThan(before);
        var leaving = as("mia", () -> cancellations.look("DOROTHY"));
        assertThat(leaving.customer().cancelledOn()).isNull();
        assertThat(leaving.customer().cancelReason()).isNull();
        assertThat(leaving.mayReopen()).isFalse();
        assertThat(leaving.timeline())
                .extracting(entry -> entry.date() + " " + entry.words() + " " + entry.small())
                .endsWith(
                        "2026-10-05 “I have met four people.” cancelled, told to rita by name",
                        "2026-10-07 “Ana called me.” came back, told to sol by name");
        assertThat(as("mia", () -> cancellations.read(gone.code())).reopening()).isEqualTo(back);
        assertThat(as("mia", () -> audit.of("customer", "DOROTHY", 1)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.action()).isEqualTo("reopen");
                    assertThat(row.before()).isEqualTo("cancelled on 2026-10-05");
                    assertThat(row.why()).isEqualTo("Ana called me.");
                });
        assertThat(as("mia", () -> audit.of("visit", "D11", 1)))
                .extracting(AuditRow::action)
                .containsExactly("take up");

        // And may leave again.
        var again = as(
                "sol",
                () -> cancellations.cancel(
                        new CancelCommand("op2", "DOROTHY", version(), null, TODAY.plusDays(2), "No.")));
        assertThat(again.visits()).isEqualTo(1);
        assertThat(as("mia", () -> cancellations.look("DOROTHY")).cancellation())
                .isEqualTo(again);
    }

    @Test
    void whoComesBackAndIsAskedAnewHasNothingYet() {
        var gone = as("sol", () -> cancellations.cancel(command("op", null, "Enough.")));

        var back = as("sol", () -> reopenings.reopen(back("back", gone.code(), false)));

        assertThat(back.visits()).isZero();
        assertThat(statuses()).containsExactly("D10 cancelled", "D11 cancelled");
        var leaving = as("sol", () -> cancellations.look("DOROTHY"));
        assertThat(leaving.customer().cancelledOn()).isNull();
        assertThat(leaving.agreements()).isEmpty();
        assertThat(as("rita", () -> coverages.of("DOROTHY")).question())
                .isEqualTo("They came back. What do they want from us now?");
    }

    @Test
    void oneOfTwoAgreementsComesBackWithItsVisitsAlone() {
        fixture.agreement("A2", "DOROTHY", "service", "Termite watch")
                .visit("T1", "DOROTHY", LocalDate.of(2026, 10, 20), "unassigned", "agreement", "A2");
        var termites = as("sol", () -> cancellations.cancel(command("op", "A2", "No termites.")));
        as("sol", () -> cancellations.cancel(command("op2", "A1", "And no pests.")));

        as("sol", () -> reopenings.reopen(back("back", termites.code(), true)));

        assertThat(statuses()).containsExactly("D10 cancelled", "D11 cancelled", "T1 unassigned");
        assertThat(as("sol", () -> cancellations.look("DOROTHY")).agreements())
                .extracting(agreement -> agreement.code())
                .containsExactly("A2");
    }

    @Test
    void comingBackHappensOnceAndSecondPeopleAreTold() {
        var gone = as("sol", () -> cancellations.cancel(command("op", null, "Enough.")));
        assertThatThrownBy(() -> as(
                        "sol",
                        () -> reopenings.reopen(new ReopenCommand("x", "DOROTHY", 99, gone.code(), true, "Again."))))
                .isInstanceOf(CustomerChanged.class);
        assertThatThrownBy(() -> as(
                        "sol",
                        () -> reopenings.reopen(new ReopenCommand("x", "DOROTHY", version(), gone.code(), true, "  "))))
                .hasMessage("Write down what they say now, in their words.");
        assertThatThrownBy(() -> as(
                        "sol",
                        () -> reopenings.reopen(new ReopenCommand("x", "DOROTHY", version(), null, true, "Again."))))
                .hasMessageContaining("Ask them anew");
        assertThat(statuses()).containsExactly("D10 cancelled", "D11 cancelled");

        var first = as("sol", () -> reopenings.reopen(back("back", gone.code(), true)));
        assertThat(as("sol", () -> reopenings.reopen(back("back", gone.code(), true))))
                .isEqualTo(first);
        assertThatThrownBy(() -> as("mia", () -> reopenings.reopen(back("other", gone.code(), true))))
                .hasMessage("Dorothy has come back already; sol by name took it down.");
        assertThatThrownBy(() -> as("mia", () -> reopenings.reopen(back("other", null, false))))
                .hasMessage("Dorothy is a customer. Nothing is to be taken back.");
    }

    @Test
    void whoHadCancelledBeforeTheConsoleKnewComesBackAndIsAskedAnew() {
        database.sql("update customer set cancelled_on = '2026-08-01', cancel_reason = 'Moved' where code = 'DOROTHY'")
                .update();

        var back = as("mia", () -> reopenings.reopen(back("back", null, false)));

        assertThat(back.cancellation()).isNull();
        assertThat(as("mia", () -> cancellations.look("DOROTHY")).customer().cancelledOn())
                .isNull();
    }

    @Test
    void whoTheyWouldWriteToIsWhomTheyKnowAndIsStillHere() {
        database.sql("update technician set ends_on = ? where code = 'ANA'")
                .param(TODAY.minusDays(1))
                .update();
        assertThat(writesTo()).isEqualTo("Dorothy would write to Ben Okafor, who came 3 times in the last year.");

        database.sql("update technician set ends_on = ? where code = 'BEN'")
                .param(TODAY.minusDays(1))
                .update();
        assertThat(writesTo()).isEqualTo("Dorothy would not know whom to write to: nobody here is theirs.");

        database.sql("update agreement set sold_by = 'Sol Ortega'").update();
        assertThat(writesTo()).isEqualTo("Dorothy would write to Sol Ortega, who sold them the service.");
    }

    @Test
    void aSentenceNobodyAnsweredStandsThereAsSuch() {
        as("rita", () -> listening.hear(HearCommand.of("op", "DOROTHY", "Who will come?", Channel.PHONE)));

        assertThat(as("sol", () -> cancellations.look("DOROTHY")).timeline())
                .filteredOn(entry -> entry.kind() == Kind.SAID)
                .extracting(TimelineEntry::small)
                .containsExactly("to Sol", "to rita by name on the phone, nobody answered it");
    }

    private void read(String user, String code) {
        as(user, () -> {
            cancellations.wasRead(code);
            return null;
        });
    }

    private String writesTo() {
        return as("sol", () -> cancellations.look("DOROTHY")).writesToSentence();
    }

    private CancelCommand command(String op, String agreement, String words) {
        int version = database.sql(
                        "select case when version = 3 then 0 else version end from customer where code = 'DOROTHY'")
                .query(Integer.class)
                .single();
        return new CancelCommand(op, "DOROTHY", version, agreement, TODAY, words);
    }

    private ReopenCommand back(String op, String cancellation, boolean asItWas) {
        return new ReopenCommand(op, "DOROTHY", version(), cancellation, asItWas, "Ana called me.");
    }

    private int version() {
        return database.sql("select version from customer where code = 'DOROTHY'")
                .query(Integer.class)
                .single();
    }

    private List<String> statuses() {
        return database.sql("select concat(code, ' ', status) from visit where status <> 'done' order by code")
                .query(String.class)
                .list();
    }
}
