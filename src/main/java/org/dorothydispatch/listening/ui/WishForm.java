package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dorothydispatch.flags.PromiseOutlook;
import org.dorothydispatch.listening.Completeness;
import org.dorothydispatch.listening.Drafting;
import org.dorothydispatch.listening.Exclusion;
import org.dorothydispatch.listening.ExclusionReason;
import org.dorothydispatch.listening.Suggestion;
import org.dorothydispatch.listening.TurnCommand.Wish;
import org.dorothydispatch.preference.AnswerGiven;
import org.dorothydispatch.preference.NewPreference;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.WishParts;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.PreferenceKind.Part;
import org.dorothydispatch.uikit.DayFields;
import org.jspecify.annotations.Nullable;

/**
 * One preference as somebody makes it of a sentence: what is meant, its parts, the answer, and before a promise the look
 * ahead. Shows only the parts its kind has.
 */
class WishForm extends Section {

    /** In the order people ask for them. */
    private static final Map<PreferenceKind, String> KINDS = new EnumMap<>(Map.ofEntries(
            Map.entry(PreferenceKind.PERSON, "A person they prefer"),
            Map.entry(PreferenceKind.ONLY, "Only these people"),
            Map.entry(PreferenceKind.NEVER, "Never this technician"),
            Map.entry(PreferenceKind.FAMILIAR, "Somebody they know"),
            Map.entry(PreferenceKind.FACES, "Few different faces"),
            Map.entry(PreferenceKind.WEEKDAYS, "Weekdays"),
            Map.entry(PreferenceKind.WINDOW, "Time of day"),
            Map.entry(PreferenceKind.NOT_DATES, "Days that do not suit"),
            Map.entry(PreferenceKind.LANGUAGE, "A language"),
            Map.entry(PreferenceKind.SKILL, "A skill"),
            Map.entry(PreferenceKind.STEADY_DAY, "Always the same weekday"),
            Map.entry(PreferenceKind.STEADY_TIME, "About the same time"),
            Map.entry(PreferenceKind.GAP, "Days between visits"),
            Map.entry(PreferenceKind.ASK_FIRST, "No other day without asking"),
            Map.entry(PreferenceKind.NOTICE, "A call ahead"),
            Map.entry(PreferenceKind.REMEMBER, "Please remember")));

    private static final Map<String, String> ANSWERS = Map.of(
            "", "No answer yet", "promised", "Promise it", "will_try", "We will try", "declined", "Decline it openly");

    private final Drafting.Table table;
    private final Outlook outlook;
    private final Select<PreferenceKind> kind = new Select<>();
    private final MultiSelectComboBox<String> technicians = new MultiSelectComboBox<>("Who, the first one first");
    private final CheckboxGroup<DayOfWeek> weekdays = new CheckboxGroup<>("Weekdays");
    private final TimePicker from = new TimePicker("Not before");
    private final TimePicker to = new TimePicker("Done by");
    private final DatePicker datesFrom = DayFields.labelled("From");
    private final DatePicker datesTo = DayFields.labelled("To");
    private final IntegerField number = new IntegerField("How many");
    private final IntegerField days = new IntegerField("In how many days");
    private final TextField language = new TextField("Language, such as es");
    private final ComboBox<String> skill = new ComboBox<>("Skill");
    private final Select<ExclusionReason> reason = new Select<>();
    private final TextField note = new TextField();
    private final Checkbox approved = new Checkbox("I approve it as branch manager");
    private final RadioButtonGroup<String> answer = new RadioButtonGroup<>("What we say");
    private final TextField alternative = new TextField("What we offer instead");
    private final DatePicker toldOn = DayFields.labelled("They were told on");
    private final DatePicker reviewOn = DayFields.labelled("Ask again on (it stays in force)");
    private final Div ahead = new Div();
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private final Shows shows;
    private final Supplier<String> words;

    /** Which half of it is asked for. */
    enum Shows {
        WISH_AND_ANSWER,
        WISH,
        ANSWER
    }

    /** Looks ahead at a promise. */
    interface Outlook {
        PromiseOutlook of(NewPreference wish);
    }

