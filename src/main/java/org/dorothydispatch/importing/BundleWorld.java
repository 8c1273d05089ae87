package org.dorothydispatch.importing;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dorothydispatch.importing.BundleRow.*;
import org.dorothydispatch.rules.AbsenceFacts;
import org.dorothydispatch.rules.AbsenceKind;
import org.dorothydispatch.rules.AgreementFacts;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.CustomerFacts;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.rules.IntroductionFacts;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.OfficeFacts;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.ProtocolFacts;
import org.dorothydispatch.rules.ProtocolKind;
import org.dorothydispatch.rules.RouteFacts;
import org.dorothydispatch.rules.SiteFacts;
import org.dorothydispatch.rules.SkillFacts;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.shared.Cells;
import org.dorothydispatch.shared.UsualShift;
import org.jspecify.annotations.Nullable;

/**
 * Turns a bundle that refers to nothing outside itself into the facts of the checks, defaults applied. Feed it the rows
 * as they come from the {@link BundleReader}, then ask once for the {@link #world()}, if the report is without errors.
 */
public final class BundleWorld implements BundleSink {

    private final Map<String, OfficeFacts> offices = new LinkedHashMap<>();
    private final Map<String, SiteFacts> sites = new LinkedHashMap<>();
    private final Map<String, AgreementFacts> agreements = new LinkedHashMap<>();
    private final List<ConsentRow> consents = new ArrayList<>();
    private final World.Builder world = World.builder();

    /** Built when all rows they consist of have come; until then the rows wait. */
    private final Facts<TechnicianRow, TechnicianFacts> technicians = new Facts<>(this::technician);

    private final Facts<CustomerRow, CustomerFacts> customers = new Facts<>(this::customer);
    private final Map<String, RouteFacts> routes = new LinkedHashMap<>();
    private final Map<String, List<AbsenceFacts>> absences = new LinkedHashMap<>();
    private final Map<String, List<PreferenceFacts>> preferences = new LinkedHashMap<>();
    private final Map<String, List<IntroductionFacts>> introductions = new LinkedHashMap<>();

    @Override
    public void row(BundleRow row, long line) {
        switch (row) {
            case OfficeRow office ->
                offices.put(office.code(), new OfficeFacts(office.code(), office.name(), office.timeZone()));
            case TechnicianRow technician -> technicians.waiting(technician.code(), technician);
            case AbsenceRow absence ->
                add(
                        absences,
                        absence.technician(),
                        new AbsenceFacts(absence.from(), absence.to(), AbsenceKind.of(absence.kind())));
            case RouteRow route -> routes.put(route.code(), route(route));
            case CustomerRow customer -> customers.waiting(customer.code(), customer);
            case SiteRow site -> sites.put(site.code(), new SiteFacts(site.code(), site.latitude(), site.longitude()));
            case AgreementRow agreement ->
                agreements.put(
                        agreement.code(),
                        new AgreementFacts(agreement.code(), agreement.skills(), find(routes, agreement.route())));
            case PreferenceRow preference -> add(preferences, preference.customer(), preference(preference));
            case IntroductionRow introduction ->
                add(
                        introductions,
                        introduction.customer(),
                        new IntroductionFacts(technicians.get(introduction.technician()), introduction.on()));
            case ProtocolRow protocol -> world.protocol(protocol(protocol));
            case VisitRow visit -> world.visit(visit(visit));
            case ConsentRow consent -> consents.add(consent);
            case OverrideRow override -> {
                // an override explains a flag and changes none
            }
        }
    }

    /** The offices of the bundle, in its order. */
    public Collection<OfficeFacts> offices() {
        return offices.values();
    }

    /** All facts of the bundle, linked. To be asked for once. */
    public World world() {
        world.technicians(technicians.all());
        routes.values().forEach(world::route);
        var built = world.build();
        consents.forEach(consent -> built.consent(built.visit(consent.visit()), consent.preference()));
        return built;
    }

