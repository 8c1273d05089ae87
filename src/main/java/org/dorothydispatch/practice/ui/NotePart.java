package org.dorothydispatch.practice.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.dorothydispatch.practice.CoachingNote;
import org.dorothydispatch.practice.CoachingService;
import org.dorothydispatch.practice.Ending;

/** A coaching note to read: what the customer met, where, and what became of the practice. */
class NotePart extends Div {

    NotePart(CoachingNote note, CoachingService coaching, Clock clock) {
        var words = new Paragraph(note.words());
        words.addClassName("coaching-words");
        var where = new Span(where(note) + ". Written down by " + note.filedBy() + ".");
        where.addClassName("practice-small");
        var practice = new Paragraph(practice(note, coaching, clock));
        practice.addClassName("practice-first");
        add(words, where, practice);
        addClassName("coaching-note");
    }

    /** "Dorothy, on the phone, Mon 5 Oct" */
    static String where(CoachingNote note) {
        var place = note.place().words() + ", " + Words.day(note.happenedOn());
        return note.customerName() == null
                ? place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1)
                : note.customerName() + ", " + place;
    }

    static String practice(CoachingNote note, CoachingService coaching, Clock clock) {
        if (note.story() == null || note.until() == null) {
            return "Nothing agreed yet.";
        }
        var title = coaching.title(note.story());
        if (note.doneAt() != null) {
            return "Done on %s: %s%s"
                    .formatted(
                            Words.day(note.doneAt().atZone(note.zone()).toLocalDate()),
                            title,
                            note.ending() == null ? "." : "; " + ending(note.ending()));
        }
        return note.until().isBefore(LocalDate.ofInstant(clock.instant(), note.zone()))
                ? "Not done: %s, until %s.".formatted(title, Words.day(note.until()))
                : "Agreed: %s, until %s.".formatted(title, Words.day(note.until()));
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case TRUSTS -> "the customer trusted them.";
            case STAYS -> "the customer stayed.";
            case CANCELS -> "the customer cancelled.";
        };
    }
}
