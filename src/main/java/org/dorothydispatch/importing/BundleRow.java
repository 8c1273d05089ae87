package org.dorothydispatch.importing;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bundle, typed. A blank cell is null, or the empty list; defaults are applied by who reads a row, so that
 * writing it again loses nothing. Words of a fixed choice (kinds, answers, statuses …) stand as the bundle writes them.
 * Two rows are equal when they say the same.
 */
public sealed interface BundleRow {

    /** The file whose line this is. */
    BundleFile file();

    /** A skill and the last day it is valid; null when it does not expire. Written {@code rodent@2027-06-30}. */
    record Skill(String name, @Nullable LocalDate validThrough) {}

    record OfficeRow(
            String code,
            String name,
            ZoneId timeZone,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String address)
            implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.OFFICES;
        }
    }

    record TechnicianRow(
            String code,
            String name,
            String office,
            List<Skill> skills,
            List<String> languages,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<DayOfWeek> weekdays,
            @Nullable LocalTime shiftStart,
            @Nullable LocalTime shiftEnd,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String phone,
            @Nullable String email)
            implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.TECHNICIANS;
        }
    }

    record AbsenceRow(
            String technician,
            LocalDate from,
            LocalDate to,
            String kind,
            @Nullable String note) implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.ABSENCES;
        }
    }

    record RouteRow(
            String code,
            String office,
            String name,
            @Nullable String technician,
            List<DayOfWeek> weekdays,
            @Nullable Integer maxStops)
            implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.ROUTES;
        }
    }

    record CustomerRow(
            String code,
            String name,
            @Nullable String goesBy,
            String office,
            @Nullable String kind,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String language,
            @Nullable LocalDate since,
            @Nullable String technician,
            List<String> givesWay,
            @Nullable String remember,
            @Nullable LocalDate cancelledOn,
            @Nullable String cancelReason)
            implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.CUSTOMERS;
        }
    }

    record SiteRow(
            String code,
            String customer,
            @Nullable String address,
            double latitude,
            double longitude,
            @Nullable String access)
            implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.SITES;
        }
    }

    /** {@code every} is an ISO 8601 period as it was written ({@code P2W}); blank is once. */
    record AgreementRow(
            String code,
            String customer,
            String site,
            String service,
            @Nullable String every,
            int minutes,
            List<String> skills,
            @Nullable String route,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String soldBy,
            @Nullable BigDecimal annualValue)
            implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.AGREEMENTS;
        }
    }

    record PreferenceRow(
            String code,
            String customer,
            String kind,
            List<String> technicians,
            List<DayOfWeek> weekdays,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable LocalDate datesFrom,
            @Nullable LocalDate datesTo,
            @Nullable Integer number,
            @Nullable Integer days,
            @Nullable String language,
            @Nullable String skill,
            String answer,
            @Nullable String words,
            @Nullable LocalDate heardOn,
            @Nullable String heardBy,
            @Nullable String channel,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String alternative,
            @Nullable LocalDate toldOn)
            implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.PREFERENCES;
        }
    }

    record IntroductionRow(String customer, String technician, LocalDate on) implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.INTRODUCTIONS;
        }
    }

    record ProtocolRow(
            String code,
            @Nullable String office,
            String kind,
            @Nullable Integer number,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            String level)
            implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.PROTOCOLS;
        }
    }

    /** {@code pinned} blank is false. */
    record VisitRow(
            String code,
            String customer,
            String site,
            @Nullable String agreement,
            LocalDate dueOn,
            @Nullable LocalDate date,
            @Nullable LocalTime start,
            int minutes,
            @Nullable String route,
            @Nullable String technician,
            String status,
            boolean pinned,
            @Nullable LocalDateTime notifiedAt,
            @Nullable String note)
            implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.VISITS;
        }
    }

    record ConsentRow(
            String visit,
            String preference,
            LocalDate on,
            String by,
            @Nullable String note) implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.CONSENTS;
        }
    }

    /** {@code code} names the preference or the protocol that was overridden. */
    record OverrideRow(String visit, String code, LocalDate on, String by, String reason) implements BundleRow {

        @Override
        public BundleFile file() {
            return BundleFile.OVERRIDES;
        }
    }
}
