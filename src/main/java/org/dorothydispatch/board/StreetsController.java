package org.dorothydispatch.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dorothydispatch.security.StreetMap;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The PMTiles file of the settings. A map asks for a few thousand bytes of it at a time, with the Range header. */
@RestController
class StreetsController {

    private final StreetMap streets;
    private final BoardAccess access;

    StreetsController(StreetMap streets, BoardAccess access) {
        this.streets = streets;
        this.access = access;
    }

    @GetMapping("/api/board/streets")
    ResponseEntity<Resource> streets() throws IOException {
        access.requireReader();
        var file = streets.file().filter(Files::isReadable).orElse(null);
        if (file == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .eTag(tag(file))
                .body(new FileSystemResource(file));
    }

    /** Another file under the same name is noticed by the browser, which must not mix the two. */
    private static String tag(Path file) throws IOException {
        return "\"%x-%x\"".formatted(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
    }
}
