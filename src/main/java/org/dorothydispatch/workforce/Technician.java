package org.dorothydispatch.workforce;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import org.dorothydispatch.shared.Cells;
import org.dorothydispatch.shared.UsualShift;
import org.jspecify.annotations.Nullable;

@Entity
class Technician {

    @Id
    private String code;

    private String name;
    private String office;
    private @Nullable String skills;
    private @Nullable String languages;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable String weekdays;
    private @Nullable LocalTime shiftStart;
    private @Nullable LocalTime shiftEnd;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable String phone;
    private @Nullable String email;

    @Version
    private Integer version;

    protected Technician() {}

    String office() {
        return office;
    }

    TechnicianRow row() {
        return new TechnicianRow(
                code,
                name,
                office,
                Cells.list(skills),
                Cells.list(languages),
                startsOn,
                endsOn,
                Cells.workingDays(weekdays),
                shiftStart == null ? UsualShift.START : shiftStart,
                shiftEnd == null ? UsualShift.END : shiftEnd,
                phone,
                email,
                version);
    }
}
