package org.dorothydispatch.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorothydispatch.shared.Table;
import org.jspecify.annotations.Nullable;

/**
 * One office, technician or route with its figures.
 *
 * @param code blank for all offices together
 * @param trends a value for each of the last months of the period, the newest last; null where there was nothing
 * @param targets what the office wants a figure to reach
 */
public record OfficeLine(
        String code,
        String name,
        Map<Figure, FigureValue> values,
        Map<Figure, List<@Nullable Double>> trends,
        Map<Figure, Double> targets) {

    public FigureValue of(Figure figure) {
        return values.getOrDefault(figure, FigureValue.NONE);
    }

    /** A figure as it is shown; a dash where there is nothing to count, "≥" where more may be found. */
    public String text(Figure figure) {
        var value = of(figure).value();
        return value == null
                ? Table.DASH
                : (of(figure).open() > 0 ? "≥ " : "") + figure.unit().text(value);
    }

    /** Where it stands in the quadrant; nowhere without both figures, nor for all together. */
    public Optional<Corner> corner() {
        var protocols = of(Figure.PROTOCOL_KEPT).value();
        var promises = of(Figure.KEPT_PROMISES).value();
        return code.isEmpty() || protocols == null || promises == null
                ? Optional.empty()
                : Optional.of(Corner.of(protocols, promises));
    }

    /**
     * Whoever does worse in a figure comes first; where neither way is worse, whoever has most. Lines without a value come
     * last, equal ones by name.
     */
    public static Comparator<OfficeLine> worstFirst(Figure figure) {
        var values = figure.better() == Figure.Better.HIGHER
                ? Comparator.<Double>naturalOrder()
                : Comparator.<Double>reverseOrder();
        return Comparator.comparing((OfficeLine line) -> line.of(figure).value(), Comparator.nullsLast(values))
                .thenComparing(OfficeLine::name)
                .thenComparing(OfficeLine::code);
    }

    /** Whether the office wants more than it has; never for a figure without a target or a value. */
    public boolean misses(Figure figure) {
        var target = targets.get(figure);
        var value = of(figure).value();
        if (target == null || value == null) {
            return false;
        }
        return switch (figure.better()) {
            case HIGHER -> value < target;
            case LOWER -> value > target;
            case NEITHER -> false;
        };
    }
}
