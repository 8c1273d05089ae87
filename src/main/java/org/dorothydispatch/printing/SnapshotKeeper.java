package org.dorothydispatch.printing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dorothydispatch.flags.FlagService;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.RepeatedWork;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a file with the next days of each office that opens when the console is down. A file is written again only when
 * the schedule of its office went on or a new day began there.
 */
@Component
class SnapshotKeeper implements RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

    private static final Duration PAUSE = Duration.ofMinutes(15);

    /** Part of what a file shows: another number writes all files again. */
    private static final String LAYOUT = "1";

    private final @Nullable SnapshotFiles files;
    private final SnapshotPages pages;
    private final OfficeService offices;
    private final FlagService flags;
    private final CurrentUser current;
    private final JdbcClient jdbc;
    private final Clock clock;

    SnapshotKeeper(
            @Value("${dorothy.snapshots.folder:#{null}}") @Nullable String folder,
            @Value("${dorothy.demo:false}") boolean demo,
            SnapshotPages pages,
            OfficeService offices,
            FlagService flags,
            CurrentUser current,
            JdbcClient jdbc,
            Clock clock) {
        var named = folder == null ? (demo ? "" : "data/snapshots") : folder.strip();
        this.files = named.isEmpty() ? null : new SnapshotFiles(Path.of(named));
        this.pages = pages;
        this.offices = offices;
        this.flags = flags;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest file of an office, whole. */
    Optional<byte[]> read(String office) {
        if (files == null || files.state(office).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(files.read(office));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "office-snapshots";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public boolean wanted() {
        return files != null;
    }

    @Override
    public void run() {
        if (files != null) {
            var folder = files;
            current.asProgram("snapshots", () -> refresh(folder));
        }
    }

    private void refresh(SnapshotFiles folder) {
        var all = offices.list();
        all.forEach(office -> refresh(folder, office));
        var codes = all.stream().map(OfficeRow::code).toList();
        try {
            folder.keepOnly(codes);
        } catch (IOException e) {
            LOG.warn("Files of offices that are gone stay in {}: {}", folder.folder(), reason(e));
        }
        jdbc.sql("delete from office_snapshot where office not in (:offices)")
                .param("offices", codes.isEmpty() ? List.of("") : codes)
                .update();
    }

    private void refresh(SnapshotFiles folder, OfficeRow office) {
        try {
            flags.refreshDue(List.of(office.code()));
            var now = clock.instant();
            var today = now.atZone(office.timeZone()).toLocalDate();
            var state = "%s %d %s".formatted(LAYOUT, sequence(office.code()), today);
            if (folder.state(office.code()).filter(state::equals).isPresent()) {
                keepNote(folder, office, null, now, null);
                return;
            }
            folder.write(office.code(), pages.page(office, today), state);
            keepNote(folder, office, now, now, null);
        } catch (IOException e) {
            var sentence = "The file of %s could not be written to %s: %s."
                    .formatted(office.name(), folder.folder(), reason(e));
            LOG.warn("{} The setting dorothy.snapshots.folder names another folder.", sentence);
            keepNote(folder, office, null, clock.instant(), sentence);
        } catch (RuntimeException e) {
            LOG.warn("The file of {} could not be made; the next try is in a quarter of an hour.", office.name(), e);
            keepNote(
                    folder,
                    office,
                    null,
                    clock.instant(),
                    "The file of %s could not be made; the log of the console says why.".formatted(office.name()));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        var reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null || reason.isBlank() ? "the folder cannot be used" : reason;
    }

    private long sequence(String office) {
        return jdbc.sql("select last_event_id from office_sequence where office = ?")
                .param(office)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** @param madeAt null when the file stayed as it was */
    private void keepNote(
            SnapshotFiles folder,
            OfficeRow office,
            @Nullable Instant madeAt,
            Instant checkedAt,
            @Nullable String trouble) {
        try {
            int known = jdbc.sql("""
                            update office_snapshot set file = :file, made_at = coalesce(:made, made_at), checked_at = :checked,
                                   trouble = :trouble where office = :office
                            """)
                    .param("file", folder.of(office.code()).toString())
                    .param("made", Utc.ofNullable(madeAt))
                    .param("checked", Utc.ofNullable(checkedAt))
                    .param("trouble", trouble)
                    .param("office", office.code())
                    .update();
            if (known == 0) {
                jdbc.sql("""
                                insert into office_snapshot (office, file, made_at, checked_at, trouble)
                                values (:office, :file, :made, :checked, :trouble)
                                """)
                        .param("file", folder.of(office.code()).toString())
                        .param("made", Utc.ofNullable(madeAt))
                        .param("checked", Utc.ofNullable(checkedAt))
                        .param("trouble", trouble)
                        .param("office", office.code())
                        .update();
            }
        } catch (DataAccessException e) {
            LOG.warn("The note on the file of {} was not kept: {}", office.name(), e.getMessage());
        }
    }
}
