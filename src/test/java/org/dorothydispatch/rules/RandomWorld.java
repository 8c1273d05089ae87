package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A small crowded world made from a seed: two offices, five technicians, a handful of customers who want every kind of
 * thing, and five weeks of visits on a coarse grid of days and times, so that neighbours, ties and bounds are met often.
 */
final class RandomWorld {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 35;
    private static final List<String> SKILLS = List.of("general", "Rodent", "TERMITE");
    private static final List<String> LANGUAGES = List.of("en", "EN-GB", "es", "es-MX", "Fr");

    final World world;
    final List<ProtocolFacts> protocols = new ArrayList<>();
    final LocalDateTime now;

    private final Random random;
    private final List<OfficeFacts> offices;
    private final List<TechnicianFacts> technicians = new ArrayList<>();
    private final List<RouteFacts> routes = new ArrayList<>();
    private int codes;

    RandomWorld(long seed) {
        this(seed, UnaryOperator.identity());
    }

    /** The same world under other protocols. */
    RandomWorld(long seed, UnaryOperator<ProtocolFacts> rule) {
        random = new Random(seed);
        offices = List.of(
                new OfficeFacts("O1", "Riverside", ZoneId.of("America/Chicago")),
                new OfficeFacts("O2", "Hilltop", ZoneId.of("America/Denver")));
        for (int i = 0; i < 5; i++) {
            technicians.add(technician(i));
        }
        for (int i = 0; i < 4; i++) {
            routes.add(new RouteFacts(
                    "R" + i,
                    "Route " + i,
                    offices.get(i % 2),
                    maybe(0.8, this::anybody),
                    MONDAY_TO_SATURDAY,
                    maybe(0.7, () -> 1 + random.nextInt(3))));
        }
        for (var kind : ProtocolKind.values()) {
            protocols.add(protocol(kind, null));
            if (random.nextBoolean()) {
                protocols.add(protocol(kind, one(offices)));
            }
        }
        protocols.replaceAll(rule);
        var visits = new ArrayList<VisitFacts>();
        for (int i = 0; i < 5; i++) {
            addVisitsOf(customer(i), visits);
        }
        Collections.shuffle(visits, random);
        now = day().atTime(random.nextInt(24), 30 * random.nextInt(2));
        world = World.builder()
                .technicians(technicians)
                .routes(routes)
                .protocols(protocols)
                .visits(visits)
                .build();
    }

    List<Flag> flags(Checks checks, VisitFacts visit) {
        return checks.check(world, visit, Now.local(now));
    }

    NaiveReading naively() {
        return new NaiveReading(world.visits(), protocols, now);
    }

    VisitFacts anyVisit() {
        return one(List.copyOf(world.visits()));
    }

    /** Some other place for a visit, now and then nowhere. */
    Assignment anyAssignment() {
        if (chance(0.05)) {
            return Assignment.unassigned();
        }
        return new Assignment(
                maybe(0.97, this::day),
                maybe(0.9, this::start),
                maybe(0.9, () -> one(routes)),
                maybe(0.97, this::anybody),
                status());
    }

    /** A move as a dispatcher makes it: one or two things change. */
    Assignment anyMoveOf(VisitFacts visit) {
        var from = visit.assignment();
        var to = anyAssignment();
        return random.nextBoolean()
                ? to
                : new Assignment(
                        chance(0.5) ? from.date() : to.date(),
                        chance(0.5) ? from.start() : to.start(),
                        chance(0.5) ? from.route() : to.route(),
                        chance(0.5) ? from.technician() : to.technician(),
                        chance(0.8) ? from.status() : to.status());
    }

    List<TechnicianFacts> technicians() {
        return technicians;
    }

