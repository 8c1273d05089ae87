package org.dorothydispatch.board.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.board.BoardSnapshots;
import org.dorothydispatch.shared.Codes;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a map's or a customer's own window says. What it cannot say is left out: the window then waits for
 * the board.
 *
 * @param board the number of the board the window belongs to; the browser made it
 * @param day blank shows the day of the selected visit, or today
 * @param route a route whose days are shown alone
 */
record WindowAddress(
        String board,
        List<String> offices,
        @Nullable LocalDate from,
        int days,
        @Nullable String day,
        @Nullable String route,
        @Nullable String visit) {

    private static final int WEEK = 7;

    static WindowAddress of(QueryParameters parameters) {
        return new WindowAddress(
                parameters.getSingleParameter("board").orElse(""),
                Codes.in(parameters.getSingleParameter("offices").orElse("")),
                date(parameters.getSingleParameter("from").orElse("")).orElse(null),
                days(parameters.getSingleParameter("days").orElse("")),
                parameters
                        .getSingleParameter("day")
                        .flatMap(WindowAddress::date)
                        .map(LocalDate::toString)
                        .orElse(null),
                parameters
                        .getSingleParameter("route")
                        .filter(text -> !text.isBlank())
                        .orElse(null),
                parameters
                        .getSingleParameter("visit")
                        .filter(text -> !text.isBlank())
                        .orElse(null));
    }

    static Optional<LocalDate> date(String text) {
        try {
            var date = LocalDate.parse(text);
            return date.getYear() >= 1970 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static int days(String text) {
        try {
            return Math.clamp(Integer.parseInt(text), 1, BoardSnapshots.MOST_DAYS);
        } catch (NumberFormatException e) {
            return WEEK;
        }
    }
}
