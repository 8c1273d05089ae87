package org.dorothydispatch.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class PracticeServiceTest {

    private static final String[] FOUNDING = {"nod", "on", "ana", "on", "kind", "ben", "on", "cy"};

    private static final String[] THE_REAL_WORLD = {
        "customer",
        "site",
        "agreement",
        "visit",
        "preference",
        "introduction",
        "consent",
        "visit_override",
        "heard",
        "board_event",
        "office_sequence",
        "write_receipt",
        "audit_entry",
        "coaching_note"
    };

    @Autowired
    private PracticeService practice;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rita", "sol", "dan", "mia", "tess"})
    void everybodyPlaysAndTheRunEndsAsTheStoryDoes(String who) {
        var run = play(who, "dorothy", FOUNDING);

        assertThat(run.play().ending()).contains(Ending.CANCELS);
        var debrief = SignedIn.as(who, () -> practice.debrief(run.run()));
        assertThat(debrief.missed()).hasSize(2);
        assertThat(debrief.broken()).hasSize(3);
        var card = SignedIn.as(who, practice::shelf).getFirst();
        assertThat(card.finished()).isEqualTo(1);
        assertThat(card.last()).isEqualTo(Ending.CANCELS);
        assertThat(card.lastRun()).isEqualTo(run.run());
        assertThat(card.at()).isNull();
    }

    @Test
    void nobodyPlaysWithoutSigningIn() {
        assertThatThrownBy(practice::shelf).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> practice.open("dorothy")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aRunGoesOnWhereItWasLeftAndCanBeBegunAnew() {
        var first = play("tess", "dorothy", "promise", "on", "introduce");

        clock.pass(Duration.ofDays(1));
        var later = SignedIn.as("tess", () -> practice.open("dorothy"));
        assertThat(later.run()).isEqualTo(first.run());
        assertThat(later.play().position()).isEqualTo(3);
        assertThat(later.play().file()).containsKey("MARCO-HIMSELF");
        assertThat(SignedIn.as("tess", practice::shelf).getFirst().at()).isEqualTo(3);

        var anew = SignedIn.as("tess", () -> practice.again("dorothy"));
        assertThat(anew.play().position()).isZero();
        assertThat(SignedIn.as("tess", () -> practice.open("dorothy")).run()).isEqualTo(anew.run());
        assertThatThrownBy(() -> SignedIn.as("tess", () -> practice.choose(first.run(), 3, "on")))
                .hasMessage("This run is over. Play the story again from its beginning.");
    }

    @Test
    void aFinishedStoryIsPlayedAgainAtWillAndBothRunsAreKept() {
        var first = play("tess", "dorothy", FOUNDING);
        clock.pass(Duration.ofHours(1));
        var second = play("tess", "dorothy", "promise", "on", "introduce", "on", "promise", "monday", "on", "monday");

        assertThat(second.run()).isNotEqualTo(first.run());
        var card = SignedIn.as("tess", practice::shelf).getFirst();
        assertThat(card.finished()).isEqualTo(2);
        assertThat(card.last()).isEqualTo(Ending.TRUSTS);
        assertThat(SignedIn.as("tess", () -> practice.debrief(first.run())).ending())
                .isEqualTo(Ending.CANCELS);
    }

    @Test
    void aChoiceSentTwiceCountsOnceAndAnotherOneIsRefused() {
        var run = SignedIn.as("tess", () -> practice.open("dorothy"));
        SignedIn.as("tess", () -> practice.choose(run.run(), 0, "promise"));

        assertThat(SignedIn.as("tess", () -> practice.choose(run.run(), 0, "promise"))
                        .play()
                        .position())
                .isEqualTo(1);
        assertThatThrownBy(() -> SignedIn.as("tess", () -> practice.choose(run.run(), 0, "nod")))
                .hasMessageStartingWith("You have chosen in this scene already");
        assertThat(database.sql("select choice from practice_step")
                        .query(String.class)
                        .list())
                .containsExactly("promise");
    }

    @Test
    void whatCannotBeDoneIsNotKept() {
        var run = play("tess", "kitchen", "decline", "promise");
        assertThatThrownBy(() -> SignedIn.as("tess", () -> practice.choose(run.run(), 2, "six")))
                .hasMessageEndingWith("Choose something else.");
        assertThatThrownBy(() -> SignedIn.as("tess", () -> practice.choose(run.run(), 2, "<b>no</b>")))
                .hasMessageContaining("no such choice");
        assertThat(SignedIn.as("tess", () -> practice.open("kitchen")).play().position())
                .isEqualTo(2);
    }

    @Test
    void somebodyElsesRunIsNobodysBusiness() {
        var run = play("tess", "dorothy", FOUNDING);
        for (var stranger : new String[] {"mia", "dan"}) {
            assertThatThrownBy(() -> SignedIn.as(stranger, () -> practice.debrief(run.run())))
                    .hasMessage("There is no such run of yours. Choose a story under Practice.");
            assertThatThrownBy(() -> SignedIn.as(stranger, () -> practice.choose(run.run(), 0, "nod")))
                    .hasMessage("There is no such run of yours. Choose a story under Practice.");
        }
    }

    @Test
    void aRunOfAStoryThatWasRewrittenIsSaidToBeSoAndBegunAnew() {
        var run = play("tess", "dorothy", "promise", "on");
        database.sql("update practice_step set choice = 'gone' where position = 0")
                .update();

        assertThatThrownBy(() -> SignedIn.as("tess", () -> practice.get(run.run())))
                .hasMessageStartingWith("This story has been rewritten since you played it.");
        assertThat(SignedIn.as("tess", () -> practice.open("dorothy")).play().position())
                .isZero();
    }

    @Test
    void nothingOfAStoryTouchesACustomerAVisitOrTheOutbox() {
        var before = everythingElse();
        play("tess", "dorothy", FOUNDING);
        play("dan", "kitchen", "decline", "promise", "wednesday", "nine", "early");

        assertThat(everythingElse()).isEqualTo(before);
        assertThat(database.sql("select count(*) from practice_step")
                        .query(Integer.class)
                        .single())
                .isEqualTo(FOUNDING.length + 5);
    }

    /** The tables of the real world, row by row. */
    private Map<String, String> everythingElse() {
        var contents = new LinkedHashMap<String, String>();
        for (var table : THE_REAL_WORLD) {
            contents.put(
                    table,
                    database.sql("select * from " + table).query().listOfRows().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList()
                            .toString());
        }
        assertThat(contents.get("visit")).contains("D10");
        return contents;
    }

    private Playing play(String who, String story, String... choices) {
        return SignedIn.as(who, () -> {
            var playing = practice.open(story);
            for (var choice : choices) {
                playing = practice.choose(playing.run(), playing.play().position(), choice);
            }
            return playing;
        });
    }
}
