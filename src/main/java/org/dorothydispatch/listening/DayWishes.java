package org.dorothydispatch.listening;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dorothydispatch.listening.Phrase.Match;
import org.dorothydispatch.rules.PreferenceKind;

/** On which days: weekdays that suit or do not, and dates on which nobody should come. */
final class DayWishes {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final List<Phrase> NOT_DATES = Phrase.all(
            "dont|not|never|no|nobody|noone come|visit|visits|service|schedule|home|here|one|please|be|is|send|anybody|anyone|anything? home|here|anyone? {dates}",
            "skip|away|vacation|vacationing|traveling|travelling|closed|abroad|gone|holiday|surgery|hospital from|over? {dates}",
            "out of town|office|state {dates}",
            "cant|cannot do|make|have|be|host? it|you|anyone|home? {dates}",
            "{dates} we|i|were|im are|am|will? be? away|closed|gone|out|traveling|travelling|abroad|not|dont|on",
            "{dates} is|are impossible|bad|out|no|not",
            "anytime|any|everything|except|but time|day? but|except|other? than? {dates}",
            "no|nunca|nadie me|nos|que? vengan|venga|vengas|estamos|estoy|estaremos|estare|se|puedo|podemos|pueden|programen|hay|estara aqui|en|puede|nadie|recibir? casa|a|nadie? {dates}",
            "de|por viaje|vacaciones|viajes {dates}",
            "cerrado|cerrados|cerramos|fuera|viajamos|cerrada .. {dates}",
            "que no|nadie venga|vengan nadie? {dates}",
            "{dates} no $",
            "{dates} no estamos|estoy|vengan|venga|se|estaremos|podemos|puedo|hay|abrimos",
            "{dates} cerramos|viajamos",
            "{dates} estamos|estaremos|estoy de|cerrados|fuera viaje|vacaciones?");

    private static final List<Phrase> NEVER_ON = Phrase.all(
            "not|never|no|except|avoid|but|cant|cannot|dont come|do|make|visit|ever|schedule|send|anything|anyone|it|service? ever|anyone|anybody|anything|us|it|me|have? {days}",
            "any|every|anything|all day|days? but|except {days}",
            "{days} is|are|dont|doesnt|wont not|never|impossible|bad|out|difficult|no|hard|terrible|work|suit",
            "{days} never|impossible",
            "closed {days}",
            "not|never home|here|available|in|open {days}",
            "no|nunca|menos|excepto|salvo|evite|eviten me|nos? vengan|venga|puedo|podemos|estamos|estoy|abrimos|manden|trabajen|se|puede? puede|nadie|en|casa|atender? {days}",
            "cualquier|todos|cuando dia|los|sea dias? menos|excepto {days}",
            "cerramos|cerrado|cerrados {days}",
            "{days} no|nunca $",
            "{days} no|nunca se|estoy|estamos|puedo|podemos|vengan|venga|abrimos|esta|hay|me|nos",
            "{days} cerramos|imposible|cerrado",
            "{days} es|son imposible");

    private static final List<Phrase> ONLY_ON = Phrase.all(
            "only|always|preferably|prefer|rather|best|better|ideally|just|please|must|need|like|keep come|visit|have|do|be|it|service|you|we|them|me|works|is|if|possible|to|visits|have? come|it|you|be|service|for|to|works|on? {days}",
            "{days} only|please|work|works|suit|suits|preferred|best|ideally",
            "{days} is|are|would|will best|good|fine|ok|okay|better|great|preferred|easier|be|perfect|easiest",
            "home|free|available|off only? {days}",
            "come|service|visit|schedule|move|book us|me|it|visits? only|always|to? {days}",
            "solo|solamente|siempre|prefiero|preferimos|mejor|preferiblemente|unicamente|ideal|vengan|venga|programen|puedo|podemos que|si|venga|vengan|sea|puedo|podemos|estoy|estamos|puede? venga|vengan|ser|sea|en|casa? {days}",
            "que sea|venga|vengan siempre|solo? {days}",
            "{days} por|solamente|solo|unicamente|preferiblemente|mejor|nada favor|mas?",
            "{days} me|nos|esta|estan|es|son conviene|viene|va|queda|bien|mejor|perfecto|convienen|vienen|quedan bien|mejor?",
            "{days} estoy|estamos en? casa|libre",
            "^ {days} $");

