package org.dorothydispatch.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judgeable visits of one customer in the order (date, start with none first, code). Linked from visit to visit:
 * nearly every question is about the few that came just before.
 */
final class Timeline {

    private static final Comparator<VisitFacts> ORDER = Comparator.comparingInt(VisitFacts::day)
            .thenComparingInt(VisitFacts::start)
            .thenComparing(VisitFacts::code);

    private @Nullable VisitFacts last;

    Timeline(Collection<VisitFacts> visits) {
        visits.stream().filter(VisitFacts::judgeable).sorted(ORDER).forEach(this::add);
    }

    void add(VisitFacts visit) {
        VisitFacts after = null;
        var before = last;
        while (before != null && ORDER.compare(before, visit) > 0) {
            after = before;
            before = before.previous;
        }
        link(before, visit);
        link(visit, after);
    }

    void remove(VisitFacts visit) {
        link(visit.previous, visit.next);
        visit.previous = null;
        visit.next = null;
    }

    /** The last visit that comes before a place in the order, or null. */
    @Nullable
    VisitFacts lastBefore(int day, int start, String code) {
        var visit = last;
        while (visit != null && order(visit, day, start, code) >= 0) {
            visit = visit.previous;
        }
        return visit;
    }

    /** Every visit that comes after a place in the order. */
    List<VisitFacts> after(int day, int start, String code) {
        var after = new ArrayList<VisitFacts>();
        for (var visit = last; visit != null && order(visit, day, start, code) > 0; visit = visit.previous) {
            after.add(visit);
        }
        return after;
    }

    private void link(@Nullable VisitFacts before, @Nullable VisitFacts after) {
        if (before != null) {
            before.next = after;
        }
        if (after != null) {
            after.previous = before;
        } else {
            last = before;
        }
    }

    private static int order(VisitFacts visit, int day, int start, String code) {
        int order = Integer.compare(visit.day(), day);
        if (order == 0) {
            order = Integer.compare(visit.start(), start);
        }
        return order != 0 ? order : visit.code().compareTo(code);
    }
}
