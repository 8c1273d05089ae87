package org.dorothydispatch.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dorothydispatch.TestDatabase;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.MoveCommand;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.MoveVisit;
import org.dorothydispatch.flags.ReasonGiven;
import org.dorothydispatch.flags.VerdictMapService;
import org.dorothydispatch.flags.VerdictQuestion;
import org.dorothydispatch.schedule.VisitDetails;
import org.dorothydispatch.schedule.VisitService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.NewUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserService;
import org.springframework.context.ApplicationContext;

/**
 * Picking a visit up and letting it go on a MySQL that holds the big board: the verdict map over 20 offices × 15 routes ×
 * 7 days, and a move of one visit; as the services do it, and over HTTP as the board's element asks. Between two pick-ups
 * somebody moves something, as on a real day.
 */
final class MoveBench {

    private static final int WARM_UP = 20;
    private static final int MEASURED = 100;
    private static final String PASSWORD = "a long bench password 7";

    private final ApplicationContext console;
    private final BigBoard board;
    private final Random random = new Random(5);
    private BoardClient.Board open;

    private MoveBench(ApplicationContext console) {
        this.console = console;
        this.board = new BigBoard(console.getBean(DataSource.class), LocalDate.now(console.getBean(Clock.class)));
    }

    public static void main(String[] args) throws Exception {
        try (var console = BenchConsole.on(TestDatabase.empty())) {
            var bench = new MoveBench(console);
            console.getBean(CurrentUser.class).asProgram("bench", bench::measure);
            bench.measureOverHttp(BenchConsole.address(console));
        }
        System.exit(0);
    }

    private void measure() {
        var start = System.nanoTime();
        board.store();
        System.err.printf("stored in %.1f s%n", (System.nanoTime() - start) / 1e9);
        start = System.nanoTime();
        console.getBean(FlagService.class).recheckAll(BigBoard.offices());
        System.err.printf("judged in %.1f s%n", (System.nanoTime() - start) / 1e9);

        System.err.println("measuring");
        var pickUps = new double[MEASURED];
        var moves = new double[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            var pickUp = pickUp();
            var move = move();
            if (i >= 0) {
                pickUps[i] = pickUp;
                moves[i] = move;
            }
        }
        new Figure("verdict map, 2,100 runs, 16,800 visits, MySQL", "ms", "<= 120").print(pickUps);
        new Figure("move of a visit in the service, MySQL", "ms", "<= 100").print(moves);
        console.getBean(UserService.class)
                .create(new NewUser(
                        "bench", "Bench", PASSWORD, Set.of(Role.ADMINISTRATOR), Set.of(), Optional.empty()));
    }

    private void measureOverHttp(String address) throws Exception {
        var client = new BoardClient(address, "bench", PASSWORD);
        open = client.open();
        var pickUps = new double[MEASURED];
        var drops = new double[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            var pickUp = pickUpOverHttp();
            var drop = drop(client);
            if (i >= 0) {
                pickUps[i] = pickUp;
                drops[i] = drop;
            }
        }
        new Figure("verdict map over HTTP, MySQL", "ms", "<= 120").print(pickUps);
        new Figure("drop round trip over HTTP, MySQL", "ms", "<= 100").print(drops);
    }

    private double pickUpOverHttp() throws Exception {
        var visit = details(anyVisit());
        var start = System.nanoTime();
        open.pickUp(visit.code(), visit.version(), BigBoard.offices());
        return (System.nanoTime() - start) / 1e6;
    }

    /** Within its run, at a free half hour: nothing needs an answer, as most drops of a day. */
    private double drop(BoardClient client) throws Exception {
        while (true) {
            var visit = details(anyVisit());
            var command = Map.of(
                    "opId",
                    UUID.randomUUID().toString(),
                    "visit",
                    visit.code(),
                    "version",
                    visit.version(),
                    "route",
                    visit.placement().route(),
                    "date",
                    visit.placement().date().toString(),
                    "start",
                    LocalTime.of(8 + random.nextInt(8), 30).toString());
            var start = System.nanoTime();
            var answer = open.call("drop", command);
            var millis = (System.nanoTime() - start) / 1e6;
            if (answer.contains("\"accepted\"")) {
                return millis;
            }
            if (answer.contains("\"needs\"")) {
                // A dialog is open there now.
                open = client.open();
            } else if (!answer.contains("\"refused\"")) {
                throw new IllegalStateException("No outcome: " + answer);
            }
        }
    }

    private VisitDetails details(String visit) {
        return console.getBean(CurrentUser.class)
                .asProgram("bench", () -> console.getBean(VisitService.class).get(visit));
    }

    private double pickUp() {
        var visit = anyVisit();
        var verdicts = console.getBean(VerdictMapService.class);
        var start = System.nanoTime();
        var map = verdicts.pickUp(VerdictQuestion.of(visit, BigBoard.offices(), board.from, BigBoard.DAYS));
        var millis = (System.nanoTime() - start) / 1e6;
        if (map.targets().size() != BigBoard.OFFICES * BigBoard.ROUTES * BigBoard.DAYS) {
            throw new IllegalStateException(
                    "The map has %d targets.".formatted(map.targets().size()));
        }
        return millis;
    }

    /** To another route of the office on the same day, at a free half hour, with a reason for whatever needs one. */
    private double move() {
        while (true) {
            var visit = anyVisit();
            var office = Integer.parseInt(visit.substring(1, 3));
            var details = console.getBean(VisitService.class).get(visit);
            var command = new MoveCommand(
                    UUID.randomUUID().toString(),
                    visit,
                    details.version(),
                    new MoveTarget(
                            BigBoard.route(office, random.nextInt(BigBoard.ROUTES)),
                            details.placement().date(),
                            LocalTime.of(8 + random.nextInt(8), 30),
                            null),
                    List.of(),
                    List.of(new ReasonGiven("C" + visit, "bench")));
            var start = System.nanoTime();
            var outcome = console.getBean(MoveVisit.class).move(command);
            var millis = (System.nanoTime() - start) / 1e6;
            if (outcome.accepted()) {
                return millis;
            }
        }
    }

    private String anyVisit() {
        return BigBoard.visit(
                random.nextInt(BigBoard.OFFICES),
                random.nextInt(BigBoard.ROUTES),
                random.nextInt(BigBoard.DAYS),
                random.nextInt(BigBoard.STOPS));
    }
}
