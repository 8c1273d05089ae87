package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.dorothydispatch.comparison.Behind;
import org.dorothydispatch.comparison.BehindService;
import org.dorothydispatch.comparison.BehindService.Question;

/** The customers behind a figure by name, read as far as somebody scrolls. */
class PeopleGrid extends Grid<Behind> {

    PeopleGrid(BehindService people, Question question) {
        addClassName("people-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        addComponentColumn(one -> new Anchor(
                        "customer?"
                                + QueryParameters.simple(Map.of("code", one.code()))
                                        .getQueryString(),
                        one.name()))
                .setHeader("Who")
                .setKey("who")
                .setFlexGrow(1);
        addColumn(Behind::what).setHeader("What").setKey("what").setFlexGrow(2);
        setItemsPageable(page -> people.list(question, (int) page.getOffset(), page.getPageSize()));
        setEmptyStateText("Nobody.");
    }
}
