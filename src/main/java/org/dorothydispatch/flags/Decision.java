package org.dorothydispatch.flags;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.Side;

/**
 * Whether a place with these flags may be saved. The verdict map and the drop ask here, so that what was painted is what
 * happens.
 *
 * @param blocking flags nobody can keep
 * @param needing flags that need the customer's consent or a reason
 */
record Decision(List<Flag> blocking, List<Flag> needing) {

    /**
     * @param there the flags at the place
     * @param standing the flags where the visit stands now: a mere wish that is broken already needs no new answer
     * @param answered codes somebody has already given a reason for
     */
    static Decision on(List<Flag> there, List<Flag> standing, Set<String> answered) {
        var standingWishes = standing.stream()
                .filter(flag -> flag.broken() && wish(flag))
                .map(Flag::code)
                .collect(toSet());
        var blocking = new ArrayList<Flag>();
        var needing = new ArrayList<Flag>();
        for (var flag : there) {
            if (!flag.broken()) {
                continue;
            }
            if (flag.level() == Level.BLOCK) {
                blocking.add(flag);
            } else if (flag.level() != Level.INFORM
                    && !answered.contains(flag.code())
                    && !standingWishes.contains(flag.code())) {
                needing.add(flag);
            }
        }
        return new Decision(blocking, needing);
    }

    VerdictMap.Allowed allowed() {
        if (!blocking.isEmpty()) {
            return VerdictMap.Allowed.REFUSED;
        }
        return needing.isEmpty() ? VerdictMap.Allowed.FREE : VerdictMap.Allowed.NEEDS;
    }

    private static boolean wish(Flag flag) {
        return flag.side() == Side.CUSTOMER && flag.level() != Level.PROMISED;
    }
}
