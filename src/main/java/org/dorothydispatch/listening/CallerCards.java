package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.dorothydispatch.customer.CustomerFinder;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.listening.CallerCard.Stop;
import org.dorothydispatch.listening.HeardRow.State;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.workforce.WorkforceService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on the phone. Nobody is asked for an account number: a telephone number, a name or a street is enough. */
@Service
@Transactional(readOnly = true)
public class CallerCards {

    private static final int MOST = 12;
    private static final int LAST = 5;
    /** The shortest piece of a number that still means one household: without country and area. */
    private static final int LOCAL_DIGITS = 7;

    private final CustomerFinder finder;
    private final CustomerService customers;
    private final PreferenceService preferences;
    private final WorkforceService workforce;
    private final OfficeService offices;
    private final HeardStore heard;
    private final Coverages coverages;
    private final Cancellations cancellations;
    private final JdbcClient database;
    private final CurrentUser current;

    CallerCards(
            CustomerFinder finder,
            CustomerService customers,
            PreferenceService preferences,
            WorkforceService workforce,
            OfficeService offices,
            HeardStore heard,
            Coverages coverages,
            Cancellations cancellations,
            JdbcClient database,
            CurrentUser current) {
        this.finder = finder;
        this.customers = customers;
        this.preferences = preferences;
        this.workforce = workforce;
        this.offices = offices;
        this.heard = heard;
        this.coverages = coverages;
        this.cancellations = cancellations;
        this.database = database;
        this.current = current;
    }

    /**
     * Who might be calling. A number is looked for as it comes, then without its country, then without its area: phone
     * systems and files write them differently.
     */
    public List<Listener.Caller> find(String question) {
        current.require(RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        var digits = question.replaceAll("[^0-9]", "");
        var number = question.strip().matches("[0-9+()/.\\s-]+");
        var questions = !number
                ? Stream.of(question)
                : Stream.of(digits, tail(digits, 10), tail(digits, LOCAL_DIGITS))
                        .distinct();
        return questions
                .map(one -> finder.find(one, MOST))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(row -> new Listener.Caller(row.code(), row.name(), row.fullName(), row.street()))
                .toList();
    }

    private static String tail(String digits, int most) {
        return digits.length() <= most ? digits : digits.substring(digits.length() - most);
    }

    /** Everything about one of them. */
    public CallerCard of(String customer) {
        var person = customers.get(customer);
        var today = offices.today(person.office());
        var wishes = preferences.ofCustomer(customer).stream()
                .filter(wish -> wish.validTo() == null || !wish.validTo().isBefore(today))
                .sorted(PreferenceRow.PROMISES_FIRST)
                .toList();
        var people = new HashSet<String>();
        wishes.forEach(wish -> people.addAll(wish.technicians()));
        if (person.technician() != null) {
            people.add(person.technician());
        }
        return new CallerCard(
                person,
                wishes,
                stops(
                        customer,
                        "v.status in ('done', 'missed') and v.planned_on <= :today"
                                + " order by v.planned_on desc, v.start_time desc, v.code limit " + LAST,
                        today),
                stops(
                                customer,
                                "v.status in ('planned', 'confirmed', 'unassigned')"
                                        + " and coalesce(v.planned_on, v.due_on) >= :today"
                                        + " order by coalesce(v.planned_on, v.due_on), v.start_time, v.code limit 1",
                                today)
                        .stream()
                        .findFirst()
                        .orElse(null),
                heard.ofCustomer(customer, MOST).stream()
                        .filter(said -> said.state() == State.OPEN)
                        .toList(),
                coverages.of(customer),
                workforce.names(people),
                today,
                cancellations.mayCancel() && person.cancelledOn() == null);
    }

    private List<Stop> stops(String customer, String condition, LocalDate today) {
        return database.sql("""
                        select v.code, coalesce(v.planned_on, v.due_on), v.start_time, t.name, v.status, v.board_office
                        from visit v left join technician t on t.code = v.technician
                        where v.customer = :customer and\s""" + condition)
                .param("customer", customer)
                .param("today", today)
                .query(CallerCards::stop)
                .list();
    }

    private static Stop stop(ResultSet row, int number) throws SQLException {
        return new Stop(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalTime.class),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }
}
