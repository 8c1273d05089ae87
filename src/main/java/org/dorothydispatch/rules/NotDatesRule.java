package org.dorothydispatch.rules;

/** {@code NOT_DATES}: broken when d lies in the range, both ends included; a blank end is open, two blanks say nothing. */
final class NotDatesRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        var from = wish.datesFrom();
        var to = wish.datesTo();
        return (from != null || to != null)
                && (from == null || at.day >= Days.of(from))
                && (to == null || at.day <= Days.of(to));
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        var date = at.date();
        return new Finding(
                () -> Wording.stated(wish, customer, "no visit on " + Wording.day(date, date))
                        + Wording.inTheirWords(wish),
                () -> "no visit on " + Wording.day(date, date));
    }
}
