package org.dorothydispatch.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.dorothydispatch.shared.Cells;
import org.jspecify.annotations.Nullable;

@Entity
class Agreement {

    @Id
    private String code;

    private String customer;
    private String site;
    private String service;
    private @Nullable String repeats;
    private int minutes;
    private @Nullable String skills;
    private @Nullable String route;
    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable String soldBy;
    private @Nullable BigDecimal annualValue;

    @Version
    private Integer version;

    protected Agreement() {}

    /** Up to this day and no longer; what was to begin later is over on the day it begins. */
    void end(LocalDate lastDay) {
        endsOn = lastDay.isBefore(startsOn) ? startsOn : lastDay;
    }

    /** As before it was ended: up to that day, or without an end. */
    void resume(@Nullable LocalDate until) {
        endsOn = until;
    }

    AgreementRow row() {
        return new AgreementRow(
                code,
                customer,
                site,
                service,
                repeats,
                minutes,
                Cells.list(skills),
                route,
                startsOn,
                endsOn,
                soldBy,
                annualValue,
                version);
    }
}
