package org.dorothydispatch.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One visit as the board draws it. Travels as an array in exactly this order, because a board holds thousands of them.
 *
 * @param name what the customer likes to be called, else the full name
 * @param office the office whose board shows the visit
 * @param pinned 1 when planning may not move it, else 0
 * @param customerLight 0 green, 1 amber, 2 red
 * @param companyLight 0 green, 1 amber, 2 red
 * @param marks one letter for each thing that matters to the customer, see {@link Marks}
 * @param reason the few words that decide the lights
 * @param promisesDue how many promises apply to this visit; in the tray, on the day it is due
 * @param promisesBroken how many of them it breaks
 * @param signs bits of {@link CardSigns}
 * @param service what was sold; null without an agreement
 */
public record Card(
        String code,
        int version,
        String customer,
        String name,
        String office,
        @Nullable String route,
        @Nullable String technician,
        @Nullable LocalDate date,
        LocalDate due,
        @Nullable LocalTime start,
        int minutes,
        String status,
        int pinned,
        int customerLight,
        int companyLight,
        String marks,
        @Nullable String reason,
        int promisesDue,
        int promisesBroken,
        int signs,
        @Nullable Service service) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** As it travels. */
    @JsonValue
    @Nullable
    Object[] cells() {
        return cells(text -> text);
    }

    /** The same, with something shorter for what stands on many cards. */
    @Nullable
    Object[] cells(Function<String, Object> shorter) {
        Function<@Nullable Object, @Nullable Object> shared =
                value -> value == null ? null : shorter.apply(value.toString());
        return new Object[] {
            code,
            version,
            customer,
            name,
            shared.apply(office),
            shared.apply(route),
            shared.apply(technician),
            shared.apply(date),
            shared.apply(due),
            shared.apply(start == null ? null : CLOCK.format(start)),
            minutes,
            shared.apply(status),
            pinned,
            customerLight,
            companyLight,
            shared.apply(marks),
            shared.apply(reason),
            promisesDue,
            promisesBroken,
            signs,
            service
        };
    }

    /** Whether it waits for a day. */
    boolean inTray() {
        return date == null || status.equals("unassigned");
    }

    /** Whether it counts for who drives the run. */
    boolean live() {
        return status.equals("planned") || status.equals("confirmed") || status.equals("done");
    }

    /** Whether something can still be done about it. */
    boolean open() {
        return status.equals("planned") || status.equals("confirmed") || status.equals("unassigned");
    }

    /** What is known of the customer besides what the checks said. */
    Card withMarks(String marks, int signs, int promisesDue) {
        return new Card(
                code,
                version,
                customer,
                name,
                office,
                route,
                technician,
                date,
                due,
                start,
                minutes,
                status,
                pinned,
                customerLight,
                companyLight,
                marks,
                reason,
                promisesDue,
                promisesBroken,
                signs,
                service);
    }

    /** The same with more bits. */
    Card withSigns(int more) {
        return withMarks(marks, signs | more, promisesDue);
    }

    /**
     * The name of a service. In a snapshot it travels as its place in the snapshot's list, in every other message as it is.
     *
     * @param place in the list; -1 without one
     */
    public record Service(String name, int place) {

        static Service named(String name) {
            return new Service(name, -1);
        }

        @JsonValue
        Object json() {
            return place < 0 ? name : place;
        }

        /** The place is how it travels, not what it is. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Service that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
