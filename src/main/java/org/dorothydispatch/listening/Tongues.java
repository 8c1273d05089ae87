package org.dorothydispatch.listening;

import java.util.HashMap;
import java.util.Map;
import org.dorothydispatch.listening.Phrase.Reading;
import org.jspecify.annotations.Nullable;

/** Names of languages. They count only where speaking is spoken of: "Chinese" alone is no language here. */
final class Tongues {

    private static final Map<String, String> TAGS = tags(
            "en english ingles",
            "es spanish espanol castellano",
            "fr french frances",
            "pt portuguese portugues",
            "de german aleman",
            "it italian italiano",
            "zh mandarin chinese chino",
            "yue cantonese cantones",
            "vi vietnamese vietnamita",
            "ko korean coreano",
            "ja japanese japones",
            "ar arabic arabe",
            "ru russian ruso",
            "uk ukrainian ucraniano",
            "pl polish polaco",
            "fil tagalog filipino",
            "ht creole criollo",
            "hi hindi",
            "ur urdu",
            "bn bengali",
            "pa punjabi",
            "fa farsi persian persa",
            "he hebrew hebreo",
            "el greek griego",
            "tr turkish turco",
            "so somali",
            "am amharic",
            "sv swedish sueco",
            "ase asl");

    private Tongues() {}

    private static Map<String, String> tags(String... lines) {
        var tags = new HashMap<String, String>();
        for (var line : lines) {
            var names = line.split(" ");
            for (int i = 1; i < names.length; i++) {
                tags.put(names[i], names[0]);
            }
        }
        return Map.copyOf(tags);
    }

    static @Nullable Reading read(Words words, int at) {
        var tag = TAGS.get(words.at(at));
        if (tag != null) {
            return new Reading(tag, at + 1);
        }
        if (words.at(at).equals("haitian") && words.at(at + 1).equals("creole")) {
            return new Reading("ht", at + 2);
        }
        return words.at(at).equals("sign") && words.at(at + 1).equals("language") ? new Reading("ase", at + 2) : null;
    }
}
