package org.dorothydispatch.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions of this node and whose they are. A session ends when its user is switched off or gets a new password,
 * and after twelve hours in any case; with it end its push connections. What happens on another node is noticed by a
 * look every few seconds.
 */
@Component
class OpenSessions {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    private static final String OWNER = OpenSessions.class.getName() + ".owner";

    private final LiveUsers users;
    private final Clock clock;
    private final Set<Owner> owners = ConcurrentHashMap.newKeySet();

    OpenSessions(LiveUsers users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** Whether the session may go on for this user; remembers whose it is when it is new. */
    boolean admits(HttpSession session, LiveUser user) {
        if (session.getAttribute(OWNER) instanceof Owner owner && owner.username.equals(user.username())) {
            return good(owner, user);
        }
        session.setAttribute(OWNER, new Owner(session, user.username(), user.credential(), clock.instant()));
        return user.enabled();
    }

    @TransactionalEventListener
    void userChanged(UserChanged change) {
        users.forget(change.username());
        endThoseThatMayNotGoOn();
    }

    @Scheduled(fixedDelayString = "${dorothy.security.look-at-sessions:3s}")
    void endThoseThatMayNotGoOn() {
        for (var owner : owners) {
            if (users.find(owner.username).filter(user -> good(owner, user)).isEmpty()) {
                owner.end();
            }
        }
    }

    private boolean good(Owner owner, LiveUser user) {
        return user.enabled()
                && user.credential() == owner.credential
                && Duration.between(owner.since, clock.instant()).compareTo(LONGEST_SESSION) < 0;
    }

    /** Lives in the session, so that the container tells us when that ends for whatever reason. */
    private final class Owner implements HttpSessionBindingListener {

        private final HttpSession session;
        private final String username;
        private final int credential;
        private final Instant since;

        Owner(HttpSession session, String username, int credential, Instant since) {
            this.session = session;
            this.username = username;
            this.credential = credential;
            this.since = since;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            owners.add(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            owners.remove(this);
        }

        private void end() {
            owners.remove(this);
            try {
                session.invalidate();
            } catch (IllegalStateException alreadyEnded) {
                // It ended by itself meanwhile, which is what we wanted.
            }
        }
    }
}
