package org.dorothydispatch.listening;

import java.util.List;
import java.util.Locale;
import org.dorothydispatch.listening.Phrase.Match;
import org.dorothydispatch.rules.PreferenceKind;

/** Language, skill, rhythm, notice, and what is simply to be remembered. */
final class OtherWishes {

    /** The language of the talk at the door. Where somebody is from says nothing about it. */
    private static final List<Phrase> LANGUAGE = Phrase.all(
            "someone|somebody|anyone|anybody|person|technician|tech|one|people|who|that|alguien|persona|tecnico|tecnica who|that|que|can|also? can|also|could? speak|speaks|speaking|talk|talks|understands|understand|habla|hable|hablen|entienda {language}",
            "{language} speaking|speaker",
            "only|just speak|speaks|understand|understands|talk|talks {language}",
            "solo|solamente|unicamente|nomas habla|hablo|hablan|hablamos|entiende|entiendo|entienden {language}",
            "easier|better ..5 in {language}",
            "explain|explained|talk|speak|easier|prefer|better|rather|call|instructions|explanation|explains .. in {language}",
            "mas|prefiero|preferimos|explicar|explicarlo|hablar|hablen|llamen|mejor|atiendan|atienda|explique|expliquen .. en {language}",
            "do|does you|anyone|anybody|somebody have|speak someone|anyone? who? speaks|speak? {language}",
            "que me|nos|le|les? hable|hablen|atienda|explique en? {language}");

    private static final List<Phrase> NOT_LANGUAGE = Phrase.all(
            "no|not|dont|doesnt|without|nobody|isnt|little|poor|no .. speak|speaks|speaking|speaker|speakers|hable|habla|hablen {language}",
            "no {language} speaking|speaker|speakers",
            "speaks|speak|habla no|little|some|poco|bad {language}");

    private static final List<Phrase> SPEAKS_IT = Phrase.all("who|that|que lo|can? speaks|speak|hable|habla it?");

    private static final List<Phrase> SPEAKS = Phrase.all(
            "speak|speaks|understand|understands|habla|hablan|hablo|hablamos|entiende only|solo|just? {language}");

    private static final List<Phrase> SKILL = Phrase.all(
            "someone|somebody|person|technician|tech|one|specialist|expert|anyone|alguien|tecnico|persona|experto with|who|that|con|que|in|for|en|certified|trained|licensed ..5 {skill}",
            "{skill} license|licence|licensed|certified|certificate|certification|specialist|expert|trained|training|technician|guy|person",
            "license|licence|licensed|certified|certification|trained|qualified|licencia|certificado|certificacion|permiso for|in|with|to|para|en|de|handle? {skill}",
            "only|strictly|solo|solamente|todo {skill}",
            "{skill} only|products|product|methods|stuff|please",
            "productos|metodos|producto {skill}",
            "especialista|experto en|de {skill}");

    private static final List<Phrase> ORGANIC = Phrase.all(
            "nothing|not|dont|without .. harm|harms|hurt|hurts|kill|kills|poison|poisons .. bees",
            "natural|green products|methods|only|stuff|treatment",
            "nada|no|sin .. dane|mate|maten|danen|mata .. abejas",
            "productos naturales");

    private static final List<Phrase> SAME_DAY_AND_TIME =
            Phrase.all("same day and|same|y|at|the? same? time|hour", "mismo dia y a? la? misma? hora");

    private static final List<Phrase> STEADY_DAY = Phrase.all(
            "same day of|each|every|always|as|please|like the? week|month|time|visit|always?",
            "same weekday",
            "always|keep|prefer|on|want|like .. same day $",
            "always|keep|prefer|want .. same day",
            "^ same day $",
            "mismo dia de|cada|siempre|todas la? semana|mes|vez|siempre?",
            "siempre|mantengan|prefiero|quiero .. mismo dia",
            "dont|stop|not change|changing the? weekday|day .. week");

    private static final List<Phrase> NOT_STEADY = Phrase.all("same day service|delivery|as", "mismo dia que");

