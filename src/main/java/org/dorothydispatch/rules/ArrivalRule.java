package org.dorothydispatch.rules;

/** {@code ARRIVAL}: broken when start &lt; from or end &gt; to; a blank bound is open. A visit with no start skips it. */
final class ArrivalRule implements Rule<ProtocolFacts> {

    @Override
    public boolean broken(ProtocolFacts protocol, Situation at) {
        return at.outside(protocol.from(), protocol.to());
    }

    @Override
    public Finding finding(ProtocolFacts protocol, Situation at) {
        int start = at.start;
        int end = at.end;
        return new Finding(
                () -> "We arrive " + Wording.span(protocol.from(), protocol.to()) + ", and this is "
                        + Wording.time(start) + " to " + Wording.time(end) + ".",
                () -> "outside arrival hours");
    }
}
