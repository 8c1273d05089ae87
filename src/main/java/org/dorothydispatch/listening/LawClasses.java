package org.dorothydispatch.listening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.listening.LawLine.Trait;
import org.jspecify.annotations.Nullable;

/**
 * The general half of {@link LawLine}: a word for a class of people counts where it is said of whoever comes, and a wish
 * governs it. Whoever comes is somebody not named yet: "a woman", "no ladies", "anyone elderly", "he is too old". "The woman
 * who came in June", "my mother is deaf" and "women's shoes" are said of somebody or something else.
 */
final class LawClasses {

    /** What was found, and what it is about. */
    record Hit(Trait trait, int start, int end) {}

    /** A class of people by themselves. */
    private static final Map<String, Trait> NOUNS = new HashMap<>();
    /** Said of a person. */
    private static final Map<String, Trait> QUALITIES = new HashMap<>();

    static {
        put(NOUNS, Trait.SEX, """
                woman women female females lady ladies girl girls gal gals man men male males gentleman gentlemen
                mujer mujeres hombre hombres varon varones dama damas senora senoras senorita senoritas muchacha muchachas
                chica chicas caballero caballeros tecnica tecnicas nena nenas morra morras hembra hembras femina feminas macho
                machos chava chavas chamaca chamacas chick chicks broad broads gent gents womenfolk menfolk womanfolk""");
        put(NOUNS, Trait.AGE, """
                teenager teenagers teens youngster youngsters seniors retiree retirees pensioner pensioners geezer geezers
                boomer boomers millennial millennials anciano ancianos anciana ancianas viejo viejos vieja viejas viejito
                viejitos viejita jovencito jovencitos jovencita jovencitas adolescente adolescentes chamaco chamacos mocoso
                mocosos jubilado jubilados jubilada veinteanero veinteaneros treintanero cuarenton cuarentones cincuenton sesenton
                sesentones seteton setenton octogenario universitario universitarios colegial colegiales septuagenarian
                octogenarian greybeard greybeards graybeard graybeards sexagenarian elders oldies rucos abuelitos""");
        put(NOUNS, Trait.DISABILITY, """
                cripple cripples amputee amputees stutterer stutterers hunchback epileptic epileptics cojo coja cojos manco tullido lisiado tuerto sordo sorda
                sordos ciego ciega ciegos mudo muda mudos tartamudo tartamuda discapacitado discapacitada discapacitados paraplegic paraplegics dyslexic paraplejico rengo renco bizco jorobado tartaja
                minusvalido minusvalidos invalido invalidos""");
        put(NOUNS, Trait.PREGNANCY, "embarazada embarazadas");
        put(NOUNS, Trait.GENDER_IDENTITY, "transvestite transvestites crossdresser crossdressers");
        put(NOUNS, Trait.ORIENTATION, "sissy sissies afeminado afeminados amanerado amanerados");
        put(NOUNS, Trait.RELIGION, "believer believers nonbeliever nonbelievers heathen heathens infidel infidels");
        put(QUALITIES, Trait.SEX, "female male feminine masculine femenino femenina masculino");
        put(QUALITIES, Trait.AGE, """
                old older elderly young younger youthful middleaged mature aged joven jovenes maduro madura maduros viejo vieja viejos mayor mayores
                anciano anciana viejito""");
        put(QUALITIES, Trait.DISABILITY, """
                disabled handicapped stuttering stammering limping lisping crippled deaf blind lame mute autistic epileptic sordo sorda ciego ciega cojo coja mudo
                discapacitado discapacitada autista epileptico""");
        put(QUALITIES, Trait.PREGNANCY, "pregnant expecting embarazada prenada encinta");
        put(QUALITIES, Trait.ORIENTATION, "effeminate afeminado amanerado");
        put(QUALITIES, Trait.RELIGION, "godfearing devout practicing practising creyente devoto devota");
    }

