package org.dorothydispatch.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dorothydispatch.listening.Known.Technician;
import org.dorothydispatch.listening.Phrase.Match;
import org.dorothydispatch.rules.PreferenceKind;

/** Who should come: by name, "my usual one", somebody known, not too many faces. */
final class PersonWishes {

    /** Said of a name, these mean that nothing is wished. */
    private static final List<Phrase> INDIFFERENT = Phrase.all(
            "dont|doesnt|not|didnt mind|care|matter|bother",
            "doesnt|not have|has|need|got to be",
            "no matter who|which",
            "whoever|whichever",
            "anyone|anybody|any is|will|would fine|ok|okay|do",
            "me|nos|le da igual|lo",
            "no importa|hace",
            "cualquiera me|nos|esta|sirve|vale",
            "quien sea");

    private static final List<Phrase> NEED_NOT_BE = Phrase.all("dont|doesnt|not have|has to be");

    private static final List<Phrase> ONLY = Phrase.all(
            "only|just|solely|solo|solamente|unicamente want|trust|send|accept|have|let|quiero|acepto|confio|que? venga|mande|manden? a|en|con? {people}",
            "only|solely|solo|solamente|unicamente a|con|en? {people}",
            "just {people} please|and|or|nobody",
            "dont|not|never|wont want|send|let|have|accept|trust anyone|anybody|somebody|someone else? but|except|than|other|besides than? {people}",
            "nobody|noone|none else? but|except|than|besides {people}",
            "no one else? but|except|other|than|besides than? {people}",
            "nadie mas|que|sino|excepto|salvo que? {people}",
            "nobody|noone else than|but {people}",
            "nada|nadie mas que? a? {people}",
            "has|have|must|needs|got to? be {people}",
            "must be {people}",
            "tiene que ser {people}",
            "{people} and|y nobody|noone|nadie else|mas",
            "{people} and|or no|not one|anyone|anybody else",
            "{people} or nobody|noone",
            "{people} only|exclusively|solamente|unicamente",
            "{people} o nadie");

    private static final List<Phrase> NEVER = Phrase.all(
            "anyone|anybody|everyone|everybody|someone|somebody else? but|except|besides|other|than than? {people}",
            "cualquiera|todos|quien menos|excepto|salvo quiera? a? {people}",
            "dont|wont|not|never|cannot|cant ever? send|want|have|let|book|assign|give|like|accept us|me? {people}",
            "never|not again? {people} again|please|anymore|ever|any",
            "^ not|never {people}",
            "no more {people}",
            "keep {people} away",
            "stop sending us|me? {people}",
            "{people} is|are|should|must|can|may never|not .. welcome|allowed|come|back|return|again|sent",
            "{people} isnt|arent|shouldnt|mustnt|cant .. welcome|allowed|come|back|return|again",
            "no|nunca|jamas me|nos? mande|manden|envie|envien|mandes|mandar|quiero|queremos|traigan mas|ver|que|otra? venga|vez? a? {people}",
            "no vuelva|vuelvan a mandar|enviar|mandarme|mandarnos a? {people}",
            "que no|nunca venga|vuelva|manden|regrese mas|a? {people}",
            "{people} que? no|nunca vuelva|venga|regrese|puede|quiero|otra|mas",
            "^ nunca|jamas a? {people}",
            "^ {people} no $");

