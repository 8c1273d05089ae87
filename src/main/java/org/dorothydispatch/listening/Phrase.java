package org.dorothydispatch.listening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A turn of phrase, written as people can read it: {@code not|never before|until the? {time}}.
 *
 * <ul>
 *   <li>{@code a|b|c*}: one of these words; a star stands for any ending
 *   <li>{@code word?}: may be missing; {@code {name}}: something read by a {@link Reader} of that name
 *   <li>{@code {~name}}: only looks ahead: the reader has to find something, and the words stay unread
 *   <li>{@code ..} and {@code ..5}: up to two, up to five words of the same sentence in between
 *   <li>{@code ^} and {@code $}: a clause begins here, a sentence ends here; {@code a|$}: this word, or the end
 * </ul>
 *
 * <p>No regular expressions: a phrase looks at a bounded number of words from each place, so no text makes it slow.
 */
final class Phrase {

    /** Reads something longer than a word, such as a time of day. */
    interface Reader {
        /** What stands at this word, or null. */
        @Nullable
        Reading read(Words words, int at);
    }

    /** What was read and the word after it. */
    record Reading(Object value, int end) {}

    /** Where a phrase was found, and what its readers read there. */
    record Match(int start, int end, Map<String, Object> read) {
        boolean has(String name) {
            return read.containsKey(name);
        }

        <T> T get(String name, Class<T> type) {
            return type.cast(read.get(name));
        }
    }

    private sealed interface Part {
        boolean optional();
    }

    private record OneOf(Set<String> words, List<String> beginnings, boolean optional) implements Part {
        boolean accepts(String word) {
            return words.contains(word)
                    || (!word.isEmpty() && beginnings.stream().anyMatch(word::startsWith));
        }
    }

    private record Named(String reader, boolean ahead, boolean optional) implements Part {}

    private record Gap(int most, boolean optional) implements Part {}

    private record Edge(boolean start, boolean optional) implements Part {}

    private final List<Part> parts;

    private Phrase(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static List<Phrase> all(String... written) {
        return Stream.of(written).map(Phrase::of).toList();
    }

    static Phrase of(String written) {
        var parts = new ArrayList<Part>();
        for (var piece : written.strip().split("\\s+")) {
            boolean optional = piece.endsWith("?");
            var body = optional ? piece.substring(0, piece.length() - 1) : piece;
            parts.add(part(body, optional));
        }
        return new Phrase(parts);
    }

    private static Part part(String body, boolean optional) {
        if (body.equals("^") || body.equals("$")) {
            return new Edge(body.equals("^"), optional);
        }
        if (body.startsWith("..")) {
            return new Gap(body.length() == 2 ? 2 : Integer.parseInt(body.substring(2)), true);
        }
        if (body.startsWith("{")) {
            boolean ahead = body.startsWith("{~");
            return new Named(body.substring(ahead ? 2 : 1, body.length() - 1), ahead, optional);
        }
        var split = Stream.of(body.split("\\|")).collect(Collectors.partitioningBy(w -> w.endsWith("*")));
        return new OneOf(
                Set.copyOf(split.get(false)),
                split.get(true).stream()
                        .map(w -> w.substring(0, w.length() - 1))
                        .toList(),
                optional);
    }

    /** The words it looks for, without those with any ending. */
    Stream<String> words() {
        return parts.stream().flatMap(part -> part instanceof OneOf one ? one.words.stream() : Stream.empty());
    }

    /** The phrase as it begins at this very word, or null. */
    @Nullable
    Match at(Words words, int start, Map<String, Reader> readers) {
        var read = new HashMap<String, Object>();
        int end = end(0, words, start, start, readers, read);
        return end <= start ? null : new Match(start, end, Map.copyOf(read));
    }

    private int end(int part, Words words, int start, int at, Map<String, Reader> readers, Map<String, Object> read) {
        if (part == parts.size()) {
            return at;
        }
        return switch (parts.get(part)) {
            case Edge edge ->
                (edge.start ? words.startsClause(at) : words.startsSentence(at))
                        ? end(part + 1, words, start, at, readers, read)
                        : -1;
            case Gap gap -> {
                for (int skip = 0; skip <= gap.most; skip++) {
                    if (skip > 0 && (at + skip > words.count() || brokenBefore(words, start, at + skip - 1))) {
                        break;
                    }
                    int end = end(part + 1, words, start, at + skip, readers, read);
                    if (end >= 0) {
                        yield end;
                    }
                }
                yield -1;
            }
            case OneOf oneOf -> {
                if (oneOf.words.contains("$") && words.startsSentence(at)) {
                    int end = end(part + 1, words, start, at, readers, read);
                    if (end >= 0) {
                        yield end;
                    }
                }
                if (at < words.count() && oneOf.accepts(words.at(at)) && !brokenBefore(words, start, at)) {
                    int end = end(part + 1, words, start, at + 1, readers, read);
                    if (end >= 0) {
                        yield end;
                    }
                }
                yield oneOf.optional ? end(part + 1, words, start, at, readers, read) : -1;
            }
            case Named named -> {
                var reader = readers.get(named.reader);
                if (named.ahead) {
                    yield reader != null && reader.read(words, at) != null
                            ? end(part + 1, words, start, at, readers, read)
                            : -1;
                }
                var reading = reader == null || at >= words.count() || brokenBefore(words, start, at)
                        ? null
                        : reader.read(words, at);
                if (reading != null) {
                    var before = read.put(named.reader, reading.value);
                    int end = end(part + 1, words, start, reading.end, readers, read);
                    if (end >= 0) {
                        yield end;
                    }
                    if (before == null) {
                        read.remove(named.reader);
                    } else {
                        read.put(named.reader, before);
                    }
                }
                yield named.optional ? end(part + 1, words, start, at, readers, read) : -1;
            }
        };
    }

    private static boolean brokenBefore(Words words, int start, int at) {
        return at > start && words.startsSentence(at);
    }
}
