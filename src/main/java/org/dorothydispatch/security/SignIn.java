package org.dorothydispatch.security;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a username and a password. Unknown, switched off and wrong are one answer, and take the same time: a hash is
 * computed in each case. As the only provider among the beans it is the one Spring Security asks; naming it to a filter
 * chain as well would ask, and count, every try twice.
 */
@Component
class SignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final AppUserRepository users;
    private final BoundedPasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final LiveUsers liveUsers;
    private final String hashOfNobody;

    SignIn(AppUserRepository users, BoundedPasswordEncoder encoder, SignInThrottle throttle, LiveUsers liveUsers) {
        this.users = users;
        this.encoder = encoder;
        this.hashOfNobody = encoder.hashOfNobody();
        this.throttle = throttle;
        this.liveUsers = liveUsers;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var username = UserService.canonical(attempt.getName());
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? Optional.ofNullable(details.getRemoteAddress()).orElse("unknown")
                : "unknown";
        var wait = throttle.admit(username, address);
        if (!wait.isZero()) {
            LOG.info(
                    "Sign-in slowed down for {} s: user {}, address {}",
                    wait.toSeconds(),
                    printable(username),
                    address);
            throw new TooManyTries(wait);
        }
        var password = String.valueOf(attempt.getCredentials());
        var hash = users.findPasswordHash(username);
        boolean right = encoder.matches(password, hash.orElse(hashOfNobody));
        liveUsers.forget(username);
        var user = liveUsers.find(username).filter(LiveUser::enabled);
        if (!right || user.isEmpty()) {
            LOG.info("Sign-in refused: user {}, address {}", printable(username), address);
            throw new BadCredentialsException("The username or the password is not right.");
        }
        throttle.succeeded(username, address);
        LOG.info("Signed in: user {}, address {}", username, address);
        return authenticated(user.get(), attempt.getDetails());
    }

    static Authentication authenticated(LiveUser user, Object details) {
        var token = UsernamePasswordAuthenticationToken.authenticated(
                user.username(),
                null,
                user.roles().stream()
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList());
        token.setDetails(details);
        return token;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** What strangers type ends in a log: no line breaks, no novels. */
    private static String printable(String text) {
        var safe = text.replaceAll("[^\\p{L}\\p{N}._@ -]", "?");
        return safe.length() > 80 ? safe.substring(0, 80) : safe;
    }
}
