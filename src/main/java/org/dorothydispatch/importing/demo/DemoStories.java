package org.dorothydispatch.importing.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dorothydispatch.importing.demo.DemoPeople.Absence;
import org.dorothydispatch.importing.demo.DemoPeople.Customer;
import org.dorothydispatch.importing.demo.DemoPeople.Preference;
import org.dorothydispatch.importing.demo.DemoPeople.Route;
import org.dorothydispatch.importing.demo.DemoPeople.Visit;

/** Dorothy, and the others a visitor of the demo should remember. Each takes the place of a made-up customer. */
final class DemoStories {

    record Consent(Visit visit, Preference preference, LocalDate on, String by, String note) {}

    record Introduction(Customer customer, DemoPeople.Technician technician, LocalDate on) {}

    private final DemoOffices demo;
    private final Random random;
    private final LocalDate today;

    /** The day of Dorothy's tenth visit: the next working day that is not a Monday, so that her week has a Monday behind it. */
    private final LocalDate herDay;

    private final List<Customer> told = new ArrayList<>();

    private static final List<String> GOODBYES = List.of(
            "Somebody new every time.", "Moved away.", "Found a cheaper one.", "You said you would call first.");

    DemoStories(DemoOffices demo, Random random, LocalDate today) {
        this.demo = demo;
        this.random = random;
        this.today = today;
        var next = DemoOffices.nextWorkday(today.plusDays(1));
        this.herDay = next.getDayOfWeek().getValue() == 1 ? next.plusDays(1) : next;
    }

    void beforePlanning() {
        dorothy();
        bakery();
        rosa();
        drSato();
        nightNurse();
        school();
        hotel();
        walter();
        grace();
        sunday();
        alvarez();
        noodles();
        away("Kim Duong", DemoOffices.monday(herDay).plusDays(7), 5);
        away("Uma Das", DemoOffices.monday(herDay).plusDays(2), 3);
    }

    void afterPlanning() {
        var idris = named("Baker Street Bakery");
        tooEarly(upcoming(idris));
        var rosa = named("Rosa Lopez");
        var visit = upcoming(rosa);
        if (visit != null) {
            demo.consents.add(new Consent(
                    visit, rosa.preferences.getFirst(), today.minusDays(2), "Front desk", "Rosa is happy with Ravi"));
        }
        waitingSince(named("Walter Dunn"));
        calledInSick(demo.technician("Hank Ortiz"));
        doubleBooked();
        demo.introductions.add(new Introduction(rosa, demo.technician("Ana Petrov"), today.minusDays(80)));
        introduceStandIns();
        goodbyes();
    }

    /** Whether that person's visits are a story's, and stay as it tells them. */
    boolean tells(Customer customer) {
        return told.contains(customer);
    }

    private void away(String name, LocalDate from, int days) {
        demo.technician(name).absences.add(new Absence(from, from.plusDays(days - 1L), "vacation", ""));
    }

    private void dorothy() {
        var north = demo.route("RIVER", "North side");
        var dorothy = tell(north, "Dorothy Hale, Hale's Gifts", "Dorothy", true);
        var ana = demo.technician("Ana Petrov");
        var ben = demo.technician("Ben Okafor");
        var marco = demo.technician("Marco Ruiz");
        var cy = demo.technician("Cy Lindgren");
        for (var technician : List.of(ana, ben, cy)) {
            technician.absences.clear();
        }
        ana.absences.add(new Absence(
                DemoOffices.monday(herDay), DemoOffices.monday(herDay).plusDays(4), "vacation", ""));
        dorothy.since = herDay.minusMonths(10).plusDays(4);
        dorothy.technician = ana;
        dorothy.givesWay = "day;time;notice;person";
        dorothy.remember = "Strangers at the back of the shop make her nervous. Say hello first.";
        dorothy.address = "7 Market Lane";
        dorothy.access = "Back door, ring twice";
        dorothy.service = "Rodent control";
        dorothy.skills = "rodent";
        dorothy.minutes = 40;
        dorothy.soldBy = "Marco Ruiz";
        dorothy.annualValue = 960;
        dorothy.usualStart = 9 * 60;
        var faces = List.of(marco, marco, ana, ana, ana, ben, ana, ana, ana, cy);
        for (var number = 0; number < faces.size(); number++) {
            var date = DemoOffices.nextWorkday(herDay.minusMonths(faces.size() - 1L - number));
            if (number == 1 && marco.endsOn != null && date.isAfter(marco.endsOn)) {
                date = DemoOffices.lastWorkday(marco.endsOn);
            }
            var visit = new Visit(dorothy, date);
            visit.assign(date, 9 * 60, north, faces.get(number));
            dorothy.visits.add(visit);
        }
        var promised = dorothy.wants("PERSON", "promised", "Will you be the one doing the service?")
                .heard(dorothy.since, "Marco Ruiz", "visit");
        // Marco kept it himself while he was there; since then it is Ana's to keep.
        promised.validFrom = dorothy.visits.get(faces.indexOf(ana)).dueOn.toString();
        var faced = dorothy.wants("FACES", "will_try", "I can't keep explaining to a different person every time.")
                .heard(dorothy.visits.get(4).date, "Ana Petrov", "visit");
        faced.number = "3";
        faced.days = "365";
        dorothy.every = "P1M";
        dorothy.planned = true;
    }

