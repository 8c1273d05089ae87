package org.dorothydispatch.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.dorothydispatch.flags.ConsentGiven;
import org.dorothydispatch.flags.MoveTarget;
import org.dorothydispatch.flags.ReasonGiven;
import org.dorothydispatch.schedule.Placement;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit shall stand. Route and day stay as they are when they are left out. On another run the technician is whoever
 * drives it and the start the best of the day, unless they are said.
 */
@Schema(name = "Move")
record MoveRequest(
        @Schema(description = "The version you saw", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Integer version,

        @Schema(description = "Code of the route") @Nullable String route,
        @Nullable LocalDate date,

        @Schema(type = "string", format = "time", example = "09:00") @Nullable
        LocalTime start,

        @Schema(description = "Code of the technician") @Nullable
        String technician,

        @Schema(description = "True puts the visit back among the unassigned; then nothing else of a place may be said")
        @Nullable
        Boolean unassign,

        @Schema(description = "The customer agreed") @Nullable
        List<Consent> consents,

        @Schema(description = "It is kept without the customer's consent") @Nullable
        List<Reason> reasons) {

    record Consent(
            @Schema(description = "Code of the preference") @Nullable
            String preference,

            @Schema(description = "Who asked them") @Nullable
            String by,

            @Schema(description = "When, on the office's calendar") @Nullable
            LocalDate on,

            @Nullable String note) {}

    record Reason(
            @Schema(description = "Code of the preference or protocol") @Nullable
            String code,

            @Nullable String reason) {}

    int versionSeen() {
        if (version == null) {
            throw Refused.badQuestion("Say which version of the visit you saw, as in \"version\": 3.");
        }
        return version;
    }

    MoveTarget target(Placement now) {
        var named = route != null || date != null || start != null || technician != null;
        if (Boolean.TRUE.equals(unassign)) {
            if (named) {
                throw Refused.badQuestion(
                        "A visit that is unassigned has no place: leave out route, date, start and technician.");
            }
            return MoveTarget.tray();
        }
        var thatRoute = route == null ? now.route() : route;
        var thatDate = date == null ? now.date() : date;
        if (thatRoute == null || thatDate == null) {
            throw Refused.badQuestion("The visit has no place yet: say both route and date.");
        }
        var sameRun = thatRoute.equals(now.route()) && thatDate.equals(now.date());
        var who = technician == null && sameRun ? now.technician() : technician;
        var stays = sameRun && Objects.equals(who, now.technician());
        return new MoveTarget(thatRoute, thatDate, start == null && stays ? now.start() : start, who);
    }

    List<ConsentGiven> consentsGiven() {
        return consents == null
                ? List.of()
                : consents.stream()
                        .map(consent -> {
                            if (blank(consent.preference) || blank(consent.by) || consent.on == null) {
                                throw Refused.badQuestion(
                                        "A consent names the preference, who asked the customer (by) and on which day (on).");
                            }
                            return new ConsentGiven(consent.preference, consent.by, consent.on, consent.note);
                        })
                        .toList();
    }

    List<ReasonGiven> reasonsGiven() {
        return reasons == null
                ? List.of()
                : reasons.stream()
                        .map(reason -> {
                            if (blank(reason.code) || blank(reason.reason)) {
                                throw Refused.badQuestion(
                                        "A reason names what is overridden (code) and says why (reason).");
                            }
                            return new ReasonGiven(reason.code, reason.reason);
                        })
                        .toList();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
