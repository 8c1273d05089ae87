package org.dorothydispatch.board;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A snapshot in lines of JSON: all of it without the visits that have a day, then those of each office, in the order of
 * its offices. A browser draws the offices in view before it reads the others. The frontend's {@code snapshot-lines.ts}
 * reads it.
 */
@Component
class BoardLines {

    static final String TYPE = "application/x-ndjson";

    private final JsonMapper json;

    BoardLines(JsonMapper json) {
        this.json = json;
    }

    byte[] of(BoardSnapshot snapshot) {
        Map<String, List<Card>> planned = new HashMap<>();
        var waiting = new ArrayList<Card>();
        for (var card : snapshot.visits()) {
            (card.inTray() ? waiting : planned.computeIfAbsent(card.office(), office -> new ArrayList<>())).add(card);
        }
        var lines = new ByteArrayOutputStream();
        lines.writeBytes(json.writeValueAsBytes(snapshot.withVisits(waiting)));
        for (var office : snapshot.offices()) {
            lines.write('\n');
            lines.writeBytes(json.writeValueAsBytes(planned.getOrDefault(office.code(), List.of())));
        }
        return lines.toByteArray();
    }
}
