package org.dorothydispatch.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Brings what was remembered at sign-in up to date: a user who was switched off or got a new
 * password is signed out, and changed roles are
 * put into the session, where the views' annotations look for them.
 */
class LiveUserFilter extends OncePerRequestFilter {

    private final LiveUsers users;
    private final OpenSessions sessions;
    private final SecurityContextLogoutHandler signOut = new SecurityContextLogoutHandler();
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    LiveUserFilter(LiveUsers users, OpenSessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.isAuthenticated()) {
            users.find(signedIn.getName())
                    .filter(user -> mayGoOn(user, request.getSession(false)))
                    .ifPresentOrElse(
                            user -> refresh(signedIn, user, request, response),
                            () -> signOut.logout(request, response, signedIn));
        }
        chain.doFilter(request, response);
    }

    private boolean mayGoOn(LiveUser user, @Nullable HttpSession session) {
        return session == null ? user.enabled() : sessions.admits(session, user);
    }

    private void refresh(
            Authentication signedIn, LiveUser user, HttpServletRequest request, HttpServletResponse response) {
        if (!authorities(signedIn)
                .equals(user.roles().stream().map(Role::authority).collect(Collectors.toSet()))) {
            var context = new SecurityContextImpl(SignIn.authenticated(user, signedIn.getDetails()));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        }
    }

    private static Set<String> authorities(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .collect(Collectors.toSet());
    }
}
