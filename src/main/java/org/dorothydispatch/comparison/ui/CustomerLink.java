package org.dorothydispatch.comparison.ui;

import com.vaadin.flow.component.html.Anchor;
import org.dorothydispatch.customer.CustomerScreen;

/** A customer by name, who opens with all that is written down. */
class CustomerLink extends Anchor {

    CustomerLink(String code, String name) {
        super(CustomerScreen.address(code), name);
        getElement().setAttribute("dir", "auto");
    }
}
