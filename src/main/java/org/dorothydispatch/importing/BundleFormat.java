package org.dorothydispatch.importing;

import static org.dorothydispatch.importing.BundleFile.*;
import static org.dorothydispatch.importing.CellType.*;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dorothydispatch.importing.BundleRow.*;
import org.dorothydispatch.rules.AbsenceKind;
import org.dorothydispatch.rules.Answer;
import org.dorothydispatch.rules.GivesWay;
import org.dorothydispatch.rules.PreferenceKind;
import org.dorothydispatch.rules.ProtocolKind;
import org.dorothydispatch.rules.VisitStatus;
import org.dorothydispatch.shared.UsualShift;
import org.jspecify.annotations.Nullable;

/** The form of every file of a bundle: {@code spec/bundle.md} in Java. */
final class BundleFormat {

    private static final Map<BundleFile, FileFormat<?>> FORMATS = new EnumMap<>(BundleFile.class);

    static {
        for (var format : List.of(
                new Offices(),
                new Technicians(),
                new Absences(),
                new Routes(),
                new Customers(),
                new Sites(),
                new Agreements(),
                new Preferences(),
                new Introductions(),
                new Protocols(),
                new Visits(),
                new Consents(),
                new Overrides())) {
            FORMATS.put(format.file(), format);
        }
    }

    private BundleFormat() {}

    static FileFormat<?> of(BundleFile file) {
        return FORMATS.get(file);
    }

    private static final class Offices extends FileFormat<OfficeRow> {

        private final Column<OfficeRow, String> code = key(OfficeRow::code);
        private final Column<OfficeRow, String> name = required("name", TEXT, OfficeRow::name);
        private final Column<OfficeRow, ZoneId> timeZone = required("time_zone", ZONE, OfficeRow::timeZone);
        private final Column<OfficeRow, Double> latitude = optional("latitude", LATITUDE, OfficeRow::latitude);
        private final Column<OfficeRow, Double> longitude = optional("longitude", LONGITUDE, OfficeRow::longitude);
        private final Column<OfficeRow, String> address = optional("address", TEXT, OfficeRow::address);

        Offices() {
            super(OFFICES);
        }

        @Override
        void check(Cells cells) {
            bothOrNeither(cells, latitude, longitude);
        }

        @Override
        OfficeRow row(Cells cells) {
            return new OfficeRow(
                    cells.the(code),
                    cells.the(name),
                    cells.the(timeZone),
                    cells.get(latitude),
                    cells.get(longitude),
                    cells.get(address));
        }
    }

    private static final class Technicians extends FileFormat<TechnicianRow> {

        private final Column<TechnicianRow, String> code = key(TechnicianRow::code);
        private final Column<TechnicianRow, String> name = required("name", TEXT, TechnicianRow::name);
        private final Column<TechnicianRow, String> office =
                required("office", CODE, TechnicianRow::office).in(OFFICES);
        private final Column<TechnicianRow, List<Skill>> skills =
                optional("skills", listOf(SKILL), TechnicianRow::skills);
        private final Column<TechnicianRow, List<String>> languages =
                optional("languages", listOf(LANGUAGE), TechnicianRow::languages);
        private final Column<TechnicianRow, LocalDate> startsOn = optional("starts_on", DATE, TechnicianRow::startsOn);
        private final Column<TechnicianRow, LocalDate> endsOn = optional("ends_on", DATE, TechnicianRow::endsOn);
        private final Column<TechnicianRow, List<DayOfWeek>> weekdays =
                optional("weekdays", listOfDistinct(WEEKDAY), TechnicianRow::weekdays);
        private final Column<TechnicianRow, LocalTime> shiftStart =
                optional("shift_start", TIME, TechnicianRow::shiftStart);
        private final Column<TechnicianRow, LocalTime> shiftEnd = optional("shift_end", TIME, TechnicianRow::shiftEnd);
        private final Column<TechnicianRow, Double> latitude = optional("latitude", LATITUDE, TechnicianRow::latitude);
        private final Column<TechnicianRow, Double> longitude =
                optional("longitude", LONGITUDE, TechnicianRow::longitude);
        private final Column<TechnicianRow, String> phone = optional("phone", TEXT, TechnicianRow::phone);
        private final Column<TechnicianRow, String> email = optional("email", TEXT, TechnicianRow::email);

