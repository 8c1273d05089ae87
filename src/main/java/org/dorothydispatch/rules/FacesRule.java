package org.dorothydispatch.rules;

import java.util.HashSet;
import java.util.Set;

/**
 * {@code FACES}, number N and days D: S is the set of technicians of the {@code earlier(v)} visits dated after d − D.
 * Broken when T is not in S and |S| + 1 &gt; N. Without D every earlier visit counts; without N it is never broken.
 */
final class FacesRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        if (wish.number() == null) {
            return false;
        }
        var seen = new Seen(wish, at);
        return !seen.faces.contains(at.technician.code()) && seen.faces.size() + 1 > wish.number();
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var seen = new Seen(wish, at);
        int visits = seen.visits + 1;
        String face = Wording.ordinal(seen.faces.size() + 1) + " face in ";
        var world = at.world;
        var person = at.technician;
        return new Finding(
                () -> world.nameOf(person) + " would be the " + face + Wording.count(visits, "visit") + ".",
                () -> face + visits);
    }

    /** Who came in the days that count, and how often anybody came. */
    private static final class Seen {

        final Set<String> faces = new HashSet<>();
        int visits;

        Seen(PreferenceFacts wish, Situation at) {
            var after = wish.days() == null ? null : at.date.minusDays(wish.days());
            at.lastEarlier(other -> {
                if (after != null && !other.date().isAfter(after)) {
                    return true;
                }
                faces.add(other.technician().code());
                visits++;
                return false;
            });
        }
    }
}