    private static final List<Phrase> STEADY_TIME = Phrase.all(
            "same time|hour|clock each|every|always|as|please|of|like time|visit|always|usual|before|last|day|month|week?",
            "always|keep|prefer|around|about|roughly|approximately|want|like .. same time",
            "^ same time",
            "misma hora");

    private static final List<Phrase> AT_THE_SAME_TIME_AS =
            Phrase.all("same time as the|my|our|we|i|he|she", "misma hora que");

    private static final List<Phrase> MINUTES = Phrase.all(
            "give or take {n} minutes|min",
            "within|plus {n} minutes|min",
            "{n} minutes|min|minutos give|either|more|mas or|way|o take?");
    private static final List<Phrase> HALF_AN_HOUR = Phrase.all("half an? hour", "media hora");

    private static final List<Phrase> GAP_MIN = Phrase.all(
            "at most|maximum|max every|each {length}",
            "every|each {length} at most|max|maximum|tops most?",
            "not|no|never more|oftener|sooner often? than .. every|once .. {length}",
            "no|not|never more often than {length}",
            "at least {length} between|apart",
            "minimum of? {length} between|apart",
            "not|no|never .. less|closer|sooner than {length} between|apart|after|from",
            "cada {length} como mucho|maximo",
            "cada {length} maximo",
            "cada {length} a lo mas|sumo",
            "como|a mucho|lo|sumo mas? cada {length}",
            "al|por|minimo|lo menos {length} entre|de",
            "no|nunca mas seguido|frecuente|a|de menudo? que|de cada? {length}");

    private static final List<Phrase> GAP_MAX = Phrase.all(
            "at least every|each|once {length}",
            "every|each {length} at least",
            "at least once every|each|a|per {length}",
            "no|not|never|dont ..4 longer|more than {length} between|apart|without|go|pass|from|since",
            "no|not|never|dont ..4 longer than {length}",
            "no|not|dont|never let|leave|wait more|longer|over than? {length}",
            "never|not over {length} between|apart",
            "al|por lo? menos una? vez? cada|al {length}",
            "cada {length} al|por lo? menos",
            "cada {length} como? minimo",
            "no mas de {length} entre|sin",
            "que no pasen|pase|dejen mas|de|pasar de|mas? de? {length}");

    private static final List<Phrase> WITHOUT_ASKING = Phrase.all(
            "without asking|calling|telling|checking|consulting|permission|approval|talking|discussing|letting");

    private static final List<Phrase> ASK_FIRST = Phrase.all(
            "dont|never|not just? move|change|reschedule|switch|shift|swap|touch ..5 without|unless|until ..",
            "if|before|when .. change|move|reschedule|switch|changes|changing|moving ..5 ask|call|check|tell|talk",
            "ask|check|call|consult me|us|with first? first|before|if .. changing|moving|change|move|rescheduling|reschedule|changes",
            "ask me|us first",
            "sin preguntarme|preguntar|preguntarnos|avisarme|avisar|avisarnos|consultarme|consultar|consultarnos|permiso|decirme|decirnos|llamarme|hablar",
            "si|antes .. cambian|cambiar|mueven|mover|cambia|cambie|muevan|cambien ..5 pregunten|preguntenme|pregunteme|llamen|avisen|avisenme|llamenme|llameme|aviseme|consulten|pregunte|preguntenos",
            "pregunten|preguntenme|pregunteme|preguntenos|consultenme .. antes|primero");

