package org.dorothydispatch.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTest {

    /** The worked example: Dorothy's ten visits by four people, seven of them by one. */
    @Test
    void dorothyAtBest() {
        var continuity = Continuity.of(List.of("A", "A", "A", "A", "A", "A", "A", "B", "C", "D"));

        assertThat(continuity.faces()).isEqualTo(4);
        assertThat(continuity.usualProvider()).isEqualTo(0.70, within(0.005));
        assertThat(continuity.biceBoxerman()).isEqualTo(0.47, within(0.005));
        assertThat(continuity.sequential()).isEqualTo(0.67, within(0.005));
    }

    /** Three, three, two and two, never the same twice in a row. */
    @Test
    void dorothyAtWorst() {
        var continuity = Continuity.of(List.of("A", "B", "C", "D", "A", "B", "C", "D", "A", "B"));

        assertThat(continuity.faces()).isEqualTo(4);
        assertThat(continuity.usualProvider()).isEqualTo(0.30, within(0.005));
        assertThat(continuity.biceBoxerman()).isEqualTo(0.18, within(0.005));
        assertThat(continuity.sequential()).isZero();
    }

    @Test
    void oneVisitSaysNothingAboutContinuity() {
        assertThat(Continuity.of(List.of("A")).regular()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Figure.class, names = "UNANSWERED", mode = EnumSource.Mode.EXCLUDE)
    void nothingToCountIsADash(Figure figure) {
        assertThat(figure.of(new Sums())).isEqualTo(FigureValue.NONE);
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void eachFigureSaysWhatItIs(Figure figure) {
        assertThat(figure.title()).isNotBlank();
        assertThat(figure.formula()).endsWith(".");
        assertThat(figure.sampleOf()).isNotBlank();
        assertThat(figure.span().words()).isNotBlank();
    }

    @Test
    void theLineItselfIsGreenAndDorothysCornerIsGreenForTheCompanyAlone() {
        assertThat(Corner.of(1, 0.9)).isEqualTo(Corner.CUSTOMER_RED);
        assertThat(Corner.of(0.95, 0.95)).isEqualTo(Corner.BOTH_GREEN);
        assertThat(Corner.of(0.94, 0.95)).isEqualTo(Corner.COMPANY_RED);
        assertThat(Corner.of(0.94, 0.94)).isEqualTo(Corner.BOTH_RED);
        assertThat(Corner.CUSTOMER_RED.word()).isEqualTo("customer-red");
    }

    @Test
    void sharesAreRoundedAsPeopleRound() {
        assertThat(Figure.Unit.PERCENT.text(0.98250)).isEqualTo("98.3 %");
        assertThat(Figure.Unit.INDEX.text(1.0 / 3)).isEqualTo("0.33");
    }

    @Test
    void aPeriodOfFiftyYearsIsRefusedWithASentence() {
        assertThatThrownBy(() -> new Period(YearMonth.of(1976, 1), YearMonth.of(2026, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("That is more than five years. Choose at most 60 months.");
        assertThatThrownBy(() -> new Period(YearMonth.of(2026, 2), YearMonth.of(2026, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("February 2026 comes after January 2026.");
    }
}
