package org.dorothydispatch.flags;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dorothydispatch.schedule.AgreedRoute;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is agreed and what is planned from drifting apart: which later visits of an agreement still stand as one of
 * them did before it was moved, and which stand on another route than was agreed. Changes nothing: what it finds is a
 * proposal like any other, for {@link MoveVisit}.
 */
@Service
@Transactional(readOnly = true)
public class LaterVisits {

    private final JdbcClient database;
    private final WorldLoader loader;
    private final CurrentUser current;
    private final Clock clock;

    LaterVisits(JdbcClient database, CurrentUser current, Clock clock) {
        this.database = database;
        this.loader = new WorldLoader(database);
        this.current = current;
        this.clock = clock;
    }

    /**
     * What could be brought along.
     *
     * @param name of the customer
     * @param sentence what stands otherwise, for whoever decides
     * @param agreed the route the agreement would go on from now on; blank when that stays
     */
    public record Offer(
            String name,
            String sentence,
            List<ProposedMove> moves,
            @Nullable AgreedRoute agreed) {

        public Offer {
            moves = List.copyOf(moves);
        }
    }

    private record Agreement(String service, @Nullable String route, ZoneId zone) {}

    /**
     * After a visit was moved: the later visits of its agreement that stand as it stood before, with what would let them
     * follow it to its technician, its route and its weekday. Nothing when it waits for a place now or did before.
     */
    public Optional<Offer> fromNowOn(String visit, Placement before) {
        var moved = visible(visit).filter(row -> row.date() != null && before.date() != null);
        if (moved.isEmpty() || moved.get().agreement() == null) {
            return Optional.empty();
        }
        var now = moved.get();
        var agreement = agreement(now.agreement());
        var moves = new ArrayList<ProposedMove>();
        int pinned = 0;
        for (var later : later(now, agreement)) {
            var target = follow(later, now, before, today(agreement));
            if (target.isPresent() && later.pinned()) {
                pinned++;
            } else if (target.isPresent()) {
                moves.add(new ProposedMove(later.code(), later.version(), target.get()));
            }
        }
        var agreed = now.route() != null
                        && agreement.route() != null
                        && agreement.route().equals(before.route())
                        && !agreement.route().equals(now.route())
                ? new AgreedRoute(now.agreement(), now.route())
                : null;
        if (moves.isEmpty() && agreed == null) {
            return Optional.empty();
        }
        if (moves.isEmpty()) {
            // Only the agreement itself would change: the visit goes with it, where it stands.
            moves.add(new ProposedMove(
                    now.code(), now.version(), new MoveTarget(now.route(), now.date(), now.start(), now.technician())));
            return Optional.of(new Offer(
                    now.calledName(),
                    "%s of %s is agreed on %s."
                            .formatted(agreement.service(), now.calledName(), routeName(agreement.route())),
                    moves,
                    agreed));
        }
        return Optional.of(new Offer(
                now.calledName(),
                "%s of %s still %s %s.%s"
                        .formatted(
                                count(moves.size(), "later visit"),
                                now.calledName(),
                                moves.size() == 1 ? "stands" : "stand",
                                standing(now, before),
                                pinned == 0
                                        ? ""
                                        : " %s %s."
                                                .formatted(
                                                        count(pinned, "pinned one"), pinned == 1 ? "stays" : "stay")),
                moves,
                agreed));
    }

