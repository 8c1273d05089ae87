package org.dorothydispatch.listening;

/**
 * The person at our company to whom a customer would write.
 *
 * @param why what they are to them: {@code their technician}
 */
public record WritesTo(String name, String why) {

    /** In one sentence; for nobody too. */
    public String sentence(String customer) {
        return "%s would write to %s, %s.".formatted(customer, name, why);
    }

    /** When there is no name. */
    public static String nobody(String customer) {
        return "%s would not know whom to write to: nobody here is theirs.".formatted(customer);
    }
}
