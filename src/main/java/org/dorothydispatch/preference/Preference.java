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
import java.util.Set;
import org.dorothydispatch.shared.Cells;
import org.jspecify.annotations.Nullable;

@Entity
class Preference {

    private static final Set<String> ANSWERS = Set.of("promised", "will_try", "declined");

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

    /** Written down, and not answered yet. */
    Preference(String code, String customer, NewPreference wish) {
        this.code = code;
        this.customer = customer;
        kind = wish.kind();
        technicians = new ArrayList<>(wish.technicians());
        weekdays = wish.weekdays().isEmpty() ? null : Cells.weekdays(wish.weekdays());
        fromTime = wish.from();
        toTime = wish.to();
        datesFrom = wish.datesFrom();
        datesTo = wish.datesTo();
        numberValue = wish.number();
        daysValue = wish.days();
        language = wish.language();
        skill = wish.skill();
        answer = "unanswered";
        words = wish.words();
        heardOn = wish.heardOn();
        heardBy = wish.heardBy();
        channel = wish.channel();
        validFrom = wish.validFrom();
        validTo = wish.validTo();
    }

    String code() {
        return code;
    }

    String customer() {
        return customer;
    }

    String answer() {
        return answer;
    }

    int version() {
        return version;
    }

    /** What the company says to it; a decline without an alternative and a day would not be one said openly. */
    void answer(AnswerGiven given, LocalDate today) {
        if (!ANSWERS.contains(given.answer())) {
            throw new IllegalArgumentException(
                    "Say promised, will try or declined; \"%s\" is none of them.".formatted(given.answer()));
        }
        var declined = given.answer().equals("declined");
        if (declined && (given.alternative() == null || given.alternative().isBlank())) {
            throw new IllegalArgumentException("Say what was offered instead, before you decline.");
        }
        if (declined && given.toldOn() == null) {
            throw new IllegalArgumentException("Say on which day the customer was told.");
        }
        if (given.toldOn() != null && given.toldOn().isAfter(today)) {
            throw new IllegalArgumentException(
                    "The customer was told on %s, which is still to come. Tell them first.".formatted(given.toldOn()));
        }
        if (given.reviewOn() != null && !given.reviewOn().isAfter(today)) {
            throw new IllegalArgumentException("Ask again on a day to come; %s is not.".formatted(given.reviewOn()));
        }
        answer = given.answer();
        alternative = given.alternative() == null || given.alternative().isBlank()
                ? null
                : given.alternative().strip();
        toldOn = given.toldOn();
        reviewOn = given.reviewOn();
    }

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
