package org.dorothydispatch.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One service stop. Its place on the board is written by {@link Assignments} alone. */
@Entity
class Visit {

    @Id
    private String code;

    private String customer;
    private String site;
    private @Nullable String agreement;
    private LocalDate dueOn;
    private @Nullable LocalDate plannedOn;
    private @Nullable LocalTime startTime;
    private int minutes;
    private @Nullable String route;
    private @Nullable String technician;
    private String status;
    private boolean pinned;
    private @Nullable LocalDateTime notifiedAt;
    private @Nullable String note;
    private String boardOffice;

    @Version
    private Integer version;

    protected Visit() {}

    String boardOffice() {
        return boardOffice;
    }

    String customer() {
        return customer;
    }

    int version() {
        return version;
    }

    boolean pinned() {
        return pinned;
    }

    /** Lets nobody and no planner move it until it is unpinned. There must be a place to keep it at. */
    void pin(String name) {
        if (!Set.of("planned", "confirmed").contains(status)) {
            throw new IllegalArgumentException("The visit of %s is %s and cannot be pinned.".formatted(name, status));
        }
        if (plannedOn == null) {
            throw new IllegalArgumentException(
                    "The visit of %s has no day yet. Give it one, then pin it.".formatted(name));
        }
        pinned = true;
    }

    void unpin() {
        pinned = false;
    }

    VisitDetails details() {
        return new VisitDetails(
                code,
                customer,
                site,
                agreement,
                dueOn,
                minutes,
                placement(),
                pinned,
                notifiedAt,
                note,
                boardOffice,
                version);
    }

    private Placement placement() {
        return new Placement(route, plannedOn, startTime, technician, status);
    }
}
