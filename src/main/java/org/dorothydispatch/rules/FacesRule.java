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
        return seen.faces.size() + 1 > wish.number() && !seen.faces.contains(at.technician.code());
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var seen = new Seen(wish, at);
        int visits = seen.visits + 1;
        int face = seen.faces.size() + 1;
        var world = at.world;
        var person = at.technician;
        return new Finding(
                () -> world.nameOf(person) + " would be the " + Wording.ordinal(face) + " face in "
                        + Wording.count(visits, "visit") + ".",
                () -> Wording.ordinal(face) + " face in " + visits);
    }

    /** Who came in the days that count, and how often anybody came. */
    private static final class Seen {

        final Set<String> faces = new HashSet<>();
        int visits;

        Seen(PreferenceFacts wish, Situation at) {
            for (var other = at.lastEarlier(); other != null; other = at.before(other)) {
                if (wish.days() != null && other.day() <= at.day - wish.days()) {
                    break;
                }
                faces.add(other.technician().code());
                visits++;
            }
        }
    }
}
