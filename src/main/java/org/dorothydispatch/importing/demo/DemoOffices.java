package org.dorothydispatch.importing.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.dorothydispatch.importing.demo.DemoPeople.Absence;
import org.dorothydispatch.importing.demo.DemoPeople.Customer;
import org.dorothydispatch.importing.demo.DemoPeople.Office;
import org.dorothydispatch.importing.demo.DemoPeople.Route;
import org.dorothydispatch.importing.demo.DemoPeople.Technician;
import org.dorothydispatch.importing.demo.DemoPeople.Visit;
import org.dorothydispatch.travel.StraightLine;
import org.dorothydispatch.travel.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Makes up four offices in three time zones: 24 routes, about 30 technicians, 2,400 customers, a year of history and two
 * weeks ahead, with Dorothy and a few others a visitor would remember among them. The same seed and the same day give
 * the same files.
 */
public final class DemoOffices {

    /** The seed of {@code ./dorothy demo}. */
    public static final long SEED = 20_251_210;

    private static final int CUSTOMERS_OF_A_ROUTE = 100;
    private static final int SPANISH = 17;
    private static final int ORGANIC = 18;
    private static final int DAY_STARTS = 8 * 60;
    private static final int DAY_ENDS = 17 * 60;

    private static final List<Office> OFFICES = List.of(
            new Office("RIVER", "Riverside", ZoneId.of("America/Chicago"), 41.88, -87.70, "12 Dock Street"),
            new Office("HILL", "Summit Hill", ZoneId.of("America/Denver"), 39.74, -104.99, "400 Ridge Road"),
            new Office("BAY", "Seaview", ZoneId.of("America/New_York"), 40.72, -74.05, "88 Harbor View"),
            new Office("LAKE", "Westlake", ZoneId.of("America/Chicago"), 43.04, -87.95, "7 Lakeshore Drive"));

    /** Route and technician names by office; the first six technicians drive the routes, the others stand in. */
    private static final Map<String, List<String>> ROUTES = Map.of(
            "RIVER", List.of("North side", "South side", "Old town", "Harbour", "Airport", "West end"),
            "HILL", List.of("Ridge", "Valley", "Foothills", "University", "Mill district", "Eastgate"),
            "BAY", List.of("Waterfront", "Heights", "Garden district", "Downtown", "Ferry side", "Parkway"),
            "LAKE", List.of("Lakefront", "Third ward", "Brewery hill", "Parkside", "Bay view", "Orchard"));

    private static final Map<String, List<String>> TECHNICIANS = Map.of(
            "RIVER",
            List.of(
                    "Cy Lindgren",
                    "Ana Petrov",
                    "Ben Okafor",
                    "Jo Novak",
                    "Ravi Kumar",
                    "Mina Castillo",
                    "Sol Jensen",
                    "Pia Moreno"),
            "HILL",
            List.of("Lia Moreau", "Tess Sun", "Dev Marsh", "Hank Ortiz", "Noa Klein", "Gus Abara", "Ivy Tran"),
            "BAY",
            List.of(
                    "Rosa Vance",
                    "Eli Frost",
                    "Kim Duong",
                    "Sam Reyes",
                    "Ola Berg",
                    "Ty Walker",
                    "Luz Herrera",
                    "Max Feld"),
            "LAKE",
            List.of("Nell Hart", "Art Kowal", "Uma Das", "Bo Lindqvist", "Fay Grant", "Cal Ruiz", "Rey Santos"));

    private final Random random;
    private final TravelTimes travel = new StraightLine();
    private final Instant now;
    private final LocalDate today;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    final List<Technician> technicians = new ArrayList<>();
    final List<Route> routes = new ArrayList<>();
    final List<Customer> customers = new ArrayList<>();
    final List<Visit> visits = new ArrayList<>();
    final List<DemoStories.Consent> consents = new ArrayList<>();
    final List<DemoStories.Introduction> introductions = new ArrayList<>();
    private final Set<String> namesTaken = new HashSet<>();

    private DemoOffices(Instant now, long seed) {
        this.now = now;
        this.random = new Random(seed);
        this.today = now.atZone(OFFICES.getFirst().zone()).toLocalDate();
        this.firstDay = today.minusDays(365);
        this.lastDay = today.plusDays(15);
    }

    /**
     * Writes the demo offices as a bundle into an existing folder.
     *
     * @param now the moment the demo starts; history ends and the plan begins there
     */
    public static void writeTo(Path folder, Instant now, long seed) throws IOException {
        var demo = new DemoOffices(now, seed);
        demo.makeUp();
        new DemoFiles(folder, OFFICES, demo).write();
    }

