package org.dorothydispatch.listening;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.preference.PreferenceRow;
import org.jspecify.annotations.Nullable;

/**
 * The person on the phone: what the desk needs in the first second.
 *
 * @param wishes what they stated and were answered, promises first
 * @param last the visits served, the latest first
 * @param next the visit to come; blank when there is none
 * @param open what they said and nobody has answered
 * @param coverage whether they were ever asked, and what to ask them
 * @param names of the technicians that appear
 * @param today the day it is at their office
 * @param mayCancel whether the person who looks may take down that they cancel
 */
public record CallerCard(
        CustomerDetails customer,
        List<PreferenceRow> wishes,
        List<Stop> last,
        @Nullable Stop next,
        List<HeardRow> open,
        Coverage coverage,
        Map<String, String> names,
        LocalDate today,
        boolean mayCancel) {

    /**
     * A visit of theirs.
     *
     * @param date where it stands, else the day it is due
     * @param technician the name; blank when nobody has it yet
     */
    public record Stop(
            String visit,
            LocalDate date,
            @Nullable LocalTime start,
            @Nullable String technician,
            String status,
            String board) {}

    /** Where the card of a customer is. */
    public static String address(String customer) {
        return "caller?customer=" + URLEncoder.encode(customer, StandardCharsets.UTF_8);
    }

    /** The name of their technician; blank when nobody is. */
    public @Nullable String technician() {
        return customer.technician() == null ? null : names.getOrDefault(customer.technician(), customer.technician());
    }
}
