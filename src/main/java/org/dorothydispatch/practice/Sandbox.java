package org.dorothydispatch.practice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorothydispatch.practice.Story.Introduced;
import org.dorothydispatch.practice.Story.Place;
import org.dorothydispatch.practice.Story.Technician;
import org.dorothydispatch.practice.Story.Visit;
import org.dorothydispatch.rules.AbsenceFacts;
import org.dorothydispatch.rules.AgreementFacts;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.Checks;
import org.dorothydispatch.rules.CustomerFacts;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.IntroductionFacts;
import org.dorothydispatch.rules.Now;
import org.dorothydispatch.rules.OfficeFacts;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.ProtocolFacts;
import org.dorothydispatch.rules.RouteFacts;
import org.dorothydispatch.rules.SiteFacts;
import org.dorothydispatch.rules.SkillFacts;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.travel.StraightLine;
import org.jspecify.annotations.Nullable;

/**
 * The small world of a story, in memory, and what the real checks say about it. A visit is judged as it is when the door
 * opens: what was to be done beforehand has been done by then, or has not.
 */
final class Sandbox {

    private static final SiteFacts SITE = new SiteFacts("SITE", 41.9, -87.6);
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Story story;
    private final Checks checks = new Checks(new StraightLine());
    private final OfficeFacts office;
    private final List<ProtocolFacts> protocols = new ArrayList<>();

    Sandbox(Story story) {
        this.story = story;
        office = new OfficeFacts(
                "OFFICE", story.office().name(), ZoneId.of(story.office().zone()));
        for (var protocol : story.protocols()) {
            protocols.add(new ProtocolFacts(
                    protocol.kind().name(),
                    office,
                    protocol.kind(),
                    protocol.number(),
                    protocol.from(),
                    protocol.to(),
                    protocol.level()));
        }
    }

    /** Who works here, as far as the office knows of their absences on a day. */
    private final class Crew {

        private final Map<String, TechnicianFacts> technicians = new LinkedHashMap<>();
        private final RouteFacts route;
        private final AgreementFacts agreement;

        Crew(LocalDate asOf) {
            for (var technician : story.technicians()) {
                technicians.put(technician.code(), facts(technician, asOf));
            }
            route = new RouteFacts("ROUTE", "The run", office, find(story.routeTechnician()), WORKING_DAYS, null);
            agreement = new AgreementFacts("AGREEMENT", story.skills(), route);
        }

        private TechnicianFacts facts(Technician technician, LocalDate asOf) {
            return new TechnicianFacts(
                    technician.code(),
                    technician.name(),
                    office,
                    technician.skills().stream()
                            .map(skill -> new SkillFacts(skill, null))
                            .toList(),
                    List.of("en"),
                    technician.startsOn(),
                    technician.endsOn(),
                    WORKING_DAYS,
                    LocalTime.of(8, 0),
                    LocalTime.of(17, 0),
                    technician.away().stream()
                            .filter(away ->
                                    away.known() == null || !away.known().isAfter(asOf))
                            .map(away -> new AbsenceFacts(away.from(), away.to(), away.kind()))
                            .toList());
        }

        TechnicianFacts get(String code) {
            var technician = technicians.get(code);
            if (technician == null) {
                throw new IllegalArgumentException("There is no technician (%s).".formatted(code));
            }
            return technician;
        }

        @Nullable
        TechnicianFacts find(@Nullable String code) {
            return code == null ? null : get(code);
        }
    }

    /** A visit where it stands. */
    record Placed(Visit visit, Place place, boolean agreed) {}

    /** @param words the sentence it was said in */
    record Stated(String wish, Answer answer, @Nullable String words) {}

