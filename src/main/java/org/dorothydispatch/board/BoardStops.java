package org.dorothydispatch.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list of a technician's day says beyond the cards. */
public record BoardStops(List<Stop> stops) {

    /**
     * @param street where it is; null when nobody knows
     * @param remember what everybody should know who goes there
     * @param words what the customer has said, the oldest first; what was declined is left out
     */
    public record Stop(String visit, @Nullable String street, List<String> remember, List<String> words) {}
}
