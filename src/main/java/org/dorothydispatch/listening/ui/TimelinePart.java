package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dorothydispatch.flags.FoundBreak;
import org.dorothydispatch.listening.TimelineEntry;
import org.dorothydispatch.listening.TimelineEntry.Kind;
import org.dorothydispatch.uikit.Face;

/** What a customer said on the left, what we did on the right, day by day. */
class TimelinePart extends Div {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    TimelinePart(List<TimelineEntry> entries) {
        addClassName("timeline");
        if (entries.isEmpty()) {
            add(new Paragraph("Nothing is on record: nobody came, and nobody wrote down what they said."));
            return;
        }
        var heads = new Div(new H3("What they said"), new H3("What we did"));
        heads.addClassName("timeline-heads");
        var list = new OrderedList();
        list.addClassName("timeline-list");
        entries.forEach(entry -> list.add(item(entry)));
        add(heads, list);
    }

    private static ListItem item(TimelineEntry entry) {
        var day = new Span(DAY.format(entry.date()));
        day.addClassName("timeline-day");
        var words = new Div();
        words.addClassName("timeline-words");
        if (entry.kind() == Kind.VISIT && entry.technician() != null && entry.name() != null) {
            words.add(new Face(entry.technician(), entry.name(), Face.Size.SMALL));
        }
        var text = new Div(new Span(entry.words()));
        if (entry.theirs()) {
            text.addClassName("heard-words");
        }
        if (!entry.small().isEmpty()) {
            var small = new Span(entry.small());
            small.addClassName("timeline-small");
            text.add(small);
        }
        entry.breaks().forEach(found -> text.add(found(found)));
        words.add(text);
        var item = new ListItem(day, words);
        item.addClassNames(
                entry.theirs() ? "theirs" : "ours", entry.kind().name().toLowerCase(Locale.ROOT));
        return item;
    }

    private static Div found(FoundBreak found) {
        var sign = new Span(found.broken() ? "×" : "○");
        sign.addClassName("timeline-sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        var sentence = new Span(found.sentence());
        var why = new Span(found.cause().words() + ": " + found.why());
        why.addClassName("timeline-why");
        var line = new Div(sign, sentence, why);
        line.addClassNames("timeline-break", found.broken() ? "broken" : "consented");
        if (found.broken()) {
            var avoidable = new Span(
                    found.instead() == null
                            ? "No other assignment would have kept it."
                            : "Avoidable: " + found.instead());
            avoidable.addClassNames("timeline-why", found.avoidable() ? "avoidable" : "unavoidable");
            line.add(avoidable);
        }
        return line;
    }
}