        Technicians() {
            super(TECHNICIANS);
        }

        @Override
        void check(Cells cells) {
            var itself = cells.get(code);
            if (itself != null && itself.indexOf(';') >= 0) {
                cells.error(code, Quoted.of(itself) + " holds a semicolon, which separates the technicians of a list.");
            }
            notBefore(cells, startsOn, endsOn);
            bothOrNeither(cells, latitude, longitude);
            var start = cells.get(shiftStart);
            var end = cells.get(shiftEnd);
            if (start != null || end != null) {
                var from = start == null ? UsualShift.START : start;
                var to = end == null ? UsualShift.END : end;
                if (to.isBefore(from)) {
                    cells.error(
                            end == null ? shiftStart : shiftEnd,
                            "The shift ends (%s%s) before it starts (%s%s)."
                                    .formatted(to, usual(end), from, usual(start)));
                }
            }
        }

        private static String usual(@Nullable LocalTime given) {
            return given == null ? ", the default" : "";
        }

        @Override
        TechnicianRow row(Cells cells) {
            return new TechnicianRow(
                    cells.the(code),
                    cells.the(name),
                    cells.the(office),
                    cells.list(skills),
                    cells.list(languages),
                    cells.get(startsOn),
                    cells.get(endsOn),
                    cells.list(weekdays),
                    cells.get(shiftStart),
                    cells.get(shiftEnd),
                    cells.get(latitude),
                    cells.get(longitude),
                    cells.get(phone),
                    cells.get(email));
        }
    }

    private static final class Absences extends FileFormat<AbsenceRow> {

        private final Column<AbsenceRow, String> technician =
                required("technician", CODE, AbsenceRow::technician).in(TECHNICIANS);
        private final Column<AbsenceRow, LocalDate> from = required("from", DATE, AbsenceRow::from);
        private final Column<AbsenceRow, LocalDate> to = required("to", DATE, AbsenceRow::to);
        private final Column<AbsenceRow, String> kind =
                required("kind", words(AbsenceKind.values(), AbsenceKind::word), AbsenceRow::kind);
        private final Column<AbsenceRow, String> note = optional("note", TEXT, AbsenceRow::note);

        Absences() {
            super(ABSENCES);
            once(technician, from, to, kind);
        }

        @Override
        void check(Cells cells) {
            notBefore(cells, from, to);
        }

        @Override
        AbsenceRow row(Cells cells) {
            return new AbsenceRow(
                    cells.the(technician), cells.the(from), cells.the(to), cells.the(kind), cells.get(note));
        }
    }

    private static final class Routes extends FileFormat<RouteRow> {

        private final Column<RouteRow, String> code = key(RouteRow::code);
        private final Column<RouteRow, String> office =
                required("office", CODE, RouteRow::office).in(OFFICES);
        private final Column<RouteRow, String> name = required("name", TEXT, RouteRow::name);
        private final Column<RouteRow, String> technician =
                optional("technician", CODE, RouteRow::technician).in(TECHNICIANS);
        private final Column<RouteRow, List<DayOfWeek>> weekdays =
                optional("weekdays", listOfDistinct(WEEKDAY), RouteRow::weekdays);
        private final Column<RouteRow, Integer> maxStops = optional("max_stops", NUMBER, RouteRow::maxStops);

        Routes() {
            super(ROUTES);
        }

        @Override
        RouteRow row(Cells cells) {
            return new RouteRow(
                    cells.the(code),
                    cells.the(office),
                    cells.the(name),
                    cells.get(technician),
                    cells.list(weekdays),
                    cells.get(maxStops));
        }
    }