    WishForm(
            Drafting.Table table,
            @Nullable Suggestion suggestion,
            LocalDate today,
            Outlook outlook,
            Consumer<WishForm> drop) {
        this(table, suggestion, today, outlook, Shows.WISH_AND_ANSWER, table::words);
        var remove = new Button("Not meant", click -> drop.accept(this));
        remove.addThemeName("tertiary");
        remove.addClassName("wish-drop");
        add(remove);
    }

    /** @param words the customer's, as they stand when the form is read */
    private WishForm(
            Drafting.Table table,
            @Nullable Suggestion suggestion,
            LocalDate today,
            Outlook outlook,
            Shows shows,
            Supplier<String> words) {
        this.table = table;
        this.outlook = outlook;
        this.shows = shows;
        this.words = words;
        addClassName("wish-form");
        kind.setLabel("What they want");
        kind.setItems(PreferenceKind.values());
        kind.setItemLabelGenerator(KINDS::get);
        technicians.setItems(table.technicians().keySet());
        technicians.setItemLabelGenerator(code -> table.technicians().getOrDefault(code, code));
        weekdays.setItems(DayOfWeek.values());
        weekdays.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        skill.setItems(table.skills());
        skill.setAllowCustomValue(true);
        skill.addCustomValueSetListener(event -> skill.setValue(event.getDetail()));
        reason.setLabel("Why not");
        reason.setItems(ExclusionReason.values());
        reason.setItemLabelGenerator(ExclusionReason::words);
        reason.addValueChangeListener(change -> note.setLabel(
                change.getValue() == null || change.getValue().question().isEmpty()
                        ? "More (optional)"
                        : change.getValue().question()));
        note.setLabel("More (optional)");
        answer.setItems(List.of("", "promised", "will_try", "declined"));
        answer.setItemLabelGenerator(ANSWERS::get);
        answer.setValue("");
        toldOn.setMax(today);
        toldOn.setValue(today);
        reviewOn.setMin(today.plusDays(1));
        ahead.addClassName("wish-ahead");
        ahead.getElement().setAttribute("role", "status");
        if (suggestion != null) {
            add(because(suggestion));
            fillIn(suggestion.wish());
        } else {
            kind.setValue(PreferenceKind.REMEMBER);
        }
        var parts = new Div(
                kind,
                technicians,
                weekdays,
                from,
                to,
                datesFrom,
                datesTo,
                number,
                days,
                language,
                skill,
                reason,
                note,
                approved);
        parts.addClassName("wish-parts");
        var said = new Div(alternative, toldOn, reviewOn);
        said.addClassName("wish-parts");
        parts.setVisible(shows != Shows.ANSWER);
        answer.setVisible(shows != Shows.WISH);
        said.setVisible(shows != Shows.WISH);
        add(parts, answer, said, ahead);
        kind.addValueChangeListener(change -> show());
        answer.addValueChangeListener(change -> show());
        for (HasValue<?, ?> part : List.<HasValue<?, ?>>of(
                technicians, weekdays, from, to, datesFrom, datesTo, number, days, language, skill)) {
            part.addValueChangeListener(change -> lookAhead());
        }
        show();
    }

    /** One that is written down already. */
    static WishForm of(
            PreferenceRow wish,
            Drafting.Table table,
            LocalDate today,
            Outlook outlook,
            Shows shows,
            Supplier<String> words) {
        var form = new WishForm(table, null, today, outlook, shows, words);
        form.fillIn(wish);
        return form;
    }

    private static Component because(Suggestion suggestion) {
        var line = new Paragraph("From the words " + suggestion.reason());
        line.addClassName("wish-because");
        if (suggestion.assumed()) {
            line.add(" This is partly our guess: please correct it.");
        }
        return line;
    }

    private void fillIn(WishParts wish) {
        kind.setValue(PreferenceKind.valueOf(wish.kind()));
        technicians.setValue(wish.technicians());
        weekdays.setValue(wish.weekdays());
        from.setValue(wish.from());
        to.setValue(wish.to());
        datesFrom.setValue(wish.datesFrom());
        datesTo.setValue(wish.datesTo());
        number.setValue(wish.number());
        days.setValue(wish.days());
        language.setValue(wish.language() == null ? "" : wish.language());
        skill.setValue(wish.skill());
        validFrom = wish.validFrom();
        validTo = wish.validTo();
    }

