package org.dorothydispatch.preference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a wish says, written down already or not: enough to put it into words, and to see what it contradicts. */
public interface WishParts {

    /** As the bundle writes it: {@code PERSON}, {@code WINDOW}, {@code REMEMBER} … */
    String kind();

    /** Codes, in the customer's order. */
    List<String> technicians();

    Set<DayOfWeek> weekdays();

    @Nullable
    LocalTime from();

    @Nullable
    LocalTime to();

    @Nullable
    LocalDate datesFrom();

    @Nullable
    LocalDate datesTo();

    @Nullable
    Integer number();

    @Nullable
    Integer days();

    @Nullable
    String language();

    @Nullable
    String skill();

    @Nullable
    LocalDate validFrom();

    @Nullable
    LocalDate validTo();

    /** As the customer said it. */
    @Nullable
    String words();
}