    private static final List<Phrase> CALL = Phrase.all(
            "call|ring|text|phone|warn|notify|tell|remind|message|heads|notice|let|email|reminder|know|calling|texting|warning|knock|buzz|llam*|avis*|mensaje|aviso|telefone*|recuerd*|confirm*|telephone");
    private static final List<Phrase> NO_CALL = Phrase.all(
            "no|not|dont|never|neednt|neednt need|have|to|bother|necessary? to? call|ring|text|phone|warn|notify|calling",
            "no|nunca me|nos? llam*|avis*",
            "no hace|es|hay falta|necesario|que ..3 llam*|avis*",
            "no necesit*|tienen que? me? llam*|avis*");
    private static final List<Phrase> DAY_BEFORE = Phrase.all(
            "the|a|one day|night|evening|afternoon before|ahead|prior|earlier|in",
            "day|night|evening before|ahead|prior",
            "{n} hours|hour before|ahead|prior|in|beforehand|notice|advance|earlier",
            "{n} hours|hour notice",
            "an|one|1 hour before|ahead|prior|in|beforehand|notice|earlier",
            "half an? hour before|ahead|prior|in|beforehand|earlier",
            "{n} minutes|min|mins before|ahead|prior|in|beforehand|out|earlier",
            "{n} days|weeks|week before|ahead|prior|in|beforehand|notice|earlier",
            "el|un|una|la dia|noche|tarde antes|anterior|previo|previa|de",
            "la|en|desde vispera|la vispera?",
            "media hora antes",
            "{n} horas|hora antes|de",
            "{n} minutos antes|de",
            "{n} dias|semanas|semana antes|de");
    private static final List<Phrase> JUST_FIRST = Phrase.all(
            "call|ring|text|phone me|us|ahead|first|before? first|ahead|before|beforehand you|coming|come|arriving|visiting? come|coming|visit|arrive?",
            "dont just show|turn up",
            "no|not .. without calling|notice|warning",
            "dont|never come|show|turn up? unannounced|without",
            "llame|llamen|llameme|llamenme|avisen|avise|aviseme|avisenme|llamenos|avisenos .. antes de? venir|llegar|pasar|que",
            "no .. sin avisar|llamar|avisarme",
            "llame|llamen|avisen|llameme|avise primero|antes");

    /** Care to take: kept as the words are, shown wherever the visit is shown. */
    private static final List<Phrase> REMEMBER = Phrase.all(
            "close|shut|lock|latch ..5 gate|gates|door|doors|window|windows|fence",
            "use|come|enter|ring|knock ..5 door|entrance|gate|bell|doorbell|back|side|elevator|stairs",
            "through|by|around|at the side|back|front|kitchen|rear|cellar|basement|garage door|entrance|gate?",
            "door|gate|gates|lock|bell|doorbell .. sticks|broken|closed|shut|locked|code|left|stuck",
            "left|leave|leaves|keep|keeps ..5 gate|gates|door|doors|closed|open|yard|inside|out|reach|away",
            "dog|dogs|cat|cats|puppy|bird|birds|parrot|chickens|horses|rabbit|tortoise|hens|fish|aquarium",
            "mind|watch the|my|your|out|for|his|her|that",
            "beware|careful|gentle|patient|caution",
            "take off ..5 shoes",
            "take your shoes off",
            "wear|remove .. shoes|boots|covers|mask|gloves|booties",
            "dont|never|do not? leave|park|touch|spray|step|use|walk|ring|knock|block|put|enter|wake ..",
            "let .. out|near|inside",
            "dont|never open|move the|that|my",
            "park|parking ..",
            "cant|cannot park",
            "ring|knock .. twice|loud|loudly|hard|times|bell|doorbell",
            "key|keys|code ..5 is|are|has|under|with|at|in|for",
            "has|have|got the|a key|code|keys",
            "let|lets you in",
            "ask|asks for the? father|mr|mrs|ms|manager|owner|janitor|super|front|reception|my|dr",
            "sign|check in at ..",
            "allergic|allergy|allergies|asthma|asthmatic|epilepsy|epileptic|oxygen|pacemaker|chemo|sensitive|autistic|pregnant|disabled|blind|deaf|wheelchair|dementia|alzheimer|alzheimers",
            "no|without perfume|perfumes|cologne|smoking|shoes|chemicals|strong|spray|sprays|powder|pyrethrin|bleach",
            "no photos|pictures",
            "baby|newborn|toddler",
            "put|place|keep .. plastic|towel|cover|bait|traps|station",
            "say|says your name",
            "stay off|away|out ..",
            "cierre|cierren|cerrar|cerrando|cerrada|cierra|abierto|abierta|abran|dejen ..5 puerta|porton|reja|ventana|puertas|verja|cancela|portillo",
            "puerta|porton|timbre|reja .. atras|lado|roto|rota|trasera|lateral|cerrado|cerrada|trabada",
            "por la|el puerta|porton|entrada|callejon|lado|patio ..",
            "use|usen|entre|entren|toque|toquen|timbre ..5 puerta|timbre|entrada|veces|porton|fuerte|atras",
            "perro|perra|perros|gato|gata|gatos|perrito|loro|gallinas|caballos|pajaro|pajaros|pecera|cachorro",
            "cuidado con|al",
            "ojo con",
            "quitese|quitense|quitarse|quitar .. zapatos|botas",
            "no dejen|deje|estacionen|estacione|toquen|toque|pisen|pise|usen|use|fumiguen|abran|entren|dejar|rocien|despierten|rieguen",
            "llave|llaves|codigo|clave .. esta|es|tiene|en|de|estan|la",
            "tiene|tienen la|las|copia llave|llaves|de",
            "alergica|alergico|alergia|alergias|asma|asmatica|asmatico|embarazada|discapacitado|discapacitada|ciego|ciega|sordo|sorda|autista|marcapasos|oxigeno|ruedas|epilepsia",
            "sin|nada perfume|perfumes|de|colonia quimicos|perfume?",
            "pregunte|pregunten por",
            "hable|hablen .. despacio|fuerte|alto",
            "bebe",
            "recien nacido");

