package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.audit.AuditRow;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.listening.HeardRow.State;
import org.dorothydispatch.listening.TurnCommand.Wish;
import org.dorothydispatch.preference.AnswerGiven;
import org.dorothydispatch.preference.NewPreference;
import org.dorothydispatch.preference.PreferenceChanged;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class AnswerServiceTest {

    private static final AnswerGiven PROMISED = new AnswerGiven("promised", null, ListeningFixture.MONDAY, null);

    @Autowired
    private ListeningService listening;

    @Autowired
    private AnswerService answers;

    @Autowired
    private PreferenceService preferences;

    @Autowired
    private FlagService flags;

    @Autowired
    private AuditTrail audit;

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

    @Test
    void whatAReceptionistHeardAManagerPromisesAndTheBoardFlagsIt() {
        var heard = hear("Not before ten, please.");
        var window = Wishes.between(LocalTime.of(10, 0), null);

        var made = as("mia", () -> answers.turn(new TurnCommand(heard, 0, List.of(new Wish(window, PROMISED, null)))));

        assertThat(made).singleElement().satisfies(preference -> {
            assertThat(preference.answer()).isEqualTo("promised");
            assertThat(preference.words()).isEqualTo("Not before ten, please.");
            assertThat(preference.heardBy()).isEqualTo("rita by name");
            assertThat(preference.heardOn()).isEqualTo(ListeningFixture.MONDAY);
            assertThat(preference.channel()).isEqualTo("phone");
        });
        // The visit of tomorrow at nine stands against it from this moment on.
        assertThat(as("dan", () -> flags.flagsOf("D10")))
                .anySatisfy(flag ->
                        assertThat(flag.flag().code()).isEqualTo(made.getFirst().code()));
        assertThat(as("mia", () -> listening.get(heard)).state()).isEqualTo(State.TURNED);
        assertThat(as("mia", () -> audit.of("preference", made.getFirst().code(), 5)))
                .extracting(AuditRow::action)
                .containsExactly("answer", "state");
    }

    @Test
    void aSentenceMakesSeveralPreferencesOrNone() {
        var heard = hear("Only Ana, and not before ten.");
        var ana = Wishes.by("ONLY", "ANA");
        var nobody = Wishes.of("ONLY");

        assertThatThrownBy(() -> as(
                        "mia",
                        () -> answers.turn(
                                new TurnCommand(heard, 0, List.of(Wish.unanswered(ana), Wish.unanswered(nobody))))))
                .hasMessage("Name the technician.");
        assertThat(stated()).isEmpty();
        assertThat(as("mia", () -> listening.get(heard)).state()).isEqualTo(State.OPEN);

        as(
                "mia",
                () -> answers.turn(new TurnCommand(
                        heard,
                        0,
                        List.of(Wish.unanswered(ana), Wish.unanswered(Wishes.between(LocalTime.of(10, 0), null))))));
        assertThat(stated()).extracting(PreferenceRow::kind).containsExactlyInAnyOrder("ONLY", "WINDOW");
    }

    @Test
    void twoPeopleCannotSettleOneSentence() {
        var heard = hear("Only Ana.");
        var ana = Wish.unanswered(Wishes.by("ONLY", "ANA"));
        as("mia", () -> answers.turn(new TurnCommand(heard, 0, List.of(ana))));

        assertThatThrownBy(() -> as("dan", () -> answers.turn(new TurnCommand(heard, 0, List.of(ana)))))
                .isInstanceOf(HeardChanged.class);
        assertThat(stated()).hasSize(1);
    }

    @Test
    void onlyAnaAndNeverAnaCannotStandTogetherAndBothSentencesAreShown() {
        turn("Only Ana, please.", Wishes.by("ONLY", "ANA"), PROMISED);
        var heard = hear("Never send Ana again.");
        var never = new Wish(
                Wishes.by("NEVER", "ANA"),
                null,
                new Exclusion(ExclusionReason.PAST_SERVICE, "Left the gate open on Friday", false));

        assertThatThrownBy(() -> as("mia", () -> answers.turn(new TurnCommand(heard, 0, List.of(never)))))
                .hasMessageContaining("Only Ana, please.")
                .hasMessageContaining("Never send Ana again.");
    }

    @Test
    void aWindowAfterTenContradictsDoneByNine() {
        turn("Not before ten.", Wishes.between(LocalTime.of(10, 0), null), null);
        var heard = hear("Be done by nine.");
        var early = Wish.unanswered(Wishes.between(null, LocalTime.of(9, 0)));

        assertThatThrownBy(() -> as("mia", () -> answers.turn(new TurnCommand(heard, 0, List.of(early)))))
                .hasMessageContaining("No visit can keep both");
    }

    @Test
    void aDeclineNamesTheAlternativeAndTheDayTheyWereTold() {
        var stated = turn("On Saturdays only.", Wishes.of("STEADY_DAY"), null);

        assertThatThrownBy(() -> as(
                        "mia",
                        () -> answers.answer(
                                stated.code(),
                                stated.version(),
                                new AnswerGiven("declined", null, ListeningFixture.MONDAY, null))))
                .hasMessage("Say what was offered instead, before you decline.");
        assertThatThrownBy(() -> as(
                        "mia",
                        () -> answers.answer(
                                stated.code(),
                                stated.version(),
                                new AnswerGiven("declined", "Friday after five", null, null))))
                .hasMessage("Say on which day the customer was told.");
        assertThatThrownBy(() -> as(
                        "mia",
                        () -> answers.answer(
                                stated.code(),
                                stated.version(),
                                new AnswerGiven("declined", "Friday", ListeningFixture.MONDAY.plusDays(1), null))))
                .hasMessageContaining("still to come");

        var declined = as(
                "mia",
                () -> answers.answer(
                        stated.code(),
                        stated.version(),
                        new AnswerGiven("declined", "Friday after five", ListeningFixture.MONDAY, null)));
        assertThat(declined.answer()).isEqualTo("declined");
        assertThat(declined.alternative()).isEqualTo("Friday after five");
    }

    @Test
    void aStaleAnswerIsToldWhoWasFirst() {
        var stated = turn("Only Ana.", Wishes.by("ONLY", "ANA"), null);
        as("mia", () -> answers.answer(stated.code(), stated.version(), PROMISED));

        assertThatThrownBy(() -> as(
                        "sol",
                        () -> answers.answer(
                                stated.code(), stated.version(), new AnswerGiven("will_try", null, null, null))))
                .isInstanceOf(PreferenceChanged.class)
                .hasMessageContaining("was first");
        assertThat(stated()).extracting(PreferenceRow::answer).containsExactly("promised");
    }

    @Test
    void neverThisTechnicianNeedsALawfulReason() {
        var heard = hear("Not Ben again.");
        var bare = Wish.unanswered(Wishes.by("NEVER", "BEN"));
        assertThatThrownBy(() -> as("mia", () -> answers.turn(new TurnCommand(heard, 0, List.of(bare)))))
                .hasMessageContaining("Say why this technician should not come");
        var silent = new Wish(bare.preference(), null, new Exclusion(ExclusionReason.PAST_SERVICE, " ", false));
        assertThatThrownBy(() -> as("mia", () -> answers.turn(new TurnCommand(heard, 0, List.of(silent)))))
                .hasMessage("What was wrong, and when?");

        var told = new Wish(
                bare.preference(), null, new Exclusion(ExclusionReason.PAST_SERVICE, "Broke a pot in May", false));
        as("sol", () -> answers.turn(new TurnCommand(heard, 0, List.of(told))));

        assertThat(database.sql("select reason from exclusion_reason")
                        .query(String.class)
                        .list())
                .containsExactly("past_service");
    }

    @Test
    void theSecondNeverOfACustomerNeedsTheBranchManager() {
        turn("Not Ben again.", "BEN", "sol", false);
        var heard = hear("And not Dee.");
        var second = new Wish(
                Wishes.by("NEVER", "DEE"), null, new Exclusion(ExclusionReason.PAST_SERVICE, "Was late twice", false));
        assertThatThrownBy(() -> as("mia", () -> answers.turn(new TurnCommand(heard, 0, List.of(second)))))
                .hasMessageContaining("needs the branch manager's approval");
        var approved = new Wish(
                second.preference(), null, new Exclusion(ExclusionReason.PAST_SERVICE, "Was late twice", true));
        assertThatThrownBy(() -> as("sol", () -> answers.turn(new TurnCommand(heard, 0, List.of(approved)))))
                .isInstanceOf(NotAllowed.class);

        as("mia", () -> answers.turn(new TurnCommand(heard, 0, List.of(approved))));

        assertThat(database.sql("select approved_by from exclusion_reason where approved_by is not null")
                        .query(String.class)
                        .list())
                .containsExactly("mia");
    }

    @Test
    void whoOnlyListensDoesNotAnswer() {
        var heard = hear("Only Ana.");
        var ana = Wish.unanswered(Wishes.by("ONLY", "ANA"));

        for (var user : List.of("rita", "tess")) {
            assertThatThrownBy(() -> as(user, () -> answers.turn(new TurnCommand(heard, 0, List.of(ana)))))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> as("kim", () -> answers.turn(new TurnCommand(heard, 0, List.of(ana)))))
                .hasMessageContaining("There is no sentence");
    }

    private String hear(String words) {
        return as("rita", () -> listening.hear(HearCommand.of("op-" + op++, "DOROTHY", words, Channel.PHONE)))
                .heard();
    }

    private PreferenceRow turn(String words, NewPreference wish, AnswerGiven answer) {
        var heard = hear(words);
        return as("mia", () -> answers.turn(new TurnCommand(heard, 0, List.of(new Wish(wish, answer, null)))))
                .getFirst();
    }

    private void turn(String words, String never, String by, boolean approved) {
        var heard = hear(words);
        as(
                by,
                () -> answers.turn(new TurnCommand(
                        heard,
                        0,
                        List.of(new Wish(
                                Wishes.by("NEVER", never),
                                null,
                                new Exclusion(ExclusionReason.PAST_SERVICE, "Broke a pot in May", approved))))));
    }

    private List<PreferenceRow> stated() {
        return as("mia", () -> preferences.ofCustomer("DOROTHY"));
    }
}
