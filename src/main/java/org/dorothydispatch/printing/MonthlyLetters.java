package org.dorothydispatch.printing;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.shared.EmailAddress;
import org.dorothydispatch.shared.RepeatedWork;
import org.dorothydispatch.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Once a month writes to each branch manager with an e-mail address what their offices' figures of the month that ended
 * are: the numbers of the page as text, and the page as PDF. A month has ended when it has at all of their offices. Who
 * was written to of which month is claimed in the database before it is sent and marked once the mail server has taken it, so
 * a second node writes nobody twice; what the server does not take is tried again an hour later, and so is what a node had
 * claimed that went down before it was taken. Should it have gone down in the very moment between the two, the second
 * letter has the same Message-ID, and a mailbox keeps one. Needs a mail server ({@code spring.mail.host})
 * and an address to send from ({@code dorothy.mail.from}); without them nothing is sent.
 */
@Component
class MonthlyLetters implements RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(MonthlyLetters.class);

    private static final Duration PAUSE = Duration.ofHours(1);

    /** A claim that is older and not marked as sent is of a node that went down. */
    private static final Duration CLAIMED = Duration.ofMinutes(45);

    private final ComparisonService comparison;
    private final FigurePages pages;
    private final CurrentUser current;
    private final JdbcClient database;
    private final Clock clock;
    private final @Nullable JavaMailSender mail;
    private final String from;

    /** The mail server has them, and the database could not be told: nobody is written to again before it was. */
    private final Set<Letter> taken = ConcurrentHashMap.newKeySet();

    @Autowired
    MonthlyLetters(
            ComparisonService comparison,
            FigurePages pages,
            CurrentUser current,
            JdbcClient database,
            Clock clock,
            ObjectProvider<JavaMailSender> mail,
            @Value("${dorothy.mail.from:}") String from) {
        this(comparison, pages, current, database, clock, mail.getIfAvailable(), from);
    }

    MonthlyLetters(
            ComparisonService comparison,
            FigurePages pages,
            CurrentUser current,
            JdbcClient database,
            Clock clock,
            @Nullable JavaMailSender mail,
            String from) {
        this.comparison = comparison;
        this.pages = pages;
        this.current = current;
        this.database = database;
        this.clock = clock;
        this.mail = mail;
        this.from = from;
    }

    @Override
    public String name() {
        return "monthly-letters";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public boolean wanted() {
        return mail != null && !from.isBlank();
    }

    private record Letter(String username, YearMonth month) {}

    private record Manager(String username, String name, String email) {}

    @Override
    public void run() {
        if (mail == null || from.isBlank()) {
            return;
        }
        List.copyOf(taken).forEach(this::mark);
        var sender = mail;
        var managers = database.sql("""
                        select u.username, u.name, u.email from app_user u join app_user_role r on r.username = u.username
                        where r.role = 'BRANCH_MANAGER' and u.enabled = true and u.email is not null
                        order by u.username""")
                .query((row, number) -> new Manager(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        for (var manager : managers) {
            if (EmailAddress.canBe(manager.email)) {
                write(sender, manager);
            }
        }
    }

    private void write(JavaMailSender sender, Manager manager) {
        var sheet = current.asSeenBy(manager.username, () -> lastMonth(manager));
        if (sheet.isEmpty()) {
            return;
        }
        var month = sheet.get().period().to();
        if (!claim(manager, month)) {
            return;
        }
        try {
            send(sender, manager, sheet.get());
        } catch (RuntimeException | MessagingException refused) {
            // Whatever it was, the others get theirs, and this one is tried again.
            forget(manager, month);
            LOG.warn(
                    "The figures of {} could not be sent to {}; trying again in an hour: {}",
                    Period.words(month),
                    manager.username,
                    refused.getMessage());
            return;
        }
        var letter = new Letter(manager.username, month);
        taken.add(letter);
        mark(letter);
    }

    private void mark(Letter letter) {
        try {
            database.sql("update monthly_letter set sent_at = ? where username = ? and in_month = ?")
                    .params(Utc.of(clock.instant()), letter.username, letter.month.atDay(1))
                    .update();
            taken.remove(letter);
        } catch (DataAccessException e) {
            LOG.warn("That {} has the figures of {} could not be noted yet.", letter.username, letter.month, e);
        }
    }

    /** Nothing before there is a visit, while changes are being counted, and for a month that was written already. */
    private Optional<FigureSheet> lastMonth(Manager manager) {
        var month = comparison.thisMonth().minusMonths(1);
        var first = comparison.firstMonth();
        if (first == null || month.isBefore(first) || claimed(manager, month) || !comparison.upToDate()) {
            return Optional.empty();
        }
        return Optional.of(pages.offices(new Period(month, month)));
    }

    // --- once ---

    private boolean claimed(Manager manager, YearMonth month) {
        return taken.contains(new Letter(manager.username, month))
                || database.sql("select count(*) from monthly_letter where username = ? and in_month = ?"
                                        + " and (sent_at is not null or claimed_at > ?)")
                                .params(manager.username, month.atDay(1), longAgo())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private boolean claim(Manager manager, YearMonth month) {
        return database.sql("insert ignore into monthly_letter (username, in_month, claimed_at) values (?, ?, ?)")
                                .params(manager.username, month.atDay(1), Utc.of(clock.instant()))
                                .update()
                        == 1
                || database.sql("update monthly_letter set claimed_at = ? where username = ? and in_month = ?"
                                        + " and sent_at is null and claimed_at <= ?")
                                .params(Utc.of(clock.instant()), manager.username, month.atDay(1), longAgo())
                                .update()
                        == 1;
    }

    private LocalDateTime longAgo() {
        return Utc.of(clock.instant().minus(CLAIMED));
    }

    private void forget(Manager manager, YearMonth month) {
        database.sql("delete from monthly_letter where username = ? and in_month = ? and sent_at is null")
                .params(manager.username, month.atDay(1))
                .update();
    }

    // --- the letter ---

    private void send(JavaMailSender sender, Manager manager, FigureSheet sheet) throws MessagingException {
        var message = sender.createMimeMessage();
        var letter = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        // The same for the same letter, whoever sends it.
        message.setHeader(
                "Message-ID",
                "<%s@dorothy>"
                        .formatted(UUID.nameUUIDFromBytes("%s %s"
                                .formatted(manager.username, sheet.period().to())
                                .getBytes(StandardCharsets.UTF_8))));
        letter.setFrom(from);
        letter.setTo(manager.email);
        letter.setSubject(sheet.title());
        letter.setText(text(manager.name, sheet));
        letter.addAttachment(
                "offices-%s.pdf".formatted(sheet.period().to()),
                new ByteArrayResource(
                        pages.pdf(sheet, Pdf.Paper.usual(sheet.printedAt().getZone()))),
                "application/pdf");
        sender.send(message);
    }

    /** The same numbers, words and samples as the page; formulas are in the PDF. */
    static String text(String name, FigureSheet sheet) {
        var text = new StringBuilder("Dear %s,\n\nthese are the figures of %s, as counted by %s.\n"
                .formatted(name, sheet.period().words(), Pages.moment(sheet.printedAt())));
        for (var line : sheet.lines()) {
            text.append("\n").append(line.name()).append("\n");
            for (var group : Figure.Group.values()) {
                group(text, group, line);
            }
        }
        return text.append("\nA dash says that there was nothing to count; “few” that chance may have made a number.")
                .append(" How each is made stands in the PDF.\n\nDorothy\n")
                .toString();
    }

    private static void group(StringBuilder text, Figure.Group group, OfficeLine line) {
        List<Figure> figures = Arrays.stream(Figure.values())
                .filter(figure -> figure.group() == group && line.values().containsKey(figure))
                .toList();
        if (figures.isEmpty()) {
            return;
        }
        text.append("  ").append(group.title()).append("\n");
        for (var figure : figures) {
            text.append(
                    "    %s (%s): %s".formatted(figure.title(), figure.unit().words(), line.text(figure)));
            if (line.of(figure).present() || line.of(figure).open() > 0) {
                text.append(", ").append(FigurePages.sample(line, figure));
            }
            text.append("\n");
        }
    }
}
