package org.dorothydispatch.rules;

/**
 * {@code STEADY_TIME}, number M: broken when the start of the last visit of {@code earlier(v)} under the same agreement
 * that has one differs by more than M minutes from v's. Without M it is never broken.
 */
final class SteadyTimeRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        if (!at.hasStart() || wish.number() == null) {
            return false;
        }
        var last = at.lastOfAgreementWithStart();
        return last != null && Math.abs(last.start() - at.start) > wish.number();
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        int last = at.lastOfAgreementWithStart().start();
        int start = at.start;
        return new Finding(
                () -> Wording.stated(wish, customer, "the same time every visit") + ": the last one began at "
                        + Wording.time(last) + ", this one at " + Wording.time(start) + Wording.inTheirWords(wish),
                () -> "last was at " + Wording.time(last));
    }
}
