package org.dorothydispatch.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the rules see one: a person with a name, their technician, and what they have stated they want.
 *
 * @param keptAway codes of the technicians whom the employer does not send there
 */
public record CustomerFacts(
        String code,
        String name,
        @Nullable String goesBy,
        OfficeFacts office,
        @Nullable TechnicianFacts technician,
        List<GivesWay> givesWay,
        List<PreferenceFacts> preferences,
        List<IntroductionFacts> introductions,
        Set<String> keptAway)
        implements Coded {

    private static final Comparator<PreferenceFacts> AS_FLAGS_ARE_LISTED =
            Comparator.<PreferenceFacts, String>comparing(p -> p.kind().name()).thenComparing(PreferenceFacts::code);

    /** Preferences are kept in the order in which their flags are listed: kind, code. */
    public CustomerFacts {
        givesWay = List.copyOf(givesWay);
        preferences = preferences.stream().sorted(AS_FLAGS_ARE_LISTED).toList();
        introductions = List.copyOf(introductions);
        keptAway = Set.copyOf(keptAway);
    }

    /** A customer from whom nobody is kept away. */
    public CustomerFacts(
            String code,
            String name,
            @Nullable String goesBy,
            OfficeFacts office,
            @Nullable TechnicianFacts technician,
            List<GivesWay> givesWay,
            List<PreferenceFacts> preferences,
            List<IntroductionFacts> introductions) {
        this(code, name, goesBy, office, technician, givesWay, preferences, introductions, Set.of());
    }

    /** What is kept longest comes first. */
    List<GivesWay> keptLongest() {
        return GivesWay.inOrder(givesWay).reversed();
    }

    /** What they like to be called, else the full name. */
    public String calledName() {
        return goesBy == null || goesBy.isBlank() ? name : goesBy;
    }
}
