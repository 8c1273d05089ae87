package org.dorothydispatch.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.SignedIn.as;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.audit.AuditRow;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.security.NotAllowed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class LettersTest {

    private static final GreenMail MAIL = new GreenMail(
            new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private Letters letters;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private RegisterFixture fixture;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        settings.add("dorothy.mail.from", () -> "desk@albany.example");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @BeforeEach
    void store() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        clock.set(ListeningFixture.NOON);
        fixture = ListeningFixture.store(database);
        fixture.preference("P1", "DOROTHY", "PERSON", "promised", "words", "Will YOU be the one?")
                .preference("P2", "DOROTHY", "FACES", "will_try", "number_value", 3, "days_value", 365)
                .preference(
                        "P3",
                        "DOROTHY",
                        "WEEKDAYS",
                        "declined",
                        "weekdays",
                        "SUN",
                        "alternative",
                        "First visit on Saturdays")
                .preference("P4", "DOROTHY", "WINDOW", "unanswered", "from_time", "10:00")
                .preference("P5", "DOROTHY", "STEADY_DAY", "promised", "valid_to", "2026-09-01");
        database.sql("update customer set email = 'dorothy@hale.example' where code = 'DOROTHY'")
                .update();
    }

    @Test
    void aLetterSaysWhatWasPromisedTriedDeclinedAndOwedFromAPersonToAPerson() {
        var letter = as("mia", () -> letters.write("DOROTHY"));

        assertThat(letter.text())
                .startsWith("Dear Dorothy,\n")
                .containsSubsequence(
                        "What we promise you\n– Ana Petrov comes to you.\n  You said: “Will YOU be the one?”",
                        "What we will try, and cannot promise\n– You meet at most 3 different people a year.",
                        "What we cannot do\n– We come on Sunday.\n  What we offer instead: First visit on Saturdays",
                        "What we still owe you an answer to\n– We do not come before 10:00.",
                        "then first the day, then the time, then how early you hear of it.",
                        "What should not give way: who comes.")
                .endsWith("Yours\n" + nameOf("mia") + "\nAlbany")
                .doesNotContain("same weekday", "{", "P1");
    }

    @Test
    void aCustomerWhoSpeaksSpanishIsWrittenToInSpanishInTheirOwnWords() {
        database.sql("update customer set language = 'es-MX' where code = 'DOROTHY'")
                .update();

        var letter = as("rita", () -> letters.write("DOROTHY"));

        assertThat(letter.subject()).isEqualTo("Lo que nos dijo, y con qué puede contar");
        assertThat(letter.text())
                .contains(
                        "– Viene Ana Petrov.", "Usted dijo: «Will YOU be the one?»", "primero el día, después la hora")
                .doesNotContain("Dear", "promise", "{");
    }

    @Test
    void whoeverToldUsNothingIsAsked() {
        assertThat(as("sol", () -> letters.write("BAKER")).text())
                .contains("Dear Baker Street Bakery,", "You have not told us yet what matters to you.")
                .doesNotContain("What we promise you", "give way");
    }

    @Test
    void itGoesOutAsThePersonLeftItAndIsOnTheRecord() throws Exception {
        as("mia", () -> {
            letters.send("DOROTHY", "What you told us", "Dear Dorothy,\nAna comes. <b>Always.</b> Über 日本");
            return null;
        });

        var sent = MAIL.getReceivedMessages();
        assertThat(sent).hasSize(1);
        assertThat(sent[0].getAllRecipients()).extracting(Object::toString).containsExactly("dorothy@hale.example");
        assertThat(sent[0].getFrom()).extracting(Object::toString).containsExactly("desk@albany.example");
        assertThat(sent[0].getSubject()).isEqualTo("What you told us");
        assertThat(sent[0].getContentType()).startsWith("text/plain");
        assertThat(String.valueOf(sent[0].getContent())).contains("Ana comes. <b>Always.</b> Über 日本");
        assertThat(GreenMailUtil.getHeaders(sent[0])).doesNotContain("Bcc");
        assertThat(record()).isEqualTo("by e-mail to dorothy@hale.example");
    }

    @Test
    void readAloudIsOnTheRecordToo() {
        as("rita", () -> {
            letters.told("DOROTHY", "Dear Dorothy");
            return null;
        });
        assertThat(record()).isEqualTo("on paper or aloud");
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b", "two@x.example, three@x.example", "x@y.example\nBcc: z@y.example"})
    void withoutAnAddressThatCanBeOneItIsNotSentAndSaysWhatToDo(String address) {
        database.sql("update customer set email = ? where code = 'DOROTHY'")
                .param(address)
                .update();

        assertThatThrownBy(() -> send("mia", "Subject", "Text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No e-mail address of Dorothy is known. Print the letter or copy it.");
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void anEmptyLetterALongOneAndASubjectOfTwoLinesAreRefused() {
        assertThatThrownBy(() -> send("mia", "Subject", "  ")).hasMessageStartingWith("The letter is empty.");
        assertThatThrownBy(() -> send("mia", "Subject", "x".repeat(20_001)))
                .hasMessage("The letter has 20,001 characters; at most 20,000 are sent.");
        assertThatThrownBy(() -> send("mia", "One\nBcc: x@y.example", "Text"))
                .hasMessageStartingWith("A letter needs a subject in one line");
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatTheServerDoesNotTakeIsNotOnTheRecord() {
        MAIL.stop();
        try {
            assertThatThrownBy(() -> send("mia", "Subject", "Text"))
                    .hasMessage(
                            "The mail server did not take the letter. Try again, or print it. Nothing of it is lost.");
            assertThat(as("dan", () -> audit.of("customer", "DOROTHY", 5))).isEmpty();
        } finally {
            MAIL.start();
        }
    }

    @Test
    void aTechnicianAndAnotherOfficeWriteNoLetters() {
        assertThatThrownBy(() -> as("tess", () -> letters.write("DOROTHY"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as("kim", () -> letters.write("DOROTHY")))
                .isInstanceOfAny(NotAllowed.class, IllegalArgumentException.class);
    }

    private void send(String user, String subject, String text) {
        as(user, () -> {
            letters.send("DOROTHY", subject, text);
            return null;
        });
    }

    private String record() {
        return as("dan", () -> audit.of("customer", "DOROTHY", 5)).stream()
                .filter(row -> row.action().equals("read back"))
                .map(AuditRow::after)
                .findFirst()
                .orElse("");
    }

    private String nameOf(String username) {
        return database.sql("select name from app_user where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }
}
