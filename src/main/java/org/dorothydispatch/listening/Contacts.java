package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The people of a customer that is a business, and whose wish each preference is. */
@Service
public class Contacts {

    private static final int LONGEST = 200;
    private static final Role[] WRITERS = {RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER};

    private final CustomerService customers;
    private final PreferenceService preferences;
    private final OfficeService offices;
    private final ListeningService listening;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final CurrentUser current;

    Contacts(
            CustomerService customers,
            PreferenceService preferences,
            OfficeService offices,
            ListeningService listening,
            AuditTrail audit,
            JdbcClient database,
            CurrentUser current) {
        this.customers = customers;
        this.preferences = preferences;
        this.offices = offices;
        this.listening = listening;
        this.audit = audit;
        this.database = database;
        this.current = current;
    }

    /** The people of a customer who are still there, by name. */
    @Transactional(readOnly = true)
    public List<Contact> of(String customer) {
        customers.requireReadable(customer);
        return database.sql("""
                        select code, customer, name, position, phone, email, left_on, version
                        from contact where customer = ? and left_on is null order by name, code""").param(customer).query(Contacts::row).list();
    }

    /** The names of those whose wish the preferences of a customer are, also of people who have left; by preference. */
    @Transactional(readOnly = true)
    public Map<String, String> whoseWish(String customer) {
        customers.requireReadable(customer);
        var whose = new HashMap<String, String>();
        // Who said it stands with the sentence; who was chosen afterwards counts more.
        database.sql("""
                        select hp.preference, h.said_by from heard h join heard_preference hp on hp.heard = h.code
                        where h.customer = ? and h.said_by is not null""").param(customer).query(row -> {
            whose.put(row.getString(1), row.getString(2));
        });
        database.sql("""
                        select w.preference, c.name from preference_contact w join contact c on c.code = w.contact
                        where c.customer = ?""").param(customer).query(row -> {
            whose.put(row.getString(1), row.getString(2));
        });
        return whose;
    }

    /** Somebody new there; a name is enough. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Contact add(
            String customer, String name, @Nullable String position, @Nullable String phone, @Nullable String email) {
        listening.lockCustomer(customer);
        var person = customers.get(customer);
        current.requireWrite(person.office(), WRITERS);
        var called = fits(name, "name");
        if (called == null) {
            throw new IllegalArgumentException("Write the name of the person.");
        }
        if (of(customer).stream().anyMatch(other -> other.name().equalsIgnoreCase(called))) {
            throw new IllegalArgumentException(
                    "%s has %s already. Add a surname, or what they do.".formatted(person.calledName(), called));
        }
        var contact = new Contact(
                ListeningService.newCode("contact"),
                customer,
                called,
                fits(position, "position"),
                fits(phone, "telephone number"),
                fits(email, "e-mail address"),
                null,
                0);
        database.sql("insert into contact (code, customer, name, position, phone, email) values (?, ?, ?, ?, ?, ?)")
                .params(contact.code(), customer, called, contact.position(), contact.phone(), contact.email())
                .update();
        record(person.office(), "contact", customer, null, called, null);
        return contact;
    }

    /** They are no longer there. What they wished for stays, and says whose wish it was. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void left(String contact) {
        var found = get(contact);
        var office = customers.get(found.customer()).office();
        current.requireWrite(office, WRITERS);
        if (database.sql("update contact set left_on = ?, version = version + 1 where code = ? and left_on is null")
                        .params(offices.today(office), contact)
                        .update()
                == 1) {
            record(office, "contact left", found.customer(), found.name(), null, null);
        }
    }

    /** Says whose wish a preference is; blank takes it back. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void isTheWishOf(String preference, @Nullable String contact) {
        current.require(WRITERS);
        var customer = preferences.customerOf(preference);
        listening.lockCustomer(customer);
        var office = customers.get(customer).office();
        var before = whoseWish(customer).get(preference);
        database.sql("delete from preference_contact where preference = ?")
                .param(preference)
                .update();
        if (contact != null) {
            if (!get(contact).customer().equals(customer)) {
                throw new IllegalArgumentException("This person belongs to another customer.");
            }
            database.sql("insert into preference_contact (preference, contact) values (?, ?)")
                    .params(preference, contact)
                    .update();
        }
        audit.record(new Change(
                office,
                "whose wish",
                "preference",
                preference,
                before,
                whoseWish(customer).get(preference),
                null,
                null));
    }

    private Contact get(String contact) {
        return database.sql(
                        "select code, customer, name, position, phone, email, left_on, version from contact where code = ?")
                .param(contact)
                .query(Contacts::row)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no such person. Look again."));
    }

    private void record(
            String office,
            String action,
            String customer,
            @Nullable String before,
            @Nullable String after,
            @Nullable String why) {
        audit.record(new Change(office, action, "customer", customer, before, after, why, null));
    }

    private static @Nullable String fits(@Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > LONGEST) {
            throw new IllegalArgumentException("A %s may have %d letters.".formatted(what, LONGEST));
        }
        return text.strip();
    }

    private static Contact row(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getInt(8));
    }
}