    private TechnicianFacts technician(TechnicianRow row) {
        return new TechnicianFacts(
                row.code(),
                row.name(),
                offices.get(row.office()),
                row.skills().stream()
                        .map(skill -> new SkillFacts(skill.name(), skill.validThrough()))
                        .toList(),
                row.languages(),
                row.startsOn(),
                row.endsOn(),
                orUsual(row.weekdays()),
                row.shiftStart() == null ? UsualShift.START : row.shiftStart(),
                row.shiftEnd() == null ? UsualShift.END : row.shiftEnd(),
                absences.getOrDefault(row.code(), List.of()));
    }

    private RouteFacts route(RouteRow row) {
        return new RouteFacts(
                row.code(),
                row.name(),
                offices.get(row.office()),
                technicians.find(row.technician()),
                orUsual(row.weekdays()),
                row.maxStops());
    }

    private CustomerFacts customer(CustomerRow row) {
        return new CustomerFacts(
                row.code(),
                row.name(),
                row.goesBy(),
                offices.get(row.office()),
                technicians.find(row.technician()),
                row.givesWay().stream().map(GivesWay::of).toList(),
                preferences.getOrDefault(row.code(), List.of()),
                introductions.getOrDefault(row.code(), List.of()));
    }

    private PreferenceFacts preference(PreferenceRow row) {
        return new PreferenceFacts(
                row.code(),
                PreferenceKind.valueOf(row.kind()),
                row.technicians().stream().map(technicians::get).toList(),
                Set.copyOf(row.weekdays()),
                row.from(),
                row.to(),
                row.datesFrom(),
                row.datesTo(),
                row.number(),
                row.days(),
                row.language(),
                row.skill(),
                Answer.of(row.answer()),
                row.words(),
                row.validFrom(),
                row.validTo());
    }

    private ProtocolFacts protocol(ProtocolRow row) {
        return new ProtocolFacts(
                row.code(),
                find(offices, row.office()),
                ProtocolKind.valueOf(row.kind()),
                row.number(),
                row.from(),
                row.to(),
                Level.of(row.level()));
    }

    private VisitFacts visit(VisitRow row) {
        return new VisitFacts(
                row.code(),
                customers.get(row.customer()),
                sites.get(row.site()),
                find(agreements, row.agreement()),
                row.dueOn(),
                row.minutes(),
                row.pinned(),
                row.notifiedAt(),
                Set.of(),
                new Assignment(
                        row.date(),
                        row.start(),
                        find(routes, row.route()),
                        technicians.find(row.technician()),
                        VisitStatus.of(row.status())));
    }

    private static Set<DayOfWeek> orUsual(List<DayOfWeek> weekdays) {
        return weekdays.isEmpty() ? Cells.MONDAY_TO_FRIDAY : Set.copyOf(weekdays);
    }

    private static <T> @Nullable T find(Map<String, T> facts, @Nullable String code) {
        return code == null ? null : facts.get(code);
    }

    private static <T> void add(Map<String, List<T>> lists, String code, T value) {
        lists.computeIfAbsent(code, any -> new ArrayList<>(2)).add(value);
    }

    /** Facts made of their row when first asked for; by then, in the order of the files, all their parts are there. */
    private static final class Facts<R, F> {

        private final Map<String, R> rows = new LinkedHashMap<>();
        private final Map<String, F> made = new LinkedHashMap<>();
        private final Function<R, F> make;

        Facts(Function<R, F> make) {
            this.make = make;
        }

        void waiting(String code, R row) {
            rows.put(code, row);
        }

        F get(String code) {
            var facts = made.get(code);
            if (facts == null) {
                facts = make.apply(rows.get(code));
                made.put(code, facts);
            }
            return facts;
        }

        @Nullable
        F find(@Nullable String code) {
            return code == null ? null : get(code);
        }

        Collection<F> all() {
            rows.keySet().forEach(this::get);
            return made.values();
        }
    }
}
