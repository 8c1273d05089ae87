package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.time.Duration;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.flags.VerdictMapService;
import org.dorothydispatch.flags.VerdictQuestion;
import org.dorothydispatch.listening.HeardOutcome.Status;
import org.dorothydispatch.listening.HeardRow.State;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class ListeningServiceTest {

    private static final String WORDS = "I can't explain to a new face every time.";
    private static final String UNLAWFUL = "Please don't send a woman.";
    private static final List<String> ALBANY = List.of("ALB");

    @Autowired
    private ListeningService listening;

    @Autowired
    private VerdictMapService verdicts;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private int op;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rita", "sol", "dan", "mia", "tess"})
    void everybodyWithCustomerContactWritesDownWhatTheyHear(String user) {
        var outcome = as(user, () -> listening.hear(command("DOROTHY", WORDS)));

        assertThat(outcome.status()).isEqualTo(Status.KEPT);
        assertThat(outcome.sentence()).isEqualTo("Written down. It waits for an answer to Dorothy.");
        var inbox = as("mia", () -> listening.inbox(ALBANY, State.OPEN, 0, 10));
        assertThat(inbox).singleElement().satisfies(heard -> {
            assertThat(heard.words()).isEqualTo(WORDS);
            assertThat(heard.customerName()).isEqualTo("Dorothy");
            assertThat(heard.heardBy()).isEqualTo(user + " by name");
            assertThat(heard.heardAt()).isEqualTo(ListeningFixture.NOON);
        });
    }

    @Test
    void theBoardIsToldAtOnceAndTheRecordSaysWho() {
        long before = outbox.sequences(ALBANY).get("ALB");

        as("rita", () -> listening.hear(command("DOROTHY", WORDS)));

        assertThat(outbox.sequences(ALBANY).get("ALB")).isGreaterThan(before);
        assertThat(database.sql("select visit from board_event where kind = 'heard'")
                        .query(String.class)
                        .list())
                .containsExactly("D10");
        assertThat(as("mia", () -> audit.of("customer", "DOROTHY", 5)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.actor()).isEqualTo("rita");
                    assertThat(row.action()).isEqualTo("hear");
                    assertThat(row.after()).contains(WORDS);
                });
    }

    @Test
    void theSameButtonPressedTwiceWritesOnce() {
        var command = command("DOROTHY", WORDS);

        var first = as("rita", () -> listening.hear(command));
        var second = as("rita", () -> listening.hear(command));

        assertThat(second.heard()).isEqualTo(first.heard());
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void theSameSentenceWithinAMinuteIsOfferedAsADuplicate() {
        as("rita", () -> listening.hear(command("DOROTHY", WORDS)));
        clock.pass(Duration.ofSeconds(59));

        var again = as("sol", () -> listening.hear(command("DOROTHY", "  i can’t explain to a NEW face every time ")));

        assertThat(again.status()).isEqualTo(Status.HEARD_BEFORE);
        assertThat(again.sentence()).isEqualTo("rita by name wrote this down a moment ago. Is it the same?");
        assertThat(open()).isEqualTo(1);

        var sure = as("sol", () -> listening.hear(command("DOROTHY", WORDS).whenSure()));
        assertThat(sure.status()).isEqualTo(Status.KEPT);
        assertThat(open()).isEqualTo(2);
    }

    @Test
    void afterAMinuteTheSameSentenceIsANewOne() {
        as("rita", () -> listening.hear(command("DOROTHY", WORDS)));
        clock.pass(Duration.ofSeconds(61));

        assertThat(as("sol", () -> listening.hear(command("DOROTHY", WORDS))).status())
                .isEqualTo(Status.KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t "})
    void anEmptySentenceIsRefused(String words) {
        assertThatThrownBy(() -> as("rita", () -> listening.hear(command("DOROTHY", words))))
                .hasMessage("Write down what the customer said, in their words.");
        assertThat(open()).isZero();
    }

    @Test
    void tenThousandLettersAreRefusedWithTheirNumber() {
        assertThatThrownBy(() -> as("rita", () -> listening.hear(command("DOROTHY", "x".repeat(10_000)))))
                .hasMessageContaining("2000 letters; this has 10000");
        assertThat(open()).isZero();
    }

    @Test
    void markupIsKeptAsItWasSaid() {
        var words = "<script>alert('x')</script> & \"please\"";

        as("rita", () -> listening.hear(command("DOROTHY", words)));

        assertThat(as("mia", () -> listening.inbox(ALBANY, State.OPEN, 0, 10))
                        .getFirst()
                        .words())
                .isEqualTo(words);
    }

    @Test
    void aCustomerOfAnotherOfficeIsNotHeardHere() {
        assertThatThrownBy(() -> as("rita", () -> listening.hear(command("RIDGE", WORDS))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as("rita", () -> listening.hear(command("NOBODY", WORDS))))
                .hasMessage("There is no customer (NOBODY).");
        assertThat(as("kim", () -> listening.inbox(ALBANY, State.OPEN, 0, 10))).isEmpty();
    }

    @Test
    void aTechnicianHearsWhomTheyVisitAndReadsNobodysInbox() {
        assertThatThrownBy(() -> as("tess", () -> listening.hear(command("BAKER", WORDS))))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("whom you visit");
        assertThatThrownBy(() -> as("tess", () -> listening.inbox(ALBANY, State.OPEN, 0, 10)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void whoWaitsLongestComesFirst() {
        as("rita", () -> listening.hear(command("BAKER", "Ring twice.")));
        clock.pass(Duration.ofMinutes(5));
        as("rita", () -> listening.hear(command("DOROTHY", WORDS)));

        assertThat(as("mia", () -> listening.inbox(ALBANY, State.OPEN, 0, 10)))
                .extracting(HeardRow::customer)
                .containsExactly("BAKER", "DOROTHY");
        assertThat(as("mia", () -> listening.inbox(ALBANY, State.OPEN, 1, 1)))
                .extracting(HeardRow::customer)
                .containsExactly("DOROTHY");
    }

    @Test
    void aSentenceIsPutAsideWithAReasonAndOnlyOnce() {
        var code = as("rita", () -> listening.hear(command("DOROTHY", "Lovely weather.")))
                .heard();
        var heard = as("mia", () -> listening.get(code));
        assertThatThrownBy(() -> as("mia", () -> listening.putAside(code, heard.version(), " ")))
                .hasMessage("Say why nothing follows from it, for whoever asks later.");

        var aside = as("mia", () -> listening.putAside(code, heard.version(), "Not a wish."));

        assertThat(aside.state()).isEqualTo(State.ASIDE);
        assertThat(aside.settledWhy()).isEqualTo("Not a wish.");
        assertThat(open()).isZero();
        assertThatThrownBy(() -> as("dan", () -> listening.putAside(code, heard.version(), "Me too.")))
                .isInstanceOf(HeardChanged.class)
                .hasMessageContaining("mia by name was first");
    }

    @Test
    void theVisitMustBeTheirs() {
        var command = new HearCommand("op", "BAKER", WORDS, null, Channel.VISIT, "D10", false, false);

        assertThatThrownBy(() -> as("rita", () -> listening.hear(command)))
                .hasMessage("There is no visit (D10) of this customer.");
    }

    @Test
    void aWishAboutWhoSomebodyIsIsCaughtBeforeAnythingIsWritten() {
        var outcome = as("rita", () -> listening.hear(command("DOROTHY", UNLAWFUL)));

        assertThat(outcome.status()).isEqualTo(Status.CAUGHT);
        assertThat(outcome.caught().toSay()).startsWith("We send whoever knows the work best.");
        assertThat(outcome.caught().options()).isNotEmpty();
        assertThat(as("rita", () -> listening.caught(UNLAWFUL))).isPresent();
        assertThat(open()).isZero();
        assertThat(restricted("mia")).isEmpty();
    }

    @Test
    void keptAsDeclinedItIsForManagersAloneAndTouchesNothingElse() {
        long before = outbox.sequences(ALBANY).get("ALB");

        var outcome =
                as("rita", () -> listening.hear(command("DOROTHY", UNLAWFUL).asDeclined()));

        assertThat(outcome.status()).isEqualTo(Status.KEPT_AS_DECLINED);
        assertThat(restricted("mia")).singleElement().satisfies(row -> {
            assertThat(row.words()).isEqualTo(UNLAWFUL);
            assertThat(row.about()).isEqualTo("sex");
            assertThat(row.told()).startsWith("We send whoever knows the work best.");
        });
        for (var user : List.of("rita", "sol", "dan", "tess")) {
            assertThatThrownBy(() -> restricted(user)).isInstanceOf(NotAllowed.class);
        }
        assertThat(as("mia", () -> listening.ofCustomer("DOROTHY", 10))).isEmpty();
        assertThat(outbox.sequences(ALBANY).get("ALB")).isEqualTo(before);
        // Whoever reads what changed learns that there was one, not the words.
        assertThat(as("dan", () -> audit.of("customer", "DOROTHY", 5)))
                .singleElement()
                .satisfies(row -> assertThat(row.after()).doesNotContain("woman"));
    }

    @Test
    void suchWordsChangeNoCandidateList() {
        var visit = "D10";
        var pair = List.of("Please send anybody but a woman.", "Please send anybody but a beginner.");
        var before = mends(visit);

        as("rita", () -> listening.hear(command("DOROTHY", pair.getFirst()).asDeclined()));
        var afterTheWish = mends(visit);
        as("rita", () -> listening.hear(command("DOROTHY", pair.getLast())));

        assertThat(afterTheWish).isEqualTo(before);
        assertThat(mends(visit)).isEqualTo(before);
        assertThat(database.sql("select count(*) from preference")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Whom the verdict map would let come, where and with which lights. */
    private String mends(String visit) {
        var question = new VerdictQuestion(
                List.of(visit),
                List.of(0),
                ALBANY,
                ListeningFixture.MONDAY,
                7,
                VerdictQuestion.Rows.TECHNICIANS,
                null,
                List.of(),
                false);
        return as("dan", () -> verdicts.pickUp(question)).targets().toString();
    }

    private List<RestrictedRow> restricted(String user) {
        return as(user, () -> listening.restricted(ALBANY, 0, 10));
    }

    private HearCommand command(String customer, String words) {
        return HearCommand.of("op-" + op++, customer, words, Channel.PHONE);
    }

    private int open() {
        return as("mia", () -> listening.count(ALBANY, State.OPEN));
    }
}
