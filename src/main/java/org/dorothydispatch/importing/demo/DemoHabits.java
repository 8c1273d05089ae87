package org.dorothydispatch.importing.demo;

import java.util.List;
import java.util.Set;
import org.dorothydispatch.importing.demo.DemoPeople.Customer;
import org.dorothydispatch.importing.demo.DemoPeople.Route;
import org.dorothydispatch.importing.demo.DemoPeople.Technician;
import org.dorothydispatch.importing.demo.DemoPeople.Visit;

/** What one office does otherwise than the others, so that there is something to compare. Each is a habit of real offices. */
final class DemoHabits {

    /** They look at who drives the route before they promise. The others promise first. */
    private static final Set<String> PROMISE_WHAT_THEY_CAN = Set.of("HILL", "LAKE");

    /** They are a day behind with every so manieth visit. */
    private static final String COMES_LATE = "HILL";

    private static final int EVERY = 8;

    private DemoHabits() {}

    /** Blank for a language or a skill that nobody asked for. */
    static boolean canKeep(Technician technician, String language, String skill) {
        return (language.isEmpty() || List.of(technician.languages.split(";")).contains(language))
                && (skill.isEmpty() || List.of(technician.skills.split(";")).contains(skill));
    }

    /** What they say to a wish that the route's technician cannot keep; the number says to whom they decline it. */
    static String answer(Customer customer, String answer, int number) {
        if (!answer.equals("promised") || !PROMISE_WHAT_THEY_CAN.contains(customer.route.office.code())) {
            return answer;
        }
        return number % 2 == 0 ? "will_try" : "declined";
    }

    /** When somebody took a route over, these offices promised them from that day on; blank is from the beginning. */
    static String promisedFrom(Route route) {
        return PROMISE_WHAT_THEY_CAN.contains(route.office.code()) && route.before != null
                ? route.before.endsOn.plusDays(1).toString()
                : "";
    }

    /** Whoever wants to be asked before the day is moved is served on the day. */
    static void comeLate(List<Customer> customers) {
        var number = 0;
        for (var customer : customers) {
            if (customer.route.office.code().equals(COMES_LATE)
                    && customer.preferences.stream().noneMatch(wish -> wish.kind.equals("ASK_FIRST"))) {
                for (var visit : customer.visits) {
                    if (visit.status.equals("done") && ++number % EVERY == 0) {
                        wasDueTheDayBefore(visit);
                    }
                }
            }
        }
    }

    private static void wasDueTheDayBefore(Visit visit) {
        var before = DemoOffices.lastWorkday(visit.date.minusDays(1));
        if (visit.customer.accepts(before)) {
            visit.dueOn = before;
        }
    }
}
