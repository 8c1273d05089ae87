package org.dorothydispatch.listening;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.dorothydispatch.preference.NewPreference;
import org.jspecify.annotations.Nullable;

/** Wishes of which a test says only what it is about. */
final class Wishes {

    private Wishes() {}

    static NewPreference of(String kind) {
        return wish(kind, List.of(), null, null);
    }

    static NewPreference by(String kind, String... technicians) {
        return wish(kind, List.of(technicians), null, null);
    }

    static NewPreference between(@Nullable LocalTime from, @Nullable LocalTime to) {
        return wish("WINDOW", List.of(), from, to);
    }

    private static NewPreference wish(
            String kind, List<String> technicians, @Nullable LocalTime from, @Nullable LocalTime to) {
        return new NewPreference(
                kind,
                technicians,
                Set.of(),
                from,
                to,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
