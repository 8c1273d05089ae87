package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.dorothydispatch.comparison.Behind;

/** People by name and what there is to say of each, read as far as somebody scrolls. */
class PeopleGrid extends Grid<Behind> {

    /** Answers so many of them at most, from one place on. */
    interface Source {

        List<Behind> list(int offset, int limit);
    }

    /** @param customers whether they have a screen of their own to open */
    PeopleGrid(boolean customers, Source source) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        addComponentColumn(one -> customers ? new CustomerLink(one.code(), one.name()) : new Span(one.name()))
                .setHeader("Who")
                .setKey("who")
                .setFlexGrow(1);
        addColumn(Behind::what).setHeader("What").setKey("what").setFlexGrow(2);
        setItemsPageable(page -> source.list((int) page.getOffset(), page.getPageSize()));
        setEmptyStateText("Nobody.");
    }
}
