package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.audit.AuditRow;
import org.dorothydispatch.flags.FlagService;
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
class AmendmentsTest {

    @Autowired
    private Amendments amendments;

    @Autowired
    private CustomerFiles files;

    @Autowired
    private PreferenceService preferences;

    @Autowired
    private FlagService flags;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database)
                .preference(
                        "P1",
                        "DOROTHY",
                        "WINDOW",
                        "promised",
                        "from_time",
                        LocalTime.of(8, 0),
                        "words",
                        "Not before eight.",
                        "heard_by",
                        "Rita",
                        "heard_on",
                        ListeningFixture.MONDAY.minusMonths(3))
                .preference("P2", "DOROTHY", "ONLY", "promised", "words", "Only Ana.")
                .preferred("P2", "ANA");
    }

    @Test
    void aCorrectionIsJudgedAtOnceAndTheOldWordingStaysInTheHistory() {
        var corrected = as(
                "mia",
                () -> amendments.correct("P1", 0, window("Not before ten.", 10), "Rita heard eight; she said ten"));

        assertThat(corrected.from()).isEqualTo(LocalTime.of(10, 0));
        assertThat(corrected.answer()).isEqualTo("promised");
        assertThat(corrected.heardBy()).isEqualTo("Rita");
        // Tomorrow's visit at nine kept the old wording and breaks the new one.
        assertThat(as("dan", () -> flags.flagsOf("D10")))
                .anySatisfy(flag -> assertThat(flag.flag().code()).isEqualTo("P1"));
        assertThat(history("P1")).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("correct");
            assertThat(row.before()).contains("not before 8:00").contains("Not before eight.");
            assertThat(row.after()).contains("not before 10:00").contains("Not before ten.");
            assertThat(row.why()).isEqualTo("Rita heard eight; she said ten");
            assertThat(row.actor()).isEqualTo("mia by name");
        });
    }

    @Test
    void aCorrectionThatSaysNothingContradictsOrIsAboutWhoSomebodyIsIsRefused() {
        refused("Say from when or until when.", window("Not before ten.", null), "Typing");
        refused("Say what was written down wrongly, for whoever reads the record.", window("Ten.", 10), "  ");
        refused("No visit can keep both", by("PERSON", "BEN", "Ben, please."), "It was Ben");
        assertThatThrownBy(() ->
                        as("mia", () -> amendments.correct("P1", 0, window("No woman, please.", 10), "She said more")))
                .isInstanceOf(IllegalArgumentException.class);
        refused("A “never” has a reason of its own", by("NEVER", "BEN", "Never Ben."), "It was Ben");
        assertThat(wish("P1").words()).isEqualTo("Not before eight.");
    }

    @Test
    void whoIsSecondIsToldAndChangesNothing() {
        as("mia", () -> amendments.correct("P1", 0, window("Not before ten.", 10), "It was ten"));

        assertThatThrownBy(() -> as("sol", () -> amendments.end("P1", 0, ListeningFixture.MONDAY, "Over")))
                .isInstanceOf(PreferenceChanged.class)
                .hasMessageContaining("mia by name was first");
        assertThat(wish("P1").validTo()).isNull();
    }

    @Test
    void whatEndsHoldsUpToItsLastDayAndStaysOnTheRecord() {
        as("dan", () -> flags.recheck(List.of("D10")));
        as("mia", () -> amendments.end("P2", 0, ListeningFixture.MONDAY, "She knows Ben now"));

        assertThat(wish("P2").inForce(ListeningFixture.MONDAY)).isTrue();
        assertThat(wish("P2").inForce(ListeningFixture.NEXT_VISIT)).isFalse();
        database.sql("update visit set technician = 'BEN' where code = 'D10'").update();
        as("dan", () -> flags.recheck(List.of("D10")));
        assertThat(as("dan", () -> flags.flagsOf("D10")))
                .noneMatch(flag -> flag.flag().code().equals("P2"));
        assertThat(history("P2")).extracting(AuditRow::why).containsExactly("She knows Ben now");
        assertThatThrownBy(() -> as("mia", () -> amendments.end("P2", 1, ListeningFixture.MONDAY, "Again")))
                .hasMessageContaining("has ended on 2026-10-05 already");
    }

    @Test
    void whoeverChangedTheirMindHasBothSentencesOnTheRecordAndOneInForce() {
        var now = as(
                "sol",
                () -> amendments.change(
                        "P1",
                        0,
                        new Wish(
                                window("Mornings are fine now, be done by noon.", null, 12),
                                new AnswerGiven("will_try", null, ListeningFixture.MONDAY, null),
                                null)));

        assertThat(now.validFrom()).isEqualTo(ListeningFixture.MONDAY);
        assertThat(now.heardBy()).isEqualTo("sol by name");
        assertThat(now.answer()).isEqualTo("will_try");
        assertThat(wish("P1").validTo()).isEqualTo(ListeningFixture.MONDAY.minusDays(1));
        assertThat(wish("P1").words()).isEqualTo("Not before eight.");
        assertThat(asked()).containsExactly("P1 changed");
    }

    @Test
    void askedAgainItIsStillSoWithANewDateOrNoLonger() {
        database.sql("update preference set review_on = ?")
                .param(ListeningFixture.MONDAY)
                .update();
        as("mia", () -> amendments.stillSo("P1", 0, ListeningFixture.MONDAY.plusYears(1), ""));
        as("mia", () -> amendments.noLonger("P2", 0, "Anybody will do"));

        assertThat(wish("P1").reviewOn()).isEqualTo(ListeningFixture.MONDAY.plusYears(1));
        assertThat(wish("P1").inForce(ListeningFixture.NEXT_VISIT)).isTrue();
        assertThat(wish("P2").inForce(ListeningFixture.MONDAY)).isFalse();
        assertThat(asked()).containsExactly("P1 still_so", "P2 no_longer");
        assertThatThrownBy(() -> as("mia", () -> amendments.stillSo("P1", 1, ListeningFixture.MONDAY, null)))
                .hasMessageContaining("Ask again on a day to come");
    }

    @Test
    void whoOnlyListensOrIsOfAnotherOfficeAmendsNothing() {
        for (var user : List.of("rita", "tess", "kim")) {
            assertThatThrownBy(() -> as(user, () -> amendments.end("P1", 0, ListeningFixture.MONDAY, "Over")))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(wish("P1").validTo()).isNull();
    }

    private void refused(String sentence, NewPreference wish, String why) {
        assertThatThrownBy(() -> as("mia", () -> amendments.correct("P1", 0, wish, why)))
                .hasMessageContaining(sentence);
    }

    private static NewPreference window(String words, Integer from) {
        return window(words, from, null);
    }

    private static NewPreference window(String words, Integer from, Integer to) {
        return Wishes.between(from == null ? null : LocalTime.of(from, 0), to == null ? null : LocalTime.of(to, 0))
                .heard(words, null, null, null);
    }

    private static NewPreference by(String kind, String technician, String words) {
        return Wishes.by(kind, technician).heard(words, null, null, null);
    }

    private PreferenceRow wish(String code) {
        return as("mia", () -> preferences.get(code));
    }

    private List<AuditRow> history(String code) {
        return as("rita", () -> files.of("DOROTHY")).history().getOrDefault(code, List.of());
    }

    private List<String> asked() {
        return database.sql("select concat(preference, ' ', outcome) from asked order by id")
                .query(String.class)
                .list();
    }
}
