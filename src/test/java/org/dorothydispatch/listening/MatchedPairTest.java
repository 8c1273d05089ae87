package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.listening.HeardFixture.labels;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two sentences that differ in one word about who somebody is give the same suggestions, or that one gives none. */
class MatchedPairTest {

    private static final List<String> TRAITS = List.of(
            "white",
            "Black",
            "brown",
            "Mexican",
            "Chinese",
            "Spanish",
            "French",
            "Arab",
            "Muslim",
            "Jewish",
            "Christian",
            "Catholic",
            "male",
            "female",
            "young",
            "older",
            "elderly",
            "gay",
            "straight",
            "transgender",
            "disabled",
            "deaf",
            "pregnant",
            "American",
            "foreign",
            "Haitian",
            "Filipino",
            "German");

    private static final List<String> SENTENCES = List.of(
            "Please send a # technician.",
            "I want a # technician who speaks Spanish.",
            "Only a # technician with a termite license, not before ten.",
            "We prefer a # person on Tuesdays.",
            "My usual # guy, please.",
            "Always the same # technician.",
            "No # technicians, please.",
            "I'd like someone #, and call me the day before.",
            "Ana is #, send her.",
            "Never a # man again, and close the gate.",
            "No more than two # people a year.",
            "I can't explain to a # person every time.",
            "Someone # we already know.");

    private static final List<String> RASGOS = List.of(
            "blanco",
            "negro",
            "mexicano",
            "chino",
            "español",
            "francés",
            "árabe",
            "musulmán",
            "judío",
            "cristiano",
            "joven",
            "mayor",
            "gay",
            "transexual",
            "discapacitado",
            "sordo",
            "embarazada",
            "americano",
            "extranjero",
            "alemán");

    private static final List<String> FRASES = List.of(
            "Manden un técnico #, por favor.",
            "Quiero un técnico # que hable español.",
            "Solo un técnico # con licencia para termitas, no antes de las diez.",
            "Prefiero una persona # los martes.",
            "El técnico # de siempre.",
            "Que venga alguien #, y llámeme un día antes.",
            "Ana es #, que venga ella.",
            "No más de dos personas # al año.",
            "Que sea alguien # que ya conozco.");

    static Stream<Arguments> pairs() {
        return Stream.concat(pairs(SENTENCES, TRAITS), pairs(FRASES, RASGOS));
    }

    private static Stream<Arguments> pairs(List<String> sentences, List<String> traits) {
        return sentences.stream()
                .flatMap(sentence -> traits.stream()
                        .map(trait -> Arguments.of(
                                sentence.replace("#", trait),
                                sentence.replace(" #", "").replace("#", ""))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void giveTheSameOrNothing(String withTrait, String neutral) {
        var expected = labels(neutral);

        assertThat(expected).as("what “%s” gives", withTrait).containsAll(kindsOf(withTrait));
    }

    /** REMEMBER keeps the words and restricts nothing: "I'm deaf" is to be remembered. */
    private static List<String> kindsOf(String sentence) {
        return labels(sentence).stream()
                .filter(label -> !label.equals("REMEMBER"))
                .toList();
    }
}
