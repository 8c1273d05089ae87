package org.dorothydispatch.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.board.Card.Service;

/** The names of services of one snapshot, each once. Its offices are read side by side, hence the lock. */
final class Services {

    private final Map<String, Service> known = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    synchronized Service of(String name) {
        return known.computeIfAbsent(name, unknown -> {
            names.add(unknown);
            return new Service(unknown, names.size() - 1);
        });
    }

    synchronized List<String> names() {
        return List.copyOf(names);
    }
}
