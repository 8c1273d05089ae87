package org.dorothydispatch.listening;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.audit.AuditRow;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.preference.PreferenceRow;

/**
 * What is written down of a customer, and how it came to be so.
 *
 * @param wishes what they stated, promises first; also what has ended
 * @param history by the code of the wish, the latest first; the name of whoever did it is the actor
 * @param question the one to ask out loud about what gives way
 * @param contacts the people of a customer that is a business, who are still there
 * @param whose whose wish it is, by the code of the wish
 * @param coverage whether they were ever asked, and what to ask them
 * @param writesTo whom they would write to here, in a sentence
 * @param mayCancel whether the person who looks may take down that they cancel
 * @param mayReopen whether they may take them back, now that they have cancelled
 * @param names of the technicians that appear
 * @param zone of their office
 * @param today the day it is at their office
 * @param mayAnswer whether the person who looks may change what is written down
 */
public record CustomerFile(
        CustomerDetails customer,
        List<PreferenceRow> wishes,
        Map<String, List<AuditRow>> history,
        String question,
        List<Contact> contacts,
        Map<String, String> whose,
        Coverage coverage,
        String writesTo,
        boolean mayCancel,
        boolean mayReopen,
        Map<String, String> names,
        ZoneId zone,
        LocalDate today,
        boolean mayAnswer) {

    /** The name of a technician; the code where nobody knows a name. */
    public String nameOf(String technician) {
        return names.getOrDefault(technician, technician);
    }

    /** What holds today or will, and what was declined; not what has ended. */
    public List<PreferenceRow> standing() {
        return wishes.stream().filter(wish -> !hasEnded(wish)).toList();
    }

    /** What no longer holds. */
    public List<PreferenceRow> ended() {
        return wishes.stream().filter(this::hasEnded).toList();
    }

    private boolean hasEnded(PreferenceRow wish) {
        return wish.validTo() != null && wish.validTo().isBefore(today);
    }
}