    private static final class Customers extends FileFormat<CustomerRow> {

        private final Column<CustomerRow, String> code = key(CustomerRow::code);
        private final Column<CustomerRow, String> name = required("name", TEXT, CustomerRow::name);
        private final Column<CustomerRow, String> goesBy = optional("goes_by", TEXT, CustomerRow::goesBy);
        private final Column<CustomerRow, String> office =
                required("office", CODE, CustomerRow::office).in(OFFICES);
        private final Column<CustomerRow, String> kind =
                optional("kind", oneOf("residential", "commercial"), CustomerRow::kind);
        private final Column<CustomerRow, String> phone = optional("phone", TEXT, CustomerRow::phone);
        private final Column<CustomerRow, String> email = optional("email", TEXT, CustomerRow::email);
        private final Column<CustomerRow, String> language = optional("language", LANGUAGE, CustomerRow::language);
        private final Column<CustomerRow, LocalDate> since = optional("since", DATE, CustomerRow::since);
        private final Column<CustomerRow, String> technician =
                optional("technician", CODE, CustomerRow::technician).in(TECHNICIANS);
        private final Column<CustomerRow, List<String>> givesWay =
                optional("gives_way", listOfDistinct(words(GivesWay.values(), GivesWay::word)), CustomerRow::givesWay);
        private final Column<CustomerRow, String> remember = optional("remember", TEXT, CustomerRow::remember);
        private final Column<CustomerRow, LocalDate> cancelledOn =
                optional("cancelled_on", DATE, CustomerRow::cancelledOn);
        private final Column<CustomerRow, String> cancelReason =
                optional("cancel_reason", TEXT, CustomerRow::cancelReason);

        Customers() {
            super(CUSTOMERS);
        }

        @Override
        CustomerRow row(Cells cells) {
            return new CustomerRow(
                    cells.the(code),
                    cells.the(name),
                    cells.get(goesBy),
                    cells.the(office),
                    cells.get(kind),
                    cells.get(phone),
                    cells.get(email),
                    cells.get(language),
                    cells.get(since),
                    cells.get(technician),
                    cells.list(givesWay),
                    cells.get(remember),
                    cells.get(cancelledOn),
                    cells.get(cancelReason));
        }
    }

    private static final class Sites extends FileFormat<SiteRow> {

        private final Column<SiteRow, String> code = key(SiteRow::code);
        private final Column<SiteRow, String> customer =
                required("customer", CODE, SiteRow::customer).in(CUSTOMERS);
        private final Column<SiteRow, String> address = optional("address", TEXT, SiteRow::address);
        private final Column<SiteRow, Double> latitude = required("latitude", LATITUDE, SiteRow::latitude);
        private final Column<SiteRow, Double> longitude = required("longitude", LONGITUDE, SiteRow::longitude);
        private final Column<SiteRow, String> access = optional("access", TEXT, SiteRow::access);

        Sites() {
            super(SITES);
            ownedBy(customer);
        }

        @Override
        SiteRow row(Cells cells) {
            return new SiteRow(
                    cells.the(code),
                    cells.the(customer),
                    cells.get(address),
                    cells.the(latitude),
                    cells.the(longitude),
                    cells.get(access));
        }
    }

    private static final class Agreements extends FileFormat<AgreementRow> {

