package org.dorothydispatch.rules;

/** {@code STEADY_DAY}: broken when the last visit of {@code earlier(v)} under the same agreement was on another weekday. */
final class SteadyDayRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        var last = at.lastOfAgreement();
        return last != null && last.weekday() != at.weekday;
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        var weekday = at.weekday;
        var last = at.lastOfAgreement().weekday();
        return new Finding(
                () -> Wording.stated(wish, customer, "the same weekday every time") + ": the last visit was on a "
                        + Wording.weekday(last) + ", this is a " + Wording.weekday(weekday)
                        + Wording.inTheirWords(wish),
                () -> "last was a " + Wording.weekday(last));
    }
}
