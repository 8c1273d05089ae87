package org.dorothydispatch.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.dorothydispatch.shared.Light;

/**
 * The two lights of an assignment, never merged into one.
 *
 * <p>Customer: red if a promised preference is broken, amber if only others are, green otherwise. Company: red if
 * feasibility or a protocol that blocks is broken, amber for those that ask for a reason or inform, green otherwise. What
 * the customer consented to lights nothing.
 */
public record Lights(Light customer, Light company) {

    private static final Lights[] ALL = new Lights[9];

    static {
        for (var customer : Light.values()) {
            for (var company : Light.values()) {
                ALL[3 * customer.ordinal() + company.ordinal()] = new Lights(customer, company);
            }
        }
    }

    public static final Lights GREEN = of(Light.GREEN, Light.GREEN);

    private static final Comparator<Flag> HEAVIEST =
            Comparator.comparingInt(Lights::weight).thenComparing(Flag.ORDER);

    /** One of nine, without making a new one. */
    static Lights of(Light customer, Light company) {
        return ALL[3 * customer.ordinal() + company.ordinal()];
    }

    public static Lights of(Collection<Flag> flags) {
        var customer = Light.GREEN;
        var company = Light.GREEN;
        for (var flag : flags) {
            if (flag.broken()) {
                if (flag.side() == Side.CUSTOMER) {
                    customer = customer.or(of(flag.level()));
                } else {
                    company = company.or(of(flag.level()));
                }
            }
        }
        return of(customer, company);
    }

    /** The one flag to name where there is room for one: what cannot be done, then a promise, then the rest by weight. */
    public static Optional<Flag> deciding(Collection<Flag> flags) {
        return flags.stream().filter(Flag::broken).min(HEAVIEST);
    }

    static Light of(Level level) {
        return switch (level) {
            case PROMISED, BLOCK -> Light.RED;
            case WILL_TRY, UNANSWERED, REASON, INFORM -> Light.AMBER;
        };
    }

    private static int weight(Flag flag) {
        return switch (flag.level()) {
            case BLOCK -> flag.side() == Side.FEASIBILITY ? 0 : 2;
            case PROMISED -> 1;
            case WILL_TRY -> 3;
            case UNANSWERED -> 4;
            case REASON -> 5;
            case INFORM -> 6;
        };
    }
}