    /** The visits to come of this one's agreement that stand on another route than was agreed. */
    public Optional<Offer> asAgreed(String visit) {
        var shown = visible(visit);
        if (shown.isEmpty() || shown.get().agreement() == null) {
            return Optional.empty();
        }
        var agreement = agreement(shown.get().agreement());
        var route = agreement.route();
        if (route == null || !current.maySee(officeOfRoute(route))) {
            return Optional.empty();
        }
        var today = today(agreement);
        var moves = planned(shown.get()).stream()
                .filter(row -> !row.pinned() && !row.date().isBefore(today) && !route.equals(row.route()))
                .map(row -> new ProposedMove(row.code(), row.version(), new MoveTarget(route, row.date(), null, null)))
                .toList();
        if (moves.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                shown.get().calledName(),
                "%s %s planned on another route than %s, as agreed."
                        .formatted(count(moves.size(), "visit"), moves.size() == 1 ? "is" : "are", routeName(route)),
                moves,
                null));
    }

    private Optional<VisitRow> visible(String visit) {
        current.require(DISPATCHER, BRANCH_MANAGER, ADMINISTRATOR);
        var found = loader.visits(List.of(visit)).stream().findFirst();
        found.ifPresent(row -> current.requireOffice(row.boardOffice()));
        return found;
    }

    /** Of the same agreement, with a day, on boards this person sees; by day. */
    private List<VisitRow> planned(VisitRow of) {
        return loader.openOfCustomers(List.of(of.customer())).stream()
                .filter(row -> Objects.equals(row.agreement(), of.agreement()))
                .filter(row -> row.date() != null && current.maySee(row.boardOffice()))
                .sorted(Comparator.comparing(VisitRow::date).thenComparing(VisitRow::code))
                .limit(Proposal.MOST_MOVES)
                .toList();
    }

    private List<VisitRow> later(VisitRow moved, Agreement agreement) {
        var today = today(agreement);
        return planned(moved).stream()
                .filter(row -> !row.code().equals(moved.code()) && row.dueOn().isAfter(moved.dueOn()))
                .filter(row -> !row.date().isBefore(today))
                .toList();
    }

    /** Where a later visit would stand if it followed; nothing when it does not stand as the moved one did. */
    private static Optional<MoveTarget> follow(VisitRow later, VisitRow now, Placement before, LocalDate today) {
        var route = followed(later.route(), before.route(), now.route());
        var technician = followed(later.technician(), before.technician(), now.technician());
        var date = later.date();
        if (weekdayChanged(now, before) && date.getDayOfWeek() == before.date().getDayOfWeek()) {
            date = inItsWeek(date, now.date().getDayOfWeek(), today);
        }
        if (Objects.equals(route, later.route())
                && Objects.equals(technician, later.technician())
                && date.equals(later.date())) {
            return Optional.empty();
        }
        // Somebody else's day, or another one: the best start there is found as for any move.
        var keeps = date.equals(later.date()) && Objects.equals(technician, later.technician());
        return Optional.of(new MoveTarget(route, date, keeps ? later.start() : null, technician));
    }

    private static @Nullable String followed(@Nullable String its, @Nullable String old, @Nullable String now) {
        return Objects.equals(its, old) ? now : its;
    }

    private static LocalDate inItsWeek(LocalDate date, DayOfWeek wanted, LocalDate today) {
        var there = date.plusDays(wanted.getValue() - (long) date.getDayOfWeek().getValue());
        return there.isBefore(today) ? there.plusWeeks(1) : there;
    }

    private static boolean weekdayChanged(VisitRow now, Placement before) {
        return now.date().getDayOfWeek() != before.date().getDayOfWeek();
    }

    /** As the moved visit stood, in what has changed. */
    private String standing(VisitRow now, Placement before) {
        var words = new ArrayList<String>();
        if (before.technician() != null && !before.technician().equals(now.technician())) {
            words.add("with " + technicianName(before.technician()));
        }
        if (before.route() != null && !before.route().equals(now.route())) {
            words.add("on " + routeName(before.route()));
        }
        if (weekdayChanged(now, before)) {
            words.add("on " + before.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s");
        }
        return String.join(", ", words);
    }

    private LocalDate today(Agreement agreement) {
        return LocalDate.ofInstant(clock.instant(), agreement.zone());
    }

    private Agreement agreement(@Nullable String code) {
        return database.sql("""
                        select a.service, a.route, o.time_zone
                        from agreement a join customer c on c.code = a.customer join office o on o.code = c.office
                        where a.code = ?""")
                .param(code)
                .query((row, number) -> new Agreement(row.getString(1), row.getString(2), ZoneId.of(row.getString(3))))
                .single();
    }

    private String officeOfRoute(String route) {
        return one("select office from route where code = ?", route);
    }

    private String routeName(String route) {
        return one("select name from route where code = ?", route);
    }

    private String technicianName(String technician) {
        return one("select name from technician where code = ?", technician);
    }

    private String one(String sql, String code) {
        return database.sql(sql).param(code).query(String.class).single();
    }

    private static String count(int number, String what) {
        return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
    }
}