    private static final Set<DayOfWeek> MONDAY_TO_SATURDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);

    private TechnicianFacts technician(int i) {
        var skills = new ArrayList<SkillFacts>();
        for (var skill : SKILLS) {
            if (chance(0.8)) {
                skills.add(new SkillFacts(anyCase(skill), maybe(0.4, this::day)));
            }
        }
        var absences = new ArrayList<AbsenceFacts>();
        for (int n = random.nextInt(3); n > 0; n--) {
            var from = day();
            absences.add(new AbsenceFacts(from, from.plusDays(random.nextInt(4)), one(List.of(AbsenceKind.values()))));
        }
        return new TechnicianFacts(
                "T" + i,
                List.of("Ana Petrov", "Ben Okafor", "Cy Lindgren", "Ana Reed", "Lia Moreau")
                        .get(i),
                offices.get(i % 2),
                skills,
                some(LANGUAGES, 2),
                maybe(0.2, () -> FIRST_DAY.plusDays(random.nextInt(6))),
                maybe(0.2, () -> FIRST_DAY.plusDays(DAYS - random.nextInt(6))),
                MONDAY_TO_SATURDAY,
                LocalTime.of(7 + random.nextInt(2), 0),
                LocalTime.of(16 + random.nextInt(2), 0),
                absences);
    }

    private ProtocolFacts protocol(ProtocolKind kind, @Nullable OfficeFacts office) {
        var number = switch (kind) {
            case ON_DUE_DAY -> maybe(0.5, () -> random.nextInt(3));
            case ROTATE -> Integer.valueOf(1 + random.nextInt(3));
            case TRAVEL -> maybe(0.5, () -> random.nextInt(20));
            case MAX_STOPS -> maybe(0.5, () -> 1 + random.nextInt(3));
            default -> null;
        };
        return new ProtocolFacts(
                "X" + ++codes,
                office,
                kind,
                number,
                maybe(0.7, () -> LocalTime.of(8 + random.nextInt(2), 30)),
                maybe(0.7, () -> LocalTime.of(15 + random.nextInt(2), 30)),
                chance(0.15) ? Level.BLOCK : one(List.of(Level.REASON, Level.INFORM)));
    }

    private CustomerFacts customer(int i) {
        var preferences = new ArrayList<PreferenceFacts>();
        for (var kind : PreferenceKind.values()) {
            if (chance(0.45)) {
                preferences.add(preference(kind));
            }
        }
        var introductions = new ArrayList<IntroductionFacts>();
        if (chance(0.5)) {
            introductions.add(new IntroductionFacts(anybody(), day()));
        }
        return new CustomerFacts(
                "C" + i,
                "Customer " + i,
                maybe(0.5, () -> "Friend " + i),
                one(offices),
                maybe(0.6, this::anybody),
                some(List.of(GivesWay.values()), 4),
                preferences,
                introductions,
                // Rare, and of each customer's own: a blocked place hides what else is wrong there.
                i % 7 == 3 ? Set.of(technicians.get(i % technicians.size()).code()) : Set.of());
    }

    private PreferenceFacts preference(PreferenceKind kind) {
        boolean people = EnumSet.of(PreferenceKind.PERSON, PreferenceKind.ONLY, PreferenceKind.NEVER)
                .contains(kind);
        boolean weekdays = kind == PreferenceKind.WEEKDAYS || (kind == PreferenceKind.WINDOW && chance(0.4));
        Integer number = switch (kind) {
            case FACES -> Integer.valueOf(1 + random.nextInt(2));
            case STEADY_TIME -> Integer.valueOf(30 * random.nextInt(4));
            case GAP -> maybe(0.7, () -> random.nextInt(9));
            case NOTICE -> Integer.valueOf(12 * (1 + random.nextInt(4)));
            default -> null;
        };
        Integer days = switch (kind) {
            case FACES -> Integer.valueOf(5 + random.nextInt(30));
            case GAP -> maybe(0.7, () -> 7 + random.nextInt(10));
            default -> null;
        };
        var datesFrom = day();
        return new PreferenceFacts(
                "P" + ++codes,
                kind,
                people ? some(technicians, 3) : List.of(),
                weekdays ? new HashSet<>(some(List.of(DayOfWeek.values()), 4)) : Set.of(),
                maybe(0.7, () -> LocalTime.of(8 + random.nextInt(3), 30)),
                maybe(0.7, () -> LocalTime.of(12 + random.nextInt(4), 0)),
                datesFrom,
                datesFrom.plusDays(random.nextInt(10)),
                number,
                days,
                one(LANGUAGES),
                anyCase(one(SKILLS)),
                one(List.of(Answer.values())),
                maybe(0.5, () -> "As I said."),
                maybe(0.2, this::day),
                maybe(0.2, this::day));
    }

    private void addVisitsOf(CustomerFacts customer, List<VisitFacts> visits) {
        var site = new SiteFacts("S" + ++codes, 41.9 + random.nextDouble() / 8, -87.6 + random.nextDouble() / 8);
        var agreements = new ArrayList<AgreementFacts>();
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            agreements.add(new AgreementFacts("A" + ++codes, some(SKILLS, 2), maybe(0.7, () -> one(routes))));
        }
        for (int n = 6 + random.nextInt(9); n > 0; n--) {
            var there = anyAssignment();
            var consents = new HashSet<String>();
            customer.preferences().stream().filter(wish -> chance(0.15)).forEach(wish -> consents.add(wish.code()));
            var due = there.date() == null || chance(0.3) ? day() : there.date().plusDays(random.nextInt(3) - 1);
            visits.add(new VisitFacts(
                    "V" + random.nextInt(10) + ++codes,
                    customer,
                    site,
                    maybe(0.85, () -> one(agreements)),
                    due,
                    30 * (1 + random.nextInt(3)),
                    chance(0.1),
                    maybe(0.4, () -> day().atTime(random.nextInt(24), 0)),
                    consents,
                    there));
        }
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private LocalTime start() {
        return LocalTime.of(7 + random.nextInt(10), 30 * random.nextInt(2));
    }

    private TechnicianFacts anybody() {
        return one(technicians);
    }

    private VisitStatus status() {
        return random.nextInt(8) == 0
                ? one(List.of(VisitStatus.values()))
                : one(List.of(VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.DONE));
    }

    private String anyCase(String word) {
        return random.nextBoolean() ? word.toUpperCase() : word.toLowerCase();
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> @Nullable T maybe(double probability, Supplier<T> value) {
        return chance(probability) ? value.get() : null;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Up to so many of them, in any order. */
    private <T> List<T> some(List<T> all, int most) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, random.nextInt(most + 1)));
    }
}
