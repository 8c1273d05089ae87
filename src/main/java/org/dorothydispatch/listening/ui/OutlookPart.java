package org.dorothydispatch.listening.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dorothydispatch.flags.PromiseOutlook;
import org.dorothydispatch.flags.PromiseOutlook.Fate;

/** Can we keep it? The answer, the visits it rests on, and what one person carries already. */
final class OutlookPart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private OutlookPart() {}

    static Div of(PromiseOutlook outlook) {
        var part = new Div();
        part.addClassNames("outlook", outlook.verdict().name().toLowerCase(Locale.ROOT));
        part.add(new H3(
                switch (outlook.verdict()) {
                    case YES -> "Can we keep it? Yes";
                    case YES_IF -> "Can we keep it? Yes, if…";
                    case NO -> "Can we keep it? No";
                    case UNKNOWN -> "Can we keep it? Nobody knows yet";
                }));
        part.add(new Paragraph(outlook.sentence()));
        if (!outlook.visits().isEmpty()) {
            var visits = new OrderedList();
            visits.addClassName("outlook-visits");
            for (var line : outlook.visits()) {
                var words = switch (line.fate()) {
                    case KEPT -> "kept";
                    case KEPT_IF -> "kept, if something gives way";
                    case BROKEN -> "broken";
                };
                var mark = new Span(
                        switch (line.fate()) {
                            case KEPT -> "✓";
                            case KEPT_IF -> "!";
                            case BROKEN -> "✕";
                        });
                mark.getElement().setAttribute("aria-label", words);
                mark.getElement().setAttribute("role", "img");
                var item = new ListItem(mark, new Span(DAY.format(line.due())));
                item.addClassName(line.fate().name().toLowerCase(Locale.ROOT));
                if (line.fate() != Fate.KEPT) {
                    item.add(new Span(line.sentence()));
                }
                visits.add(item);
            }
            part.add(visits);
        }
        var carried = outlook.carried();
        if (carried != null) {
            part.add(new Paragraph(
                    carried.customers() == 0
                            ? "%s carries no other promise like this.".formatted(carried.name())
                            : "%s carries %d promise%s like this already."
                                    .formatted(
                                            carried.name(), carried.customers(), carried.customers() == 1 ? "" : "s")));
        }
        return part;
    }
}
