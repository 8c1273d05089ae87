package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.board.BoardFixture.MONDAY;
import static org.dorothydispatch.board.BoardFixture.TUESDAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.Signs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class BoardSnapshotsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BoardSnapshots snapshots;

    @Autowired
    FlagService flags;

    BoardFixture fixture;

    @BeforeEach
    void tellTheStory() {
        fixture = new BoardFixture(jdbc).story();
    }

    @Test
    void aCardSaysWhoWhenAndHowItStands() {
        fixture.verdict("D10", 2, 0, "promised Ana", 1, 1);

        assertThat(card(read("RIVER"), "D10"))
                .isEqualTo(new Card(
                        "D10",
                        0,
                        "DOROTHY",
                        "Dorothy",
                        "RIVER",
                        "NORTH",
                        "CY",
                        TUESDAY,
                        TUESDAY,
                        LocalTime.of(9, 0),
                        40,
                        "planned",
                        0,
                        2,
                        0,
                        "pfr",
                        "promised Ana",
                        1,
                        1,
                        0,
                        new Card.Service("Rodent control", 0)));
    }

    @Test
    void whatTheCheckFoundTheChipsCount() {
        fixture.visit("D11", "LOPEZ", "SOUTH", "ANA", TUESDAY, "09:00", "planned");
        fixture.visit("D12", "LOPEZ", "NORTH", "CY", TUESDAY, "09:20", "planned");
        fixture.visit("W2", "SATO", "RIDGE", "LIA", MONDAY, "10:30", "planned");
        jdbc.sql("update agreement set skills = 'wildlife' where code = 'SATO'").update();
        jdbc.sql("update visit set due_on = ? where code = 'W2'").param(TUESDAY).update();
        flags.recheckAll(List.of("RIVER", "HILL"));

        var cards = read("RIVER", "HILL").visits();

        assertThat(codes(cards, Signs.DOUBLE_BOOKED))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(flagged("kind = 'DOUBLE_BOOKED'"));
        assertThat(codes(cards, Signs.UNLICENSED))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(flagged("kind = 'UNLICENSED'"));
        assertThat(codes(cards, Signs.PROTOCOL))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(flagged("side = 'company'"));
        assertThat(codes(cards, Signs.AWAY))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(flagged("kind in ('ABSENT', 'OFF_SHIFT', 'NOT_EMPLOYED')"));
        assertThat(cards.stream().filter(card -> card.promisesBroken() > 0).map(Card::code))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(flagged("side = 'customer' and level = 'promised'"));
        assertThat(cards.stream()
                        .filter(card -> card.promisesBroken() == 0 && card.customerLight() > 0)
                        .map(Card::code))
                .containsExactlyInAnyOrderElementsOf(
                        flagged(
                                "side = 'customer' and visit not in (select visit from flag where level = 'promised' and outcome = 'BROKEN')"));
    }

    @Test
    void aCardSaysWhetherTheCustomerKnowsWhoComes() {
        flags.recheckAll(List.of("RIVER", "HILL"));
        assertThat(card(read("RIVER"), "D10").signs() & (Signs.KNOWN | Signs.NEW))
                .isEqualTo(Signs.NEW);

        jdbc.sql("insert into introduction (customer, technician, met_on) values ('DOROTHY', 'CY', ?)")
                .param(MONDAY)
                .update();
        flags.recheckAll(List.of("RIVER"));

        assertThat(card(read("RIVER"), "D10").signs() & (Signs.KNOWN | Signs.NEW))
                .isEqualTo(Signs.KNOWN);
        assertThat(card(read("RIVER"), "U1").signs() & (Signs.KNOWN | Signs.NEW))
                .as("nobody comes yet")
                .isZero();
    }

    @Test
    void aSentenceThatWaitsInTheInboxIsAMarkOnEveryVisitToCome() {
        jdbc.sql("""
                        insert into heard (code, customer, words, heard_by, heard_at, channel, state, op_id)
                        values ('H1', 'LOPEZ', 'Could it be mornings?', 'rita', '2026-10-05 10:00:00', 'phone', 'open', 'op')
                        """).update();
        assertThat(codes(read("RIVER").visits(), CardSigns.UNANSWERED)).containsExactlyInAnyOrder("L1", "U1");

        jdbc.sql("update heard set state = 'aside'").update();
        assertThat(codes(read("RIVER").visits(), CardSigns.UNANSWERED)).isEmpty();
    }

    @Test
    void anUnansweredWishShowsOnWhatIsStillToCome() {
        fixture.preference("P7", "LOPEZ", "LANGUAGE", "unanswered", "Somebody who speaks Spanish, please.", "Sales");
        fixture.visit("L0", "LOPEZ", "SOUTH", "BEN", MONDAY, "08:00", "done");

        assertThat(codes(read("RIVER").visits(), CardSigns.UNANSWERED)).containsExactlyInAnyOrder("L1", "U1");

        jdbc.sql("update preference set answer = 'promised' where code = 'P7'").update();
        assertThat(codes(read("RIVER").visits(), CardSigns.UNANSWERED)).isEmpty();
    }

    @Test
    void theAgreementSaysWhichServiceAndWhatItIsWorth() {
        jdbc.sql("update agreement set annual_value = 599.99, service = 'Termite inspection' where code = 'LOPEZ'")
                .update();
        jdbc.sql("update agreement set annual_value = 1500 where code = 'DOROTHY'")
                .update();

        var board = read("RIVER");

        assertThat(board.services()).containsExactlyInAnyOrder("Rodent control", "Termite inspection");
        assertThat(board.services().get(service(board, "L1").place())).isEqualTo("Termite inspection");
        assertThat(board.bands()).extracting(BigDecimal::intValue).containsExactly(600, 1500);
        assertThat(card(board, "L1").signs() >> 7).isEqualTo(1);
        assertThat(card(board, "D10").signs() >> 7).isEqualTo(3);
        assertThat(card(read("HILL"), "W1").signs() >> 7).as("nobody knows").isZero();
    }

    private static Card.Service service(BoardSnapshot board, String visit) {
        return Objects.requireNonNull(card(board, visit).service());
    }

    private static List<String> codes(List<Card> cards, int sign) {
        return cards.stream()
                .filter(card -> (card.signs() & sign) != 0)
                .map(Card::code)
                .toList();
    }

    private List<String> flagged(String condition) {
        return jdbc.sql("select distinct visit from flag where outcome = 'BROKEN' and " + condition)
                .query(String.class)
                .list();
    }

    @Test
    void onlyTheOfficesAskedForAndTheirTrayComeAlong() {
        fixture.unassigned("U2", "LOPEZ", MONDAY.plusDays(30));

        assertThat(read("RIVER").visits()).extracting(Card::code).containsExactlyInAnyOrder("D10", "L1", "U1");
        assertThat(read("HILL").visits()).extracting(Card::code).containsExactly("W1");
        assertThat(read("RIVER", "HILL").offices())
                .extracting(BoardSnapshot.Office::name)
                .containsExactly("Hilltop", "Riverside");
    }

    @Test
    void aPlannedVisitWithoutADayLiesInTheTray() {
        jdbc.sql("update visit set planned_on = null where code = 'L1'").update();

        assertThat(card(read("RIVER"), "L1").date()).isNull();
    }

    @Test
    void aVisitInTheTraySaysHowManyPromisesBindItOnTheDayItIsDue() {
        fixture.unassigned("D11", "DOROTHY", TUESDAY);
        fixture.preference("P7", "DOROTHY", "NOTICE", "promised", "Call me the day before.", "Marco Ruiz");
        fixture.preference("P8", "DOROTHY", "REMEMBER", "promised", "Say hello first.", "Marco Ruiz");
        fixture.preference("P9", "DOROTHY", "LANGUAGE", "promised", "Until the spring.", "Marco Ruiz");
        jdbc.sql("update preference set valid_to = ? where code = 'P9'")
                .param(MONDAY)
                .update();

        assertThat(card(read("RIVER"), "D11").promisesDue()).isEqualTo(2);
        assertThat(card(read("RIVER"), "U1").promisesDue()).isZero();
        assertThat(card(read("RIVER"), "D10").promisesDue())
                .as("on a day the checks say it")
                .isZero();
    }

    @Test
    void whatIsCancelledIsNotShown() {
        jdbc.sql("update visit set status = 'cancelled' where code = 'D10'").update();

        assertThat(read("RIVER").visits()).extracting(Card::code).doesNotContain("D10");
    }

    @Test
    void aDeclinedOrOutdatedWishLeavesNoMark() {
        jdbc.sql("update preference set valid_to = ? where code = 'P2'")
                .param(MONDAY)
                .update();

        assertThat(card(read("RIVER"), "D10").marks()).isEqualTo("pr");
        assertThat(card(read("RIVER"), "L1").marks()).isEmpty();
    }

    @Test
    void columnsAreWorkingDaysAndAnyDayOnWhichAVisitStands() {
        assertThat(read("RIVER").days())
                .containsExactly(
                        MONDAY,
                        TUESDAY,
                        MONDAY.plusDays(2),
                        MONDAY.plusDays(3),
                        MONDAY.plusDays(4),
                        MONDAY.plusDays(7),
                        MONDAY.plusDays(8));

        var saturday = MONDAY.plusDays(5);
        fixture.visit("S1", "LOPEZ", "SOUTH", "BEN", saturday, "10:00", "planned");
        assertThat(read("RIVER").days()).hasSize(8).contains(saturday);
    }

    @Test
    void aRunIsDrivenByWhoHasMostOfItsVisits() {
        assertThat(run("SOUTH", TUESDAY.plusDays(1)).technician()).isEqualTo("BEN");
        assertThat(run("NORTH", MONDAY).technician()).isEqualTo("CY");

        fixture.visit("L2", "LOPEZ", "SOUTH", "CY", TUESDAY.plusDays(1), "15:00", "planned");
        assertThat(run("SOUTH", TUESDAY.plusDays(1)).technician())
                .as("a tie goes to the usual technician")
                .isEqualTo("ANA");
    }

    @Test
    void aRunSaysWhyItsTechnicianIsAway() {
        assertThat(run("SOUTH", MONDAY)).isEqualTo(new Run("SOUTH", MONDAY, "ANA", "vacation", 540));
        assertThat(run("SOUTH", MONDAY.plusDays(7)).away()).isNull();

        jdbc.sql("update technician set ends_on = ?, shift_end = '14:00:00' where code = 'CY'")
                .param(MONDAY)
                .update();
        assertThat(run("NORTH", MONDAY)).isEqualTo(new Run("NORTH", MONDAY, "CY", null, 360));
        assertThat(run("NORTH", MONDAY.plusDays(2)).away()).isEqualTo("off");
    }

    @Test
    void everyTechnicianHasAShiftAndTheDaysTheyDoNotWork() {
        var saturday = MONDAY.plusDays(5);
        fixture.visit("S1", "LOPEZ", "SOUTH", "BEN", saturday, "10:00", "planned");
        jdbc.sql("update technician set shift_end = '14:00:00' where code = 'CY'")
                .update();

        assertThat(read("RIVER").technicians())
                .contains(new BoardSnapshot.Technician("CY", "Cy Lindgren", "RIVER", 360));
        assertThat(read("RIVER").absences())
                .contains(
                        new BoardSnapshot.Absence("ANA", MONDAY, "vacation"),
                        new BoardSnapshot.Absence("MARCO", saturday, "off"))
                .doesNotContain(new BoardSnapshot.Absence("MARCO", MONDAY, "off"))
                .noneMatch(absence ->
                        absence.technician().equals("ANA") && absence.date().equals(MONDAY.plusDays(7)));
    }

    @Test
    void todayIsTheDayAtTheOffice() {
        fixture.office("AUCK", "Auckland", "Pacific/Auckland");

        assertThat(read("RIVER", "AUCK").offices())
                .extracting(BoardSnapshot.Office::today)
                .containsExactly(TUESDAY, MONDAY);
    }

    private BoardSnapshot read(String... offices) {
        return snapshots.read(List.of(offices), MONDAY, 7);
    }

    private Run run(String route, LocalDate date) {
        return read("RIVER").runs().stream()
                .filter(run -> run.route().equals(route) && run.date().equals(date))
                .findFirst()
                .orElseThrow();
    }

    static Card card(BoardSnapshot board, String code) {
        return board.visits().stream()
                .filter(card -> card.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
