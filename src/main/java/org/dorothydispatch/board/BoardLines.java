package org.dorothydispatch.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A snapshot in lines of JSON: all of it without visits and runs; then the visits that wait for a day; then visits and
 * runs of each office, in the order of its offices. A browser draws the offices in view before it reads the others. What
 * stands on many cards of a line stands in its list of texts once, and its place there on the cards. The frontend's {@code
 * snapshot-lines.ts} reads it.
 */
@Component
class BoardLines {

    static final String TYPE = "application/x-ndjson";

    private final JsonMapper json;

    BoardLines(JsonMapper json) {
        this.json = json;
    }

    byte[] of(BoardSnapshot snapshot) {
        var waiting = new Line();
        Map<String, Line> offices = new LinkedHashMap<>();
        snapshot.offices().forEach(office -> offices.put(office.code(), new Line()));
        Map<String, Line> routes = new LinkedHashMap<>();
        snapshot.routes().forEach(route -> routes.put(route.code(), offices.getOrDefault(route.office(), waiting)));
        snapshot.visits()
                .forEach(card -> (card.inTray() ? waiting : offices.getOrDefault(card.office(), waiting)).add(card));
        snapshot.runs().forEach(run -> routes.getOrDefault(run.route(), waiting).add(run));
        var lines = new ByteArrayOutputStream();
        lines.writeBytes(json.writeValueAsBytes(snapshot.withoutVisits()));
        write(waiting, lines);
        offices.values().forEach(office -> write(office, lines));
        return lines.toByteArray();
    }

    private void write(Line line, ByteArrayOutputStream lines) {
        lines.write('\n');
        lines.writeBytes(json.writeValueAsBytes(line));
    }

    /** Cards and runs; {@code texts} is what numbers in place of texts mean. */
    private record Line(Places texts, List<@Nullable Object[]> visits, List<@Nullable Object[]> runs) {

        Line() {
            this(new Places(), new ArrayList<>(), new ArrayList<>());
        }

        void add(Card card) {
            visits.add(card.cells(texts));
        }

        void add(Run run) {
            runs.add(run.cells(texts));
        }
    }

    /** Numbers texts as they come. */
    private static final class Places implements Function<String, Object> {

        private final Map<String, Integer> places = new LinkedHashMap<>();

        @Override
        public Object apply(String text) {
            return places.computeIfAbsent(text, one -> places.size());
        }

        @JsonValue
        Set<String> inOrder() {
            return places.keySet();
        }
    }
}
