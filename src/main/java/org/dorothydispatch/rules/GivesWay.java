package org.dorothydispatch.rules;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a customer may let go of when not everything can be had. */
public enum GivesWay implements Worded {
    DAY,
    TIME,
    NOTICE,
    PERSON;

    private static final List<GivesWay> UNLISTED = List.of(TIME, NOTICE, DAY, PERSON);

    /**
     * All of them, what gives way first first: what a customer did not list, since nobody has said anything about it, and
     * then what they listed. Among the former the time gives way before the notice, the notice before the day, the day
     * before the person.
     */
    public static List<GivesWay> inOrder(List<GivesWay> listed) {
        return Stream.concat(UNLISTED.stream().filter(one -> !listed.contains(one)), listed.stream())
                .toList();
    }

    /** What a customer ranked highest: the last in the order they gave; null for who gave none. */
    public static @Nullable GivesWay last(List<GivesWay> listed) {
        return listed.isEmpty() ? null : listed.getLast();
    }

    public static GivesWay of(String word) {
        return Worded.of(GivesWay.class, word);
    }
}
