package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * A check that came out broken. The sentences are made when first asked for. Two flags are equal when everything but the
 * wording is.
 */
public final class Flag {

    /** Visit, side, kind, code as plain text. */
    public static final Comparator<Flag> ORDER = Comparator.comparing(Flag::visit)
            .thenComparing(flag -> flag.side().word())
            .thenComparing(Flag::kind)
            .thenComparing(Flag::code);

    private final String visit;
    private final LocalDate date;
    private final String technician;
    private final Side side;
    private final String kind;
    private final String code;
    private final Outcome outcome;
    private final Level level;
    private final Finding finding;

    Flag(Situation situation, Side side, String kind, String code, Outcome outcome, Level level, Finding finding) {
        this.visit = situation.visit.code();
        this.date = situation.date();
        this.technician = situation.technician.code();
        this.side = side;
        this.kind = kind;
        this.code = code;
        this.outcome = outcome;
        this.level = level;
        this.finding = finding;
    }

    /** Code of the visit. */
    public String visit() {
        return visit;
    }

    public LocalDate date() {
        return date;
    }

    /** Code of the technician. */
    public String technician() {
        return technician;
    }

    public Side side() {
        return side;
    }

    /** {@code PERSON}, {@code TRAVEL}, {@code ABSENT} … */
    public String kind() {
        return kind;
    }

    /** Code of the preference or protocol; blank for feasibility. */
    public String code() {
        return code;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Level level() {
        return level;
    }

    public boolean broken() {
        return outcome == Outcome.BROKEN;
    }

    /** One plain sentence: "Cy would be the 4th face in 10 visits." */
    public String message() {
        return finding.message().get();
    }

    /** Three to six words for a cell of the board: "4th face in 10". */
    public String shortMessage() {
        return finding.shortMessage().get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flag that
                && visit.equals(that.visit)
                && date.equals(that.date)
                && technician.equals(that.technician)
                && side == that.side
                && kind.equals(that.kind)
                && code.equals(that.code)
                && outcome == that.outcome
                && level == that.level;
    }

    @Override
    public int hashCode() {
        return Objects.hash(visit, date, technician, side, kind, code, outcome, level);
    }

    @Override
    public String toString() {
        return String.join(
                ",", visit, date.toString(), technician, side.word(), kind, code, outcome.name(), level.word());
    }
}
