package org.dorothydispatch.importing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who imports or exports.
 *
 * @param actor the sign-in name, for the audit
 * @param name the person's name, for the people at the boards
 * @param offices codes of the offices this person may touch; null for every office, also new ones, and the protocols of
 *     the whole company
 */
public record Importer(String actor, String name, @Nullable Set<String> offices) {

    /** A program, or a person who may touch everything. */
    public static Importer everywhere(String actor) {
        return new Importer(actor, actor, null);
    }

    boolean may(String office) {
        return offices == null || offices.contains(office);
    }
}
