package org.dorothydispatch.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.dorothydispatch.shared.Sha256;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the person behind a request of a program by its token. Wrong tokens are slowed down like sign-ins, each as an
 * account of its own: a program that goes on with a stopped token does not keep its neighbours waiting.
 */
class ApiTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";

    private final ApiTokens tokens;
    private final SignInThrottle throttle;
    private final ApiProblems problems;

    ApiTokenFilter(ApiTokens tokens, SignInThrottle throttle, ApiProblems problems) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            chain.doFilter(request, response);
            return;
        }
        var token = header.substring(BEARER.length()).strip();
        var account = "token " + Sha256.of(token, 16);
        var from = request.getRemoteAddr();
        var wait = throttle.admit(account, from);
        if (!wait.isZero()) {
            var seconds = wait.plusMillis(999).toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            problems.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many tokens from there were wrong. Wait %d seconds and try again.".formatted(seconds));
            return;
        }
        var found = tokens.use(token);
        if (found.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problems.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "This token opens nothing: it was stopped, or mistyped, or its person is switched off.");
            return;
        }
        throttle.succeeded(account, from);
        var inUse = found.get();
        SecurityContextHolder.setContext(new SecurityContextImpl(
                SignIn.authenticated(inUse.user(), new CurrentUser.ThroughToken(inUse.name()))));
        chain.doFilter(request, response);
    }
}
