package org.dorothydispatch.board.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of the board's screen as its address carries it, so that a colleague can be sent exactly this screen. */
record BoardAddress(
        List<String> offices,
        @Nullable LocalDate from,
        @Nullable String visit,
        boolean dense) {

    static BoardAddress of(QueryParameters parameters) {
        var offices = parameters
                .getSingleParameter("offices")
                .map(list -> Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList())
                .orElse(List.of());
        return new BoardAddress(
                offices,
                parameters
                        .getSingleParameter("from")
                        .flatMap(BoardAddress::date)
                        .orElse(null),
                parameters
                        .getSingleParameter("visit")
                        .filter(visit -> !visit.isBlank())
                        .orElse(null),
                parameters.getSingleParameter("density").filter("dense"::equals).isPresent());
    }

    Location location() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("offices", String.join(",", offices));
        if (from != null) {
            parameters.put("from", from.toString());
        }
        if (visit != null) {
            parameters.put("visit", visit);
        }
        if (dense) {
            parameters.put("density", "dense");
        }
        return new Location("board", QueryParameters.simple(parameters));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            var date = LocalDate.parse(text);
            return date.getYear() >= 1970 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException e) {
            // An address typed by hand: the screen opens on today.
            return Optional.empty();
        }
    }
}
