package org.dorothydispatch.security;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.dorothydispatch.shared.Sha256;
import org.dorothydispatch.shared.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The private address under which a technician's own calendar reads their visits. Made, renewed and stopped by the person
 * or by an administrator, and on the record. Whoever knows it reads without signing in, so it is random, told once, and the
 * database keeps its hash only.
 */
@Service
public class CalendarAddresses {

    private final JdbcClient database;
    private final CurrentUser current;
    private final LiveUsers users;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarAddresses(
            JdbcClient database, CurrentUser current, LiveUsers users, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.current = current;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** When the address was made; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> madeAt(String username) {
        requireSelfOrAdministrator(username);
        return database.sql("select made_at from calendar_address where username = ?")
                .param(username)
                .query((row, number) -> Utc.instant(row.getObject(1, LocalDateTime.class)))
                .optional();
    }

    /**
     * A new address; the one before stops. Answers with its last part, which cannot be read again.
     *
     * @throws UserRefused when the person is no technician
     */
    @Transactional
    public String renew(String username) {
        requireSelfOrAdministrator(username);
        users.find(username)
                .filter(CalendarAddresses::hasVisits)
                .orElseThrow(() -> new UserRefused(
                        "Only the account of a technician has visits to show. Tie the account to a technician first."));
        var token = SecretToken.make();
        int before = forget(username);
        database.sql("insert into calendar_address (username, token_hash, made_at) values (?, ?, ?)")
                .params(username, Sha256.of(token), Utc.of(clock.instant()))
                .update();
        changed(username, before == 0 ? "" : "calendar address", "new calendar address");
        return token;
    }

    /** The address answers no more. Once more of the same changes nothing. */
    @Transactional
    public void stop(String username) {
        requireSelfOrAdministrator(username);
        if (forget(username) > 0) {
            changed(username, "calendar address", "no calendar address");
        }
    }

    /** Whose visits these are; nobody's when the address is unknown, or its person has no visits to show any more. */
    @Transactional(readOnly = true)
    public Optional<String> ownerOf(String token) {
        return database.sql("select username from calendar_address where token_hash = ?")
                .param(Sha256.of(token))
                .query(String.class)
                .optional()
                .filter(username -> users.find(username)
                        .filter(CalendarAddresses::hasVisits)
                        .isPresent());
    }

    private int forget(String username) {
        return database.sql("delete from calendar_address where username = ?")
                .param(username)
                .update();
    }

    private static boolean hasVisits(LiveUser user) {
        return user.enabled()
                && user.roles().contains(Role.TECHNICIAN)
                && user.technician().isPresent();
    }

    private void requireSelfOrAdministrator(String username) {
        if (!username.equals(current.username())) {
            current.require(Role.ADMINISTRATOR);
        }
    }

    private void changed(String username, String before, String after) {
        events.publishEvent(new UserChanged(current.username(), "user-calendar", username, before, after));
    }
}
