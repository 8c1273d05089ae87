package org.dorothydispatch.board.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.shared.Codes;
import org.jspecify.annotations.Nullable;

/**
 * What the server has to know of the board's address. The rest of it, and its writing, is the browser's: see {@code
 * bar-state.ts}.
 */
record BoardAddress(
        List<String> offices,
        @Nullable LocalDate from,
        int days,
        @Nullable String visit) {

    /** Working days of a board without a zoom in its address, and of its month. */
    static final int WEEK = 7;

    static final int MONTH = 28;

    static BoardAddress of(QueryParameters parameters) {
        var offices = parameters.getSingleParameter("offices").map(Codes::in).orElse(List.of());
        return new BoardAddress(
                offices,
                parameters
                        .getSingleParameter("from")
                        .flatMap(BoardAddress::date)
                        .orElse(null),
                parameters.getSingleParameter("zoom").filter("month"::equals).isPresent() ? MONTH : WEEK,
                parameters
                        .getSingleParameter("visit")
                        .filter(visit -> !visit.isBlank())
                        .orElse(null));
    }

    BoardAddress withVisit(@Nullable String visit) {
        return new BoardAddress(offices, from, days, visit);
    }

    /** Empty for what is no day, as in an address typed by hand, or out of reach. */
    static Optional<LocalDate> date(String text) {
        try {
            var date = LocalDate.parse(text);
            return date.getYear() >= 1970 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
