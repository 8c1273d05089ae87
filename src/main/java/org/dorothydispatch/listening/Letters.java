package org.dorothydispatch.listening;

import static org.dorothydispatch.security.Role.BRANCH_MANAGER;
import static org.dorothydispatch.security.Role.DISPATCHER;
import static org.dorothydispatch.security.Role.RECEPTIONIST;
import static org.dorothydispatch.security.Role.SALESPERSON;

import java.util.Optional;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerDetails;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says back to a customer what we wrote down and what we answer. It is read before it goes out, by the person whose name
 * stands under it; sending needs a mail server ({@code spring.mail.host}) and an address to send from
 * ({@code dorothy.mail.from}).
 */
@Service
public class Letters {

    static final int LONGEST = 20_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private final CustomerFiles files;
    private final CustomerService customers;
    private final OfficeService offices;
    private final CurrentUser current;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Optional<JavaMailSender> mail;
    private final String from;

    Letters(
            CustomerFiles files,
            CustomerService customers,
            OfficeService offices,
            CurrentUser current,
            AuditTrail audit,
            TransactionTemplate transaction,
            ObjectProvider<JavaMailSender> mail,
            @Value("${dorothy.mail.from:}") String from) {
        this.files = files;
        this.customers = customers;
        this.offices = offices;
        this.current = current;
        this.audit = audit;
        this.transaction = transaction;
        this.mail = Optional.ofNullable(mail.getIfAvailable());
        this.from = from;
    }

    /** The letter as it would be written now, under the name of whoever asks. */
    public Letter write(String customer) {
        requireWriter();
        var file = files.of(customer);
        return LetterText.of(
                file, current.name(), offices.get(file.customer().office()).name());
    }

    /** Why no letter can be sent to this customer; empty when one can. */
    public Optional<String> whyNotSent(Letter letter) {
        return whyNotSent(letter.to(), letter.email());
    }

    private Optional<String> whyNotSent(String to, @Nullable String email) {
        if (mail.isEmpty() || from.isBlank()) {
            return Optional.of("No mail server is set up. Print the letter or copy it.");
        }
        if (!EmailAddress.canBe(email)) {
            return Optional.of("No e-mail address of %s is known. Print the letter or copy it.".formatted(to));
        }
        return Optional.empty();
    }

    /**
     * Sends the letter as the person has left it, and puts on the record that it went out.
     *
     * @throws IllegalArgumentException with a sentence, when it cannot go out; then nothing is on the record
     */
    public void send(String customer, String subject, String text) {
        requireWriter();
        var to = customers.get(customer);
        whyNotSent(to.calledName(), to.email()).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        check(subject, text);
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to.email());
        message.setSubject(subject.strip());
        message.setText(text);
        try {
            mail.orElseThrow().send(message);
        } catch (MailException refused) {
            LOG.warn("A letter could not be sent", refused);
            throw new IllegalArgumentException(
                    "The mail server did not take the letter. Try again, or print it. Nothing of it is lost.", refused);
        }
        record(to, "by e-mail to " + to.email());
    }

    /** The letter was given or read to the customer in another way. */
    public void told(String customer, String text) {
        requireWriter();
        check("x", text);
        record(customers.get(customer), "on paper or aloud");
    }

    private void record(CustomerDetails customer, String how) {
        transaction.executeWithoutResult(status -> audit.record(
                new Change(customer.office(), "read back", "customer", customer.code(), null, how, null, null)));
    }

    private static void check(String subject, String text) {
        if (subject.isBlank()
                || subject.strip().length() > LONGEST_SUBJECT
                || subject.contains("\n")
                || subject.contains("\r")) {
            throw new IllegalArgumentException(
                    "A letter needs a subject in one line of at most %d letters.".formatted(LONGEST_SUBJECT));
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("The letter is empty. Write what you want to say.");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The letter has %,d characters; at most %,d are sent.".formatted(text.length(), LONGEST));
        }
    }

    private void requireWriter() {
        current.require(RECEPTIONIST, SALESPERSON, DISPATCHER, BRANCH_MANAGER);
    }
}
