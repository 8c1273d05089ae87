package org.dorothydispatch.practice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A story on the shelf, as it stands for the person who asks.
 *
 * @param scenes how many there are
 * @param at how many of them are behind in the run that is open; null when none is open
 * @param finished how often it was played to its end
 * @param last how it ended the last time
 * @param lastRun the code of that run
 */
public record StoryCard(
        String code,
        String title,
        String about,
        int scenes,
        @Nullable Integer at,
        int finished,
        @Nullable Ending last,
        @Nullable String lastRun,
        @Nullable Instant lastAt) {}
