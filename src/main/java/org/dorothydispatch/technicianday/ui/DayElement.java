package org.dorothydispatch.technicianday.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import org.dorothydispatch.uikit.Scripts;

/** The day as the phone draws and keeps it. It asks the server by REST, so that it goes on where Vaadin cannot. */
@Tag("technician-day")
class DayElement extends Component {

    /** @param looking whether somebody looks at the day of another person */
    DayElement(String username, String technician, boolean looking) {
        getElement().setAttribute("user", username);
        getElement().setAttribute("technician", technician);
        getElement().setAttribute("looking", looking);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Scripts.address("day").ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }
}
