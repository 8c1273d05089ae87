package org.dorothydispatch.flags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dorothydispatch.rules.AgreementFacts;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.CustomerFacts;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.rules.IntroductionFacts;
import org.dorothydispatch.rules.PreferenceFacts;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.TechnicianFacts;
import org.dorothydispatch.schedule.AgreedRoute;
import org.dorothydispatch.shared.Cells;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What some customers have stated, bought, agreed to, and whom they have met. Others are known by name only. */
final class Stated {

    private final Map<String, CustomerRow> customers = new HashMap<>();
    private final Map<String, AgreementRow> agreements = new HashMap<>();
    private final Map<String, List<PreferenceRow>> preferences = new HashMap<>();
    private final Map<String, List<String>> technicians = new HashMap<>();
    private final Map<String, List<IntroductionRow>> introductions = new HashMap<>();
    private final Map<String, Set<String>> consents = new HashMap<>();
    private final Map<String, Set<String>> keptAway = new HashMap<>();

    private Stated() {}

    static Stated read(JdbcClient database, Collection<String> customers) {
        var stated = new Stated();
        Sql.read(
                database,
                "select code, technician, gives_way from customer where code in (:codes)",
                customers,
                (row, number) -> new CustomerRow(row.getString(1), row.getString(2), row.getString(3)),
                customer -> stated.customers.put(customer.code, customer));
        Sql.read(
                database,
                "select code, skills, route from agreement where customer in (:codes)",
                customers,
                (row, number) -> new AgreementRow(row.getString(1), row.getString(2), row.getString(3)),
                agreement -> stated.agreements.put(agreement.code, agreement));
        Sql.read(
                database,
                """
                select code, customer, kind, weekdays, from_time, to_time, dates_from, dates_to, number_value, days_value,
                       language, skill, answer, words, valid_from, valid_to
                from preference where customer in (:codes)""",
                customers,
                PreferenceRow::read,
                preference -> stated.preferences
                        .computeIfAbsent(preference.customer, code -> new ArrayList<>())
                        .add(preference));
        Sql.read(
                database,
                """
                select t.preference, t.technician
                from preference p join preference_technician t on t.preference = p.code
                where p.customer in (:codes)
                order by t.preference, t.position""",
                customers,
                (row, number) -> List.of(row.getString(1), row.getString(2)),
                pair -> stated.technicians
                        .computeIfAbsent(pair.get(0), code -> new ArrayList<>())
                        .add(pair.get(1)));
        Sql.read(
                database,
                "select customer, technician, met_on from introduction where customer in (:codes)",
                customers,
                (row, number) ->
                        new IntroductionRow(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)),
                met -> stated.introductions
                        .computeIfAbsent(met.customer, code -> new ArrayList<>())
                        .add(met));
        Sql.read(
                database,
                """
                select c.visit, c.preference
                from preference p join consent c on c.preference = p.code
                where p.customer in (:codes)""",
                customers,
                (row, number) -> List.of(row.getString(1), row.getString(2)),
                pair -> stated.consents
                        .computeIfAbsent(pair.get(0), code -> new HashSet<>())
                        .add(pair.get(1)));
        // Who is not sent where; why stands elsewhere and is read by branch managers alone.
        Sql.read(
                database,
                "select customer, technician from safety_block where lifted_at is null and customer in (:codes)",
                customers,
                (row, number) -> List.of(row.getString(1), row.getString(2)),
                pair -> stated.keptAway
                        .computeIfAbsent(pair.get(0), code -> new HashSet<>())
                        .add(pair.get(1)));
        return stated;
    }

    /** Nothing stated: customers are known by name. */
    static Stated nothing() {
        return new Stated();
    }

    /** Supposes that an agreement goes on another route. */
    void suppose(AgreedRoute agreed) {
        agreements.computeIfPresent(
                agreed.agreement(), (code, known) -> new AgreementRow(code, known.skills(), agreed.route()));
    }

    /** Notes whom and which routes these statements name. */
    void addTo(Register.Wanted wanted) {
        customers.values().stream()
                .map(CustomerRow::technician)
                .filter(Objects::nonNull)
                .forEach(wanted.technicians::add);
        technicians.values().forEach(wanted.technicians::addAll);
        introductions.values().forEach(list -> list.forEach(met -> wanted.technicians.add(met.technician)));
        agreements.values().stream()
                .map(AgreementRow::route)
                .filter(Objects::nonNull)
                .forEach(wanted.routes::add);
    }

    /** The customer of a visit; one whose statements were not read has none. */
    CustomerFacts customer(VisitRow visit, Register register) {
        return facts(visit.customer(), visit.name(), visit.goesBy(), visit.office(), register);
    }

    private CustomerFacts facts(String code, String name, @Nullable String goesBy, String office, Register register) {
        var known = customers.get(code);
        return new CustomerFacts(
                code,
                name,
                goesBy,
                register.office(office),
                known == null ? null : register.technician(known.technician),
                known == null
                        ? List.of()
                        : Cells.list(known.givesWay).stream().map(GivesWay::of).toList(),
                preferences.getOrDefault(code, List.of()).stream()
                        .map(preference ->
                                preference.facts(technicians.getOrDefault(preference.code, List.of()).stream()
                                        .map(register::technician)
                                        .toList()))
                        .toList(),
                introductions.getOrDefault(code, List.of()).stream()
                        .map(met -> new IntroductionFacts(register.technician(met.technician), met.on))
                        .toList(),
                keptAway.getOrDefault(code, Set.of()));
    }

    /** A customer whom nobody has visited yet. */
    CustomerFacts unvisited(String code, JdbcClient database, Register register) {
        return database.sql("select name, goes_by, office from customer where code = ?")
                .param(code)
                .query((row, number) -> facts(code, row.getString(1), row.getString(2), row.getString(3), register))
                .single();
    }

    /** The agreement, or null for one of a customer whose statements were not read. */
    @Nullable
    AgreementFacts agreement(String code, Register register) {
        var known = agreements.get(code);
        return known == null ? null : new AgreementFacts(code, Cells.list(known.skills), register.route(known.route));
    }

    Set<String> consents(String visit) {
        return consents.getOrDefault(visit, Set.of());
    }

    private record CustomerRow(
            String code,
            @Nullable String technician,
            @Nullable String givesWay) {}

    private record AgreementRow(
            String code, @Nullable String skills, @Nullable String route) {}

    private record IntroductionRow(String customer, String technician, LocalDate on) {}

    private record PreferenceRow(
            String code,
            String customer,
            String kind,
            @Nullable String weekdays,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable LocalDate datesFrom,
            @Nullable LocalDate datesTo,
            @Nullable Integer number,
            @Nullable Integer days,
            @Nullable String language,
            @Nullable String skill,
            String answer,
            @Nullable String words,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static PreferenceRow read(ResultSet row, int number) throws SQLException {
            return new PreferenceRow(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, LocalTime.class),
                    row.getObject(6, LocalTime.class),
                    row.getObject(7, LocalDate.class),
                    row.getObject(8, LocalDate.class),
                    row.getObject(9, Integer.class),
                    row.getObject(10, Integer.class),
                    row.getString(11),
                    row.getString(12),
                    row.getString(13),
                    row.getString(14),
                    row.getObject(15, LocalDate.class),
                    row.getObject(16, LocalDate.class));
        }

        PreferenceFacts facts(List<TechnicianFacts> ordered) {
            return new PreferenceFacts(
                    code,
                    PreferenceKind.valueOf(kind),
                    ordered,
                    Cells.weekdays(weekdays),
                    from,
                    to,
                    datesFrom,
                    datesTo,
                    number,
                    days,
                    language,
                    skill,
                    Answer.of(answer),
                    words,
                    validFrom,
                    validTo);
        }
    }
}
