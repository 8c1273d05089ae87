package org.dorothydispatch.board.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dorothydispatch.board.BoardPeriod;
import org.dorothydispatch.flags.VerdictQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Visits were lifted: what would every place mean for them?
 *
 * @param visits the first is the one under the hand
 * @param versions of the visits as the browser knows them
 * @param by {@code routes} or {@code technicians}: what a row of the board is
 * @param day the day a timeline shows, when it shows one
 * @param draft the moves this person has not saved yet
 * @param keepTime the visits keep their own starts
 */
record PickUpQuestion(
        List<String> visits,
        List<Integer> versions,
        List<String> offices,
        String by,
        @Nullable LocalDate day,
        @Nullable List<DraftMove> draft,
        boolean keepTime) {

    /** The question over what the board shows; offices that are not on it are left out. */
    VerdictQuestion about(BoardPeriod shown) {
        return new VerdictQuestion(
                visits,
                versions,
                offices.stream().filter(shown.offices()::contains).toList(),
                shown.from(),
                shown.calendarDays(),
                VerdictQuestion.Rows.valueOf(by.toUpperCase(Locale.ROOT)),
                day,
                draft == null
                        ? List.of()
                        : draft.stream().map(DraftMove::proposed).toList(),
                keepTime);
    }
}
