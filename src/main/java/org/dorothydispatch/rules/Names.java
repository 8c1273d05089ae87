package org.dorothydispatch.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** First names where they are enough: "Ana", but "Ana Petrov" where another Ana works. */
final class Names {

    private final Map<String, Integer> bearers = new HashMap<>();

    Names(Collection<TechnicianFacts> technicians) {
        technicians.forEach(t -> bearers.merge(key(t), 1, Integer::sum));
    }

    String of(TechnicianFacts technician) {
        return bearers.getOrDefault(key(technician), 0) > 1 ? technician.name() : firstName(technician);
    }

    private static String key(TechnicianFacts technician) {
        return firstName(technician).toLowerCase(Locale.ROOT);
    }

    private static String firstName(TechnicianFacts technician) {
        String name = technician.name().strip();
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
