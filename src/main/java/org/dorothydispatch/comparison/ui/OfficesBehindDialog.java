package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.dorothydispatch.comparison.BehindService;
import org.dorothydispatch.comparison.BehindService.Question;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.FigureTables;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.uikit.Exports;

/**
 * The offices behind a figure that has too many people behind it for one list: each with what stands on the page, the worst
 * first, and each opens its own people above this list.
 */
class OfficesBehindDialog extends Dialog {

    /** @param lines of the page; the one of all together is left out */
    OfficesBehindDialog(BehindService people, Question question, String of, List<OfficeLine> lines) {
        var figure = question.figure();
        var offices = lines.stream()
                .filter(line -> question.offices().contains(line.code()))
                .sorted(OfficeLine.worstFirst(figure))
                .toList();
        setHeaderTitle("%s · %s".formatted(figure.title(), of));
        setWidth("min(46rem, 96vw)");
        setHeight("min(44rem, 92vh)");
        var grid = new Grid<OfficeLine>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addClassName("behind-grid");
        grid.addComponentColumn(line -> {
                    var open = new Button(
                            line.name(), click -> new BehindDialog(people, of(question, line), line.name()).open());
                    open.addThemeName("tertiary");
                    open.addClassName("behind-office");
                    open.getElement().setAttribute("dir", "auto");
                    return open;
                })
                .setHeader("Office")
                .setKey("who")
                .setFlexGrow(2);
        grid.addColumn(line -> line.text(figure)).setHeader(figure.title()).setKey("value");
        grid.addColumn(line -> "%,d %s".formatted(line.of(figure).sample(), figure.sampleOf()))
                .setHeader("Of how many")
                .setKey("sample");
        grid.setItems(offices);
        add(
                new Paragraph("Too many people for one list: choose an office. %s first. %s: %s."
                        .formatted(
                                figure.better() == Figure.Better.NEITHER ? "The highest" : "The worst",
                                figure.span().words(),
                                question.period().words())),
                grid);
        getFooter().add(Exports.of(() -> FigureTables.of(BehindDialog.file(question), "Office", offices, figure)));
        getFooter().add(new Button("Close", click -> close()));
        BehindDialog.why(question).ifPresent(getFooter()::add);
    }

    private static Question of(Question all, OfficeLine line) {
        return new Question(all.figure(), List.of(line.code()), all.kind(), line.code(), all.period());
    }
}