    private void makeUp() {
        OFFICES.forEach(this::hire);
        for (var route : routes) {
            for (var number = 0; number < CUSTOMERS_OF_A_ROUTE; number++) {
                customers.add(sign(route));
            }
        }
        var stories = new DemoStories(this, random, today);
        stories.beforePlanning();
        plan();
        stories.afterPlanning();
        DemoHabits.comeLate(
                customers.stream().filter(customer -> !stories.tells(customer)).toList());
        var number = 0;
        for (var customer : customers) {
            customer.visits.sort(Comparator.comparing((Visit visit) -> visit.date == null ? visit.dueOn : visit.date));
            for (var visit : customer.visits) {
                visit.code = "V%06d".formatted(++number);
                visits.add(visit);
            }
        }
    }

    // Who works here

    private void hire(Office office) {
        var names = TECHNICIANS.get(office.code());
        var hired = new ArrayList<Technician>();
        for (var i = 0; i < names.size(); i++) {
            var technician = new Technician(
                    office.code() + "-T" + (i + 1), names.get(i), office, today.minusDays(500 + random.nextInt(2500)));
            technician.skills = skills(i);
            technician.languages = i % 4 == 1 || i == 5 ? "en;es" : i == 3 ? "en;sv" : "en";
            takeTimeOff(technician, i);
            hired.add(technician);
            namesTaken.add(names.get(i));
        }
        technicians.addAll(hired);
        var routeNames = ROUTES.get(office.code());
        for (var i = 0; i < routeNames.size(); i++) {
            var angle = 2 * Math.PI * i / routeNames.size();
            routes.add(new Route(
                    office.code() + "-R" + (i + 1),
                    routeNames.get(i),
                    office,
                    hired.get(i),
                    office.latitude() + 0.05 * Math.sin(angle),
                    office.longitude() + 0.065 * Math.cos(angle)));
        }
        leaver(office, hired);
    }

    private String skills(int i) {
        var licence = "rodent@" + today.plusDays(90 + random.nextInt(500));
        return switch (i % 4) {
            case 0 -> "general;" + licence;
            case 1 -> "general;" + licence + ";termite;organic";
            case 2 -> "general;" + licence + ";organic";
            default -> "general;" + licence + ";wildlife;organic";
        };
    }

    private void takeTimeOff(Technician technician, int i) {
        var vacation = monday(today.minusDays(40 + random.nextInt(280)));
        technician.absences.add(new Absence(vacation, vacation.plusDays(4), "vacation", ""));
        for (var day = 0; day < 1 + random.nextInt(3); day++) {
            var sick = today.minusDays(2 + random.nextInt(340));
            if (technician.absences.stream().noneMatch(absence -> absence.covers(sick))) {
                technician.absences.add(new Absence(sick, sick, "sick", ""));
            }
        }
        if (i == 4) {
            var training = nextWorkday(today.plusDays(3));
            technician.absences.add(new Absence(training, training, "training", "Licence renewal"));
        }
    }

    /** One route of each office had another technician until some months ago. */
    private void leaver(Office office, List<Technician> hired) {
        var names = Map.of("RIVER", "Marco Ruiz", "HILL", "Walt Denny", "BAY", "Gia Romano", "LAKE", "Stu Pell");
        var left = new Technician(office.code() + "-T0", names.get(office.code()), office, today.minusDays(1900));
        left.skills = "general;rodent;organic";
        left.languages = "en;es";
        left.endsOn = office.code().equals("RIVER")
                ? today.minusMonths(8).plusDays(6)
                : today.minusDays(60 + random.nextInt(150));
        technicians.add(left);
        var route = routes.stream()
                .filter(candidate -> candidate.office == office && candidate.technician == hired.get(2))
                .findFirst()
                .orElseThrow();
        if (!office.code().equals("RIVER")) {
            route.before = left;
        }
    }

    // Whom we serve