    private static final List<Phrase> PERSON = Phrase.all(
            "prefer|preferably|rather|favor|favour .. {people}",
            "always|siempre .. {people}",
            "please? send|give|bring|book|schedule|assign us|me? {people}",
            "want|wants|wanted|like|love|loves|likes|need|needs|trust|trusts have|to|see|get? have|keep|see|get? {people}",
            "can|could|may we|i have|get {people}",
            "{people} every|each time|visit|month",
            "keep|keeping|stay|stick|staying with? {people}",
            "hope|hoping|wish .. {people}",
            "because of {people}",
            "used|accustomed to {people}",
            "comfortable|happy|happier|best|better with {people}",
            "will|would|could|can it be {people}",
            "will|could|can|would {people} come|be|do|please|again",
            "make sure|certain .. {people}",
            "as long as it|its is? {people}",
            "if possible|you can .. {people}",
            "^ {people} please|again|always|preferably|should|siempre|otra",
            "{people} if possible",
            "{people} if you can",
            "{people} to come|do|be",
            "{people} again|back please|again?",
            "{people} if|whenever|when at? all? possible|available",
            "{people} already|always? knows where|what|how|the|our|my|us|everything|me|it",
            "{people} is|es my|our|mi|nuestro|nuestra usual|favorite|favourite|regular|technician|tecnico|tecnica|guy|man|person|favorito",
            "{people} said|promised|dijo|prometio that|he|she|it|que? he|she|hed|shed|would|it|el|ella? would|vendria|himself|herself|come|el|ella",
            "prefiero|preferimos|preferible|preferiblemente|quiero|queremos|quisiera|gustaria|quisieramos .. {people}",
            "que siempre|solo|me|nos? venga|vengan|viniera|mande|manden|envien|atienda|haga siempre|solo|otra? vez? a? {people}",
            "manden|mande|mandeme|mandenos|mandenme|envie|envien|enviame|mandame por? favor? siempre? a {people}",
            "firme|contrate .. por {people}",
            "acostumbrada|acostumbrado|acostumbrados .. {people}",
            "{people} ya sabe|conoce|nos|me",
            "{people} sabe donde|como|todo|que",
            "mejor|ojala|confio|confiamos que|con|en|a? venga|sea? {people}",
            "con {people} me|nos siento|sentimos|entiendo|entendemos");

    /** "The same man", "my usual guy": whoever is theirs. No word about the person leads anywhere. */
    private static final List<Phrase> USUAL = Phrase.all(
            "my|our|the usual|regular|normal|own guy|man|technician|person|one|tech|fellow|lady|woman|girl|gentleman",
            "same guy|man|technician|person|one|tech|fellow|lady|woman|gentleman as|every|each|always|please|like|who|that",
            "always|want|prefer|like|keep|send|have|get|be|need|please the? same guy|man|technician|person|one|tech|fellow|lady|woman|gentleman",
            "same guy|man|technician|person|one|tech|fellow|lady|woman|gentleman $",
            "^ the? same guy|man|technician|person|tech|fellow|lady|woman|gentleman",
            "he|she said|promised|told me|us? that? he|hed|she|shed would|will|himself|herself? come|do|be",
            "he|she said|promised|told me|us? that? hed|shed|hell|shell come|do|be",
            "will you be|come the? one|again|yourself",
            "will you be the one",
            "el|la|los mismo|misma de siempre",
            "mismo|misma|mi|nuestro|nuestra tecnico|tecnica|persona|senor|senora|muchacho|muchacha|hombre|mujer de|cada|siempre siempre|vez?",
            "siempre el|la|al mismo|misma tecnico|tecnica|persona|senor|senora|muchacho|muchacha|hombre|mujer",
            "siempre el|la mismo|misma $",
            "el|la|al mismo|misma tecnico|tecnica|persona|senor|senora|muchacho|muchacha|hombre|mujer",
            "el|la|al de siempre",
            "dijo|prometio que vendria|venia el|ella? mismo|misma",
            "used to that|this|his|her face",
            "the one who|that sold me|us|it",
            "el que me|nos vendio");

    private static final List<Phrase> SAME_COUNT = Phrase.all("same {n}");

