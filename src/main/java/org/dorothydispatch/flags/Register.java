package org.dorothydispatch.flags;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.rules.AbsenceFacts;
import org.dorothydispatch.rules.AbsenceKind;
import org.dorothydispatch.rules.Level;
import org.dorothydispatch.rules.OfficeFacts;
import org.dorothydispatch.rules.ProtocolFacts;
import org.dorothydispatch.rules.ProtocolKind;
import org.dorothydispatch.rules.RouteFacts;
import org.dorothydispatch.rules.SkillFacts;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.shared.Cells;
import org.dorothydispatch.shared.UsualShift;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offices, technicians, routes and protocols as facts, found by code. Immutable once read. */
final class Register {

    private final Map<String, OfficeFacts> offices;
    private final Map<String, TechnicianFacts> technicians;
    private final Map<String, RouteFacts> routes;
    private final List<ProtocolFacts> protocols;

    private Register(
            Map<String, OfficeFacts> offices,
            Map<String, TechnicianFacts> technicians,
            Map<String, RouteFacts> routes,
            List<ProtocolFacts> protocols) {
        this.offices = offices;
        this.technicians = technicians;
        this.routes = routes;
        this.protocols = protocols;
    }

    /** What a reader has found to be needed. */
    static final class Wanted {

        final Set<String> offices = new LinkedHashSet<>();
        final Set<String> technicians = new LinkedHashSet<>();
        final Set<String> routes = new LinkedHashSet<>();

        void add(VisitRow visit) {
            if (visit.technician() != null) {
                technicians.add(visit.technician());
            }
            if (visit.route() != null) {
                routes.add(visit.route());
            }
            offices.add(visit.office());
        }
    }

    /**
     * Reads all offices and protocols (they are few), every technician of the wanted offices, so that a first name is
     * used only where it is the only one, and whoever else is wanted; the wanted routes, and with {@code allRoutes}
     * every route of the wanted offices.
     */
    static Register read(JdbcClient database, Wanted wanted, boolean allRoutes) {
        var offices = new HashMap<String, OfficeFacts>();
        database.sql("select code, name, time_zone from office").query(row -> {
            offices.put(
                    row.getString(1), new OfficeFacts(row.getString(1), row.getString(2), ZoneId.of(row.getString(3))));
        });
        var routes = new HashMap<String, RouteRow>();
        Sql.read(
                database,
                "select code, name, office, technician, weekdays, max_stops from route where code in (:codes)",
                wanted.routes,
                (row, number) -> RouteRow.read(row),
                route -> routes.put(route.code, route));
        if (allRoutes) {
            Sql.read(
                    database,
                    "select code, name, office, technician, weekdays, max_stops from route where office in (:codes)",
                    wanted.offices,
                    (row, number) -> RouteRow.read(row),
                    route -> routes.put(route.code, route));
        }
        var codes = new HashSet<>(wanted.technicians);
        routes.values().stream()
                .filter(route -> route.technician != null)
                .forEach(route -> codes.add(route.technician));
        var technicians = technicians(database, wanted.offices, codes, offices);
        var routeFacts = new HashMap<String, RouteFacts>();
        routes.values()
                .forEach(route -> routeFacts.put(
                        route.code,
                        new RouteFacts(
                                route.code,
                                route.name,
                                offices.get(route.office),
                                route.technician == null ? null : technicians.get(route.technician),
                                Cells.workingDays(route.weekdays),
                                route.maxStops)));
        return new Register(offices, technicians, routeFacts, protocols(database, offices));
    }

    /** This register and whatever else is wanted by name; reads only what is not here. */
    Register with(JdbcClient database, Wanted wanted) {
        var missing = new Wanted();
        missing.technicians.addAll(wanted.technicians);
        missing.technicians.removeAll(technicians.keySet());
        missing.routes.addAll(wanted.routes);
        missing.routes.removeAll(routes.keySet());
        if (missing.technicians.isEmpty() && missing.routes.isEmpty()) {
            return this;
        }
        var more = read(database, missing, false);
        var allTechnicians = new HashMap<>(more.technicians);
        allTechnicians.putAll(technicians);
        var allRoutes = new HashMap<>(more.routes);
        allRoutes.putAll(routes);
        return new Register(offices, allTechnicians, allRoutes, protocols);
    }

    /**
     * The registers of several offices as one. Of people and routes the word of their own office counts; protocols are
     * read again, because those of every office belong to none.
     */
    static Register of(JdbcClient database, Map<String, Register> byOffice) {
        var offices = new HashMap<String, OfficeFacts>();
        var technicians = new HashMap<String, TechnicianFacts>();
        var routes = new HashMap<String, RouteFacts>();
        byOffice.forEach((office, register) -> {
            offices.putAll(register.offices);
            register.technicians.forEach((code, technician) -> {
                if (technician.office().code().equals(office)) {
                    technicians.put(code, technician);
                } else {
                    technicians.putIfAbsent(code, technician);
                }
            });
            register.routes.forEach((code, route) -> {
                if (route.office().code().equals(office)) {
                    routes.put(code, route);
                } else {
                    routes.putIfAbsent(code, route);
                }
            });
        });
        return new Register(offices, technicians, routes, protocols(database, offices));
    }

