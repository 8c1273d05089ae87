package org.dorothydispatch.board;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.customer.SiteRow;
import org.dorothydispatch.flags.Face;
import org.dorothydispatch.flags.LaterVisits;
import org.dorothydispatch.flags.Offered;
import org.dorothydispatch.flags.StandingFlag;
import org.dorothydispatch.listening.Coverage;
import org.dorothydispatch.listening.HeardRow;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.schedule.AgreementRow;
import org.dorothydispatch.schedule.VisitDetails;
import org.jspecify.annotations.Nullable;

/**
 * A visit and the person behind it, as the panel beside the board shows them.
 *
 * @param wishes what the customer has said, promises first
 * @param heard what they said and nobody has settled yet, the latest first
 * @param coverage whether they were ever asked, and what to ask them
 * @param faces who came, oldest first
 * @param names of the technicians that appear
 * @param zone of the customer's office
 * @param today the day it is at the customer's office
 * @param elsewhere the visits of this agreement that are planned on another route than was agreed, for who may move them
 * @param mayMove whether the person who looks may move it
 */
public record CustomerSheet(
        VisitDetails visit,
        CustomerDetails customer,
        List<PreferenceRow> wishes,
        List<HeardRow> heard,
        Coverage coverage,
        List<Face> faces,
        List<StandingFlag> flags,
        List<Offered> mends,
        @Nullable AgreementRow agreement,
        @Nullable SiteRow site,
        Map<String, String> names,
        ZoneId zone,
        LocalDate today,
        boolean mayMove,
        Optional<LaterVisits.Offer> elsewhere) {

    /** The name of a technician; the code where nobody knows a name. */
    public String nameOf(String technician) {
        return names.getOrDefault(technician, technician);
    }

    /** Who comes to this visit. */
    public Optional<String> technician() {
        return Optional.ofNullable(visit.placement().technician()).map(this::nameOf);
    }
}
