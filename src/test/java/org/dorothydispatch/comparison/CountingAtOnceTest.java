package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.schedule.OfficeChanged;
import org.dorothydispatch.travel.StraightLine;
import org.dorothydispatch.travel.TravelTimes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who counts holds up nobody but whoever would count the same. */
@DatabaseTest(now = TwoYearsFixture.NOON)
class CountingAtOnceTest {

    @Autowired
    private RollUps rollUps;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource source;

    @Autowired
    private Clock clock;

    private final ExecutorService others = Executors.newFixedThreadPool(2);
    private final Gate gate = new Gate();
    private TwoYearsFixture fixture;

    @BeforeEach
    void storeAndCount() {
        fixture = new TwoYearsFixture(database, new Random(41)).store();
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
    }

    @AfterEach
    void letGo() {
        gate.open.countDown();
        others.close();
    }

    /** Holds up who counts, in the middle of it. */
    private static final class Gate implements TravelTimes {

        private final TravelTimes times = new StraightLine();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public double driveMinutes(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
            reached.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return times.driveMinutes(fromLatitude, fromLongitude, toLatitude, toLongitude);
        }
    }

    private RollUps slow() {
        return new RollUps(source, gate, clock);
    }

    @Test
    void whileAnOfficeIsRecountedItAndEveryOtherOneIsCountedOn() throws Exception {
        var recount = others.submit(() -> slow().differences("ALB"));
        gate.reached.await();

        for (var office : TwoYearsFixture.OFFICES) {
            var visit = changed(office);
            assertThat(rollUps.catchUp(new OfficeChanged(office, 0, 1, List.of(visit), "Sam")))
                    .isPositive();
            assertThat(technicianCounted(visit)).isEqualTo("T4");
        }

        gate.open.countDown();
        assertThat(recount.get()).as("as everything was when it began").isEmpty();
        assertThat(TwoYearsFixture.OFFICES)
                .allSatisfy(office -> assertThat(rollUps.differences(office)).isEmpty());
    }

    @Test
    void aRecountFindsWhatWasWrongWhenItBeganThoughItIsCountedAwayMeanwhile() throws Exception {
        database.sql("update tally_standing set faces = faces + 1 where office = 'ALB' and in_month = '2026-10-01'")
                .update();
        var recount = others.submit(() -> slow().differences("ALB"));
        gate.reached.await();

        rollUps.rebuild("ALB");

        gate.open.countDown();
        assertThat(recount.get()).hasSize(1).first().asString().startsWith("customers of the month 2026-10");
        assertThat(rollUps.differences("ALB")).isEmpty();
    }

    @Test
    void whileAnOfficeIsRebuiltAnotherOneIsCounted() throws Exception {
        var rebuild = others.submit(() -> slow().rebuild("ALB"));
        gate.reached.await();
        database.sql("update customer set cancelled_on = '2026-11-02', version = version + 1 where office = 'DEN'")
                .update();

        assertThat(rollUps.catchUp("DEN")).isPositive();

        gate.open.countDown();
        assertThat(rebuild.get()).isPositive();
        assertThat(TwoYearsFixture.OFFICES)
                .allSatisfy(office -> assertThat(rollUps.differences(office)).isEmpty());
    }

