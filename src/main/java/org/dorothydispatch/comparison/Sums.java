package org.dorothydispatch.comparison;

/** What figures are computed from: sums of one office, technician or route, or of several, in a period. */
final class Sums {

    /** What is asked for when it is shown and has no history. */
    enum Now {
        UNANSWERED,
        /** All their days of waiting together. */
        UNANSWERED_DAYS,
        /** Employed on some day of the period. */
        TECHNICIANS,
        LEFT,
        SICK_DAYS
    }

    private final long[] visits = new long[Measure.COUNT];
    private long technicianDays;
    private long technicianDaySquares;
    private long judged;
    private long avoidable;
    private final long[] before = new long[Standing.COUNT];
    private final long[] during = new long[Standing.COUNT];
    private final long[] last = new long[Standing.COUNT];
    private final long[] now = new long[Now.values().length];

    long of(Measure measure) {
        return visits[measure.ordinal()];
    }

    long technicianDays() {
        return technicianDays;
    }

    long technicianDaySquares() {
        return technicianDaySquares;
    }

    /** Broken promises of which is known whether they could have been kept. */
    long judged() {
        return judged;
    }

    /** Those of them that could have been kept. */
    long avoidable() {
        return avoidable;
    }

    /** Broken promises nobody has looked at yet. */
    long unjudged() {
        return Math.max(0, of(Measure.PROMISES_BROKEN) - judged);
    }

    /** In all months before the period. */
    long before(Standing standing) {
        return before[standing.ordinal()];
    }

    /** In the months of the period. */
    long during(Standing standing) {
        return during[standing.ordinal()];
    }

    /** In the last month of the period. */
    long atEnd(Standing standing) {
        return last[standing.ordinal()];
    }

    long of(Now what) {
        return now[what.ordinal()];
    }

    /** Customers when the period began. */
    long atStart() {
        return before(Standing.STARTED) - before(Standing.ENDED);
    }

    /** Customers when it ended. */
    long atEnd() {
        return atStart() + during(Standing.STARTED) - during(Standing.ENDED);
    }

    void addVisits(long[] more, long days, long squares) {
        add(visits, more);
        technicianDays += days;
        technicianDaySquares += squares;
    }

    void addBreaks(long moreJudged, long moreAvoidable) {
        judged += moreJudged;
        avoidable += moreAvoidable;
    }

    void addBefore(long[] more) {
        add(before, more);
    }

    void addDuring(long[] more) {
        add(during, more);
    }

    void addLast(long[] more) {
        add(last, more);
    }

    void add(Now what, long more) {
        now[what.ordinal()] += more;
    }

    void add(Sums more) {
        addVisits(more.visits, more.technicianDays, more.technicianDaySquares);
        addBreaks(more.judged, more.avoidable);
        addBefore(more.before);
        addDuring(more.during);
        addLast(more.last);
        add(now, more.now);
    }

    private static void add(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }
}
