package org.dorothydispatch.flags;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dorothydispatch.flags.Targets.Lifted;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.StartTimes;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Shows the two lights of every place before visits are dropped on it. What it says is what {@link MoveVisit} would
 * decide at this moment; the drop is decided anew.
 */
@Service
public class VerdictMapService {

    private final WorldLoader loader;
    private final OfficeWeeks weeks;
    private final Judge judge;
    private final StartTimes starts;
    private final Answers answers;
    private final CurrentUser current;
    private final Clock clock;

    VerdictMapService(
            JdbcClient database, OfficeWeeks weeks, Judge judge, Answers answers, CurrentUser current, Clock clock) {
        this.loader = new WorldLoader(database);
        this.weeks = weeks;
        this.judge = judge;
        this.starts = new StartTimes(judge.checks());
        this.answers = answers;
        this.current = current;
        this.clock = clock;
    }

    /** What the question asks, for whoever may move the visits; without targets when somebody has changed one of them. */
    public VerdictMap pickUp(VerdictQuestion question) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        current.requireOffices(question.offices());
        var rows = rows(question);
        var visits = question.visits().stream().map(visit -> found(rows, visit)).toList();
        visits.forEach(visit -> current.requireOffice(visit.boardOffice()));
        var versions = visits.stream().map(VisitRow::version).toList();
        if (!question.versions().isEmpty() && !question.versions().equals(versions)) {
            return new VerdictMap(question.visits(), versions, List.of());
        }
        var offices = current.offices();
        var draft = Draft.of(question.draft(), rows, offices);
        var world = world(question, draft);
        var now = Now.at(clock.instant());
        var lifted = lifted(visits, world, now);
        draft.apply(world, starts, now);
        return new VerdictMap(
                question.visits(), versions, new Targets(world, lifted, question, draft, offices, judge, now).list());
    }

    private Map<String, VisitRow> rows(VerdictQuestion question) {
        var codes = new HashSet<>(question.visits());
        question.draft().forEach(move -> codes.add(move.visit()));
        return loader.visits(codes).stream().collect(Collectors.toMap(VisitRow::code, Function.identity()));
    }

    private static VisitRow found(Map<String, VisitRow> rows, String visit) {
        var row = rows.get(visit);
        if (row == null) {
            throw new IllegalArgumentException("There is no visit (%s).".formatted(visit));
        }
        return row;
    }

    private World world(VerdictQuestion question, Draft draft) {
        var day = question.day();
        var last = question.from().plusDays(question.days() - 1L);
        var week = day == null || !(day.isBefore(question.from()) || day.isAfter(last))
                ? weeks.read(question.offices(), question.from(), question.days())
                : weeks.read(question.offices(), day, 1);
        var judge = new LinkedHashSet<>(question.visits());
        judge.addAll(draft.visits());
        return loader.load(new WorldLoader.Question(judge, draft.technicianDays(), draft.runs(), week));
    }

    private List<Lifted> lifted(List<VisitRow> visits, World world, Now now) {
        var answered = answers.overridden(visits.stream().map(VisitRow::code).toList());
        return visits.stream()
                .map(row -> {
                    var visit = world.visit(row.code());
                    return new Lifted(
                            visit,
                            visit.assignment(),
                            judge.checks().check(world, visit, now),
                            answered.getOrDefault(row.code(), Set.of()),
                            stuck(row, now.in(visit.customer().office().zone()).toLocalDate()));
                })
                .toList();
    }

    private static @Nullable String stuck(VisitRow row, LocalDate today) {
        if (!row.open()) {
            return row.status().word();
        }
        if (row.date() != null && row.date().isBefore(today)) {
            return "it is past";
        }
        return row.pinned() ? "pinned" : null;
    }
}
