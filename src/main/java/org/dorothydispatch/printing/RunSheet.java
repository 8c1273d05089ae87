package org.dorothydispatch.printing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;

/**
 * One technician's day as it is printed and taken along.
 *
 * @param office the name of their office
 * @param away why they cannot drive that day ({@code vacation}, {@code sick} …); null when they can
 * @param routes the names of the routes they drive that day
 * @param printedAt in the office's zone
 */
public record RunSheet(
        String office,
        String technician,
        String name,
        LocalDate date,
        LocalTime shiftStart,
        LocalTime shiftEnd,
        @Nullable String away,
        List<String> routes,
        List<Stop> stops,
        ZonedDateTime printedAt) {

    /** Minutes of service, without the drives between. */
    public int minutes() {
        return stops.stream().mapToInt(Stop::minutes).sum();
    }

    /**
     * One visit of the run.
     *
     * @param person null for a visit of an office that the person who prints may not see: only its time is told
     */
    public record Stop(
            @Nullable LocalTime start,
            int minutes,
            @Nullable Person person) {}

    /**
     * Whom the technician meets, and what they should know before they ring.
     *
     * @param calledName what the customer likes to be called, else their full name
     * @param remember what to remember, the customer's and this visit's
     * @param ask what to ask them this time
     * @param lights null when nobody has judged the visit, because it is done
     * @param broken what this visit breaks of their wishes, in sentences
     * @param cameBefore who came, the latest first
     */
    public record Person(
            String visit,
            String calledName,
            String name,
            List<Wish> wishes,
            List<String> remember,
            @Nullable String ask,
            @Nullable String access,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String service,
            String status,
            @Nullable Lights lights,
            List<String> broken,
            List<Came> cameBefore,
            double latitude,
            double longitude) {}

    /** Both lights, never merged. */
    public record Lights(Light customer, Light company) {}

    /**
     * What they said and what we said to it.
     *
     * @param meaning the wish in a few words
     * @param answer {@code promised}, {@code will_try} or {@code unanswered}
     */
    public record Wish(
            @Nullable String words,
            String meaning,
            String answer,
            @Nullable String heardBy,
            @Nullable LocalDate heardOn) {}

    /** Who came and when. */
    public record Came(String technician, LocalDate date) {}
}
