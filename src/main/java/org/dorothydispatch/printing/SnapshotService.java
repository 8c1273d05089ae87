package org.dorothydispatch.printing;

import static org.dorothydispatch.security.Role.ADMINISTRATOR;
import static org.dorothydispatch.security.Role.BRANCH_MANAGER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The files that open when the console is down: where they lie, and the newest one to take away. */
@Service
public class SnapshotService {

    private final SnapshotKeeper keeper;
    private final OfficeService offices;
    private final CurrentUser current;
    private final JdbcClient jdbc;

    SnapshotService(SnapshotKeeper keeper, OfficeService offices, CurrentUser current, JdbcClient jdbc) {
        this.keeper = keeper;
        this.offices = offices;
        this.current = current;
        this.jdbc = jdbc;
    }

    /**
     * The file of an office.
     *
     * @param file where it lies
     * @param madeAt when what it shows was read, in the office's zone; null before there is one
     * @param checkedAt when it was last found to be up to date, or could not be written
     * @param trouble what is in its way, in one sentence; null when nothing is
     */
    public record Note(
            OfficeRow office,
            String file,
            @Nullable LocalDateTime madeAt,
            LocalDateTime checkedAt,
            @Nullable String trouble) {}

    /** A file to take away. */
    public record Download(String name, byte[] content) {}

    /** Whether this person may take such files away. */
    public boolean mayDownload() {
        return current.has(BRANCH_MANAGER);
    }

    /** Whether this person looks after the machine and is told where files lie on it. */
    public boolean mayKnowWhere() {
        return current.has(ADMINISTRATOR);
    }

    /** Whether files are kept at all, as the settings say. */
    public boolean on() {
        return keeper.wanted();
    }

    /** The files of this person's offices, by the offices' names. */
    public List<Note> notes() {
        current.require(BRANCH_MANAGER, ADMINISTRATOR);
        return offices.list().stream().flatMap(office -> note(office).stream()).toList();
    }

    private Optional<Note> note(OfficeRow office) {
        return jdbc.sql("select file, made_at, checked_at, trouble from office_snapshot where office = ?")
                .param(office.code())
                .query((row, n) -> new Note(
                        office,
                        row.getString(1),
                        there(row, 2, office.timeZone()),
                        Objects.requireNonNull(there(row, 3, office.timeZone())),
                        row.getString(4)))
                .optional();
    }

    private static @Nullable LocalDateTime there(ResultSet row, int column, ZoneId zone) throws SQLException {
        var utc = row.getObject(column, LocalDateTime.class);
        return utc == null
                ? null
                : utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
    }

    /** The newest file of an office, for its branch manager. */
    public Download download(String office) {
        current.requireWrite(office, BRANCH_MANAGER);
        var content = keeper.read(office);
        if (content.isPresent()) {
            return new Download(SnapshotFiles.name(office), content.get());
        }
        throw new IllegalArgumentException("There is no file of this office yet. Print its days instead.");
    }
}
