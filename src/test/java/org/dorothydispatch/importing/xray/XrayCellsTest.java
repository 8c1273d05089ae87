package org.dorothydispatch.importing.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.dorothydispatch.importing.xray.XrayCells.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XrayCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-09",
                "2026-03-09 14:30:00",
                "2026-03-09T14:30",
                "3/9/2026",
                "03/09/2026 2:30 PM",
                "3/9/26",
                "9.3.2026",
                "9.3.26",
                "2026/3/9"
            })
    void daysAreReadAsSystemsWriteThem(String cell) throws Exception {
        assertThat(XrayCells.date(cell, Order.MONTH_FIRST)).contains(LocalDate.of(2026, 3, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-31", "31/31/2026", "tomorrow", "20260309"})
    void aDayThatTheCalendarDoesNotHaveIsSaidSo(String cell) {
        assertThatThrownBy(() -> XrayCells.date(cell, Order.MONTH_FIRST))
                .hasMessageContaining("“" + cell + "” is no day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000-00-00", "NULL", "0000-00-00 00:00:00"})
    void noDayIsNoError(String cell) throws Exception {
        assertThat(XrayCells.date(cell, Order.MONTH_FIRST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-09", "9/3/2026", "09/03/2026 14:30", "9/3/26", "9.3.2026", "9-3-2026"})
    void daysMayComeBeforeTheirMonth(String cell) throws Exception {
        assertThat(XrayCells.date(cell, Order.DAY_FIRST)).contains(LocalDate.of(2026, 3, 9));
        assertThatThrownBy(() -> XrayCells.date("3/31/2026", Order.DAY_FIRST))
                .hasMessage("“3/31/2026” is no day; it is written like 2026-03-31 or 31/3/2026");
    }

    @ParameterizedTest
    @CsvSource({
        "31/3/2026,DAY_FIRST",
        "31-03-26 9:00,DAY_FIRST",
        "3/31/2026,MONTH_FIRST",
        "9/3/2026,",
        "31/31/2026,",
        "2026-03-31,",
        "31.3.2026,",
        "'',"
    })
    void aDayAfterTheTwelfthSaysWhichNumberIsTheMonth(String cell, Order order) {
        assertThat(XrayCells.order(cell)).isEqualTo(Optional.ofNullable(order));
    }

    @ParameterizedTest
    @CsvSource({
        "14:30,14:30",
        "14:30:00,14:30",
        "2:30 PM,14:30",
        "2:30pm,14:30",
        "9am,09:00",
        "12:15 a.m.,00:15",
        "2026-03-09 14:30:00,14:30",
        "3/9/2026 2:30 PM,14:30"
    })
    void timesAreReadAsSystemsWriteThem(String cell, LocalTime time) throws Exception {
        assertThat(XrayCells.time(cell)).contains(time);
    }

    @Test
    void weekdaysAreNumbersFromSundayOrNames() throws Exception {
        assertThat(XrayCells.weekdays("0")).containsExactly(DayOfWeek.SUNDAY);
        assertThat(XrayCells.weekdays("2,4")).containsExactly(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        assertThat(XrayCells.weekdays("Tue / Thursdays")).isEqualTo(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY));
        assertThat(XrayCells.weekdays("-1")).isEmpty();
        assertThatThrownBy(() -> XrayCells.weekdays("7")).hasMessageContaining("“7” is no weekday");
        assertThatThrownBy(() -> XrayCells.weekdays("whenever")).hasMessageContaining("is no weekday");
    }

    @Test
    void amountsMayHaveCurrenciesAndCommas() throws Exception {
        assertThat(XrayCells.money("$1,200.50")).contains(new BigDecimal("1200.50"));
        assertThat(XrayCells.money("")).isEmpty();
        assertThat(XrayCells.money("1,200")).contains(new BigDecimal("1200"));
        assertThat(XrayCells.money("1.200,50 €")).contains(new BigDecimal("1200.50"));
        assertThat(XrayCells.money("1200,5")).contains(new BigDecimal("1200.5"));
        assertThat(XrayCells.money("1 200,50")).contains(new BigDecimal("1200.50"));
        assertThat(XrayCells.money("1.234.567")).contains(new BigDecimal("1234567"));
        assertThatThrownBy(() -> XrayCells.money("1,20,0")).hasMessageContaining("is no amount");
        assertThatThrownBy(() -> XrayCells.money("12,3456")).hasMessageContaining("is no amount");
        assertThatThrownBy(() -> XrayCells.money("lots")).hasMessageContaining("“lots” is no amount");
        assertThatThrownBy(() -> XrayCells.money("1e999999")).hasMessageContaining("is no amount");
    }

    @ParameterizedTest
    @CsvSource({
        "1,true",
        "Re-Service,true",
        "Call back,true",
        "callback - ants,true",
        "0,false",
        "General Pest,false",
        "Service,false",
        "'',false"
    })
    void aReServiceIsKnownByItsNumberOrItsName(String cell, boolean reService) {
        assertThat(XrayCells.reService(cell)).isEqualTo(reService);
    }

    @Test
    void nobodyIsZeroOrMinusOne() {
        assertThat(XrayCells.person("0")).isEmpty();
        assertThat(XrayCells.person("-1")).isEmpty();
        assertThat(XrayCells.person("17")).contains("17");
    }
}
