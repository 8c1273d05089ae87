package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.StringLength;
import org.dorothydispatch.listening.LawLine.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well wishes about who a technician is are caught, on labelled sentences in two languages. Half of the first 303
 * were drawn by lot and held out before the first rule was written; no rule is to be changed because of one of those.
 */
class LawLineTest {

    record Labelled(String language, String label, String split, String sentence) {
        boolean caught() {
            return LawLine.read(sentence).isPresent();
        }
    }

    private static final double UNSEEN_FLOOR = 0.85;
    private static final double UNSEEN_ALARMS = 0.075;

    private static final List<Labelled> ALL = HeardFixture.rows("law-line.csv").stream()
            .map(row -> new Labelled(row.get(0), row.get(1), row.get(2), row.get(3)))
            .toList();

    @Test
    void theSetIsLargeAndEven() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(share(ALL, s -> s.label.equals("lawful"))).isBetween(0.45, 0.55);
        assertThat(share(ALL, s -> s.language.equals("es"))).isBetween(0.45, 0.55);
        assertThat(share(ALL, s -> s.split.equals("held-out"))).isBetween(0.35, 0.55);
    }

    @Test
    void catchesOpenWishesAndLeavesLawfulOnesAlone() {
        holdsOn("the whole set", ALL);
        for (var language : List.of("en", "es")) {
            holdsOn(language, with(ALL, s -> s.language.equals(language)));
        }
    }

    @Test
    void doesSoOnTheHalfThatWasHeldOut() {
        holdsOn("the held-out half", with(ALL, s -> s.split.equals("held-out")));
    }

    /** Sentences with which the rules were made better: they have to stay right. */
    @Test
    void keepsWhatItHasLearnt() {
        var more = HeardFixture.rows("law-line-more.csv").stream()
                .map(row -> new Labelled(row.get(0), row.get(1), "train", row.get(2)))
                .toList();
        assertThat(more).hasSizeGreaterThanOrEqualTo(1000).doesNotHaveDuplicates();
        holdsOn("what it was made better with", more);
    }

    /**
     * Written after the rules and read by them once. No rule is to be changed because of one of these: whoever does so moves
     * them to what was learnt and writes new ones. What is asserted is what was found, not the 95 and 5 percent wished for.
     * Earlier sets were met in the same way before they were learnt from: 45 of 50 and 34 of 50 caught, 4 of 50 false alarms
     * in each; the rules before these had caught 81 of those 140 that the last three sets hold.
     */
    @Test
    void onSentencesWrittenAfterTheRulesItMissesSomeAndRaisesFewFalseAlarms() {
        var unseen = HeardFixture.rows("law-line-unseen.csv").stream()
                .map(row -> new Labelled(row.get(0), row.get(1), "unseen", row.get(2)))
                .toList();
        assertThat(unseen).hasSize(80).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ALL);
        double blatant = caught(unseen, "blatant");
        double alarms = caught(unseen, "lawful");
        System.out.printf("Law line on unseen sentences: blatant caught %.3f, false alarms %.3f%n", blatant, alarms);
        assertThat(blatant).isGreaterThanOrEqualTo(UNSEEN_FLOOR);
        assertThat(alarms).isLessThanOrEqualTo(UNSEEN_ALARMS);
    }

    private static void holdsOn(String name, List<Labelled> sentences) {
        double blatant = caught(sentences, "blatant");
        double veiled = caught(sentences, "veiled");
        double alarms = caught(sentences, "lawful");
        System.out.printf(
                "Law line on %s (%d sentences): blatant caught %.3f, veiled caught %.3f, false alarms %.3f%n",
                name, sentences.size(), blatant, veiled, alarms);
        assertThat(blatant).as("blatant caught on " + name).isGreaterThanOrEqualTo(0.95);
        assertThat(alarms).as("false alarms on " + name).isLessThanOrEqualTo(0.05);
    }

    private static double caught(List<Labelled> sentences, String label) {
        return share(with(sentences, s -> s.label.equals(label)), Labelled::caught);
    }

    private static List<Labelled> with(List<Labelled> sentences, Predicate<Labelled> which) {
        return sentences.stream().filter(which).toList();
    }

    private static double share(List<Labelled> sentences, Predicate<Labelled> which) {
        return (double) with(sentences, which).size() / sentences.size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please send a white technician.|RACE",
                "No Mexicans, please.|ORIGIN",
                "No Muslims in my home.|RELIGION",
                "Only send me a man.|SEX",
                "Nobody over fifty, please.|AGE",
                "Don't send the deaf guy.|DISABILITY",
                "I don't want a pregnant woman here.|PREGNANCY",
                "No lesbians.|ORIENTATION",
                "I won't have a transgender person in my house.|GENDER_IDENTITY",
                "Someone without an accent.|ACCENT",
                "Send me one of ours.|UNNAMED"
            })
    void saysWhatItIsAbout(String sentence, Trait trait) {
        assertThat(LawLine.read(sentence).orElseThrow().traits()).contains(trait);
    }

    @Test
    void showsTheWords() {
        var sentence = "Good morning. No Mexicans and no women, please.";

        assertThat(LawLine.read(sentence).orElseThrow().words())
                .extracting(span -> span.in(sentence))
                .containsExactly("Mexicans", "no women, please");
    }

    @Test
    void answersInTheLanguageOfTheSentence() {
        var english = LawLine.read("No Muslims in my home.").orElseThrow();
        var spanish = LawLine.read("Nada de moros en mi casa.").orElseThrow();

        assertThat(english.toSay()).startsWith("We send whoever knows the work best.");
        assertThat(english.options()).anyMatch(option -> option.contains("licence"));
        assertThat(spanish.toSay()).startsWith("Enviamos a quien mejor conoce el trabajo.");
        assertThat(spanish.options()).hasSameSizeAs(english.options()).anyMatch(option -> option.contains("licencia"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No Mexcians, please.|Mexcians",
                "Please send a youger man.|youger man",
                "No manden musulmnes, por favor.|musulmnes",
                "Prefiero una muejr.|una muejr"
            })
    void readsPastASlipOfTheFinger(String sentence, String words) {
        assertThat(LawLine.read(sentence).orElseThrow().words())
                .extracting(span -> span.in(sentence))
                .anyMatch(caught -> caught.contains(words));
    }

    /** A word of its own is no slip in another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Send somebody who knows about the ladder in Germany Street.",
                "Quiero que venga María.",
                "No dejen los vasos en el piso.",
                "Please disable the alarm before somebody comes.",
                "Tengo hambre, mejor vengan después de las dos."
            })
    void takesNoOtherWordForASlip(String sentence) {
        assertThat(LawLine.read(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO WOMEN PLEASE",
                "no women please",
                "No women, please!!!",
                "  no   women please",
                "No women\nplease"
            })
    void readsItHoweverItIsTyped(String sentence) {
        assertThat(LawLine.read(sentence)).isPresent();
    }

    @Property(tries = 300)
    void acceptsAnyText(@ForAll @StringLength(max = 300) String text) {
        wordsLieWithin(text);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void acceptsSentencesInPieces(@ForAll long seed) {
        var random = new java.util.Random(seed);
        var pieces =
                ALL.stream().flatMap(s -> Stream.of(s.sentence.split("(?<= )"))).toList();
        var text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(9) == 0 ? "é🐕. " : "");
        }
        wordsLieWithin(text.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "\uD83D",
                "no women\0please",
                "🐕 no 🐕 women",
                "לא נשים",
                "لا نساء",
                "no ",
                "no women ",
                "a",
                "'",
                "white "
            })
    void acceptsOddAndLongText(String piece) {
        wordsLieWithin(piece);
        wordsLieWithin(piece.repeat(piece.isEmpty() ? 1 : 10_000 / piece.length()));
    }

    private static void wordsLieWithin(String text) {
        LawLine.read(text).ifPresent(finding -> {
            int last = -1;
            for (var span : finding.words()) {
                assertThat(span.start()).isGreaterThan(last);
                assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(text.length());
                last = span.end();
            }
            assertThat(finding.words()).isNotEmpty();
            assertThat(finding.traits()).isNotEmpty();
        });
    }
}
