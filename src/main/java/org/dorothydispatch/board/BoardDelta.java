package org.dorothydispatch.board;

import java.util.List;

/**
 * What changed on an office's board between two of its sequence numbers.
 *
 * @param prev the number a browser must hold for this delta to apply; with any other it fetches the snapshot again
 * @param gone codes of the visits that are no longer on this office's board in the period
 * @param by name of the person who made the newest of the changes
 */
public record BoardDelta(
        String office, long prev, long seq, List<Card> cards, List<String> gone, List<Run> runs, String by) {}
