package org.dorothydispatch.workforce;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
class Absence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String technician;
    private LocalDate fromOn;
    private LocalDate toOn;
    private String kind;
    private @Nullable String note;

    @Version
    private Integer version;

    protected Absence() {}

    AbsenceRow row() {
        return new AbsenceRow(technician, fromOn, toOn, kind, note);
    }
}
