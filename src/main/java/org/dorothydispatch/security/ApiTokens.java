package org.dorothydispatch.security;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.shared.Sha256;
import org.dorothydispatch.shared.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person's programs show at the API instead of a password. A token may do what its person may do at that moment and
 * nothing more. It is random and told once, the database keeps its hash only, and making and stopping it are on the record.
 */
@Service
public class ApiTokens {

    /** Nobody has more programs, and a list of forgotten ones is a danger. */
    public static final int MOST = 20;

    public static final int LONGEST_NAME = 80;

    /** So that one who finds a token somewhere knows what it opens. */
    private static final String BEGINNING = "dorothy_";

    /** A program that asks every second shall not write every second. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final CurrentUser current;
    private final LiveUsers users;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(
            JdbcClient database, CurrentUser current, LiveUsers users, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.current = current;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** One's own tokens, by name. */
    @Transactional(readOnly = true)
    public List<ApiTokenRow> list() {
        return listOf(current.username());
    }

    /** The tokens of a person, by name; those of somebody else for administrators. */
    @Transactional(readOnly = true)
    public List<ApiTokenRow> listOf(String username) {
        requireSelfOrAdministrator(username);
        return database.sql(
                        "select id, name, made_at, last_used_at from api_token where username = ? order by name, id")
                .param(username)
                .query((row, number) -> new ApiTokenRow(
                        row.getLong(1),
                        row.getString(2),
                        Utc.instant(row.getObject(3, LocalDateTime.class)),
                        Utc.nullableInstant(row.getObject(4, LocalDateTime.class))))
                .list();
    }

    /**
     * A new token of one's own. Answers with what the program shows, which cannot be read again.
     *
     * @param name what the token is for, in the person's words
     * @throws UserRefused when the name is blank, too long or taken, and when there are too many
     */
    @Transactional
    public String make(String name) {
        var username = current.username();
        if (current.token().isPresent()) {
            // Whoever finds a token must not be able to make one that outlives it.
            throw new NotAllowed("A token cannot make another one. Sign in to make it.");
        }
        var words = name.strip();
        if (words.isEmpty()) {
            throw new UserRefused("Say what the token is for, such as \"Nightly export\".");
        }
        if (words.length() > LONGEST_NAME) {
            throw new UserRefused("This name is too long; %d letters are enough.".formatted(LONGEST_NAME));
        }
        // The row of the person is held, so that two windows cannot go past the limit together.
        database.sql("select username from app_user where username = ? for update")
                .param(username)
                .query(String.class)
                .single();
        if (list().size() >= MOST) {
            throw new UserRefused("You have %d tokens. Stop one that is not used any more first.".formatted(MOST));
        }
        var token = BEGINNING + SecretToken.make();
        try {
            database.sql("insert into api_token (username, name, token_hash, made_at) values (?, ?, ?, ?)")
                    .params(username, words, Sha256.of(token), Utc.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new UserRefused("You have a token of this name already. Give this one another name.");
        }
        changed(username, "", "new token: " + words);
        return token;
    }

    /** A token of one's own opens nothing any more. Once more of the same changes nothing. */
    @Transactional
    public void stop(long id) {
        stop(current.username(), id);
    }

    /**
     * The same for the token of a person; that of somebody else is stopped by administrators, where a program runs wild or
     * its token got into wrong hands. Their other tokens go on.
     */
    @Transactional
    public void stop(String username, long id) {
        requireSelfOrAdministrator(username);
        database.sql("select name from api_token where id = ? and username = ?")
                .params(id, username)
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    database.sql("delete from api_token where id = ?").param(id).update();
                    changed(username, "token: " + name, "stopped");
                });
    }

    /** A token in use: whose it is, and what they call it. */
    record InUse(LiveUser user, String name) {}

    /** Whose token this is, and that it was used now; nobody's when it is unknown or its person is switched off. */
    @Transactional
    Optional<InUse> use(String token) {
        record Row(long id, String username, String name) {}
        var hash = Sha256.of(token);
        var found = database.sql("select id, username, name from api_token where token_hash = ?")
                .param(hash)
                .query((row, number) -> new Row(row.getLong(1), row.getString(2), row.getString(3)))
                .optional();
        var inUse = found.flatMap(
                row -> users.find(row.username()).filter(LiveUser::enabled).map(user -> new InUse(user, row.name())));
        if (inUse.isPresent()) {
            var now = clock.instant();
            database.sql("""
                            update api_token set last_used_at = ?
                            where id = ? and (last_used_at is null or last_used_at < ?)""")
                    .params(Utc.of(now), found.get().id(), Utc.of(now.minus(USE_NOTED_EVERY)))
                    .update();
        }
        return inUse;
    }

    private void requireSelfOrAdministrator(String username) {
        if (!username.equals(current.username())) {
            current.require(Role.ADMINISTRATOR);
        }
    }

    private void changed(String username, String before, String after) {
        events.publishEvent(new UserChanged(current.username(), "user-token", username, before, after));
    }
}
