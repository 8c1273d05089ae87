package org.dorothydispatch.board.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Tag;
import java.util.List;
import org.dorothydispatch.board.BoardPeriod;
import org.dorothydispatch.board.BoardSnapshots;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.security.StreetMap;
import org.dorothydispatch.shared.Codes;
import org.jspecify.annotations.Nullable;

/** The server side of a map in its own window: it passes on what changed on the offices that the map shows. */
@Tag("map-window")
class MapWindow extends LiveWindow {

    private final BoardDesk desk;
    private final Patches patches;
    private volatile @Nullable BoardPeriod period;

    MapWindow(BoardDesk desk, StreetMap streets, WindowAddress address) {
        super(desk, "map");
        this.desk = desk;
        this.patches = new Patches(this, desk);
        MapPane.showStreets(this, streets);
        var element = getElement();
        element.setProperty("boardNumber", address.board());
        element.setProperty("selected", address.visit());
        element.setProperty("route", address.route());
        element.setProperty("day", address.day());
        if (address.from() != null) {
            var offices = own(address.offices());
            element.setProperty("offices", String.join(",", offices));
            element.setProperty("from", address.from().toString());
            element.setProperty("days", address.days());
            look(offices, address);
        }
    }

    /** The board this window belongs to went elsewhere. What is read there, the element is answered under its own rights. */
    @ClientCallable
    void follow(String offices, String from, int days) {
        WindowAddress.date(from)
                .ifPresent(date -> look(
                        own(Codes.in(offices)),
                        new WindowAddress(
                                "", List.of(), date, Math.clamp(days, 1, BoardSnapshots.MOST_DAYS), null, null, null)));
    }

    private void look(List<String> offices, WindowAddress address) {
        period = offices.isEmpty() || address.from() == null
                ? null
                : desk.period(offices, address.from(), address.days());
    }

    private List<String> own(List<String> offices) {
        var seen = desk.offices().stream().map(OfficeRow::code).toList();
        return offices.stream().filter(seen::contains).toList();
    }

    @Override
    Runnable changed(OfficeChanged change) {
        var shown = period;
        if (shown == null || !shown.offices().contains(change.office())) {
            return () -> {};
        }
        var delta = desk.delta(change, shown);
        return () -> delta.ifPresentOrElse(patches::patch, patches::refetch);
    }
}
