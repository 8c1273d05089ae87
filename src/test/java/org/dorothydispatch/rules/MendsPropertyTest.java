package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dorothydispatch.travel.StraightLine;

/**
 * Mends against a plain search: every day, person and start of the horizon is tried by moving the visit there, judged by
 * the naive reading, and put in order by walking down the customer's list.
 */
class MendsPropertyTest {

    private static int offered;
    private static int impossible;

    private final Checks checks = new Checks(new StraightLine());

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyBrokenPreferenceIsOfferedItsCheapestMendWhereThereIsOne(@ForAll long seed) {
        var random = new RandomWorld(seed);
        var now = Now.local(random.now);
        var from = random.now.toLocalDate().minusDays(1);
        var horizon = new Horizon(from, from.plusDays(5), random.technicians());
        for (var visit : random.world.visits().stream()
                .filter(v -> v.assignment().status() == VisitStatus.PLANNED)
                .filter(v ->
                        broken(random, v).stream().anyMatch(flag -> flag.side().equals("customer")))
                .limit(3)
                .toList()) {
            var present = broken(random, visit);
            var mends = new Mends(checks).mends(random.world, visit, now, horizon);
            var places = everywhere(random, visit, horizon);
            for (var flag : present) {
                if (flag.side().equals("customer")) {
                    expectCheapest(visit, flag, present, places, mends);
                }
            }
            for (var mend : mends) {
                var place = places.stream()
                        .filter(p -> p.there.equals(mend.assignment()))
                        .findFirst()
                        .orElseThrow();
                assertThat(place.acceptable(present)).as("%s", mend).isTrue();
                assertThat(mend.needsConsentFor())
                        .containsExactlyInAnyOrderElementsOf(place.customer().stream()
                                .map(NaiveReading.Verdict::code)
                                .toList());
                assertThat(mend.sentence()).contains(": ").doesNotContain("null");
            }
        }
    }

    @AfterContainer
    static void bothSidesWereMetOften() {
        assertThat(offered).isGreaterThan(100);
        assertThat(impossible).isGreaterThan(100);
    }

    private static void expectCheapest(
            VisitFacts visit,
            NaiveReading.Verdict flag,
            List<NaiveReading.Verdict> present,
            List<Place> places,
            List<Mend> mends) {
        var cheapest = places.stream()
                .filter(place -> place.acceptable(present) && place.mends(flag, present, visit.customer()))
                .min(Place.cheapestFirst(visit));
        if (cheapest.isPresent()) {
            offered++;
            assertThat(mends).extracting(Mend::assignment).contains(cheapest.get().there);
        } else {
            impossible++;
            for (var mend : mends) {
                assertThat(places.stream().filter(place -> place.there.equals(mend.assignment())))
                        .noneMatch(place -> place.mends(flag, present, visit.customer()));
            }
        }
    }

    private static List<NaiveReading.Verdict> broken(RandomWorld random, VisitFacts visit) {
        return random.naively().verdicts(visit).stream()
                .filter(verdict -> verdict.broken() && !verdict.consented())
                .toList();
    }

    private static List<Place> everywhere(RandomWorld random, VisitFacts visit, Horizon horizon) {
        var present = visit.assignment();
        var places = new ArrayList<Place>();
        for (var there : NaivePlaces.of(random.world, visit, horizon, random.now)) {
            random.world.move(visit, there);
            places.add(new Place(there, broken(random, visit), strangeness(random, visit, present)));
        }
        random.world.move(visit, present);
        return places;
    }

