package org.dorothydispatch.printing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.dorothydispatch.printing.RunSheet.Came;
import org.dorothydispatch.printing.RunSheet.Lights;
import org.dorothydispatch.printing.RunSheet.Person;
import org.dorothydispatch.printing.RunSheet.Stop;
import org.dorothydispatch.printing.RunSheet.Wish;
import org.dorothydispatch.shared.Light;

/** Cy's Tuesday with whoever the test puts on it. */
final class SheetFixture {

    static final LocalDate TUESDAY = LocalDate.of(2026, 10, 6);

    private SheetFixture() {}

    static RunSheet sheet(Stop... stops) {
        return new RunSheet(
                "Riverside",
                "CY",
                "Cy Lindgren",
                TUESDAY,
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                null,
                List.of("North side"),
                List.of(stops),
                ZonedDateTime.of(2026, 10, 5, 7, 30, 0, 0, ZoneId.of("America/Chicago")));
    }

    static Stop dorothy() {
        return stop("Dorothy", "Will you be the one doing the service?", Light.RED);
    }

    static Stop stop(String name, String words, Light customer) {
        return new Stop(
                LocalTime.of(9, 0),
                40,
                new Person(
                        "D10",
                        name,
                        "Dorothy Hale, Hale's Gifts",
                        List.of(new Wish(
                                words, "Ana, then Marco", "promised", "Marco Ruiz", LocalDate.of(2025, 12, 10))),
                        List.of("Say hello first."),
                        "Does the new alarm code work?",
                        "Back door, ring twice",
                        "7 Market Lane",
                        "555 0101",
                        "Rodent control",
                        "planned",
                        new Lights(customer, Light.GREEN),
                        customer == Light.RED ? List.of("Dorothy was promised Ana.") : List.of(),
                        List.of(new Came("Ana Petrov", LocalDate.of(2026, 9, 6))),
                        41.9,
                        -87.64));
    }
}
