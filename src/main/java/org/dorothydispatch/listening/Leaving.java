package org.dorothydispatch.listening;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.flags.FoundBreak;
import org.dorothydispatch.schedule.AgreementRow;
import org.jspecify.annotations.Nullable;

/**
 * A customer who is about to cancel, or has: what they said beside what we did.
 *
 * @param agreements those that go on
 * @param writesTo the person here they would write to; blank when there is none
 * @param visitsToCome how many visits would be called off if they left today
 * @param cancellation what was put on the record; blank while nothing was
 * @param reopening what took it back; blank while nothing did
 * @param mayReopen whether the person who looks may take them back now
 */
public record Leaving(
        CustomerDetails customer,
        List<AgreementRow> agreements,
        List<TimelineEntry> timeline,
        @Nullable WritesTo writesTo,
        int visitsToCome,
        LocalDate today,
        ZoneId zone,
        @Nullable Cancellation cancellation,
        @Nullable Reopening reopening,
        boolean mayReopen) {

    /** What we broke, without what the customer agreed to. */
    public List<FoundBreak> breaks() {
        return timeline.stream()
                .flatMap(entry -> entry.breaks().stream())
                .filter(FoundBreak::broken)
                .toList();
    }

    /** How much of it another assignment would have kept. */
    public int avoidable() {
        return (int) breaks().stream().filter(FoundBreak::avoidable).count();
    }

    /** How many different people came. */
    public int faces() {
        return (int) timeline.stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.VISIT && entry.technician() != null)
                .map(TimelineEntry::technician)
                .distinct()
                .count();
    }

    public String writesToSentence() {
        return writesTo == null ? WritesTo.nobody(customer.calledName()) : writesTo.sentence(customer.calledName());
    }
}
