package org.dorothydispatch.listening;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.preference.PreferenceRow;
import org.jspecify.annotations.Nullable;

/**
 * Writes a letter in the customer's language, as far as we have it: Spanish, else English. Their own words are quoted as they
 * said them, in whatever language.
 */
final class LetterText {

    private static final ResourceBundle.Control NO_DETOURS =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final CustomerFile file;
    private final Locale language;
    private final ResourceBundle words;
    private final List<String> lines = new ArrayList<>();

    private LetterText(CustomerFile file) {
        this.file = file;
        var spoken = file.customer().language();
        this.language =
                spoken != null && spoken.toLowerCase(Locale.ROOT).startsWith("es") ? Locale.of("es") : Locale.ENGLISH;
        this.words = ResourceBundle.getBundle("letters.letters", language, NO_DETOURS);
    }

    /** The letter, signed by a person of an office. */
    static Letter of(CustomerFile file, String from, String office) {
        var text = new LetterText(file);
        var customer = file.customer();
        return new Letter(
                customer.code(),
                customer.calledName(),
                customer.email(),
                text.say("subject"),
                text.write(customer, from, office));
    }

    private String write(CustomerDetails customer, String from, String office) {
        lines.add(say("greeting", customer.calledName()));
        lines.add("");
        if (file.standing().isEmpty()) {
            lines.add(say("nothing"));
        } else {
            lines.add(say("opening"));
            for (var answer : List.of("promised", "will_try", "declined", "unanswered")) {
                section(answer);
            }
        }
        order(customer.givesWay());
        lines.add("");
        lines.add(say("closing"));
        lines.add("");
        lines.add(say("regards"));
        lines.add(from);
        lines.add(office);
        return String.join("\n", lines);
    }

    private void section(String answer) {
        var wishes = file.standing().stream()
                .filter(wish -> wish.answer().equals(answer))
                .toList();
        if (wishes.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(say(answer));
        for (var wish : wishes) {
            lines.add("– " + upper(meaning(wish)) + ".");
            if (wish.words() != null && !wish.words().isBlank()) {
                lines.add("  " + say("words", wish.words().strip()));
            }
            if (wish.alternative() != null) {
                lines.add("  " + say("instead", wish.alternative()));
            }
        }
    }

    /** In their own order; what comes last is what they hold on to. */
    private void order(List<String> givesWay) {
        var order = givesWay.stream().map(way -> say("way." + way)).toList();
        if (order.size() < 2) {
            return;
        }
        lines.add("");
        lines.add(say("gives_way", String.join(say("then"), order.subList(0, order.size() - 1))));
        lines.add(say("never", order.getLast()));
    }

    private String meaning(PreferenceRow wish) {
        var who = wish.technicians().stream().map(file::nameOf).toList();
        return switch (wish.kind()) {
            case "PERSON" -> {
                var theirs = file.customer().technician();
                yield !who.isEmpty()
                        ? say("PERSON", String.join(say("or"), who))
                        : theirs == null ? say("PERSON.none") : say("PERSON", file.nameOf(theirs));
            }
            case "ONLY", "NEVER" -> say(wish.kind(), String.join(say("or"), who));
            case "FACES" -> say("FACES", String.valueOf(wish.number()), period(wish.days()));
            case "WEEKDAYS" -> say("WEEKDAYS", weekdays(wish.weekdays()));
            case "WINDOW" -> window(wish);
            case "NOT_DATES" ->
                wish.datesFrom() == null || wish.datesTo() == null
                        ? say("NOT_DATES.open")
                        : say("NOT_DATES", date(wish.datesFrom()), date(wish.datesTo()));
            case "LANGUAGE" ->
                wish.language() == null
                        ? say("LANGUAGE.none")
                        : say("LANGUAGE", Locale.forLanguageTag(wish.language()).getDisplayLanguage(language));
            case "SKILL", "NOTICE" ->
                say(wish.kind(), wish.kind().equals("SKILL") ? wish.skill() : String.valueOf(wish.number()));
            case "GAP" -> say("GAP", gap(wish));
            case "FAMILIAR", "STEADY_DAY", "STEADY_TIME", "ASK_FIRST", "REMEMBER" -> say(wish.kind());
            default -> say("OTHER");
        };
    }

    private String period(@Nullable Integer days) {
        return days == null || days == 365 || days == 366 ? say("per.year") : say("per.days", String.valueOf(days));
    }

    private String window(PreferenceRow wish) {
        var days = wish.weekdays().isEmpty() ? "" : say("on.days", weekdays(wish.weekdays()));
        if (wish.from() != null && wish.to() != null) {
            return say("WINDOW.both", time(wish.from()), time(wish.to()), days);
        }
        return wish.from() != null
                ? say("WINDOW.from", time(wish.from()), days)
                : wish.to() != null ? say("WINDOW.to", time(wish.to()), days) : say("OTHER");
    }

    private String gap(PreferenceRow wish) {
        if (wish.number() == null) {
            return say("gap.most", String.valueOf(wish.days()));
        }
        return wish.days() == null
                ? say("gap.least", String.valueOf(wish.number()))
                : say("gap.both", String.valueOf(wish.number()), String.valueOf(wish.days()));
    }

    private String weekdays(Collection<DayOfWeek> days) {
        return String.join(
                say("or"),
                days.stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.FULL, language))
                        .toList());
    }

    private String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(date);
    }

    private static String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).format(time);
    }

    private String upper(String sentence) {
        return sentence.substring(0, 1).toUpperCase(language) + sentence.substring(1);
    }

    private String say(String key, @Nullable Object... with) {
        return new MessageFormat(words.getString(key), language).format(with);
    }
}
