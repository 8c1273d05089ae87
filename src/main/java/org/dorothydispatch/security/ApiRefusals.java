package org.dorothydispatch.security;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refusal of a service, as REST says it. */
@RestControllerAdvice
class ApiRefusals {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(NotAllowed refusal) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .body(Map.of("sentence", String.valueOf(refusal.getMessage())));
    }
}
