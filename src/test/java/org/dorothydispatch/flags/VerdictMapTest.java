package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.flags.StoryFixture.MONDAY;
import static org.dorothydispatch.flags.StoryFixture.NEXT_MONDAY;
import static org.dorothydispatch.flags.StoryFixture.NINE;
import static org.dorothydispatch.flags.StoryFixture.TUESDAY;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.flags.VerdictMap.Allowed;
import org.dorothydispatch.flags.VerdictMap.Target;
import org.dorothydispatch.flags.VerdictQuestion.Rows;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is painted under lifted visits: of one and of several, by routes and by people, over a draft, and hour by hour. */
@DatabaseTest(now = StoryFixture.NOON_UTC)
class VerdictMapTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    @Autowired
    private MoveVisit moves;

    @Autowired
    private FlagService flags;

    @Autowired
    private VerdictMapService verdicts;

    @Autowired
    private JdbcClient database;

    private RegisterFixture fixture;

    @BeforeEach
    void store() {
        fixture = StoryFixture.store(database);
        flags.recheckAll(List.of("ALB", "BUF"));
    }

    @Test
    void ofSeveralVisitsTheWorstIsShownAndHowManyAreMeant() {
        StoryFixture.planned(fixture, "D11", "DOROTHY", "planned", TUESDAY.plusDays(1), NINE, "NORTH", "CY");

        var both = at(ask(asking("B1", "D10", "D11").keepingTime()), "NORTH", TUESDAY.plusDays(2));

        assertThat(both.customerLight()).isEqualTo(Light.RED);
        assertThat(both.allowed()).isEqualTo(Allowed.REFUSED);
        assertThat(both.text())
                .as("Dorothy's two visits both keep nine o'clock")
                .isEqualTo("2 of 3: Cy is with Dorothy");
        var one = at(ask(asking("B1", "D10")), "NORTH", TUESDAY.plusDays(2));
        assertThat(one.allowed()).isEqualTo(Allowed.NEEDS);
        assertThat(one.text()).isEqualTo("1 of 2: promised Ana");
        assertThat(one.start()).isNull();
    }

    @Test
    void severalVisitsAreMadeRoomForOneAfterTheOther() {
        fixture.visit("T2", "BAKER", TUESDAY, "unassigned").visit("T3", "BAKER", TUESDAY, "unassigned");

        var target = at(ask(asking("T1", "T2", "T3")), "NORTH", TUESDAY);

        assertThat(target.allowed()).as(target.text()).isEqualTo(Allowed.FREE);
        assertThat(target.text()).isEmpty();
    }

    @Test
    void aRowOfAPersonNamesTheRouteTheVisitWouldBeOn() {
        var map = ask(asking("D10").by(Rows.TECHNICIANS));

        assertThat(map.targets()).extracting(Target::row).containsOnly("ANA", "BEN", "CY");
        assertThat(at(map, "ANA", NEXT_MONDAY))
                .as("her own route")
                .returns("SOUTH", Target::route)
                .returns("ANA", Target::technician)
                .returns(Light.GREEN, Target::customerLight);
        assertThat(at(map, "BEN", NEXT_MONDAY).route())
                .as("he has none, so the visit stays on its own")
                .isEqualTo("NORTH");
        for (var target : map.targets()) {
            var preview = preview("D10", new MoveTarget(target.route(), target.date(), null, target.row()));
            assertThat(target.allowed()).as("%s", target).isIn(preview.allowed(), stays(target, "D10"));
            assertThat(target.customerLight()).as("%s", target).isEqualTo(light(preview, target));
        }
    }

    @Test
    void aPersonWhoHelpsOutHasARowToo() {
        StoryFixture.planned(fixture, "B2", "BAKER", "planned", TUESDAY, NINE, "SOUTH", "DEE");

        assertThat(ask(asking("D10").by(Rows.TECHNICIANS)).targets())
                .extracting(Target::row)
                .contains("DEE")
                .doesNotContain("nobody");
    }

    @Test
    void aRouteOfAnotherOfficeIsNotOffered() {
        StoryFixture.planned(fixture, "R2", "RIDGE", "planned", TUESDAY, NINE, "LAKE", "BEN", "board_office", "BUF");

        var target = at(ask(asking("B1").by(Rows.TECHNICIANS)), "BEN", TUESDAY);

        assertThat(target.allowed()).isEqualTo(Allowed.REFUSED);
        assertThat(target.text()).isEqualTo("not your office");
    }

    @Test
    void everyQuarterOfADaySaysWhatTheServerWouldDecide() {
        for (var visit : List.of("D10", "B1", "T1")) {
            var map = ask(asking(visit).by(Rows.TECHNICIANS).on(TUESDAY));
            assertThat(map.targets()).hasSize(3);
            for (var target : map.targets()) {
                assertThat(target.date()).isEqualTo(TUESDAY);
                assertThat(target.quarters()).hasSize(96);
                for (int quarter = 0; quarter < 96; quarter++) {
                    var start = LocalTime.of(quarter / 4, quarter % 4 * 15);
                    var preview = preview(visit, new MoveTarget(target.route(), TUESDAY, start, target.row()));
                    var here = visit.equals("T1") ? null : visit.equals("D10") ? NINE : TEN;
                    var stays = target.row().equals("CY") && start.equals(here);
                    assertThat(target.quarters().charAt(quarter))
                            .as("%s with %s at %s", visit, target.row(), start)
                            .isEqualTo(sign(preview, stays));
                }
            }
        }
    }

    @Test
    void visitsDraggedTogetherKeepTheirDistanceThroughTheDay() {
        var cy = at(ask(asking("D10", "B1").by(Rows.TECHNICIANS).on(TUESDAY)), "CY", TUESDAY);

        // Dorothy begins an hour before the bakery; both take half an hour, and Cy works from 8 to 17.
        assertThat(cy.quarters().charAt(4 * 9 + 2)).as("9:30 and 10:30").isNotEqualTo('.');
        assertThat(cy.quarters().charAt(4 * 15 + 2)).as("15:30 and 16:30").isNotEqualTo('.');
        assertThat(cy.quarters().charAt(4 * 15 + 3)).as("15:45 and 16:45").isEqualTo('.');
    }

    @Test
    void aDraftIsSeenAsIfItWereSaved() {
        var toTen = drafted("T1", 0, "SOUTH", TUESDAY.plusDays(1), TEN, "CY");

        var without = at(ask(asking("B1").keepingTime()), "NORTH", TUESDAY.plusDays(1));
        var with = at(ask(asking("B1").keepingTime().over(toTen)), "NORTH", TUESDAY.plusDays(1));

        assertThat(without.allowed()).isEqualTo(Allowed.NEEDS);
        assertThat(with.allowed()).isEqualTo(Allowed.REFUSED);
        assertThat(with.text()).isEqualTo("Cy is with Baker Street Bakery");
    }

    @Test
    void whereADraftedVisitStoodThereIsRoom() {
        var away = drafted("B1", 0, null, null, null, null);

        assertThat(at(ask(asking("T1").over(away)), "NORTH", TUESDAY).start()).isEqualTo(LocalTime.of(8, 0));
        database.sql("update visit set start_time = '08:00' where code = 'B1'").update();
        raiseSequence();
        assertThat(at(ask(asking("T1").over(away)), "NORTH", TUESDAY).start()).isEqualTo(LocalTime.of(8, 0));
        assertThat(at(ask(asking("T1")), "NORTH", TUESDAY).start()).isNotEqualTo(LocalTime.of(8, 0));
    }

    @Test
    void aDraftedVisitWithoutAStartGetsOneAndADriver() {
        var drafted = drafted("T1", 0, "NORTH", TUESDAY.plusDays(1), null, null);

        var first = at(ask(asking("B1")), "NORTH", TUESDAY.plusDays(1));
        assertThat(first.start()).isEqualTo(TEN);
        fixture.visit("T2", "BAKER", TUESDAY, "unassigned");
        var eight = at(ask(asking("T2").over(drafted)), "NORTH", TUESDAY.plusDays(1));
        assertThat(eight.start()).as("eight is taken by the draft").isEqualTo(LocalTime.of(8, 30));
    }

    @Test
    void aMoveOfADraftThatCameTooLateIsLeftOut() {
        StoryFixture.planned(fixture, "B2", "BAKER", "cancelled", TUESDAY, TEN, "NORTH", "CY");
        var wednesday = TUESDAY.plusDays(1);
        var draft = List.of(
                drafted("T1", 7, "NORTH", wednesday, TEN, "CY"),
                drafted("B2", 0, "NORTH", wednesday, TEN, "CY"),
                drafted("D09", 0, "NORTH", wednesday, TEN, "CY"),
                drafted("R1", 0, "NORTH", wednesday, TEN, "CY"),
                drafted("nothing", 0, "NORTH", wednesday, TEN, "CY"),
                drafted("T1", 0, "NORTH", MONDAY.minusDays(1), TEN, "CY"),
                drafted("T1", 0, "nowhere", wednesday, TEN, "CY"),
                drafted("T1", 0, "NORTH", wednesday, TEN, "nobody"),
                drafted("T1", 0, "LAKE", wednesday, TEN, "CY"));

        var target = at(ask(asking("B1").over(draft.toArray(ProposedMove[]::new))), "NORTH", wednesday);

        assertThat(target).isEqualTo(at(ask(asking("B1")), "NORTH", wednesday));
        assertThat(target.start()).isEqualTo(TEN);
    }

    @Test
    void aVisitKeepsItsTimeWhereItIsAskedTo() {
        var taken = drafted("T1", 0, "NORTH", TUESDAY, LocalTime.of(10, 15), "CY");

        assertThat(at(ask(asking("B1").over(taken)), "NORTH", TUESDAY).start()).isNotEqualTo(TEN);
        var kept = at(ask(asking("B1").over(taken).keepingTime()), "NORTH", TUESDAY);
        assertThat(kept.start()).isEqualTo(TEN);
        assertThat(kept.allowed()).isEqualTo(Allowed.REFUSED);
    }

    @Test
    void whatIsDoneOrPastCannotGoAnywhere() {
        assertThat(ask(asking("D09")).targets()).allSatisfy(target -> {
            assertThat(target.allowed()).isEqualTo(Allowed.REFUSED);
            assertThat(target.text()).isEqualTo("done");
        });
        database.sql("update visit set planned_on = ? where code = 'B1'")
                .param(MONDAY.minusDays(3))
                .update();
        assertThat(ask(asking("B1")).targets())
                .allSatisfy(target -> assertThat(target.allowed()).isEqualTo(Allowed.REFUSED));
    }

    @Test
    void aTargetIsRefusedWhereSomebodyElsesVisitWouldBecomeImpossible() {
        fixture.protocol("X9", null, "MAX_STOPS", "block", "number_value", 2);
        raiseSequence();
        var eight = drafted("T1", 0, "NORTH", TUESDAY, LocalTime.of(8, 0), "CY");

        var target = at(ask(asking("T1")), "NORTH", TUESDAY);

        assertThat(target.allowed()).isEqualTo(Allowed.REFUSED);
        assertThat(target.text()).isEqualTo("Baker Street Bakery: 3rd stop, at most 2");
        var outcome = sam(() -> moves.move(new MoveCommand("stops", "T1", 0, eight.target())));
        assertThat(outcome.status()).isEqualTo(MoveOutcome.Status.REFUSED);
        assertThat(at(ask(asking("T1")), "NORTH", TUESDAY.plusDays(1)).allowed())
                .as("another day has room")
                .isEqualTo(Allowed.NEEDS);
    }

    @Test
    void whoeverHoldsAnOldVersionIsToldTheNewOneAndNothingElse() {
        database.sql("update visit set version = 3 where code = 'B1'").update();

        var map = ask(asking("D10", "B1").seen(0, 0));

        assertThat(map.versions()).containsExactly(0, 3);
        assertThat(map.targets()).isEmpty();
        assertThat(ask(asking("D10", "B1").seen(0, 3)).targets()).isNotEmpty();
    }

    @Test
    void nobodyLiftsAVisitOfAnotherOffice() {
        assertThatThrownBy(() -> ask(asking("D10", "R1"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> ask(asking("D10").in("BUF"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whoWorksForBothOfficesSeesBoth() {
        fixture.user("both", DISPATCHER, "ALB", "BUF");

        var map = SignedIn.as(
                "both", () -> verdicts.pickUp(asking("D10").in("ALB", "BUF").question()));

        assertThat(map.targets()).extracting(Target::row).contains("NORTH", "SOUTH", "LAKE");
    }

    // --- questions ---

    private record Asking(
            List<String> visits,
            List<Integer> versions,
            List<String> offices,
            Rows by,
            @Nullable LocalDate day,
            List<ProposedMove> draft,
            boolean keepTime) {

        Asking by(Rows rows) {
            return new Asking(visits, versions, offices, rows, day, draft, keepTime);
        }

        Asking on(LocalDate date) {
            return new Asking(visits, versions, offices, by, date, draft, keepTime);
        }

        Asking over(ProposedMove... moves) {
            return new Asking(visits, versions, offices, by, day, List.of(moves), keepTime);
        }

        Asking keepingTime() {
            return new Asking(visits, versions, offices, by, day, draft, true);
        }

        Asking seen(Integer... them) {
            return new Asking(visits, List.of(them), offices, by, day, draft, keepTime);
        }

        Asking in(String... them) {
            return new Asking(visits, versions, List.of(them), by, day, draft, keepTime);
        }

        VerdictQuestion question() {
            return new VerdictQuestion(visits, versions, offices, MONDAY, 10, by, day, draft, keepTime);
        }
    }

    private static ProposedMove drafted(
            String visit,
            int version,
            @Nullable String route,
            @Nullable LocalDate date,
            @Nullable LocalTime start,
            @Nullable String technician) {
        return new ProposedMove(visit, version, new MoveTarget(route, date, start, technician));
    }

    private static Asking asking(String... visits) {
        return new Asking(List.of(visits), List.of(), List.of("ALB"), Rows.ROUTES, null, List.of(), false);
    }

    private VerdictMap ask(Asking asking) {
        return sam(() -> verdicts.pickUp(asking.question()));
    }

    private static Target at(VerdictMap map, String row, LocalDate date) {
        return map.targets().stream()
                .filter(target -> target.row().equals(row) && target.date().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private Preview preview(String visit, MoveTarget target) {
        return sam(() -> moves.preview(visit, target));
    }

    /** Where a visit stands it may stay without a word; the preview, which looks at the flags alone, does not say so. */
    private Allowed stays(Target target, String visit) {
        var there = database.sql("select concat(technician, planned_on) from visit where code = ?")
                .param(visit)
                .query(String.class)
                .single();
        return (target.technician() + target.date()).equals(there) ? Allowed.FREE : target.allowed();
    }

    /** A preview without a free start says that nothing is possible; the map says it in words of its own. */
    private static Light light(Preview preview, Target target) {
        return target.text().equals("past") ? Light.GREEN : preview.customerLight();
    }

    private static char sign(Preview preview, boolean stays) {
        if (preview.allowed() == Allowed.REFUSED) {
            return '.';
        }
        char sign = (char) ('a'
                + 3 * preview.customerLight().ordinal()
                + preview.companyLight().ordinal());
        return preview.allowed() == Allowed.NEEDS && !stays ? Character.toUpperCase(sign) : sign;
    }

    /** As every change of these tables by the console itself does. */
    private void raiseSequence() {
        database.sql("update office_sequence set last_event_id = last_event_id + 1")
                .update();
        database.sql("insert ignore into office_sequence (office, last_event_id) values ('ALB', 1)")
                .update();
    }

    private static <T> T sam(Callable<T> work) {
        return SignedIn.as("sam", work);
    }
}
