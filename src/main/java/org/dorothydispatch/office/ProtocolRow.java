package org.dorothydispatch.office;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A protocol in force at an office.
 *
 * @param kind and {@code level} are written as in the bundle: {@code ON_DUE_DAY}, {@code inform}
 */
public record ProtocolRow(
        String code,
        @Nullable String office,
        String kind,
        @Nullable Integer number,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        String level,
        Integer version) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    /** What it asks for, as people say it: "On the due day", "Arriving from 8:00 on". */
    public String words() {
        return switch (kind) {
            case "ON_DUE_DAY" -> few() ? "On the due day" : "Within %s of the due day".formatted(count("day"));
            case "ARRIVAL" ->
                from == null
                        ? "Done by " + (to == null ? "any time" : TIME.format(to))
                        : "Arriving from " + TIME.format(from) + (to == null ? " on" : ", done by " + TIME.format(to));
            case "ROTATE" -> "Somebody else after %s".formatted(count("visit"));
            case "HOME_ROUTE" -> "On the agreement’s route";
            case "ROUTE_TECHNICIAN" -> "By the route’s technician";
            case "HOME_OFFICE" -> "By somebody of the customer’s office";
            case "TRAVEL" -> few() ? "Time to drive" : "Time to drive, give or take %s".formatted(count("minute"));
            case "MAX_STOPS" -> number == null ? "No more stops than the route takes" : "At most " + count("stop");
            default -> kind;
        };
    }

    /** What it does where it is broken: "asks for a reason". */
    public String levelWords() {
        return switch (level) {
            case "block" -> "blocks";
            case "reason" -> "asks for a reason";
            default -> "informs";
        };
    }

    private boolean few() {
        return number == null || number == 0;
    }

    private String count(String what) {
        return number == null ? "some " + what + "s" : number + " " + what + (number == 1 ? "" : "s");
    }
}
