package org.dorothydispatch.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A skill of a technician, valid through a date or without end. */
public record SkillFacts(String name, @Nullable LocalDate validThrough) {

    /** Reads {@code skill} or {@code skill@yyyy-MM-dd}, as a bundle writes it. */
    public static SkillFacts parse(String text) {
        int at = text.lastIndexOf('@');
        return at < 0
                ? new SkillFacts(text.strip(), null)
                : new SkillFacts(
                        text.substring(0, at).strip(),
                        LocalDate.parse(text.substring(at + 1).strip()));
    }

    boolean covers(String skill, int day) {
        return (validThrough == null || day <= Days.of(validThrough)) && name.equalsIgnoreCase(skill);
    }
}
