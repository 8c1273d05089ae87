package org.dorothydispatch.security;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.TestSecurityContextHolder;

/** People for tests. Their offices must be in the database already. */
public final class UserFixture {

    private UserFixture() {}

    /** Stores a user with this role and these offices, and acts as them until the test ends or another signs in. */
    public static void signIn(JdbcClient database, String username, Role role, String... offices) {
        store(database, username, role, offices);
        actAs(username, role);
    }

    /** A user who could sign in if they had a password. */
    public static void store(JdbcClient database, String username, Role role, String... offices) {
        database.sql("insert into app_user (username, name, password_hash) values (?, ?, 'none')")
                .param(username)
                .param("The " + role.words().toLowerCase(java.util.Locale.ROOT) + " " + username)
                .update();
        database.sql("insert into app_user_role (username, role) values (?, ?)")
                .param(username)
                .param(role.name())
                .update();
        for (var office : offices) {
            database.sql("insert into app_user_office (username, office) values (?, ?)")
                    .param(username)
                    .param(office)
                    .update();
        }
    }

    /** Somebody who is stored already. */
    public static void actAs(String username, Role... roles) {
        var names = java.util.Arrays.stream(roles).map(Role::authority).toArray(String[]::new);
        TestSecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.createAuthorityList(names))));
    }

    /** Does something as a program of this person does it, through a token of this name. */
    public static <T> T throughToken(String username, String token, java.util.function.Supplier<T> work) {
        var before = org.springframework.security.core.context.SecurityContextHolder.getContext();
        var asking =
                UsernamePasswordAuthenticationToken.authenticated(username, null, AuthorityUtils.createAuthorityList());
        asking.setDetails(new CurrentUser.ThroughToken(token));
        org.springframework.security.core.context.SecurityContextHolder.setContext(new SecurityContextImpl(asking));
        try {
            return work.get();
        } finally {
            org.springframework.security.core.context.SecurityContextHolder.setContext(before);
        }
    }

    /** Reads this person anew with the next question; they may be remembered for a second, which no test waits for. */
    public static void forget(ApplicationContext application, String username) {
        application.getBean(LiveUsers.class).forget(username);
    }

    public static void signOut() {
        TestSecurityContextHolder.clearContext();
    }
}
