package org.dorothydispatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.TECHNICIAN;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.security.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what where: every service, every role, the own office and another one, and nobody at all. */
@DatabaseTest(now = StoryFixture.NOON_UTC)
class OfficeRightsTest {

    private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(TECHNICIAN));
    private static final Set<Role> MOVERS = EnumSet.of(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);

    @Autowired
    private MoveVisit moves;

    @Autowired
    private FlagService flags;

    @Autowired
    private VerdictMapService verdicts;

    @Autowired
    private CustomerService customers;

    @Autowired
    private PreferenceService preferences;

    @Autowired
    private VisitService visits;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient database;

    private int op;

    /** What can be asked about Albany, and who may. */
    private record Door(Set<Role> open, Runnable ask) {}

    private Map<String, Door> doors() {
        var doors = new LinkedHashMap<String, Door>();
        doors.put("read a customer", new Door(READERS, () -> customers.get("DOROTHY")));
        doors.put("read preferences", new Door(READERS, () -> preferences.ofCustomer("DOROTHY")));
        doors.put("read introductions", new Door(READERS, () -> preferences.introductions("DOROTHY")));
        doors.put("read a visit", new Door(READERS, () -> visits.get("D10")));
        doors.put("read agreements", new Door(READERS, () -> visits.agreements("DOROTHY")));
        doors.put("read flags", new Door(READERS, () -> flags.flagsOf("D10")));
        doors.put("read mends", new Door(READERS, () -> flags.mendsOf("D10")));
        doors.put("read the strip", new Door(READERS, () -> flags.strip("D10")));
        doors.put("read the audit", new Door(MOVERS, () -> audit.ofOffice("ALB", 10)));
        doors.put(
                "pick a visit up",
                new Door(
                        MOVERS,
                        () -> verdicts.pickUp(VerdictQuestion.of("D10", List.of("ALB"), StoryFixture.MONDAY, 7))));
        doors.put(
                "move a visit",
                new Door(
                        MOVERS,
                        () -> moves.move(new MoveCommand(
                                "door" + op++,
                                "B1",
                                0,
                                new MoveTarget("NORTH", StoryFixture.TUESDAY, LocalTime.of(10, 0), "CY")))));
        doors.put(
                "unassign a visit",
                new Door(MOVERS, () -> moves.move(new MoveCommand("door" + op++, "B1", 99, MoveTarget.tray()))));
        doors.put(
                "save a draft",
                new Door(
                        MOVERS,
                        () -> moves.save(new Proposal(
                                "door" + op++,
                                Proposal.Kind.MOVE,
                                List.of(
                                        new ProposedMove("B1", 99, MoveTarget.tray()),
                                        new ProposedMove("D10", 99, MoveTarget.tray()))))));
        doors.put("unpin a visit", new Door(MOVERS, () -> visits.pin("B1", 99, false)));
        return doors;
    }

    @Test
    void everyDoorIsOpenToTheRightRolesOfTheOfficeAndToNobodyElse() {
        var fixture = StoryFixture.store(database);
        for (var role : Role.values()) {
            fixture.user("own-" + role, role, "ALB").user("other-" + role, role, "BUF");
        }
        doors().forEach((name, door) -> {
            for (var role : Role.values()) {
                expect(name, "own-" + role, door, door.open.contains(role));
                // An administrator sees every office.
                expect(name, "other-" + role, door, role == ADMINISTRATOR);
            }
            assertThatThrownBy(door.ask::run).as("%s without signing in", name).isInstanceOf(NotAllowed.class);
            expect(name, "nobody-of-that-name", door, false);
        });
    }

    @Test
    void aVisitCannotBePushedOntoAnotherOfficesBoard() {
        StoryFixture.store(database);
        for (var target : List.of(
                new MoveTarget("LAKE", StoryFixture.TUESDAY, null, null),
                new MoveTarget("LAKE", StoryFixture.TUESDAY, null, "CY"))) {
            assertThatThrownBy(() ->
                            SignedIn.as("sam", () -> moves.move(new MoveCommand("push" + op++, "B1", 0, target))))
                    .isInstanceOf(NotAllowed.class);
        }
        new RegisterFixture(database).user("both", DISPATCHER, "ALB", "BUF");
        var outcome = SignedIn.as(
                "both",
                () -> moves.move(new MoveCommand(
                        "push" + op++,
                        "B1",
                        0,
                        new MoveTarget("LAKE", StoryFixture.TUESDAY, LocalTime.of(15, 0), null))));
        assertThat(outcome.accepted()).isTrue();
        // It stands on Buffalo's board now; Albany's people alone can no longer take it from there.
        assertThatThrownBy(() -> SignedIn.as(
                        "sam", () -> moves.move(new MoveCommand("push" + op++, "B1", 1, MoveTarget.tray()))))
                .isInstanceOf(NotAllowed.class);
    }

    private static void expect(String name, String username, Door door, boolean allowed) {
        var asked = Stream.of(username).map(user -> {
            try {
                SignedIn.as(user, () -> {
                    door.ask.run();
                    return true;
                });
                return true;
            } catch (NotAllowed e) {
                return false;
            }
        });
        assertThat(asked).as("%s as %s", name, username).containsExactly(allowed);
    }
}
