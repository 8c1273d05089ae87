package org.dorothydispatch.listening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.listening.LawWords.Group;
import org.dorothydispatch.listening.Phrase.Match;
import org.dorothydispatch.listening.Phrase.Reader;
import org.dorothydispatch.listening.Phrase.Reading;

/**
 * A gentle check of what is being typed: is this a wish about who a technician is (race, colour, sex, religion, origin,
 * age, disability, pregnancy, whom they love), rather than about the work? English and Spanish. It refuses nothing and
 * deletes nothing: it shows the words, offers what may lawfully be wished for, and a sentence to say.
 *
 * <p>It finds most open wishes and some veiled ones, and can be wrong both ways: what is kept is for a person to say. It
 * is no legal advice. Rules only, as in {@link Suggestions}; any text is accepted and none is slow.
 */
public final class LawLine {

    /** What a wish was about, in words for the manager's record. */
    public enum Trait {
        RACE("race or colour"),
        ORIGIN("national origin or ethnicity"),
        RELIGION("religion"),
        SEX("sex"),
        AGE("age"),
        DISABILITY("disability"),
        PREGNANCY("pregnancy"),
        ORIENTATION("sexual orientation"),
        GENDER_IDENTITY("gender identity"),
        ACCENT("accent or way of speaking"),
        UNNAMED("who somebody is, not said openly");

        private final String words;

        Trait(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What was caught.
     *
     * @param words the words, in their order; they lie within the text and do not overlap
     * @param traits what they are about
     * @param options what can be written down instead, in the language of the text
     * @param toSay the sentence to say to the customer, in the language of the text
     */
    public record Finding(List<Span> words, Set<Trait> traits, List<String> options, String toSay) {

        public Finding {
            words = List.copyOf(words);
            traits = Set.copyOf(traits);
            options = List.copyOf(options);
        }
    }

    private static final List<String> OPTIONS = List.of(
            "A language the job needs",
            "A skill or a licence the job needs",
            "Somebody they know already, or the same technician as before",
            "A complaint about a past visit: what happened and when",
            "Safety or access: what to watch for at this place");
    private static final List<String> OPCIONES = List.of(
            "Un idioma que el trabajo necesita",
            "Una habilidad o licencia que el trabajo necesita",
            "Alguien que ya conocen, o el mismo técnico de antes",
            "Una queja sobre una visita pasada: qué pasó y cuándo",
            "Seguridad o acceso: qué hay que cuidar en este lugar");
    private static final String TO_SAY =
            "We send whoever knows the work best. Is there something about the work itself that we should take care of?";
    private static final String PARA_DECIR =
            "Enviamos a quien mejor conoce el trabajo. ¿Hay algo del trabajo mismo que debamos cuidar?";

    private static final Map<String, Reader> READERS = Map.of(
            "n", LawLine::readAge,
            "land", LawWords::readLand,
            "alone", LawWords::readAlone);

    /** What customers say of themselves and their own people as well. */
    private static final Set<Trait> AT_HOME_TOO =
            EnumSet.of(Trait.RELIGION, Trait.DISABILITY, Trait.PREGNANCY, Trait.ACCENT);

    private static final Set<String> UNITS =
            Set.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private LawLine() {}

    /** What was caught, or nothing. */
    public static Optional<Finding> read(String text) {
        var words = new Words(text, LawTypos::meant);
        var found = new ArrayList<Match>();
        var traits = EnumSet.noneOf(Trait.class);
        boolean wished = LawWords.wishesAnywhere(words);
        for (int at = 0; at < words.count(); at++) {
            var group = LawWords.group(words, at);
            if (group != null && aboutWhoComes(words, at, group, wished)) {
                found.add(new Match(at, group.end(), Map.of()));
                traits.add(group.trait());
            }
            var said = LawClasses.read(words, at);
            if (said != null
                    && !LawWords.aboutThemselves(words, said.start(), said.end())
                    && !LawWords.namesTheHouse(words, said.start(), said.end())) {
                found.add(new Match(said.start(), said.end(), Map.of()));
                traits.add(said.trait());
            }
            if (wished) {
                for (var hit : LawFrames.read(words, at)) {
                    var match = hit.match();
                    if (!LawWords.aboutThemselves(words, match.start(), match.end())
                            && !LawWords.saysWhoIsThere(words, match.start(), match.end())
                            && !LawWords.opensWithWhoIsThere(words, match.start())
                            && !LawWords.namesTheHouse(words, match.start(), match.end())
                            && !LawWords.ofTheHouse(words, match.start(), match.end())
                            && !LawClasses.ofWhoWasNamed(words, match.start(), match.end())) {
                        found.add(match);
                        traits.add(hit.trait());
                    }
                }
            }
            for (var line : LawWords.LINES) {
                for (var phrase : line.phrases()) {
                    var match = phrase.at(words, at, READERS);
                    if (match != null
                            && !LawWords.aboutThemselves(words, match.start(), match.end())
                            && !LawWords.saysWhoIsThere(words, match.start(), match.end())
                            && !LawWords.namesTheHouse(words, match.start(), match.end())
                            && !(AT_HOME_TOO.contains(line.trait())
                                    && LawWords.ofTheHouse(words, match.start(), match.end()))
                            && !LawClasses.ofWhoWasNamed(words, match.start(), match.end())
                            && !(line.trait() == Trait.ACCENT && LawWords.speaksOfTheirs(words, match.start()))) {
                        found.add(match);
                        traits.add(line.trait());
                    }
                }
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean spanish = LawWords.isSpanish(words);
        return Optional.of(
                new Finding(spans(words, found), traits, spanish ? OPCIONES : OPTIONS, spanish ? PARA_DECIR : TO_SAY));
    }

    /** A word for a group of people counts where it is said of the one who comes, in a sentence that wishes or refuses. */
    private static boolean aboutWhoComes(Words words, int at, Group group, boolean wished) {
        return LawWords.isOfAPerson(words, at, group)
                && !LawWords.aboutThemselves(words, at, group.end())
                && (group.slur()
                        || LawWords.wishes(words, words.sentenceStart(at), words.sentenceEnd(at))
                        || LawWords.refusesBehind(words, words.sentenceEnd(at))
                        || wished && !LawWords.ofTheHouse(words, at, group.end())
                        || LawClasses.saidOfWhoComes(words, at) && LawWords.wishes(words, 0, words.count()));
    }

    static @org.jspecify.annotations.Nullable Reading readAge(Words words, int at) {
        var number = LawWords.age(words.at(at));
        // "Sixty-five" is two words.
        boolean two =
                number != null && number % 10 == 0 && UNITS.contains(words.at(at + 1)) && !words.startsClause(at + 1);
        return number == null ? null : new Reading(number, two ? at + 2 : at + 1);
    }

    /** From left to right; pieces that touch or overlap become one. */
    private static List<Span> spans(Words words, List<Match> found) {
        var spans = new ArrayList<Span>();
        var sorted = found.stream().sorted(Comparator.comparing(Match::start)).toList();
        int start = sorted.getFirst().start();
        int end = sorted.getFirst().end();
        for (var match : sorted) {
            if (match.start() > end) {
                spans.add(words.span(start, end));
                start = match.start();
                end = match.end();
            }
            end = Math.max(end, match.end());
        }
        spans.add(words.span(start, end));
        return spans;
    }
}
