package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.dorothydispatch.comparison.Behind;
import org.dorothydispatch.comparison.BrokenPromise;
import org.dorothydispatch.comparison.Causes;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.FigureValue;
import org.dorothydispatch.shared.Table;

/** Small tables of counts; each count opens the people behind it. */
final class Cells {

    private Cells() {}

    /** A table that is scrolled to the side by itself where the screen is narrow. */
    static Div table(String label, List<String> columns, List<List<Component>> rows) {
        var head = new NativeTableRow();
        for (var column : columns) {
            var cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var body = new NativeTableBody();
        for (var row : rows) {
            var line = new NativeTableRow();
            var name = new NativeTableHeaderCell();
            name.add(row.getFirst());
            name.getElement().setAttribute("scope", "row");
            line.add(name);
            row.stream().skip(1).forEach(part -> {
                var cell = new NativeTableCell();
                cell.add(part);
                line.add(cell);
            });
            body.add(line);
        }
        var table = new NativeTable();
        table.add(new NativeTableHeader(head), body);
        var wrap = new Div(table);
        wrap.addClassName("count-table");
        wrap.getElement().setAttribute("role", "region");
        wrap.getElement().setAttribute("aria-label", label);
        wrap.getElement().setAttribute("tabindex", "0");
        return wrap;
    }

    static Component text(String words) {
        return new Span(words);
    }

    /** Said beside a number of which there are so few that shares of it may be chance. */
    static Component fewIfFew(Component number, long sample) {
        if (sample == 0 || sample >= FigureValue.SMALL) {
            return number;
        }
        var few = new Span("few");
        few.addClassName("few");
        return new Div(number, few);
    }

    static Component nothing() {
        return new Span(Table.DASH);
    }

    /**
     * How many, and what share of a whole; a dash where there is no whole.
     *
     * @param what these are, with the office: "Riverside: An absence"
     */
    static Component count(String what, String file, List<BrokenPromise> some, long of) {
        return of == 0 ? nothing() : people(number(some.size(), of), what, file, some);
    }

    /** The same with how much of it could have been avoided below. */
    static Component countAndAvoidable(String what, String file, List<BrokenPromise> some, long of) {
        if (of == 0) {
            return nothing();
        }
        var both = new Div(people(number(some.size(), of), what, file, some));
        both.addClassName("count");
        if (!some.isEmpty()) {
            var avoidable = Causes.avoidable(some);
            both.add(people(
                    "%,d avoidable, %,d not".formatted(avoidable.size(), some.size() - avoidable.size()),
                    what + ", avoidable",
                    file + "-avoidable",
                    avoidable));
        }
        return both;
    }

    private static String number(long some, long of) {
        return some == 0 ? "0" : "%,d (%s)".formatted(some, Figure.Unit.PERCENT.text((double) some / of));
    }

    static Component people(String words, String what, String file, List<BrokenPromise> some) {
        return open(words, what, file, some.stream().map(BrokenPromise::behind).toList());
    }

    static Component open(String words, String what, String file, List<Behind> people) {
        if (people.isEmpty()) {
            return new Span(words);
        }
        var button = new NativeButton(
                words,
                click -> new BehindDialog(
                                what,
                                people.size() == 1
                                        ? "One promise."
                                        : "%,d promises, in the order of the days.".formatted(people.size()),
                                file,
                                people)
                        .open());
        button.addClassName("who");
        button.setAriaLabel("%s, %s. Who?".formatted(what, words));
        return button;
    }
}
