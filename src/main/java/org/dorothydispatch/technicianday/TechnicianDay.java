package org.dorothydispatch.technicianday;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A technician's today and tomorrow, as their phone keeps it.
 *
 * @param zone of their office; all dates and times of the plan are in it
 * @param now when this was read
 * @param mayWrite whether whoever reads this is the technician
 * @param days today and tomorrow
 */
public record TechnicianDay(
        String technician,
        String name,
        String office,
        String zone,
        LocalDate today,
        Instant now,
        boolean mayWrite,
        List<Day> days) {

    /**
     * @param away why they do not work that day; blank when they do
     * @param stops in the order of the day
     * @param elsewhere starts of visits on boards that whoever reads may not see
     */
    public record Day(
            LocalDate date,
            @Nullable String away,
            List<Stop> stops,
            @JsonFormat(pattern = "HH:mm") List<LocalTime> elsewhere) {}

    /**
     * One visit, the person first.
     *
     * @param name what they like to be called
     * @param date the day it is planned for; before today when it was begun and never closed
     * @param wishes what they said and what we said to it, promises first
     * @param access how to get in
     * @param note what the office noted about this visit
     * @param came who came last, the latest first
     * @param ask what to ask them this time; blank for nothing
     * @param newHere set when the technician has never served them and is not their technician
     */
    public record Stop(
            String visit,
            String name,
            String fullName,
            LocalDate date,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime start,
            int minutes,
            String status,
            @Nullable String service,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String access,
            @Nullable String note,
            Remembering remember,
            List<Wish> wishes,
            List<Came> came,
            @Nullable NewHere newHere,
            @Nullable String ask,
            @Nullable Instant checkedIn,
            @Nullable Instant checkedOut,
            @Nullable String why) {}

    /**
     * What to remember, and whether they have read it.
     *
     * @param mark tells these words from others; empty when there are none
     * @param readAt when they read these very words
     */
    public record Remembering(
            List<String> words, String mark, @Nullable Instant readAt) {}

    /**
     * @param meaning the wish in a few words
     * @param answer {@code promised}, {@code will_try} or {@code unanswered}
     */
    public record Wish(
            @Nullable String words,
            String meaning,
            String answer,
            @Nullable String heardBy) {}

    /** Who came and when. */
    public record Came(String technician, String name, LocalDate date) {}

    /**
     * @param metOn when the customer was introduced to the technician; blank when nobody did that
     * @param introducedBy the name of who served the customer on that day
     */
    public record NewHere(
            @Nullable LocalDate metOn, @Nullable String introducedBy) {}
}
