package org.dorothydispatch.flags;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dorothydispatch.rules.AgreementFacts;
import org.dorothydispatch.rules.Assignment;
import org.dorothydispatch.rules.CustomerFacts;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.ProtocolFacts;
import org.dorothydispatch.rules.SiteFacts;
import org.dorothydispatch.rules.VisitFacts;
import org.dorothydispatch.rules.World;
import org.dorothydispatch.schedule.AgreedRoute;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads the facts a question needs, and no more, in a fixed number of statements however many visits are asked about.
 * Needs nothing but a connection, so the importer asks inside its own transaction.
 */
final class WorldLoader {

    private final JdbcClient database;

    WorldLoader(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is asked: visits to judge, where they stand and as if they stood on further technician-days and runs.
     *
     * @param judge the visits; their customers come with their whole history
     * @param known days that lie ready and need not be read again; blank reads what is needed
     */
    record Question(
            Collection<String> judge, Set<Day> technicianDays, Set<Day> runs, OfficeWeeks.@Nullable Weeks known) {

        static Question about(Collection<String> visits) {
            return new Question(visits, Set.of(), Set.of(), null);
        }

        private boolean knows(Day technicianDay) {
            return known != null && known.knowsDayOf(technicianDay.code(), technicianDay.date());
        }

        private boolean knowsRun(Day run) {
            return known != null && known.knowsRunOf(run.code(), run.date());
        }
    }

    /** The visits with these codes. */
    List<VisitRow> visits(Collection<String> codes) {
        return Sql.list(database, VisitRow.SELECT + "where v.code in (:codes)", codes, VisitRow::read);
    }

    /** The live visits of customers, and those they missed. */
    List<VisitRow> ofCustomers(Collection<String> customers) {
        return Sql.list(
                database,
                VisitRow.SELECT
                        + "where v.customer in (:codes) and v.status in ('planned', 'confirmed', 'done', 'missed')",
                customers,
                VisitRow::read);
    }

    /** The live visits of technicians on days. */
    List<VisitRow> ofTechnicianDays(Set<Day> days) {
        return ofDays("where (v.technician, v.planned_on) in (:codes)", days);
    }

    /** The live visits of routes on days. */
    List<VisitRow> ofRuns(Set<Day> days) {
        return ofDays("where (v.route, v.planned_on) in (:codes)", days);
    }

    /** The open visits of customers. */
    List<VisitRow> openOfCustomers(Collection<String> customers) {
        return Sql.list(
                database,
                VisitRow.SELECT + "where v.customer in (:codes) and v.status in ('unassigned', 'planned', 'confirmed')",
                customers,
                VisitRow::read);
    }

    /**
     * What is supposed beyond the record.
     *
     * @param customer whom it is about
     * @param instead the code of the preference whose place the supposed one takes; blank for none
     * @param wish what they are supposed to have stated
     * @param coming visits they are supposed to have, standing nowhere yet
     */
    record WhatIf(
            String customer, @Nullable String instead, Function<Register, PreferenceFacts> wish, List<Coming> coming) {

        /** @param agreement blank for none */
        record Coming(String code, String agreement, LocalDate due, int minutes, SiteFacts site) {}

        private CustomerFacts with(CustomerFacts known, Register register) {
            var preferences = new ArrayList<>(known.preferences());
            preferences.removeIf(preference -> preference.code().equals(instead));
            preferences.add(wish.apply(register));
            return new CustomerFacts(
                    known.code(),
                    known.name(),
                    known.goesBy(),
                    known.office(),
                    known.technician(),
                    known.givesWay(),
                    preferences,
                    known.introductions(),
                    known.keptAway());
        }
    }

    /** A world in which the visits of the question can be judged exactly. */
    World load(Question question) {
        return load(question, (WhatIf) null);
    }

    /**
     * A world in which these visits can be judged exactly. Who else is there on their days is asked of the indexes alone,
     * because most of them are here already.
     *
     * @param ofCustomers every live visit of their customers; may hold those of others
     */
    World load(List<VisitRow> judged, Collection<VisitRow> ofCustomers) {
        var rows = new LinkedHashMap<String, VisitRow>();
        judged.forEach(row -> rows.put(row.code(), row));
        var customers = judged.stream().map(VisitRow::customer).collect(toSet());
        for (var row : ofCustomers) {
            if (row.live() && customers.contains(row.customer())) {
                rows.putIfAbsent(row.code(), row);
            }
        }
        var technicianDays = new LinkedHashSet<Day>();
        var runs = new LinkedHashSet<Day>();
        judged.forEach(visit -> visit.addTo(technicianDays, runs));
        var others = new LinkedHashSet<String>();
        others.addAll(codes("(v.technician, v.planned_on) in (:codes)", technicianDays));
        others.addAll(codes("(v.route, v.planned_on) in (:codes)", runs));
        others.removeAll(rows.keySet());
        Sql.read(
                database,
                VisitRow.SELECT + "where v.code in (:codes)" + VisitRow.LIVE,
                others,
                VisitRow::read,
                row -> rows.put(row.code(), row));
        return assemble(Question.about(List.of()), rows, customers, null, UnaryOperator.identity(), null);
    }

    private List<String> codes(String where, Set<Day> days) {
        return Sql.list(
                database, "select v.code from visit v where " + where, pairs(days), (row, number) -> row.getString(1));
    }

    /** The same, with something supposed. */
    World load(Question question, @Nullable WhatIf whatIf) {
        return load(question, whatIf, UnaryOperator.identity(), null);
    }

    /** The same, as if an agreement went on that route. */
    World load(Question question, @Nullable AgreedRoute agreed) {
        return load(question, null, UnaryOperator.identity(), agreed);
    }

    /** The same under other protocols. */
    World load(Question question, UnaryOperator<ProtocolFacts> rule) {
        return load(question, null, rule, null);
    }

    private World load(
            Question question,
            @Nullable WhatIf whatIf,
            UnaryOperator<ProtocolFacts> rule,
            @Nullable AgreedRoute agreed) {
        var rows = new LinkedHashMap<String, VisitRow>();
        var judged = visits(question.judge());
        judged.forEach(row -> rows.put(row.code(), row));
        var customers = judged.stream().map(VisitRow::customer).collect(toSet());
        Sql.read(
                database,
                VisitRow.SELECT + "where v.customer in (:codes)" + VisitRow.LIVE,
                customers,
                VisitRow::read,
                row -> rows.putIfAbsent(row.code(), row));
        var technicianDays = new LinkedHashSet<>(question.technicianDays());
        var runs = new LinkedHashSet<>(question.runs());
        judged.forEach(visit -> visit.addTo(technicianDays, runs));
        technicianDays.removeIf(question::knows);
        runs.removeIf(question::knowsRun);
        ofTechnicianDays(technicianDays).forEach(row -> rows.putIfAbsent(row.code(), row));
        ofRuns(runs).forEach(row -> rows.putIfAbsent(row.code(), row));
        if (whatIf != null) {
            customers.add(whatIf.customer());
        }
        return assemble(question, rows, customers, whatIf, rule, agreed);
    }

    private List<VisitRow> ofDays(String where, Set<Day> days) {
        return Sql.list(database, VisitRow.SELECT + where + VisitRow.LIVE, pairs(days), VisitRow::read);
    }

    private static List<Object[]> pairs(Set<Day> days) {
        return days.stream().map(day -> new Object[] {day.code(), day.date()}).toList();
    }

    private World assemble(
            Question question,
            Map<String, VisitRow> rows,
            Set<String> customers,
            @Nullable WhatIf whatIf,
            UnaryOperator<ProtocolFacts> rule,
            @Nullable AgreedRoute agreed) {
        var stated = Stated.read(database, customers);
        if (agreed != null) {
            stated.suppose(agreed);
        }
        var register = register(question, rows.values(), stated);
        var people = new HashMap<String, CustomerFacts>();
        var agreements = new HashMap<String, AgreementFacts>();
        var world = World.builder()
                .technicians(register.technicians())
                .routes(register.routes())
                .protocols(register.protocols().stream().map(rule).toList());
        if (question.known() != null) {
            world.over(question.known().ground());
        }
        for (var row : rows.values()) {
            var customer = people.computeIfAbsent(row.customer(), code -> {
                var known = stated.customer(row, register);
                return whatIf != null && whatIf.customer().equals(code) ? whatIf.with(known, register) : known;
            });
            var agreement = row.agreement() == null
                    ? null
                    : agreements.computeIfAbsent(row.agreement(), code -> stated.agreement(code, register));
            world.visit(new VisitFacts(
                    row.code(),
                    customer,
                    row.site(),
                    agreement,
                    row.dueOn(),
                    row.minutes(),
                    row.pinned(),
                    row.notifiedAt(),
                    stated.consents(row.code()),
                    standing(row, register)));
        }
        if (whatIf != null && !whatIf.coming().isEmpty()) {
            var customer = people.computeIfAbsent(
                    whatIf.customer(), code -> whatIf.with(stated.unvisited(code, database, register), register));
            for (var one : whatIf.coming()) {
                world.visit(new VisitFacts(
                        one.code(),
                        customer,
                        one.site(),
                        one.agreement().isEmpty() ? null : stated.agreement(one.agreement(), register),
                        one.due(),
                        one.minutes(),
                        false,
                        null,
                        Set.of(),
                        Assignment.unassigned()));
            }
        }
        return world.build();
    }

    static Assignment standing(VisitRow row, Register register) {
        return new Assignment(
                row.date(),
                row.start(),
                register.route(row.route()),
                register.technician(row.technician()),
                row.status());
    }

    private Register register(Question question, Collection<VisitRow> rows, Stated stated) {
        var wanted = new Register.Wanted();
        question.technicianDays().forEach(day -> wanted.technicians.add(day.code()));
        question.runs().forEach(day -> wanted.routes.add(day.code()));
        rows.forEach(wanted::add);
        stated.addTo(wanted);
        return question.known() == null
                ? Register.read(database, wanted, false)
                : question.known().register().with(database, wanted);
    }
}
