package org.dorothydispatch.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code NOTICE}, number H: broken when now ≥ start − H hours, and notified_at is blank or later than start − H hours.
 * A visit with no start skips it; without H it is never broken.
 *
 * <p>Hours are counted on the wall clock of the customer's office, as the spec says ("times are local"): 24 hours before
 * 9:00 is 9:00 the day before, also in the night in which the clocks change.
 */
final class NoticeRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        if (!at.hasStart() || wish.number() == null) {
            return false;
        }
        var latest = latestCall(wish, at);
        return !calledBy(latest, at.visit) && !at.now().isBefore(latest);
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        var called = at.visit.notifiedAt();
        var reader = at.date();
        return new Finding(
                () -> Wording.stated(wish, customer, "a call " + Wording.count(wish.number(), "hour") + " ahead")
                        + (called == null
                                ? " and has not been called: call now"
                                : " and was called only on " + Wording.day(called.toLocalDate(), reader) + ", "
                                        + Wording.time(called.toLocalTime()))
                        + Wording.inTheirWords(wish),
                () -> called == null ? "not called yet: call now" : "was called too late");
    }

    /**
     * The moments at which the answer may change by the clock alone: when the wall clock of the office reaches the latest
     * time to call. Where clocks go back over it, it is reached, left and reached again; where they skip it, it is
     * reached as they skip.
     */
    static List<Instant> changes(PreferenceFacts wish, Situation at) {
        if (!at.hasStart() || wish.number() == null) {
            return List.of();
        }
        var latest = latestCall(wish, at);
        if (calledBy(latest, at.visit)) {
            return List.of();
        }
        var zone = at.customer.office().zone().getRules();
        var changes = new ArrayList<Instant>();
        zone.getValidOffsets(latest).forEach(offset -> changes.add(latest.toInstant(offset)));
        var transition = zone.getTransition(latest);
        if (transition != null) {
            changes.add(transition.getInstant());
        }
        return changes;
    }

    /** The wall time by which the customer must have been called. */
    static LocalDateTime latestCall(PreferenceFacts wish, Situation at) {
        return at.date().atTime(Minutes.time(at.start)).minusHours(wish.number());
    }

    static boolean calledBy(LocalDateTime latest, VisitFacts visit) {
        var called = visit.notifiedAt();
        return called != null && !called.isAfter(latest);
    }
}
