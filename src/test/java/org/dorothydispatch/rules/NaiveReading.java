package org.dorothydispatch.rules;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A second reading of {@code spec/checks.md}, word by word, slow on purpose and without a line of the first: it looks at
 * all visits for every question and reads nothing but the facts.
 */
final class NaiveReading {

    /** What came of one rule on one visit. */
    record Verdict(String side, String kind, String code, boolean broken, boolean consented, String level) {

        String line(VisitFacts v) {
            return String.join(
                    ",",
                    v.code(),
                    v.assignment().date().toString(),
                    v.assignment().technician().code(),
                    side,
                    kind,
                    code,
                    consented ? "CONSENTED" : "BROKEN",
                    level);
        }
    }

    private final Collection<VisitFacts> all;
    private final List<ProtocolFacts> protocols;
    private final LocalDateTime now;

    NaiveReading(Collection<VisitFacts> all, List<ProtocolFacts> protocols, LocalDateTime now) {
        this.all = all;
        this.protocols = protocols;
        this.now = now;
    }

    /** The flags of a visit as lines of {@code expected-flags.csv}, in the order of files. */
    List<String> flags(VisitFacts v) {
        return verdicts(v).stream()
                .filter(Verdict::broken)
                .sorted(Comparator.comparing(Verdict::side)
                        .thenComparing(Verdict::kind)
                        .thenComparing(Verdict::code))
                .map(verdict -> verdict.line(v))
                .toList();
    }

    /** Every rule that applies to the visit, broken or kept. */
    List<Verdict> verdicts(VisitFacts v) {
        var verdicts = new ArrayList<Verdict>();
        if (!live(v) || date(v) == null || person(v) == null) {
            return verdicts;
        }
        for (var p : v.customer().preferences()) {
            boolean applies = p.answer() != Answer.DECLINED
                    && (p.validFrom() == null || date(v).compareTo(p.validFrom()) >= 0)
                    && (p.validTo() == null || date(v).compareTo(p.validTo()) <= 0);
            if (applies) {
                boolean broken = broken(p, v);
                verdicts.add(new Verdict(
                        "customer",
                        p.kind().toString(),
                        p.code(),
                        broken,
                        broken && v.consentsTo(p.code()),
                        p.answer().toString().toLowerCase(Locale.ROOT)));
            }
        }
        for (var p : protocols) {
            if (p.office() == null
                    || p.office().code().equals(v.customer().office().code())) {
                verdicts.add(new Verdict(
                        "company",
                        p.kind().toString(),
                        p.code(),
                        broken(p, v),
                        false,
                        p.level().toString().toLowerCase(Locale.ROOT)));
            }
        }
        verdicts.add(block("NOT_EMPLOYED", notEmployed(v)));
        verdicts.add(block(
                "ABSENT",
                person(v).absences().stream()
                        .anyMatch(a -> a.from().compareTo(date(v)) <= 0 && date(v).compareTo(a.to()) <= 0)));
        verdicts.add(block("OFF_SHIFT", offShift(v)));
        verdicts.add(block(
                "KEPT_AWAY", v.customer().keptAway().stream().anyMatch(person(v).code()::equals)));
        verdicts.add(block(
                "UNLICENSED",
                v.agreement() != null && v.agreement().skills().stream().anyMatch(skill -> !has(v, skill))));
        verdicts.add(block(
                "DOUBLE_BOOKED",
                start(v) != null
                        && all.stream()
                                .filter(u -> u != v && live(u) && start(u) != null)
                                .filter(u -> same(person(u), person(v)) && Objects.equals(date(u), date(v)))
                                .anyMatch(u -> minute(start(u)) < end(v) && minute(start(v)) < end(u))));
        return verdicts;
    }

