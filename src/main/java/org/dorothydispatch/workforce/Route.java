package org.dorothydispatch.workforce;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.dorothydispatch.shared.Cells;
import org.jspecify.annotations.Nullable;

@Entity
class Route {

    @Id
    private String code;

    private String office;
    private String name;
    private @Nullable String technician;
    private @Nullable String weekdays;
    private @Nullable Integer maxStops;

    @Version
    private Integer version;

    protected Route() {}

    RouteRow row() {
        return new RouteRow(code, office, name, technician, Cells.workingDays(weekdays), maxStops, version);
    }
}
