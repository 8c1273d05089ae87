package org.dorothydispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dorothydispatch.board.BoardFixture.TUESDAY;

import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.board.BoardAccess.UnknownOffice;
import org.dorothydispatch.security.Role;
import org.dorothydispatch.security.UserFixture;
import org.dorothydispatch.travel.TravelTimes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest(now = BoardFixture.NOON_UTC)
class BoardDaysTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BoardDays days;

    @Autowired
    TravelTimes travel;

    BoardFixture fixture;

    @BeforeEach
    void tellTheStory() {
        fixture = new BoardFixture(jdbc).story();
        UserFixture.store(jdbc, "dana", Role.DISPATCHER, "RIVER");
        UserFixture.store(jdbc, "both", Role.DISPATCHER, "RIVER", "HILL");
        jdbc.sql("update site set latitude = 42.0, longitude = -87.7 where code = 'LOPEZ'")
                .update();
    }

    @Test
    void aDriveLeadsFromEachStopToTheNextByStart() {
        fixture.visit("L2", "LOPEZ", "NORTH", "CY", TUESDAY, "14:00", "planned");
        fixture.visit("L3", "DOROTHY", "SOUTH", "CY", TUESDAY, "11:00", "confirmed");

        assertThat(riverside().drives())
                .containsExactly(new BoardDay.Drive("D10", "L3", 0), new BoardDay.Drive("L3", "L2", minutesToLopez()));
        assertThat(minutesToLopez()).isGreaterThan(15);
    }

    @Test
    void aStopWithoutAStartOrNoLongerOnIsNoStop() {
        fixture.visit("L2", "LOPEZ", "NORTH", "CY", TUESDAY, "14:00", "cancelled");
        fixture.visit("L3", "LOPEZ", "NORTH", "CY", TUESDAY, "15:00", "planned");
        jdbc.sql("update visit set start_time = null where code = 'L3'").update();

        assertThat(riverside().drives()).isEmpty();
    }

    @Test
    void everybodyOfTheOfficeHasAShiftAndSoDoesAGuestOfTheDay() {
        jdbc.sql("update technician set shift_start = '07:30:00', shift_end = '15:00:00' where code = 'LIA'")
                .update();
        assertThat(riverside().shifts())
                .extracting(BoardDay.Shift::technician)
                .containsExactly("ANA", "BEN", "CY", "MARCO");
        assertThat(riverside().shifts().getFirst().away()).isEqualTo("vacation");

        fixture.visit("G1", "LOPEZ", "SOUTH", "LIA", TUESDAY, "15:00", "planned");
        assertThat(riverside().shifts())
                .contains(new BoardDay.Shift("LIA", LocalTime.of(7, 30), LocalTime.of(15, 0), null));
    }

    @Test
    void aDriveFromAnOfficeThePersonMayNotSeeIsLeftOut() {
        fixture.visit("G1", "LOPEZ", "SOUTH", "LIA", TUESDAY, "15:00", "planned");

        assertThat(riverside().drives()).isEmpty();
        assertThat(SignedIn.as("both", () -> days.read(List.of("RIVER"), TUESDAY))
                        .offices()
                        .getFirst()
                        .drives())
                .extracting(BoardDay.Drive::from)
                .containsExactly("W1");
    }

    @Test
    void theDayOfAnotherOfficeIsNotRead() {
        assertThatThrownBy(() -> SignedIn.as("dana", () -> days.read(List.of("HILL"), TUESDAY)))
                .isInstanceOf(UnknownOffice.class);
    }

    private BoardDay.Office riverside() {
        return SignedIn.as("dana", () -> days.read(List.of("RIVER"), TUESDAY))
                .offices()
                .getFirst();
    }

    private int minutesToLopez() {
        return (int) Math.round(travel.driveMinutes(41.9, -87.64, 42.0, -87.7));
    }
}
