package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.dorothydispatch.security.StreetMap;

/** The board's map in a window of its own, for the second screen. It lives by its address, and follows its board. */
@Route(value = "map", autoLayout = false)
@PageTitle("Map · Dorothy")
@PermitAll
@StyleSheet("styles/board.css")
class MapView extends Div implements BeforeEnterObserver {

    private final BoardDesk desk;
    private final StreetMap streets;

    MapView(BoardDesk desk, StreetMap streets) {
        this.desk = desk;
        this.streets = streets;
        addClassName("window-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var refusal = WindowRefusal.of(desk);
        add(refusal.orElseGet(() -> {
            var address = WindowAddress.of(event.getLocation().getQueryParameters());
            return new MapWindow(desk, streets, address);
        }));
    }
}