    private void fillIn(PreferenceRow wish) {
        fillIn((WishParts) wish);
        if (shows == Shows.ANSWER) {
            answer.setValue(wish.answer().equals("unanswered") ? "" : wish.answer());
            alternative.setValue(wish.alternative() == null ? "" : wish.alternative());
        }
    }

    private void show() {
        var chosen = kind.getValue();
        var needs = chosen == null ? List.<Part>of() : chosen.needs();
        technicians.setVisible(needs.contains(Part.TECHNICIANS) || chosen == PreferenceKind.PERSON);
        weekdays.setVisible(needs.contains(Part.WEEKDAYS) || chosen == PreferenceKind.WINDOW);
        from.setVisible(needs.contains(Part.HOURS));
        to.setVisible(needs.contains(Part.HOURS));
        datesFrom.setVisible(needs.contains(Part.DATES));
        datesTo.setVisible(needs.contains(Part.DATES));
        number.setVisible(needs.contains(Part.NUMBER) || needs.contains(Part.NUMBER_OR_DAYS));
        days.setVisible(needs.contains(Part.DAYS) || needs.contains(Part.NUMBER_OR_DAYS));
        language.setVisible(needs.contains(Part.LANGUAGE));
        skill.setVisible(needs.contains(Part.SKILL));
        number.setLabel(
                chosen == null
                        ? "How many"
                        : switch (chosen) {
                            case FACES -> "At most so many faces";
                            case STEADY_TIME -> "Give or take minutes";
                            case NOTICE -> "Hours before";
                            case GAP -> "At least days";
                            default -> "How many";
                        });
        days.setLabel(chosen == PreferenceKind.GAP ? "At most days" : "In how many days");
        var never = chosen == PreferenceKind.NEVER;
        reason.setVisible(never);
        note.setVisible(never);
        approved.setVisible(never
                && table.stated().stream()
                        .anyMatch(other ->
                                other.kind().equals("NEVER") && !other.answer().equals("declined")));
        var declined = "declined".equals(answer.getValue());
        var answered = !answer.getValue().isEmpty();
        alternative.setVisible(declined);
        toldOn.setVisible(answered);
        reviewOn.setVisible(answered && !declined);
        lookAhead();
    }

    /** Before a promise: can we keep it? */
    private void lookAhead() {
        ahead.removeAll();
        if (!Set.of("promised", "will_try").contains(answer.getValue())
                || kind.getValue() == PreferenceKind.REMEMBER
                || kind.getValue() == null
                || Completeness.missing(preference()).isPresent()) {
            return;
        }
        ahead.add(OutlookPart.of(outlook.of(preference())));
    }

    /** As the service wants it; whether it says enough is the service's to decide. */
    Wish wish() {
        var given = answer.getValue().isEmpty()
                ? null
                : new AnswerGiven(
                        answer.getValue(),
                        alternative.isVisible() && !alternative.isEmpty() ? alternative.getValue() : null,
                        toldOn.getValue(),
                        reviewOn.isVisible() ? reviewOn.getValue() : null);
        var exclusion = kind.getValue() == PreferenceKind.NEVER && reason.getValue() != null
                ? new Exclusion(reason.getValue(), note.getValue(), approved.getValue())
                : null;
        return new Wish(preference(), given, exclusion);
    }

    private NewPreference preference() {
        return new NewPreference(
                kind.getValue().name(),
                technicians.isVisible() ? new ArrayList<>(technicians.getValue()) : List.of(),
                weekdays.isVisible() ? weekdays.getValue() : Set.of(),
                from.isVisible() ? from.getValue() : null,
                to.isVisible() ? to.getValue() : null,
                datesFrom.isVisible() ? datesFrom.getValue() : null,
                datesTo.isVisible() ? datesTo.getValue() : null,
                number.isVisible() ? number.getValue() : null,
                days.isVisible() ? days.getValue() : null,
                language.isVisible() && !language.isEmpty()
                        ? language.getValue().strip()
                        : null,
                skill.isVisible() ? skill.getValue() : null,
                validFrom,
                validTo,
                words.get(),
                null,
                null,
                null);
    }
}
