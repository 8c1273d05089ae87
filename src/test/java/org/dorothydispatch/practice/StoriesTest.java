package org.dorothydispatch.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dorothydispatch.practice.Story.Kind;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.Lights;
import org.dorothydispatch.shared.Light;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoriesTest {

    private static final StoryBook BOOK = new StoryBook();

    static Stream<Story> stories() {
        return BOOK.all().stream();
    }

    @Test
    void thereAreDorothysTenMonthsAndThreeMore() {
        assertThat(BOOK.all())
                .extracting(Story::title)
                .containsExactly(
                        "Dorothy's ten months",
                        "Nadia sleeps in the morning",
                        "The dog and the gate",
                        "Lena's kitchen");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyWayThroughAStoryEndsAndEveryEndingIsReached(Story story) {
        Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
        Paths.walk(story, play -> {
            assertThat(play.turns()).hasSizeLessThanOrEqualTo(story.scenes().size());
            endings.merge(play.ending().orElseThrow(), 1, Integer::sum);
        });
        assertThat(endings).containsOnlyKeys(Ending.values());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void someWayKeepsEveryPromiseHearsEverySentenceAndTheCustomerTrusts(Story story) {
        var best = new int[1];
        Paths.walk(story, play -> {
            var debrief = Debrief.of(play);
            if (debrief.missed().isEmpty() && debrief.broken().isEmpty() && debrief.ending() == Ending.TRUSTS) {
                best[0]++;
            }
        });
        assertThat(best[0]).isPositive();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theDebriefCountsWhatWasPlayed(Story story) {
        Paths.walk(story, play -> {
            var debrief = Debrief.of(play);
            var said = play.turns().stream()
                    .filter(turn -> turn.scene().said() != null)
                    .toList();
            assertThat(debrief.heard()).hasSize((int) said.stream()
                    .filter(turn -> !turn.choice().writes().isEmpty())
                    .count());
            assertThat(debrief.heard().size() + debrief.missed().size()).isEqualTo(said.size());
            var boards = play.turns().stream()
                    .filter(turn -> turn.scene().kind() == Kind.BOARD)
                    .count();
            assertThat(debrief.otherwise()).hasSize((int) boards);
            assertThat(debrief.broken()).hasSize((int) play.happened().stream()
                    .filter(visit -> visit.judged().hers().customer() != Light.GREEN)
                    .count());
            assertThat(debrief.kept()).hasSize((int) play.happened().stream()
                    .filter(visit -> visit.judged().hers().customer() == Light.GREEN)
                    .filter(visit -> !visit.judged().wishes().isEmpty())
                    .count());
        });
    }

    @ParameterizedTest
    @MethodSource("stories")
    void whatStandsByItselfBreaksNothing(Story story) {
        Paths.walk(
                story,
                play -> assertThat(play.happened())
                        .filteredOn(
                                visit -> play.turns().get(visit.turn()).scene().visit()
                                        != visit.placed().visit())
                        .noneMatch(visit -> visit.judged().hurts()));
    }

    /** Nobody knows in May who will be ill in June. */
    @ParameterizedTest
    @MethodSource("stories")
    void aVisitThatIsLookedAtOnThePhoneStandsAsTheCompanyWantsIt(Story story) {
        Paths.walk(
                story,
                play -> assertThat(play.turns())
                        .filteredOn(turn -> turn.scene().kind() == Kind.PHONE)
                        .allMatch(turn -> turn.judged().lights().company() == Light.GREEN));
    }

    /** The founding story: always the scheduled day, always certified, four faces. */
    @Test
    void everyLightOfTheCompanyIsGreenAndDorothyCancels() {
        var play = Paths.play(BOOK.get("dorothy"), "nod", "ana", "kind", "ben", "cy");

        assertThat(play.ending()).contains(Ending.CANCELS);
        assertThat(play.happened()).hasSize(10).allSatisfy(visit -> {
            assertThat(visit.judged().lights().company()).isEqualTo(Light.GREEN);
            assertThat(visit.judged().lights().customer()).isEqualTo(Light.GREEN);
            assertThat(visit.placed().place().date())
                    .isEqualTo(visit.placed().visit().dueOn());
        });
        assertThat(play.faces()).isEqualTo(4);
        assertThat(play.turns())
                .filteredOn(turn -> turn.scene().decides())
                .hasSize(5)
                .allMatch(turn -> turn.judged().lights().equals(Lights.GREEN));
        var debrief = Debrief.of(play);
        assertThat(debrief.heard()).isEmpty();
        assertThat(debrief.missed())
                .extracting(Debrief.Missed::said, missed -> missed.red().size())
                .containsExactly(
                        tuple("Will you be the one doing the service?", 1),
                        tuple("I can't keep explaining to a different person every time.", 2));
        assertThat(debrief.broken()).hasSize(3).allMatch(Debrief.Broken::unseen);
    }

    @Test
    void theSameVisitsAreRedOnceHerWordsAreWrittenDownAndSheCancelsAllTheSame() {
        var play = Paths.play(BOOK.get("dorothy"), "promise", "ana", "promise", "ben", "cy");

        assertThat(play.ending()).contains(Ending.CANCELS);
        assertThat(Debrief.of(play).broken()).hasSize(3).noneMatch(Debrief.Broken::unseen);
        assertThat(play.turns())
                .filteredOn(turn -> turn.scene().kind() == Kind.BOARD)
                .extracting(turn -> turn.judged().lights().customer())
                .containsExactly(Light.RED, Light.RED, Light.RED);
    }

    @Test
    void whoListensWritesItDownAndAsksKeepsDorothyWithAmberForTheCompany() {
        var play = Paths.play(BOOK.get("dorothy"), "promise", "introduce", "promise", "monday", "monday");

        assertThat(play.ending()).contains(Ending.TRUSTS);
        assertThat(play.bears()).isZero();
        assertThat(play.faces()).isEqualTo(2);
        assertThat(play.turns().getLast().judged().lights().company()).isEqualTo(Light.AMBER);
        assertThat(play.turns().getLast().judged().lights().customer()).isEqualTo(Light.GREEN);
    }

    @ParameterizedTest
    @CsvSource({"cy, 2", "tell-cy, 1", "ask-ben, 0", "monday, 0"})
    void aSurpriseWeighsTwoAWarningOneAndConsentNothing(String vacation, int points) {
        var before = Paths.play(BOOK.get("dorothy"), "promise", "introduce", "promise", "monday");
        assertThat(before.choose(vacation).bears()).isEqualTo(points);
    }

    @Test
    void aTryWeighsLessThanAPromise() {
        var promised = Paths.play(BOOK.get("dorothy"), "promise", "introduce", "promise", "monday", "cy");
        var tried = Paths.play(BOOK.get("dorothy"), "promise", "introduce", "try", "monday", "cy");
        assertThat(promised.bears() - tried.bears()).isEqualTo(1);
        assertThat(tried.turns().getLast().judged().lights().customer()).isEqualTo(Light.AMBER);
    }

    @Test
    void eachFaceAfterTheSecondWeighsOneUnlessSheWasAsked() {
        var asked = Paths.play(BOOK.get("dorothy"), "promise", "ana", "promise", "ask-ben", "monday");
        var surprised = Paths.play(BOOK.get("dorothy"), "promise", "ana", "promise", "ben", "monday");
        assertThat(asked.faces()).isEqualTo(3);
        assertThat(surprised.bears() - asked.bears()).isEqualTo(2 + 1);
    }

    @Test
    void aWishThatNobodyWroteDownIsUnseenAndNadiaCancelsBeforeTheStoryIsOver() {
        var play = Paths.play(BOOK.get("nights"), "mention", "morning", "know", "order");

        assertThat(play.ending()).contains(Ending.CANCELS);
        assertThat(play.turns()).hasSizeLessThan(BOOK.get("nights").scenes().size());
        assertThat(play.turns().get(1).judged().unseen()).isTrue();
        assertThat(play.turns().get(1).judged().hers().customer()).isEqualTo(Light.AMBER);
        assertThat(play.turns().get(1).judged().broken()).startsWith("Nadia asked for");
        assertThat(Debrief.of(play).missed().getFirst().red()).isNotEmpty();
    }

    @Test
    void aNewFaceAtTheGateIsKnownOnceShesBeenThere() {
        var gate = BOOK.get("gate");
        var piaWasThere = Paths.play(gate, "promise", "promise", "ask");
        var tomCame = Paths.play(gate, "promise", "promise", "tom");
        assertThat(piaWasThere.choose("pia").turns().getLast().next()).isEqualTo(Next.KEPT);
        assertThat(tomCame.choose("pia").turns().getLast().next()).isEqualTo(Next.SURPRISED);
    }

    @Test
    void anOpenNoWithAnAlternativeBreaksNothingAndAYesThatCannotBeKeptBreaksEachVisit() {
        var kitchen = BOOK.get("kitchen");
        var declined = Paths.play(kitchen, "decline", "promise", "wednesday", "nine", "early");
        var promised = Paths.play(kitchen, "yes", "promise", "wednesday", "nine", "early");

        assertThat(declined.ending()).contains(Ending.TRUSTS);
        assertThat(declined.file()).containsEntry("AT-SIX", Answer.DECLINED);
        assertThat(Debrief.of(declined).heard().getFirst().alternative()).isNotBlank();
        assertThat(Debrief.of(promised).broken()).hasSize(3);
        assertThat(promised.ending()).contains(Ending.STAYS);
    }

    @ParameterizedTest
    @CsvSource({
        "six, Rui",
        "gus, Gus",
    })
    void whatCannotBeDoneIsRefusedInASentence(String choice, String who) {
        var play = Paths.play(BOOK.get("kitchen"), "decline", "promise");
        assertThatThrownBy(() -> play.choose(choice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(who)
                .hasMessageEndingWith("Choose something else.");
    }

    @Test
    void aStoryThatCouldNotBePlayedIsToldItsFaults() {
        var broken = StoryBook.parse("""
                {"code": "x", "title": "X", "about": "x", "customer": {"name": "X", "called": "X"},
                 "office": {"name": "X", "zone": "America/Chicago"}, "patience": 0,
                 "scenes": [
                   {"code": "a", "kind": "BOARD", "on": "2026-02-01", "title": "A", "choices": [
                     {"code": "one", "says": "One", "place": {"technician": "NOBODY", "date": "2026-02-01"}}]},
                   {"code": "a", "kind": "PHONE", "on": "2026-01-01", "title": "B", "said": "Please", "choices": [
                     {"code": "no", "says": "No", "writes": [{"wish": "GONE", "answer": "DECLINED"}]}]}]}""");
        assertThat(StoryCheck.of(broken))
                .contains(
                        "It has no words for the ending TRUSTS.",
                        "A patience of 0 is none.",
                        "There is no technician for scene a.",
                        "In scene a a choice lies beside the board.",
                        "In scene a there is nothing to choose.",
                        "There is no such wish for scene a.",
                        "In scene a words and wish do not go together.",
                        "In scene a a wish is declined and nothing offered.",
                        "The scene a comes before the one in front of it.",
                        "Twice the same scene.");
    }

    @Test
    void aMisspeltWordInAStoryIsAFaultAndNotSilence() {
        assertThatThrownBy(() -> StoryBook.parse("{\"code\": \"x\", \"tilte\": \"X\"}"))
                .hasMessageContaining("tilte");
    }
}