        private final Column<AgreementRow, String> code = key(AgreementRow::code);
        private final Column<AgreementRow, String> customer =
                required("customer", CODE, AgreementRow::customer).in(CUSTOMERS);
        private final Column<AgreementRow, String> site =
                required("site", CODE, AgreementRow::site).in(SITES);
        private final Column<AgreementRow, String> service = required("service", TEXT, AgreementRow::service);
        private final Column<AgreementRow, String> every = optional("every", PERIOD, AgreementRow::every);
        private final Column<AgreementRow, Integer> minutes = required("minutes", MINUTES, AgreementRow::minutes);
        private final Column<AgreementRow, List<String>> skills =
                optional("skills", listOf(SKILL_NAME), AgreementRow::skills);
        private final Column<AgreementRow, String> route =
                optional("route", CODE, AgreementRow::route).in(ROUTES);
        private final Column<AgreementRow, LocalDate> startsOn = required("starts_on", DATE, AgreementRow::startsOn);
        private final Column<AgreementRow, LocalDate> endsOn = optional("ends_on", DATE, AgreementRow::endsOn);
        private final Column<AgreementRow, String> soldBy = optional("sold_by", TEXT, AgreementRow::soldBy);
        private final Column<AgreementRow, BigDecimal> annualValue =
                optional("annual_value", AMOUNT, AgreementRow::annualValue);

        Agreements() {
            super(AGREEMENTS);
            ownedBy(customer);
            sameCustomer(customer, site);
        }

        @Override
        void check(Cells cells) {
            notBefore(cells, startsOn, endsOn);
        }

        @Override
        AgreementRow row(Cells cells) {
            return new AgreementRow(
                    cells.the(code),
                    cells.the(customer),
                    cells.the(site),
                    cells.the(service),
                    cells.get(every),
                    cells.the(minutes),
                    cells.list(skills),
                    cells.get(route),
                    cells.the(startsOn),
                    cells.get(endsOn),
                    cells.get(soldBy),
                    cells.get(annualValue));
        }
    }

    private static final class Preferences extends FileFormat<PreferenceRow> {

        private final Column<PreferenceRow, String> code = key(PreferenceRow::code);
        private final Column<PreferenceRow, String> customer =
                required("customer", CODE, PreferenceRow::customer).in(CUSTOMERS);
        private final Column<PreferenceRow, String> kind =
                required("kind", words(PreferenceKind.values(), PreferenceKind::name), PreferenceRow::kind);
        private final Column<PreferenceRow, List<String>> technicians = optional(
                        "technicians", listOf(CODE), PreferenceRow::technicians)
                .in(TECHNICIANS);
        private final Column<PreferenceRow, List<DayOfWeek>> weekdays =
                optional("weekdays", listOfDistinct(WEEKDAY), PreferenceRow::weekdays);
        private final Column<PreferenceRow, LocalTime> from = optional("from", TIME, PreferenceRow::from);
        private final Column<PreferenceRow, LocalTime> to = optional("to", TIME, PreferenceRow::to);
        private final Column<PreferenceRow, LocalDate> datesFrom =
                optional("dates_from", DATE, PreferenceRow::datesFrom);
        private final Column<PreferenceRow, LocalDate> datesTo = optional("dates_to", DATE, PreferenceRow::datesTo);
        private final Column<PreferenceRow, Integer> number = optional("number", NUMBER, PreferenceRow::number);
        private final Column<PreferenceRow, Integer> days = optional("days", NUMBER, PreferenceRow::days);
        private final Column<PreferenceRow, String> language = optional("language", LANGUAGE, PreferenceRow::language);
        private final Column<PreferenceRow, String> skill = optional("skill", SKILL_NAME, PreferenceRow::skill);
        private final Column<PreferenceRow, String> answer =
                required("answer", words(Answer.values(), Answer::word), PreferenceRow::answer);
        private final Column<PreferenceRow, String> words = optional("words", TEXT, PreferenceRow::words);
        private final Column<PreferenceRow, LocalDate> heardOn = optional("heard_on", DATE, PreferenceRow::heardOn);
        private final Column<PreferenceRow, String> heardBy = optional("heard_by", TEXT, PreferenceRow::heardBy);
        private final Column<PreferenceRow, String> channel = optional("channel", TEXT, PreferenceRow::channel);
        private final Column<PreferenceRow, LocalDate> reviewOn = optional("review_on", DATE, PreferenceRow::reviewOn);
        private final Column<PreferenceRow, LocalDate> validFrom =
                optional("valid_from", DATE, PreferenceRow::validFrom);
        private final Column<PreferenceRow, LocalDate> validTo = optional("valid_to", DATE, PreferenceRow::validTo);
        private final Column<PreferenceRow, String> alternative =
                optional("alternative", TEXT, PreferenceRow::alternative);
        private final Column<PreferenceRow, LocalDate> toldOn = optional("told_on", DATE, PreferenceRow::toldOn);

