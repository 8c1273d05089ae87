package org.dorothydispatch.office;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

@Entity
class Office {

    @Id
    private String code;

    private String name;
    private ZoneId timeZone;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable String address;

    @Version
    private Integer version;

    protected Office() {}

    OfficeRow row() {
        return new OfficeRow(code, name, timeZone, latitude, longitude, address, version);
    }
}
