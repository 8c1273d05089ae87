package org.dorothydispatch.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page sends: websocket handshakes, which browsers let through to any host, and every request
 * that could change something, the sign-in form included (Vaadin takes it out of Spring's token check). Programs that
 * are no browsers send no Origin and have no cookies to abuse.
 */
class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean guarded =
                !HARMLESS.contains(request.getMethod()) || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        if (guarded && fromElsewhere(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean fromElsewhere(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        try {
            var from = URI.create(origin);
            return from.getHost() == null
                    || !from.getHost().equalsIgnoreCase(request.getServerName())
                    || port(from) != request.getServerPort();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static int port(URI origin) {
        if (origin.getPort() >= 0) {
            return origin.getPort();
        }
        return "https".equals(origin.getScheme()) || "wss".equals(origin.getScheme()) ? 443 : 80;
    }
}
