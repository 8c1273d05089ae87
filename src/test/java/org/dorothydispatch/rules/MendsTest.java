package org.dorothydispatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.Assertions.tuple;
import static org.dorothydispatch.rules.VisitStatus.PLANNED;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.dorothydispatch.shared.Light;
import org.dorothydispatch.travel.StraightLine;
import org.junit.jupiter.api.Test;

/** What is offered for the visits of the founding story, on the morning before Dorothy's tenth visit. */
class MendsTest {

    private final Now now = Now.local(LocalDateTime.parse("2026-10-05T12:00"));
    private final World world = ExampleBundle.world("dorothy");
    private final Horizon twoWeeks =
            new Horizon(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 18), List.copyOf(world.technicians()));
    private final Mends mends = new Mends(new Checks(new StraightLine()));

    @Test
    void dorothyIsOfferedAnotherDayWithAnaNotAnotherPersonOnTheDay() {
        var mends = mendsOf("D10");

        var best = mends.getFirst();
        assertThat(best.sentence()).isEqualTo("Ana is back Monday: move to Mon 12 Oct, 9:00");
        assertThat(best.assignment())
                .isEqualTo(new Assignment(
                        LocalDate.of(2026, 10, 12), LocalTime.of(9, 0), route("R-SOUTH"), technician("ANA"), PLANNED));
        assertThat(best.customerLight()).isEqualTo(Light.GREEN);
        assertThat(best.companyLight()).isEqualTo(Light.AMBER);
        assertThat(best.needsConsentFor()).isEmpty();
        assertThat(mends)
                .allSatisfy(mend -> assertThat(mend.assignment().technician()).isEqualTo(technician("ANA")));
    }

    @Test
    void theBakerKeepsTheDayAndIsToldWhatIsStillBroken() {
        assertThat(mendsOf("B2"))
                .extracting(Mend::sentence, Mend::customerLight, Mend::needsConsentFor)
                .contains(
                        tuple("Cy can come at 10:00: move to Tue 6 Oct, 10:00", Light.AMBER, List.of("P4")), atIndex(0))
                .contains(tuple("Cy can come Wednesday: move to Wed 7 Oct, 10:00", Light.GREEN, List.of()));
    }

    @Test
    void aVisitBeforeTheShiftIsOfferedItsBeginning() {
        assertThat(mendsOf("W2").getFirst().sentence()).isEqualTo("Lia can come at 8:00: move to Wed 7 Oct, 8:00");
    }

    @Test
    void whatTheCustomerConsentedToNeedsNoMend() {
        assertThat(mendsOf("L2")).isEmpty();
    }

    @Test
    void aServedVisitIsBeyondMending() {
        assertThat(mendsOf("D06")).isEmpty();
    }

    private TechnicianFacts technician(String code) {
        return world.technicians().stream()
                .filter(technician -> technician.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private RouteFacts route(String code) {
        return world.routes().stream()
                .filter(route -> route.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<Mend> mendsOf(String code) {
        var visit = world.visit(code);
        return mends.mends(world, visit, now, twoWeeks);
    }
}
