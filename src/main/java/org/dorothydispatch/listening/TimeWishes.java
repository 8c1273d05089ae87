package org.dorothydispatch.listening;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dorothydispatch.listening.Phrase.Match;
import org.dorothydispatch.rules.PreferenceKind;
import org.jspecify.annotations.Nullable;

/** At what time of day: "not before ten", "mornings only", "while the kids are at school". */
final class TimeWishes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);
    private static final LocalTime MORNING_ENDS = LocalTime.NOON;
    private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final LocalTime SCHOOL_BEGINS = LocalTime.of(8, 30);
    private static final LocalTime SCHOOL_ENDS = LocalTime.of(14, 30);

    private static final List<Phrase> NOT_BETWEEN = Phrase.all(
            "not|never|dont|no|except|avoid come|vengan|venga|service? between|from|entre|de {hours}",
            "nunca|no|menos vengan|venga? entre|de {hours}",
            "nap|naps|sleeps|asleep|closed|busy|duerme|siesta from|between|entre|de? {hours}");

    private static final List<Phrase> SCHOOL_HOURS = Phrase.all(
            "while|when|only .. kids|children|boys|girls|kid|son|daughter|they|boy|girl are|is|at in|at|school? school from|between? {hours}?",
            "during|in school hours|time",
            "mientras|cuando .. ninos|ninas|hijos|chicos|nino|nina|hijo|hija ..5 escuela|colegio|clases|clase de? {hours}?",
            "durante las? horas de? escuela|clases|colegio");

    private static final List<Phrase> SCHOOL_LETS_OUT = Phrase.all(
            "not|never|dont|avoid .. while|when|at|as|before the? school lets|gets|is|ends|comes|pickup out",
            "not|never|dont|avoid .. when|while the? kids|children get|come out|home from|of? school?",
            "not|never|dont|avoid .. school pickup|pick up?",
            "no|nunca .. salida de|del la? escuela|colegio|clases",
            "no|nunca .. cuando salen .. escuela|colegio|ninos|clases|chicos");

    private static final List<Phrase> BETWEEN = Phrase.all(
            "between|entre {hours}",
            "from|de|desde {hours} only|please|is|works|best|solamente|me|nos|por",
            "only|come|arrive|window|vengan|venga|solo|que from|de|desde|sea|venga {hours}",
            "^ {hours} only|please|is|works|works|window");

    private static final List<Phrase> NOT_BEFORE = Phrase.all(
            "no|nothing|not|never|nobody|dont|noone|cant|wont .. before|earlier|until|till than? {time}",
            "no|not sooner|earlier than {time}",
            "no|nunca|nada|nadie .. antes de {time}",
            "no .. hasta {time}",
            "from|desde|partir de? {time} on|onward|onwards|en|adelante",
            "a partir de {time}",
            "^ only|any|anytime|best|better|please|always|solo|siempre|mejor time? in? after|despues|past de? {time}",
            "only|anytime|time|come|visit|service|arrive|here|home|available|free|prefer|rather|better|best|appointment|please|works|up out? after|past {time}",
            "^ after|past {time}",
            "{days} after|past {time}",
            "{days} despues de {time}",
            "^ despues|pasadas de? {time}",
            "solo|siempre|vengan|venga|mejor|prefiero|que|sea|llegue|favor|puedo|estoy sea|venga|en|casa? despues de {time}",
            "sleeps|asleep|nap|naps|napping|duerme|duermen until|till|hasta {time}",
            "we|i dont open until|till {time}");

    private static final List<Phrase> NOT_AFTER = Phrase.all(
            "no|nothing|not|never|nobody|dont|noone|cant|wont .. after|later|past than? {time}",
            "no later than {time}",
            "no|nunca|nada|nadie .. despues|pasadas|tarde de|que {time}",
            "done|finished|finish|out|gone|leave|over|through by|before {time}",
            "only|anytime|any|come|visit|service|arrive|here|prefer|rather|better|best|please|up|until time|it? before|until|till|by {time}",
            "^ before|by {time}",
            "{days} before|by {time}",
            "{days} antes de {time}",
            "^ only|solo|siempre|mejor antes de {time}",
            "^ antes de {time}",
            "vengan|venga|prefiero|acaben|terminen|terminar|sea|salgan|llegue|favor|puedo|lleguen|termine|acabar antes de {time}",
            "leave|leaves the|home|house|for|to? work|house? at|by {time}");

    private static final List<Phrase> NOT_OVER_LUNCH = Phrase.all(
            "not|never|dont|no|avoid .. during|over|at|in the? lunch|lunchtime",
            "no|nunca .. durante|hora|en|al el|de|del|la? almuerzo|comida|mediodia");

    private static final List<Phrase> NOT_MORNINGS = Phrase.all(
            "no|not|never|dont .. morning|mornings",
            "mornings|morning are|is no|bad|impossible|out|difficult good?",
            "no|nunca .. en|por|de la|las manana|mananas",
            "por las? mananas? no");

    private static final List<Phrase> NOT_AFTERNOONS = Phrase.all(
            "no|not|never|dont .. afternoon|afternoons",
            "afternoons|afternoon are|is no|bad|impossible|out|difficult good?",
            "no|nunca .. en|por|de la|las tarde|tardes",
            "por las? tardes? no");

    private static final List<Phrase> MORNINGS = Phrase.all(
            "only|always|prefer|preferably|rather|best|please|like|love|need|want|come|works .. mornings|morning",
            "mornings|morning only|please|best|work|works|preferred|are|is|if|on|suit best|good|fine|better|easier?",
            "^ mornings",
            "{days} mornings|morning",
            "solo|siempre|prefiero|preferimos|mejor|preferible|vengan|venga|favor|preferiblemente|quiero .. por|en|de la|las manana|mananas",
            "^ por|en la|las manana|mananas por|me|solo|mejor",
            "^ por la manana $",
            "{days} por|en la|las manana|mananas");

    private static final List<Phrase> AFTERNOONS = Phrase.all(
            "only|always|prefer|preferably|rather|best|please|like|love|need|want|come|works .. afternoons|afternoon",
            "afternoons|afternoon only|please|best|work|works|preferred|are|is|if|on|suit best|good|fine|better|easier?",
            "^ afternoons",
            "{days} afternoons|afternoon",
            "solo|siempre|prefiero|preferimos|mejor|preferible|vengan|venga|favor|preferiblemente|quiero .. por|en|de la|las tarde|tardes",
            "^ por|en la|las tarde|tardes por|me|solo|mejor",
            "^ por la tarde $",
            "{days} por|en la|las tarde|tardes");

    private static final List<Phrase> EVENINGS = Phrase.all(
            "only|always|prefer|preferably|rather|best|please|need|want|come .. evenings|evening",
            "evenings only|please|best|work",
            "after work");

    private static final List<Phrase> AFTER_LUNCH_ONLY = Phrase.all(
            "only|come|please|prefer|rather|better|not|best .. after lunch|lunchtime",
            "^ after lunch",
            "despues de almorzar|comer|almuerzo");

    private static final List<Phrase> DAYS_BESIDE = Phrase.all("{days}");

    private TimeWishes() {}

    static void hear(Ear ear) {
        var taken = new boolean[ear.words.count() + 1];
        for (var match : fresh(ear, SCHOOL_HOURS, taken)) {
            var said = (Times.Range) match.read().get("hours");
            if (said != null) {
                window(ear, match, said.from(), said.to(), null);
            } else {
                window(ear, match, SCHOOL_BEGINS, SCHOOL_ENDS, "The school hours are our assumption: correct them.");
            }
        }
        for (var match : fresh(ear, SCHOOL_LETS_OUT, taken)) {
            window(
                    ear,
                    match,
                    null,
                    SCHOOL_ENDS,
                    "We take it that school ends at %s: correct the hour.".formatted(TIME.format(SCHOOL_ENDS)));
        }
        for (var match : fresh(ear, NOT_BETWEEN, taken)) {
            var hours = match.get("hours", Times.Range.class);
            either(ear, match, hours.from(), hours.to());
        }
        for (var match : fresh(ear, NOT_OVER_LUNCH, taken)) {
            either(ear, match, LocalTime.NOON, AFTER_LUNCH);
        }
        for (var match : fresh(ear, BETWEEN, taken)) {
            var hours = match.get("hours", Times.Range.class);
            window(ear, match, hours.from(), hours.to(), null);
        }
        for (var match : fresh(ear, NOT_BEFORE, taken)) {
            var time = match.get("time", Times.Time.class);
            window(ear, match, time.time(), null, time.assumed() ? "Check the hour with them." : null);
        }
        for (var match : fresh(ear, NOT_AFTER, taken)) {
            var time = match.get("time", Times.Time.class);
            window(ear, match, null, time.time(), time.assumed() ? "Check the hour with them." : null);
        }
        for (var match : fresh(ear, AFTER_LUNCH_ONLY, taken)) {
            window(ear, match, AFTER_LUNCH, null, "That lunch ends then is our assumption.");
        }
        for (var match : fresh(ear, NOT_MORNINGS, taken)) {
            window(ear, match, MORNING_ENDS, null, null);
        }
        for (var match : fresh(ear, NOT_AFTERNOONS, taken)) {
            window(ear, match, null, MORNING_ENDS, null);
        }
        for (var match : fresh(ear, MORNINGS, taken)) {
            window(ear, match, null, MORNING_ENDS, null);
        }
        for (var match : fresh(ear, AFTERNOONS, taken)) {
            window(ear, match, MORNING_ENDS, null, null);
        }
        for (var match : fresh(ear, EVENINGS, taken)) {
            window(ear, match, EVENING, null, "When the evening begins is our assumption.");
        }
    }

    /** Words that already made a window make no second one. */
    private static List<Match> fresh(Ear ear, List<Phrase> phrases, boolean[] taken) {
        return ear.matches(phrases).stream()
                .filter(match -> {
                    for (int at = match.start(); at < match.end(); at++) {
                        if (taken[at]) {
                            return false;
                        }
                    }
                    for (int at = match.start(); at < match.end(); at++) {
                        taken[at] = true;
                    }
                    return true;
                })
                .toList();
    }

    /** A stretch that does not suit leaves two that do, and a preference holds one: the customer chooses. */
    private static void either(Ear ear, Match match, LocalTime from, LocalTime to) {
        var question = "Ask which suits them: before %s or after %s.".formatted(TIME.format(from), TIME.format(to));
        window(ear, match, null, from, question);
        window(ear, match, to, null, question);
    }

    private static void window(
            Ear ear, Match match, @Nullable LocalTime from, @Nullable LocalTime to, @Nullable String assumption) {
        var beside = beside(ear, match);
        Set<DayOfWeek> days = beside == null ? Set.of() : beside.days;
        var whole = beside == null ? match : beside.whole;
        var hours = from == null
                ? "done by " + TIME.format(to)
                : to == null
                        ? "nothing earlier than " + TIME.format(from)
                        : TIME.format(from) + " to " + TIME.format(to);
        var on = days.isEmpty() ? "" : " on " + Weekdays.said(days);
        ear.suggest(
                PreferenceKind.WINDOW,
                whole,
                hours + on + "." + (assumption == null ? "" : " " + assumption),
                s -> s.hours(from, to).on(days).assumed(assumption != null));
    }

    private record Beside(Set<DayOfWeek> days, Match whole) {}

    /** Weekdays within the words, just behind them or just before them: the hours then hold on those. */
    @SuppressWarnings("unchecked")
    private static @Nullable Beside beside(Ear ear, Match match) {
        if (match.has("days")) {
            return new Beside((Set<DayOfWeek>) match.read().get("days"), match);
        }
        var behind = ear.words.startsSentence(match.end()) ? null : ear.matchAt(DAYS_BESIDE, match.end());
        if (behind == null && ear.words.at(match.end()).equals("only") && !ear.words.startsSentence(match.end())) {
            behind = ear.matchAt(DAYS_BESIDE, match.end() + 1);
        }
        if (behind != null) {
            return new Beside(
                    (Set<DayOfWeek>) behind.read().get("days"), new Match(match.start(), behind.end(), match.read()));
        }
        int sentence = ear.words.sentenceStart(match.start());
        for (int back = 1; back <= 8 && match.start() - back >= sentence; back++) {
            var before = ear.matchAt(DAYS_BESIDE, match.start() - back);
            if (before != null && before.end() <= match.start() && match.start() - before.end() <= 1) {
                return new Beside(
                        (Set<DayOfWeek>) before.read().get("days"),
                        new Match(before.start(), match.end(), match.read()));
            }
        }
        return null;
    }
}
