package org.dorothydispatch.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The figures, each said once: what it is called, how it is computed, over which time, in which unit, and of how many.
 * A figure of nothing has no value.
 */
public enum Figure {
    KEPT_PROMISES(
            Group.PERSONAL,
            "Promises kept",
            "Promises kept, or not kept with the customer’s consent ÷ promises that bound a visit that was done.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.HIGHER,
            "promises",
            sums -> sums.of(Measure.PROMISES_DUE) - sums.of(Measure.PROMISES_BROKEN),
            sums -> sums.of(Measure.PROMISES_DUE)),
    AVOIDABLE_BREAKS(
            Group.PERSONAL,
            "Avoidable breaks",
            "Promises not kept, without the customer’s consent, although another time or person of the office within seven"
                    + " days of the due day would have kept them ÷ promises that bound a visit that was done. While some are"
                    + " not looked at yet, it is at least so many.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.LOWER,
            "promises",
            Sums::avoidable,
            sums -> sums.of(Measure.PROMISES_DUE)),
    PROMISED_PERSON(
            Group.PERSONAL,
            "The promised person came",
            "Visits by the promised person, or a stand-in the customer knows ÷ visits for which a person was promised.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.HIGHER,
            "visits",
            sums -> sums.of(Measure.PERSON_KEPT),
            sums -> sums.of(Measure.PERSON_DUE)),
    FACES(
            Group.PERSONAL,
            "Faces per customer",
            "Different technicians a customer saw ÷ customers with a visit.",
            Span.YEAR,
            Unit.NUMBER,
            Better.LOWER,
            "customers",
            sums -> sums.atEnd(Standing.FACES),
            sums -> sums.atEnd(Standing.SERVED)),
    USUAL_PROVIDER(
            Group.PERSONAL,
            "Usual person (UPC)",
            "Share of a customer’s visits by whoever came most often; the mean of customers with two visits or more.",
            Span.YEAR,
            Unit.INDEX,
            Better.HIGHER,
            "customers",
            sums -> sums.atEnd(Standing.USUAL_PROVIDER) / 1e6,
            sums -> sums.atEnd(Standing.REGULARS)),
    BICE_BOXERMAN(
            Group.PERSONAL,
            "Few faces (COC)",
            "Bice–Boxerman: (sum of n² − N) ÷ (N × (N − 1)), N visits, n of them by each technician; the mean of customers"
                    + " with two visits or more.",
            Span.YEAR,
            Unit.INDEX,
            Better.HIGHER,
            "customers",
            sums -> sums.atEnd(Standing.BICE_BOXERMAN) / 1e6,
            sums -> sums.atEnd(Standing.REGULARS)),
    SEQUENTIAL(
            Group.PERSONAL,
            "Same as last time (SECON)",
            "Visits by whoever came the time before ÷ visits but the first; the mean of customers with two visits or more.",
            Span.YEAR,
            Unit.INDEX,
            Better.HIGHER,
            "customers",
            sums -> sums.atEnd(Standing.SEQUENTIAL) / 1e6,
            sums -> sums.atEnd(Standing.REGULARS)),
    SURPRISE_FACES(
            Group.PERSONAL,
            "Surprise faces",
            "Visits by somebody the customer did not know, without a notice before ÷ visits but a customer’s first.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.LOWER,
            "visits",
            sums -> sums.of(Measure.SURPRISES),
            sums -> sums.of(Measure.LATER_VISITS)),
    ASKED(
            Group.PERSONAL,
            "Asked",
            "Customers from whom something was heard ÷ customers at the end of the period.",
            Span.YEAR,
            Unit.PERCENT,
            Better.HIGHER,
            "customers",
            sums -> sums.atEnd(Standing.ASKED),
            Sums::atEnd),
    UNANSWERED(
            Group.PERSONAL,
            "Unanswered wishes",
            "Wishes of today’s customers that nobody has answered, and sentences that nobody has dealt with.",
            Span.NOW,
            Unit.COUNT,
            Better.LOWER,
            "wishes",
            sums -> sums.of(Sums.Now.UNANSWERED),
            sums -> 1,
            sums -> sums.of(Sums.Now.UNANSWERED)),
    UNANSWERED_AGE(
            Group.PERSONAL,
            "Days they wait",
            "Days since each unanswered wish was heard; the mean.",
            Span.NOW,
            Unit.DAYS,
            Better.LOWER,
            "wishes",
            sums -> sums.of(Sums.Now.UNANSWERED_DAYS),
            sums -> sums.of(Sums.Now.UNANSWERED)),
    DECLINED_HONESTLY(
            Group.PERSONAL,
            "Declined honestly",
            "Wishes heard that were declined, and the customer was told ÷ wishes heard.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.NEITHER,
            "wishes",
            sums -> sums.during(Standing.DECLINED_TOLD),
            sums -> sums.during(Standing.WISHES)),
    OVERRIDES(
            Group.PERSONAL,
            "Overrides",
            "Flags that somebody kept without consent, for each 100 visits done.",
            Span.PERIOD,
            Unit.PER_HUNDRED,
            Better.LOWER,
            "visits",
            sums -> 100.0 * sums.of(Measure.OVERRIDES),
            sums -> sums.of(Measure.VISITS)),
    CANCELS_AFTER_BREAK(
            Group.PERSONAL,
            "Cancelled after a break",
            "Customers who cancelled within 90 days of a broken promise ÷ customers who cancelled.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.LOWER,
            "cancellations",
            sums -> sums.during(Standing.ENDED_AFTER_BREAK),
            sums -> sums.during(Standing.ENDED)),
    ON_SCHEDULE_MATTERS(
            Group.CONSISTENT,
            "On the day, where it matters",
            "Visits done on their due day ÷ visits done or missed, of customers who let go of the day last or last but one"
                    + " (without an order of theirs: who wish for something about the day).",
            Span.PERIOD,
            Unit.PERCENT,
            Better.HIGHER,
            "visits",
            sums -> sums.of(Measure.DAY_MATTERS_ON),
            sums -> sums.of(Measure.DAY_MATTERS_DUE)),
    ON_SCHEDULE_OTHER(
            Group.CONSISTENT,
            "On the day, for the others",
            "Visits done on their due day ÷ visits done or missed, of customers to whom the day does not matter.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.NEITHER,
            "visits",
            sums -> sums.of(Measure.DAY_OTHER_ON),
            sums -> sums.of(Measure.DAY_OTHER_DUE)),
    ARRIVAL_WINDOW(
            Group.CONSISTENT,
            "Within agreed hours",
            "Visits done within the hours agreed ÷ visits done for which hours were agreed. By the minute of the"
                    + " technician’s check-in that day, else by the planned start; “Arrival on record” says how many of each.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.HIGHER,
            "visits",
            sums -> sums.of(Measure.WINDOW_KEPT),
            sums -> sums.of(Measure.WINDOW_DUE)),
    ARRIVAL_KNOWN(
            Group.CONSISTENT,
            "Arrival on record",
            "Visits whose technician checked in that day ÷ visits done for which hours were agreed. The others count by"
                    + " their planned start.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.HIGHER,
            "visits",
            sums -> sums.of(Measure.WINDOW_ARRIVED),
            sums -> sums.of(Measure.WINDOW_DUE)),
    PROTOCOL_KEPT(
            Group.CONSISTENT,
            "Protocols kept",
            "Visits done that broke no protocol ÷ visits done.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.HIGHER,
            "visits",
            sums -> sums.of(Measure.VISITS) - sums.of(Measure.PROTOCOL_VISITS),
            sums -> sums.of(Measure.VISITS)),
    PROTOCOL_FLAGS(
            Group.CONSISTENT,
            "Protocol flags",
            "Protocols broken, for each 100 visits done.",
            Span.PERIOD,
            Unit.PER_HUNDRED,
            Better.LOWER,
            "visits",
            sums -> 100.0 * sums.of(Measure.PROTOCOL_FLAGS),
            sums -> sums.of(Measure.VISITS)),
    ROTATION(
            Group.CONSISTENT,
            "Rotated",
            "Where the protocol wants another technician after N visits: visits not by the one who came the last N times ÷"
                    + " visits done with N before them.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.NEITHER,
            "visits",
            sums -> sums.of(Measure.ROTATION_KEPT),
            sums -> sums.of(Measure.ROTATION_DUE)),
    VISITS_A_DAY(
            Group.RUNNING,
            "Visits a technician-day",
            "Visits done ÷ days on which a technician did at least one.",
            Span.PERIOD,
            Unit.NUMBER,
            Better.NEITHER,
            "technician-days",
            sums -> sums.of(Measure.VISITS),
            Sums::technicianDays),
    DRIVE(
            Group.RUNNING,
            "Drive minutes",
            "Estimated minutes from the stop before ÷ visits with a stop before them that day.",
            Span.PERIOD,
            Unit.MINUTES,
            Better.LOWER,
            "visits",
            sums -> sums.of(Measure.DRIVE_MINUTES),
            sums -> sums.of(Measure.DRIVES)),
    DRIVE_SHARE(
            Group.RUNNING,
            "Driving of paid time",
            "Estimated minutes of driving between stops ÷ minutes of the shifts of technicians on days with a visit done; the"
                    + " visits of a day share its shift.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.LOWER,
            "paid minutes",
            sums -> sums.of(Measure.DRIVE_MINUTES),
            sums -> sums.of(Measure.PAID_MINUTES)),
    DENSITY(
            Group.RUNNING,
            "Route density",
            "Kilometres from the stop before, in a straight line ÷ visits with a stop before them that day: the fewer, the"
                    + " denser.",
            Span.PERIOD,
            Unit.KILOMETRES,
            Better.LOWER,
            "visits",
            sums -> sums.of(Measure.DRIVE_METRES) / 1000.0,
            sums -> sums.of(Measure.DRIVES)),
    MISSED(
            Group.RUNNING,
            "Missed",
            "Visits missed ÷ visits done or missed.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.LOWER,
            "visits",
            sums -> sums.of(Measure.MISSED),
            sums -> sums.of(Measure.VISITS) + sums.of(Measure.MISSED)),
    REDONE(
            Group.RUNNING,
            "Missed and made good",
            "Visits missed after which one for the same agreement was done within 14 days ÷ visits missed.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.HIGHER,
            "missed visits",
            sums -> sums.of(Measure.REDONE),
            sums -> sums.of(Measure.MISSED)),
    CALL_BACKS(
            Group.RUNNING,
            "Call-backs",
            "Visits done under an agreement after which the next was outside of any agreement and within 14 days ÷ visits"
                    + " done under an agreement.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.LOWER,
            "visits",
            sums -> sums.of(Measure.CALLED_BACK),
            sums -> sums.of(Measure.AGREED)),
    LOAD_BALANCE(
            Group.RUNNING,
            "Uneven days",
            "Standard deviation ÷ mean of the visits of technician-days; 0 % when all days are alike.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.LOWER,
            "technician-days",
            Figure::spread,
            sums -> sums.of(Measure.VISITS) == 0 ? 0 : 1,
            Sums::technicianDays),
    RETENTION_COUNT(
            Group.RUNNING,
            "Customers kept",
            "1 − customers who cancelled in the period ÷ customers at its start.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.HIGHER,
            "customers",
            sums -> sums.atStart() - sums.during(Standing.ENDED),
            Sums::atStart),
    RETENTION_VALUE(
            Group.RUNNING,
            "Value kept",
            "1 − yearly value of customers who cancelled in the period ÷ yearly value of customers at its start.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.HIGHER,
            "customers",
            sums -> valueAtStart(sums) - sums.during(Standing.ENDED_VALUE),
            Figure::valueAtStart,
            Sums::atStart),
    CANCELS_PER_THOUSAND(
            Group.RUNNING,
            "Cancelled of 1,000",
            "Customers who cancelled in the period, for each 1,000 at its start.",
            Span.PERIOD,
            Unit.PER_THOUSAND,
            Better.LOWER,
            "customers",
            sums -> 1000.0 * sums.during(Standing.ENDED),
            Sums::atStart),
    TURNOVER(
            Group.BESIDE,
            "Turnover",
            "Technicians who left in the period ÷ technicians employed in it.",
            Span.PERIOD,
            Unit.PERCENT,
            Better.NEITHER,
            "technicians",
            sums -> sums.of(Sums.Now.LEFT),
            sums -> sums.of(Sums.Now.TECHNICIANS)),
    SICK_DAYS(
            Group.BESIDE,
            "Sick days",
            "Days of sickness on record in the period ÷ technicians employed in it.",
            Span.PERIOD,
            Unit.DAYS,
            Better.NEITHER,
            "technicians",
            sums -> sums.of(Sums.Now.SICK_DAYS),
            sums -> sums.of(Sums.Now.TECHNICIANS));

