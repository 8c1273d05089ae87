package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.dorothydispatch.flags.StoryFixture.MONDAY;
import static org.dorothydispatch.flags.StoryFixture.NEXT_MONDAY;
import static org.dorothydispatch.flags.StoryFixture.NINE;
import static org.dorothydispatch.flags.StoryFixture.TUESDAY;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.audit.AuditRow;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.flags.Proposal.Kind;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.schedule.VisitChanged;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.shared.Light;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several moves that are saved together or not at all. */
@DatabaseTest(now = StoryFixture.NOON_UTC)
class ProposalTest {

    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalTime ELEVEN = LocalTime.of(11, 0);

    @Autowired
    private MoveVisit moves;

    @Autowired
    private FlagService flags;

    @Autowired
    private VisitService visits;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient database;

    private RegisterFixture fixture;
    private int op;

    @BeforeEach
    void store() {
        fixture = StoryFixture.store(database);
        flags.recheckAll(List.of("ALB", "BUF"));
    }

    // --- together ---

    @Test
    void twoVisitsChangePlaces() {
        ridge("V1", TUESDAY, ELEVEN, "NORTH", "CY");
        ridge("V2", TUESDAY, ELEVEN, "SOUTH", "BEN");

        var outcome = save(
                to("V1", 0, new MoveTarget("SOUTH", TUESDAY, ELEVEN, "BEN")),
                to("V2", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));

        assertThat(outcome.status()).as(outcome.sentence()).isEqualTo(Status.ACCEPTED);
        assertThat(outcome.sentence()).isEqualTo("2 visits saved.");
        assertThat(placement("V1")).isEqualTo(new Placement("SOUTH", TUESDAY, ELEVEN, "BEN", "planned"));
        assertThat(placement("V2")).isEqualTo(new Placement("NORTH", TUESDAY, ELEVEN, "CY", "planned"));
    }

    @Test
    void twoRunsChangePlacesWithTheirDrivers() {
        // A swap of routes that names nobody: North is driven by Cy now, South by Ben, who stands in for Ana.
        ridge("V1", WEDNESDAY, NINE, "NORTH", "CY");
        ridge("V2", WEDNESDAY, TEN, "NORTH", "CY");
        ridge("V3", WEDNESDAY, NINE, "SOUTH", "BEN");

        var outcome = save(
                to("V1", 0, new MoveTarget("SOUTH", WEDNESDAY, NINE, null)),
                to("V2", 0, new MoveTarget("SOUTH", WEDNESDAY, TEN, null)),
                to("V3", 0, new MoveTarget("NORTH", WEDNESDAY, NINE, null)));

        assertThat(outcome.accepted()).as(outcome.sentence()).isTrue();
        assertThat(placement("V1").technician()).isEqualTo("BEN");
        assertThat(placement("V2").technician()).isEqualTo("BEN");
        assertThat(placement("V3").technician()).isEqualTo("CY");
    }

    @Test
    void whoeverIsPutOnARunWithoutANameComesWithWhomTheDraftPutsThere() {
        ridge("V1", WEDNESDAY, NINE, "NORTH", "CY");
        ridge("V2", WEDNESDAY, NINE, "SOUTH", "BEN");

        var outcome = save(
                to("V1", 0, new MoveTarget("NORTH", WEDNESDAY, NINE, "DEE")),
                to("V2", 0, new MoveTarget("NORTH", WEDNESDAY, ELEVEN, null)));

        assertThat(outcome.accepted()).as(outcome.sentence()).isTrue();
        assertThat(placement("V2").technician()).isEqualTo("DEE");
    }

    @Test
    void startsAreFoundInWhatTheOtherMovesLeave() {
        ridge("V1", TUESDAY, ELEVEN, "SOUTH", "BEN");

        // Both would like nine; whoever named the hour gets it.
        var outcome = save(
                to("T1", 0, new MoveTarget("NORTH", WEDNESDAY, null, "CY")),
                to("V1", 0, new MoveTarget("NORTH", WEDNESDAY, LocalTime.of(8, 0), "CY")));

        assertThat(outcome.status()).as(outcome.sentence()).isEqualTo(Status.NEEDS);
        assertThat(outcome.parts()).extracting(ProposalOutcome.Part::visit).containsOnly("T1", "V1");
        assertThat(outcome.parts().getFirst().outcome().placement().start()).isNotEqualTo(LocalTime.of(8, 0));
    }

