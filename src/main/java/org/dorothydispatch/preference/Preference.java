package org.dorothydispatch.preference;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.dorothydispatch.shared.Cells;
import org.jspecify.annotations.Nullable;

@Entity
class Preference {

    @Id
    private String code;

    private String customer;
    private String kind;

    @ElementCollection
    @CollectionTable(name = "preference_technician", joinColumns = @JoinColumn(name = "preference"))
    @OrderColumn(name = "position")
    @Column(name = "technician")
    private List<String> technicians = new ArrayList<>();

    private @Nullable String weekdays;
    private @Nullable LocalTime fromTime;
    private @Nullable LocalTime toTime;
    private @Nullable LocalDate datesFrom;
    private @Nullable LocalDate datesTo;
    private @Nullable Integer numberValue;
    private @Nullable Integer daysValue;
    private @Nullable String language;
    private @Nullable String skill;
    private String answer;
    private @Nullable String words;
    private @Nullable LocalDate heardOn;
    private @Nullable String heardBy;
    private @Nullable String channel;
    private @Nullable LocalDate reviewOn;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable String alternative;
    private @Nullable LocalDate toldOn;

    @Version
    private Integer version;

    protected Preference() {}

    PreferenceRow row() {
        return new PreferenceRow(
                code,
                customer,
                kind,
                List.copyOf(technicians),
                Cells.weekdays(weekdays),
                fromTime,
                toTime,
                datesFrom,
                datesTo,
                numberValue,
                daysValue,
                language,
                skill,
                answer,
                words,
                heardOn,
                heardBy,
                channel,
                reviewOn,
                validFrom,
                validTo,
                alternative,
                toldOn,
                version);
    }
}
