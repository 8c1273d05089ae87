package org.dorothydispatch.savedview;

import org.jspecify.annotations.Nullable;

/**
 * A saved view as its menu shows it.
 *
 * @param query the screen, as the part of its address behind the question mark
 * @param office code of the office it is shared with; null when only its owner sees it
 * @param own whether the person who asks may change it
 * @param owner the name of the person who made it
 */
public record SavedViewRow(
        long id, String name, String query, @Nullable String office, boolean own, String owner) {}