    private void ridge(String code, LocalDate date, LocalTime start, String route, String technician) {
        StoryFixture.planned(fixture, code, "BAKER", "planned", date, start, route, technician);
        flags.recheck(List.of(code));
    }

    // --- all or nothing ---

    @Test
    void oneMoveThatCannotBeMeansThatNothingIsStored() {
        var outcome = save(
                to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")),
                to("T1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(9, 15), "CY")));

        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.sentence())
                .startsWith("Nothing was saved. Baker Street Bakery: Cy is with Dorothy from 9:00");
        assertThat(outcome.parts()).extracting(ProposalOutcome.Part::visit).containsExactly("T1");
        nothingHappened();
    }

    @Test
    void aVisitThatSomebodyElseMovedKeepsTheDraftFromBeingSaved() {
        save(to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));

        var outcome = save(
                to("B1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(13, 0), "CY")),
                to("T1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(15, 0), "CY")));

        assertThat(outcome.status()).isEqualTo(Status.STALE);
        assertThat(outcome.sentence()).contains("sam by name was first", "Baker Street Bakery", "11:00");
        assertThat(outcome.parts()).extracting(ProposalOutcome.Part::visit).containsExactly("B1");
        assertThat(placement("B1").start()).isEqualTo(ELEVEN);
        assertThat(placement("T1").status()).isEqualTo("unassigned");
    }

    @Test
    void aVisitThatWasCancelledMeanwhileSaysSo() {
        database.sql("update visit set status = 'cancelled', version = 1 where code = 'B1'")
                .update();
        fixture.insert(
                "audit_entry",
                "at",
                LocalDateTime.of(2026, 10, 5, 12, 0),
                "actor",
                "kim",
                "action",
                "import",
                "subject_kind",
                "bundle",
                "subject",
                "monday.zip",
                "office",
                "ALB");

        var outcome = save(
                to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")),
                to("T1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(15, 0), "CY")));

        assertThat(outcome.status()).isEqualTo(Status.STALE);
        assertThat(outcome.sentence())
                .contains("kim by name was first", "the visit of Baker Street Bakery is cancelled");
        assertThat(placement("T1").status()).isEqualTo("unassigned");

        var line = review(to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")))
                .lines()
                .getFirst();
        assertThat(line.outcome()).isEqualTo(Status.STALE);
        assertThat(line.sentence()).contains("kim by name", "cancelled");
    }

    @Test
    void anAnswerThatIsMissingForOneKeepsAll() {
        var outcome = save(
                to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")),
                to("D10", 0, new MoveTarget("SOUTH", NEXT_MONDAY, NINE, "ANA")));

        assertThat(outcome.status()).isEqualTo(Status.NEEDS);
        assertThat(outcome.parts()).extracting(ProposalOutcome.Part::visit).containsExactly("D10");
        nothingHappened();
    }

    @Test
    void whatAProposalPutsInSomebodyElsesWayIsRefused() {
        fixture.protocol("X9", null, "MAX_STOPS", "block", "number_value", 2);
        flags.recheckAll(List.of("ALB", "BUF"));

        // First of the day at eight: now Baker's own visit at ten is the third stop.
        var outcome = save(to("T1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(8, 0), "CY")));

        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.parts()).extracting(ProposalOutcome.Part::visit).containsExactly("T1");
        assertThat(outcome.parts().getFirst().outcome().flags())
                .extracting(FlagRow::visit)
                .containsExactly("B1");
        nothingHappened();
    }

    // --- bad input ---

    @Test
    void whatMakesNoSenseGetsOneSentence() {
        var move = to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY"));
        assertThatThrownBy(() -> save(move, move))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The visit of Baker Street Bakery comes twice. Take one of its moves out.");
        assertThat(save().sentence()).isEqualTo("There is nothing to save.");
        var many = IntStream.range(0, 301).mapToObj(i -> move).toArray(ProposedMove[]::new);
        assertThat(save(many).sentence())
                .isEqualTo("301 moves at once are too many; 300 can be saved together. Leave some out for later.");
        assertThatThrownBy(() -> save(to("NO-SUCH", 0, MoveTarget.tray())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no visit (NO-SUCH).");
        assertThatThrownBy(() -> new Proposal("x".repeat(65), Kind.MOVE, List.of(move)))
                .isInstanceOf(IllegalArgumentException.class);
        nothingHappened();
    }

    @Test
    void aDayThatIsPastIsNamed() {
        assertThat(save(to("B1", 0, new MoveTarget("NORTH", MONDAY.minusDays(3), NINE, "CY")))
                        .sentence())
                .isEqualTo("Fri 2 Oct is past. Choose today or a later day.");
    }

    @Test
    void aDayOnWhichNobodyWorksIsRefusedWithTheReason() {
        var outcome = save(to("B1", 0, new MoveTarget("NORTH", MONDAY.plusDays(6), NINE, "CY")));

        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.parts().getFirst().outcome().flags())
                .extracting(FlagRow::message)
                .contains("Cy does not work on Sundays.");
        nothingHappened();
    }

    @Test
    void aVisitThatWentToAnotherOfficeMeanwhileKeepsTheDraftFromBeingSaved() {
        database.sql("update visit set route = 'LAKE', technician = 'DEE', board_office = 'BUF', version = 1"
                        + " where code = 'B1'")
                .update();

        assertThatThrownBy(() -> save(
                        to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")),
                        to("T1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(15, 0), "CY"))))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("You do not work for the office (BUF). Ask an administrator to add it to your account.");
        assertThat(placement("T1").status()).isEqualTo("unassigned");
        assertThat(database.sql("select route from visit where code = 'B1'")
                        .query(String.class)
                        .single())
                .isEqualTo("LAKE");
    }

    @Test
    void nobodySavesAcrossTheirOfficesNotEvenInCompany() {
        assertThatThrownBy(() -> save(
                        to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")),
                        to("R1", 0, new MoveTarget("LAKE", TUESDAY, ELEVEN, "DEE"))))
                .isInstanceOf(NotAllowed.class);
        fixture.user("reception", Role.RECEPTIONIST, "ALB");
        assertThatThrownBy(() -> SignedIn.as(
                        "reception",
                        () -> moves.save(new Proposal(
                                "r", Kind.MOVE, List.of(to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")))))))
                .isInstanceOf(NotAllowed.class);
        nothingHappened();
    }

    // --- on the record ---

    @Test
    void eachVisitHasItsOwnAnswersAndItsOwnLineOnTheRecord() {
        var dorothy = new ProposedMove(
                "D10",
                0,
                new MoveTarget("NORTH", TUESDAY, LocalTime.of(13, 0), "CY"),
                List.of(new ConsentGiven("P1", "Sam", MONDAY, "she is fine with Cy")),
                List.of());
        var outcome = save(dorothy, to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));

        assertThat(outcome.accepted()).as(outcome.sentence()).isTrue();
        assertThat(audit("D10")).extracting(AuditRow::action).containsExactly("move", "consent");
        assertThat(audit("B1")).extracting(AuditRow::action).containsExactly("move");
        assertThat(audit("B1").getFirst().why()).isNull();
        assertThat(database.sql("select distinct op_id from audit_entry")
                        .query(String.class)
                        .list())
                .containsExactly("op0");
        assertThat(database.sql("select count(*) from consent")
                        .query(Integer.class)
                        .single())
                .isOne();
        // One event for each visit whose card changed, and the office's number is raised once.
        assertThat(database.sql("select visit from board_event where op_id = 'op0' and office = 'ALB' order by visit")
                        .query(String.class)
                        .list())
                .containsExactly("B1", "D10");
    }

    @Test
    void theSameProposalTwiceIsDoneOnceAndAnsweredAlike() {
        var proposal = new Proposal(
                "twice",
                Kind.MOVE,
                List.of(
                        to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")),
                        to("T1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(15, 0), "CY"))));
        var first = sam(() -> moves.save(proposal));
        var again = sam(() -> moves.save(proposal));

        assertThat(first.accepted()).as(first.sentence()).isTrue();
        assertThat(again).isEqualTo(first);
        assertThat(audit("B1")).hasSize(1);
        assertThat(sam(() -> visits.get("B1")).version()).isOne();
    }

    @Test
    void theAnswerToTheLargestProposalFitsOntoItsReceipt() {
        var all = new ArrayList<ProposedMove>();
        for (int i = 0; i < Proposal.MOST_MOVES; i++) {
            var name = "Customer with a name that is long enough for a door plate, number " + i;
            fixture.customer("L" + i, name, "ALB").visit("L" + i, "L" + i, TUESDAY, "unassigned");
            all.add(to("L" + i, 0, new MoveTarget("NORTH", TUESDAY, TEN, "CY")));
        }
        var outcome = save(all.toArray(ProposedMove[]::new));

        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.parts()).hasSize(Proposal.MOST_MOVES);
        assertThat(outcome.sentence()).contains("number 0", "and 296 more");
    }

    // --- undo and redo ---

    @Test
    void anUndoIsAChangeLikeAnyOther() {
        save(to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));

        var undone = save(Kind.UNDO, to("B1", 1, new MoveTarget("NORTH", TUESDAY, TEN, "CY")));
        assertThat(undone.sentence()).startsWith("Undone. Baker Street Bakery: Tue 6 Oct, 10:00");
        assertThat(placement("B1").start()).isEqualTo(TEN);

        var again = save(Kind.REDO, to("B1", 2, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));
        assertThat(again.accepted()).isTrue();
        assertThat(audit("B1")).extracting(AuditRow::action).containsExactly("redo", "undo", "move");
    }

    @Test
    void anUndoIsRefusedWhenOthersHaveMovedOn() {
        save(to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));
        save(to("B1", 1, new MoveTarget("NORTH", TUESDAY, LocalTime.of(14, 0), "CY")));

        var undone = save(Kind.UNDO, to("B1", 1, new MoveTarget("NORTH", TUESDAY, TEN, "CY")));
        assertThat(undone.status()).isEqualTo(Status.STALE);
        assertThat(undone.sentence()).contains("sam by name was first", "14:00");
        assertThat(placement("B1").start()).isEqualTo(LocalTime.of(14, 0));
    }

    @Test
    void anUndoOntoAPlaceThatBecameImpossibleSaysWhy() {
        save(to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));
        fixture.absence("CY", TUESDAY, TUESDAY, "sick");
        var back = save(Kind.UNDO, to("B1", 1, new MoveTarget("NORTH", TUESDAY, TEN, "CY")));
        assertThat(back.status()).isEqualTo(Status.REFUSED);
        assertThat(back.sentence()).contains("Cy", "sick");

        var past = save(Kind.UNDO, to("B1", 1, new MoveTarget("NORTH", MONDAY.minusDays(1), TEN, "CY")));
        assertThat(past.sentence()).isEqualTo("Sun 4 Oct is past. Choose today or a later day.");
    }

    // --- the preview ---

    @Test
    void thePreviewSaysWhatEachMoveMeansAndStoresNothing() {
        var review = review(
                to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")),
                to("D10", 0, new MoveTarget("SOUTH", NEXT_MONDAY, NINE, "ANA")),
                to("T1", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(11, 15), "CY")),
                to("D09", 0, new MoveTarget("NORTH", TUESDAY, LocalTime.of(15, 0), "CY")));

        assertThat(review.lines())
                .extracting(Review.Line::visit, Review.Line::outcome)
                .containsExactly(
                        tuple("B1", Status.REFUSED),
                        tuple("D10", Status.NEEDS),
                        tuple("T1", Status.REFUSED),
                        tuple("D09", Status.REFUSED));
        var dorothy = review.lines().get(1);
        assertThat(dorothy.name()).isEqualTo("Dorothy");
        assertThat(dorothy.before()).isEqualTo("Tue 6 Oct, 9:00 with Cy Lindgren on NORTH");
        assertThat(dorothy.after()).isEqualTo("Mon 12 Oct, 9:00 with Ana Petrov on SOUTH");
        assertThat(dorothy.lights()).isEqualTo(new Review.Change(Light.RED, Light.GREEN, Light.GREEN, Light.AMBER));
        assertThat(dorothy.breaks()).extracting(FlagRow::kind).containsExactly("ON_DUE_DAY");
        assertThat(dorothy.flags()).extracting(FlagRow::code).containsExactly("X1");
        assertThat(review.lines().getLast().sentence())
                .isEqualTo("The visit of Dorothy is done and stays where it is.");
        nothingHappened();
    }

    @Test
    void thePreviewNamesPromisesOfVisitsThatAreNotMoved() {
        fixture.preference("P9", "BAKER", "GAP", "promised", "number_value", 3).agreement("A9", "BAKER");
        database.sql("update visit set agreement = 'A9' where customer = 'BAKER'")
                .update();
        flags.recheckAll(List.of("ALB", "BUF"));

        // The day before, against what B1 was promised.
        var review = review(to("T1", 0, new MoveTarget("NORTH", MONDAY, LocalTime.of(15, 0), "CY")));

        assertThat(review.neighbours()).hasSize(1);
        var neighbour = review.neighbours().getFirst();
        assertThat(neighbour.visit()).isEqualTo("B1");
        assertThat(neighbour.name()).isEqualTo("Baker Street Bakery");
        assertThat(neighbour.lights().customerAfter()).isEqualTo(Light.RED);
        assertThat(neighbour.breaks()).extracting(FlagRow::code).containsExactly("P9");
    }

    @Test
    void thePreviewSaysNothingOfVisitsOnBoardsOfOthers() {
        var review = review(
                to("R1", 0, new MoveTarget("LAKE", TUESDAY, ELEVEN, "DEE")),
                to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));

        assertThat(review.lines().getFirst().name()).isEqualTo("A visit that is no longer on your boards");
        assertThat(review.lines().getFirst().outcome()).isEqualTo(Status.STALE);
        assertThat(review.lines().getLast().outcome()).isEqualTo(Status.ACCEPTED);
        assertThat(review.toString()).doesNotContain("Ridge Dental");
    }

    // --- pins ---

    @Test
    void aPinnedVisitIsNotMovedByAnybodyUntilItIsUnpinned() {
        assertThat(sam(() -> visits.pin("B1", 0, true))).isEqualTo("The visit of Baker Street Bakery is pinned.");

        var refused = save(to("B1", 1, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.sentence()).isEqualTo("The visit of Baker Street Bakery is pinned. Unpin it first.");
        assertThat(save(to("B1", 1, MoveTarget.tray())).status()).isEqualTo(Status.REFUSED);

        sam(() -> visits.pin("B1", 1, false));
        assertThat(save(to("B1", 2, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")))
                        .accepted())
                .isTrue();
        assertThat(audit("B1")).extracting(AuditRow::action).containsExactly("move", "unpin", "pin");
        assertThat(database.sql("select kind from board_event where visit = 'B1' order by id")
                        .query(String.class)
                        .list())
                .containsSubsequence("pin", "unpin", "move");
    }

    @Test
    void aReasonMayBePutOnTheRecordOfAPinnedVisit() {
        sam(() -> visits.pin("D10", 0, true));
        var kept = save(new ProposedMove(
                "D10",
                1,
                new MoveTarget("NORTH", TUESDAY, NINE, "CY"),
                List.of(),
                List.of(new ReasonGiven("P1", "nobody else can"))));
        assertThat(kept.accepted()).as(kept.sentence()).isTrue();
    }

    @Test
    void aPinHasAVersionAndRightsLikeEveryChange() {
        save(to("B1", 0, new MoveTarget("NORTH", TUESDAY, ELEVEN, "CY")));
        assertThatThrownBy(() -> sam(() -> visits.pin("B1", 0, true)))
                .isInstanceOf(VisitChanged.class)
                .hasMessageContaining("sam by name was first");
        assertThatThrownBy(() -> SignedIn.as("kim", () -> visits.pin("B1", 1, true)))
                .isInstanceOf(NotAllowed.class);
        fixture.user("sales", Role.SALESPERSON, "ALB");
        assertThatThrownBy(() -> SignedIn.as("sales", () -> visits.pin("B1", 1, true)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> sam(() -> visits.pin("T1", 0, true)))
                .hasMessage("The visit of Baker Street Bakery is unassigned and cannot be pinned.");
        assertThat(sam(() -> visits.get("B1")).pinned()).isFalse();

        sam(() -> visits.pin("B1", 1, true));
        assertThat(sam(() -> visits.pin("B1", 1, true))).as("sent twice").contains("is pinned");
        assertThat(sam(() -> visits.get("B1")).version()).isEqualTo(2);
    }

    private static ProposedMove to(String visit, int version, MoveTarget target) {
        return new ProposedMove(visit, version, target);
    }

    private ProposalOutcome save(ProposedMove... proposed) {
        return save(Kind.MOVE, proposed);
    }

    private ProposalOutcome save(Kind kind, ProposedMove... proposed) {
        return sam(() -> moves.save(new Proposal("op" + op++, kind, List.of(proposed))));
    }

    private Review review(ProposedMove... proposed) {
        return sam(() -> moves.review(List.of(proposed)));
    }

    private Placement placement(String visit) {
        return sam(() -> visits.get(visit)).placement();
    }

    private void nothingHappened() {
        assertThat(database.sql("select sum(version) from visit")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from audit_entry")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from consent")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<AuditRow> audit(String visit) {
        return sam(() -> audit.of("visit", visit, 50));
    }

    private static <T> T sam(Callable<T> work) {
        return SignedIn.as("sam", work);
    }
}
