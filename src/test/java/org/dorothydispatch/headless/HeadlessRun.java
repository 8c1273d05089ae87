package org.dorothydispatch.headless;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What one headless command answered, run inside this process. */
record HeadlessRun(int status, String out, String err) {

    private static final Instant NOW = Instant.parse("2026-10-05T17:00:00Z");

    static HeadlessRun of(String... arguments) {
        return with(new Headless.Database("jdbc:none", "", ""), arguments);
    }

    static HeadlessRun with(Headless.Database database, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = new Headless(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        () -> database)
                .run(arguments);
        return new HeadlessRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> outLines() {
        return out.lines().toList();
    }
}
