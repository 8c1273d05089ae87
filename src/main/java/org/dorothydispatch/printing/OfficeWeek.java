package org.dorothydispatch.printing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.dorothydispatch.printing.RunSheet.Lights;
import org.jspecify.annotations.Nullable;

/**
 * All runs of an office on some days: routes by days.
 *
 * @param days those of the period on which a route runs or a visit stands
 * @param waiting who falls due in the period and has no day yet
 */
public record OfficeWeek(
        String office,
        LocalDate from,
        LocalDate to,
        List<LocalDate> days,
        List<Row> rows,
        List<String> waiting,
        ZonedDateTime printedAt) {

    /** The same with no more than its first so many days. */
    OfficeWeek firstDays(int number) {
        if (days.size() <= number) {
            return this;
        }
        return new OfficeWeek(
                office,
                from,
                days.get(number - 1),
                days.subList(0, number),
                rows.stream()
                        .map(row -> new Row(
                                row.route(), row.technician(), row.cells().subList(0, number)))
                        .toList(),
                waiting,
                printedAt);
    }

    /**
     * A route.
     *
     * @param technician the usual one
     * @param cells one for each day
     */
    public record Row(String route, @Nullable String technician, List<Cell> cells) {}

    /**
     * A run.
     *
     * @param drivers who drives it, when that is not the usual technician alone
     */
    public record Cell(List<String> drivers, List<Entry> entries) {}

    /** A visit: when, whose, and both lights; null lights when it is done. */
    public record Entry(
            @Nullable LocalTime start,
            String calledName,
            @Nullable Lights lights) {}
}
