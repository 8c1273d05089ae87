package org.dorothydispatch.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the sign-in page, which says why: {@code ?error}, {@code ?wait=SECONDS} or {@code ?busy}. */
class SignInFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var why = switch (failure) {
            case TooManyTries tooMany -> "wait=" + tooMany.seconds();
            case AuthenticationServiceException busy -> "busy";
            default -> "error";
        };
        response.sendRedirect(request.getContextPath() + SecurityConfiguration.LOGIN + "?" + why);
    }
}
