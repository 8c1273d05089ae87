package org.dorothydispatch.office;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A consistency rule of the company; no office means every office. */
@Entity
class Protocol {

    @Id
    private String code;

    private @Nullable String office;
    private String kind;
    private @Nullable Integer numberValue;
    private @Nullable LocalTime fromTime;
    private @Nullable LocalTime toTime;
    private String level;

    @Version
    private Integer version;

    protected Protocol() {}

    ProtocolRow row() {
        return new ProtocolRow(code, office, kind, numberValue, fromTime, toTime, level, version);
    }
}
