package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The customer beside the board, in a window of its own. It lives by its address, and follows its board. */
@Route(value = "person", autoLayout = false)
@PageTitle("Customer · Dorothy")
@PermitAll
@StyleSheet("styles/board.css")
class PersonView extends Div implements BeforeEnterObserver {

    private final BoardDesk desk;

    PersonView(BoardDesk desk) {
        this.desk = desk;
        addClassName("window-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(WindowRefusal.of(desk)
                .orElseGet(() -> new PersonWindow(
                        desk, WindowAddress.of(event.getLocation().getQueryParameters()))));
    }
}
