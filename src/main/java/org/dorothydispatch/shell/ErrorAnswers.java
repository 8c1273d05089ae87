package org.dorothydispatch.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors outside the views: a sentence as JSON for scripts, a small page for people. No stack trace, no version. */
@RestController
class ErrorAnswers implements ErrorController {

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
            <title>Dorothy</title><link rel="icon" href="%1$s/favicon.svg"><link rel="stylesheet" href="%1$s/styles/dorothy.css"></head>\
            <body class="plain"><main class="error-page"><div><h1>%2$s</h1><p>%3$s</p>\
            <a href="%1$s/">To the first page</a></div></main></body></html>""";

    @RequestMapping("/error")
    ResponseEntity<?> answer(HttpServletRequest request) {
        var status = status(request);
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var title = status.is5xxServerError() ? "Something broke on our side" : "There is nothing here for you";
        var sentence = status.is5xxServerError()
                ? "Try again; if it happens again, tell your administrator this reference: "
                        + Trouble.logged(
                                failure instanceof Throwable t ? t : new IllegalStateException(status.toString()))
                        + "."
                : "The page does not exist, or it belongs to somebody else.";
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith(request.getContextPath() + "/api/")) {
            return ResponseEntity.status(status).body(Map.of("sentence", title + ". " + sentence));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_HTML)
                .body(PAGE.formatted(request.getContextPath(), title, sentence));
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
