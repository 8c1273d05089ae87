package org.dorothydispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dorothydispatch.board.BoardSnapshots;
import org.dorothydispatch.comparison.BehindService;
import org.dorothydispatch.comparison.ComparisonService.Kind;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.flags.VerdictMapService;
import org.dorothydispatch.flags.VerdictQuestion;
import org.dorothydispatch.security.CurrentUser;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the services what a dispatcher's day asks them, and MySQL how it answers each statement they send. Used on demo
 * data and on a million visits by {@link IndexProofTest}, and on an imported million by the bench.
 */
public final class IndexProof {

    /** A table this small may be read whole: offices, routes, technicians; the preferences of a small company. */
    private static final long SMALL = 5_000;

    private static final Duration OUTBOX_PATIENCE = Duration.ofSeconds(10);

    /** What one question did to the database. */
    public record Answer(String question, List<QueryPlan> plans) {

        /** The statements that read a large table from one end to the other. */
        public List<QueryPlan> tooWide() {
            return plans.stream()
                    .filter(plan -> plan.fullScans().stream().anyMatch(scan -> scan.rows() > SMALL))
                    .toList();
        }

        public boolean uses(String index) {
            return plans.stream().anyMatch(plan -> plan.uses(index));
        }
    }

    private final ApplicationContext application;
    private final RecordedStatements recorded;
    private final JdbcClient database;
    private final LocalDate today;

    public IndexProof(ApplicationContext application, RecordedStatements recorded) {
        this.application = application;
        this.recorded = recorded;
        this.database = application.getBean(JdbcClient.class);
        this.today = LocalDate.now(application.getBean(Clock.class));
        database.sql("analyze table visit, customer, preference, verdict, flag, board_event, technician_day, run_day")
                .query()
                .listOfRows();
    }

    /** Every question below. */
    public List<Answer> everything(List<String> offices) {
        return List.of(
                boardWeek(offices),
                pickUp(offices),
                recheck(offices),
                recheckDue(offices),
                flagsOfVisit(offices),
                outboxPoll(offices.getFirst()));
    }

    /** The board's week of these offices, its cards and its tray. */
    public Answer boardWeek(List<String> offices) {
        return ask("board week", () -> bean(BoardSnapshots.class).read(offices, today, 7));
    }

    /** What a lifted visit meets: its customer's visits, and technicians and runs of the week. */
    public Answer pickUp(List<String> offices) {
        var visit = plannedVisit(offices);
        return ask("pick up", () -> bean(VerdictMapService.class).pickUp(VerdictQuestion.of(visit, offices, today, 7)));
    }

    /** Judging a visit again: the same technician's day, the same run, the customer's other visits. */
    public Answer recheck(List<String> offices) {
        var visit = plannedVisit(offices);
        return ask("recheck", () -> bean(FlagService.class).recheck(Set.of(visit)));
    }

    /** What the clock alone may have changed. */
    public Answer recheckDue(List<String> offices) {
        return ask("recheck due", () -> bean(FlagService.class).refreshDue(offices));
    }

    /** One visit and whose flags stand on it, as the panel beside the board shows them. */
    public Answer flagsOfVisit(List<String> offices) {
        var visit = plannedVisit(offices);
        return ask("flags of a visit", () -> {
            bean(FlagService.class).flagsOf(visit);
            bean(FlagService.class).strip(visit);
        });
    }

    /** The people behind a figure of one office, or of a technician or a route there, in the twelve months to this one. */
    public Answer peopleBehind(Figure figure, String office, Kind kind, String code) {
        var question =
                new BehindService.Question(figure, List.of(office), kind, code, Period.yearTo(YearMonth.from(today)));
        return ask("people behind %s of a %s".formatted(figure, kind), () -> {
            bean(BehindService.class).count(question);
            bean(BehindService.class).list(question, 0, 50);
        });
    }

    /** What each node asks after a change; its own thread does, so an event is all it takes. */
    public Answer outboxPoll(String office) {
        recorded.take();
        database.sql("insert into board_event (office, at, kind, actor) values (?, ?, 'import', 'index proof')")
                .params(
                        office,
                        LocalDateTime.ofInstant(application.getBean(Clock.class).instant(), ZoneOffset.UTC))
                .update();
        database.sql("update office_sequence set last_event_id = (select max(id) from board_event) where office = ?")
                .param(office)
                .update();
        var end = System.nanoTime() + OUTBOX_PATIENCE.toNanos();
        var polled = new ArrayList<String>();
        while (polled.isEmpty() && System.nanoTime() < end) {
            recorded.take().stream()
                    .filter(statement -> statement.startsWith("select") && statement.contains("from board_event"))
                    .forEach(polled::add);
            Thread.onSpinWait();
        }
        return new Answer(
                "outbox",
                polled.stream()
                        .map(statement -> QueryPlan.of(database, statement))
                        .toList());
    }

    private Answer ask(String question, Runnable work) {
        recorded.take();
        bean(CurrentUser.class).asProgram("index proof", work);
        var plans = new ArrayList<QueryPlan>();
        for (var statement : recorded.take()) {
            if (statement.stripLeading().startsWith("select")) {
                plans.add(QueryPlan.of(database, statement));
            }
        }
        recorded.take();
        return new Answer(question, plans);
    }

    private String plannedVisit(List<String> offices) {
        return database.sql("select code from visit where board_office in (:offices) and planned_on >= :today"
                        + " and status = 'planned' and technician is not null and route is not null limit 1")
                .param("offices", offices)
                .param("today", today)
                .query(String.class)
                .single();
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
