package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.flags.StoryFixture.MONDAY;
import static org.dorothydispatch.flags.StoryFixture.NEXT_MONDAY;
import static org.dorothydispatch.flags.StoryFixture.NINE;
import static org.dorothydispatch.flags.StoryFixture.TUESDAY;

import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.audit.AuditRow;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.schedule.Outbox;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.shared.Light;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = StoryFixture.NOON_UTC)
class MoveVisitTest {

    private static final MoveTarget ANA_NEXT_MONDAY = new MoveTarget("SOUTH", NEXT_MONDAY, null, null);

    @Autowired
    private MoveVisit moves;

    @Autowired
    private FlagService flags;

    @Autowired
    private VerdictMapService verdicts;

    @Autowired
    private VisitService visits;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient database;

    private int op;

    @BeforeEach
    void store() {
        StoryFixture.store(database);
        flags.recheckAll(List.of("ALB", "BUF"));
    }

    @Test
    void dorothyIsFlaggedBeforeAnybodyMovesAnything() {
        assertThat(kinds("D10")).containsExactly("FACES", "PERSON");
        assertThat(kinds("B1")).isEmpty();
        assertThat(database.sql("select customer_light, promises_due, promises_broken from verdict where visit = 'D10'")
                        .query()
                        .singleRow()
                        .values())
                .extracting(String::valueOf)
                .containsExactly("2", "1", "1");
    }

    @Test
    void aMendIsOneMoveAway() {
        var mend = sam(() -> flags.mendsOf("D10")).getFirst();
        assertThat(mend.placement().technician()).isEqualTo("ANA");
        assertThat(mend.customerLight()).isEqualTo(Light.GREEN);

        var outcome = move("D10", 0, ANA_NEXT_MONDAY, List.of(), List.of(new ReasonGiven("X1", "Ana is back")));
        assertThat(outcome.status()).isEqualTo(Status.ACCEPTED);
        assertThat(outcome.version()).isOne();
        assertThat(sam(() -> visits.get("D10")).placement())
                .isEqualTo(new Placement("SOUTH", NEXT_MONDAY, NINE, "ANA", "planned"));
        assertThat(kinds("D10")).containsExactly("ON_DUE_DAY");
        assertThat(sam(() -> flags.flagsOf("D10")).getFirst().answer().words()).isEqualTo("Ana is back");
    }

    @Test
    void whatAnswersForAMoveIsAskedFirst() {
        var outcome = move("D10", 0, ANA_NEXT_MONDAY);
        assertThat(outcome.status()).isEqualTo(Status.NEEDS);
        assertThat(outcome.flags()).extracting(FlagRow::code).containsExactly("X1");
        assertThat(sam(() -> visits.get("D10")).version()).isZero();
        assertThat(audit("D10")).isEmpty();
    }

    @Test
    void aConsentTurnsABrokenPromiseIntoAnAgreedOne() {
        var toBen = new MoveTarget("SOUTH", TUESDAY, LocalTime.of(13, 0), "CY");
        assertThat(move("D10", 0, toBen).flags()).extracting(FlagRow::code).containsExactly("P1");

        var outcome = move(
                "D10",
                0,
                toBen,
                List.of(new ConsentGiven("P1", "Sam", MONDAY, "she would rather not wait")),
                List.of());
        assertThat(outcome.accepted()).isTrue();
        var person = sam(() -> flags.flagsOf("D10")).stream()
                .filter(standing -> standing.flag().kind().equals("PERSON"))
                .findFirst()
                .orElseThrow();
        assertThat(person.flag().outcome()).isEqualTo(Outcome.CONSENTED);
        assertThat(person.answer().consented()).isTrue();
        assertThat(audit("D10")).extracting(AuditRow::action).containsExactlyInAnyOrder("consent", "move");
        assertThat(sam(() -> flags.strip("D10")).getLast().mark())
                .as("the wish for few faces is still broken")
                .isEqualTo(Face.Mark.BROKEN);
    }

