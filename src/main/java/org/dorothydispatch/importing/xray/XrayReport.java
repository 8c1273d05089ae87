package org.dorothydispatch.importing.xray;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about the continuity its customers had. Only visits that were done count, each row once.
 *
 * @param rows rows below the headings
 * @param visits done visits with a customer, a day and a technician
 * @param unread rows that could not be read, by what was in the way, most frequent first
 * @param open rows that are no done visits, or name nobody who came
 * @param from the first and the last day of a done visit; null without one
 * @param days how the numbers of days were read
 * @param measured which columns were there, so that a figure that nothing could be said about is not shown as none
 */
public record XrayReport(
        long rows,
        long visits,
        List<Unread> unread,
        long open,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Days days,
        int customers,
        int technicians,
        Faces faces,
        Sold sold,
        Kept person,
        Kept day,
        Kept window,
        Kept reServices,
        List<AtRisk> atRisk,
        int customersAtRisk,
        BigDecimal valueAtRisk,
        List<XrayField> measured) {

    /** How many customers at most are listed by name. */
    public static final int LISTED = 50;

    /** How the numbers of a day like 3/9/2026 were read, which is one way in all of a file. */
    public enum Days {
        /** There was none of the kind. */
        PLAIN,
        MONTH_FIRST,
        DAY_FIRST,
        /** Nothing in the file says which; the month was taken to come first. */
        EITHER
    }

    /** @param example the first line with it and what stood there */
    public record Unread(XrayField field, long rows, String example) {}

    /**
     * Different people a customer met in the last twelve months of the file, of customers with two visits or more.
     *
     * @param customers how many customers met one, two, three, four, and five or more
     * @param mean mean number of faces a customer; NaN without a customer
     */
    public record Faces(List<Integer> customers, double mean) {}

    /**
     * Customers sold by somebody who goes out to customers too, and could be the one they expected.
     *
     * @param visits their done visits
     * @param byOthers of these, visits somebody else made
     * @param neverMet customers whom the seller never visited
     * @param pairs who sold and who came instead, most visits first
     */
    public record Sold(int customers, long visits, long byOthers, int neverMet, List<Pair> pairs) {}

    /** @param visits how often this one came to customers the other had sold */
    public record Pair(String seller, String came, long visits) {}

    /**
     * A preference and how often it was not kept.
     *
     * @param due done visits of customers who had it
     * @param broken of these, visits against it
     * @param customers customers with a break
     */
    public record Kept(long due, long broken, int customers) {}

    /**
     * A customer to talk to.
     *
     * @param value a year; null when the file does not say
     * @param reasons in words, the weightiest first
     */
    public record AtRisk(String name, @Nullable BigDecimal value, List<String> reasons) {}

    public boolean has(XrayField field) {
        return measured.contains(field);
    }
}
