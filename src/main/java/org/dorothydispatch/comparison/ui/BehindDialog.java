package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.dorothydispatch.comparison.Behind;
import org.dorothydispatch.comparison.BehindService;
import org.dorothydispatch.comparison.BehindService.Question;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.Table;

/** Who is behind a figure: people by name, read as far as somebody scrolls. */
class BehindDialog extends Dialog {

    /** In one file. */
    private static final int MOST = 100_000;

    BehindDialog(BehindService people, Question question, String of) {
        var figure = question.figure();
        setHeaderTitle("%s · %s".formatted(figure.title(), of));
        setWidth("min(46rem, 96vw)");
        setHeight("min(44rem, 92vh)");
        var grid = new Grid<Behind>();
        grid.addClassName("behind-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        boolean technicians = figure.group() == Figure.Group.BESIDE;
        grid.addComponentColumn(one -> technicians
                        ? new Span(one.name())
                        : new Anchor(
                                "customer?"
                                        + QueryParameters.simple(Map.of("code", one.code()))
                                                .getQueryString(),
                                one.name()))
                .setHeader("Who")
                .setKey("who")
                .setFlexGrow(1);
        grid.addColumn(Behind::what).setHeader("What").setKey("what").setFlexGrow(2);
        grid.setItemsPageable(page -> people.list(question, (int) page.getOffset(), page.getPageSize()));
        grid.setEmptyStateText("Nobody.");
        int count = people.count(question);
        add(
                new Paragraph("%s. %s: %s."
                        .formatted(
                                count == 1
                                        ? technicians ? "One technician" : "One customer or wish"
                                        : "%,d in all, whoever it went worst for first".formatted(count),
                                figure.span().words(),
                                question.period().words())),
                grid);
        getFooter()
                .add(Exports.of(() -> Table.ofPeople(
                        "%s-%s-to-%s"
                                .formatted(
                                        figure.word(),
                                        question.period().from(),
                                        question.period().to()),
                        people.list(question, 0, MOST))));
        getFooter().add(new Button("Close", click -> close()));
    }
}
