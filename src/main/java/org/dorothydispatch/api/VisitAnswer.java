package org.dorothydispatch.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.dorothydispatch.flags.FlagRow;
import org.dorothydispatch.shared.Light;
import org.jspecify.annotations.Nullable;

/** A visit as the board shows it. */
record VisitAnswer(
        String code,

        @Schema(description = "To be sent back with a move, so that nobody's work is overwritten unseen")
        int version,

        Named customer,
        @Nullable String service,
        LocalDate due,
        @Nullable LocalDate date,

        @JsonFormat(pattern = "HH:mm") @Schema(type = "string", format = "time", example = "09:00") @Nullable
        LocalTime start,

        int minutes,

        @Schema(description = "unassigned, planned, confirmed, done or missed")
        String status,

        boolean pinned,
        @Nullable Named route,
        @Nullable Named technician,

        @Schema(
                description =
                        "What the customer was told: green, amber or red. Null while the checks have nothing to say: "
                                + "the visit waits for a place, or is over")
        @Nullable
        String customerLight,

        @Schema(description = "What the company wants: green, amber or red; null as above") @Nullable
        String companyLight,

        @Schema(description = "The few words that decide the lights") @Nullable
        String reason,

        List<FlagAnswer> flags) {

    record Named(String code, String name) {}

    /** Why a light is not green. */
    record FlagAnswer(
            @Schema(description = "customer, company or feasibility")
            String side,

            String kind,

            @Schema(
                    description =
                            "The preference or protocol, to be named by a consent or a reason; blank for feasibility")
            String code,

            @Schema(description = "broken, or consented: broken with the customer's consent")
            String outcome,

            @Schema(description = "promised, will_try, unanswered, block, reason or inform")
            String level,

            String sentence) {

        static FlagAnswer of(FlagRow flag) {
            return new FlagAnswer(
                    word(flag.side()),
                    flag.kind(),
                    flag.code(),
                    word(flag.outcome()),
                    word(flag.level()),
                    flag.message());
        }
    }

    static String light(int light) {
        return word(Light.of(light));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
