package org.dorothydispatch.listening;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dorothydispatch.listening.Known.Technician;
import org.dorothydispatch.preference.WishParts;

/** The office in which the labelled sentences are heard, and the files that hold them. */
final class HeardFixture {

    /** A Wednesday. */
    static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    static final Known OFFICE = new Known(
            List.of(
                    new Technician("T1", "Ana Petrov"),
                    new Technician("T2", "Ben Okafor"),
                    new Technician("T3", "Cy Lindgren"),
                    new Technician("T4", "Marco Ruiz"),
                    new Technician("T5", "Guadalupe Reyes"),
                    new Technician("T6", "Jo Novak"),
                    new Technician("T7", "Will Denny"),
                    new Technician("T8", "Christian Haas"),
                    new Technician("T9", "Jo Marsh")),
            List.of("general", "rodent", "termite", "organic", "wildlife"),
            "T4");

    private HeardFixture() {}

    static List<Suggestion> hear(String sentence) {
        return Suggestions.from(sentence, TODAY, OFFICE);
    }

    /** Kind and parameters in one line, as the labels write them: {@code WINDOW(10:00- TUE)}. */
    static String label(Suggestion heard) {
        var wish = heard.wish();
        var parameters = switch (heard.kind()) {
            case PERSON, ONLY, NEVER -> String.join(" ", wish.technicians());
            case FACES, GAP -> text(wish.number()) + "/" + text(wish.days());
            case WEEKDAYS -> days(wish);
            case WINDOW -> (text(wish.from()) + "-" + text(wish.to()) + " " + days(wish)).strip();
            case NOT_DATES -> text(wish.datesFrom()) + ".." + text(wish.datesTo());
            case LANGUAGE -> text(wish.language());
            case SKILL -> text(wish.skill());
            case STEADY_TIME, NOTICE -> text(wish.number());
            case FAMILIAR, STEADY_DAY, ASK_FIRST, REMEMBER -> "";
        };
        return parameters.isEmpty() ? heard.kind().name() : heard.kind() + "(" + parameters + ")";
    }

    static List<String> labels(String sentence) {
        return hear(sentence).stream().map(HeardFixture::label).toList();
    }

    private static String days(WishParts wish) {
        return wish.weekdays().stream()
                .sorted()
                .map(day -> day.name().substring(0, 3))
                .collect(Collectors.joining(" "));
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }

    /** The rows of a CSV file beside this class, without the heading; a comma or a quote may stand inside quotes. */
    static List<List<String>> rows(String file) {
        try (var in = Objects.requireNonNull(HeardFixture.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new java.io.BufferedReader(reader)
                    .lines()
                    .skip(1)
                    .map(HeardFixture::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (sign == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
