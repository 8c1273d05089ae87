package org.dorothydispatch.listening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dorothydispatch.listening.Phrase.Match;
import org.dorothydispatch.listening.Phrase.Reader;
import org.dorothydispatch.rules.PreferenceKind;
import org.jspecify.annotations.Nullable;

/** One sentence being listened to: its words, what is known, and what has been understood so far. */
final class Ear {

    final Words words;
    final Known known;
    private final Map<String, Reader> readers;
    private final List<Suggestion> found = new ArrayList<>();

    Ear(String sentence, LocalDate today, Known known) {
        this.words = new Words(sentence);
        this.known = known;
        var readers = new HashMap<String, Reader>();
        readers.put("people", new People(known.technicians()));
        readers.put("time", Times::read);
        readers.put("hours", Times::readRange);
        readers.put("days", Weekdays::read);
        readers.put("dates", new Dates(today));
        readers.put("n", Numbers::readLargest);
        readers.put("length", Numbers::readDays);
        readers.put("language", Tongues::read);
        readers.put("skill", new Skills(known.skills()));
        this.readers = Map.copyOf(readers);
    }

    /** Each place where one of these phrases stands, from left to right, without overlaps; the earlier phrase wins. */
    List<Match> matches(List<Phrase> phrases) {
        var matches = new ArrayList<Match>();
        for (int at = 0; at < words.count(); at++) {
            var match = matchAt(phrases, at);
            if (match != null) {
                matches.add(match);
                at = match.end() - 1;
            }
        }
        return matches;
    }

    @Nullable
    Match matchAt(List<Phrase> phrases, int at) {
        for (var phrase : phrases) {
            var match = phrase.at(words, at, readers);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    /** Whether one of these phrases stands anywhere in the sentence around this place. */
    boolean saidNear(List<Phrase> phrases, Match place) {
        int end = words.sentenceEnd(place.start());
        for (int at = words.sentenceStart(place.start()); at < end; at++) {
            if (matchAt(phrases, at) != null) {
                return true;
            }
        }
        return false;
    }

    void suggest(PreferenceKind kind, Match match, String meaning) {
        suggest(kind, match, meaning, Function.identity());
    }

    void suggest(PreferenceKind kind, Match match, String meaning, Function<Suggestion, Suggestion> parameters) {
        add(parameters.apply(Suggestion.of(
                kind,
                List.of(words.span(match.start(), match.end())),
                "“" + words.quote(match.start(), match.end()) + "”: " + meaning)));
    }

    void hear(PreferenceKind kind, List<Phrase> phrases, BiFunction<Ear, Match, @Nullable String> meaning) {
        for (var match : matches(phrases)) {
            var said = meaning.apply(this, match);
            if (said != null) {
                suggest(kind, match, said);
            }
        }
    }

    private void add(Suggestion suggestion) {
        if (found.size() < Suggestions.AT_MOST && found.stream().noneMatch(suggestion::meansTheSameAs)) {
            found.add(suggestion);
        }
    }

    boolean heard(PreferenceKind kind) {
        return found.stream().anyMatch(suggestion -> suggestion.kind() == kind);
    }

    List<Suggestion> found() {
        return List.copyOf(found);
    }
}
