package org.dorothydispatch.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dorothydispatch.importing.BundleRow.AbsenceRow;
import org.dorothydispatch.importing.BundleRow.AgreementRow;
import org.dorothydispatch.importing.BundleRow.ConsentRow;
import org.dorothydispatch.importing.BundleRow.CustomerRow;
import org.dorothydispatch.importing.BundleRow.IntroductionRow;
import org.dorothydispatch.importing.BundleRow.OfficeRow;
import org.dorothydispatch.importing.BundleRow.OverrideRow;
import org.dorothydispatch.importing.BundleRow.PreferenceRow;
import org.dorothydispatch.importing.BundleRow.ProtocolRow;
import org.dorothydispatch.importing.BundleRow.RouteRow;
import org.dorothydispatch.importing.BundleRow.SiteRow;
import org.dorothydispatch.importing.BundleRow.Skill;
import org.dorothydispatch.importing.BundleRow.TechnicianRow;
import org.dorothydispatch.importing.BundleRow.VisitRow;
import org.dorothydispatch.importing.BundleWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle of any size for measuring: offices of fifteen routes with eight visits on each working day, the last
 * two weeks of them still ahead, every customer with a site, an agreement and about one preference. The same parameters
 * give the same files.
 *
 * @param today the first day that is still ahead
 */
public record BigBundle(int visits, int customers, int offices, LocalDate today, long seed) {

    private static final int ROUTES_OF_AN_OFFICE = 15;
    private static final int SPARE_TECHNICIANS = 4;
    private static final int VISITS_OF_A_RUN = 8;
    private static final int DAYS_AHEAD = 10;

    private static final List<String> ZONES =
            List.of("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles");
    private static final List<String> FIRST = List.of(
            "Ana", "Ben", "Cy", "Dora", "Eli", "Fay", "Gus", "Hana", "Ivo", "José", "Kai", "Łucja", "Mo", "Zoë");
    private static final List<String> LAST = List.of(
            "Adler", "Brook", "Castillo", "Duong", "Eng", "Frost", "Grant", "Hall", "Iyer", "O'Neil", "Müller", "Tran");
    private static final List<String> WORDS = List.of(
            "Will you be the one doing the service?",
            "Not before ten, and be gone by the lunch rush.",
            "Always the same day, please.",
            "Call me first; \"surprises\" upset the dogs.",
            "I can't keep explaining to a different person every time.");

    public BigBundle(int visits, int customers, int offices) {
        this(visits, customers, offices, LocalDate.of(2026, 10, 5), 1);
    }

