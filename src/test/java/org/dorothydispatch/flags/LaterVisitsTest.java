package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.flags.StoryFixture.TUESDAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.flags.LaterVisits.Offer;
import org.dorothydispatch.flags.MoveOutcome.Status;
import org.dorothydispatch.flags.Proposal.Kind;
import org.dorothydispatch.schedule.AgreedRoute;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mill is served by Cy on North side, every second Tuesday at one, as agreed. */
@DatabaseTest(now = StoryFixture.NOON_UTC)
class LaterVisitsTest {

    private static final LocalTime ONE = LocalTime.of(13, 0);
    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);
    private static final LocalDate IN_TWO_WEEKS = TUESDAY.plusWeeks(2);
    private static final LocalDate IN_FOUR_WEEKS = TUESDAY.plusWeeks(4);
    private static final Placement BEFORE = new Placement("NORTH", TUESDAY, ONE, "CY", "planned");

    @Autowired
    private LaterVisits later;

    @Autowired
    private MoveVisit moves;

    @Autowired
    private FlagService flags;

    @Autowired
    private VisitService visits;

    @Autowired
    private JdbcClient database;

    private RegisterFixture fixture;
    private int op;

    @BeforeEach
    void store() {
        fixture = StoryFixture.store(database)
                .customer("MILL", "Old Mill", "ALB")
                .agreement("AM", "MILL", "repeats", "P2W", "route", "NORTH")
                .protocol("X9", null, "HOME_ROUTE", "reason")
                .user("bea", Role.SALESPERSON, "ALB");
        planned("M1", TUESDAY, "NORTH", "CY");
        planned("M2", IN_TWO_WEEKS, "NORTH", "CY");
        planned("M3", IN_FOUR_WEEKS, "NORTH", "CY");
        planned("M4", TUESDAY.plusWeeks(6), "NORTH", "BEN");
        flags.recheckAll(List.of("ALB", "BUF"));
    }

    // --- after a move ---

    @Test
    void theLaterVisitsThatStandAsTheMovedOneDidAreOffered() {
        save(Kind.MOVE, null, to("M1", 0, "NORTH", TUESDAY, ONE, "BEN"));

        var offer = fromNowOn().orElseThrow();

        assertThat(offer.sentence()).isEqualTo("2 later visits of Old Mill still stand with Cy Lindgren.");
        assertThat(offer.moves())
                .containsExactly(
                        to("M2", 0, "NORTH", IN_TWO_WEEKS, null, "BEN"),
                        to("M3", 0, "NORTH", IN_FOUR_WEEKS, null, "BEN"));
        assertThat(offer.agreed()).as("the route is the same").isNull();
    }

    @Test
    void anotherWeekdayIsFollowedWithinEachWeek() {
        move("M1", "NORTH", WEDNESDAY, ONE, "CY");

        var offer = fromNowOn().orElseThrow();

        assertThat(offer.sentence()).isEqualTo("3 later visits of Old Mill still stand on Tuesdays.");
        assertThat(offer.moves())
                .extracting(move -> move.target().date())
                .containsExactly(
                        IN_TWO_WEEKS.plusDays(1),
                        IN_FOUR_WEEKS.plusDays(1),
                        TUESDAY.plusWeeks(6).plusDays(1));
        assertThat(offer.moves()).extracting(move -> move.target().technician()).containsExactly("CY", "CY", "BEN");
    }

    @Test
    void nothingIsAskedAboutAnotherHourOrTheSameDayOfAnotherWeekOrTheTray() {
        move("M1", "NORTH", TUESDAY, LocalTime.of(15, 0), "CY");
        assertThat(fromNowOn()).isEmpty();

        move("M1", "NORTH", TUESDAY.plusWeeks(1), ONE, "CY");
        assertThat(fromNowOn()).isEmpty();

        save(Kind.MOVE, null, new ProposedMove("M1", version("M1"), MoveTarget.tray()));
        assertThat(fromNowOn()).isEmpty();
    }

    @Test
    void aPinnedVisitStaysAndIsSaidToStay() {
        database.sql("update visit set pinned = true where code = 'M2'").update();
        save(Kind.MOVE, null, to("M1", 0, "NORTH", TUESDAY, ONE, "BEN"));

        var offer = fromNowOn().orElseThrow();

        assertThat(offer.moves()).extracting(ProposedMove::visit).containsExactly("M3");
        assertThat(offer.sentence()).endsWith("1 pinned one stays.");
    }

    @Test
    void onlyThoseWhoMayMoveVisitsOfTheOfficeAreAsked() {
        assertThatThrownBy(() -> SignedIn.as("bea", () -> later.fromNowOn("M1", BEFORE)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> SignedIn.as("kim", () -> later.fromNowOn("M1", BEFORE)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> SignedIn.as("kim", () -> later.asAgreed("M1"))).isInstanceOf(NotAllowed.class);
    }

    // --- what was agreed goes with it ---

    @Test
    void theAgreementGoesOnTheOtherRouteTogetherWithItsVisitsAndIsJudgedThere() {
        toTheSouth();
        var offer = fromNowOn().orElseThrow();
        assertThat(offer.agreed()).isEqualTo(new AgreedRoute("AM", "SOUTH"));

        var review = sam(() -> moves.review(offer.moves(), offer.agreed()));
        assertThat(review.lines())
                .as("nobody has to say why they are away from the route they now belong on")
                .allSatisfy(line ->
                        assertThat(line.breaks()).extracting(FlagRow::code).doesNotContain("X9"));
        assertThat(review.lines()).extracting(Review.Line::outcome).containsOnly(Status.ACCEPTED);
        assertThat(agreedRoute()).as("a look changes nothing").isEqualTo("NORTH");

        var outcome = save(Kind.MOVE, offer.agreed(), offer.moves().toArray(ProposedMove[]::new));

        assertThat(outcome.accepted()).as(outcome.sentence()).isTrue();
        assertThat(agreedRoute()).isEqualTo("SOUTH");
        assertThat(route("M2")).isEqualTo("SOUTH");
        assertThat(codesOf("M1")).as("the first one belongs there now").doesNotContain("X9");
        assertThat(codesOf("M2")).doesNotContain("X9");
        assertThat(database.sql("select after_text from audit_entry where subject_kind = 'agreement' and actor = 'sam'")
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allSatisfy(words -> assertThat(words).startsWith("goes on "));
    }

    @Test
    void anUndoTakesBackWhatWasAgreedAndARedoAgreesItAgain() {
        toTheSouth();
        var offer = fromNowOn().orElseThrow();
        save(Kind.MOVE, offer.agreed(), offer.moves().toArray(ProposedMove[]::new));

        var undone = save(
                Kind.UNDO,
                null,
                to("M2", 1, "NORTH", IN_TWO_WEEKS, ONE, "CY"),
                to("M3", 1, "NORTH", IN_FOUR_WEEKS, ONE, "CY"),
                to("M4", 1, "NORTH", TUESDAY.plusWeeks(6), ONE, "BEN"));
        assertThat(undone.accepted()).as(undone.sentence()).isTrue();
        assertThat(agreedRoute()).isEqualTo("NORTH");
        assertThat(route("M2")).isEqualTo("NORTH");
        assertThat(codesOf("M1")).as("which is not where it belongs").contains("X9");

        var again = save(
                Kind.REDO,
                null,
                offer.moves().stream()
                        .map(move -> new ProposedMove(move.visit(), 2, move.target()))
                        .toArray(ProposedMove[]::new));
        assertThat(again.accepted()).as(again.sentence()).isTrue();
        assertThat(agreedRoute()).isEqualTo("SOUTH");
    }

    @Test
    void allOrNothingMeansTheAgreementToo() {
        toTheSouth();
        var offer = fromNowOn().orElseThrow();
        database.sql("update visit set version = version + 1 where code = 'M3'").update();

        var outcome = save(Kind.MOVE, offer.agreed(), offer.moves().toArray(ProposedMove[]::new));

        assertThat(outcome.status()).isEqualTo(Status.STALE);
        assertThat(agreedRoute()).isEqualTo("NORTH");
        assertThat(route("M2")).isEqualTo("NORTH");
    }

    @Test
    void anAgreementOfAnotherOfficeIsOutOfReach() {
        fixture.agreement("AR", "RIDGE", "route", "LAKE");
        assertThatThrownBy(() ->
                        save(Kind.MOVE, new AgreedRoute("AR", "NORTH"), to("M1", 0, "NORTH", TUESDAY, ONE, "BEN")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> sam(() -> moves.review(
                        List.of(to("M1", 0, "NORTH", TUESDAY, ONE, "BEN")), new AgreedRoute("AM", "LAKE"))))
                .isInstanceOf(NotAllowed.class);
    }

    // --- what is planned otherwise than agreed ---

    @Test
    void theVisitsThatAreNotOnTheAgreedRouteAreOfferedToFollowIt() {
        assertThat(sam(() -> later.asAgreed("M1"))).isEmpty();
        database.sql("update agreement set route = 'SOUTH' where code = 'AM'").update();
        database.sql("update visit set pinned = true where code = 'M4'").update();

        var offer = sam(() -> later.asAgreed("M1")).orElseThrow();

        assertThat(offer.sentence()).startsWith("3 visits are planned on another route than ");
        assertThat(offer.moves()).extracting(ProposedMove::visit).containsExactly("M1", "M2", "M3");
        assertThat(offer.moves()).extracting(move -> move.target().route()).containsOnly("SOUTH");
    }

    /** The first visit alone, with the reason that its being away from home needs. */
    private void toTheSouth() {
        var outcome = save(
                Kind.MOVE,
                null,
                new ProposedMove(
                        "M1",
                        0,
                        new MoveTarget("SOUTH", TUESDAY, ONE, "CY"),
                        List.of(),
                        List.of(new ReasonGiven("X9", "The bridge is closed."))));
        assertThat(outcome.accepted()).as(outcome.sentence()).isTrue();
    }

    private void planned(String code, LocalDate date, String route, String technician) {
        StoryFixture.planned(fixture, code, "MILL", "planned", date, ONE, route, technician);
        database.sql("update visit set agreement = 'AM' where code = ?")
                .param(code)
                .update();
    }

    private Optional<Offer> fromNowOn() {
        return sam(() -> later.fromNowOn("M1", BEFORE));
    }

    private void move(String visit, String route, LocalDate date, LocalTime start, String technician) {
        database.sql(
                        "update visit set route = ?, planned_on = ?, start_time = ?, technician = ?, version = version + 1 where code = ?")
                .params(route, date, start, technician, visit)
                .update();
    }

    private static ProposedMove to(
            String visit, int version, String route, LocalDate date, LocalTime start, String technician) {
        return new ProposedMove(visit, version, new MoveTarget(route, date, start, technician));
    }

    private ProposalOutcome save(Kind kind, AgreedRoute agreed, ProposedMove... proposed) {
        return sam(() -> moves.save(new Proposal("later" + op++, kind, List.of(proposed), agreed)));
    }

    private String agreedRoute() {
        return database.sql("select route from agreement where code = 'AM'")
                .query(String.class)
                .single();
    }

    private String route(String visit) {
        return sam(() -> visits.get(visit)).placement().route();
    }

    private int version(String visit) {
        return sam(() -> visits.get(visit)).version();
    }

    private List<String> codesOf(String visit) {
        return sam(() -> flags.flagsOf(visit)).stream()
                .map(standing -> standing.flag().code())
                .toList();
    }

    private static <T> T sam(Callable<T> work) {
        return SignedIn.as("sam", work);
    }
}
