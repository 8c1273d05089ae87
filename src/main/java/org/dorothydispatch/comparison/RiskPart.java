package org.dorothydispatch.comparison;

import java.util.function.ToIntFunction;

/**
 * What a score is made of, each part with its weight. This is the only place that knows a weight; the page, the files and
 * docs/at-risk.md say what stands here.
 */
public enum RiskPart {
    /** The measure of all others: what the customer was told would be so was not. */
    BROKEN(
            10,
            RiskFacts::broken,
            "promise broken in the last 60 days",
            "promises broken in the last 60 days",
            "They were told it would be so. Everything else is weighed against this."),
    /** Over what gives way last, people leave: so it counts a second time. */
    DEAREST_BROKEN(
            10,
            RiskFacts::dearestBroken,
            "of them about what they ranked highest",
            "of them about what they ranked highest",
            "What gives way last in their own order is what they would leave over, so it counts twice."
                    + " Who gave no order ranked nothing highest."),
    /** Half of a broken one: it can still be mended. */
    COMING(
            5,
            RiskFacts::coming,
            "promise that the next 14 days would break",
            "promises that the next 14 days would break",
            "It will be broken unless somebody acts. Half of a broken one, because it can be mended."),
    /** Twice for what they ranked highest, as with those that are broken. */
    DEAREST_COMING(
            5,
            RiskFacts::dearestComing,
            "of them about what they ranked highest",
            "of them about what they ranked highest",
            "Counts twice for the same reason."),
    /** Dorothy met four and cancelled: three of them weigh more than one broken promise. */
    NEW_FACES(
            4,
            RiskFacts::newFaces,
            "new face without a word before, in the last 60 days",
            "new faces without a word before, in the last 60 days",
            "Nothing was promised, but three strangers in two months weigh more than one broken promise."),
    /** Less than a broken promise, since nothing was promised; but they spoke and heard nothing. */
    UNANSWERED(
            3,
            RiskFacts::unanswered,
            "wish without an answer",
            "wishes without an answer",
            "They said what matters to them and heard nothing. Less than a new face: it is mended with one call."),
    /** At most {@link RiskScore#MOST_WEEKS}, so that waiting alone never weighs more than a broken promise. */
    WAITING(
            1,
            facts -> Math.min(facts.daysWaiting() / 7, RiskScore.MOST_WEEKS),
            "week of waiting for an answer or an overdue visit",
            "weeks of waiting for an answer or an overdue visit",
            "Each full week they have waited longest, at most ten: waiting alone never weighs more than a broken promise.");

    private final int weight;
    private final ToIntFunction<RiskFacts> count;
    private final String one;
    private final String many;
    private final String why;

    RiskPart(int weight, ToIntFunction<RiskFacts> count, String one, String many, String why) {
        this.weight = weight;
        this.count = count;
        this.one = one;
        this.many = many;
        this.why = why;
    }

    /** What is counted, for a heading: "Promises broken in the last 60 days". */
    public String title() {
        var words = this == DEAREST_BROKEN
                ? "broken promises about what they ranked highest"
                : this == DEAREST_COMING ? "promises to be broken about what they ranked highest" : many;
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** So much each. */
    public int weight() {
        return weight;
    }

    /** How many of it there are; 0 or more. */
    int count(RiskFacts facts) {
        return count.applyAsInt(facts);
    }

    /** What is counted, for so many of it. */
    public String words(int number) {
        return number == 1 ? one : many;
    }

    /** The reason for the weight. */
    public String why() {
        return why;
    }
}