    /** The home office of a technician who is here. */
    Optional<String> officeOf(String technician) {
        return Optional.ofNullable(technicians.get(technician))
                .map(known -> known.office().code());
    }

    /** The office of a route that is here. */
    Optional<String> officeOfRoute(String route) {
        return Optional.ofNullable(routes.get(route))
                .map(known -> known.office().code());
    }

    OfficeFacts office(String code) {
        return found(offices, code, "office");
    }

    @Nullable
    TechnicianFacts technician(@Nullable String code) {
        return code == null ? null : found(technicians, code, "technician");
    }

    @Nullable
    RouteFacts route(@Nullable String code) {
        return code == null ? null : found(routes, code, "route");
    }

    Collection<TechnicianFacts> technicians() {
        return technicians.values();
    }

    Collection<RouteFacts> routes() {
        return routes.values();
    }

    List<ProtocolFacts> protocols() {
        return protocols;
    }

    private static <T> T found(Map<String, T> all, String code, String what) {
        var one = all.get(code);
        if (one == null) {
            throw new IllegalStateException("The %s (%s) was not loaded.".formatted(what, code));
        }
        return one;
    }

    private static Map<String, TechnicianFacts> technicians(
            JdbcClient database, Set<String> ofOffices, Set<String> codes, Map<String, OfficeFacts> offices) {
        var rows = new HashMap<String, TechnicianRow>();
        var select = """
                select code, name, office, skills, languages, starts_on, ends_on, weekdays, shift_start, shift_end
                from technician where %s in (:codes)""";
        Sql.read(
                database,
                select.formatted("office"),
                ofOffices,
                (row, number) -> TechnicianRow.read(row),
                one -> rows.put(one.code, one));
        var others = new HashSet<>(codes);
        others.removeAll(rows.keySet());
        Sql.read(
                database,
                select.formatted("code"),
                others,
                (row, number) -> TechnicianRow.read(row),
                one -> rows.put(one.code, one));
        var absences = Sql.list(
                        database,
                        "select technician, from_on, to_on, kind from absence where technician in (:codes)",
                        rows.keySet(),
                        (row, number) -> new AbsenceRow(
                                row.getString(1),
                                new AbsenceFacts(
                                        row.getObject(2, LocalDate.class),
                                        row.getObject(3, LocalDate.class),
                                        AbsenceKind.of(row.getString(4)))))
                .stream()
                .collect(groupingBy(AbsenceRow::technician));
        var facts = new HashMap<String, TechnicianFacts>();
        rows.values()
                .forEach(row -> facts.put(
                        row.code,
                        row.facts(
                                offices,
                                absences.getOrDefault(row.code, List.of()).stream()
                                        .map(AbsenceRow::absence)
                                        .toList())));
        return facts;
    }

    private static List<ProtocolFacts> protocols(JdbcClient database, Map<String, OfficeFacts> offices) {
        return database.sql("select code, office, kind, number_value, from_time, to_time, level from protocol")
                .query((row, number) -> new ProtocolFacts(
                        row.getString(1),
                        row.getString(2) == null ? null : offices.get(row.getString(2)),
                        ProtocolKind.valueOf(row.getString(3)),
                        row.getObject(4, Integer.class),
                        row.getObject(5, LocalTime.class),
                        row.getObject(6, LocalTime.class),
                        Level.of(row.getString(7))))
                .list();
    }

    private record AbsenceRow(String technician, AbsenceFacts absence) {}

    private record RouteRow(
            String code,
            String name,
            String office,
            @Nullable String technician,
            @Nullable String weekdays,
            @Nullable Integer maxStops) {

        static RouteRow read(ResultSet row) throws SQLException {
            return new RouteRow(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, Integer.class));
        }
    }

    private record TechnicianRow(
            String code,
            String name,
            String office,
            @Nullable String skills,
            @Nullable String languages,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String weekdays,
            @Nullable LocalTime shiftStart,
            @Nullable LocalTime shiftEnd) {

        static TechnicianRow read(ResultSet row) throws SQLException {
            return new TechnicianRow(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, LocalDate.class),
                    row.getObject(7, LocalDate.class),
                    row.getString(8),
                    row.getObject(9, LocalTime.class),
                    row.getObject(10, LocalTime.class));
        }

        TechnicianFacts facts(Map<String, OfficeFacts> offices, List<AbsenceFacts> absences) {
            return new TechnicianFacts(
                    code,
                    name,
                    offices.get(office),
                    Cells.list(skills).stream().map(SkillFacts::parse).toList(),
                    Cells.list(languages),
                    startsOn,
                    endsOn,
                    Cells.workingDays(weekdays),
                    shiftStart == null ? UsualShift.START : shiftStart,
                    shiftEnd == null ? UsualShift.END : shiftEnd,
                    absences);
        }
    }
}