        Preferences() {
            super(PREFERENCES);
            ownedBy(customer);
        }

        @Override
        void check(Cells cells) {
            notBefore(cells, from, to);
            notBefore(cells, datesFrom, datesTo);
            notBefore(cells, validFrom, validTo);
            var given = cells.get(kind);
            if (given == null) {
                return;
            }
            for (var part : PreferenceKind.valueOf(given).needs()) {
                switch (part) {
                    case TECHNICIANS -> needs(cells, given, technicians);
                    case WEEKDAYS -> needs(cells, given, weekdays);
                    case HOURS -> needsOneOf(cells, given, from, to);
                    case DATES -> needsOneOf(cells, given, datesFrom, datesTo);
                    case NUMBER -> needs(cells, given, number);
                    case DAYS -> needs(cells, given, days);
                    case NUMBER_OR_DAYS -> needsOneOf(cells, given, number, days);
                    case LANGUAGE -> needs(cells, given, language);
                    case SKILL -> needs(cells, given, skill);
                }
            }
            if (given.equals("FACES")) {
                atLeastOne(cells, given, number);
                atLeastOne(cells, given, days);
            }
            if (given.equals("GAP")) {
                var least = cells.get(number);
                var most = cells.get(days);
                if (least != null && most != null && most < least) {
                    cells.warning(
                            days,
                            "GAP of at least %d and at most %d days: no visit can keep it.".formatted(least, most));
                }
            }
        }

        @Override
        PreferenceRow row(Cells cells) {
            return new PreferenceRow(
                    cells.the(code),
                    cells.the(customer),
                    cells.the(kind),
                    cells.list(technicians),
                    cells.list(weekdays),
                    cells.get(from),
                    cells.get(to),
                    cells.get(datesFrom),
                    cells.get(datesTo),
                    cells.get(number),
                    cells.get(days),
                    cells.get(language),
                    cells.get(skill),
                    cells.the(answer),
                    cells.get(words),
                    cells.get(heardOn),
                    cells.get(heardBy),
                    cells.get(channel),
                    cells.get(reviewOn),
                    cells.get(validFrom),
                    cells.get(validTo),
                    cells.get(alternative),
                    cells.get(toldOn));
        }
    }

    private static final class Introductions extends FileFormat<IntroductionRow> {

        private final Column<IntroductionRow, String> customer =
                required("customer", CODE, IntroductionRow::customer).in(CUSTOMERS);
        private final Column<IntroductionRow, String> technician =
                required("technician", CODE, IntroductionRow::technician).in(TECHNICIANS);
        private final Column<IntroductionRow, LocalDate> on = required("on", DATE, IntroductionRow::on);

        Introductions() {
            super(INTRODUCTIONS);
            once(customer, technician, on);
        }

        @Override
        IntroductionRow row(Cells cells) {
            return new IntroductionRow(cells.the(customer), cells.the(technician), cells.the(on));
        }
    }

    private static final class Protocols extends FileFormat<ProtocolRow> {

        private final Column<ProtocolRow, String> code = key(ProtocolRow::code);
        private final Column<ProtocolRow, String> office =
                optional("office", CODE, ProtocolRow::office).in(OFFICES);
        private final Column<ProtocolRow, String> kind =
                required("kind", words(ProtocolKind.values(), ProtocolKind::name), ProtocolRow::kind);
        private final Column<ProtocolRow, Integer> number = optional("number", NUMBER, ProtocolRow::number);
        private final Column<ProtocolRow, LocalTime> from = optional("from", TIME, ProtocolRow::from);
        private final Column<ProtocolRow, LocalTime> to = optional("to", TIME, ProtocolRow::to);
        private final Column<ProtocolRow, String> level =
                required("level", oneOf("block", "reason", "inform"), ProtocolRow::level);

