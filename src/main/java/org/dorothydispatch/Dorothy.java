package org.dorothydispatch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.dorothydispatch.headless.Headless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the program starts. A headless command is answered at once, without Spring; {@code run}, {@code serve} or
 * nothing starts the console.
 */
public final class Dorothy {

    private Dorothy() {}

    public static void main(String[] args) {
        if (Headless.answers(args)) {
            System.exit(headless(args));
        }
        boolean named = args.length > 0 && (args[0].equals("run") || args[0].equals("serve"));
        DorothyApplication.main(named ? Arrays.copyOfRange(args, 1, args.length) : args);
    }

    private static int headless(String[] args) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        // Whatever a library prints must not get between the lines of the answer.
        System.setOut(System.err);
        int status = new Headless(out, err, Clock.systemUTC(), Dorothy::database).run(args);
        out.flush();
        err.flush();
        return status;
    }

    /** Bundles are UTF-8, so are answers, whatever the locale of the terminal. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Asked for only by commands that need it; with the database come libraries that would log. */
    private static Headless.Database database() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
        var environment = System.getenv();
        return new Headless.Database(
                ConnectionDefaults.addTo(environment.getOrDefault("DOROTHY_DB_URL", "jdbc:h2:file:./data/dorothy")),
                environment.getOrDefault("DOROTHY_DB_USER", "dorothy"),
                environment.getOrDefault("DOROTHY_DB_PASSWORD", ""));
    }
}
