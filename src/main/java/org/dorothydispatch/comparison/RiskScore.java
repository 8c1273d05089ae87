package org.dorothydispatch.comparison;

import java.util.Arrays;
import java.util.List;

/**
 * How much speaks for a customer being on the way out: the sum of parts that are all shown, from what is known of them and
 * nothing else. One more of anything never lowers it. It says who to talk to first, and is no probability.
 */
public record RiskScore(RiskFacts facts) {

    /** Breaks and new faces count for so many days, today among them. */
    public static final int DAYS_BACK = 60;

    /** As far ahead as mends are looked for. */
    public static final int DAYS_AHEAD = 14;

    static final int MOST_WEEKS = 10;

    /** A part as it stands in the sum. */
    public record Line(RiskPart part, int count) {

        public int points() {
            return count * part.weight();
        }

        /** "2 promises broken in the last 60 days: 2 × 10 = 20". */
        public String words() {
            return "%d %s: %d × %d = %d".formatted(count, part.words(count), count, part.weight(), points());
        }
    }

    public int total() {
        return lines().stream().mapToInt(Line::points).sum();
    }

    /** The parts of which there is any. */
    public List<Line> lines() {
        return Arrays.stream(RiskPart.values())
                .map(part -> new Line(part, part.count(facts)))
                .filter(line -> line.count() > 0)
                .toList();
    }

    /** How many there are of a part. */
    public int of(RiskPart part) {
        return part.count(facts);
    }
}
