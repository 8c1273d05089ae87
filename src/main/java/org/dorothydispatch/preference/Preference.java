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
        answer = "unanswered";
        heardOn = wish.heardOn();
        heardBy = wish.heardBy();
        channel = wish.channel();
        say(wish);
    }

    /** It was written down wrongly: these are the parts and the words. Who heard it, and the answer, stay. */
    void correct(NewPreference wish) {
        say(wish);
    }

    private void say(WishParts wish) {
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
        words = wish.words();
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
        if (given.reviewOn() != null) {
            requireToCome(given.reviewOn(), today);
        }
        answer = given.answer();
        alternative = given.alternative() == null || given.alternative().isBlank()
                ? null
                : given.alternative().strip();
        toldOn = given.toldOn();
        reviewOn = given.reviewOn();
    }

    /** It holds up to this day and no longer; what was never to begin before then is over from the start. */
    void end(LocalDate lastDay) {
        if (validTo != null && !validTo.isAfter(lastDay)) {
            throw new IllegalArgumentException("It has ended on %s already.".formatted(validTo));
        }
        if (validFrom != null && validFrom.isAfter(lastDay)) {
            validFrom = lastDay;
        }
        validTo = lastDay;
        reviewOn = null;
    }

    /** The customer said that it still holds; they are asked again on this day. */
    void stillSo(LocalDate askAgain, LocalDate today) {
        requireToCome(askAgain, today);
        reviewOn = askAgain;
    }

    private static void requireToCome(LocalDate askAgain, LocalDate today) {
        if (!askAgain.isAfter(today)) {
            throw new IllegalArgumentException("Ask again on a day to come; %s is not.".formatted(askAgain));
        }
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
