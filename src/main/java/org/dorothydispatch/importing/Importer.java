package org.dorothydispatch.importing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who imports or exports.
 *
 * @param actor the sign-in name, for the audit
 * @param name the person's name, for the people at the boards
 * @param token the name of the token through which a program of theirs does it; null when they do it themselves
 * @param offices codes of the offices this person may touch; null for every office, also new ones, and the protocols of
 *     the whole company
 */
public record Importer(
        String actor,
        String name,
        @Nullable String token,
        @Nullable Set<String> offices) {

    /** A person who is here themselves. */
    Importer(String actor, String name, @Nullable Set<String> offices) {
        this(actor, name, null, offices);
    }

    /** A program, or a person who may touch everything. */
    public static Importer everywhere(String actor) {
        return new Importer(actor, actor, null);
    }

    boolean may(String office) {
        return offices == null || offices.contains(office);
    }
}
