package org.dorothydispatch.rules;

/**
 * {@code ROTATE}, number N: broken when the last N visits of {@code earlier(v)} exist and were all by T. An N below 1
 * rotates nothing.
 */
final class RotateRule implements Rule<ProtocolFacts> {

    @Override
    public boolean broken(ProtocolFacts protocol, Situation at) {
        if (protocol.number() == null || protocol.number() < 1) {
            return false;
        }
        int missing = protocol.number();
        var other = at.lastEarlier();
        while (other != null && missing > 0 && Coded.same(other.technician(), at.technician)) {
            missing--;
            other = at.before(other);
        }
        return missing == 0;
    }

    /** The last N visits of {@code earlier(v)} exist: there is something to rotate. */
    static boolean due(ProtocolFacts protocol, Situation at) {
        if (protocol.number() == null || protocol.number() < 1) {
            return false;
        }
        int missing = protocol.number();
        for (var other = at.lastEarlier(); other != null && missing > 0; other = at.before(other)) {
            missing--;
        }
        return missing == 0;
    }

    @Override
    public Finding finding(ProtocolFacts protocol, Situation at) {
        var world = at.world;
        var person = at.technician;
        int times = protocol.number();
        return new Finding(
                () -> times == 1
                        ? world.nameOf(person) + " came last time; somebody else's turn."
                        : world.nameOf(person) + " came the last " + times + " times; somebody else's turn.",
                () -> "not " + world.nameOf(person) + " again");
    }
}
