package org.dorothydispatch.technicianday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.dorothydispatch.SignedIn.as;
import static org.dorothydispatch.technicianday.DayFixture.EIGHT;
import static org.dorothydispatch.technicianday.DayFixture.TUESDAY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.TestClock;
import org.dorothydispatch.listening.ListeningFixture;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.technicianday.TechnicianDay.NewHere;
import org.dorothydispatch.technicianday.TechnicianDay.Stop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = ListeningFixture.NOON_UTC)
class TechnicianDaysTest {

    @Autowired
    TechnicianDays days;

    @Autowired
    DayEntries entries;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private RegisterFixture fixture;

    @BeforeEach
    void anasTuesday() {
        clock.set(EIGHT);
        fixture = DayFixture.store(database);
    }

    @Test
    void theRunIsInOrderAndThePersonComesFirst() {
        var day = own("tess");
        assertThat(day.name()).isEqualTo("Ana Petrov");
        assertThat(day.today()).isEqualTo(TUESDAY);
        assertThat(day.mayWrite()).isTrue();
        var stops = day.days().getFirst().stops();
        assertThat(stops).extracting(Stop::name).containsExactly("Dorothy", "Baker Street Bakery");
        var dorothy = stops.getFirst();
        assertThat(dorothy.fullName()).isEqualTo("Dorothy Hale");
        assertThat(dorothy.start()).isEqualTo(LocalTime.of(9, 0));
        assertThat(dorothy.access()).isEqualTo("Back door, ring twice");
        assertThat(dorothy.remember().words()).containsExactly("The dog is called Bruno.", "Shoes off, please.");
        assertThat(dorothy.wishes())
                .extracting(TechnicianDay.Wish::words, TechnicianDay.Wish::meaning, TechnicianDay.Wish::answer)
                .containsExactly(tuple("Will you be the one doing the service?", "Ana Petrov", "promised"));
        assertThat(dorothy.came())
                .extracting(TechnicianDay.Came::name)
                .containsExactly("Ben Okafor", "Ana Petrov", "Ana Petrov", "Ben Okafor", "Ana Petrov");
        assertThat(dorothy.newHere()).isNull();
        assertThat(day.days().get(1).date()).isEqualTo(TUESDAY.plusDays(1));
        assertThat(day.days().get(1).stops()).isEmpty();
    }

    @Test
    void whatTheOfficeWantsToKnowIsAskedAtTheDoor() {
        assertThat(dorothy("tess").ask()).isNull();
        fixture.insert(
                "ask_next_time",
                "customer",
                "DOROTHY",
                "question",
                "Is nine still a good time?",
                "set_by",
                "mia",
                "set_at",
                TUESDAY.atStartOfDay());
        assertThat(dorothy("tess").ask()).isEqualTo("Is nine still a good time?");
    }

    @Test
    void whoeverIsNewHearsWhoIntroducedThem() {
        database.sql("update visit set technician = 'ANA' where customer = 'DOROTHY' and status = 'done'")
                .update();
        database.sql("update visit set technician = 'BEN' where code = 'D10'").update();
        assertThat(own("ben").days().getFirst().stops().getFirst().newHere()).isEqualTo(new NewHere(null, null));
        fixture.introduction("DOROTHY", "BEN", LocalDate.of(2026, 9, 6));
        assertThat(own("ben").days().getFirst().stops().getFirst().newHere())
                .isEqualTo(new NewHere(LocalDate.of(2026, 9, 6), "Ana Petrov"));
    }

    @Test
    void theDayIsTheOfficesDayAndNotTheServers() {
        clock.set(TUESDAY.atTime(23, 30).atZone(DayFixture.ALBANY).toInstant());
        assertThat(own("tess").today()).isEqualTo(TUESDAY);
        clock.pass(Duration.ofHours(1));
        assertThat(own("tess").today()).isEqualTo(TUESDAY.plusDays(1));
        assertThat(own("tess").days().getFirst().stops()).isEmpty();
    }

    @Test
    void whatWasBegunAndNotClosedStaysOnTheDay() {
        as("tess", () -> entries.enter(DayFixture.checkIn("B1", "")));
        clock.pass(Duration.ofDays(1));
        assertThat(own("tess").days().getFirst().stops())
                .extracting(Stop::visit, Stop::date)
                .containsExactly(tuple("B1", TUESDAY));
    }

    @Test
    void readingCountsForTheseWordsAndThisTechnicianOnly() {
        var mark = own("tess").days().getFirst().stops().getFirst().remember().mark();
        as("tess", () -> entries.enter(DayFixture.read("D10", mark)));
        assertThat(dorothy("tess").remember().readAt()).isEqualTo(EIGHT);
        database.sql("update visit set technician = 'BEN' where code = 'D10'").update();
        assertThat(dorothy("ben").remember().readAt()).isNull();
    }

    @Test
    void aTechnicianSeesTheirOwnDayAlone() {
        assertThat(own("ben").days().getFirst().stops()).isEmpty();
        assertThatThrownBy(() -> as("ben", () -> days.of("ANA"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> own("loose")).isInstanceOf(NotAllowed.class).hasMessageContaining("tied");
        assertThatThrownBy(() -> own("dan")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> own("rita")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whoPlansAtTheOfficeMayLookAndNobodyElse() {
        var looked = as("dan", () -> days.of("ANA"));
        assertThat(looked.mayWrite()).isFalse();
        assertThat(looked.days().getFirst().stops()).hasSize(2);
        assertThat(as("mia", () -> days.of("ANA")).days().getFirst().stops()).hasSize(2);
        assertThatThrownBy(() -> as("rita", () -> days.of("ANA"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as("kim", () -> days.of("ANA")))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("There is no technician (ANA) at your offices.");
        assertThatThrownBy(() -> as("dan", () -> days.of("NOBODY")))
                .hasMessage("There is no technician (NOBODY) at your offices.");
    }

    @Test
    void aVisitForAnotherOfficeIsATimeAndNothingMore() {
        fixture.customer("FAR", "Far Away", "BUF");
        fixture.visit(
                "F1",
                "FAR",
                TUESDAY,
                "planned",
                "planned_on",
                TUESDAY,
                "start_time",
                LocalTime.of(14, 0),
                "technician",
                "ANA",
                "board_office",
                "BUF");
        var today = own("tess").days().getFirst();
        assertThat(today.stops()).extracting(Stop::visit).doesNotContain("F1");
        assertThat(today.elsewhere()).containsExactly(LocalTime.of(14, 0));
    }

    @Test
    void aNoteOfTenThousandLettersAndMarkupComeWhole() {
        var note = "<b>&</b> عبد ".repeat(770).substring(0, 10_000);
        database.sql("update visit set note = ? where code = 'D10'").param(note).update();
        database.sql("update customer set remember = ? where code = 'DOROTHY'")
                .param(note)
                .update();
        assertThat(dorothy("tess").note()).isEqualTo(note);
        assertThat(dorothy("tess").remember().words()).contains(note);
    }

    private TechnicianDay own(String user) {
        return as(user, days::own);
    }

    private Stop dorothy(String user) {
        return own(user).days().getFirst().stops().getFirst();
    }
}