    /** {@code FOLDER VISITS CUSTOMERS OFFICES}. */
    public static void main(String[] args) throws IOException {
        new BigBundle(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]))
                .writeTo(Path.of(args[0]));
    }

    public void writeTo(Path target) throws IOException {
        try (var bundle = BundleWriter.to(target)) {
            var random = new Random(seed);
            for (int office = 0; office < offices; office++) {
                bundle.write(new OfficeRow(
                        office(office),
                        "Office " + office,
                        ZoneId.of(ZONES.get(office % ZONES.size())),
                        degrees(33 + office % 10, random),
                        degrees(-100 + office / 10.0, random),
                        office + " Dock Street"));
            }
            writeTechnicians(bundle, random);
            for (int office = 0; office < offices; office++) {
                for (int technician = 0; technician < ROUTES_OF_AN_OFFICE; technician += 5) {
                    var from = today.plusDays(random.nextInt(DAYS_AHEAD));
                    bundle.write(
                            new AbsenceRow(technician(office, technician), from, from.plusDays(4), "vacation", null));
                }
            }
            for (int route = 0; route < routes(); route++) {
                bundle.write(new RouteRow(
                        route(route),
                        office(route / ROUTES_OF_AN_OFFICE),
                        "Route " + route % ROUTES_OF_AN_OFFICE,
                        usualTechnician(route),
                        List.of(),
                        VISITS_OF_A_RUN));
            }
            writeCustomers(bundle, random);
            writePreferences(bundle, random);
            for (int customer = 0; customer < customers; customer += 20) {
                bundle.write(new IntroductionRow(
                        customer(customer),
                        technician(routeOf(customer) / ROUTES_OF_AN_OFFICE, ROUTES_OF_AN_OFFICE),
                        today.minusDays(30)));
            }
            writeProtocols(bundle);
            writeVisits(bundle, random);
            bundle.finish();
        }
    }

    private void writeTechnicians(BundleWriter bundle, Random random) throws IOException {
        for (int office = 0; office < offices; office++) {
            for (int technician = 0; technician < ROUTES_OF_AN_OFFICE + SPARE_TECHNICIANS; technician++) {
                bundle.write(new TechnicianRow(
                        technician(office, technician),
                        pick(FIRST, random) + " " + pick(LAST, random),
                        office(office),
                        List.of(
                                new Skill("general", null),
                                new Skill("rodent", today.plusDays(random.nextInt(600) - 3))),
                        technician % 3 == 0 ? List.of("en", "es-MX") : List.of("en"),
                        LocalDate.of(2020, 1, 1),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        "555-01" + random.nextInt(100),
                        null));
            }
        }
    }

    private void writeCustomers(BundleWriter bundle, Random random) throws IOException {
        for (int customer = 0; customer < customers; customer++) {
            var name = pick(FIRST, random) + " " + pick(LAST, random);
            bundle.write(new CustomerRow(
                    customer(customer),
                    name,
                    customer % 3 == 0 ? name.substring(0, name.indexOf(' ')) : null,
                    office(routeOf(customer) / ROUTES_OF_AN_OFFICE),
                    customer % 4 == 0 ? "commercial" : "residential",
                    "555-02" + random.nextInt(100),
                    null,
                    customer % 7 == 0 ? "es" : "en",
                    LocalDate.of(2024, 1, 1).plusDays(random.nextInt(500)),
                    customer % 2 == 0 ? usualTechnician(routeOf(customer)) : null,
                    customer % 5 == 0 ? List.of("day", "time", "notice", "person") : List.of(),
                    customer % 6 == 0 ? "Ring twice, \"softly\"" : null,
                    null,
                    null));
        }
        for (int customer = 0; customer < customers; customer++) {
            int office = routeOf(customer) / ROUTES_OF_AN_OFFICE;
            bundle.write(new SiteRow(
                    "S" + customer,
                    customer(customer),
                    random.nextInt(900) + " Elm St, Unit " + random.nextInt(50),
                    degrees(33 + office % 10, random),
                    degrees(-100 + office / 10.0, random),
                    null));
        }
        for (int customer = 0; customer < customers; customer++) {
            bundle.write(new AgreementRow(
                    "A" + customer,
                    customer(customer),
                    "S" + customer,
                    "Pest control",
                    "P1M",
                    30,
                    customer % 4 == 0 ? List.of("rodent") : List.of("general"),
                    route(routeOf(customer)),
                    LocalDate.of(2025, 1, 1),
                    null,
                    null,
                    BigDecimal.valueOf(480 + random.nextInt(1000))));
        }
    }

    private void writePreferences(BundleWriter bundle, Random random) throws IOException {
        for (int customer = 0; customer < customers; customer++) {
            switch (customer % 8) {
                case 0 -> preference(bundle, customer, "PERSON", random).write();
                case 1 -> {
                    var faces = preference(bundle, customer, "FACES", random);
                    faces.number = 2;
                    faces.days = 180;
                    faces.write();
                }
                case 2 -> {
                    var weekdays = preference(bundle, customer, "WEEKDAYS", random);
                    weekdays.weekdays = List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
                    weekdays.write();
                }
                case 3 -> {
                    var window = preference(bundle, customer, "WINDOW", random);
                    window.from = LocalTime.of(9, 0);
                    window.to = LocalTime.of(15, 0);
                    window.write();
                    preference(bundle, customer, "FAMILIAR", random).write();
                }
                case 4 -> {
                    var notice = preference(bundle, customer, "NOTICE", random);
                    notice.number = 24;
                    notice.write();
                    preference(bundle, customer, "STEADY_DAY", random).write();
                }
                case 5 -> preference(bundle, customer, "REMEMBER", random).write();
                default -> {
                    // a quarter has said nothing
                }
            }
        }
    }

    private Preference preference(BundleWriter bundle, int customer, String kind, Random random) {
        return new Preference(bundle, customer, kind, random);
    }

    /** A preference row in the making. */
    private final class Preference {

        private final BundleWriter bundle;
        private final int customer;
        private final String kind;
        private final Random random;
        private List<DayOfWeek> weekdays = List.of();
        private @Nullable LocalTime from;
        private @Nullable LocalTime to;
        private @Nullable Integer number;
        private @Nullable Integer days;

        Preference(BundleWriter bundle, int customer, String kind, Random random) {
            this.bundle = bundle;
            this.customer = customer;
            this.kind = kind;
            this.random = random;
        }

        void write() throws IOException {
            int answer = random.nextInt(10);
            bundle.write(new PreferenceRow(
                    preferenceCode(customer, kind),
                    customer(customer),
                    kind,
                    List.of(),
                    weekdays,
                    from,
                    to,
                    null,
                    null,
                    number,
                    days,
                    null,
                    null,
                    answer < 5 ? "promised" : answer < 8 ? "will_try" : answer < 9 ? "unanswered" : "declined",
                    pick(WORDS, random),
                    LocalDate.of(2025, 2, 3),
                    "Front desk",
                    "phone",
                    null,
                    null,
                    null,
                    null,
                    null));
        }
    }

    private static void writeProtocols(BundleWriter bundle) throws IOException {
        bundle.write(new ProtocolRow("X1", null, "ON_DUE_DAY", 1, null, null, "reason"));
        bundle.write(new ProtocolRow("X2", null, "ARRIVAL", null, LocalTime.of(8, 0), LocalTime.of(17, 0), "reason"));
        bundle.write(new ProtocolRow("X3", null, "TRAVEL", 10, null, null, "inform"));
        bundle.write(new ProtocolRow("X4", null, "MAX_STOPS", null, null, null, "reason"));
    }

    private void writeVisits(BundleWriter bundle, Random random) throws IOException {
        int written = 0;
        var consents = new ArrayList<ConsentRow>();
        var overrides = new ArrayList<OverrideRow>();
        var ahead = plusWorkingDays(today, DAYS_AHEAD);
        int runs = (visits + VISITS_OF_A_RUN - 1) / VISITS_OF_A_RUN;
        var date = plusWorkingDays(ahead, -((runs + routes() - 1) / routes()));
        for (int day = 0; written < visits; day++, date = plusWorkingDays(date, 1)) {
            boolean past = date.isBefore(today);
            for (int route = 0; route < routes() && written < visits; route++) {
                int office = route / ROUTES_OF_AN_OFFICE;
                // Spares serve a run in seven; two routes may want the same spare on one day, as it happens.
                var technician = random.nextInt(7) == 0
                        ? technician(office, ROUTES_OF_AN_OFFICE + random.nextInt(SPARE_TECHNICIANS))
                        : usualTechnician(route);
                for (int stop = 0; stop < VISITS_OF_A_RUN && written < visits; stop++) {
                    int customer = customerOf(route, day * VISITS_OF_A_RUN + stop);
                    var code = "V%07d".formatted(written);
                    boolean unassigned = !past && random.nextInt(20) == 0;
                    bundle.write(new VisitRow(
                            code,
                            customer(customer),
                            "S" + customer,
                            "A" + customer,
                            random.nextInt(6) == 0 ? date.minusDays(random.nextInt(4)) : date,
                            unassigned ? null : date,
                            unassigned ? null : LocalTime.of(8, 0).plusMinutes(stop * 62L + random.nextInt(8)),
                            25 + 5 * random.nextInt(4),
                            unassigned ? null : route(route),
                            unassigned ? null : technician,
                            unassigned
                                    ? "unassigned"
                                    : past ? past(random) : random.nextInt(4) == 0 ? "confirmed" : "planned",
                            !past && random.nextInt(50) == 0,
                            past || random.nextInt(3) > 0
                                    ? null
                                    : date.minusDays(2).atTime(10, 0),
                            random.nextInt(30) == 0 ? "Gate code, \"see\" office" : null));
                    if (!past && !unassigned && customer % 8 == 0 && random.nextInt(10) == 0) {
                        consents.add(
                                new ConsentRow(code, preferenceCode(customer, "PERSON"), today, "Front desk", null));
                    } else if (!past && !unassigned && random.nextInt(50) == 0) {
                        overrides.add(new OverrideRow(code, "X1", today, "Rita", "They asked for it"));
                    }
                    written++;
                }
            }
        }
        for (var consent : consents) {
            bundle.write(consent);
        }
        for (var override : overrides) {
            bundle.write(override);
        }
    }

    private static String past(Random random) {
        int fate = random.nextInt(40);
        return fate == 0 ? "missed" : fate < 3 ? "cancelled" : "done";
    }

    private int routes() {
        return offices * ROUTES_OF_AN_OFFICE;
    }

    private int routeOf(int customer) {
        return customer % routes();
    }

    /** The customers of a route come one after the other, and then again. */
    private int customerOf(int route, int turn) {
        int ofRoute = (customers - route + routes() - 1) / routes();
        return ofRoute == 0 ? turn % customers : route + (turn % ofRoute) * routes();
    }

    private static LocalDate plusWorkingDays(LocalDate date, int days) {
        var moved = date;
        for (int left = Math.abs(days); left > 0; ) {
            moved = moved.plusDays(Integer.signum(days));
            if (moved.getDayOfWeek().getValue() <= 5) {
                left--;
            }
        }
        return moved;
    }

    private static double degrees(double around, Random random) {
        return Math.round((around + random.nextDouble() / 5) * 100_000) / 100_000.0;
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String office(int office) {
        return "O" + office;
    }

    private static String technician(int office, int technician) {
        return "T%d-%d".formatted(office, technician);
    }

    private static String usualTechnician(int route) {
        return technician(route / ROUTES_OF_AN_OFFICE, route % ROUTES_OF_AN_OFFICE);
    }

    private static String route(int route) {
        return "R" + route;
    }

    private static String customer(int customer) {
        return "C" + customer;
    }

    private static String preferenceCode(int customer, String kind) {
        return "P%d-%s".formatted(customer, kind);
    }
}
