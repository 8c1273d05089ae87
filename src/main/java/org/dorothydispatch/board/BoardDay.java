package org.dorothydispatch.board;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a day shows besides its visits: when everybody works, and how long the drives between their stops take. */
public record BoardDay(LocalDate date, List<Office> offices) {

    /**
     * One office's part.
     *
     * @param seq number of the newest change this answer holds
     * @param shifts of the technicians of this office and of whoever has a stop of it that day
     * @param drives those that lead to a visit of this office
     */
    public record Office(String code, long seq, List<Shift> shifts, List<Drive> drives) {}

    /** @param away why the technician does not work that day, as in {@link Run}; null when they do */
    public record Shift(
            String technician,
            @JsonFormat(pattern = "HH:mm") LocalTime from,
            @JsonFormat(pattern = "HH:mm") LocalTime to,
            @Nullable String away) {}

    /** From one of a technician's stops to the next, both named by their visits. Travels as an array. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"from", "to", "minutes"})
    public record Drive(String from, String to, int minutes) {}
}
