package org.dorothydispatch.listening;

import org.jspecify.annotations.Nullable;

/**
 * The lawful reason of "never this technician".
 *
 * @param note what happened, in a few words
 * @param approved a branch manager says yes; needed from the second such preference of a customer on
 */
public record Exclusion(ExclusionReason reason, @Nullable String note, boolean approved) {}
