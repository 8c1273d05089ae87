package org.dorothydispatch.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A customer in the order of their score.
 *
 * @param name what they like to be called
 * @param value of their agreements that go on, a year
 * @param asOf the day it is at their office
 */
public record RiskRow(
        String code, String name, String office, String officeName, BigDecimal value, LocalDate asOf, RiskScore score) {

    /** "4,210.50 a year". */
    public String valueWords() {
        return "%,.2f a year".formatted(value);
    }
}
