package org.dorothydispatch.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the board shows of some offices in a period, at one moment.
 *
 * @param days the columns: working days of these offices, and any other day on which a visit stands
 * @param runs one for each route and column
 * @param absences one for each technician and column on which they do not work
 * @param visits those of the columns, and the unassigned ones that fall due up to the last column
 * @param services the names that the cards point to
 * @param bands from which yearly value on an agreement counts as middle, and as high
 */
public record BoardSnapshot(
        LocalDate from,
        List<LocalDate> days,
        List<Office> offices,
        List<Technician> technicians,
        List<Route> routes,
        List<Run> runs,
        List<Absence> absences,
        List<Card> visits,
        List<String> services,
        List<BigDecimal> bands) {

    /** What stands around the visits. */
    BoardSnapshot withoutVisits() {
        return new BoardSnapshot(
                from, days, offices, technicians, routes, List.of(), absences, List.of(), services, bands);
    }

    /**
     * @param seq number of the newest change this snapshot holds; the next delta names it as its predecessor
     * @param today the day it is there now
     */
    public record Office(String code, String name, String zone, long seq, LocalDate today) {}

    /**
     * A technician of one of the offices, or a guest who drives a visit there.
     *
     * @param shift minutes of a working day
     */
    public record Technician(String code, String name, String office, int shift) {}

    /** @param away why the technician does not work that day, as in {@link Run} */
    public record Absence(String technician, LocalDate date, String away) {}

    /** @param technician the usual one */
    public record Route(
            String code,
            String name,
            String office,
            @Nullable String technician) {}
}
