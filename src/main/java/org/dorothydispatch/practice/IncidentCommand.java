package org.dorothydispatch.practice;

import java.time.LocalDate;
import org.dorothydispatch.practice.CoachingNote.Place;
import org.jspecify.annotations.Nullable;

/**
 * A contact incident as a manager writes it down.
 *
 * @param opId made once for each form, so that what is sent twice is kept once
 * @param associate username of whom it is about
 * @param story the practice agreed on; null to agree later
 */
public record IncidentCommand(
        String opId,
        String office,
        @Nullable String customer,
        @Nullable Place place,
        @Nullable LocalDate happenedOn,
        String words,
        @Nullable String associate,
        @Nullable String story,
        @Nullable LocalDate until) {}