    private void bakery() {
        var bakery = tell(demo.route("RIVER", "Old town"), "Baker Street Bakery", "Mr Idris", true);
        bakery.givesWay = "person;notice;day";
        bakery.remember = "Ovens are hot until ten.";
        bakery.address = "221 Baker Street";
        bakery.every = "P2W";
        bakery.usualStart = 10 * 60;
        var window = bakery.wants("WINDOW", "promised", "Not before ten, and be gone by the lunch rush.")
                .heard(today.minusDays(300), "Front desk", "phone");
        window.from = "10:00";
        window.to = "11:30";
        var notice = bakery.wants("NOTICE", "unanswered", "Call me the day before.")
                .heard(today.minusDays(40), "Cy Lindgren", "visit");
        notice.number = "24";
        bakery.earliest = 10 * 60;
        bakery.latest = 11 * 60 + 30;
    }

    private void rosa() {
        var rosa = tell(demo.route("RIVER", "Airport"), "Rosa Lopez", "Rosa", false);
        rosa.language = "es";
        rosa.every = "P2W";
        rosa.givesWay = "time;day";
        rosa.wants("LANGUAGE", "will_try", "Es más fácil en español.")
                .heard(today.minusDays(200), "Front desk", "phone")
                .language = "es";
    }

    private void drSato() {
        var sato = tell(demo.route("HILL", "Ridge"), "Ridge Dental", "Dr Sato", true);
        sato.remember = "Patients in the front rooms.";
        sato.steadyDay = java.time.DayOfWeek.WEDNESDAY;
        sato.usualStart = 8 * 60;
        sato.every = "P2W";
        sato.wants("STEADY_DAY", "promised", "Always a Wednesday, please.")
                .heard(today.minusDays(320), "Lia Moreau", "visit");
        sato.wants("REMEMBER", "promised", "Please never spray near the waiting room.")
                .heard(today.minusDays(320), "Lia Moreau", "visit");
    }

    private void nightNurse() {
        var priya = tell(demo.route("BAY", "Heights"), "Priya Raman", "Priya", false);
        priya.remember = "Night nurse. Asleep until noon.";
        priya.earliest = 12 * 60;
        priya.usualStart = 13 * 60;
        priya.every = "P2W";
        priya.wants("WINDOW", "promised", "Never before noon, I work nights.")
                .heard(today.minusDays(150), "Front desk", "phone")
                .from = "12:00";
    }

    private void school() {
        var school = tell(demo.route("LAKE", "Parkside"), "St Anne's School", "Sister Agnes", true);
        school.remember = "Sign in at the office. Never alone in a corridor with pupils.";
        school.latest = 14 * 60 + 30;
        school.usualStart = 9 * 60;
        school.every = "P2W";
        school.wants("WINDOW", "promised", "Not while school lets out.")
                .heard(today.minusDays(280), "Bo Lindqvist", "visit")
                .to = "14:30";
    }

    private void hotel() {
        var route = demo.route("BAY", "Waterfront");
        var hotel = tell(route, "Hotel Lindner", "Mr Lindner", true);
        hotel.annualValue = 5400;
        hotel.every = "P2W";
        hotel.wants("ONLY", "promised", "Only the two who have our badge.")
                        .heard(today.minusDays(260), "Front desk", "e-mail")
                        .technicians =
                route.technician.code + ";" + demo.standIn(route.office).code;
    }

    private void walter() {
        var walter = tell(demo.route("RIVER", "Harbour"), "Walter Dunn", "Walter", false);
        walter.remember = "Eighty-four and slow to the door. Ring twice and wait.";
        walter.technician = demo.technician("Jo Novak");
        walter.givesWay = "day;time;person";
        walter.wants("PERSON", "promised", "Jo knows my dog. Send Jo.")
                .heard(today.minusDays(400), "Front desk", "phone");
    }

    private void grace() {
        var grace = tell(demo.route("BAY", "Garden district"), "Grace Ito", "Grace", false);
        grace.remember = "The dog runs. Close the gate behind you.";
        grace.never = demo.technician("Ty Walker");
        grace.wants("NEVER", "promised", "Ty left the gate open and the dog got out. Anyone but Ty.")
                        .heard(today.minusDays(120), "Front desk", "phone")
                        .technicians =
                grace.never.code;
    }

