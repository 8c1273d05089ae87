package org.dorothydispatch.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dorothydispatch.importing.BundleFile;
import org.dorothydispatch.importing.ImportPreview;
import org.dorothydispatch.importing.ImportProgress;
import org.dorothydispatch.importing.ImportResult;
import org.dorothydispatch.importing.ImportService;
import org.dorothydispatch.importing.Problem;
import org.dorothydispatch.importing.UploadedBundle;
import org.dorothydispatch.shared.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The files of a branch, in and out: the same exporter and importer as the screen. */
@RestController
@Tag(name = "Bundle")
class BundleController {

    private static final String ZIP = "application/zip";
    private static final Set<String> ZIPS = Set.of(ZIP, "application/x-zip-compressed", "application/octet-stream");
    private static final ImportProgress NOBODY_WATCHES = (phase, done, total) -> {};

    private final ImportService service;

    BundleController(ImportService service) {
        this.service = service;
    }

    @GetMapping("/api/v1/bundle")
    @Operation(summary = "The files of offices, as one zip")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "403", description = "Not your office, or not your work")
    void export(
            @Parameter(required = true, description = "Codes of offices, as in RIVER or RIVER,HILL")
                    @RequestParam(defaultValue = "")
                    String office,
            HttpServletResponse response)
            throws IOException {
        var offices = new LinkedHashSet<>(Codes.in(office));
        if (offices.isEmpty()) {
            throw Refused.badQuestion("Say which offices, as in office=RIVER or office=RIVER,HILL.");
        }
        service.requireManager();
        var target = UploadedBundle.named("bundle.zip");
        try {
            done(service.export(target.file(), offices, NOBODY_WATCHES));
            response.setContentType(ZIP);
            response.setContentLengthLong(Files.size(target.file()));
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bundle.zip\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            Files.copy(target.file(), response.getOutputStream());
        } finally {
            target.letGo();
        }
    }

    /**
     * What an import did, or would do.
     *
     * @param stored false for a dry run
     * @param offices names of the offices whose rows change
     * @param warnings what was left out, the first of them; {@code warningCount} counts all
     * @param checked how many planned visits were judged anew
     */
    @Schema(name = "Import")
    record ImportAnswer(
            boolean stored,
            List<String> offices,
            List<FileAnswer> files,
            List<ProblemAnswer> warnings,
            long warningCount,
            long checked) {}

    @Schema(name = "ImportedFile")
    record FileAnswer(String file, long added, long changed, long unchanged, List<String> examples) {}

    @Schema(name = "ImportProblem")
    record ProblemAnswer(
            String file,

            @Schema(description = "The header is 1; 0 when it is about the whole file")
            long line,

            @Nullable String column,
            String sentence,
            @Nullable String value) {

        static List<ProblemAnswer> of(List<Problem> problems) {
            return problems.stream()
                    .map(problem -> new ProblemAnswer(
                            problem.file(), problem.line(), problem.column(), problem.message(), problem.value()))
                    .toList();
        }
    }

    @PostMapping("/api/v1/bundle")
    @Operation(
            summary = "Bring in the files of offices, all or nothing",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "dryRun",
                            description = "true says what would change and stores nothing",
                            schema = @Schema(type = "boolean", defaultValue = "false")),
            description = "The body is the zip itself, at most " + UploadedBundle.MOST_MEGABYTES + " MB.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "413", description = "The zip is too large")
    @ApiResponse(responseCode = "415", description = "The body is not sent as a zip")
    @ApiResponse(
            responseCode = "422",
            description = "Nothing was stored: problems names everything that is wrong, with file, line and a sentence")
    ImportAnswer store(HttpServletRequest request) throws IOException {
        // Whoever forgets the type sends a form: looking for a parameter in it would read the whole zip as one.
        var asked = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst("dryRun");
        var dryRun = asked == null ? "false" : asked;
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw Refused.badQuestion("dryRun is true or false, not \"%s\".".formatted(dryRun));
        }
        service.requireManager();
        requireZip(request);
        var bundle = received(request);
        try {
            if (dryRun.equals("true")) {
                return answer(false, done(service.preview(bundle.file(), NOBODY_WATCHES)), 0);
            }
            ImportResult result = done(service.store(bundle.file(), NOBODY_WATCHES));
            return answer(result.stored(), result.changes(), result.checked());
        } finally {
            bundle.letGo();
        }
    }

    private static ImportAnswer answer(boolean stored, ImportPreview changes, long checked) {
        if (!changes.ok()) {
            var count = changes.problemCount();
            throw new Refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Nothing was stored. The bundle has %s; correct the files and send them again."
                            .formatted(count == 1 ? "an error" : "%,d errors".formatted(count)),
                    Map.of("problemCount", count, "problems", ProblemAnswer.of(changes.problems())));
        }
        return new ImportAnswer(
                stored,
                changes.offices(),
                changes.files().stream()
                        .map(file -> new FileAnswer(
                                name(file.file()), file.added(), file.changed(), file.unchanged(), file.examples()))
                        .toList(),
                ProblemAnswer.of(changes.warnings()),
                changes.warningCount(),
                checked);
    }

    private static String name(BundleFile file) {
        return file.fileName();
    }

    private static void requireZip(HttpServletRequest request) {
        var type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (!ZIPS.contains(type.split(";", 2)[0].strip())) {
            throw new Refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Send the zip itself as the body, with the header \"Content-Type: application/zip\".");
        }
    }

    private static UploadedBundle received(HttpServletRequest request) throws IOException {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > UploadedBundle.MOST_BYTES) {
            throw tooLarge();
        }
        try {
            return UploadedBundle.receive("bundle.zip", ".zip", request.getInputStream());
        } catch (UploadedBundle.TooLarge e) {
            throw tooLarge();
        }
    }

    private static Refused tooLarge() {
        return new Refused(
                HttpStatus.CONTENT_TOO_LARGE,
                "A zip has at most %d MB. Send the offices in several.".formatted(UploadedBundle.MOST_MEGABYTES));
    }

    private static <T> T done(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