    private static final List<Phrase> FAMILIAR = Phrase.all(
            "no|not|dont|never|without|hate|tired .. strangers|stranger",
            "new|different|strange|another|other faces|face|person|people|guy|man|technician|tech|one|somebody|someone|stranger each|every time|month|visit|week",
            "every|each time|month|visit|week a|its? new|different|another|somebody|someone new|else|face|person|guy|man",
            "no|not|dont|never|hate|tired .. new|different|unfamiliar|strange|changing faces|face|people",
            "cant|dont|not|rather|tired|sick|hate|stop .. explain|explaining .. again|everything|every|each|time|over|new|different",
            "confused|upset|nervous|anxious|scared|afraid by|of|with|around|when|at new|strange|unfamiliar|different people|faces|person|men",
            "someone|somebody|people|person|technician|face|one we|i|she|he|they|that|who|weve|ive already|always|have|we|i|has? know|knows|met|recognize|recognise|trust|seen",
            "somebody|someone|a familiar|known face?",
            "familiar face|faces|person|people",
            "dont|wont|not open .. to|for .. strangers|people|anyone|somebody|someone",
            "caras? nuevas|nueva|distintas|distinta|diferentes|desconocidas",
            "cara|caras nueva|nuevas|distinta|distintas|desconocida|desconocidas",
            "no|nunca|sin|ni .. desconocidos|desconocido|extranos|desconocida",
            "persona|alguien|tecnico|gente distinta|diferente|nueva|distinto|nuevo|diferentes|otra cada|siempre|todas vez|mes|semana|visita|las",
            "cada vez|mes|visita|semana viene|mandan|es|me|nos? mandan? otro|otra|una|alguien|uno|a? persona? distinto|distinta|diferente|nuevo|nueva|persona",
            "alguien|persona|gente que ya? me|nos|la|lo|yo|mi? ya? conozca|conozcamos|conozco|conocemos|conoce|conozcan|confio",
            "no|sin|cansada|cansado|prefiero|canso .. explicar|explicarlo|explicarle .. otra|cada|siempre|todo|lo vez|de|mismo|otra?");

    private static final List<Phrase> FACES = Phrase.all(
            "no|not|never more than {n} different? people|faces|technicians|persons|men|guys|techs",
            "at|a most|maximum|max of? {n} different? people|faces|technicians|persons|men|guys|techs",
            "maximum|max|up|limit of|to? {n} different? people|faces|technicians|persons|techs",
            "only|just {n} different? people|faces|technicians|persons|techs",
            "same {n} people|faces|technicians|persons|men|guys|techs|of",
            "{n} people|faces|technicians|persons|techs at most",
            "{n} people|faces|technicians|persons|techs max|maximum|tops",
            "no mas de {n} personas|caras|tecnicos|distintas",
            "como|a|lo mucho|sumo {n} personas|caras|tecnicos|distintas",
            "maximo|hasta|solo de? {n} personas|caras|tecnicos",
            "mismas|mismos {n} personas|caras|tecnicos",
            "{n} personas|caras|tecnicos como mucho|maximo",
            "{n} personas|caras|tecnicos maximo",
            "{n} personas|caras|tecnicos a lo mas|sumo");

    private static final List<Phrase> A_YEAR = Phrase.all("a|per|each|every|al|por|in year|ano|the|an year?");
    private static final List<Phrase> A_PERIOD =
            Phrase.all("in|per|a|every|each|al|por|cada|en a|un|una|the? {length}");
    private static final List<Phrase> AT_ONCE =
            Phrase.all("at|in once|time|one|the once|house|kitchen|room|store|shop?", "a la vez");

    private PersonWishes() {}

    static void hear(Ear ear) {
        var taken = new ArrayList<Match>();
        named(ear, PreferenceKind.ONLY, ONLY, taken);
        named(ear, PreferenceKind.NEVER, NEVER, taken);
        named(ear, PreferenceKind.PERSON, PERSON, taken);
        for (var match : ear.matches(USUAL)) {
            if (taken.stream().noneMatch(named -> sameSentence(ear, named, match))
                    && !ear.saidNear(SAME_COUNT, match)
                    && !ear.saidNear(INDIFFERENT, match)) {
                usual(ear, match);
            }
        }
        ear.hear(
                PreferenceKind.FAMILIAR,
                FAMILIAR,
                (e, match) -> e.saidNear(INDIFFERENT, match) ? null : "somebody they know already, or have met.");
        for (var match : ear.matches(FACES)) {
            faces(ear, match);
        }
    }

