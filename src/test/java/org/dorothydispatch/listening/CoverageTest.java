package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.Coverage.State;
import org.dorothydispatch.listening.Waiting.Kind;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom we have asked, and what waits to be asked again. */
@DatabaseTest(now = ListeningFixture.NOON_UTC)
class CoverageTest {

    private static final LocalDate TODAY = ListeningFixture.MONDAY;

    @Autowired
    private Coverages coverages;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Inbox inbox;

    @Autowired
    private ListeningService listening;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database);
    }

    @Test
    void whoNeverSaidAnythingWasNeverAskedAndAYearIsAYear() {
        assertThat(state()).isEqualTo(State.NEVER_ASKED);

        fixture.preference(
                "P1",
                "DOROTHY",
                "FAMILIAR",
                "promised",
                "heard_on",
                TODAY.minusYears(1).minusDays(1));
        assertThat(state()).isEqualTo(State.ASKED);
        database.sql("update preference set heard_on = ?")
                .param(TODAY.minusYears(1))
                .update();
        assertThat(state()).isEqualTo(State.CONFIRMED);
        assertThat(coverage().last()).isEqualTo(TODAY.minusYears(1));
        assertThat(coverage().wishes()).isEqualTo(1);
        database.sql("update preference set heard_on = null").update();
        assertThat(state()).isEqualTo(State.ASKED);

        as("rita", () -> listening.hear(HearCommand.of("op", "DOROTHY", "Only Ana.", Channel.PHONE)));
        assertThat(state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void theDayIsThatOfTheOfficeAndNotOfTheServer() {
        // Half past nine in the evening in Albany a year ago and a day; in UTC it is the day after.
        clock.set(TODAY.minusYears(1)
                .minusDays(1)
                .atTime(21, 30)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant());
        as("rita", () -> listening.hear(HearCommand.of("op", "DOROTHY", "Only Ana.", Channel.PHONE)));
        clock.set(ListeningFixture.NOON);

        assertThat(coverage().last()).isEqualTo(TODAY.minusYears(1).minusDays(1));
        assertThat(state()).isEqualTo(State.ASKED);
    }

    @Test
    void anOfficeSeesHowManyItHasAskedAndWhomNot() {
        fixture.preference("P1", "DOROTHY", "FAMILIAR", "promised", "heard_on", TODAY.minusDays(3))
                .customer("GONE", "Gone Already", "ALB", "cancelled_on", TODAY.minusDays(1));

        assertThat(as("sol", () -> coverages.counts("ALB")))
                .isEqualTo(Map.of(State.NEVER_ASKED, 1, State.ASKED, 0, State.CONFIRMED, 1));
        assertThat(as("sol", () -> coverages.list("ALB", State.NEVER_ASKED, 0, 10)))
                .extracting(Coverage::name)
                .containsExactly("Baker Street Bakery");
        assertThat(as("sol", () -> coverages.list("ALB", State.NEVER_ASKED, 1, 10)))
                .isEmpty();
        assertThatThrownBy(() -> as("sol", () -> coverages.counts("BUF"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aQuestionStandsUntilTheyWereAskedAndThatCounts() {
        as("sol", () -> {
            coverages.askNextTime("DOROTHY", "Does the alarm code work?");
            return null;
        });
        // Whoever visits them knows what to ask, and says that it was asked.
        assertThat(as("tess", () -> coverages.of("DOROTHY"))).satisfies(coverage -> {
            assertThat(coverage.toAsk()).isEqualTo("Does the alarm code work?");
            assertThat(coverage.questionBy()).isEqualTo("sol by name");
            assertThat(coverage.state()).isEqualTo(State.NEVER_ASKED);
        });
        as("tess", () -> {
            coverages.wereAsked("DOROTHY", "It does");
            return null;
        });

        assertThat(coverage().question()).isNull();
        assertThat(coverage().state()).isEqualTo(State.CONFIRMED);
        assertThat(coverage().toAsk()).isEmpty();
        assertThat(database.sql("select note from asked").query(String.class).list())
                .containsExactly("It does");
    }

    @Test
    void whatIsAskedIsAskedByThePeopleOfTheOfficeAndLawfully() {
        assertThatThrownBy(() -> ask("sol", " ")).hasMessage("Write the question, as it is to be asked.");
        assertThatThrownBy(() -> ask("sol", "x".repeat(501))).hasMessageContaining("this has 501");
        assertThatThrownBy(() -> ask("sol", "Would you rather not have a woman?"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ask("kim", "Anything?")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> ask("tess", "Anything?")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as("tess", () -> coverages.of("BAKER"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aReviewDateAsksWhenItHasComeAndNothingVanishes() {
        fixture.preference("P1", "DOROTHY", "ONLY", "promised", "review_on", TODAY)
                .preferred("P1", "ANA")
                .preference("P2", "DOROTHY", "FAMILIAR", "promised", "review_on", TODAY.plusDays(1))
                .preference("P3", "DOROTHY", "FAMILIAR", "declined", "review_on", TODAY)
                .preference("P4", "DOROTHY", "FAMILIAR", "promised", "review_on", TODAY, "valid_to", TODAY.minusDays(1))
                .preference("P5", "RIDGE", "FAMILIAR", "promised", "review_on", TODAY);

        assertThat(as("mia", () -> inbox.waiting(List.of("ALB", "BUF"), 0, 10)))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.kind()).isEqualTo(Kind.ASK_AGAIN);
                    assertThat(waiting.code()).isEqualTo("P1");
                    assertThat(waiting.words()).isEqualTo("Does Dorothy still want only Ana Petrov?");
                });
        assertThat(as("mia", () -> inbox.counts(List.of("ALB")))).containsEntry(Kind.ASK_AGAIN, 1);

        clock.set(Instant.parse("2027-10-05T12:00:00Z"));
        assertThat(as("mia", () -> inbox.waiting(List.of("ALB"), 0, 10)))
                .extracting(Waiting::code)
                .containsExactly("P1", "P2");
        assertThat(database.sql("select count(*) from preference")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void whoWaitsLongestComesFirstWhateverItIs() {
        fixture.preference("P1", "DOROTHY", "STEADY_DAY", "promised", "review_on", TODAY.minusDays(2));
        as("rita", () -> listening.hear(HearCommand.of("op", "BAKER", "Only Ana.", Channel.PHONE)));
        database.sql("update preference set words = 'Tuesdays.'").update();

        assertThat(as("rita", () -> inbox.waiting(List.of("ALB"), 0, 10)))
                .extracting(Waiting::words)
                .containsExactly("Does Dorothy still want this: always the same weekday?", "“Only Ana.”");
        assertThat(as("rita", () -> inbox.waiting(List.of("ALB"), 1, 1)))
                .extracting(Waiting::kind)
                .containsExactly(Kind.HEARD);
    }

    @Test
    void aBusinessHasPeopleAndAWishIsSomebodysAlsoAfterTheyHaveLeft() {
        fixture.preference("P1", "DOROTHY", "FAMILIAR", "promised");
        var maria = as("rita", () -> contacts.add("DOROTHY", " Maria Lopez ", "Opens the shop", "", null));
        assertThatThrownBy(() -> as("rita", () -> contacts.add("DOROTHY", "maria lopez", null, null, null)))
                .hasMessageContaining("Dorothy has maria lopez already");
        assertThatThrownBy(() -> as("rita", () -> contacts.add("DOROTHY", " ", null, null, null)))
                .hasMessage("Write the name of the person.");
        assertThatThrownBy(() -> as("kim", () -> contacts.add("DOROTHY", "Eve", null, null, null)))
                .isInstanceOf(NotAllowed.class);
        as("sol", () -> {
            contacts.isTheWishOf("P1", maria.code());
            contacts.left(maria.code());
            return null;
        });

        assertThat(as("sol", () -> contacts.of("DOROTHY"))).isEmpty();
        assertThat(as("sol", () -> contacts.whoseWish("DOROTHY"))).isEqualTo(Map.of("P1", "Maria Lopez"));
        var eve = as("sol", () -> contacts.add("BAKER", "Eve", null, null, null));
        assertThatThrownBy(() -> as("sol", () -> {
                    contacts.isTheWishOf("P1", eve.code());
                    return null;
                }))
                .hasMessage("This person belongs to another customer.");
    }

    private void ask(String user, String question) {
        as(user, () -> {
            coverages.askNextTime("DOROTHY", question);
            return null;
        });
    }

    private Coverage coverage() {
        return as("rita", () -> coverages.of("DOROTHY"));
    }

    private State state() {
        return coverage().state();
    }
}