    private OtherWishes() {}

    static void hear(Ear ear) {
        for (var match : ear.matches(LANGUAGE)) {
            if (!ear.saidNear(NOT_LANGUAGE, match)) {
                language(ear, match, match.get("language", String.class));
            }
        }
        if (!ear.heard(PreferenceKind.LANGUAGE)) {
            spokenElsewhere(ear);
        }
        for (var match : ear.matches(SKILL)) {
            var skill = match.get("skill", String.class);
            ear.suggest(PreferenceKind.SKILL, match, "somebody with " + skill + ".", s -> s.skill(skill));
        }
        var organic = new Skills(ear.known.skills()).named("organic");
        if (organic != null) {
            for (var match : ear.matches(ORGANIC)) {
                ear.suggest(PreferenceKind.SKILL, match, "somebody with " + organic + ".", s -> s.skill(organic));
            }
        }
        steady(ear);
        for (var match : ear.matches(GAP_MIN)) {
            int days = match.get("length", Integer.class);
            ear.suggest(
                    PreferenceKind.GAP,
                    match,
                    "at least %d days between two visits. Ask if they meant the longest wait instead.".formatted(days),
                    s -> s.counts(days, null).assumed(true));
        }
        for (var match : ear.matches(GAP_MAX)) {
            int days = match.get("length", Integer.class);
            ear.suggest(
                    PreferenceKind.GAP,
                    match,
                    "at most %d days between two visits.".formatted(days),
                    s -> s.counts(null, days));
        }
        ear.hear(PreferenceKind.ASK_FIRST, ASK_FIRST, (e, match) -> "no other day without asking them.");
        if (!ear.heard(PreferenceKind.ASK_FIRST)) {
            ear.hear(
                    PreferenceKind.ASK_FIRST,
                    WITHOUT_ASKING,
                    (e, match) -> e.saidNear(JUST_FIRST, match) ? null : "no other day without asking them.");
        }
        notice(ear);
        remember(ear);
    }

    private static void language(Ear ear, Match match, String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
        ear.suggest(PreferenceKind.LANGUAGE, match, "somebody who speaks " + name + ".", s -> s.language(tag));
    }

    /** "My tenants speak Chinese, do you have someone who speaks it?" */
    private static void spokenElsewhere(Ear ear) {
        var asked = ear.matches(SPEAKS_IT).stream()
                .filter(match -> ear.words.at(match.end() - 1).equals("it")
                        || ear.words.at(match.start() + 1).equals("lo"))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        for (var match : ear.matches(SPEAKS)) {
            language(ear, match, match.get("language", String.class));
            return;
        }
    }

