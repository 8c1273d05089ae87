package org.dorothydispatch.listening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.dorothydispatch.listening.Known.Technician;
import org.dorothydispatch.listening.Phrase.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Technicians named in a sentence, by full name, by first name, or by "Mr." and last name. Only the office's own
 * technicians are found, and only by their names: nothing else about a person leads here.
 */
final class People implements Phrase.Reader {

    /** One name as it was said and everybody who bears it. */
    record Mention(List<Technician> bearers) {}

    /** The people of a list such as "Ana, Ben or Cy". */
    record Mentions(List<Mention> all) {}

    /** First names that are also words: those count with a capital letter inside a sentence only. */
    private static final Set<String> ALSO_WORDS = Set.of(
            "will",
            "may",
            "mark",
            "grant",
            "art",
            "rich",
            "faith",
            "hope",
            "joy",
            "april",
            "june",
            "august",
            "sol",
            "alba",
            "luz",
            "mar",
            "paz",
            "rob",
            "drew",
            "pat",
            "chase",
            "bill",
            "sue",
            "summer",
            "autumn",
            "dawn",
            "rose",
            "lily",
            "guy",
            "dean",
            "frank",
            "gene",
            "jack",
            "miles",
            "christian",
            "salvador",
            "santos",
            "angel",
            "pilar",
            "rosario",
            "consuelo",
            "dolores",
            "amor",
            "clara",
            "blanca",
            "bruno",
            "rocio",
            "vera",
            "don",
            "nick",
            "skip",
            "buck",
            "sandy",
            "rusty",
            "woody",
            "ray",
            "wade",
            "lane",
            "page",
            "penny");

    private record Name(List<String> words, Technician bearer) {}

    private final List<Name> fullNames = new ArrayList<>();
    private final List<Name> firstNames = new ArrayList<>();
    private final List<Name> lastNames = new ArrayList<>();

    People(List<Technician> technicians) {
        for (var technician : technicians) {
            var parts = new Words(technician.name()).all();
            if (parts.isEmpty()) {
                continue;
            }
            firstNames.add(new Name(parts.subList(0, 1), technician));
            if (parts.size() > 1) {
                fullNames.add(new Name(parts, technician));
                lastNames.add(new Name(List.of("mr", parts.getLast()), technician));
            }
        }
        fullNames.sort(Comparator.comparing((Name name) -> -name.words.size()));
    }

    @Override
    public @Nullable Reading read(Words words, int at) {
        var mentions = new ArrayList<Mention>();
        int end = one(words, at, mentions);
        if (end < 0) {
            return null;
        }
        while (!words.startsSentence(end)) {
            int next = end;
            switch (words.at(next)) {
                case "or", "and", "o", "y", "then", "ni", "nor", "u" -> next++;
                default -> {
                    if (!words.startsClause(next)) {
                        return new Reading(new Mentions(mentions), end);
                    }
                }
            }
            if (words.at(next).equals("a")) {
                next++;
            }
            int more = words.startsSentence(next) ? -1 : one(words, next, mentions);
            if (more < 0) {
                break;
            }
            end = more;
        }
        return new Reading(new Mentions(mentions), end);
    }

    private int one(Words words, int at, List<Mention> mentions) {
        for (var name : fullNames) {
            if (stands(words, at, name.words)) {
                var bearers = fullNames.stream()
                        .filter(other -> other.words.equals(name.words))
                        .map(Name::bearer)
                        .toList();
                mentions.add(new Mention(bearers));
                return at + name.words.size();
            }
        }
        if (isTitle(words.at(at))) {
            var bearers = lastNames.stream()
                    .filter(name -> name.words.getLast().equals(words.at(at + 1)))
                    .map(Name::bearer)
                    .toList();
            if (!bearers.isEmpty()) {
                mentions.add(new Mention(bearers));
                return at + 2;
            }
        }
        var word = words.at(at);
        var bearers = firstNames.stream()
                .filter(name -> name.words.getFirst().equals(word))
                .map(Name::bearer)
                .toList();
        if (bearers.isEmpty() || isOnlyAWord(words, at) || isSomebodyElse(words, at)) {
            return -1;
        }
        mentions.add(new Mention(bearers));
        return at + 1;
    }

    private static boolean stands(Words words, int at, List<String> name) {
        for (int i = 0; i < name.size(); i++) {
            if (!name.get(i).equals(words.at(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTitle(String word) {
        return switch (word) {
            case "mr", "mrs", "ms", "miss", "senor", "senora", "srta", "sr", "sra", "don", "dona" -> true;
            default -> false;
        };
    }

    private static boolean isOnlyAWord(Words words, int at) {
        if (isSaidOfSomebody(words, at)) {
            return true;
        }
        if (!ALSO_WORDS.contains(words.at(at))) {
            return false;
        }
        return !words.capital(at)
                || words.shouted()
                || (words.startsSentence(at) && words.at(at).equals("will"));
    }

    /** "A Christian technician" names nobody, even where a Christian works. */
    private static boolean isSaidOfSomebody(Words words, int at) {
        boolean article = !words.startsSentence(at)
                && switch (words.at(at - 1)) {
                    case "a", "an", "another", "un", "una", "otro", "otra" -> true;
                    default -> false;
                };
        // In Spanish "a" leads to a name: "manden a Ana".
        return (article && (!words.at(at - 1).equals("a") || ALSO_WORDS.contains(words.at(at))))
                || (!words.startsClause(at + 1) && LawWords.isPerson(words.at(at + 1)));
    }

    /** "Ana Gomez" is not our Ana Petrov, and "Mrs. Ana" next door is hardly a technician. */
    private static boolean isSomebodyElse(Words words, int at) {
        int next = at + 1;
        return !words.shouted()
                && words.capital(at)
                && words.capital(next)
                && !words.startsClause(next)
                && words.before(next) == ' '
                && Weekdays.of(words.at(next)) == null
                && words.at(next).length() > 1
                && !words.at(next).startsWith("im");
    }
}