    private Customer sign(Route route) {
        var commercial = random.nextInt(100) < 24;
        var code = "%s-%04d".formatted(route.office.code(), 1000 + customers.size());
        var since = today.minusDays(30 + random.nextInt(2200));
        var customer = new Customer(code, name(commercial), route, since);
        customer.commercial = commercial;
        if (!commercial && random.nextInt(3) == 0) {
            var parts = customer.name.split(" ");
            customer.goesBy = random.nextInt(3) == 0 ? (random.nextBoolean() ? "Mrs " : "Mr ") + parts[1] : parts[0];
        }
        customer.phone = "555-%04d".formatted(random.nextInt(10_000));
        customer.address = (2 + random.nextInt(480)) + " " + pick(DemoWords.STREET);
        customer.access = random.nextInt(5) == 0 ? pick(DemoWords.ACCESS) : "";
        customer.latitude = round(route.latitude + random.nextGaussian() * 0.012);
        customer.longitude = round(route.longitude + random.nextGaussian() * 0.016);
        var every = random.nextInt(100);
        customer.every = every < 60 ? "P1M" : every < 84 ? "P3M" : every < 91 ? "P2M" : "P2W";
        customer.minutes = List.of(20, 25, 30, 30, 40, 45).get(random.nextInt(6));
        var service = random.nextInt(100);
        customer.service = service < 62 ? "General pest" : service < 86 ? "Rodent control" : "Garden and yard";
        customer.skills = customer.service.equals("Rodent control") ? "rodent" : "general";
        customer.soldBy = pick(technicians).name;
        customer.annualValue = commercial ? 900 + 60 * random.nextInt(40) : 360 + 30 * random.nextInt(20);
        customer.usualStart = DAY_STARTS + 15 * random.nextInt(32);
        customer.technician = random.nextInt(100) < 70 ? route.usualOn(since) : null;
        if (random.nextInt(100) < 8) {
            customer.remember = pick(DemoWords.REMEMBER);
        }
        if (random.nextInt(100) < 42) {
            wish(customer, random.nextInt(20));
            if (random.nextInt(4) == 0 && customer.preferences.getFirst().kind.equals("WINDOW")) {
                wish(customer, random.nextInt(4));
            }
        }
        return customer;
    }

    private String name(boolean commercial) {
        String name;
        do {
            name = commercial
                    ? pick(DemoWords.SHOP_NAME) + " " + pick(DemoWords.SHOP_KIND)
                    : pick(DemoWords.FIRST) + " " + pick(DemoWords.LAST);
        } while (!namesTaken.add(name));
        return name;
    }

    /** One wish; the number picks its kind, so that the common ones are common. */
    private void wish(Customer customer, int roll) {
        var technician = customer.route.usualOn(today);
        var answer = answer();
        if (!DemoHabits.canKeep(technician, roll == SPANISH ? "es" : "", roll == ORGANIC ? "organic" : "")) {
            answer = DemoHabits.answer(customer, answer, customers.size());
        }
        var heardOn = customer.since.plusDays(random.nextInt(30));
        var heardBy = List.of("Front desk", technician.name, customer.soldBy, "Dispatch")
                .get(random.nextInt(4));
        var channel = List.of("phone", "visit", "e-mail", "phone").get(random.nextInt(4));
        var preference = switch (roll) {
            case 0, 1, 2, 3 -> {
                customer.technician = technician;
                var wish = customer.wants(
                        "PERSON", answer, pick(DemoWords.WANTS_PERSON).formatted(technician.firstName()));
                var standIn = standIn(customer.route.office);
                wish.validFrom = DemoHabits.promisedFrom(customer.route);
                wish.technicians = random.nextBoolean() ? technician.code : technician.code + ";" + standIn.code;
                customer.givesWay = pick(List.of("day;time;notice;person", "day;time;person", "time;day;person", ""));
                yield wish;
            }
            case 4, 5, 6 -> window(customer, answer);
            case 7, 8 -> {
                var days = pick(List.of("TUE;THU", "TUE;WED;THU;FRI", "MON;TUE;WED;THU"));
                var words = DemoWords.WANTS_WEEKDAYS.get(
                        List.of("TUE;THU", "TUE;WED;THU;FRI", "MON;TUE;WED;THU").indexOf(days));
                var wish = customer.wants("WEEKDAYS", answer, words);
                wish.weekdays = days;
                if (!answer.equals("declined")) {
                    customer.weekdays = EnumSet.noneOf(DayOfWeek.class);
                    for (var day : days.split(";")) {
                        customer.weekdays.add(weekday(day));
                    }
                }
                yield wish;
            }
            case 9, 10 -> {
                customer.wantsNotice = true;
                var wish = customer.wants("NOTICE", answer, pick(DemoWords.WANTS_NOTICE));
                wish.number = "24";
                yield wish;
            }
            case 11, 12 -> {
                var wish = customer.wants("FACES", answer, pick(DemoWords.WANTS_FEW_FACES));
                wish.number = String.valueOf(2 + random.nextInt(2));
                wish.days = "365";
                customer.givesWay = "day;time;person";
                yield wish;
            }
            case 13, 14 -> customer.wants("FAMILIAR", answer, pick(DemoWords.WANTS_KNOWN));
            case 15 -> {
                if (!answer.equals("declined") && customer.weekdays.size() == 5) {
                    customer.steadyDay = DayOfWeek.of(1 + random.nextInt(5));
                }
                yield customer.wants("STEADY_DAY", answer, pick(DemoWords.WANTS_STEADY_DAY));
            }
            case 16 -> {
                var wish = customer.wants("STEADY_TIME", answer, pick(DemoWords.WANTS_STEADY_TIME));
                wish.number = "90";
                yield wish;
            }
            case SPANISH -> {
                var wish = customer.wants("LANGUAGE", answer, pick(DemoWords.WANTS_SPANISH));
                wish.language = "es";
                customer.language = "es";
                yield wish;
            }
            case ORGANIC -> {
                var wish = customer.wants("SKILL", answer, pick(DemoWords.WANTS_ORGANIC));
                wish.skill = "organic";
                yield wish;
            }
            default -> customer.wants("ASK_FIRST", answer, pick(DemoWords.WANTS_TO_BE_ASKED));
        };
        preference.heard(answer.equals("unanswered") ? lately(heardOn) : heardOn, heardBy, channel);
        if (answer.equals("declined")) {
            preference.alternative = "We will try, but we cannot promise it on this route";
            preference.toldOn = heardOn.toString();
        }
    }

