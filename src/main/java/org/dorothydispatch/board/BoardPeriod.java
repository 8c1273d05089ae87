package org.dorothydispatch.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a board looks at.
 *
 * @param days how many working days were asked for
 * @param workingDays these days; the board shows others besides when a visit stands on them
 */
public record BoardPeriod(List<String> offices, LocalDate from, int days, List<LocalDate> workingDays) {

    public BoardPeriod {
        offices = List.copyOf(offices);
        workingDays = List.copyOf(workingDays);
    }

    public LocalDate last() {
        return workingDays.getLast();
    }

    /** From the first day to the last, working or not. */
    public int calendarDays() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, last())) + 1;
    }

    boolean shows(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(last());
    }

    /** Whether the card is on the board: on one of its days, or in the tray. */
    boolean shows(Card card) {
        if (card.status().equals("cancelled")) {
            return false;
        }
        return card.date() == null || card.inTray() ? !card.due().isAfter(last()) : shows(card.date());
    }
}
