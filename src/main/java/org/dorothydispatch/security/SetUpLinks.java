package org.dorothydispatch.security;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.shared.Sha256;
import org.dorothydispatch.shared.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in when there is nobody yet: a link printed once, good for one use, which makes the first administrator. The
 * database keeps its hash only, and a start with nobody in the database makes a new one and forgets the old.
 */
@Service
public class SetUpLinks {

    private final JdbcClient database;
    private final UserService users;
    private final CurrentUser currentUser;
    private final Clock clock;

    SetUpLinks(JdbcClient database, UserService users, CurrentUser currentUser, Clock clock) {
        this.database = database;
        this.users = users;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** A fresh token if there is nobody in the database yet; the tokens before it are worth nothing any more. */
    @Transactional
    public Optional<String> renew() {
        if (somebodyIsHere()) {
            return Optional.empty();
        }
        var token = SecretToken.make();
        database.sql("delete from setup_link where used_at is null").update();
        database.sql("insert into setup_link (token_hash, made_at) values (?, ?)")
                .param(Sha256.of(token))
                .param(now())
                .update();
        return Optional.of(token);
    }

    /** Whether the link would still do; asked before the form is shown. */
    @Transactional(readOnly = true)
    public boolean good(String token) {
        return !somebodyIsHere()
                && database.sql("select count(*) from setup_link where token_hash = ? and used_at is null")
                                .param(Sha256.of(token))
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    /**
     * Uses the link up and makes the first administrator.
     *
     * @throws NotAllowed when the link is used, replaced or invented
     * @throws UserRefused when the name or password will not do; the link stays good
     */
    @Transactional
    public void use(String token, String username, String name, String password) {
        int used = database.sql("update setup_link set used_at = ? where token_hash = ? and used_at is null")
                .param(now())
                .param(Sha256.of(token))
                .update();
        if (used != 1 || somebodyIsHere()) {
            throw new NotAllowed("This link is no longer good. Start Dorothy again to get a new one.");
        }
        currentUser.asProgram(
                "set-up",
                () -> users.create(
                        new NewUser(username, name, password, Set.of(Role.ADMINISTRATOR), Set.of(), Optional.empty())));
    }

    private boolean somebodyIsHere() {
        return database.sql("select count(*) from app_user")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }
}
