package org.dorothydispatch.technicianday;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The service worker of the day's page. It has to lie beside the page it answers for, not where the other scripts lie, and a
 * browser asks for it anew each time. There is nothing of anybody in it, so it needs no sign-in: a phone whose session has
 * ended gets a new one too.
 */
@RestController
class DayWorkerController {

    private static final Resource WORKER = new ClassPathResource("META-INF/resources/board/day-worker.js");

    @GetMapping("/day-worker.js")
    ResponseEntity<Resource> worker() {
        return WORKER.exists()
                ? ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/javascript"))
                        .cacheControl(CacheControl.noCache())
                        .body(WORKER)
                : ResponseEntity.notFound().build();
    }
}