        Protocols() {
            super(PROTOCOLS);
        }

        @Override
        void check(Cells cells) {
            notBefore(cells, from, to);
            var given = cells.get(kind);
            if ("ARRIVAL".equals(given)) {
                needsOneOf(cells, given, from, to);
            } else if ("ROTATE".equals(given)) {
                needs(cells, given, number);
                atLeastOne(cells, given, number);
            }
        }

        @Override
        ProtocolRow row(Cells cells) {
            return new ProtocolRow(
                    cells.the(code),
                    cells.get(office),
                    cells.the(kind),
                    cells.get(number),
                    cells.get(from),
                    cells.get(to),
                    cells.the(level));
        }
    }

    private static final class Visits extends FileFormat<VisitRow> {

        private static final int MINUTES_OF_A_DAY = 24 * 60;

        private final Column<VisitRow, String> code = key(VisitRow::code);
        private final Column<VisitRow, String> customer =
                required("customer", CODE, VisitRow::customer).in(CUSTOMERS);
        private final Column<VisitRow, String> site =
                required("site", CODE, VisitRow::site).in(SITES);
        private final Column<VisitRow, String> agreement =
                optional("agreement", CODE, VisitRow::agreement).in(AGREEMENTS);
        private final Column<VisitRow, LocalDate> dueOn = required("due_on", DATE, VisitRow::dueOn);
        private final Column<VisitRow, LocalDate> date = optional("date", DATE, VisitRow::date);
        private final Column<VisitRow, LocalTime> start = optional("start", TIME, VisitRow::start);
        private final Column<VisitRow, Integer> minutes = required("minutes", MINUTES, VisitRow::minutes);
        private final Column<VisitRow, String> route =
                optional("route", CODE, VisitRow::route).in(ROUTES);
        private final Column<VisitRow, String> technician =
                optional("technician", CODE, VisitRow::technician).in(TECHNICIANS);
        private final Column<VisitRow, String> status =
                required("status", words(VisitStatus.values(), VisitStatus::word), VisitRow::status);
        private final Column<VisitRow, Boolean> pinned = optional("pinned", YES_NO, VisitRow::pinned);
        private final Column<VisitRow, LocalDateTime> notifiedAt =
                optional("notified_at", DATE_TIME, VisitRow::notifiedAt);
        private final Column<VisitRow, String> note = optional("note", TEXT, VisitRow::note);

        Visits() {
            super(VISITS);
            ownedBy(customer);
            sameCustomer(customer, site);
            sameCustomer(customer, agreement);
        }

        @Override
        void check(Cells cells) {
            var begins = cells.get(start);
            var takes = cells.get(minutes);
            if (begins != null && takes != null && begins.toSecondOfDay() / 60 + takes > MINUTES_OF_A_DAY) {
                cells.error(
                        minutes,
                        "A visit that starts at %s and takes %d minutes passes midnight; none may."
                                .formatted(begins, takes));
            }
            var stands = cells.get(status);
            if ("planned".equals(stands) || "confirmed".equals(stands)) {
                for (var missing : List.of(date, technician)) {
                    if (cells.isBlank(missing)) {
                        cells.warning(
                                missing, "The visit is %s but this is blank, so it is not checked.".formatted(stands));
                    }
                }
            }
        }

        @Override
        VisitRow row(Cells cells) {
            return new VisitRow(
                    cells.the(code),
                    cells.the(customer),
                    cells.the(site),
                    cells.get(agreement),
                    cells.the(dueOn),
                    cells.get(date),
                    cells.get(start),
                    cells.the(minutes),
                    cells.get(route),
                    cells.get(technician),
                    cells.the(status),
                    Boolean.TRUE.equals(cells.get(pinned)),
                    cells.get(notifiedAt),
                    cells.get(note));
        }
    }

