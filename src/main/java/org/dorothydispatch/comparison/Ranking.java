package org.dorothydispatch.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Everybody with a score at some offices at one moment, the highest first; among equals whoever is worth more a year, then
 * by name.
 *
 * @param customers how many these offices have, those without a score among them
 */
public record Ranking(Set<String> offices, List<RiskRow> rows, int customers) {

    private static final Comparator<RiskRow> ORDER = Comparator.<RiskRow>comparingInt(
                    row -> row.score().total())
            .reversed()
            .thenComparing(Comparator.comparing(RiskRow::value).reversed())
            .thenComparing(RiskRow::name)
            .thenComparing(RiskRow::code);

    public Ranking {
        offices = Set.copyOf(offices);
        rows = rows.stream().sorted(ORDER).toList();
    }
}
