package org.dorothydispatch.technicianday.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.dorothydispatch.security.CalendarAddresses;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.technicianday.TechnicianDays;

/** The technician's own day; the first thing they see after signing in. */
@Route("day")
@PageTitle("My day · Dorothy")
@Menu(title = "My day", order = -1, icon = "icons/day.svg")
@RolesAllowed("TECHNICIAN")
class DayView extends Div {

    DayView(CurrentUser current, CalendarAddresses addresses, TechnicianDays days) {
        var technician = current.technician();
        if (technician.isPresent()) {
            var calendar = new Button(
                    "In my own calendar…",
                    click -> new CalendarDialog(addresses, current.username(), days.ownZone()).open());
            calendar.addThemeName("tertiary");
            calendar.addClassName("day-calendar");
            add(new DayElement(current.username(), technician.get(), false), calendar);
        } else {
            addClassName("page");
            add(
                    new H1("Your day"),
                    new Paragraph("Your account is not tied to a technician yet. Ask an administrator to do that."));
        }
    }
}
