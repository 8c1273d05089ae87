package org.dorothydispatch.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.dorothydispatch.shared.Cells;
import org.jspecify.annotations.Nullable;

@Entity
class Customer {

    @Id
    private String code;

    private String name;
    private @Nullable String goesBy;
    private String office;
    private @Nullable String kind;
    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable String language;
    private @Nullable LocalDate since;
    private @Nullable String technician;
    private @Nullable String givesWay;
    private @Nullable String remember;
    private @Nullable LocalDate cancelledOn;
    private @Nullable String cancelReason;

    @Version
    private Integer version;

    protected Customer() {}

    String office() {
        return office;
    }

    @Nullable
    LocalDate cancelledOn() {
        return cancelledOn;
    }

    int version() {
        return version;
    }

    String givesWay() {
        return givesWay == null ? "" : givesWay;
    }

    /** What gives way first comes first; nothing at all is an order too: nobody has asked. */
    void letGiveWay(List<String> order) {
        givesWay = order.isEmpty() ? null : String.join(";", order);
    }

    /** They are no longer a customer from this day on, for the reason they gave. */
    void cancel(LocalDate on, String why) {
        if (cancelledOn != null) {
            throw new IllegalArgumentException("%s has cancelled already, on %s.".formatted(calledName(), cancelledOn));
        }
        cancelledOn = on;
        cancelReason = why;
    }

    /** They are a customer again. */
    void reopen() {
        if (cancelledOn == null) {
            throw new IllegalArgumentException("%s has not cancelled.".formatted(calledName()));
        }
        cancelledOn = null;
        cancelReason = null;
    }

    CustomerRow row() {
        return new CustomerRow(code, name, calledName(), office);
    }

    CustomerDetails details(List<SiteRow> sites) {
        return new CustomerDetails(
                code,
                name,
                calledName(),
                office,
                kind,
                phone,
                email,
                language,
                since,
                technician,
                Cells.list(givesWay),
                remember,
                cancelledOn,
                cancelReason,
                sites,
                version);
    }

    private String calledName() {
        return goesBy == null || goesBy.isBlank() ? name : goesBy;
    }
}
