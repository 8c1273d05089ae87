package org.dorothydispatch.listening;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the office knows when a sentence is heard: who works there, which skills there are, whose customer it is.
 *
 * @param theirTechnician the code of the customer's own technician, or null
 */
public record Known(
        List<Technician> technicians,
        Collection<String> skills,
        @Nullable String theirTechnician) {

    /** A technician by code and name; people call them by the first name. */
    public record Technician(String code, String name) {

        String firstName() {
            var name = name().strip();
            int space = name.indexOf(' ');
            return space < 0 ? name : name.substring(0, space);
        }
    }

    public Known {
        technicians = List.copyOf(technicians);
        skills = List.copyOf(skills);
    }

    Optional<Technician> theirs() {
        return technicians.stream()
                .filter(technician -> technician.code().equals(theirTechnician))
                .findFirst();
    }
}
