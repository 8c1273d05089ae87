package org.dorothydispatch.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.practice.CoachingNote.Place;
import org.dorothydispatch.practice.CoachingNote.State;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class CoachingServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 9);

    @Autowired
    private CoachingService coaching;

    @Autowired
    private PracticeService practice;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database).user("bob", Role.BRANCH_MANAGER, "BUF").user("root", Role.ADMINISTRATOR);
    }

    @Test
    void aManagerWritesItDownAgreesAndSeesItDoneOnceTheAssociateHasPlayed() {
        var filed = file("He put her on hold three times.", null, null);
        assertThat(filed.state()).isEqualTo(State.FILED);
        assertThat(filed.customerName()).isEqualTo("Dorothy");
        assertThat(filed.associateName()).isEqualTo("rita by name");

        clock.pass(Duration.ofMinutes(5));
        var agreed = as("mia", () -> coaching.agree(filed.code(), filed.version(), "nights", FRIDAY));
        assertThat(agreed.state()).isEqualTo(State.AGREED);

        clock.pass(Duration.ofMinutes(5));
        var run = play("rita", "nights", "promise", "wednesday", "write", "last");
        assertThat(as("mia", () -> coaching.get(filed.code())).state())
                .as("not at its end yet")
                .isEqualTo(State.AGREED);
        as("rita", () -> practice.choose(run.run(), 4, "afternoon"));

        var done = as("mia", () -> coaching.get(filed.code()));
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.ending()).isEqualTo(Ending.TRUSTS);
        assertThat(done.doneAt()).isEqualTo(clock.instant());
        assertThat(database.sql("select run from coaching_note")
                        .query(String.class)
                        .single())
                .isEqualTo(run.run());
    }

    @Test
    void whatWasPlayedBeforeOrByOthersOrOfAnotherStoryIsNotWhatWasAgreed() {
        var open = play("rita", "nights", "promise");
        clock.pass(Duration.ofMinutes(1));
        var note = file("She was sent away.", "nights", FRIDAY);
        clock.pass(Duration.ofMinutes(1));

        as("rita", () -> practice.choose(open.run(), 1, "wednesday"));
        as("rita", () -> practice.choose(open.run(), 2, "write"));
        as("rita", () -> practice.choose(open.run(), 3, "last"));
        as("rita", () -> practice.choose(open.run(), 4, "afternoon"));
        play("sol", "nights", "promise", "wednesday", "write", "last", "afternoon");
        play("rita", "kitchen", "decline", "promise", "wednesday", "nine", "early");

        assertThat(as("mia", () -> coaching.get(note.code())).state()).isEqualTo(State.AGREED);
    }

    @Test
    void whoGoesOnAfterAnAgreementBeginsAnew() {
        var open = play("rita", "nights", "promise");
        clock.pass(Duration.ofMinutes(1));
        file("She was sent away.", "nights", FRIDAY);
        clock.pass(Duration.ofMinutes(1));

        var anew = as("rita", () -> practice.open("nights"));
        assertThat(anew.run()).isNotEqualTo(open.run());
        assertThat(anew.play().position()).isZero();
        assertThat(as("rita", () -> practice.open("nights")).run()).isEqualTo(anew.run());
    }

    @Test
    void theAssociateReadsTheirOwnNotesAndNobodyElses() {
        var note = file("He put her on hold three times.", null, null);

        assertThat(as("rita", coaching::mine)).containsExactly(note);
        assertThat(as("rita", () -> coaching.get(note.code()))).isEqualTo(note);
        assertThat(as("sol", coaching::mine)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sol", "dan", "tess", "bob", "kim"})
    void nobodyElseReadsOrChangesIt(String who) {
        var note = file("He put her on hold three times.", null, null);

        assertThatThrownBy(() -> as(who, () -> coaching.get(note.code()))).hasMessage("There is no such note for you.");
        assertThatThrownBy(() -> as(who, () -> coaching.agree(note.code(), 0, "nights", FRIDAY)))
                .hasMessage("There is no such note for you.");
        assertThatThrownBy(() -> as(who, () -> coaching.list(List.of("ALB"), null, 0, 10)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(who, () -> coaching.associates("ALB"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(who, () -> coaching.customers("ALB", "Dorothy", 5)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(who, () -> coaching.file(command("x", "rita", "DOROTHY", null, null))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void theAssociateCannotAgreeForThemselves() {
        var note = file("He put her on hold three times.", null, null);
        assertThatThrownBy(() -> as("rita", () -> coaching.agree(note.code(), 0, "nights", FRIDAY)))
                .hasMessage("There is no such note for you.");
    }

    @Test
    void itIsOnTheRecordWithoutItsWordsAndForAdministratorsAlone() {
        var note = file("He put her on hold three times.", "nights", FRIDAY);
        clock.pass(Duration.ofMinutes(1));
        play("rita", "nights", "promise", "wednesday", "write", "last", "afternoon");

        var rows = as("root", () -> audit.of("coaching", note.code(), 10));
        assertThat(rows)
                .extracting(row -> row.action() + " by " + row.actor())
                .containsExactly("coaching-done by rita", "coaching-agreed by mia", "coaching-filed by mia");
        assertThat(rows.toString()).doesNotContain("on hold");
        assertThat(as("mia", () -> audit.of("coaching", note.code(), 10))).isEmpty();
        assertThat(as("dan", () -> audit.ofOffice("ALB", 100))).isEmpty();
    }

    @Test
    void tenThousandCharactersAndMarkupAreHeldAsTheyAre() {
        var words = "<img src=x onerror=alert(1)> ".repeat(400).substring(0, 9_999) + "!";
        assertThat(file(words, null, null).words()).isEqualTo(words);
        assertThatThrownBy(() -> file(words + "!", null, null))
                .hasMessage("This is too long to keep: 10,001 characters, and at most 10,000. Shorten it.");
    }

    @Test
    void whatIsMissingIsSaidInASentence() {
        assertThatThrownBy(() -> file("  \n ", null, null))
                .hasMessage("Write down what the customer met, in a sentence or two.");
        assertThatThrownBy(() -> file(command("x", null, null, null, null)))
                .hasMessage("Say whom it is about: somebody who works at this office.");
        assertThatThrownBy(() -> file(command("x", "kim", null, null, null)))
                .as("she works in Buffalo")
                .hasMessage("Say whom it is about: somebody who works at this office.");
        assertThatThrownBy(() -> file(new IncidentCommand(op(), "ALB", null, null, TODAY, "x", "rita", null, null)))
                .hasMessage("Say where it was: at the desk, on the phone or at the door.");
        assertThatThrownBy(
                        () -> file(new IncidentCommand(op(), "ALB", null, Place.DESK, null, "x", "rita", null, null)))
                .hasMessage("Say on which day it was.");
        assertThatThrownBy(() -> file(
                        new IncidentCommand(op(), "ALB", null, Place.DESK, TODAY.plusDays(1), "x", "rita", null, null)))
                .hasMessage("This day is still to come. Choose the day on which it was.");
        assertThatThrownBy(() -> file("x", "nights", null)).hasMessage("Say until when it is to be done.");
        assertThatThrownBy(() -> file("x", null, FRIDAY)).hasMessage("Choose the story to practise.");
        assertThatThrownBy(() -> file("x", "nights", TODAY.minusDays(1)))
                .hasMessage("That day is past. Choose today or a later day.");
        assertThatThrownBy(() -> file("x", "gone", FRIDAY)).hasMessageStartingWith("There is no story (gone).");
        assertThat(database.sql("select count(*) from coaching_note")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCustomerOfAnotherOfficeIsRefused() {
        database.sql("insert into app_user_office (username, office) values ('mia', 'BUF')")
                .update();
        assertThatThrownBy(() -> file(command("x", "rita", "RIDGE", null, null)))
                .hasMessage("This customer belongs to another office. Choose one of this office, or none.");
        assertThat(as("mia", () -> coaching.customers("ALB", "Dorothy", 5)))
                .extracting(found -> found.code())
                .containsExactly("DOROTHY");
        assertThat(as("mia", () -> coaching.customers("ALB", "Ridge", 5))).isEmpty();
    }

    @Test
    void theSameFormSentTwiceIsKeptOnce() {
        var command = command("x", "rita", null, "nights", FRIDAY);
        var first = file(command);
        assertThat(file(command)).isEqualTo(first);
        assertThat(as("mia", () -> coaching.list(List.of("ALB"), null, 0, 10))).containsExactly(first);
    }

    @Test
    void theSecondOfTwoManagersIsToldAndADoneOneIsDone() {
        var note = file("x", null, null);
        as("mia", () -> coaching.agree(note.code(), note.version(), "nights", FRIDAY));
        assertThatThrownBy(() -> as("mia", () -> coaching.agree(note.code(), note.version(), "gate", FRIDAY)))
                .hasMessage("Somebody else has just changed this note. Look at the change and try again.");

        clock.pass(Duration.ofMinutes(1));
        play("rita", "nights", "promise", "wednesday", "write", "last", "afternoon");
        var done = as("mia", () -> coaching.get(note.code()));
        assertThatThrownBy(() -> as("mia", () -> coaching.agree(note.code(), done.version(), "gate", FRIDAY)))
                .hasMessageStartingWith("rita by name has done it already.");
    }

    @Test
    void moreTimeForTheSameStoryIsTheSameAgreementAndAnotherStoryIsANewOne() {
        var note = file("x", "nights", FRIDAY);
        clock.pass(Duration.ofMinutes(1));
        var run = play("rita", "nights", "promise", "wednesday", "write", "last");
        clock.pass(Duration.ofMinutes(1));
        as("mia", () -> coaching.agree(note.code(), note.version(), "nights", FRIDAY.plusDays(7)));
        assertThat(as("rita", () -> practice.open("nights")).run()).isEqualTo(run.run());
        as("rita", () -> practice.choose(run.run(), 4, "afternoon"));
        assertThat(as("mia", () -> coaching.get(note.code())).state()).isEqualTo(State.DONE);

        var other = file("y", "nights", FRIDAY);
        clock.pass(Duration.ofMinutes(1));
        var gate = play("rita", "gate", "promise");
        clock.pass(Duration.ofMinutes(1));
        as("mia", () -> coaching.agree(other.code(), other.version(), "gate", FRIDAY));
        assertThat(as("rita", () -> practice.open("gate")).run())
                .as("begun before the gate was agreed on")
                .isNotEqualTo(gate.run());
    }

    @Test
    void theListKnowsWhatIsOpenAgreedAndDone() {
        var filed = file("one", null, null);
        clock.pass(Duration.ofMinutes(1));
        var agreed = file("two", "nights", FRIDAY);
        assertThat(list(State.FILED)).containsExactly(filed.code());
        assertThat(list(State.AGREED)).containsExactly(agreed.code());
        assertThat(list(State.DONE)).isEmpty();
        assertThat(list(null)).containsExactly(agreed.code(), filed.code());
        assertThat(as("mia", () -> coaching.list(List.of("ALB"), null, 1, 10))).hasSize(1);
    }

    private List<String> list(@Nullable State state) {
        return as("mia", () -> coaching.list(List.of("ALB"), state, 0, 10)).stream()
                .map(CoachingNote::code)
                .toList();
    }

    private CoachingNote file(String words, @Nullable String story, @Nullable LocalDate until) {
        return file(command(words, "rita", "DOROTHY", story, until));
    }

    private CoachingNote file(IncidentCommand command) {
        return as("mia", () -> coaching.file(command));
    }

    private static IncidentCommand command(
            String words,
            @Nullable String associate,
            @Nullable String customer,
            @Nullable String story,
            @Nullable LocalDate until) {
        return new IncidentCommand(op(), "ALB", customer, Place.PHONE, TODAY, words, associate, story, until);
    }

    private static String op() {
        return UUID.randomUUID().toString();
    }

    private Playing play(String who, String story, String... choices) {
        return as(who, () -> {
            var playing = practice.open(story);
            for (var choice : choices) {
                playing = practice.choose(playing.run(), playing.play().position(), choice);
            }
            return playing;
        });
    }

    private static <T> T as(String who, Callable<T> work) {
        return SignedIn.as(who, work);
    }
}
