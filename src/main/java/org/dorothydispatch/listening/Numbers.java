package org.dorothydispatch.listening;

import java.util.HashMap;
import java.util.Map;
import org.dorothydispatch.listening.Phrase.Reading;
import org.jspecify.annotations.Nullable;

/** Small whole numbers in digits or in words, and lengths of time. */
final class Numbers {

    private static final Map<String, Integer> WORDS = words(
            "a an one un una uno",
            "two couple dos par",
            "three tres",
            "four cuatro",
            "five cinco",
            "six seis",
            "seven siete",
            "eight ocho",
            "nine nueve",
            "ten diez",
            "eleven once",
            "twelve doce");

    private Numbers() {}

    private static Map<String, Integer> words(String... byNumber) {
        var words = new HashMap<String, Integer>();
        for (int i = 0; i < byNumber.length; i++) {
            for (var word : byNumber[i].split(" ")) {
                words.put(word, i + 1);
            }
        }
        words.put("fourteen", 14);
        words.put("fifteen", 15);
        words.put("quince", 15);
        words.put("twenty", 20);
        words.put("veinte", 20);
        words.put("thirty", 30);
        words.put("treinta", 30);
        words.put("forty", 40);
        words.put("cuarenta", 40);
        words.put("fortyfive", 45);
        words.put("sixty", 60);
        words.put("sesenta", 60);
        words.put("ninety", 90);
        words.put("noventa", 90);
        return Map.copyOf(words);
    }

    /** 1 to 999, or null. */
    static @Nullable Integer of(String word) {
        var known = WORDS.get(word);
        if (known != null) {
            return known;
        }
        if (word.isEmpty() || word.length() > 3 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Integer.valueOf(word);
    }

    static @Nullable Reading read(Words words, int at) {
        var number = of(words.at(at));
        return number == null || number == 0 ? null : new Reading(number, at + 1);
    }

    /** "two or three": the larger one is what still keeps the wish. */
    static @Nullable Reading readLargest(Words words, int at) {
        var first = read(words, at);
        if (first == null) {
            return null;
        }
        var link = words.at(at + 1);
        if (link.equals("or") || link.equals("o") || link.equals("to")) {
            var second = read(words, at + 2);
            if (second != null) {
                return second;
            }
        }
        return first;
    }

    /** "three weeks", "10 days", "a month", in days. */
    static @Nullable Reading readDays(Words words, int at) {
        var count = read(words, at);
        int unitAt = count == null ? at : count.end();
        int days = switch (words.at(unitAt)) {
            case "day", "days", "dia", "dias" -> 1;
            case "week", "weeks", "semana", "semanas" -> 7;
            case "month", "months", "mes", "meses" -> 30;
            case "year", "years", "ano", "anos" -> 365;
            default -> 0;
        };
        if (days == 0) {
            return null;
        }
        return new Reading((count == null ? 1 : (Integer) count.value()) * days, unitAt + 1);
    }
}
