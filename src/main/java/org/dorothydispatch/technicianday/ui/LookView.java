package org.dorothydispatch.technicianday.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.dorothydispatch.security.CurrentUser;

/** The day of a technician as their phone shows it, for whoever plans; to look at. */
@Route("day/:technician")
@PageTitle("A technician's day · Dorothy")
@RolesAllowed({"DISPATCHER", "BRANCH_MANAGER", "ADMINISTRATOR"})
class LookView extends Div implements BeforeEnterObserver {

    private final CurrentUser current;

    LookView(CurrentUser current) {
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var technician = event.getRouteParameters().get("technician").orElseThrow();
        add(new DayElement(current.username(), technician, true));
    }
}
