package org.dorothydispatch.comparison;

import static org.dorothydispatch.comparison.Measure.AGREED;
import static org.dorothydispatch.comparison.Measure.CALLED_BACK;
import static org.dorothydispatch.comparison.Measure.DAY_MATTERS_DUE;
import static org.dorothydispatch.comparison.Measure.DAY_MATTERS_ON;
import static org.dorothydispatch.comparison.Measure.DAY_OTHER_DUE;
import static org.dorothydispatch.comparison.Measure.DAY_OTHER_ON;
import static org.dorothydispatch.comparison.Measure.DEAREST_BROKEN;
import static org.dorothydispatch.comparison.Measure.DRIVES;
import static org.dorothydispatch.comparison.Measure.DRIVE_METRES;
import static org.dorothydispatch.comparison.Measure.DRIVE_MINUTES;
import static org.dorothydispatch.comparison.Measure.LATER_VISITS;
import static org.dorothydispatch.comparison.Measure.MISSED;
import static org.dorothydispatch.comparison.Measure.OVERRIDES;
import static org.dorothydispatch.comparison.Measure.PAID_MINUTES;
import static org.dorothydispatch.comparison.Measure.PERSON_DUE;
import static org.dorothydispatch.comparison.Measure.PERSON_KEPT;
import static org.dorothydispatch.comparison.Measure.PROMISES_BROKEN;
import static org.dorothydispatch.comparison.Measure.PROMISES_CONSENTED;
import static org.dorothydispatch.comparison.Measure.PROMISES_DUE;
import static org.dorothydispatch.comparison.Measure.PROTOCOL_FLAGS;
import static org.dorothydispatch.comparison.Measure.PROTOCOL_VISITS;
import static org.dorothydispatch.comparison.Measure.REDONE;
import static org.dorothydispatch.comparison.Measure.ROTATION_DUE;
import static org.dorothydispatch.comparison.Measure.ROTATION_KEPT;
import static org.dorothydispatch.comparison.Measure.SURPRISES;
import static org.dorothydispatch.comparison.Measure.VISITS;
import static org.dorothydispatch.comparison.Measure.WINDOW_ARRIVED;
import static org.dorothydispatch.comparison.Measure.WINDOW_DUE;
import static org.dorothydispatch.comparison.Measure.WINDOW_KEPT;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dorothydispatch.flags.PastVisits.Past;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.CustomerFacts;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.rules.Outcome;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.ProtocolKind;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.rules.VisitStatus;

/**
 * What one visit adds to the roll-ups.
 *
 * @param version of the visit when it was counted
 * @param office the customer's
 * @param technician blank for none; so is the route
 * @param minute of the day, -1 without a time
 */
