package org.dorothydispatch.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.dorothydispatch.travel.StraightLine;
import org.jspecify.annotations.Nullable;

/** One customer, Dorothy, whose visit on Tue 6 Oct at 9:00 is with Cy; tests change what they are about. */
final class RulesFixture {

    static final LocalDate TUESDAY = LocalDate.of(2026, 10, 6);

    final Checks checks = new Checks(new StraightLine());
    final OfficeFacts office;
    final List<PreferenceFacts> wishes = new ArrayList<>();
    final List<ProtocolFacts> protocols = new ArrayList<>();
    final List<Supplier<VisitFacts>> others = new ArrayList<>();
    final TechnicianFacts ana;
    final TechnicianFacts cy;
    final RouteFacts route;

    LocalDate due = TUESDAY;
    LocalDate date = TUESDAY;

    @Nullable
    LocalTime start = LocalTime.of(9, 0);

    int minutes = 40;

    @Nullable
    LocalDateTime notifiedAt;

    LocalDateTime now = LocalDateTime.of(2026, 10, 1, 12, 0);

    private @Nullable CustomerFacts dorothy;
    private int codes;

    RulesFixture() {
        this("America/Chicago");
    }

    RulesFixture(String zone) {
        office = new OfficeFacts("RIVER", "Riverside", ZoneId.of(zone));
        ana = technician("ANA", "Ana Petrov");
        cy = technician("CY", "Cy Lindgren");
        route = new RouteFacts("R-NORTH", "North side", office, null, EnumSet.allOf(DayOfWeek.class), null);
    }

    TechnicianFacts technician(String code, String name) {
        return new TechnicianFacts(
                code,
                name,
                office,
                List.of(),
                List.of("en"),
                null,
                null,
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                List.of());
    }

    RulesFixture protocol(
            ProtocolKind kind, @Nullable Integer number, @Nullable LocalTime from, @Nullable LocalTime to) {
        protocols.add(new ProtocolFacts("X", null, kind, number, from, to, Level.REASON));
        return this;
    }

    RulesFixture wish(
            PreferenceKind kind,
            @Nullable Integer number,
            @Nullable Integer days,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {
        wishes.add(new PreferenceFacts(
                "P",
                kind,
                List.of(),
                Set.of(),
                from,
                to,
                null,
                null,
                number,
                days,
                null,
                null,
                Answer.PROMISED,
                null,
                null,
                null));
        return this;
    }

    RulesFixture wish(PreferenceKind kind, @Nullable Integer number) {
        return wish(kind, number, null, null, null);
    }

    /** Dorothy, once all she has stated is known. */
    CustomerFacts dorothy() {
        if (dorothy == null) {
            dorothy =
                    new CustomerFacts("DOROTHY", "Dorothy Hale", "Dorothy", office, null, List.of(), wishes, List.of());
        }
        return dorothy;
    }

    /** Another visit of hers. */
    RulesFixture earlier(LocalDate on, @Nullable LocalTime at, TechnicianFacts who) {
        String code = "D" + ++codes;
        others.add(() -> visit(code, on, on, at, 40, null, who, VisitStatus.DONE));
        return this;
    }

    /** Another visit of Cy's on the day. */
    RulesFixture other(String code, @Nullable LocalTime at, int length) {
        others.add(() -> new VisitFacts(
                code,
                new CustomerFacts(
                        "BAKER", "Baker Street Bakery", "Mr Idris", office, null, List.of(), List.of(), List.of()),
                new SiteFacts("S2", 41.9, -87.6),
                null,
                date,
                length,
                false,
                null,
                Set.of(),
                new Assignment(date, at, route, cy, VisitStatus.PLANNED)));
        return this;
    }

    VisitFacts visit() {
        var visit = visit("M", due, date, start, minutes, notifiedAt, cy, VisitStatus.PLANNED);
        World.builder()
                .protocols(protocols)
                .technician(ana)
                .visits(others.stream().map(Supplier::get).toList())
                .visit(visit)
                .build();
        return visit;
    }

    List<Flag> flags() {
        var visit = visit();
        return checks.check(visit.world, visit, Now.local(now));
    }

    boolean broken(Enum<?> kind) {
        return flags().stream().anyMatch(flag -> flag.kind().equals(kind.name()));
    }

    private VisitFacts visit(
            String code,
            LocalDate due,
            LocalDate on,
            @Nullable LocalTime at,
            int length,
            @Nullable LocalDateTime notified,
            TechnicianFacts who,
            VisitStatus status) {
        return new VisitFacts(
                code,
                dorothy(),
                new SiteFacts("S1", 41.9, -87.6),
                new AgreementFacts("A1", List.of(), null),
                due,
                length,
                false,
                notified,
                Set.of(),
                new Assignment(on, at, route, who, status));
    }
}
