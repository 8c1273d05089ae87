package org.dorothydispatch.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a check, linked and indexed. A world may be partial: a question loads what it needs, that is the visits
 * to judge, all visits of their customers, and all visits of the technician-days and runs they stand on or might move
 * to. Of the days of others it may lie over a {@link Ground}: then its own visits stand where it says, and the ground
 * tells who else is there.
 *
 * <p>Only {@link #move} and {@link #consent} change it. Not safe for use by several threads while it changes.
 */
public final class World {

    private final Map<String, TechnicianFacts> technicians;
    private final Map<String, RouteFacts> routes;
    private final Map<String, VisitFacts> visits;
    private final Map<String, List<ProtocolFacts>> protocolsOfOffice = new HashMap<>();
    private final Map<Day, List<VisitFacts>> technicianDays = new HashMap<>();
    private final Map<Day, List<VisitFacts>> runs = new HashMap<>();
    private final Map<String, List<RouteFacts>> usualRoutes = new HashMap<>();
    private final Names names;
    private final Ground ground;
    private final List<ProtocolFacts> protocols;
    private final boolean blocksNeighbours;

    /** A day of a technician or of a route. */
    record Day(String code, LocalDate date) {}

    private World(Builder from) {
        technicians = Collections.unmodifiableMap(from.technicians);
        routes = Collections.unmodifiableMap(from.routes);
        visits = Collections.unmodifiableMap(from.visits);
        names = new Names(technicians.values());
        for (var route : routes.values()) {
            if (route.technician() != null) {
                usualRoutes
                        .computeIfAbsent(route.technician().code(), code -> new ArrayList<>())
                        .add(route);
            }
        }
        ground = from.ground;
        protocols = from.protocols.stream()
                .sorted(Comparator.<ProtocolFacts, String>comparing(
                                p -> p.kind().name())
                        .thenComparing(ProtocolFacts::code))
                .toList();
        blocksNeighbours = Bystanders.lookAtNeighbours(protocols);
        for (VisitFacts visit : visits.values()) {
            if (visit.world != null) {
                throw new IllegalStateException("The visit (%s) already belongs to a world.".formatted(visit.code()));
            }
            visit.world = this;
            protocolsOfOffice.computeIfAbsent(visit.customer().office().code(), code -> protocolsFor(visit));
            ground.copies(visit.code()).forEach(this::cover);
        }
        visits.values().forEach(this::enterDays);
        visits.values().stream()
                .collect(Collectors.groupingBy(visit -> visit.customer().code()))
                .values()
                .forEach(ofCustomer -> {
                    var timeline = new Timeline(ofCustomer);
                    ofCustomer.forEach(visit -> visit.timeline = timeline);
                });
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The visit of its own with this code; there must be one. */
    public VisitFacts visit(String code) {
        var visit = find(code);
        if (visit == null) {
            throw new NoSuchElementException("There is no visit (%s) here.".formatted(code));
        }
        return visit;
    }

    @Nullable
    VisitFacts find(String code) {
        return visits.get(code);
    }

    /** Every visit of its own, in the order in which they were added; not those of the ground. */
    public Collection<VisitFacts> visits() {
        return visits.values();
    }

    public Collection<TechnicianFacts> technicians() {
        return technicians.values();
    }

    public Collection<RouteFacts> routes() {
        return routes.values();
    }

    public Optional<TechnicianFacts> findTechnician(String code) {
        return Optional.ofNullable(technicians.get(code));
    }

    public Optional<RouteFacts> findRoute(String code) {
        return Optional.ofNullable(routes.get(code));
    }

    /** Live visits of a technician on a day, in no particular order. */
    public List<VisitFacts> ofTechnicianDay(TechnicianFacts technician, LocalDate date) {
        return Collections.unmodifiableList(technicianDay(technician, date));
    }

    /** Live visits of a run, in no particular order. */
    public List<VisitFacts> ofRun(RouteFacts route, LocalDate date) {
        return Collections.unmodifiableList(run(route, date));
    }

    /** Lets a visit of its own stand somewhere else, or nowhere. */
    public void move(VisitFacts visit, Assignment there) {
        requireOwn(visit);
        leaveDays(visit);
        if (visit.judgeable()) {
            visit.timeline.remove(visit);
        }
        visit.stand(there);
        if (visit.judgeable()) {
            visit.timeline.add(visit);
        }
        enterDays(visit);
    }

    /** Notes that the customer agreed to a deviation from a preference on this visit. */
    public void consent(VisitFacts visit, String preference) {
        requireOwn(visit);
        visit.consent(preference);
    }

    /** What to call a technician in a sentence: the first name where no other technician here has it. */
    public String nameOf(TechnicianFacts technician) {
        return names.of(technician);
    }

    /** The routes a technician usually drives. */
    List<RouteFacts> usualRoutes(TechnicianFacts technician) {
        return usualRoutes.getOrDefault(technician.code(), List.of());
    }

    /** Whether moving one visit can block another by a protocol. */
    boolean blocksNeighbours() {
        return blocksNeighbours;
    }

    List<ProtocolFacts> protocolsOf(VisitFacts visit) {
        var known = protocolsOfOffice.get(visit.customer().office().code());
        return known != null ? known : protocolsFor(visit);
    }

    private List<ProtocolFacts> protocolsFor(VisitFacts visit) {
        var office = visit.customer().office();
        return protocols.stream().filter(p -> p.concerns(office)).toList();
    }

    List<VisitFacts> technicianDay(TechnicianFacts technician, LocalDate date) {
        return technicianDay(technician, new Day(technician.code(), date));
    }

    List<VisitFacts> technicianDay(TechnicianFacts technician, Day day) {
        var own = technicianDays.get(day);
        return own != null ? own : ground.technicianDay(technician, day);
    }

    List<VisitFacts> run(@Nullable RouteFacts route, LocalDate date) {
        return route == null ? List.of() : run(route, new Day(route.code(), date));
    }

    List<VisitFacts> run(RouteFacts route, Day day) {
        var own = runs.get(day);
        return own != null ? own : ground.run(route, day);
    }

    /** The visit is its own, or stands on the ground and can be judged by what is known of it there. */
    void requireKnown(VisitFacts visit) {
        if (visit.world != this && !ground.holds(visit)) {
            throw new IllegalArgumentException("The visit (%s) is not of this world.".formatted(visit.code()));
        }
    }

    void requireOwn(VisitFacts visit) {
        if (visit.world != this) {
            throw new IllegalArgumentException("The visit (%s) is not of this world.".formatted(visit.code()));
        }
    }

    private void enterDays(VisitFacts visit) {
        var there = visit.assignment();
        if (!there.status().live() || there.date() == null) {
            return;
        }
        if (there.technician() != null) {
            visit.ofTechnicianDay = openTechnicianDay(there.technician(), there.date());
            visit.ofTechnicianDay.add(visit);
        }
        if (there.route() != null) {
            visit.ofRun = openRun(there.route(), there.date());
            visit.ofRun.add(visit);
        }
    }

    /** Takes a visit off the ground: this world holds it itself. */
    private void cover(VisitFacts copy) {
        var there = copy.assignment();
        if (!there.status().live() || there.date() == null) {
            return;
        }
        if (there.technician() != null) {
            openTechnicianDay(there.technician(), there.date())
                    .removeIf(visit -> visit.code().equals(copy.code()));
        }
        if (there.route() != null) {
            openRun(there.route(), there.date()).removeIf(visit -> visit.code().equals(copy.code()));
        }
    }

    private List<VisitFacts> openTechnicianDay(TechnicianFacts technician, LocalDate date) {
        return technicianDays.computeIfAbsent(
                new Day(technician.code(), date), day -> new ArrayList<>(ground.technicianDay(technician, day)));
    }

    private List<VisitFacts> openRun(RouteFacts route, LocalDate date) {
        return runs.computeIfAbsent(new Day(route.code(), date), day -> new ArrayList<>(ground.run(route, day)));
    }

    private static void leaveDays(VisitFacts visit) {
        if (!visit.ofTechnicianDay.isEmpty()) {
            visit.ofTechnicianDay.remove(visit);
            visit.ofTechnicianDay = List.of();
        }
        if (!visit.ofRun.isEmpty()) {
            visit.ofRun.remove(visit);
            visit.ofRun = List.of();
        }
    }

    /** Collects the facts of a world. Technicians and routes that visits refer to come along by themselves. */
    public static final class Builder {

        private final Map<String, TechnicianFacts> technicians = new LinkedHashMap<>();
        private final Map<String, RouteFacts> routes = new LinkedHashMap<>();
        private final List<ProtocolFacts> protocols = new ArrayList<>();
        private final Map<String, VisitFacts> visits = new LinkedHashMap<>();
        private Ground ground = Ground.NONE;

        private Builder() {}

        /** Somebody who may be proposed, and whose name must stay distinguishable. */
        public Builder technician(TechnicianFacts technician) {
            technicians.putIfAbsent(technician.code(), technician);
            return this;
        }

        public Builder technicians(Collection<TechnicianFacts> all) {
            all.forEach(this::technician);
            return this;
        }

        /** A route that may be proposed. */
        public Builder route(RouteFacts route) {
            routes.putIfAbsent(route.code(), route);
            return this;
        }

        public Builder routes(Collection<RouteFacts> all) {
            all.forEach(this::route);
            return this;
        }

        public Builder protocol(ProtocolFacts protocol) {
            protocols.add(protocol);
            return this;
        }

        public Builder protocols(Collection<ProtocolFacts> all) {
            protocols.addAll(all);
            return this;
        }

        public Builder visit(VisitFacts visit) {
            if (visits.putIfAbsent(visit.code(), visit) != null) {
                throw new IllegalArgumentException("The visit (%s) comes twice.".formatted(visit.code()));
            }
            var there = visit.assignment();
            if (there.technician() != null) {
                technician(there.technician());
            }
            if (there.route() != null) {
                route(there.route());
            }
            return this;
        }

        public Builder visits(Collection<VisitFacts> all) {
            all.forEach(this::visit);
            return this;
        }

        /** Lays the world over days that lie ready; what it holds itself is not seen there. */
        public Builder over(Ground ready) {
            ground = ready;
            return this;
        }

        public World build() {
            return new World(this);
        }
    }
}
