package planted;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

@Route("planted")
public class ViewWithHtml extends Div {

    public ViewWithHtml(String note) {
        add(new Html("<p>" + note + "</p>"), new DatePicker());
    }
}
