package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import java.util.List;
import java.util.UUID;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveOutcome;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.MoveVisit;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The employer keeps somebody away from a customer, for their safety. */
@DatabaseTest(now = ListeningFixture.NOON_UTC)
class SafetyBlocksTest {

    private static final String SECRET = "He waited for her behind the shed";

    @Autowired
    private SafetyBlocks blocks;

    @Autowired
    private FlagService flags;

    @Autowired
    private MoveVisit moves;

    @Autowired
    private PreferenceService preferences;

    @Autowired
    private CustomerFiles files;

    @Autowired
    private CallerCards cards;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void store() {
        clock.set(ListeningFixture.NOON);
        ListeningFixture.store(database)
                .preference("P1", "DOROTHY", "ONLY", "will_try")
                .preferred("P1", "ANA");
    }

    @Test
    void whoIsKeptAwayIsNoCandidateThereAndTheirVisitsSaySo() {
        keepAway("mia", "ANA", SECRET);

        assertThat(as("dan", () -> flags.flagsOf("D10")))
                .extracting(flag -> flag.flag().message())
                .contains("Ana is not sent here. Ask the branch manager.");
        assertThat(as("dan", () -> flags.mendsOf("D10")))
                .isNotEmpty()
                .noneMatch(mend -> "ANA".equals(mend.placement().technician()));
        assertThat(move("BEN").status()).isEqualTo(MoveOutcome.Status.NEEDS);
        assertThat(move("ANA").sentence()).isEqualTo("Ana is not sent here. Ask the branch manager.");
        assertThat(move("ANA").status()).isEqualTo(MoveOutcome.Status.REFUSED);
    }

    @Test
    void liftedTheyMayBeSentAgain() {
        keepAway("mia", "ANA", SECRET);
        var block = as("mia", () -> blocks.of("DOROTHY")).getFirst();
        as("mia", () -> {
            blocks.lift(block.code(), "He has moved away");
            return null;
        });

        assertThat(as("mia", () -> blocks.of("DOROTHY"))).isEmpty();
        assertThat(as("dan", () -> flags.flagsOf("D10"))).isEmpty();
        assertThatThrownBy(() -> as("mia", () -> {
                    blocks.lift(block.code(), "Again");
                    return null;
                }))
                .hasMessage("It was lifted already. Look again.");
    }

    @Test
    void theReasonIsReadByBranchManagersAloneAndStandsNowhereElse() {
        keepAway("mia", "ANA", SECRET);

        assertThat(as("mia", () -> blocks.of("DOROTHY"))).singleElement().satisfies(block -> {
            assertThat(block.reason()).isEqualTo(SECRET);
            assertThat(block.name()).isEqualTo("Ana Petrov");
        });
        for (var user : List.of("rita", "sol", "dan", "tess", "kim")) {
            assertThatThrownBy(() -> as(user, () -> blocks.of("DOROTHY"))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> keepAway(user, "BEN", "Because")).isInstanceOf(NotAllowed.class);
        }
        assertThat(as("mia", () -> audit.of("customer", "DOROTHY", 10)).toString())
                .contains("Ana Petrov is not sent there")
                .doesNotContain("shed");
        assertThat(as("mia", () -> preferences.ofCustomer("DOROTHY"))).hasSize(1);
        assertThat(as("mia", () -> files.of("DOROTHY")).toString()
                        + as("mia", () -> cards.of("DOROTHY"))
                        + as("mia", () -> cancellations.look("DOROTHY"))
                        + as("mia", () -> flags.flagsOf("D10")))
                .doesNotContain("shed");
    }

    @Test
    void withoutAReasonOrSomebodyOrTwiceNothingIsDecided() {
        assertThatThrownBy(() -> keepAway("mia", "ANA", " "))
                .hasMessage("Write down why. Only branch managers read it.");
        assertThatThrownBy(() -> keepAway("mia", "", "Because")).hasMessage("Choose the technician.");
        keepAway("mia", "ANA", SECRET);
        assertThatThrownBy(() -> keepAway("mia", "ANA", SECRET)).hasMessage("Ana Petrov is not sent there already.");
        assertThat(as("mia", () -> blocks.of("DOROTHY"))).hasSize(1);
    }

    private void keepAway(String user, String technician, String reason) {
        as(user, () -> {
            blocks.keepAway("DOROTHY", technician, reason);
            return null;
        });
    }

    private MoveOutcome move(String technician) {
        int version = database.sql("select version from visit where code = 'D10'")
                .query(Integer.class)
                .single();
        return as(
                "dan",
                () -> moves.move(new MoveCommand(
                        UUID.randomUUID().toString(),
                        "D10",
                        version,
                        new MoveTarget("NORTH", ListeningFixture.NEXT_VISIT.plusDays(1), null, technician))));
    }
}