    private static void put(Map<String, Trait> words, Trait trait, String list) {
        for (var word : list.strip().split("\\s+")) {
            words.put(word, trait);
        }
    }

    /** Somebody of a class, whoever it is. Those of the second half are refusals or choices by themselves. */
    private static final Set<String> INDEFINITE = LawWords.set("""
            a an any some more these those estos estas una unas un unos algun alguna algunas algunos mas esos esas
            no not another only other just strictly otro otra otros otras ningun ninguna ni sin solo solamente unicamente nomas
            puro puros puras pura""");

    private static final Set<String> CHOOSES = LawWords.set("""
            no not another only just strictly otro otra otros otras ningun ninguna ni sin solo solamente unicamente nomas puro
            puros puras pura""");

    /** What may stand between. */
    private static final Set<String> BESIDE = LawWords.set("""
            real nice good young younger older old elderly mature respectable kind polite strong big little other white black single proper decent more buen buena
            joven mas""");

    /** Where several of them follow without a word before. */
    private static final Set<String> BEFORE_MANY = LawWords.set("""
            with by from around of to for trust like send sending hire want allow let prefer accept have letting a con por
            mande manden manda quiero queremos acepto aceptamos recibo recibimos prefiero dejo soporto mandar contraten""");

    /** Wishing and refusing, where it comes before what is wished for. */
    private static final Set<String> GOVERNS = LawWords.set("""
            send sending sent prefer preferred prefers rather want wants wanted wanting need needs like asked request requested
            requesting book give assign assigned comfortable better safe safer easier ease happier trust allow allowed let
            letting deal accept hire replace swap switch change avoid refuse insist insists demand chance hoping hope
            appreciate bring not dont no never without cant wont isnt grateful glad delighted nice nicer kindly solo solamente unicamente abre abren tired anyone anybody nobody noone instead uneasy
            uncomfortable nervous afraid scared sure must should only bear stand receive again
            mande manden manda mandan mandes envian mandame mandeme mandenme mandar envie envien quiero queremos quiere quieren quisiera
            prefiero preferimos prefiere mejor venga vengan sea sean atienda atiendan asigne asignen asignar acepto aceptamos
            gustaria necesito necesitamos busco buscamos solicito pido pedi exijo segura seguro comodo comoda confio confianza
            nadie alguien cualquiera menos no nunca nada dejo recibo recibimos consigan consiga pongan ponga traigan traiga
            pueda mandaron contraten cambien cambie cambieme miedo soporto evite eviten abro habra tendran""");

    /** Somebody is there: no wish. */
    private static final Set<String> IS_THERE = LawWords.set(
            "there theres hay habia have has tengo tenemos tiene my our mi mis nuestra is es was were fue era");

    private static final Set<String> NOTHING = Set.of("nada", "basta", "nadie", "menos");
    private static final Set<String> MANY = Set.of("men", "women", "people", "folk", "gente");
    private static final Set<String> OF_THEM = Set.of("is", "es");
    private static final Set<String> STANDS = LawWords.set("there theres hay my our mi");
    private static final Set<String> THE = Set.of("the", "that", "this", "your", "el", "la", "al", "ese", "esa");
    private static final Set<String> COMING =
            LawWords.set("send sending sent venga vengan mande manden mandes mandan vuelva vuelvan envien");
    private static final Set<String> BEING = Set.of("being", "estando", "siendo");
    private static final Set<String> YOURS = Set.of("your", "the", "that", "this", "su", "el", "la");
    private static final Set<String> SHALL_BE = Set.of("sea", "sean", "fuera", "fuese");
    private static final Set<String> AND = LawWords.set("y to and or a o");
    private static final Set<String> YEARS = Set.of("years", "anos");

    private static final Set<String> AFTER = LawWords.set(
            "only please instead preferred preferably favor possible preferentemente preferiblemente preferible posible");

    private static final Set<String> POLITE = Set.of("por", "if", "si");

