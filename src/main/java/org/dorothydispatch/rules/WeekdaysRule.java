package org.dorothydispatch.rules;

/** {@code WEEKDAYS}: broken when d's weekday is not in the list. */
final class WeekdaysRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return !wish.weekdays().contains(at.date.getDayOfWeek());
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        var date = at.date;
        return new Finding(
                () -> Wording.stated(wish, customer, "a " + Wording.weekdays(wish.weekdays())) + ", not a "
                        + Wording.weekday(date) + Wording.inTheirWords(wish),
                () -> "not on a " + Wording.weekday(date));
    }
}
