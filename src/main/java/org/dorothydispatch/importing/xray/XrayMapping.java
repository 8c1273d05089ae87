package org.dorothydispatch.importing.xray;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a file holds what.
 *
 * @param columns the headings; a field that is not in it is not in the file
 */
public record XrayMapping(Map<XrayField, String> columns) {

    public XrayMapping {
        columns = Map.copyOf(columns);
    }

    /** What the headings suggest. A column is taken once, by the field that it fits best; a person confirms it. */
    public static XrayMapping guess(List<String> headings) {
        var found = new EnumMap<XrayField, String>(XrayField.class);
        var ranks = new HashMap<String, Integer>();
        for (var field : XrayField.values()) {
            headings.stream()
                    .filter(heading -> field.rank(heading) >= 0 && !ranks.containsKey(heading))
                    .min((one, other) -> Integer.compare(field.rank(one), field.rank(other)))
                    .ifPresent(heading -> {
                        found.put(field, heading);
                        ranks.put(heading, field.rank(heading));
                    });
        }
        return new XrayMapping(found);
    }

    /** Whether a file with these headings has every column. */
    public boolean fits(List<String> headings) {
        return headings.containsAll(columns.values());
    }

    /** Why no file can be looked through with it; empty when one can. */
    public Optional<String> problem() {
        for (var field : XrayField.values()) {
            if (field.required() && !columns.containsKey(field)) {
                return Optional.of("Say which column holds this: %s.".formatted(field.label()));
            }
        }
        return Arrays.stream(XrayField.values())
                .filter(columns::containsKey)
                .filter(field -> columns.entrySet().stream()
                        .anyMatch(other ->
                                other.getKey() != field && other.getValue().equals(columns.get(field))))
                .findFirst()
                .map(field -> "The column “%s” is chosen twice. Choose another for: %s."
                        .formatted(columns.get(field), field.label()));
    }
}