    private DemoPeople.Preference window(Customer customer, String answer) {
        var choice = random.nextInt(4);
        var wish = customer.wants("WINDOW", answer, DemoWords.WANTS_WINDOW.get(choice));
        switch (choice) {
            case 0 -> wish.to = "12:00";
            case 1 -> wish.from = "10:00";
            case 2 -> wish.to = "11:30";
            default -> wish.from = "13:00";
        }
        if (!answer.equals("declined")) {
            customer.earliest = Math.max(customer.earliest, minute(wish.from, DAY_STARTS));
            customer.latest = Math.min(customer.latest, minute(wish.to, DAY_ENDS));
            customer.usualStart =
                    Math.clamp(customer.usualStart, customer.earliest, customer.latest - customer.minutes);
            if (customer.usualStart % 15 != 0) {
                customer.usualStart = customer.earliest;
            }
        }
        return wish;
    }

    /** Somebody who waits for an answer has waited for weeks, not for years. */
    private LocalDate lately(LocalDate heardOn) {
        var recent = today.minusDays(2 + heardOn.getDayOfYear() % 40);
        return recent.isAfter(heardOn) ? recent : heardOn;
    }

    private String answer() {
        var roll = random.nextInt(100);
        return roll < 58 ? "promised" : roll < 80 ? "will_try" : roll < 92 ? "unanswered" : "declined";
    }

    // Who came, and who will

    private void plan() {
        var due = new TreeMap<LocalDate, List<Visit>>();
        var load = new TreeMap<String, Integer>();
        for (var customer : customers) {
            if (customer.planned) {
                continue;
            }
            var date = firstDue(customer, load);
            while (!date.isAfter(lastDay)) {
                var dueOn = near(customer, date);
                if (!dueOn.isAfter(lastDay)) {
                    due.computeIfAbsent(dueOn, day -> new ArrayList<>()).add(new Visit(customer, dueOn));
                }
                date = date.plus(customer.period());
            }
        }
        for (var date = firstDay; !date.isAfter(lastDay); date = date.plusDays(1)) {
            var visits = due.remove(date);
            if (visits == null || weekend(date)) {
                continue;
            }
            visits.sort(Comparator.comparing((Visit visit) -> visit.customer.latest - visit.customer.earliest)
                    .thenComparing(visit -> visit.customer.usualStart));
            for (var visit : visits) {
                if (!place(visit, date)) {
                    var next = nextWorkday(date.plusDays(1));
                    if (next.isAfter(lastDay)) {
                        visit.customer.visits.add(visit);
                    } else {
                        due.computeIfAbsent(next, day -> new ArrayList<>()).add(visit);
                    }
                }
            }
        }
        customers.forEach(customer -> customer.visits.forEach(this::settle));
    }

    /** Spreads first visits so that a route's days are about equally full. */
    private LocalDate firstDue(Customer customer, Map<String, Integer> load) {
        var from = customer.since.isAfter(firstDay) ? customer.since : firstDay;
        var span = Math.max(7, (int) Math.min(
                90, customer.period().toTotalMonths() * 30 + customer.period().getDays()));
        var best = near(customer, from.plusDays(random.nextInt(span)));
        for (var attempt = 0; attempt < 5; attempt++) {
            var other = near(customer, from.plusDays(random.nextInt(span)));
            if (load.getOrDefault(loadKey(customer, other), 0) < load.getOrDefault(loadKey(customer, best), 0)) {
                best = other;
            }
        }
        load.merge(loadKey(customer, best), 1, Integer::sum);
        return best;
    }