    private void sunday() {
        var farid = tell(demo.route("LAKE", "Lakefront"), "Farid Nouri", "Farid", false);
        var wish = farid.wants("WEEKDAYS", "declined", "Could you come on Sundays?")
                .heard(today.minusDays(90), "Sales", "visit");
        wish.weekdays = "SUN";
        wish.alternative = "The first visit of the day, any weekday";
        wish.toldOn = today.minusDays(90).toString();
    }

    private void alvarez() {
        var route = demo.route("HILL", "Foothills");
        var alvarez = tell(route, "Carmen Alvarez", "Mrs Alvarez", false);
        alvarez.remember = "Ask about the tomatoes. She will ask about your children.";
        alvarez.every = "P2W";
        alvarez.technician = route.technician;
        alvarez.wants("FAMILIAR", "promised", "I don't open the door to strangers.")
                .heard(today.minusDays(340), route.technician.name, "visit");
    }

    private void noodles() {
        var noodles = tell(demo.route("LAKE", "Third ward"), "Lucky Noodle", "Mrs Wong", true);
        noodles.wants("WINDOW", "unanswered", "Kitchen is ours from eleven. Before that, fine.")
                .heard(today.minusDays(9), "Front desk", "phone")
                .to = "11:00";
        noodles.usualStart = 13 * 60;
        noodles.every = "P2W";
    }

    /** A new person on a route, in the place of one of its made-up customers. */
    private Customer tell(Route route, String name, String goesBy, boolean commercial) {
        var place = demo.customers.stream()
                .filter(customer -> customer.route == route && !told.contains(customer))
                .findFirst()
                .orElseThrow();
        var person = new Customer(place.code, name, route, today.minusDays(420));
        person.goesBy = goesBy;
        person.commercial = commercial;
        person.phone = place.phone;
        person.address = place.address;
        person.access = place.access;
        person.latitude = place.latitude;
        person.longitude = place.longitude;
        person.usualStart = place.usualStart;
        person.soldBy = route.technician.name;
        person.annualValue = commercial ? 1500 : 480;
        demo.customers.set(demo.customers.indexOf(place), person);
        told.add(person);
        return person;
    }

    private Customer named(String name) {
        return told.stream()
                .filter(person -> person.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Visit upcoming(Customer customer) {
        return customer.visits.stream()
                .filter(visit -> visit.status.equals("planned") || visit.status.equals("confirmed"))
                .findFirst()
                .orElse(null);
    }

    private static void tooEarly(Visit visit) {
        if (visit != null) {
            visit.start = LocalTime.of(9, 45);
            visit.notifiedAt = null;
        }
    }

    /** The phone rang this morning: the absence is known, the visits still stand under the name. */
    private void calledInSick(DemoPeople.Technician technician) {
        var day = DemoOffices.nextWorkday(today);
        technician.absences.removeIf(absence -> absence.covers(day));
        technician.absences.add(new Absence(day, day, "sick", "Called at seven"));
    }

    private void waitingSince(Customer customer) {
        customer.visits.removeIf(visit -> visit.dueOn.isAfter(today.minusDays(20)));
        var waiting = new Visit(customer, DemoOffices.lastWorkday(today.minusDays(2)));
        customer.visits.add(waiting);
    }

    /** Two visits of one technician at the same hour: what an export from elsewhere may hold and the board must show. */
    private void doubleBooked() {
        for (var route : List.of(demo.route("HILL", "Valley"), demo.route("RIVER", "West end"))) {
            for (var date = herDay; date.isBefore(herDay.plusDays(5)); date = date.plusDays(1)) {
                var day = route.technician.on(date).stream()
                        .filter(visit -> visit.status.equals("planned") || visit.status.equals("confirmed"))
                        .toList();
                if (day.size() > 2) {
                    day.get(1).start = day.get(0).start.plusMinutes(15);
                    break;
                }
            }
        }
    }

    /** Some have left since; at Riverside the most. Nobody comes to them any more. */
    private void goodbyes() {
        var everyOneOf = Map.of("RIVER", 60, "BAY", 75, "HILL", 100, "LAKE", 120);
        var met = new HashMap<String, Integer>();
        for (var customer : demo.customers) {
            var office = customer.route.office.code();
            int number = met.merge(office, 1, Integer::sum);
            if (number % everyOneOf.get(office) == 30 && !told.contains(customer)) {
                var last = today.minusDays(20 + number % 280);
                customer.cancelledOn = last;
                customer.cancelReason = GOODBYES.get(number / 7 % GOODBYES.size());
                customer.visits.removeIf(visit -> !(visit.date == null ? visit.dueOn : visit.date).isBefore(last));
            }
        }
    }

    private void introduceStandIns() {
        for (var customer : demo.customers) {
            if (random.nextInt(40) == 0 && customer.technician != null) {
                demo.introductions.add(new Introduction(
                        customer, demo.standIn(customer.route.office), today.minusDays(10 + random.nextInt(200))));
            }
        }
    }
}