    private boolean broken(PreferenceFacts p, VisitFacts v) {
        var t = person(v);
        var d = date(v);
        return switch (p.kind()) {
            case PERSON -> {
                var list = new ArrayList<>(p.technicians());
                if (list.isEmpty()) {
                    if (v.customer().technician() == null) {
                        yield false;
                    }
                    list.add(v.customer().technician());
                }
                if (same(list.removeFirst(), t)) {
                    yield false;
                }
                yield !(contains(list, t) && knows(v));
            }
            case ONLY -> !contains(p.technicians(), t);
            case NEVER -> contains(p.technicians(), t);
            case FAMILIAR -> !knows(v) && !(earlier(v).isEmpty() && v.customer().technician() == null);
            case FACES -> {
                var s = earlier(v).stream()
                        .filter(u -> date(u).compareTo(d.minusDays(p.days())) > 0)
                        .map(u -> person(u).code())
                        .collect(Collectors.toCollection(TreeSet::new));
                yield !s.contains(t.code()) && s.size() + 1 > p.number();
            }
            case WEEKDAYS -> p.weekdays().stream().noneMatch(day -> day == d.getDayOfWeek());
            case WINDOW ->
                (p.weekdays().isEmpty() || p.weekdays().contains(d.getDayOfWeek())) && outside(v, p.from(), p.to());
            case NOT_DATES -> p.datesFrom().compareTo(d) <= 0 && d.compareTo(p.datesTo()) <= 0;
            case LANGUAGE -> t.languages().stream().noneMatch(l -> primary(l).equals(primary(p.language())));
            case SKILL -> !has(v, p.skill());
            case STEADY_DAY ->
                last(v, false)
                        .filter(u -> date(u).getDayOfWeek() != d.getDayOfWeek())
                        .isPresent();
            case STEADY_TIME ->
                start(v) != null
                        && last(v, true)
                                .filter(u -> Math.abs(MINUTES.between(start(u), start(v))) > p.number())
                                .isPresent();
            case GAP ->
                last(v, false)
                        .map(u -> DAYS.between(date(u), d))
                        .filter(days ->
                                (p.number() != null && days < p.number()) || (p.days() != null && days > p.days()))
                        .isPresent();
            case ASK_FIRST -> !d.equals(v.dueOn());
            case NOTICE -> {
                if (start(v) == null) {
                    yield false;
                }
                var latest = LocalDateTime.of(d, start(v)).minusHours(p.number());
                yield now.compareTo(latest) >= 0
                        && (v.notifiedAt() == null || v.notifiedAt().compareTo(latest) > 0);
            }
            case REMEMBER -> false;
        };
    }

    private boolean broken(ProtocolFacts p, VisitFacts v) {
        var t = person(v);
        var route = v.assignment().route();
        return switch (p.kind()) {
            case ON_DUE_DAY -> Math.abs(DAYS.between(date(v), v.dueOn())) > (p.number() == null ? 0 : p.number());
            case ARRIVAL -> outside(v, p.from(), p.to());
            case ROTATE -> {
                var earlier = earlier(v);
                int n = p.number();
                yield earlier.size() >= n
                        && earlier.subList(earlier.size() - n, earlier.size()).stream()
                                .allMatch(u -> same(person(u), t));
            }
            case HOME_ROUTE ->
                v.agreement() != null
                        && v.agreement().route() != null
                        && !same(v.agreement().route(), route);
            case ROUTE_TECHNICIAN -> route != null && route.technician() != null && !same(route.technician(), t);
            case HOME_OFFICE -> !t.office().code().equals(v.customer().office().code());
            case TRAVEL -> {
                if (start(v) == null) {
                    yield false;
                }
                var previous = all.stream()
                        .filter(u -> live(u) && same(person(u), t) && date(v).equals(date(u)) && start(u) != null)
                        .filter(u -> key(u, false).compareTo(key(v, false)) < 0)
                        .max(Comparator.comparing(u -> key(u, false)));
                yield previous.isPresent()
                        && end(previous.get()) + drive(previous.get().site(), v.site())
                                > minute(start(v)) + (p.number() == null ? 0 : p.number());
            }
            case MAX_STOPS -> {
                var n = p.number() != null ? p.number() : route == null ? null : route.maxStops();
                if (route == null || n == null) {
                    yield false;
                }
                var stops = all.stream()
                        .filter(u -> live(u) && same(u.assignment().route(), route) && date(v).equals(date(u)))
                        .sorted(Comparator.comparing(u -> key(u, true)))
                        .toList();
                yield stops.indexOf(v) >= n;
            }
        };
    }