    private static String loadKey(Customer customer, LocalDate date) {
        return customer.route.code + date;
    }

    /** The nearest day the customer accepts. */
    private static LocalDate near(Customer customer, LocalDate date) {
        for (var distance = 0; ; distance++) {
            for (var candidate : List.of(date.plusDays(distance), date.minusDays(distance))) {
                if (customer.accepts(candidate) && !weekend(candidate)) {
                    return candidate;
                }
            }
        }
    }

    private boolean place(Visit visit, LocalDate date) {
        var customer = visit.customer;
        var route = customer.route;
        var technician = whoDrives(route, date);
        if (technician == null || technician == customer.never) {
            technician = standInOn(route, date);
        }
        if (technician == null) {
            return false;
        }
        var start = freeStart(visit, technician, date);
        if (start < 0) {
            return false;
        }
        visit.assign(date, start, route, technician);
        customer.visits.add(visit);
        return true;
    }

    private @Nullable Technician whoDrives(Route route, LocalDate date) {
        var usual = route.usualOn(date);
        return usual.worksOn(date) ? usual : standInOn(route, date);
    }

    /** The company's habit: the day is kept, whoever is free goes. */
    private @Nullable Technician standInOn(Route route, LocalDate date) {
        return technicians.stream()
                .filter(technician -> technician.office == route.office
                        && technician.worksOn(date)
                        && routes.stream().noneMatch(other -> other.usualOn(date) == technician))
                .min(Comparator.comparingInt(
                        (Technician technician) -> technician.on(date).stream().anyMatch(other -> other.route == route)
                                ? -1
                                : technician.on(date).size()))
                .orElse(null);
    }

    int freeStart(Visit visit, Technician technician, LocalDate date) {
        var customer = visit.customer;
        for (var distance = 0; distance <= 9 * 60; distance += 15) {
            for (var start : List.of(customer.usualStart + distance, customer.usualStart - distance)) {
                if (start >= customer.earliest
                        && start + customer.minutes <= Math.min(customer.latest, DAY_ENDS)
                        && technician.on(date).stream().noneMatch(other -> clash(visit, start, other))) {
                    return start;
                }
            }
        }
        return -1;
    }

    private boolean clash(Visit visit, int start, Visit other) {
        var drive = (int) Math.ceil(travel.driveMinutes(
                visit.customer.latitude, visit.customer.longitude, other.customer.latitude, other.customer.longitude));
        return start < other.endMinute() + drive && other.startMinute() < start + visit.customer.minutes + drive;
    }

    /** What became of a visit, judged at the demo's now in the office's own zone. */
    private void settle(Visit visit) {
        if (visit.date == null) {
            return;
        }
        var local = now.atZone(visit.customer.route.office.zone()).toLocalDateTime();
        var end = visit.date.atTime(visit.start).plusMinutes(visit.customer.minutes);
        if (end.isBefore(local)) {
            var roll = random.nextInt(1000);
            visit.status = roll < 8 ? "missed" : roll < 14 ? "cancelled" : "done";
        } else if (random.nextInt(1000) < 14) {
            visit.unassign();
        } else {
            visit.status = visit.date.isBefore(today.plusDays(4)) && random.nextInt(10) < 7 ? "confirmed" : "planned";
        }
        if (visit.date != null
                && visit.customer.wantsNotice
                && visit.date.isBefore(today.plusDays(3))
                && random.nextInt(20) > 0) {
            visit.notifiedAt = visit.date.minusDays(2).atTime(LocalTime.of(16, 30));
        }
    }

    // Small things

    Technician technician(String name) {
        return technicians.stream()
                .filter(technician -> technician.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    Route route(String office, String name) {
        return routes.stream()
                .filter(route -> route.office.code().equals(office) && route.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    Technician standIn(Office office) {
        return technicians.stream()
                .filter(technician -> technician.office == office
                        && technician.endsOn == null
                        && routes.stream().noneMatch(route -> route.technician == technician))
                .findFirst()
                .orElseThrow();
    }

    static LocalDate nextWorkday(LocalDate date) {
        var day = date;
        while (weekend(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static LocalDate lastWorkday(LocalDate date) {
        var day = date;
        while (weekend(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    static LocalDate monday(LocalDate date) {
        return date.with(DayOfWeek.MONDAY);
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek().getValue() > 5;
    }

    private static DayOfWeek weekday(String code) {
        return java.util.Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(code))
                .findFirst()
                .orElseThrow();
    }

    private static int minute(String time, int otherwise) {
        return time.isEmpty() ? otherwise : LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
