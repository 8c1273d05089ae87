package org.dorothydispatch.listening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.listening.Phrase.Reading;
import org.jspecify.annotations.Nullable;

/** Skills by the name that the office gives them, or by a word people use for it. */
final class Skills implements Phrase.Reader {

    /** How customers say it, by the beginning of the skill's name. */
    private static final Map<String, List<String>> ALSO_CALLED = Map.of(
            "termite", List.of("termite", "termites", "termita", "termitas"),
            "rodent", List.of("rodent", "rodents", "rat", "rats", "mice", "roedor", "roedores", "ratas", "ratones"),
            "organic", List.of("organic", "organico", "organica", "organicos", "ecologico", "ecologicos"),
            "wildlife", List.of("wildlife", "raccoons", "squirrels", "fauna", "mapaches"),
            "bee", List.of("bee", "bees", "beehive", "abejas", "colmenas"),
            "mosquito", List.of("mosquito", "mosquitoes", "mosquitos"),
            "bed", List.of("bedbug", "bedbugs", "chinches"),
            "fumigation", List.of("fumigation", "fumigacion"));

    private record Called(List<String> words, String skill) {}

    private final List<Called> names = new ArrayList<>();

    Skills(Collection<String> skills) {
        for (var skill : skills) {
            var own = new Words(skill).all();
            if (own.isEmpty() || own.getFirst().equals("general")) {
                continue;
            }
            names.add(new Called(own, skill));
            if (own.size() == 1) {
                names.add(new Called(List.of(own.getFirst() + "s"), skill));
            }
            ALSO_CALLED.forEach((beginning, words) -> {
                if (own.getFirst().startsWith(beginning)) {
                    words.forEach(word -> names.add(new Called(List.of(word), skill)));
                }
            });
        }
    }

    /** The skill whose name begins with this, or null where the office has none. */
    @Nullable
    String named(String beginning) {
        return names.stream()
                .map(Called::skill)
                .filter(skill -> Words.folded(skill).startsWith(beginning))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Reading read(Words words, int at) {
        for (var name : names) {
            boolean stands = true;
            for (int i = 0; stands && i < name.words.size(); i++) {
                stands = name.words.get(i).equals(words.at(at + i));
            }
            if (stands) {
                return new Reading(name.skill, at + name.words.size());
            }
        }
        return null;
    }
}
