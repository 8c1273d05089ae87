package org.dorothydispatch.rules;

/** What cannot be done; declared in the order in which the flags are listed. */
public enum FeasibilityKind {
    ABSENT(new AbsentRule()),
    DOUBLE_BOOKED(new DoubleBookedRule()),
    KEPT_AWAY(new KeptAwayRule()),
    NOT_EMPLOYED(new NotEmployedRule()),
    OFF_SHIFT(new OffShiftRule()),
    UNLICENSED(new UnlicensedRule());

    private final FeasibilityRule rule;

    FeasibilityKind(FeasibilityRule rule) {
        this.rule = rule;
    }

    FeasibilityRule rule() {
        return rule;
    }
}
