package org.dorothydispatch.board;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the visits of a board and its offices are, for the map. Coordinates are as the branch wrote them: also those at
 * 0/0, which the map lists in words instead of drawing them at sea.
 */
public record BoardPlaces(List<OfficePlace> offices, List<Place> visits) {

    /** The site of a visit. Travels as an array in this order, as a card does. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"visit", "latitude", "longitude", "street"})
    public record Place(
            String visit,
            double latitude,
            double longitude,
            @Nullable String street) {}

    /** An office, which need not say where it is. */
    public record OfficePlace(
            String code,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String street) {}
}
