package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Four offices as they are in life: 24 routes, 30 technicians, 2,400 customers served every two to twelve weeks, a year of
 * history and two weeks ahead of seven to nine stops a run. Three customers in four have stated something.
 */
final class BenchmarkWorld {

    static final LocalDateTime NOW = LocalDateTime.of(2026, 10, 5, 7, 30);

    private static final LocalDate TODAY = NOW.toLocalDate();
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<PreferenceKind> STATED = List.of(
            PreferenceKind.PERSON,
            PreferenceKind.PERSON,
            PreferenceKind.FACES,
            PreferenceKind.WINDOW,
            PreferenceKind.WINDOW,
            PreferenceKind.WEEKDAYS,
            PreferenceKind.FAMILIAR,
            PreferenceKind.NOTICE,
            PreferenceKind.LANGUAGE,
            PreferenceKind.STEADY_DAY,
            PreferenceKind.STEADY_TIME,
            PreferenceKind.GAP,
            PreferenceKind.NEVER,
            PreferenceKind.REMEMBER);

    final World world;
    /** The visits ahead, in the order of a board: office, route, day, start. */
    final VisitFacts[] ahead;

    private final Random random = new Random(20261005);
    private final List<VisitFacts> visits = new ArrayList<>();
    private final List<VisitFacts> planned = new ArrayList<>();
    private int codes;

    BenchmarkWorld() {
        var builder = World.builder();
        for (int i = 0; i < 4; i++) {
            var office = new OfficeFacts("O" + i, "Office " + i, ZoneId.of("America/Chicago"));
            var technicians = new ArrayList<TechnicianFacts>();
            for (int t = 0; t < 8; t++) {
                technicians.add(new TechnicianFacts(
                        "O" + i + "T" + t,
                        "Name" + t + " Of" + i,
                        office,
                        List.of(new SkillFacts("general", null), new SkillFacts("rodent", TODAY.plusDays(300))),
                        t % 3 == 0 ? List.of("en", "es") : List.of("en"),
                        LocalDate.of(2022, 3, 1),
                        null,
                        WORKDAYS,
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        t == 1
                                ? List.of(new AbsenceFacts(TODAY, TODAY.plusDays(4), AbsenceKind.VACATION))
                                : List.of()));
            }
            builder.technicians(technicians);
            for (int r = 0; r < 6; r++) {
                addRoute(office, "R" + r, technicians);
            }
        }
        for (var kind : List.of(
                ProtocolKind.ON_DUE_DAY,
                ProtocolKind.ARRIVAL,
                ProtocolKind.TRAVEL,
                ProtocolKind.HOME_ROUTE,
                ProtocolKind.ROUTE_TECHNICIAN,
                ProtocolKind.MAX_STOPS)) {
            builder.protocol(new ProtocolFacts(
                    "X" + kind, null, kind, null, LocalTime.of(8, 0), LocalTime.of(17, 0), Level.REASON));
        }
        builder.protocol(new ProtocolFacts("XR", null, ProtocolKind.ROTATE, 6, null, null, Level.INFORM));
        world = builder.visits(visits).build();
        ahead = planned.toArray(VisitFacts[]::new);
    }

    private void addRoute(OfficeFacts office, String code, List<TechnicianFacts> technicians) {
        var usual = technicians.get(random.nextInt(technicians.size()));
        var route = new RouteFacts(office.code() + code, code, office, usual, WORKDAYS, 9);
        for (int day = 0; day < 14; day++) {
            var date = TODAY.plusDays(day);
            if (WORKDAYS.contains(date.getDayOfWeek())) {
                var driver = random.nextInt(8) == 0 ? technicians.get(random.nextInt(technicians.size())) : usual;
                int stops = 7 + random.nextInt(3);
                for (int stop = 0; stop < stops; stop++) {
                    addCustomer(route, driver, date, 8 * 60 + 60 * stop + 5 * random.nextInt(4), technicians);
                }
            }
        }
    }

    private void addCustomer(
            RouteFacts route, TechnicianFacts driver, LocalDate date, int start, List<TechnicianFacts> technicians) {
        var office = route.office();
        var theirs = random.nextInt(3) == 0 ? technicians.get(random.nextInt(technicians.size())) : route.technician();
        var wishes = new ArrayList<PreferenceFacts>();
        for (int n = random.nextInt(4); n > 0; n--) {
            wishes.add(preference(STATED.get(random.nextInt(STATED.size())), technicians));
        }
        var customer = new CustomerFacts(
                "C" + ++codes,
                "Somebody " + codes,
                null,
                office,
                theirs,
                List.of(GivesWay.DAY, GivesWay.TIME, GivesWay.NOTICE, GivesWay.PERSON),
                wishes,
                List.of());
        var site = new SiteFacts("S" + codes, 41.8 + random.nextDouble() / 10, -87.7 + random.nextDouble() / 10);
        var agreement = new AgreementFacts("A" + codes, List.of(random.nextBoolean() ? "general" : "Rodent"), route);
        int every = List.of(14, 28, 28, 28, 56, 84).get(random.nextInt(6));
        for (var past = date.minusDays(every); past.isAfter(TODAY.minusYears(1)); past = past.minusDays(every)) {
            var who = random.nextInt(6) == 0 ? technicians.get(random.nextInt(technicians.size())) : theirs;
            visits.add(visit(customer, site, agreement, past, past, start, route, who, VisitStatus.DONE));
        }
        var due = random.nextInt(8) == 0 ? date.minusDays(1) : date;
        var next = visit(customer, site, agreement, due, date, start, route, driver, VisitStatus.PLANNED);
        visits.add(next);
        planned.add(next);
    }

    private VisitFacts visit(
            CustomerFacts customer,
            SiteFacts site,
            AgreementFacts agreement,
            LocalDate due,
            LocalDate date,
            int start,
            RouteFacts route,
            TechnicianFacts who,
            VisitStatus status) {
        return new VisitFacts(
                "V" + ++codes,
                customer,
                site,
                agreement,
                due,
                40,
                false,
                random.nextBoolean() ? date.minusDays(2).atTime(10, 0) : null,
                Set.of(),
                new Assignment(date, Minutes.time(start), route, who, status));
    }

    private PreferenceFacts preference(PreferenceKind kind, List<TechnicianFacts> technicians) {
        boolean people = kind == PreferenceKind.NEVER || (kind == PreferenceKind.PERSON && random.nextBoolean());
        return new PreferenceFacts(
                "P" + ++codes,
                kind,
                people ? List.of(technicians.get(random.nextInt(technicians.size()))) : List.of(),
                kind == PreferenceKind.WEEKDAYS ? WORKDAYS : Set.of(),
                LocalTime.of(8, 30),
                LocalTime.of(15, 0),
                null,
                null,
                switch (kind) {
                    case FACES -> Integer.valueOf(3);
                    case NOTICE -> Integer.valueOf(24);
                    case STEADY_TIME -> Integer.valueOf(60);
                    case GAP -> Integer.valueOf(10);
                    default -> null;
                },
                kind == PreferenceKind.FACES ? 365 : null,
                "es",
                null,
                List.of(Answer.PROMISED, Answer.WILL_TRY, Answer.UNANSWERED).get(random.nextInt(3)),
                "As I said.",
                null,
                null);
    }
}
