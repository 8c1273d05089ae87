package org.dorothydispatch.rules;

import java.util.List;
import org.dorothydispatch.shared.Light;

/**
 * Another place for a visit that would mend what is broken.
 *
 * @param assignment where the visit would stand
 * @param sentence what to do, in one line: "Ana is back Monday: move to Mon 12 Oct, 9:00"
 * @param customerLight the customer's light there
 * @param companyLight the company's light there, never red
 * @param needsConsentFor codes of the preferences that would still be broken there, without a consent so far
 */
public record Mend(
        Assignment assignment, String sentence, Light customerLight, Light companyLight, List<String> needsConsentFor) {

    public Mend {
        needsConsentFor = List.copyOf(needsConsentFor);
    }
}