    private static void named(Ear ear, PreferenceKind kind, List<Phrase> phrases, List<Match> taken) {
        for (var match : ear.matches(phrases)) {
            if (!free(match, taken)) {
                continue;
            }
            if (kind != PreferenceKind.ONLY && ear.saidNear(INDIFFERENT, match)) {
                continue;
            }
            if (kind == PreferenceKind.ONLY && ear.saidNear(NEED_NOT_BE, match)) {
                continue;
            }
            taken.add(match);
            suggest(ear, kind, match);
        }
    }

    private static boolean sameSentence(Ear ear, Match one, Match other) {
        return ear.words.sentenceStart(one.start()) == ear.words.sentenceStart(other.start());
    }

    private static boolean free(Match match, List<Match> taken) {
        return taken.stream().noneMatch(other -> match.start() < other.end() && other.start() < match.end());
    }

    private static void suggest(Ear ear, PreferenceKind kind, Match match) {
        var mentions = match.get("people", People.Mentions.class).all();
        var sure = mentions.stream()
                .filter(mention -> mention.bearers().size() == 1)
                .map(mention -> mention.bearers().getFirst())
                .distinct()
                .toList();
        if (sure.size() == mentions.stream().distinct().count()) {
            ear.suggest(kind, match, said(kind, sure) + ".", s -> s.people(codes(sure)));
            return;
        }
        // Two people share the first name: one suggestion for each, and a person chooses.
        for (var mention : mentions) {
            if (mention.bearers().size() < 2) {
                continue;
            }
            for (var bearer : mention.bearers()) {
                var people = new ArrayList<>(sure);
                people.add(bearer);
                var all = mention.bearers().stream().map(Technician::name).collect(Collectors.joining(" or "));
                ear.suggest(
                        kind,
                        match,
                        said(kind, people) + ". Ask which one: " + all + ".",
                        s -> s.people(codes(people)).assumed(true));
            }
        }
    }

    private static String said(PreferenceKind kind, List<Technician> people) {
        var names = people.stream().map(Technician::name).toList();
        return switch (kind) {
            case ONLY -> "only " + String.join(" or ", names);
            case NEVER -> "never " + String.join(" or ", names);
            default -> String.join(", then ", names);
        };
    }

    private static List<String> codes(List<Technician> people) {
        return people.stream().map(Technician::code).toList();
    }

    private static void usual(Ear ear, Match match) {
        var theirs = ear.known.theirs();
        if (theirs.isEmpty()) {
            ear.suggest(
                    PreferenceKind.PERSON,
                    match,
                    "their technician. Nobody is theirs yet: ask who is meant.",
                    s -> s.assumed(true));
            return;
        }
        ear.suggest(
                PreferenceKind.PERSON,
                match,
                "their technician, " + theirs.get().name() + ".",
                s -> s.people(List.of(theirs.get().code())));
    }

    private static void faces(Ear ear, Match match) {
        int number = match.get("n", Integer.class);
        if (ear.matchAt(AT_ONCE, match.end()) != null || number > 20) {
            return;
        }
        var year = ear.matchAt(A_YEAR, match.end());
        var period = ear.matchAt(A_PERIOD, match.end());
        int days = period != null && year == null ? period.get("length", Integer.class) : 365;
        boolean said = year != null || period != null;
        int end = year != null ? year.end() : period != null ? period.end() : match.end();
        var whole = new Match(match.start(), end, match.read());
        ear.suggest(
                PreferenceKind.FACES,
                whole,
                "at most %d different people in %d days%s."
                        .formatted(number, days, said ? "" : " (the year is our assumption)"),
                s -> s.counts(number, days).assumed(!said));
    }
}