    private static final Set<String> SOMEONE = LawWords.set("""
            someone somebody anyone anybody nobody noone person people one ones technician technicians tech techs guy worker
            whoever fellow alguien nadie uno persona personas tecnico tecnicos tecnica tecnicas empleado empleados trabajador trabajadores gente quien cualquiera""");

    private static final Set<String> BETWEEN = LawWords.set("""
            who thats that whos is isnt are arent be not a an bit little very too so quite slightly any more less than que sea
            este no mas muy tan un una poco demasiado and y fresh strong fuerte""");

    private static final Set<String> SUBJECT = LawWords.set("""
            he she hes shes they theyre technician tech guy fellow person man woman lady him her it its whoever ese esa ella el tecnico tecnica
            muchacho muchacha persona""");

    private static final Set<String> BE = LawWords.set("""
            is are was were isnt looks look seems be s ser es era sea fuera esta parece ve este""");

    private static final Set<String> VERY = LawWords.set("too so very far way muy demasiado tan bastante not no mas");

    private static final Set<String> FILL = LawWords.set("""
            a an too so very far way not no the muy demasiado tan bastante un una obviously clearly always most mas really
            already still just two three four five six seven eight months weeks meses dos tres cuatro cinco seis siete ocho""");

    private static final Set<String> LIMIT = LawWords.set("""
            over under past above below beyond mayor menor mayores menores mas menos pase pasen than between entre""");

    private static final Set<String> ABOUT_ONE = LawWords.set("""
            someone somebody anyone anybody nobody noone person people technician technicians tech techs guy guys man men woman
            women one worker he she alguien nadie uno persona tecnico tecnicos hombre mujer muchacho sea gente que""");

    private LawClasses() {}

    static Set<String> lexicon() {
        var all = new HashSet<>(NOUNS.keySet());
        all.addAll(QUALITIES.keySet());
        return all;
    }

    static @Nullable Trait noun(String word) {
        return NOUNS.get(word);
    }

    static @Nullable Trait quality(String word) {
        return QUALITIES.get(word);
    }

    /** A class of people at this word, in a wish about whoever comes; or null. */
    static @Nullable Hit read(Words words, int at) {
        var hit = wishedFor(words, at);
        if (hit == null) {
            hit = somebodySuch(words, at);
        }
        if (hit == null) {
            hit = saidOfThem(words, at);
        }
        return hit == null ? limited(words, at) : hit;
    }

    /** "I'd feel safer with a lady", "no girls", "tired of men". */
    private static @Nullable Hit wishedFor(Words words, int at) {
        // "Old people", "an elderly technician".
        boolean such =
                QUALITIES.containsKey(words.at(at)) && inside(words, at + 1) && LawWords.isPerson(words.at(at + 1));
        var trait = such ? QUALITIES.get(words.at(at)) : NOUNS.get(words.at(at));
        int last = such ? at + 1 : at;
        if (trait == null || !LawWords.goesOn(words, last + 1)) {
            return null;
        }
        int before = at - 1;
        for (int skipped = 0;
                skipped < 2 && inside(words, before + 1) && BESIDE.contains(words.at(before));
                skipped++) {
            if (INDEFINITE.contains(words.at(before)) && !inside(words, before)) {
                break;
            }
            before--;
        }
        boolean alone = !inside(words, before + 1);
        var left = alone ? "" : words.at(before);
        if (theOne(words, left, trait, last) || sentAgain(words, left, trait, before)) {
            return new Hit(trait, before, last + 1);
        }
        boolean nothingOf = left.equals("de") && NOTHING.contains(words.at(before - 1));
        boolean indefinite = nothingOf
                || SHALL_BE.contains(left)
                || INDEFINITE.contains(left)
                || many(words.at(last)) && BEFORE_MANY.contains(left);
        if (!indefinite && !(before < at - 1 && INDEFINITE.contains(words.at(before + 1)))) {
            return null;
        }
        var further = inside(words, before) ? words.at(before - 1) : "";
        boolean refusedToHave = further.equals("have") && GOVERNS.contains(words.at(before - 2));
        if (IS_THERE.contains(further) && !OF_THEM.contains(further) && !refusedToHave) {
            return null;
        }
        boolean wished = nothingOf
                || SHALL_BE.contains(left)
                || CHOOSES.contains(left) && !IS_THERE.contains(further)
                || governed(words, before)
                || (AFTER.contains(words.at(last + 1))
                                || AFTER.contains(words.at(last + 2)) && POLITE.contains(words.at(last + 1))
                                || AFTER.contains(words.at(last + 3))
                                        && words.at(last + 1).equals("si"))
                        && (inside(words, last + 1) || words.startsSentence(before));
        return wished ? new Hit(trait, Math.max(before, words.sentenceStart(at)), last + 1) : null;
    }

