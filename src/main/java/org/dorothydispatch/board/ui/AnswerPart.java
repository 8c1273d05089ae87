package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import org.dorothydispatch.flags.ConsentGiven;
import org.dorothydispatch.flags.FlagRow;
import org.dorothydispatch.flags.ReasonGiven;
import org.dorothydispatch.rules.Side;
import org.dorothydispatch.uikit.DayFields;

/**
 * Asks about one flag, or about several of one kind that may share an answer: for a broken wish the customer's consent or
 * the reason to go on without it, for a protocol a reason. Nothing is chosen beforehand: a consent that nobody asked for
 * must not come about by pressing Save.
 */
final class AnswerPart extends Section {

    private static final int MOST_WORDS = 2_000;
    private static final int LISTED = 8;

    private final RadioButtonGroup<String> choice = new RadioButtonGroup<>();
    private final TextField by = new TextField("Who asked them");
    private final DatePicker on = DayFields.labelled("When");
    private final TextField note = new TextField("What they said (optional)");
    private final TextArea why = new TextArea("Why");
    private final boolean wish;
    private final String agree;

    /** A flag and whose visit it is about. */
    record Asked(String name, FlagRow flag) {}

    /** @param asked one or more, all of the same side and kind */
    AnswerPart(List<Asked> asked, String asker, LocalDate today) {
        var first = asked.getFirst().flag();
        var several = asked.size() > 1;
        wish = first.side() == Side.CUSTOMER;
        agree = several ? "The customers agree" : "The customer agrees";
        addClassNames("answer-part", first.level().word());
        add(new H3(several ? "One answer for %d visits".formatted(asked.size()) : first.message()));
        if (several) {
            add(sentences(asked));
        }
        by.setValue(asker);
        by.setMaxLength(200);
        by.setRequiredIndicatorVisible(true);
        on.setValue(today);
        on.setMax(today);
        on.setRequiredIndicatorVisible(true);
        note.setMaxLength(MOST_WORDS);
        why.setMaxLength(MOST_WORDS);
        why.setRequiredIndicatorVisible(true);
        why.setValueChangeMode(ValueChangeMode.EAGER);
        why.addValueChangeListener(change -> why.setInvalid(false));
        if (wish) {
            var keep = "I keep it";
            choice.setItems(agree, keep);
            choice.setAriaLabel("What happens about it");
            choice.addValueChangeListener(change -> {
                choice.setInvalid(false);
                show();
            });
            var who = new Div(by, on);
            who.addClassName("answer-asked");
            add(choice, who, note);
        }
        add(why);
        show();
    }

    private static UnorderedList sentences(List<Asked> asked) {
        var list = new UnorderedList();
        list.addClassName("answer-sentences");
        asked.stream().limit(LISTED).forEach(one -> list.add(new ListItem(sentence(one))));
        if (asked.size() > LISTED) {
            list.add(new ListItem("and %d more".formatted(asked.size() - LISTED)));
        }
        return list;
    }

    private static String sentence(Asked one) {
        var message = one.flag().message();
        return message.contains(one.name()) ? message : one.name() + ": " + message;
    }

    private boolean agrees() {
        return wish && agree.equals(choice.getValue());
    }

    private void show() {
        by.getParent().ifPresent(asked -> asked.setVisible(agrees()));
        note.setVisible(agrees());
        why.setVisible(!wish || (chosen() && !agrees()));
    }

    private boolean chosen() {
        return choice.getValue() != null;
    }

    /** Marks what is missing. */
    boolean complete() {
        if (wish && !chosen()) {
            choice.setErrorMessage("Ask the customer, or keep it and say why.");
            choice.setInvalid(true);
            return false;
        }
        if (agrees()) {
            var noAsker = by.getValue().isBlank();
            by.setErrorMessage("Say who asked the customer.");
            by.setInvalid(noAsker);
            var badDay = on.getValue() == null
                    || (on.getMax() != null && on.getValue().isAfter(on.getMax()));
            on.setErrorMessage("Say on which day they agreed; it cannot be in the future.");
            on.setInvalid(badDay);
            return !noAsker && !badDay;
        }
        var noReason = why.getValue().isBlank();
        why.setErrorMessage("Say why, in a few words; it stays on the record.");
        why.setInvalid(noReason);
        return !noReason;
    }

    /** Answers one of the flags this part asks about. */
    void addTo(String code, List<ConsentGiven> consents, List<ReasonGiven> reasons) {
        if (agrees()) {
            var words = note.getValue().isBlank() ? null : note.getValue().strip();
            consents.add(new ConsentGiven(code, by.getValue().strip(), on.getValue(), words));
        } else {
            reasons.add(new ReasonGiven(code, why.getValue().strip()));
        }
    }
}
