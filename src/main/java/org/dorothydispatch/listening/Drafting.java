package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.PreferenceRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.workforce.WorkforceService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody needs on the table to make preferences of a sentence: what the words suggest, and who there is. */
@Service
@Transactional(readOnly = true)
public class Drafting {

    private final ListeningService listening;
    private final CustomerService customers;
    private final PreferenceService preferences;
    private final WorkforceService workforce;
    private final OfficeService offices;
    private final CurrentUser current;

    Drafting(
            ListeningService listening,
            CustomerService customers,
            PreferenceService preferences,
            WorkforceService workforce,
            OfficeService offices,
            CurrentUser current) {
        this.listening = listening;
        this.customers = customers;
        this.preferences = preferences;
        this.workforce = workforce;
        this.offices = offices;
        this.current = current;
    }

    /** A sentence that waits, with what is needed to settle it. */
    public record Sentence(HeardRow heard, Table table) {}

    /**
     * @param words as the customer said it; blank where nothing was said yet
     * @param suggestions what the words may mean; a person confirms, corrects or drops each
     * @param technicians names by code, of the customer's office, by name
     * @param skills those somebody at the office has
     * @param stated what the customer has stated already
     */
    public record Table(
            String words,
            CustomerDetails customer,
            List<Suggestion> suggestions,
            Map<String, String> technicians,
            List<String> skills,
            List<PreferenceRow> stated) {}

    public Sentence of(String heard) {
        var row = listening.get(heard);
        return new Sentence(row, table(row.customer(), row.words()));
    }

    /** The same before anything was said: to answer, correct or change what is written down. */
    public Table ofCustomer(String customer) {
        return table(customer, "");
    }

    private Table table(String code, String words) {
        current.require(SALESPERSON, DISPATCHER, BRANCH_MANAGER);
        var customer = customers.get(code);
        var people = workforce.technicians(customer.office());
        var today = offices.today(customer.office());
        var technicians = new LinkedHashMap<String, String>();
        var skills = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        for (var person : people) {
            if (person.endsOn() == null || !person.endsOn().isBefore(today)) {
                technicians.put(person.code(), person.name());
                person.skills().forEach(skill -> skills.add(skill.split("@", 2)[0]));
            }
        }
        var known = new Known(
                technicians.entrySet().stream()
                        .map(person -> new Known.Technician(person.getKey(), person.getValue()))
                        .toList(),
                List.copyOf(skills),
                customer.technician());
        return new Table(
                words,
                customer,
                words.isBlank() ? List.of() : Suggestions.from(words, today, known),
                technicians,
                List.copyOf(skills),
                preferences.ofCustomer(customer.code()));
    }
}
