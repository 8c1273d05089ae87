package org.dorothydispatch.flags;

import java.util.List;
import org.dorothydispatch.schedule.Placement;
import org.dorothydispatch.shared.Light;

/**
 * A mend, ready to be asked for.
 *
 * @param sentence "Ana is back Monday: move to Mon 12 Oct, 9:00"
 * @param needsConsentFor the preferences the customer would have to agree to deviate from
 */
public record Offered(
        Placement placement, String sentence, Light customerLight, Light companyLight, List<String> needsConsentFor) {}
