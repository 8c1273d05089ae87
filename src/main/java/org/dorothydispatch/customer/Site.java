package org.dorothydispatch.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@Entity
class Site {

    @Id
    private String code;

    private String customer;
    private @Nullable String address;
    private double latitude;
    private double longitude;
    private @Nullable String access;

    @Version
    private Integer version;

    protected Site() {}

    SiteRow row() {
        return new SiteRow(code, address, latitude, longitude, access, version);
    }
}
