package org.dorothydispatch.rules;

/** {@code ASK_FIRST}: broken when d ≠ due_on. */
final class AskFirstRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        return at.day != at.visit.dueDay();
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        var date = at.date();
        var due = at.visit.dueOn();
        return new Finding(
                () -> Wording.stated(wish, customer, "a question first") + ": due " + Wording.day(due, date)
                        + ", this is " + Wording.day(date, date) + Wording.inTheirWords(wish),
                () -> "ask first: another day");
    }
}
