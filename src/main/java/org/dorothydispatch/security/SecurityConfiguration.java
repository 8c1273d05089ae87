package org.dorothydispatch.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.DispatcherType;
import org.dorothydispatch.security.BoundedPasswordEncoder.Cost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/**
 * What answers without a sign-in: the sign-in page, the set-up page and a technician's calendar (which want their token),
 * the description of the public API (which wants a token for all else), health, and static files.
 * Everything else is denied unless a line here or the annotation of a view opens it. This guards doors only; what a
 * person may do behind them is decided in the services, by {@link CurrentUser}.
 */
@Configuration
@EnableWebSecurity
@EnableScheduling
class SecurityConfiguration {

    static final String LOGIN = "/login";

    /** Vaadin commits its pages past the wrapper that would add the headers at the end. */
    private static final ObjectPostProcessor<HeaderWriterFilter> EAGER_HEADERS = new ObjectPostProcessor<>() {
        @Override
        public <F extends HeaderWriterFilter> F postProcess(F filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    };

    /**
     * The public API: a token with every request, no session and so nothing that another site's page could abuse. What is
     * not opened here by name is shut.
     */
    @Bean
    @Order(0)
    SecurityFilterChain publicApi(
            HttpSecurity http, ApiTokens tokens, SignInThrottle throttle, StreetMap streets, JsonMapper json)
            throws Exception {
        var problems = new ApiProblems(json);
        return headers(http.securityMatcher("/api/v1/**"), streets)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/openapi.json")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/offices", "/api/v1/visits", "/api/v1/bundle")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/api/v1/bundle", "/api/v1/visits/*/move")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(new ApiTokenFilter(tokens, throttle, problems), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** The board's REST: the session of the browser, and answers that a script can read instead of redirects. */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, LiveUsers users, OpenSessions sessions, StreetMap streets, JsonMapper json)
            throws Exception {
        var answers = new ApiAnswers(json);
        return common(http.securityMatcher("/api/**"), users, sessions, streets)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .requestCache(cache -> cache.disable())
                // A phone sends what it kept long after its token is gone; SameOriginFilter keeps other sites out.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/day/entries"))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain screens(HttpSecurity http, LiveUsers users, OpenSessions sessions, StreetMap streets)
            throws Exception {
        return common(http, users, sessions, streets)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/actuator/health",
                                "/actuator/health/*",
                                "/styles/**",
                                "/icons/**",
                                "/board/**",
                                "/day-worker.js",
                                "/calendar/*",
                                "/favicon.svg")
                        .permitAll()
                        .requestMatchers("/print/*")
                        .authenticated())
                .with(vaadin(), screens -> screens.loginView(LOGIN))
                .formLogin(form -> form.failureHandler(new SignInFailure()))
                .build();
    }

    /**
     * Flow's client needs inline scripts and {@code Function}; everything else is closed. Web fonts and pictures come
     * from ourselves only, unless the settings name a map style elsewhere, and nobody may put the console into a frame.
     * The map's worker is a file of ours: no blob is opened for it.
     */
    private static String contentSecurityPolicy(StreetMap streets) {
        var elsewhere = streets.host().map(host -> " " + host).orElse("");
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
                "worker-src 'self'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data:" + elsewhere,
                "font-src 'self' data:",
                "connect-src 'self'" + elsewhere,
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    /**
     * Other sites learn nothing of our addresses. Not "no-referrer": under it a browser sends forms with the origin
     * "null", which {@link SameOriginFilter} rightly refuses.
     */
    private static HttpSecurity common(HttpSecurity http, LiveUsers users, OpenSessions sessions, StreetMap streets)
            throws Exception {
        return headers(http, streets)
                .addFilterBefore(new SameOriginFilter(), SecurityContextHolderFilter.class)
                .addFilterBefore(new LiveUserFilter(users, sessions), AnonymousAuthenticationFilter.class);
    }

    private static HttpSecurity headers(HttpSecurity http, StreetMap streets) throws Exception {
        return http.headers(headers -> headers.withObjectPostProcessor(EAGER_HEADERS)
                .contentSecurityPolicy(csp -> csp.policyDirectives(contentSecurityPolicy(streets)))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")));
    }

    /**
     * Two cores compute about ten hashes a second; the next in line waits a few seconds and is then told so. The demo has
     * little memory, and its passwords are random and die with it.
     */
    @Bean
    BoundedPasswordEncoder passwordEncoder(
            @Value("${dorothy.security.hashes-at-once:4}") int atOnce, @Value("${dorothy.demo:false}") boolean demo) {
        return demo
                ? new BoundedPasswordEncoder(Cost.LITTLE_MEMORY, 1, 10)
                : new BoundedPasswordEncoder(Cost.MUCH_MEMORY, atOnce, 10);
    }
}
