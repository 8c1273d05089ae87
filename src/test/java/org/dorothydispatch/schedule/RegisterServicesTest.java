package org.dorothydispatch.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.dorothydispatch.security.Role.DISPATCHER;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.dorothydispatch.DatabaseTest;
import org.dorothydispatch.RegisterFixture;
import org.dorothydispatch.SignedIn;
import org.dorothydispatch.audit.AuditTrail;
import org.dorothydispatch.audit.Change;
import org.dorothydispatch.customer.CustomerRow;
import org.dorothydispatch.customer.CustomerService;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.office.ProtocolRow;
import org.dorothydispatch.preference.PreferenceService;
import org.dorothydispatch.security.NotAllowed;
import org.dorothydispatch.workforce.RouteRow;
import org.dorothydispatch.workforce.WorkforceService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the services answer about the register and the record, read back from the tables as the bundle stored it. */
@DatabaseTest
class RegisterServicesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);

    @Autowired
    private OfficeService offices;

    @Autowired
    private CustomerService customers;

    @Autowired
    private WorkforceService workforce;

    @Autowired
    private PreferenceService preferences;

    @Autowired
    private VisitService visits;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void store() {
        new RegisterFixture(database)
                .office("ALB", "Albany", "America/New_York")
                .office("BUF", "Buffalo", "America/New_York")
                .technician("ANA", "Ana Petrov", "ALB", "weekdays", "TUE;SAT", "shift_end", LocalTime.of(15, 30))
                .technician("BEN", "Ben Okafor", "BUF")
                .absence("ANA", MONDAY, MONDAY.plusDays(2), "vacation")
                .route("NORTH", "ALB", "ANA", "max_stops", 7)
                .customer("DOROTHY", "Dorothy Hale", "ALB", "goes_by", "Dorothy", "gives_way", "day;person")
                .customer("HUNDRED", "100% Fresh", "ALB")
                .customer("ELSE", "Dorothea Else", "BUF")
                .agreement("A1", "DOROTHY", "repeats", "P1M", "skills", "rodent;general")
                .preference("P1", "DOROTHY", "PERSON", "promised", "words", "Will it be you?", "heard_by", "Marco")
                .preferred("P1", "ANA", "BEN")
                .introduction("DOROTHY", "BEN", MONDAY)
                .protocol("X1", null, "ON_DUE_DAY", "reason", "number_value", 0)
                .protocol("X2", "BUF", "ROTATE", "inform", "number_value", 4)
                .visit("V1", "DOROTHY", MONDAY, "planned", "planned_on", MONDAY, "start_time", LocalTime.of(9, 0))
                .user("reader-alb", DISPATCHER, "ALB");
    }

    @Test
    void officesAreTheOnesOfTheReader() {
        assertThat(reading(offices::list)).extracting(OfficeRow::name).containsExactly("Albany");
        assertThat(reading(() -> offices.protocols("ALB")))
                .extracting(ProtocolRow::code)
                .containsExactly("X1");
        assertThatThrownBy(() -> reading(() -> offices.protocols("BUF"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aCustomerComesWithTheirNameTheirWordsAndTheirSites() {
        var dorothy = reading(() -> customers.get("DOROTHY"));
        assertThat(dorothy.calledName()).isEqualTo("Dorothy");
        assertThat(dorothy.givesWay()).containsExactly("day", "person");
        assertThat(dorothy.sites()).hasSize(1);

        var promise = reading(() -> preferences.ofCustomer("DOROTHY")).getFirst();
        assertThat(promise.words()).isEqualTo("Will it be you?");
        assertThat(promise.heardBy()).isEqualTo("Marco");
        assertThat(promise.technicians()).containsExactly("ANA", "BEN");
        assertThat(reading(() -> preferences.introductions("DOROTHY"))).hasSize(1);
        var agreement = reading(() -> visits.agreements("DOROTHY")).getFirst();
        assertThat(agreement.every()).isEqualTo("P1M");
        assertThat(agreement.skills()).containsExactly("rodent", "general");
    }

    @Test
    void searchFindsNamesLiterallyAndOnlyInTheReadersOffices() {
        assertThat(reading(() -> customers.search("doroth", 10)))
                .extracting(CustomerRow::code)
                .containsExactly("DOROTHY");
        assertThat(reading(() -> customers.search("0%", 10)))
                .extracting(CustomerRow::code)
                .containsExactly("HUNDRED");
        assertThat(reading(() -> customers.search("_", 10))).isEmpty();
    }

    @Test
    void blankShiftsAndWeekdaysAreTheUsualOnes() {
        var ana = reading(() -> workforce.technician("ANA"));
        assertThat(ana.weekdays()).containsExactlyInAnyOrder(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);
        assertThat(ana.shiftStart()).isEqualTo(LocalTime.of(8, 0));
        assertThat(ana.shiftEnd()).isEqualTo(LocalTime.of(15, 30));
        assertThat(reading(() -> workforce.routes(List.of("ALB"))))
                .extracting(RouteRow::code, RouteRow::technician, RouteRow::maxStops)
                .containsExactly(tuple("NORTH", "ANA", 7));
        assertThat(reading(() -> workforce.absences("ALB", MONDAY.plusDays(2), MONDAY.plusDays(9))))
                .hasSize(1);
        assertThat(reading(() -> workforce.absences("ALB", MONDAY.plusDays(3), MONDAY.plusDays(9))))
                .isEmpty();
        assertThat(reading(() -> workforce.names(List.of("ANA", "BEN")))).containsEntry("BEN", "Ben Okafor");
    }

    @Test
    void aVisitIsReadAsItWasStored() {
        var visit = reading(() -> visits.get("V1"));
        assertThat(visit.placement()).isEqualTo(new Placement(null, MONDAY, LocalTime.of(9, 0), null, "planned"));
        assertThat(visit.version()).isZero();
    }

    @Test
    void theAuditIsWrittenWithTheChangeOrNotAtAll() {
        var change = new Change("ALB", "move", "visit", "V1", "before", "after", "because", "op-1");
        assertThatThrownBy(() -> reading(() -> {
                    audit.record(change);
                    return null;
                }))
                .isInstanceOf(IllegalTransactionStateException.class);
        reading(() -> {
            transaction.executeWithoutResult(status -> audit.record(change));
            return null;
        });
        reading(() -> {
            transaction.executeWithoutResult(status -> {
                audit.record(change);
                status.setRollbackOnly();
            });
            return null;
        });
        var rows = reading(() -> audit.of("visit", "V1", 10));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().actor()).isEqualTo("reader-alb");
        assertThat(rows.getFirst().why()).isEqualTo("because");
        assertThat(reading(() -> audit.ofOffice("ALB", 10))).isEqualTo(rows);
    }

    private <T> T reading(Callable<T> question) {
        return SignedIn.as("reader-alb", question);
    }
}