    private static boolean notEmployed(VisitFacts v) {
        var t = person(v);
        return (t.startsOn() != null && date(v).compareTo(t.startsOn()) < 0)
                || (t.endsOn() != null && date(v).compareTo(t.endsOn()) > 0);
    }

    private static boolean offShift(VisitFacts v) {
        var t = person(v);
        return !t.weekdays().contains(date(v).getDayOfWeek()) || outside(v, t.shiftStart(), t.shiftEnd());
    }

    private static boolean outside(VisitFacts v, @Nullable LocalTime from, @Nullable LocalTime to) {
        return start(v) != null
                && ((from != null && minute(start(v)) < minute(from)) || (to != null && end(v) > minute(to)));
    }

    private List<VisitFacts> earlier(VisitFacts v) {
        return all.stream()
                .filter(u -> u != v && u.customer().code().equals(v.customer().code()))
                .filter(u -> live(u) && person(u) != null && date(u) != null)
                .filter(u -> (date(u) + key(u, false)).compareTo(date(v) + key(v, false)) < 0)
                .sorted(Comparator.comparing(u -> date(u) + key(u, false)))
                .toList();
    }

    private Optional<VisitFacts> last(VisitFacts v, boolean withStart) {
        return earlier(v).reversed().stream()
                .filter(u -> v.agreement() != null && same(u.agreement(), v.agreement()))
                .filter(u -> !withStart || start(u) != null)
                .findFirst();
    }

    boolean knows(VisitFacts v) {
        return earlier(v).stream().anyMatch(u -> same(person(u), person(v)))
                || v.customer().introductions().stream()
                        .anyMatch(i -> same(i.technician(), person(v)) && i.on().compareTo(date(v)) <= 0)
                || same(v.customer().technician(), person(v));
    }

    private static boolean has(VisitFacts v, String skill) {
        return person(v).skills().stream()
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(skill.toLowerCase(Locale.ROOT)))
                .anyMatch(s -> s.validThrough() == null || s.validThrough().compareTo(date(v)) >= 0);
    }

    /** "09:30 V7", with what has no start before or after everything. */
    private static String key(VisitFacts u, boolean noneLast) {
        return (start(u) == null ? (noneLast ? "99:99" : "--:--") : "" + start(u)) + " " + u.code();
    }

    private static double drive(SiteFacts a, SiteFacts b) {
        double lat1 = Math.toRadians(a.latitude());
        double lat2 = Math.toRadians(b.latitude());
        double dLon = Math.toRadians(b.longitude() - a.longitude());
        double angle = 2
                * Math.asin(Math.sqrt(Math.pow(Math.sin((lat2 - lat1) / 2), 2)
                        + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(dLon / 2), 2)));
        return 60 * 1.3 * (6371.0088 * angle) / 40;
    }

    private static Verdict block(String kind, boolean broken) {
        return new Verdict("feasibility", kind, "", broken, false, "block");
    }

    private static boolean live(VisitFacts u) {
        return List.of(VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.DONE)
                .contains(u.assignment().status());
    }

    private static String primary(String language) {
        return language.split("-")[0].toLowerCase(Locale.ROOT);
    }

    private static boolean contains(List<TechnicianFacts> list, TechnicianFacts t) {
        return list.stream().anyMatch(other -> same(other, t));
    }

    private static boolean same(@Nullable TechnicianFacts a, @Nullable TechnicianFacts b) {
        return a != null && b != null && a.code().equals(b.code());
    }

    private static boolean same(@Nullable RouteFacts a, @Nullable RouteFacts b) {
        return a != null && b != null && a.code().equals(b.code());
    }

    private static boolean same(@Nullable AgreementFacts a, @Nullable AgreementFacts b) {
        return a != null && b != null && a.code().equals(b.code());
    }

    private static TechnicianFacts person(VisitFacts u) {
        return u.assignment().technician();
    }

    private static LocalDate date(VisitFacts u) {
        return u.assignment().date();
    }

    private static @Nullable LocalTime start(VisitFacts u) {
        return u.assignment().start();
    }

    private static int end(VisitFacts u) {
        return minute(start(u)) + u.minutes();
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
