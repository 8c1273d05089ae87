package org.dorothydispatch.rules;

/**
 * {@code GAP}, number min and days max: broken when the days since the last visit of {@code earlier(v)} under the same
 * agreement are &lt; min or &gt; max; blank is open.
 */
final class GapRule implements Rule<PreferenceFacts> {

    @Override
    public boolean broken(PreferenceFacts wish, Situation at) {
        var last = at.lastOfAgreement();
        if (last == null) {
            return false;
        }
        int days = at.day - last.day();
        return tooSoon(wish, days) || (wish.days() != null && days > wish.days());
    }

    @Override
    public Finding finding(PreferenceFacts wish, Situation at) {
        var customer = at.customer;
        int days = at.day - at.lastOfAgreement().day();
        boolean tooSoon = tooSoon(wish, days);
        return new Finding(
                () -> Wording.stated(
                                wish,
                                customer,
                                tooSoon
                                        ? "at least " + Wording.count(wish.number(), "day")
                                        : "at most " + Wording.count(wish.days(), "day"))
                        + " between visits, this is " + days + " after the last" + Wording.inTheirWords(wish),
                () -> (tooSoon ? "only " : "already ") + Wording.count(days, "day") + " apart");
    }

    private static boolean tooSoon(PreferenceFacts wish, int days) {
        return wish.number() != null && days < wish.number();
    }
}
