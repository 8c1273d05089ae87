package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import org.dorothydispatch.security.StreetMap;
import org.dorothydispatch.uikit.Scripts;

/**
 * The map's place beside the board. All of it happens in the browser, where board and map talk to each other; the server
 * only says where streets come from.
 */
@Tag("map-pane")
class MapPane extends Component {

    /** Where the browser reads the PMTiles file of the settings. */
    private static final String FILE = "api/board/streets";

    MapPane(StreetMap streets) {
        showStreets(this, streets);
    }

    static void showStreets(Component map, StreetMap streets) {
        map.getElement().setProperty("pmtiles", streets.file().isPresent() ? FILE : "");
        map.getElement()
                .setProperty("styleUrl", streets.style().map(Object::toString).orElse(""));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Scripts.address("beside").ifPresent(address -> attach.getUI().getPage().addJsModule(address));
    }
}
