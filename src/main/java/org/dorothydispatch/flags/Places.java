package org.dorothydispatch.flags;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.schedule.Placement;
import org.jspecify.annotations.Nullable;

/** Places of a visit, in words and as the record keeps them. */
final class Places {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    private Places() {}

    /** "Mon 12 Oct, 9:00 with Ana Petrov on South side", or "unassigned". */
    static String words(Assignment there) {
        if (there.date() == null) {
            return "unassigned";
        }
        var words = new StringBuilder(day(there.date()));
        if (there.start() != null) {
            words.append(", ").append(time(there.start()));
        }
        if (there.technician() != null) {
            words.append(" with ").append(there.technician().name());
        }
        if (there.route() != null) {
            words.append(" on ").append(there.route().name());
        }
        return words.toString();
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    static Placement placement(Assignment there) {
        return new Placement(
                there.route() == null ? null : there.route().code(),
                there.date(),
                there.start(),
                there.technician() == null ? null : there.technician().code(),
                there.status().word());
    }

    /** The status a visit of this status has once it stands somewhere. */
    static VisitStatus planned(VisitStatus status) {
        return status == VisitStatus.UNASSIGNED ? VisitStatus.PLANNED : status;
    }

    /** The office whose board shows the visit if it stands there. */
    static String boardOffice(VisitFacts visit, Assignment there) {
        var route = there.route();
        return route == null ? visit.customer().office().code() : route.office().code();
    }

    /** The technician's home office, whose week must be read again when their days change. */
    static @Nullable String homeOffice(Assignment there) {
        var technician = there.technician();
        return technician == null ? null : technician.office().code();
    }
}