    /** Every flag of the visit as of a day, if these wishes were known and these visits had been before. */
    List<Flag> flags(
            LocalDate asOf,
            Placed visit,
            Collection<Stated> stated,
            List<Placed> before,
            Collection<Introduced> introductions) {
        var crew = new Crew(asOf);
        var customer = customer(crew, stated, introductions);
        var consents = stated.stream().map(Stated::wish).collect(Collectors.toSet());
        var judged = facts(crew, visit, customer, consents, VisitStatus.PLANNED);
        var world = World.builder().protocols(protocols).technicians(crew.technicians.values());
        before.stream()
                .filter(earlier -> !earlier.visit().code().equals(visit.visit().code()))
                .forEach(earlier -> world.visit(facts(crew, earlier, customer, consents, VisitStatus.DONE)));
        world.visits(others(crew));
        world.visit(judged);
        var start = visit.place().start();
        var door = visit.place().date().atTime(start == null ? LocalTime.NOON : start);
        return checks.check(world.build(), judged, Now.local(door));
    }

    /** Which of these wishes are in force on the day of a place; a declined one is not. */
    List<String> inForce(Collection<Stated> stated, Place place) {
        var crew = new Crew(place.date());
        return stated.stream()
                .filter(wish -> preference(crew, wish).appliesOn(place.date()))
                .map(Stated::wish)
                .toList();
    }

    private CustomerFacts customer(Crew crew, Collection<Stated> stated, Collection<Introduced> introductions) {
        return new CustomerFacts(
                "CUSTOMER",
                story.customer().name(),
                story.customer().called(),
                office,
                crew.find(story.customer().technician()),
                List.of(),
                stated.stream().map(wish -> preference(crew, wish)).toList(),
                introductions.stream()
                        .map(met -> new IntroductionFacts(crew.get(met.technician()), met.on()))
                        .toList());
    }

    private PreferenceFacts preference(Crew crew, Stated stated) {
        var wish = story.wish(stated.wish());
        return new PreferenceFacts(
                wish.code(),
                wish.kind(),
                wish.technicians().stream().map(crew::get).toList(),
                wish.weekdays(),
                wish.from(),
                wish.to(),
                null,
                null,
                wish.number(),
                wish.days(),
                null,
                null,
                stated.answer(),
                stated.words(),
                wish.validFrom(),
                wish.validTo());
    }

    private VisitFacts facts(
            Crew crew, Placed placed, CustomerFacts customer, Set<String> consents, VisitStatus status) {
        var place = placed.place();
        return new VisitFacts(
                placed.visit().code(),
                customer,
                SITE,
                crew.agreement,
                placed.visit().dueOn(),
                placed.visit().minutes(),
                false,
                place.called(),
                placed.agreed() ? consents : Set.of(),
                new Assignment(place.date(), place.start(), crew.route, crew.get(place.technician()), status));
    }

    private List<VisitFacts> others(Crew crew) {
        var visits = new ArrayList<VisitFacts>();
        for (var busy : story.busy()) {
            var code = "OTHER-" + visits.size();
            visits.add(new VisitFacts(
                    code,
                    new CustomerFacts(code, busy.name(), null, office, null, List.of(), List.of(), List.of()),
                    SITE,
                    null,
                    busy.date(),
                    busy.minutes(),
                    false,
                    null,
                    Set.of(),
                    new Assignment(
                            busy.date(), busy.start(), crew.route, crew.get(busy.technician()), VisitStatus.PLANNED)));
        }
        return visits;
    }

    /** Away, not yet here or gone: "vacation", "left"; null when at work that day. */
    @Nullable
    String awayOn(String technician, LocalDate date, LocalDate asOf) {
        var facts = new Crew(asOf).get(technician);
        var absence = facts.absenceOn(date);
        if (absence != null) {
            return absence.kind().word();
        }
        if (facts.endsOn() != null && date.isAfter(facts.endsOn())) {
            return "has left";
        }
        if (facts.startsOn() != null && date.isBefore(facts.startsOn())) {
            return "not here yet";
        }
        return facts.worksOn(date) ? null : "off";
    }
}
