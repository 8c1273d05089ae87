package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;
import static org.dorothydispatch.rules.GivesWay.DAY;
import static org.dorothydispatch.rules.GivesWay.NOTICE;
import static org.dorothydispatch.rules.GivesWay.PERSON;
import static org.dorothydispatch.rules.GivesWay.TIME;

import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.customer.CustomerChanged;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.Offered;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class GivesWayTest {

    @Autowired
    private GivesWayService givesWay;

    @Autowired
    private CustomerFiles files;

    @Autowired
    private FlagService flags;

    @Autowired
    private AuditTrail audit;

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
    void changingTheOrderChangesTheFirstMend() {
        fixture.preference("P1", "DOROTHY", "PERSON", "will_try")
                .preferred("P1", "ANA")
                .preference("P2", "DOROTHY", "WEEKDAYS", "will_try", "weekdays", "TUE")
                .absence("ANA", ListeningFixture.NEXT_VISIT, ListeningFixture.NEXT_VISIT, "sick");
        assertThat(firstMend()).satisfies(mend -> {
            assertThat(mend.placement().technician()).isEqualTo("ANA");
            assertThat(mend.placement().date()).isAfter(ListeningFixture.NEXT_VISIT);
        });

        as("sol", () -> givesWay.order("DOROTHY", version(), List.of(PERSON, NOTICE, TIME, DAY)));

        assertThat(firstMend()).satisfies(mend -> {
            assertThat(mend.placement().technician()).isEqualTo("BEN");
            assertThat(mend.placement().date()).isEqualTo(ListeningFixture.NEXT_VISIT);
        });
        assertThat(as("dan", () -> audit.of("customer", "DOROTHY", 5)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.before()).isEqualTo("day, then time, then notice, then person");
                    assertThat(row.after()).isEqualTo("person, then notice, then time, then day");
                });
    }

    @Test
    void whoIsSecondIsToldAndNothingIsWrittenOver() {
        as("sol", () -> givesWay.order("DOROTHY", 0, List.of(PERSON, DAY)));

        assertThatThrownBy(() -> as("mia", () -> givesWay.order("DOROTHY", 0, List.of(TIME))))
                .isInstanceOf(CustomerChanged.class)
                .hasMessageContaining("sol by name was first");
        assertThat(database.sql("select gives_way from customer where code = 'DOROTHY'")
                        .query(String.class)
                        .single())
                .isEqualTo("person;day");
    }

    @Test
    void oneThingTwiceAStrangerAndAListenerAreRefused() {
        assertThatThrownBy(() -> as("mia", () -> givesWay.order("DOROTHY", 0, List.of(DAY, DAY))))
                .hasMessage("Each of them can give way only once.");
        for (var user : List.of("rita", "tess", "kim")) {
            assertThatThrownBy(() -> as(user, () -> givesWay.order("DOROTHY", 0, List.of(DAY))))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void theQuestionIsMadeOfWhatTheyWishedFor() {
        assertThat(question())
                .isEqualTo("If Ana is ill on your day, would you rather have another day or another person?");

        fixture.preference("P1", "DOROTHY", "PERSON", "promised")
                .preferred("P1", "BEN")
                .preference("P2", "DOROTHY", "WEEKDAYS", "promised", "weekdays", "TUE");
        assertThat(question())
                .isEqualTo("If Ben is ill on your Tuesday, would you rather have another day or another person?");

        database.sql("update preference set kind = 'WINDOW', weekdays = null, from_time = ? where code = 'P2'")
                .param(LocalTime.of(10, 0))
                .update();
        assertThat(question())
                .isEqualTo("If Ben is ill at your time, would you rather have another time or another person?");

        database.sql("update preference set kind = 'STEADY_DAY' where code = 'P1'")
                .update();
        assertThat(question())
                .isEqualTo("If your day is full at your time, would you rather have another time or another day?");
    }

    private String question() {
        return as("rita", () -> files.of("DOROTHY")).question();
    }

    private int version() {
        return as("sol", () -> files.of("DOROTHY")).customer().version();
    }

    private Offered firstMend() {
        return as("dan", () -> flags.mendsOf("D10")).getFirst();
    }
}
