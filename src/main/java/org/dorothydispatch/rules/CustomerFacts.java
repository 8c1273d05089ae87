package org.dorothydispatch.rules;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as the rules see one: a person with a name, their technician, and what they have stated they want. */
public record CustomerFacts(
        String code,
        String name,
        @Nullable String goesBy,
        OfficeFacts office,
        @Nullable TechnicianFacts technician,
        List<GivesWay> givesWay,
        List<PreferenceFacts> preferences,
        List<IntroductionFacts> introductions)
        implements Coded {

    private static final Comparator<PreferenceFacts> AS_FLAGS_ARE_LISTED =
            Comparator.<PreferenceFacts, String>comparing(p -> p.kind().name()).thenComparing(PreferenceFacts::code);

    /** Preferences are kept in the order in which their flags are listed: kind, code. */
    public CustomerFacts {
        givesWay = List.copyOf(givesWay);
        preferences = preferences.stream().sorted(AS_FLAGS_ARE_LISTED).toList();
        introductions = List.copyOf(introductions);
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
