package org.dorothydispatch.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.dorothydispatch.rules.ProtocolKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a protocol is called in front of people. */
class ProtocolRowTest {

    @ParameterizedTest
    @EnumSource(ProtocolKind.class)
    void everyKindIsSaidInWords(ProtocolKind kind) {
        assertThat(row(kind.name(), 2, "reason").words())
                .doesNotContain("_")
                .doesNotContain("null")
                .matches("[A-Z][a-z].*");
        assertThat(row(kind.name(), null, "reason").words()).doesNotContain("null");
    }

    @Test
    void theNumberAndTheHoursAreSaid() {
        assertThat(row("ON_DUE_DAY", 0, "reason").words()).isEqualTo("On the due day");
        assertThat(row("ON_DUE_DAY", 1, "reason").words()).isEqualTo("Within 1 day of the due day");
        assertThat(row("ROTATE", 3, "reason").words()).isEqualTo("Somebody else after 3 visits");
        assertThat(hours(LocalTime.of(8, 0), LocalTime.of(17, 30))).isEqualTo("Arriving from 8:00, done by 17:30");
        assertThat(hours(LocalTime.of(8, 0), null)).isEqualTo("Arriving from 8:00 on");
        assertThat(hours(null, LocalTime.of(17, 0))).isEqualTo("Done by 17:00");
    }

    @Test
    void soIsWhatItDoes() {
        assertThat(row("TRAVEL", 0, "block").levelWords()).isEqualTo("blocks");
        assertThat(row("TRAVEL", 0, "reason").levelWords()).isEqualTo("asks for a reason");
        assertThat(row("TRAVEL", 0, "inform").levelWords()).isEqualTo("informs");
    }

    private static String hours(@Nullable LocalTime from, @Nullable LocalTime to) {
        return new ProtocolRow("X", null, "ARRIVAL", null, from, to, "reason", 0).words();
    }

    private static ProtocolRow row(String kind, @Nullable Integer number, String level) {
        return new ProtocolRow("X", null, kind, number, null, null, level, 0);
    }
}
