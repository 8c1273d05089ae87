package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dorothydispatch.practice.Ending;
import org.dorothydispatch.practice.Judged;
import org.dorothydispatch.practice.Next;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.shared.Light;
import org.dorothydispatch.uikit.LightsBadge;

/** How practice speaks. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    private Words() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String dayAndYear(LocalDate date) {
        return DAY_AND_YEAR.format(date);
    }

    static String count(int number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }

    static String ending(Ending ending, String customer) {
        return switch (ending) {
            case TRUSTS -> customer + " trusts you";
            case STAYS -> customer + " stays";
            case CANCELS -> customer + " cancels";
        };
    }

    static String answer(Answer answer) {
        return switch (answer) {
            case PROMISED -> "Promised";
            case WILL_TRY -> "We try";
            case DECLINED -> "Declined";
            case UNANSWERED -> "No answer yet";
        };
    }

    static String next(Next next, String customer) {
        return switch (next) {
            case KEPT -> "as %s wished".formatted(customer);
            case AGREED -> "not as wished, but %s had agreed".formatted(customer);
            case TOLD -> "not as wished; %s was only told".formatted(customer);
            case SURPRISED -> "not as wished, and a surprise at the door";
            case HEARD, DECLINED -> "heard";
            case UNHEARD -> "not written down";
        };
    }

    /** The two lights, and the reason that decides. */
    static Component lights(Judged judged, String customer) {
        var lights = judged.lights();
        String words;
        if (judged.because() != null) {
            words = judged.because();
        } else {
            words = "Both lights are green.";
        }
        var line = new Div(new LightsBadge(lights.customer(), lights.company()), new Span(words));
        line.addClassName("practice-lights");
        if (lights.customer() == Light.GREEN && lights.company() != Light.GREEN) {
            line.add(new Span(" %s's light is green.".formatted(customer)));
        }
        return line;
    }

    static Section section(String title, Component... content) {
        var section = new Section(new H3(title));
        section.add(content);
        section.addClassName("practice-section");
        return section;
    }
}