    /** Asked where the visit stands now: 0 for who came before or is theirs, 1 for somebody they know, 2 for a stranger. */
    private static int strangeness(RandomWorld random, VisitFacts visit, Assignment before) {
        var person = visit.assignment().technician();
        var theirs = new TreeSet<String>();
        theirs.add(before.technician().code());
        if (visit.customer().technician() != null) {
            theirs.add(visit.customer().technician().code());
        }
        for (var wish : visit.customer().preferences()) {
            if (wish.kind() == PreferenceKind.PERSON
                    && wish.answer() != Answer.DECLINED
                    && (wish.validFrom() == null
                            || !wish.validFrom().isAfter(visit.assignment().date()))
                    && (wish.validTo() == null
                            || !wish.validTo().isBefore(visit.assignment().date()))
                    && !wish.technicians().isEmpty()) {
                theirs.add(wish.technicians().getFirst().code());
            }
        }
        return theirs.contains(person.code()) ? 0 : random.naively().knows(visit) ? 1 : 2;
    }

    private record Place(Assignment there, List<NaiveReading.Verdict> broken, int strangeness) {

        List<NaiveReading.Verdict> customer() {
            return broken.stream().filter(v -> v.side().equals("customer")).toList();
        }

        /** Nothing blocks it, and no promise breaks that is kept now. */
        boolean acceptable(List<NaiveReading.Verdict> present) {
            return broken.stream().noneMatch(v -> v.level().equals("block"))
                    && broken.stream().filter(v -> v.level().equals("promised")).allMatch(v -> isAmong(v, present));
        }

        /** The preference is kept, and nothing breaks anew that gives way later. */
        boolean mends(NaiveReading.Verdict flag, List<NaiveReading.Verdict> present, CustomerFacts customer) {
            return !isAmong(flag, broken)
                    && customer().stream()
                            .filter(v -> !isAmong(v, present))
                            .noneMatch(v -> givesWay(customer).indexOf(about(v))
                                    > givesWay(customer).indexOf(about(flag)));
        }

        static Comparator<Place> cheapestFirst(VisitFacts visit) {
            var before = visit.assignment();
            Comparator<Place> order = Comparator.comparingLong(place -> place.count("promised", null));
            for (var thing : givesWay(visit.customer()).reversed()) {
                order = order.thenComparingLong(place -> place.count("will_try", thing))
                        .thenComparingLong(place -> place.count("unanswered", thing))
                        .thenComparingLong(place -> switch (thing) {
                            case "person" -> place.strangeness;
                            case "day" -> place.daysFrom(before.date());
                            case "time" ->
                                before.start() == null
                                        ? 0
                                        : Math.abs(ChronoUnit.MINUTES.between(before.start(), place.there.start()));
                            default -> 0;
                        });
            }
            return order.thenComparing(place ->
                            place.broken.stream().anyMatch(v -> v.side().equals("company")))
                    .thenComparing(place -> place.there.technician() != before.technician())
                    .thenComparingLong(place -> place.daysFrom(visit.dueOn()))
                    .thenComparing(place -> place.there.date())
                    .thenComparing(place -> String.valueOf(place.there.start()))
                    .thenComparing(place -> place.there.technician().code());
        }

        private long daysFrom(LocalDate date) {
            return Math.abs(ChronoUnit.DAYS.between(date, there.date()));
        }

        private long count(String level, String about) {
            return customer().stream()
                    .filter(v -> v.level().equals(level) && (about == null || about(v).equals(about)))
                    .count();
        }

        private static boolean isAmong(NaiveReading.Verdict verdict, List<NaiveReading.Verdict> others) {
            return others.stream().anyMatch(other -> other.code().equals(verdict.code()));
        }

        /** What gives way first comes first; what the customer did not list before what they did. */
        private static List<String> givesWay(CustomerFacts customer) {
            var listed = customer.givesWay().stream().map(GivesWay::word).toList();
            var all = new ArrayList<>(List.of("time", "notice", "day", "person"));
            all.removeAll(listed);
            all.addAll(listed);
            return all;
        }

        private static String about(NaiveReading.Verdict verdict) {
            return switch (verdict.kind()) {
                case "WEEKDAYS", "NOT_DATES", "STEADY_DAY", "GAP", "ASK_FIRST" -> "day";
                case "WINDOW", "STEADY_TIME" -> "time";
                case "NOTICE" -> "notice";
                default -> "person";
            };
        }
    }
}