    @Test
    void somebodyMayKeepAFlaggedPlaceAndSayWhy() {
        var same = new MoveTarget("NORTH", TUESDAY, NINE, "CY");
        var outcome = move("D10", 0, same, List.of(), List.of(new ReasonGiven("P1", "nobody else can")));
        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.version()).isZero();
        assertThat(audit("D10")).extracting(AuditRow::action).containsExactly("override");
        assertThat(audit("D10")).extracting(AuditRow::why).containsExactly("nobody else can");
    }

    @Test
    void whatCannotBeDoneIsRefusedByEverybody() {
        var ana = move("D10", 0, new MoveTarget("SOUTH", TUESDAY, NINE, null));
        assertThat(ana.status()).isEqualTo(Status.REFUSED);
        assertThat(ana.flags()).extracting(FlagRow::kind).contains("ABSENT");

        var twice = move("T1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(9, 15), null));
        assertThat(twice.status()).isEqualTo(Status.REFUSED);
        assertThat(twice.flags()).extracting(FlagRow::kind).contains("DOUBLE_BOOKED");
        assertThat(sam(() -> visits.get("T1")).placement().status()).isEqualTo("unassigned");
    }

    @Test
    void thePastAndWhatIsDoneStayWhereTheyAre() {
        assertThat(move("D09", 0, ANA_NEXT_MONDAY).status()).isEqualTo(Status.REFUSED);
        assertThat(move("D10", 0, new MoveTarget("NORTH", MONDAY.minusDays(3), NINE, null))
                        .status())
                .isEqualTo(Status.REFUSED);
        database.sql("update visit set planned_on = ? where code = 'B1'")
                .param(MONDAY.minusDays(3))
                .update();
        assertThat(move("B1", 0, new MoveTarget("NORTH", TUESDAY, null, null)).sentence())
                .contains("past");
    }

    @Test
    void aVisitFromTheTrayGetsAFreeStartAndGoesBackToTheTray() {
        var assigned = move("T1", 0, new MoveTarget("NORTH", TUESDAY, null, null));
        assertThat(assigned.status()).isEqualTo(Status.ACCEPTED);
        assertThat(assigned.placement().technician()).isEqualTo("CY");
        assertThat(assigned.placement().status()).isEqualTo("planned");
        assertThat(kinds("T1")).isEmpty();

        assertThat(move("T1", 1, MoveTarget.tray()).placement())
                .isEqualTo(new Placement(null, null, null, null, "unassigned"));
        assertThat(database.sql("select count(*) from verdict where visit = 'T1'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(audit("T1")).extracting(AuditRow::action).containsExactly("unassign", "assign");
    }

    @Test
    void whoeverSawAnOlderVersionIsToldWhoWasFirst() {
        move("B1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(11, 0), null));
        var late = move("B1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(12, 0), null));
        assertThat(late.status()).isEqualTo(Status.STALE);
        assertThat(late.sentence()).contains("sam by name", "Baker Street Bakery", "11:00");
        assertThat(late.version()).isOne();
    }

    @Test
    void theSameCommandTwiceIsDoneOnceAndAnsweredAlike() {
        var command = new MoveCommand("op-x", "B1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(11, 0), null));
        var first = sam(() -> moves.move(command));
        var again = sam(() -> moves.move(command));
        assertThat(again).isEqualTo(first);
        assertThat(first.accepted()).isTrue();
        assertThat(audit("B1")).hasSize(1);

        var other = new MoveCommand("op-x", "B1", 1, new MoveTarget("NORTH", TUESDAY, LocalTime.of(12, 0), null));
        assertThat(sam(() -> moves.move(other)).status()).isEqualTo(Status.REFUSED);
        assertThat(sam(() -> visits.get("B1")).version()).isOne();
    }

    @Test
    void everyBoardConcernedHearsOfIt() {
        var before = outbox.sequences(List.of("ALB", "BUF"));
        move("B1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(11, 0), null));
        var between = outbox.sequences(List.of("ALB", "BUF"));
        assertThat(between.get("ALB")).isGreaterThan(before.get("ALB"));
        assertThat(between.get("BUF")).isEqualTo(before.get("BUF"));

        // Dee's home is Buffalo: her days there are not what they were.
        move("B1", 1, new MoveTarget("NORTH", TUESDAY, LocalTime.of(12, 0), "DEE"));
        assertThat(outbox.sequences(List.of("BUF")).get("BUF")).isGreaterThan(between.get("BUF"));
    }

    @Test
    void nobodyMovesAcrossTheirOffices() {
        assertThatThrownBy(() -> SignedIn.as("kim", () -> moves.move(new MoveCommand("k1", "D10", 0, ANA_NEXT_MONDAY))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> move("D10", 0, new MoveTarget("LAKE", TUESDAY, null, null)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void theVerdictMapSaysWhatTheDropWillSay() {
        var map = sam(() -> verdicts.pickUp(VerdictQuestion.of("D10", List.of("ALB"), MONDAY, 10)));
        assertThat(map.targets()).hasSize(20);
        for (var target : map.targets()) {
            var outcome = sam(() -> moves.move(new MoveCommand(
                    "try" + op++,
                    "D10",
                    sam(() -> visits.get("D10")).version(),
                    new MoveTarget(target.row(), target.date(), null, null))));
            var expected = switch (target.allowed()) {
                case REFUSED -> Status.REFUSED;
                case NEEDS -> Status.NEEDS;
                case FREE -> Status.ACCEPTED;
            };
            assertThat(outcome.status()).as("%s", target).isEqualTo(expected);
            if (!outcome.accepted()) {
                continue;
            }
            assertThat(outcome.placement().start()).isEqualTo(target.start());
        }
        var ana = map.targets().stream()
                .filter(target -> target.row().equals("SOUTH") && target.date().equals(NEXT_MONDAY))
                .findFirst()
                .orElseThrow();
        assertThat(ana.customerLight()).isEqualTo(Light.GREEN);
        assertThat(ana.companyLight()).isEqualTo(Light.AMBER);
        assertThat(ana.text()).isNotBlank();
        assertThat(ana.start()).isEqualTo(NINE);
    }

    @Test
    void theVerdictMapSeesAMoveAtOnce() {
        sam(() -> verdicts.pickUp(VerdictQuestion.of("T1", List.of("ALB"), TUESDAY, 1)));
        move(
                "D10",
                0,
                new MoveTarget("NORTH", TUESDAY, LocalTime.of(8, 0), "CY"),
                List.of(),
                List.of(new ReasonGiven("P1", "no one else")));
        var map = sam(() -> verdicts.pickUp(VerdictQuestion.of("T1", List.of("ALB"), TUESDAY, 1)));
        assertThat(map.targets())
                .filteredOn(target -> target.row().equals("NORTH"))
                .first()
                .satisfies(target -> assertThat(target.start())
                        .isNotEqualTo(LocalTime.of(8, 0))
                        .isNotNull());
    }

    @Test
    void theStripShowsWhoCame() {
        var strip = sam(() -> flags.strip("D10"));
        assertThat(strip).hasSize(10);
        assertThat(strip.getFirst().name()).isEqualTo("Ben Okafor");
        assertThat(strip).extracting(Face::mark).endsWith(Face.Mark.KEPT, Face.Mark.BROKEN);
        assertThat(strip.getLast().technician()).isEqualTo("CY");
    }

    private MoveOutcome move(String visit, int version, MoveTarget target) {
        return move(visit, version, target, List.of(), List.of());
    }

    private MoveOutcome move(
            String visit, int version, MoveTarget target, List<ConsentGiven> consents, List<ReasonGiven> reasons) {
        return sam(() -> moves.move(new MoveCommand("op" + op++, visit, version, target, consents, reasons)));
    }

    private List<String> kinds(String visit) {
        return sam(() -> flags.flagsOf(visit)).stream()
                .map(standing -> standing.flag().kind())
                .toList();
    }

    private List<AuditRow> audit(String visit) {
        return sam(() -> audit.of("visit", visit, 50));
    }

    private static <T> T sam(Callable<T> work) {
        return SignedIn.as("sam", work);
    }
}