record CountedVisit(
        String visit,
        int version,
        String customer,
        String office,
        String technician,
        String route,
        LocalDate day,
        int minute,
        List<Integer> counts) {

    /** How the visits of a customer follow each other. */
    static final Comparator<CountedVisit> ORDER = Comparator.comparing(CountedVisit::day)
            .thenComparing(CountedVisit::minute)
            .thenComparing(CountedVisit::visit);

    static final String COLUMNS =
            "visit, version, customer, office, technician, route, on_day, at_minute, " + Measure.columns("%s");

    int of(Measure measure) {
        return counts.get(measure.ordinal());
    }

    boolean done() {
        return of(VISITS) > 0;
    }

    /** The row in a statement: numbers as they are, a place for everything else. */
    String values() {
        return counts.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "(?, %d, ?, ?, ?, ?, ?, %d, ".formatted(version, minute), ")"));
    }

    /** Fills the places after that one; says the last. */
    int bind(PreparedStatement statement, int place) throws SQLException {
        statement.setString(++place, visit);
        statement.setString(++place, customer);
        statement.setString(++place, office);
        statement.setString(++place, technician);
        statement.setString(++place, route);
        statement.setObject(++place, day);
        return place;
    }

    static CountedVisit read(ResultSet row, int number) throws SQLException {
        var counts = new Integer[Measure.COUNT];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = row.getInt(9 + i);
        }
        return new CountedVisit(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getInt(8),
                List.of(counts));
    }

    static CountedVisit of(Past past, int overrides) {
        var visit = past.visit();
        var there = visit.assignment();
        var customer = visit.customer();
        var counts = new int[Measure.COUNT];
        boolean done = there.status() == VisitStatus.DONE;
        boolean onDay = done && visit.dueOn().equals(there.date());
        if (dayMatters(customer)) {
            counts[DAY_MATTERS_DUE.ordinal()] = 1;
            counts[DAY_MATTERS_ON.ordinal()] = onDay ? 1 : 0;
        } else {
            counts[DAY_OTHER_DUE.ordinal()] = 1;
            counts[DAY_OTHER_ON.ordinal()] = onDay ? 1 : 0;
        }
        if (done) {
            countDone(past, overrides, counts);
        } else {
            counts[MISSED.ordinal()] = 1;
            counts[REDONE.ordinal()] = past.around().redone() ? 1 : 0;
        }
        var start = there.start();
        return new CountedVisit(
                visit.code(),
                past.version(),
                customer.code(),
                customer.office().code(),
                there.technician() == null ? "" : there.technician().code(),
                there.route() == null ? "" : there.route().code(),
                there.date() == null ? visit.dueOn() : there.date(),
                start == null ? -1 : start.getHour() * 60 + start.getMinute(),
                IntStream.of(counts).boxed().collect(Collectors.toUnmodifiableList()));
    }

    private static void countDone(Past past, int overrides, int[] counts) {
        var visit = past.visit();
        var there = visit.assignment();
        var flags = past.flags();
        counts[VISITS.ordinal()] = 1;
        counts[PROMISES_DUE.ordinal()] = past.bound().size();
        counts[PROMISES_BROKEN.ordinal()] = promises(past, Outcome.BROKEN);
        counts[PROMISES_CONSENTED.ordinal()] = promises(past, Outcome.CONSENTED);
        var dearest = GivesWay.last(visit.customer().givesWay());
        counts[DEAREST_BROKEN.ordinal()] = (int) promised(past, Outcome.BROKEN)
                .filter(wish -> wish.kind().about() == dearest)
                .count();
        var persons = past.bound().stream()
                .filter(wish -> namesSomebody(wish, visit.customer()))
                .toList();
        if (!persons.isEmpty()) {
            counts[PERSON_DUE.ordinal()] = 1;
            counts[PERSON_KEPT.ordinal()] = persons.stream().anyMatch(wish -> flagged(flags, wish)) ? 0 : 1;
        }
        if (!past.first()) {
            counts[LATER_VISITS.ordinal()] = 1;
            counts[SURPRISES.ordinal()] = past.known() || noticed(past) ? 0 : 1;
        }
        var hours = visit.customer().preferences().stream()
                .filter(wish -> wish.kind() == PreferenceKind.WINDOW)
                .filter(wish -> wish.answer() == Answer.PROMISED || wish.answer() == Answer.WILL_TRY)
                .filter(wish -> wish.appliesOn(there.date()))
                .toList();
        var onArrival = past.around().onArrival();
        if (!hours.isEmpty() && (there.start() != null || onArrival != null)) {
            var found = onArrival == null ? flags : onArrival;
            counts[WINDOW_DUE.ordinal()] = 1;
            counts[WINDOW_ARRIVED.ordinal()] = onArrival == null ? 0 : 1;
            counts[WINDOW_KEPT.ordinal()] = hours.stream().anyMatch(wish -> flagged(found, wish)) ? 0 : 1;
        }
        int protocols = (int) flags.stream()
                .filter(flag -> flag.side() == Side.COMPANY && flag.broken())
                .count();
        counts[PROTOCOL_FLAGS.ordinal()] = protocols;
        counts[PROTOCOL_VISITS.ordinal()] = protocols > 0 ? 1 : 0;
        counts[OVERRIDES.ordinal()] = overrides;
        past.drive().ifPresent(minutes -> {
            counts[DRIVES.ordinal()] = 1;
            counts[DRIVE_MINUTES.ordinal()] = minutes;
        });
        countAround(past, counts);
    }

    private static void countAround(Past past, int[] counts) {
        var around = past.around();
        counts[DRIVE_METRES.ordinal()] = around.metres().orElse(0);
        counts[PAID_MINUTES.ordinal()] = around.paidMinutes();
        int again = (int) past.flags().stream()
                .filter(flag -> flag.side() == Side.COMPANY && flag.kind().equals(ProtocolKind.ROTATE.name()))
                .count();
        counts[ROTATION_DUE.ordinal()] = around.rotationsDue();
        counts[ROTATION_KEPT.ordinal()] = around.rotationsDue() - again;
        counts[AGREED.ordinal()] = past.visit().agreement() == null ? 0 : 1;
        counts[CALLED_BACK.ordinal()] = around.calledBack() ? 1 : 0;
    }

    private static int promises(Past past, Outcome outcome) {
        return (int) promised(past, outcome).count();
    }

    private static Stream<PreferenceFacts> promised(Past past, Outcome outcome) {
        return past.bound().stream()
                .filter(wish -> past.flags().stream()
                        .anyMatch(flag -> flag.side() == Side.CUSTOMER
                                && flag.code().equals(wish.code())
                                && flag.outcome() == outcome));
    }

    /** Not as wished, whether the customer had agreed or not. */
    private static boolean flagged(List<Flag> flags, PreferenceFacts wish) {
        return flags.stream()
                .anyMatch(flag -> flag.side() == Side.CUSTOMER && flag.code().equals(wish.code()));
    }

    private static boolean namesSomebody(PreferenceFacts wish, CustomerFacts customer) {
        return wish.kind() == PreferenceKind.ONLY
                || wish.kind() == PreferenceKind.PERSON
                        && (!wish.technicians().isEmpty() || customer.technician() != null);
    }

    private static boolean noticed(Past past) {
        var at = past.visit().notifiedAt();
        var there = past.visit().assignment();
        return at != null
                && at.isBefore(
                        there.start() == null
                                ? there.date().atStartOfDay()
                                : there.date().atTime(there.start()));
    }

    /** The day is one of the two things they would let go of last; without an order of theirs: they wish for something about it. */
    static boolean dayMatters(CustomerFacts customer) {
        var order = customer.givesWay();
        return order.isEmpty()
                ? customer.preferences().stream()
                        .anyMatch(wish ->
                                wish.answer() != Answer.DECLINED && wish.kind().about() == GivesWay.DAY)
                : order.subList(Math.max(0, order.size() - 2), order.size()).contains(GivesWay.DAY);
    }
}
