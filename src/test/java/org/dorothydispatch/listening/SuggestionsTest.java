package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dorothydispatch.listening.HeardFixture.hear;
import static org.dorothydispatch.listening.HeardFixture.labels;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.StringLength;
import org.dorothydispatch.rules.PreferenceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a sentence, on labelled sentences in English and Spanish and on any text at all. */
class SuggestionsTest {

    record Heard(String sentence, Set<String> expected) {}

    static Stream<Heard> sentences() {
        return HeardFixture.rows("heard.csv").stream().map(row -> new Heard(row.get(1), split(row.get(2))));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void areAsLabelled(Heard heard) {
        assertThat(new TreeSet<>(labels(heard.sentence))).as(heard.sentence).isEqualTo(new TreeSet<>(heard.expected));
    }

    @Test
    void coverEveryKindInBothLanguages() {
        for (var language : List.of("en", "es")) {
            var kinds = HeardFixture.rows("heard.csv").stream()
                    .filter(row -> row.get(0).equals(language))
                    .flatMap(row -> split(row.get(2)).stream())
                    .map(label -> PreferenceKind.valueOf(label.replaceAll("\\(.*", "")))
                    .collect(Collectors.toSet());
            assertThat(kinds).as(language).containsExactlyInAnyOrder(PreferenceKind.values());
        }
        assertThat(sentences()).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void arePreciseAndMissLittle() {
        int right = 0;
        int suggested = 0;
        int wished = 0;
        for (var heard : sentences().toList()) {
            var got = labels(heard.sentence);
            suggested += got.size();
            wished += heard.expected.size();
            right += (int) got.stream().filter(heard.expected::contains).count();
        }
        System.out.printf(
                "Suggestions on %d labelled sentences: precision %.3f, recall %.3f%n",
                sentences().count(), (double) right / suggested, (double) right / wished);
        assertThat(right).isEqualTo(wished).isEqualTo(suggested);
    }

    @Test
    void quoteTheWordsTheyRestOn() {
        var sentence = "Ana was kind. Please, not before ten on Tuesdays!";
        var heard = hear(sentence).getFirst();

        assertThat(heard.words()).extracting(span -> span.in(sentence)).containsExactly("not before ten on Tuesdays");
        assertThat(heard.reason()).isEqualTo("“not before ten on Tuesdays”: nothing earlier than 10:00 on Tuesday.");
        assertThat(heard.assumed()).isFalse();
    }

    @Test
    void sayWhatIsAssumed() {
        var heard = hear("Not while school lets out, please.").getFirst();

        assertThat(heard.assumed()).isTrue();
        assertThat(heard.reason()).contains("14:30", "correct the hour");
    }

    @Test
    void askWhichOfTwoPeopleWithOneFirstNameIsMeant() {
        assertThat(hear("We want Jo."))
                .hasSize(2)
                .allSatisfy(heard -> assertThat(heard.assumed()).isTrue())
                .allSatisfy(heard -> assertThat(heard.reason()).contains("Jo Novak or Jo Marsh"));
    }

    @Test
    void knowNobodyAsTheirsUntilSomebodyIs() {
        var stranger = new Known(HeardFixture.OFFICE.technicians(), List.of(), null);

        assertThat(Suggestions.from("The same man as always.", HeardFixture.TODAY, stranger))
                .singleElement()
                .satisfies(heard -> assertThat(heard.wish().technicians()).isEmpty())
                .satisfies(heard -> assertThat(heard.assumed()).isTrue());
    }

    @Property(tries = 500)
    void acceptAnyText(@ForAll @StringLength(max = 300) String text) {
        wordsLieWithin(text);
    }

    /** Pieces of real sentences in any order, so that phrases begin, break off and run into each other. */
    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void acceptSentencesInPieces(@ForAll long seed) {
        var random = new java.util.Random(seed);
        var pieces = sentences()
                .flatMap(heard -> Stream.of(heard.sentence.split("(?<= )")))
                .toList();
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
                " ",
                "\0",
                "not\0before\0ten",
                "🐕🐕 close the 🚪 gate 🐕",
                "\uD83D",
                "a\uDC15b",
                "לא לפני עשר, רק Ana בבקשה",
                "لا تأتوا قبل العاشرة",
                "<b>Only Ana</b><script>alert(1)</script>",
                "'''’’’",
                "12:99 99/99 31 February 0 weeks 24:00 -1",
                "until until until until until",
                "e\u0301\u0301\u0301 lla\u0301meme un di\u0301a antes"
            })
    void acceptOddText(String text) {
        wordsLieWithin(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "not ",
                "only Ana or ",
                "Monday ",
                "no no antes de las ",
                "same two or three ",
                "🐕",
                "'",
                ". ",
                "1-"
            })
    void acceptTenThousandCharacters(String piece) {
        wordsLieWithin(piece.repeat(10_000 / piece.length() + 1));
        wordsLieWithin(piece.repeat(100_000 / piece.length()));
    }

    @Test
    void readAccentsWrittenInTwoSigns() {
        assertThat(labels("Lla\u0301meme un di\u0301a antes.")).containsExactly("NOTICE(24)");
    }

    private static void wordsLieWithin(String text) {
        var heard = hear(text);
        assertThat(heard)
                .hasSizeLessThanOrEqualTo(Suggestions.AT_MOST)
                .allSatisfy(suggestion -> assertThat(suggestion.words())
                        .isNotEmpty()
                        .allSatisfy(span -> {
                            assertThat(span.end())
                                    .isLessThanOrEqualTo(text.length())
                                    .isGreaterThan(span.start());
                            assertThat(suggestion.reason()).contains(span.in(text));
                        }));
    }

    private static Set<String> split(String labels) {
        return Stream.of(labels.split(" \\+ "))
                .filter(label -> !label.isBlank())
                .collect(Collectors.toSet());
    }
}