    /** "The deaf guy you sent", "la embarazada que no vuelva": somebody known, named by nothing but that. */
    private static boolean theOne(Words words, String left, Trait trait, int last) {
        if (trait == Trait.SEX || trait == Trait.AGE || !THE.contains(left)) {
            return false;
        }
        var next = words.at(last + 1);
        return next.equals("you") || next.equals("que") && words.at(last + 2).equals("no") || next.equals("no");
    }

    /** "No me gusta que venga el manco". */
    private static boolean sentAgain(Words words, String left, Trait trait, int before) {
        if (trait == Trait.SEX || trait == Trait.AGE || !THE.contains(left)) {
            return false;
        }
        for (int at = before - 1; at >= Math.max(words.sentenceStart(before), before - 3); at--) {
            if (COMING.contains(words.at(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean many(String word) {
        return word.endsWith("s") || MANY.contains(word);
    }

    /** Within the same clause, for nothing in between says that somebody is there. */
    private static boolean governed(Words words, int from) {
        for (int at = from; at >= Math.max(0, from - 9); at--) {
            if (words.at(at).equals("get") && !words.at(at - 1).startsWith("you")) {
                return true;
            }
            if (GOVERNS.contains(words.at(at))) {
                return true;
            }
            if (STANDS.contains(words.at(at)) || words.startsClause(at)) {
                return false;
            }
        }
        return false;
    }

    /** "Someone younger", "nobody who is deaf", "una persona mayor". */
    private static @Nullable Hit somebodySuch(Words words, int at) {
        var trait = QUALITIES.get(words.at(at));
        if (trait == null || !LawWords.goesOn(words, at + 1)) {
            return null;
        }
        int from = at - 1;
        while (from > at - 6 && inside(words, from + 1) && BETWEEN.contains(words.at(from))) {
            from--;
        }
        boolean such = inside(words, from + 1) && SOMEONE.contains(words.at(from));
        if (!such
                && inside(words, from + 1)
                && LawWords.isPerson(words.at(from))
                && INDEFINITE.contains(words.at(from - 1))
                && !LawWords.opensWithWhoIsThere(words, from)) {
            such = true;
            from--;
        }
        return such && LawWords.wishes(words, words.sentenceStart(at), words.sentenceEnd(at))
                ? new Hit(trait, from, at + 1)
                : null;
    }

    /** "He is too old", "whoever comes must be a man", "que el técnico sea varón". */
    private static @Nullable Hit saidOfThem(Words words, int at) {
        var quality = QUALITIES.get(words.at(at));
        var trait = quality == null ? NOUNS.get(words.at(at)) : quality;
        if (trait == null || !LawWords.goesOn(words, at + 1)) {
            return null;
        }
        boolean very = false;
        int from = at - 1;
        while (from > at - 6 && inside(words, from + 1) && FILL.contains(words.at(from))) {
            very |= VERY.contains(words.at(from));
            from--;
        }
        if (!inside(words, from + 1) || trait == Trait.AGE && !very) {
            return null;
        }
        if (words.at(at).equals("expecting")
                && inside(words, at + 1)
                && !words.at(at + 1).equals("and")) {
            return null;
        }
        var is = words.at(from);
        if (BEING.contains(is) && LawWords.wishes(words, 0, words.count()) && !aboutSomebodyOfTheirs(words, at)) {
            return new Hit(trait, from, at + 1);
        }
        boolean contracted = is.equals("hes") || is.equals("shes") || is.equals("its") || is.equals("theyre");
        if (!contracted && !BE.contains(is)) {
            return null;
        }
        for (int who = contracted ? from : from - 1; who >= Math.max(words.sentenceStart(at), from - 4); who--) {
            if (SUBJECT.contains(words.at(who))) {
                return aboutSomebodyOfTheirs(words, at)
                                || LawWords.namedBehind(words, at, at + 1)
                                || !LawWords.wishes(words, 0, words.count())
                        ? null
                        : new Hit(trait, who, at + 1);
            }
        }
        return null;
    }

    /** "He's Haitian, isn't he? Send another": the wish may stand in another sentence. */
    static boolean saidOfWhoComes(Words words, int at) {
        int from = at - 1;
        while (from > at - 4 && inside(words, from + 1) && FILL.contains(words.at(from))) {
            from--;
        }
        var is = words.at(from);
        var who = inside(words, from) ? words.at(from - 1) : "";
        boolean said = is.equals("hes")
                || is.equals("shes")
                || BE.contains(is) && SUBJECT.contains(who)
                || SUBJECT.contains(is) && (BE.contains(who) || YOURS.contains(who) && BE.contains(words.at(from - 2)));
        return said && !aboutSomebodyOfTheirs(words, at);
    }

    /** "Nobody past sixty", "que no pase de treinta y cinco": an age, and not minutes or feet. */
    private static @Nullable Hit limited(Words words, int at) {
        if (LawWords.age(words.at(at)) == null || !inside(words, at)) {
            return null;
        }
        int limit = at - 1;
        if (words.at(limit).equals("los")) {
            limit--;
        }
        if (words.at(limit).equals("de") || words.at(limit).equals("than")) {
            limit--;
        }
        if (!LIMIT.contains(words.at(limit))) {
            return null;
        }
        int next = at + 1;
        if (!words.startsClause(next)
                && AND.contains(words.at(next))
                && !words.at(next + 1).isEmpty()) {
            next += 2;
        }
        var unit = words.at(next);
        if (!LawWords.goesOn(words, next) && !YEARS.contains(unit)) {
            return null;
        }
        for (int who = limit - 1; who >= Math.max(words.sentenceStart(at), limit - 6); who--) {
            if (ABOUT_ONE.contains(words.at(who))) {
                return LawWords.wishes(words, words.sentenceStart(at), words.sentenceEnd(at))
                        ? new Hit(Trait.AGE, who, next)
                        : null;
            }
        }
        return null;
    }

    /** "My mother answers. She is deaf": said of the customer's own people, who were spoken of before. */
    static boolean aboutSomebodyOfTheirs(Words words, int before) {
        for (int at = 0; at < before; at++) {
            if (LawWords.isOfTheHouse(words.at(at))) {
                return true;
            }
        }
        return false;
    }

    /** "She is deaf", after "my mother answers": said of them, not of whoever comes. */
    static boolean ofWhoWasNamed(Words words, int start, int end) {
        boolean pronoun = PRONOUN.contains(words.at(start));
        return pronoun && (aboutSomebodyOfTheirs(words, start) || LawWords.namedBehind(words, start, end));
    }

    private static final Set<String> PRONOUN = Set.of("he", "she", "hes", "shes", "ella");

    /** In the same clause as the word before it. */
    private static boolean inside(Words words, int at) {
        return at > 0 && at < words.count() && !words.startsClause(at);
    }
}