    private static final class Consents extends FileFormat<ConsentRow> {

        private final Column<ConsentRow, String> visit =
                required("visit", CODE, ConsentRow::visit).in(VISITS);
        private final Column<ConsentRow, String> preference =
                required("preference", CODE, ConsentRow::preference).in(PREFERENCES);
        private final Column<ConsentRow, LocalDate> on = required("on", DATE, ConsentRow::on);
        private final Column<ConsentRow, String> by = required("by", TEXT, ConsentRow::by);
        private final Column<ConsentRow, String> note = optional("note", TEXT, ConsentRow::note);

        Consents() {
            super(CONSENTS);
            once(visit, preference);
            sameCustomer(visit, preference);
        }

        @Override
        ConsentRow row(Cells cells) {
            return new ConsentRow(
                    cells.the(visit), cells.the(preference), cells.the(on), cells.the(by), cells.get(note));
        }
    }

    private static final class Overrides extends FileFormat<OverrideRow> {

        private final Column<OverrideRow, String> visit =
                required("visit", CODE, OverrideRow::visit).in(VISITS);
        private final Column<OverrideRow, String> code =
                required("code", CODE, OverrideRow::code).in(PREFERENCES, PROTOCOLS);
        private final Column<OverrideRow, LocalDate> on = required("on", DATE, OverrideRow::on);
        private final Column<OverrideRow, String> by = required("by", TEXT, OverrideRow::by);
        private final Column<OverrideRow, String> reason = required("reason", TEXT, OverrideRow::reason);

        Overrides() {
            super(OVERRIDES);
            once(visit, code);
            sameCustomer(visit, code);
        }

        @Override
        OverrideRow row(Cells cells) {
            return new OverrideRow(cells.the(visit), cells.the(code), cells.the(on), cells.the(by), cells.the(reason));
        }
    }

    private static <T extends Comparable<? super T>> void notBefore(
            FileFormat.Cells cells, FileFormat.Column<?, T> first, FileFormat.Column<?, T> last) {
        var from = cells.get(first);
        var to = cells.get(last);
        if (from != null && to != null && to.compareTo(from) < 0) {
            cells.error(
                    last,
                    "%s lies before %s (%s); a range must not end before it starts."
                            .formatted(Quoted.of(to.toString()), first.name(), from));
        }
    }

    private static void bothOrNeither(
            FileFormat.Cells cells, FileFormat.Column<?, ?> one, FileFormat.Column<?, ?> other) {
        if (cells.isBlank(one) != cells.isBlank(other)) {
            var blank = cells.isBlank(one) ? one : other;
            var given = blank == one ? other : one;
            cells.error(blank, "Blank, though %s is given; give both or neither.".formatted(given.name()));
        }
    }

    private static void needs(FileFormat.Cells cells, String kind, FileFormat.Column<?, ?> column) {
        if (cells.isBlank(column)) {
            cells.error(column, "%s needs %s, which is blank.".formatted(kind, column.name()));
        }
    }

    private static void needsOneOf(
            FileFormat.Cells cells, String kind, FileFormat.Column<?, ?> one, FileFormat.Column<?, ?> other) {
        if (cells.isBlank(one) && cells.isBlank(other)) {
            cells.error(one, "%s needs %s or %s; both are blank.".formatted(kind, one.name(), other.name()));
        }
    }

    private static void atLeastOne(FileFormat.Cells cells, String kind, FileFormat.Column<?, Integer> column) {
        var value = cells.get(column);
        if (value != null && value < 1) {
            cells.error(
                    column, "\"%d\" is too small: the %s of %s is at least 1.".formatted(value, column.name(), kind));
        }
    }
}
