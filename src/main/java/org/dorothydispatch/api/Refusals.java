package org.dorothydispatch.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.dorothydispatch.importing.ImportFailed;
import org.dorothydispatch.security.NotAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every refusal as a problem (RFC 9457) whose detail is one sentence. */
@Hidden
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        var problem = problem(refused.status(), refused);
        refused.more().forEach(problem::setProperty);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(NotAllowed refused) {
        return answer(problem(HttpStatus.FORBIDDEN, refused));
    }

    /** A code that leads nowhere. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(IllegalArgumentException unknown) {
        return answer(problem(HttpStatus.NOT_FOUND, unknown));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(ImportFailed failed) {
        return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, failed));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(RuntimeException failure) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("The API failed, reference {}", reference, failure);
        return answer(ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something broke on our side. Try again; if it stays so, tell your administrator this reference: %s."
                        .formatted(reference)));
    }

    private static ProblemDetail problem(HttpStatus status, Exception refusal) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refusal.getMessage()));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
