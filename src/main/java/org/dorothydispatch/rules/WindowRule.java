package org.dorothydispatch.rules;

/**
 * {@code WINDOW}: broken when start &lt; from or end &gt; to; a blank bound is open; with weekdays, only on those. A
 * visit with no start skips it.
 */
final class WindowRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return at.outside(wish.from(), wish.to())
                && (wish.weekdays().isEmpty() || wish.weekdays().contains(at.weekday));
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        int start = at.start;
        int end = at.end;
        return new Finding(
                () -> Wording.stated(wish, customer, Wording.span(wish.from(), wish.to())) + ", not "
                        + Wording.time(start) + " to " + Wording.time(end) + Wording.inTheirWords(wish),
                () -> "not " + Wording.span(wish.from(), wish.to()));
    }
}