    /** What a figure is about; also the order of the page. */
    public enum Group {
        PERSONAL("Personal", "Did we do for each person what we said?"),
        CONSISTENT("Consistent", "Did we keep to our own rules?"),
        RUNNING("Running", "How does the office run?"),
        BESIDE("Beside it", "What makes it harder or easier than elsewhere.");

        private final String title;
        private final String question;

        Group(String title, String question) {
            this.title = title;
            this.question = question;
        }

        public String title() {
            return title;
        }

        public String question() {
            return question;
        }
    }

    /** The time a figure looks at. */
    public enum Span {
        PERIOD("In the period chosen"),
        YEAR("In the twelve months to the end of the period"),
        NOW("Today");

        private final String words;

        Span(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How a value is written. */
    public enum Unit {
        PERCENT("%", 100, 1),
        INDEX("0 to 1", 1, 2),
        NUMBER("number", 1, 2),
        COUNT("number", 1, 0),
        PER_HUNDRED("of 100", 1, 1),
        PER_THOUSAND("of 1,000", 1, 1),
        MINUTES("minutes", 1, 1),
        KILOMETRES("km", 1, 2),
        DAYS("days", 1, 1);

        private final String words;
        private final int factor;
        private final int digits;

        Unit(String words, int factor, int digits) {
            this.words = words;
            this.factor = factor;
            this.digits = digits;
        }

        public String words() {
            return words;
        }

        /** The number as it is shown and exported, without the unit's sign. */
        public String number(double value) {
            // Half up on the decimal reading, as people round.
            return BigDecimal.valueOf(value * factor)
                    .setScale(digits, RoundingMode.HALF_UP)
                    .toPlainString();
        }

        /** The same with a sign where one is usual. */
        public String text(double value) {
            return number(value) + (this == PERCENT ? " %" : "");
        }

        /** A number as people type it, as the value it means. */
        public double value(double typed) {
            return typed / factor;
        }
    }

    /** Which way is good news. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    private final Group group;
    private final String title;
    private final String formula;
    private final Span span;
    private final Unit unit;
    private final Better better;
    private final String sampleOf;
    private final ToDoubleFunction<Sums> above;
    private final ToLongFunction<Sums> below;
    private final ToLongFunction<Sums> sample;

    Figure(
            Group group,
            String title,
            String formula,
            Span span,
            Unit unit,
            Better better,
            String sampleOf,
            ToDoubleFunction<Sums> above,
            ToLongFunction<Sums> below) {
        this(group, title, formula, span, unit, better, sampleOf, above, below, below);
    }

    Figure(
            Group group,
            String title,
            String formula,
            Span span,
            Unit unit,
            Better better,
            String sampleOf,
            ToDoubleFunction<Sums> above,
            ToLongFunction<Sums> below,
            ToLongFunction<Sums> sample) {
        this.group = group;
        this.title = title;
        this.formula = formula;
        this.span = span;
        this.unit = unit;
        this.better = better;
        this.sampleOf = sampleOf;
        this.above = above;
        this.below = below;
        this.sample = sample;
    }

    public Group group() {
        return group;
    }

    public String title() {
        return title;
    }

    public String formula() {
        return formula;
    }

    public Span span() {
        return span;
    }

    public Unit unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    /** What the sample size counts: "promises". */
    public String sampleOf() {
        return sampleOf;
    }

    /** The word in addresses, files and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The figure with this {@link #word}. */
    public static Figure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** It is a sum of visits, so technicians and routes have it too. */
    public boolean ofVisits() {
        return switch (this) {
            case KEPT_PROMISES,
                    AVOIDABLE_BREAKS,
                    PROMISED_PERSON,
                    SURPRISE_FACES,
                    OVERRIDES,
                    ON_SCHEDULE_MATTERS,
                    ON_SCHEDULE_OTHER,
                    ARRIVAL_WINDOW,
                    ARRIVAL_KNOWN,
                    PROTOCOL_KEPT,
                    PROTOCOL_FLAGS,
                    ROTATION,
                    VISITS_A_DAY,
                    DRIVE,
                    DRIVE_SHARE,
                    DENSITY,
                    MISSED,
                    REDONE,
                    CALL_BACKS,
                    LOAD_BALANCE -> true;
            default -> false;
        };
    }

    /** It has a value for each month gone by. */
    public boolean hasTrend() {
        return span != Span.NOW && group != Group.BESIDE;
    }

    FigureValue of(Sums sums) {
        long divisor = below.applyAsLong(sums);
        if (divisor <= 0) {
            return FigureValue.NONE;
        }
        long open = this == AVOIDABLE_BREAKS ? sums.unjudged() : 0;
        // Where nothing was looked at there is nothing to say, not even "at least".
        return open > 0 && sums.judged() == 0
                ? new FigureValue(null, sample.applyAsLong(sums), open)
                : new FigureValue(above.applyAsDouble(sums) / divisor, sample.applyAsLong(sums), open);
    }

    private static double spread(Sums sums) {
        double days = sums.technicianDays();
        double mean = sums.of(Measure.VISITS) / days;
        return Math.sqrt(Math.max(0, sums.technicianDaySquares() / days - mean * mean)) / mean;
    }

    private static long valueAtStart(Sums sums) {
        return sums.before(Standing.STARTED_VALUE) - sums.before(Standing.ENDED_VALUE);
    }
}