    /** "Tuesdays or Thursdays, I am home then": nothing but days up to the comma. */
    private static final List<Phrase> DAYS_THEN_COMMA = Phrase.all("{days} ^");

    /** "Tuesday mornings" wishes for the day as well. */
    private static final List<Phrase> DAYS_AND_HOURS = Phrase.all(
            "{days} mornings|afternoons|evenings",
            "mornings|afternoons|evenings {days}",
            "{days} after|before {time}",
            "{days} between|entre {hours}",
            "{days} por la manana|tarde");

    private static final List<Phrase> MOVING_HOLIDAY = Phrase.all(
            "not|never|dont|no|closed|away|except .. yom|rosh|passover|eid|diwali|ramadan|lunar|chinese|hanukkah|purim|sukkot kippur|hashanah|new|year? year?",
            "no|nunca|cerramos|cerrado .. yom|ramadan|pascua|carnaval|eid kippur|judia?");

    private DayWishes() {}

    static void hear(Ear ear) {
        for (var match : ear.matches(NOT_DATES)) {
            var period = match.get("dates", Dates.Period.class);
            var day = DATE.format(period.from());
            ear.suggest(
                    PreferenceKind.NOT_DATES,
                    match,
                    period.from().equals(period.to())
                            ? "not on " + day + "."
                            : "not from " + day + " to " + DATE.format(period.to()) + ", both days included.",
                    s -> s.dates(period.from(), period.to()));
        }
        for (var match : ear.matches(MOVING_HOLIDAY)) {
            if (!ear.heard(PreferenceKind.NOT_DATES)) {
                ear.suggest(
                        PreferenceKind.REMEMBER,
                        match,
                        "kept as their words. The feast moves from year to year: ask for the dates.",
                        s -> s.assumed(true));
            }
        }
        weekdays(ear);
    }

    @SuppressWarnings("unchecked")
    private static void weekdays(Ear ear) {
        var forbidden = EnumSet.noneOf(DayOfWeek.class);
        var taken = new HashSet<Integer>();
        for (var match : ear.matches(NEVER_ON)) {
            if (isHours(ear, match)) {
                continue;
            }
            var days = (Set<DayOfWeek>) match.read().get("days");
            range(match).forEach(taken::add);
            var left = EnumSet.copyOf(Weekdays.WORKING);
            left.removeAll(days);
            if (left.isEmpty()) {
                left = EnumSet.complementOf(EnumSet.copyOf(days));
            }
            forbidden.addAll(days);
            if (left.isEmpty()) {
                continue;
            }
            var suits = Set.copyOf(left);
            ear.suggest(
                    PreferenceKind.WEEKDAYS,
                    match,
                    "not on %s, so %s.".formatted(Weekdays.said(days), Weekdays.said(suits)),
                    s -> s.on(suits));
        }
        for (var match : ear.matches(ONLY_ON)) {
            positive(ear, match, forbidden, taken);
        }
        for (var match : ear.matches(DAYS_THEN_COMMA)) {
            if (ear.words.startsSentence(match.start())) {
                positive(ear, match, forbidden, taken);
            }
        }
        for (var match : ear.matches(DAYS_AND_HOURS)) {
            positive(ear, match, forbidden, taken);
        }
    }

    @SuppressWarnings("unchecked")
    private static void positive(Ear ear, Match match, Set<DayOfWeek> forbidden, Set<Integer> taken) {
        var days = (Set<DayOfWeek>) match.read().get("days");
        boolean again = range(match).stream().anyMatch(taken::contains);
        if (again || days.stream().anyMatch(forbidden::contains)) {
            return;
        }
        range(match).forEach(taken::add);
        ear.suggest(PreferenceKind.WEEKDAYS, match, Weekdays.said(days) + ".", s -> s.on(days));
    }

    /** "Not before ten on Mondays" says something of the hours, not of the day. */
    private static boolean isHours(Ear ear, Match match) {
        int end = match.end();
        return !ear.words.startsSentence(end)
                && !ear.words.startsClause(end)
                && switch (ear.words.at(end)) {
                    case "before",
                            "after",
                            "until",
                            "till",
                            "antes",
                            "despues",
                            "morning",
                            "mornings",
                            "afternoon",
                            "afternoons",
                            "evening",
                            "evenings",
                            "between" -> true;
                    default -> false;
                };
    }

    private static List<Integer> range(Match match) {
        return java.util.stream.IntStream.range(match.start(), match.end())
                .boxed()
                .toList();
    }
}
