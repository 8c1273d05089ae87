package org.dorothydispatch.practice;

import java.util.List;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Lights;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the checks judge it, once by what is written down and once by everything the customer said.
 *
 * @param lights what the desk sees
 * @param because the one reason that decides there, in a sentence; null when both lights are green
 * @param briefly the same in a few words, for a cell of the board
 * @param cannot why it cannot be done at all; null when it can
 * @param hers what the lights were if every sentence had been written down, with the answer it was given
 * @param broken of their wishes, what broke, heaviest first: the sentence of the checks
 * @param agreed whether one broke with their consent and nothing else did
 * @param wishes codes of their wishes that were in force
 * @param weight what it costs them, in points
 */
public record Judged(
        Lights lights,
        @Nullable String because,
        @Nullable String briefly,
        @Nullable String cannot,
        Lights hers,
        @Nullable String broken,
        boolean agreed,
        List<String> wishes,
        int weight) {

    static Judged of(List<Flag> desk, List<Flag> person, List<String> wishes) {
        var deciding = Lights.deciding(desk);
        var cannot = desk.stream()
                .filter(flag -> flag.side() == Side.FEASIBILITY)
                .findFirst()
                .map(Flag::message);
        var hurts = person.stream()
                .filter(flag -> flag.side() == Side.CUSTOMER && flag.broken())
                .toList();
        int weight = hurts.stream().mapToInt(Judged::weight).max().orElse(0);
        var worst = Lights.deciding(
                hurts.stream().filter(flag -> weight(flag) == weight).toList());
        boolean agreed = hurts.isEmpty() && person.stream().anyMatch(flag -> flag.side() == Side.CUSTOMER);
        return new Judged(
                Lights.of(desk),
                deciding.map(Flag::message).orElse(null),
                deciding.map(Flag::shortMessage).orElse(null),
                cannot.orElse(null),
                Lights.of(person),
                worst.map(Flag::message).orElse(null),
                agreed,
                wishes,
                weight);
    }

    /** What nobody answered they take for a yes. */
    private static int weight(Flag flag) {
        return flag.level() == Level.WILL_TRY ? 1 : 2;
    }

    /** One of their wishes broke, and nobody had asked them. */
    public boolean hurts() {
        return broken != null;
    }

    /** The customer's light was green although one of their wishes broke: it was not written down, or not as they meant it. */
    public boolean unseen() {
        return hurts() && lights.customer() == Light.GREEN;
    }
}
