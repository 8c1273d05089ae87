package org.dorothydispatch.security;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Roles and offices straight from the database, remembered for a moment: one click asks several services, and each of
 * them asks who is there. Plain SQL, so that a question never flushes or fills somebody else's persistence context.
 */
@Component
class LiveUsers {

    private final JdbcClient database;
    private final long rememberNanos;
    private final Map<String, Read> reads = new ConcurrentHashMap<>();

    LiveUsers(JdbcClient database, @Value("${dorothy.security.remember-user:1s}") Duration remember) {
        this.database = database;
        this.rememberNanos = remember.toNanos();
    }

    Optional<LiveUser> find(String username) {
        var read = reads.get(username);
        if (read != null && System.nanoTime() - read.atNanos < rememberNanos) {
            return Optional.of(read.user);
        }
        var user = read(username);
        // Nobody is remembered as absent: usernames of strangers must not fill the memory.
        user.ifPresentOrElse(
                found -> reads.put(username, new Read(found, System.nanoTime())), () -> reads.remove(username));
        return user;
    }

    void forget(String username) {
        reads.remove(username);
    }

    private Optional<LiveUser> read(String username) {
        var roles = EnumSet.noneOf(Role.class);
        var found = database.sql("""
                        select u.name, u.enabled, u.technician, u.password_hash, r.role
                        from app_user u left join app_user_role r on r.username = u.username
                        where u.username = ?""")
                .param(username)
                .query((row, number) -> {
                    var role = row.getString("role");
                    if (role != null) {
                        roles.add(Role.valueOf(role));
                    }
                    return new LiveUser(
                            username,
                            row.getString("name"),
                            row.getBoolean("enabled"),
                            Collections.unmodifiableSet(roles),
                            Set.of(),
                            Optional.ofNullable(row.getString("technician")),
                            row.getString("password_hash").hashCode());
                })
                .list();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var user = found.getFirst();
        return Optional.of(new LiveUser(
                username,
                user.name(),
                user.enabled(),
                user.roles(),
                offices(username, roles.contains(Role.ADMINISTRATOR)),
                user.technician(),
                user.credential()));
    }

    private Set<String> offices(String username, boolean all) {
        var offices = all
                ? database.sql("select code from office order by code")
                        .query(String.class)
                        .list()
                : database.sql("select office from app_user_office where username = ? order by office")
                        .param(username)
                        .query(String.class)
                        .list();
        return Collections.unmodifiableSet(new LinkedHashSet<>(offices));
    }

    Set<String> allOffices() {
        return offices("", true);
    }

    private record Read(LiveUser user, long atNanos) {}
}
