package org.dorothydispatch.rules;

/** {@code ON_DUE_DAY}, number N (default 0): broken when |d − due_on| &gt; N days. */
final class OnDueDayRule implements Rule<ProtocolFacts> {

    @Override
    public boolean broken(ProtocolFacts protocol, Situation at) {
        int allowed = protocol.number() == null ? 0 : protocol.number();
        return Math.abs(daysLate(at)) > allowed;
    }

    @Override
    public Finding finding(ProtocolFacts protocol, Situation at) {
        int days = daysLate(at);
        var due = at.visit.dueOn();
        var date = at.date();
        return new Finding(
                () -> "Due " + Wording.day(due, date) + ", so this is " + late(days) + ".", () -> late(days));
    }

    private static int daysLate(Situation at) {
        return at.day - at.visit.dueDay();
    }

    private static String late(int days) {
        return Wording.count(Math.abs(days), "day") + (days > 0 ? " late" : " early");
    }
}