    @Test
    void allOfficesAreRebuiltBesideEachOtherAndWhatGoesWrongIsSaid() {
        var told = new TreeMap<String, Integer>();
        long counted = rollUps.rebuild(TwoYearsFixture.OFFICES, told::put);

        assertThat(told.keySet()).containsExactlyElementsOf(TwoYearsFixture.OFFICES);
        assertThat(counted)
                .isEqualTo(told.values().stream().mapToLong(n -> n).sum())
                .isEqualTo(database.sql("select count(*) from tally_visit")
                        .query(Long.class)
                        .single());
        assertThat(TwoYearsFixture.OFFICES)
                .allSatisfy(office -> assertThat(rollUps.differences(office)).isEmpty());
        var away = new RollUps(
                source,
                (a, b, c, d) -> {
                    throw new DataAccessResourceFailureException("away");
                },
                clock);
        assertThatThrownBy(() -> away.rebuild(TwoYearsFixture.OFFICES, (office, visits) -> {}))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    /** Only MySQL says at once that it waited in vain. */
    @Test
    @Tag("mysql")
    void aCountThatMeetsPeopleOfAnotherOfficeHoldsThatOneToo() throws Exception {
        new RegisterFixture(database).technician("LENT", "Lena", "ALB");
        var alone = byLena("C0", "ALB", LocalDate.of(2026, 11, 9), 9);
        var beside = byLena("C0", "ALB", LocalDate.of(2026, 11, 10), 9);
        byLena("C1", "DEN", LocalDate.of(2026, 11, 10), 11);
        TwoYearsFixture.OFFICES.forEach(rollUps::catchUp);
        laterThatDay(alone);

        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select seen_event from tally_state where office = 'DEN' for update");
            var impatient = new RollUps(impatient(), new StraightLine(), clock);
            assertThat(impatient.catchUp(new OfficeChanged("ALB", 0, 1, List.of(alone), "Sam")))
                    .isPositive();
            laterThatDay(beside);
            assertThatThrownBy(() -> impatient.catchUp(new OfficeChanged("ALB", 1, 2, List.of(beside), "Sam")))
                    .isInstanceOf(ConcurrencyFailureException.class);
            connection.rollback();
        }

        rollUps.catchUp(new OfficeChanged("ALB", 1, 2, List.of(beside), "Sam"));
        assertThat(TwoYearsFixture.OFFICES)
                .allSatisfy(office -> assertThat(rollUps.differences(office)).isEmpty());
    }

    @Test
    void officesWithCommonDaysAreCountedAtOnceAndExactly() throws Exception {
        for (int i = 0; i < 12; i++) {
            for (int n = 0; n < 3; n++) {
                fixture.change();
            }
            for (var counted : others.invokeAll(TwoYearsFixture.OFFICES.stream()
                    .map(office -> (Callable<Integer>) () -> rollUps.catchUp(office))
                    .toList())) {
                counted.get();
            }
            assertThat(TwoYearsFixture.OFFICES)
                    .as("after round %d", i)
                    .allSatisfy(
                            office -> assertThat(rollUps.differences(office)).isEmpty());
        }
    }

    private void laterThatDay(String visit) {
        database.sql("update visit set start_time = '12:00', version = version + 1 where code = ?")
                .param(visit)
                .update();
    }

    private String byLena(String customer, String office, LocalDate day, int hour) {
        var code = "L-%s-%s".formatted(customer, day);
        new RegisterFixture(database)
                .visit(
                        code,
                        customer,
                        day,
                        "done",
                        "planned_on",
                        day,
                        "start_time",
                        LocalTime.of(hour, 0),
                        "technician",
                        "LENT",
                        "board_office",
                        office);
        return code;
    }

    /** Gives a visit of an office to somebody else; says which. */
    private String changed(String office) {
        var visit = database.sql("""
                        select min(v.code) from visit v join customer c on c.code = v.customer
                        where v.status = 'done' and c.office = ? and v.technician <> 'T4'""").param(office).query(String.class).single();
        database.sql("update visit set technician = 'T4', version = version + 1 where code = ?")
                .param(visit)
                .update();
        return visit;
    }

    private String technicianCounted(String visit) {
        return database.sql("select technician from tally_visit where visit = ?")
                .param(visit)
                .query(String.class)
                .single();
    }

    /** Connections that wait for a lock as shortly as MySQL lets them. */
    private DataSource impatient() throws SQLException {
        var pool = source.unwrap(HikariDataSource.class);
        return new DriverManagerDataSource(
                pool.getJdbcUrl() + "&sessionVariables=innodb_lock_wait_timeout=1",
                pool.getUsername(),
                pool.getPassword());
    }
}
