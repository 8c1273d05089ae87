package org.dorothydispatch.rules;

/** {@code STEADY_DAY}: broken when the last visit of {@code earlier(v)} under the same agreement was on another weekday. */
final class SteadyDayRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        var last = at.lastOfAgreement(any -> true);
        return last != null && last.date().getDayOfWeek() != at.date.getDayOfWeek();
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        var date = at.date;
        var last = at.lastOfAgreement(any -> true).date();
        return new Finding(
                () -> Wording.stated(wish, customer, "the same weekday every time") + ": the last visit was on a "
                        + Wording.weekday(last) + ", this is a " + Wording.weekday(date) + Wording.inTheirWords(wish),
                () -> "last was a " + Wording.weekday(last));
    }
}
