package org.dorothydispatch.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ways in which a broken wish might have been kept, seen from the company's rules. A protocol refuses a place when it
 * is broken there and blocks, or asks for a reason that the visit did not owe anyway where it stood.
 *
 * @param unblocked the cheapest place that nothing blocks, whatever reasons it would have asked for
 * @param free the cheapest place that no protocol refuses
 * @param against where there is none such, the places that the fewest protocols refuse: the cheapest for each such set of
 *     protocols, cheapest first
 */
public record Ways(Optional<Assignment> unblocked, Optional<Assignment> free, List<Against> against) {

    public Ways {
        against = List.copyOf(against);
    }

    /** @param protocols the codes of those that refuse the place */
    public record Against(Set<String> protocols, Assignment there) {

        public Against {
            protocols = Set.copyOf(protocols);
        }
    }
}