    private static void steady(Ear ear) {
        boolean both = !ear.matches(SAME_DAY_AND_TIME).isEmpty();
        for (var match : ear.matches(both ? SAME_DAY_AND_TIME : STEADY_DAY)) {
            if (both || !ear.saidNear(NOT_STEADY, match)) {
                ear.suggest(PreferenceKind.STEADY_DAY, match, "always the same weekday.");
            }
        }
        for (var match : ear.matches(both ? SAME_DAY_AND_TIME : STEADY_TIME)) {
            if (!both && ear.saidNear(AT_THE_SAME_TIME_AS, match)) {
                continue;
            }
            var minutes = ear.matches(MINUTES);
            boolean halfHour = !ear.matches(HALF_AN_HOUR).isEmpty();
            int most =
                    minutes.isEmpty() ? halfHour ? 30 : 60 : minutes.getFirst().get("n", Integer.class);
            boolean assumed = minutes.isEmpty() && !halfHour;
            ear.suggest(
                    PreferenceKind.STEADY_TIME,
                    match,
                    "about the same time, give or take %d minutes%s."
                            .formatted(most, assumed ? " (the minutes are our assumption)" : ""),
                    s -> s.counts(most, null).assumed(assumed));
        }
    }

    private static void notice(Ear ear) {
        for (var match : ear.matches(DAY_BEFORE)) {
            if (!ear.saidNear(CALL, match) || ear.saidNear(NO_CALL, match)) {
                continue;
            }
            int hours = hours(ear, match);
            ear.suggest(
                    PreferenceKind.NOTICE,
                    match,
                    "a call %s ahead.".formatted(hours == 1 ? "1 hour" : hours + " hours"),
                    s -> s.counts(hours, null));
        }
        if (ear.heard(PreferenceKind.NOTICE)) {
            return;
        }
        for (var match : ear.matches(JUST_FIRST)) {
            boolean bare = match.end() - match.start() < 2;
            if (!bare
                    && !ear.saidNear(NO_CALL, match)
                    && !ear.heard(PreferenceKind.ASK_FIRST)
                    && speaksOfBefore(ear, match)) {
                ear.suggest(
                        PreferenceKind.NOTICE,
                        match,
                        "a call 24 hours ahead (the day is our assumption).",
                        s -> s.counts(24, null).assumed(true));
            }
        }
    }

    private static boolean speaksOfBefore(Ear ear, Match match) {
        for (int at = match.start(); at < match.end(); at++) {
            switch (ear.words.at(at)) {
                case "first",
                        "before",
                        "beforehand",
                        "ahead",
                        "turn",
                        "show",
                        "without",
                        "unannounced",
                        "antes",
                        "sin",
                        "primero" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static int hours(Ear ear, Match match) {
        int number = match.has("n") ? match.get("n", Integer.class) : 1;
        for (int at = match.start(); at < match.end(); at++) {
            switch (ear.words.at(at)) {
                case "half", "media", "minutes", "min", "mins", "minutos" -> {
                    return match.has("n") ? Math.max(1, (number + 59) / 60) : 1;
                }
                case "hour", "hours", "hora", "horas" -> {
                    return number;
                }
                case "days", "dias" -> {
                    return 24 * number;
                }
                case "week", "weeks", "semana", "semanas" -> {
                    return 7 * 24 * number;
                }
                default -> {}
            }
        }
        return 24;
    }

    private static void remember(Ear ear) {
        int after = -1;
        for (var match : ear.matches(REMEMBER)) {
            if (match.start() < after) {
                continue;
            }
            int start = ear.words.sentenceStart(match.start());
            int end = ear.words.sentenceEnd(match.start());
            after = end;
            ear.suggest(
                    PreferenceKind.REMEMBER,
                    new Match(start, end, match.read()),
                    "shown as it stands wherever the visit is shown.");
        }
    }
}
