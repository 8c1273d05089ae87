package org.dorothydispatch.listening;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.rules.PreferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * The one question to ask out loud about what gives way: made of what this customer has wished for, since nobody can rank
 * what they never asked for. A choice between two things, not a list to sort.
 */
public final class GivesWayQuestion {

    private GivesWayQuestion() {}

    /** @param names of the technicians that appear in the wishes, and of theirs */
    public static String of(
            CustomerDetails customer, Collection<PreferenceRow> wishes, Map<String, String> names, LocalDate today) {
        var inForce = wishes.stream().filter(wish -> wish.inForce(today)).toList();
        var about = EnumSet.noneOf(GivesWay.class);
        inForce.forEach(wish -> about.add(PreferenceKind.valueOf(wish.kind()).about()));
        var person = person(customer, inForce).map(code -> firstName(names.getOrDefault(code, code)));
        var away = person.map(name -> "If " + name + " is ill").orElse("If nobody you know is free");
        var day = day(inForce);
        if (about.contains(GivesWay.PERSON) && about.contains(GivesWay.TIME) && !about.contains(GivesWay.DAY)) {
            return away + " at your time, would you rather have another time or another person?";
        }
        if (about.contains(GivesWay.PERSON) || !about.contains(GivesWay.DAY) || !about.contains(GivesWay.TIME)) {
            return about.contains(GivesWay.NOTICE) && about.size() == 1
                    ? "If we must change something at short notice, would you rather have another day, or no call ahead?"
                    : away + (day == null ? " on your day" : " on your " + day)
                            + ", would you rather have another day or another person?";
        }
        return "If your %s is full at your time, would you rather have another time or another day?"
                .formatted(day == null ? "day" : day);
    }

    /** Whom they mean: the first one they named, else their technician. */
    private static Optional<String> person(CustomerDetails customer, Collection<PreferenceRow> wishes) {
        return wishes.stream()
                .filter(wish -> wish.kind().equals("PERSON") || wish.kind().equals("ONLY"))
                .flatMap(wish -> wish.technicians().stream().limit(1))
                .findFirst()
                .or(() -> Optional.ofNullable(customer.technician()));
    }

    /** The one weekday they asked for. */
    private static @Nullable String day(Collection<PreferenceRow> wishes) {
        return wishes.stream()
                .filter(wish ->
                        wish.kind().equals("WEEKDAYS") && wish.weekdays().size() == 1)
                .map(wish -> wish.weekdays().iterator().next())
                .map(day -> day.getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH))
                .findFirst()
                .orElse(null);
    }

    private static String firstName(String name) {
        return name.strip().split("\\s+", 2)[0];
    }
}
