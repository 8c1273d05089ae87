package org.dorothydispatch.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints where the console is, and how to get in when nobody can yet: the logins of the demo, or the set-up link. */
@Component
class FirstStart {

    private final SetUpLinks links;
    private final DemoUsers demoUsers;
    private final Environment environment;
    private final boolean demo;

    FirstStart(
            SetUpLinks links,
            DemoUsers demoUsers,
            Environment environment,
            @Value("${dorothy.demo:false}") boolean demo) {
        this.links = links;
        this.demoUsers = demoUsers;
        this.environment = environment;
        this.demo = demo;
    }

    /** After the runners, so that the offices of the demo are there. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        var address = environment.getProperty("dorothy.public-url", "http://localhost:" + port);
        if (demo) {
            demoUsers.create().ifPresent(logins -> say("Dorothy is ready: " + address + "\n\n" + logins));
        } else {
            links.renew()
                    .ifPresentOrElse(
                            token -> say(
                                    "Nobody can sign in yet. Open this link once to make the first administrator:\n  "
                                            + address + "/set-up/" + token),
                            () -> say("Dorothy is ready: " + address));
        }
    }

    /** To the console and not to a log, which others may read and keep. */
    private static void say(String text) {
        System.out.println("\n" + text + "\n");
        System.out.flush();
    }
}
