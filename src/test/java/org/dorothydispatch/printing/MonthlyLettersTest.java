package org.dorothydispatch.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.comparison.ComparisonService;
import org.dorothydispatch.comparison.Figure;
import org.dorothydispatch.comparison.OfficeLine;
import org.dorothydispatch.comparison.Period;
import org.dorothydispatch.comparison.RollUps;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.CurrentUser;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.shared.Utc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.util.TestSocketUtils;

/** It is 5 October 2026 unless said otherwise. Mia manages Albany, Rex Albany and Buffalo. */
@DatabaseTest(now = ListeningFixture.NOON_UTC)
class MonthlyLettersTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private ComparisonService comparison;

    @Autowired
    private FigurePages pages;

    @Autowired
    private CurrentUser current;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    @BeforeAll
    static void start() {
        MAIL.start();
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @BeforeEach
    void store() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database)
                .user("rex", Role.BRANCH_MANAGER, "ALB", "BUF")
                .preference("P1", "DOROTHY", "PERSON", "promised", "words", "Will it be you?");
        served("R1", LocalDate.of(2026, 9, 8));
        email("mia", "mia@albany.example");
        email("rex", "rex@region.example");
        count();
    }

    private void email(String user, String address) {
        database.sql("update app_user set email = ? where username = ?")
                .params(address, user)
                .update();
    }

    private void count() {
        List.of("ALB", "BUF").forEach(rollUps::catchUp);
    }

    @Test
    void everyManagerGetsTheFiguresOfTheirOfficesOnceAsTheyStandOnThePage() throws Exception {
        letters().run();
        letters().run();

        assertThat(received())
                .extracting(MonthlyLettersTest::to)
                .containsExactly("mia@albany.example", "rex@region.example");
        var mias = received().getFirst();
        assertThat(mias.getSubject()).isEqualTo("Offices side by side, September 2026");
        assertThat(mias.getFrom()).extracting(Object::toString).containsExactly("desk@dorothy.example");
        assertThat(text(mias))
                .startsWith("Dear mia by name,")
                .contains("Albany", "Promises kept (%): 0.0 %, of 1 promises, few")
                .doesNotContain("Buffalo", "together");
        assertThat(text(received().getLast())).contains("Albany", "Buffalo", "All 2 together");
        for (var user : List.of("mia", "rex")) {
            var letter = received().get(user.equals("mia") ? 0 : 1);
            var lines = as(user, () -> comparison.offices(new Period(SEPTEMBER, SEPTEMBER)));
            assertThat(numbers(text(letter)))
                    .containsExactlyElementsOf(
                            lines.stream().flatMap(MonthlyLettersTest::ofPage).toList());
            assertThat(paper(letter))
                    .contains("September 2026", "Promises kept (%)")
                    .contains(lines.stream().map(OfficeLine::name).toList());
        }
        assertThat(database.sql(
                                "select count(*) from monthly_letter where sent_at is not null and in_month = '2026-09-01'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aMonthIsWrittenOfWhenItHasEndedWhereTheOfficeIs() throws Exception {
        // Half an hour to midnight in Albany; in UTC it is October.
        clock.set(Instant.parse("2026-10-01T03:30:00Z"));
        letters().run();
        assertThat(received())
                .extracting(Message::getSubject)
                .allSatisfy(subject -> assertThat(subject).endsWith("August 2026"));
        assertThat(received()).hasSize(2);

        // With an office an hour behind, the month goes on for Rex.
        database.sql("update office set time_zone = 'America/Chicago', version = version + 1 where code = 'BUF'")
                .update();
        clock.set(Instant.parse("2026-10-01T04:30:00Z"));
        letters().run();
        assertThat(received().stream().map(one -> to(one) + " " + subject(one)))
                .containsExactly(
                        "mia@albany.example Offices side by side, August 2026",
                        "mia@albany.example Offices side by side, September 2026",
                        "rex@region.example Offices side by side, August 2026");
    }

    @Test
    void whatTheServerDoesNotTakeIsTriedAgain() {
        MAIL.stop();
        try {
            letters().run();
        } finally {
            MAIL.start();
        }
        assertThat(database.sql("select count(*) from monthly_letter")
                        .query(Integer.class)
                        .single())
                .isZero();

        letters().run();
        assertThat(received()).hasSize(2);
    }

    @Test
    void whomAnotherNodeIsWritingToIsNotWrittenToAgain() {
        fixture.insert(
                "monthly_letter",
                "username",
                "mia",
                "in_month",
                SEPTEMBER.atDay(1),
                "claimed_at",
                Utc.of(clock.instant().minusSeconds(600)));

        letters().run();

        assertThat(received()).extracting(MonthlyLettersTest::to).containsExactly("rex@region.example");
    }

    @Test
    void theLetterOfANodeThatWentDownWhileSendingIsSentByTheNextOneOnce() throws Exception {
        var down = new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage message) {
                throw new Error("The power is gone.");
            }
        };
        assertThatThrownBy(() -> letters(down, "desk@dorothy.example").run()).hasMessage("The power is gone.");

        letters().run();
        assertThat(received())
                .as("it may still be at it")
                .extracting(MonthlyLettersTest::to)
                .containsExactly("rex@region.example");

        clock.set(clock.instant().plus(Duration.ofHours(1)));
        letters().run();
        letters().run();
        assertThat(received())
                .extracting(MonthlyLettersTest::to)
                .containsExactly("mia@albany.example", "rex@region.example");
    }

    @Test
    void aLetterThatTheServerHasIsNotSentAgainThoughTheDatabaseWasAway() throws Exception {
        var away = new AtomicBoolean(true);
        var database = (JdbcClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    if (away.get() && String.valueOf(arguments[0]).startsWith("update monthly_letter set sent_at")) {
                        throw new DataAccessResourceFailureException("The database is away.");
                    }
                    return method.invoke(this.database, arguments);
                });
        var letters = new MonthlyLetters(comparison, pages, current, database, clock, sender(), "desk@dorothy.example");
        letters.run();
        assertThat(received()).hasSize(2);

        clock.set(clock.instant().plus(Duration.ofHours(2)));
        letters.run();
        assertThat(received()).as("the database is still away").hasSize(2);
        away.set(false);
        letters.run();
        letters().run();
        assertThat(received()).as("noted, for every node").hasSize(2);
    }

    @Test
    void theSameLetterHasTheSameNameWhoeverSendsIt() throws Exception {
        letters().run();
        var first = received().getFirst().getHeader("Message-ID")[0];
        database.sql("delete from monthly_letter").update();
        letters().run();

        assertThat(received()).hasSize(4);
        assertThat(received().getFirst().getHeader("Message-ID")).containsExactly(first);
        assertThat(received().get(1).getHeader("Message-ID")).containsExactly(first);
        assertThat(received().getLast().getHeader("Message-ID")).doesNotContain(first);
    }

    @Test
    void whatIsNotCountedYetIsNotSentYet() {
        database.sql("insert into office_sequence (office, last_event_id) values ('BUF', 1000000)")
                .update();
        letters().run();
        assertThat(received()).extracting(MonthlyLettersTest::to).containsExactly("mia@albany.example");

        rollUps.catchUp("BUF");
        letters().run();
        assertThat(received())
                .extracting(MonthlyLettersTest::to)
                .containsExactly("mia@albany.example", "rex@region.example");
    }

    @Test
    void whatComesLateIntoAMonthThatWasWrittenOfIsSeenOnThePageAndNotSentAgain() {
        letters().run();
        assertThat(received()).hasSize(2);
        long before = visits();
        served("LATE", LocalDate.of(2026, 9, 9));
        count();

        letters().run();
        clock.set(clock.instant().plus(Duration.ofHours(5)));
        letters().run();

        assertThat(visits()).isEqualTo(before + 1);
        assertThat(received()).hasSize(2);
    }

    /** Dee came to Ridge on the day. */
    private void served(String code, LocalDate day) {
        fixture.visit(code, "RIDGE", day, "done", "planned_on", day, "technician", "DEE", "board_office", "BUF");
    }

    /** Done in September, at all of Rex's offices. */
    private long visits() {
        return as("rex", () -> comparison.offices(new Period(SEPTEMBER, SEPTEMBER)))
                .getLast()
                .of(Figure.PROTOCOL_KEPT)
                .sample();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update app_user set enabled = false",
                "delete from app_user_role where role = 'BRANCH_MANAGER'",
                "delete from app_user_office",
                "update app_user set email = null",
                "update app_user set email = 'nobody'",
                "delete from tally_month"
            })
    void nobodyElseIsWrittenTo(String change) {
        email("dan", "dan@albany.example");
        database.sql(change).update();

        letters().run();

        assertThat(received()).isEmpty();
    }

    @Test
    void withoutAMailServerOrAnAddressToSendFromNothingIsSent() {
        assertThat(letters().wanted()).isTrue();
        for (var letters : List.of(letters(null, "desk@dorothy.example"), letters(sender(), " "))) {
            assertThat(letters.wanted()).isFalse();
            letters.run();
        }
        assertThat(received()).isEmpty();
        assertThat(database.sql("select count(*) from monthly_letter")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** As after a restart. */
    private MonthlyLetters letters() {
        return letters(sender(), "desk@dorothy.example");
    }

    private MonthlyLetters letters(JavaMailSender sender, String from) {
        return new MonthlyLetters(comparison, pages, current, database, clock, sender, from);
    }

    private static JavaMailSender sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(PORT);
        return sender;
    }

    /** By address, then by subject: the server keeps them by mailbox. */
    private static List<Message> received() {
        return Stream.of(MAIL.getReceivedMessages())
                .sorted(Comparator.comparing(MonthlyLettersTest::to).thenComparing(MonthlyLettersTest::subject))
                .<Message>map(one -> one)
                .toList();
    }

    private static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String to(Message message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Message message) throws MessagingException, IOException {
        var inner = (MimeMultipart)
                ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        return inner.getBodyPart(0).getContent().toString().replace("\r\n", "\n");
    }

    private static String paper(Message message) throws MessagingException, IOException {
        var attached = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("offices-2026-09.pdf");
        try (var pdf = Loader.loadPDF(attached.getInputStream().readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** The figures of the letter, office after office. */
    private static List<String> numbers(String text) {
        return text.lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
    }

    private static Stream<String> ofPage(OfficeLine line) {
        return Stream.of(Figure.Group.values())
                .flatMap(group -> Stream.of(Figure.values())
                        .filter(figure ->
                                figure.group() == group && line.values().containsKey(figure))
                        .map(figure -> {
                            var value = line.of(figure);
                            var few = value.small() && figure.unit() != Figure.Unit.COUNT;
                            return "%s (%s): %s%s"
                                    .formatted(
                                            figure.title(),
                                            figure.unit().words(),
                                            line.text(figure),
                                            value.present() || value.open() > 0
                                                    ? ", of %,d %s%s%s"
                                                            .formatted(
                                                                    value.sample(),
                                                                    figure.sampleOf(),
                                                                    few ? ", few" : "",
                                                                    value.open() > 0
                                                                            ? "; %d broken not looked at yet"
                                                                                    .formatted(value.open())
                                                                            : "")
                                                    : "");
                        }));
    }
}
