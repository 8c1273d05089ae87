package org.dorothydispatch.rules;

/** {@code WEEKDAYS}: broken when d's weekday is not in the list. */
final class WeekdaysRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return !wish.weekdays().contains(at.weekday);
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        var weekday = at.weekday;
        return new Finding(
                () -> Wording.stated(wish, customer, "a " + Wording.weekdays(wish.weekdays())) + ", not a "
                        + Wording.weekday(weekday) + Wording.inTheirWords(wish),
                () -> "not on a " + Wording.weekday(weekday));
    }
}
