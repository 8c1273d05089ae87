package org.dorothydispatch.board;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Service;

/** Where things are, for the map beside the board. Who may see the board of an office may see its map. */
@Service
public class MapPlaces {

    private final BoardRows rows;
    private final BoardSnapshots snapshots;
    private final BoardAccess access;

    MapPlaces(BoardRows rows, BoardSnapshots snapshots, BoardAccess access) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.access = access;
    }

    /** The places of the same visits that {@link BoardSnapshots#read} answers for the same question. */
    public BoardPlaces read(Collection<String> offices, LocalDate from, int days) {
        access.requireOffices(offices);
        var period = snapshots.period(offices, from, days);
        return new BoardPlaces(rows.officePlaces(offices), rows.places(offices, from, period.last()));
    }
}
