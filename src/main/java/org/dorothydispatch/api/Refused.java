package org.dorothydispatch.api;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** The request cannot be done: one sentence for whoever reads it, and what a program may want to know besides. */
class Refused extends RuntimeException {

    private final HttpStatus status;
    private final Map<String, Object> more;

    Refused(HttpStatus status, String sentence) {
        this(status, sentence, Map.of());
    }

    Refused(HttpStatus status, String sentence, Map<String, Object> more) {
        super(sentence);
        this.status = status;
        this.more = more;
    }

    HttpStatus status() {
        return status;
    }

    Map<String, Object> more() {
        return more;
    }

    static Refused badQuestion(String sentence) {
        return new Refused(HttpStatus.BAD_REQUEST, sentence);
    }
}
