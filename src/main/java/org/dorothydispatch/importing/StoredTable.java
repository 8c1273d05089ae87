package org.dorothydispatch.importing;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorothydispatch.importing.BundleRow.AbsenceRow;
import org.dorothydispatch.importing.BundleRow.AgreementRow;
import org.dorothydispatch.importing.BundleRow.ConsentRow;
import org.dorothydispatch.importing.BundleRow.CustomerRow;
import org.dorothydispatch.importing.BundleRow.IntroductionRow;
import org.dorothydispatch.importing.BundleRow.OfficeRow;
import org.dorothydispatch.importing.BundleRow.OverrideRow;
import org.dorothydispatch.importing.BundleRow.PreferenceRow;
import org.dorothydispatch.importing.BundleRow.ProtocolRow;
import org.dorothydispatch.importing.BundleRow.RouteRow;
import org.dorothydispatch.importing.BundleRow.SiteRow;
import org.dorothydispatch.importing.BundleRow.Skill;
import org.dorothydispatch.importing.BundleRow.TechnicianRow;
import org.dorothydispatch.importing.BundleRow.VisitRow;
import org.jspecify.annotations.Nullable;

/**
 * A file of the bundle and the table that keeps it: the only place that knows both. A stored row is an array of values in
 * the order of {@link #columns}, the key first.
 */
final class StoredTable {

    /** {@code words}: what people call it; {@code names}: the table in which a code of this column has its name. */
    record Column(
            String name, Cell cell, String words, @Nullable BundleFile names) {}

    private static final Map<BundleFile, StoredTable> ALL = new EnumMap<>(BundleFile.class);

    final BundleFile file;
    final String name;
    /** The first so many columns are the key. */
    final int keys;
    /** Whether the row carries a version, as everything does that people edit. */
    final boolean versioned;

    final List<Column> columns;

    private final Function<BundleRow, @Nullable Object[]> toValues;
    private final Function<Values, BundleRow> toRow;

    @SuppressWarnings("unchecked")
    private <R extends BundleRow> StoredTable(
            BundleFile file,
            String name,
            int keys,
            boolean versioned,
            Function<R, @Nullable Object[]> toValues,
            Function<Values, R> toRow,
            Column... columns) {
        this.file = file;
        this.name = name;
        this.keys = keys;
        this.versioned = versioned;
        this.columns = List.of(columns);
        this.toValues = row -> toValues.apply((R) row);
        this.toRow = toRow::apply;
        ALL.put(file, this);
    }

    static StoredTable of(BundleFile file) {
        return ALL.get(file);
    }

    /** The row as the table keeps it. What the importing derives itself ({@code board_office}) is still null. */
    @Nullable
    Object[] values(BundleRow row) {
        var values = toValues.apply(row);
        for (var i = 0; i < values.length; i++) {
            values[i] = columns.get(i).cell.normal(values[i]);
        }
        return values;
    }

    BundleRow row(@Nullable Object[] values) {
        return toRow.apply(new Values(values));
    }

    /** Two rows with equal keys are the same row. */
    Object key(@Nullable Object[] values) {
        return keys == 1 ? values[0] : Arrays.asList(values).subList(0, keys);
    }

    int index(String column) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).name.equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The table (%s) has no column (%s).".formatted(name, column));
    }

    @Nullable
    String text(@Nullable Object[] values, String column) {
        return (String) values[index(column)];
    }

    /** The columns of the table itself, for a SELECT or an INSERT; {@code technicians} of a preference stand elsewhere. */
    List<Column> own() {
        return columns.stream().filter(column -> column != TECHNICIANS).toList();
    }

    String columnList(String prefix) {
        return own().stream().map(column -> prefix + column.name).collect(Collectors.joining(", "));
    }

    /** The ordered technicians of a preference: a column of the file, a table of its own here. Always the last. */
    static final Column TECHNICIANS = new Column("technicians", Cell.TEXT, "technicians", BundleFile.TECHNICIANS);

    static {
        new StoredTable(
                BundleFile.OFFICES,
                "office",
                1,
                true,
                (OfficeRow r) ->
                        values(r.code(), r.name(), r.timeZone().getId(), r.latitude(), r.longitude(), r.address()),
                v -> new OfficeRow(
                        v.text(), v.text(), ZoneId.of(v.text()), v.<Double>next(), v.<Double>next(), v.optional()),
                text("code", "code"),
                text("name", "name"),
                text("time_zone", "time zone"),
                new Column("latitude", Cell.DEGREES, "latitude", null),
                new Column("longitude", Cell.DEGREES, "longitude", null),
                text("address", "address"));
        new StoredTable(
                BundleFile.TECHNICIANS,
                "technician",
                1,
                true,
                (TechnicianRow r) -> values(
                        r.code(),
                        r.name(),
                        r.office(),
                        skills(r.skills()),
                        list(r.languages()),
                        r.startsOn(),
                        r.endsOn(),
                        weekdays(r.weekdays()),
                        r.shiftStart(),
                        r.shiftEnd(),
                        r.latitude(),
                        r.longitude(),
                        r.phone(),
                        r.email()),
                v -> new TechnicianRow(
                        v.text(),
                        v.text(),
                        v.text(),
                        v.skills(),
                        v.list(),
                        v.<LocalDate>next(),
                        v.<LocalDate>next(),
                        v.weekdays(),
                        v.<LocalTime>next(),
                        v.<LocalTime>next(),
                        v.<Double>next(),
                        v.<Double>next(),
                        v.optional(),
                        v.optional()),
                text("code", "code"),
                text("name", "name"),
                code("office", "office", BundleFile.OFFICES),
                text("skills", "skills"),
                text("languages", "languages"),
                date("starts_on", "first day"),
                date("ends_on", "last day"),
                text("weekdays", "weekdays"),
                time("shift_start", "shift start"),
                time("shift_end", "shift end"),
                new Column("latitude", Cell.DEGREES, "latitude", null),
                new Column("longitude", Cell.DEGREES, "longitude", null),
                text("phone", "phone"),
                text("email", "email"));
        new StoredTable(
                BundleFile.ABSENCES,
                "absence",
                4,
                true,
                (AbsenceRow r) -> values(r.technician(), r.from(), r.to(), r.kind(), r.note()),
                v -> new AbsenceRow(v.text(), v.next(), v.next(), v.text(), v.optional()),
                code("technician", "technician", BundleFile.TECHNICIANS),
                date("from_on", "from"),
                date("to_on", "to"),
                text("kind", "kind"),
                text("note", "note"));
        new StoredTable(
                BundleFile.ROUTES,
                "route",
                1,
                true,
                (RouteRow r) ->
                        values(r.code(), r.office(), r.name(), r.technician(), weekdays(r.weekdays()), r.maxStops()),
                v -> new RouteRow(v.text(), v.text(), v.text(), v.optional(), v.weekdays(), v.<Integer>next()),
                text("code", "code"),
                code("office", "office", BundleFile.OFFICES),
                text("name", "name"),
                code("technician", "usual technician", BundleFile.TECHNICIANS),
                text("weekdays", "weekdays"),
                whole("max_stops", "most stops a day"));
        new StoredTable(
                BundleFile.CUSTOMERS,
                "customer",
                1,
                true,
                (CustomerRow r) -> values(
                        r.code(),
                        r.name(),
                        r.goesBy(),
                        r.office(),
                        r.kind(),
                        r.phone(),
                        r.email(),
                        r.language(),
                        r.since(),
                        r.technician(),
                        list(r.givesWay()),
                        r.remember(),
                        r.cancelledOn(),
                        r.cancelReason()),
                v -> new CustomerRow(
                        v.text(),
                        v.text(),
                        v.optional(),
                        v.text(),
                        v.optional(),
                        v.optional(),
                        v.optional(),
                        v.optional(),
                        v.<LocalDate>next(),
                        v.optional(),
                        v.list(),
                        v.optional(),
                        v.<LocalDate>next(),
                        v.optional()),
                text("code", "code"),
                text("name", "name"),
                text("goes_by", "goes by"),
                code("office", "office", BundleFile.OFFICES),
                text("kind", "kind"),
                text("phone", "phone"),
                text("email", "email"),
                text("language", "language"),
                date("since", "customer since"),
                code("technician", "their technician", BundleFile.TECHNICIANS),
                text("gives_way", "gives way"),
                text("remember", "please remember"),
                date("cancelled_on", "cancelled on"),
                text("cancel_reason", "reason for cancelling"));
        new StoredTable(
                BundleFile.SITES,
                "site",
                1,
                true,
                (SiteRow r) -> values(r.code(), r.customer(), r.address(), r.latitude(), r.longitude(), r.access()),
                v -> new SiteRow(v.text(), v.text(), v.optional(), v.<Double>next(), v.<Double>next(), v.optional()),
                text("code", "code"),
                code("customer", "customer", BundleFile.CUSTOMERS),
                text("address", "address"),
                new Column("latitude", Cell.DEGREES, "latitude", null),
                new Column("longitude", Cell.DEGREES, "longitude", null),
                text("access", "how to get in"));
        new StoredTable(
                BundleFile.AGREEMENTS,
                "agreement",
                1,
                true,
                (AgreementRow r) -> values(
                        r.code(),
                        r.customer(),
                        r.site(),
                        r.service(),
                        r.every(),
                        r.minutes(),
                        list(r.skills()),
                        r.route(),
                        r.startsOn(),
                        r.endsOn(),
                        r.soldBy(),
                        r.annualValue()),
                v -> new AgreementRow(
                        v.text(),
                        v.text(),
                        v.text(),
                        v.text(),
                        v.optional(),
                        v.<Integer>next(),
                        v.list(),
                        v.optional(),
                        v.<LocalDate>next(),
                        v.<LocalDate>next(),
                        v.optional(),
                        v.money()),
                text("code", "code"),
                code("customer", "customer", BundleFile.CUSTOMERS),
                code("site", "site", BundleFile.SITES),
                text("service", "service"),
                text("repeats", "every"),
                whole("minutes", "minutes"),
                text("skills", "skills"),
                code("route", "route", BundleFile.ROUTES),
                date("starts_on", "starts on"),
                date("ends_on", "ends on"),
                text("sold_by", "sold by"),
                new Column("annual_value", Cell.MONEY, "annual value", null));
        new StoredTable(
                BundleFile.PREFERENCES,
                "preference",
                1,
                true,
                (PreferenceRow r) -> values(
                        r.code(),
                        r.customer(),
                        r.kind(),
                        weekdays(r.weekdays()),
                        r.from(),
                        r.to(),
                        r.datesFrom(),
                        r.datesTo(),
                        r.number(),
                        r.days(),
                        r.language(),
                        r.skill(),
                        r.answer(),
                        r.words(),
                        r.heardOn(),
                        r.heardBy(),
                        r.channel(),
                        r.reviewOn(),
                        r.validFrom(),
                        r.validTo(),
                        r.alternative(),
                        r.toldOn(),
                        list(r.technicians())),
                v -> new PreferenceRow(
                        v.text(),
                        v.text(),
                        v.text(),
                        v.lastList(),
                        v.weekdays(),
                        v.<LocalTime>next(),
                        v.<LocalTime>next(),
                        v.<LocalDate>next(),
                        v.<LocalDate>next(),
                        v.<Integer>next(),
                        v.<Integer>next(),
                        v.optional(),
                        v.optional(),
                        v.text(),
                        v.optional(),
                        v.<LocalDate>next(),
                        v.optional(),
                        v.optional(),
                        v.<LocalDate>next(),
                        v.<LocalDate>next(),
                        v.<LocalDate>next(),
                        v.optional(),
                        v.<LocalDate>next()),
                text("code", "code"),
                code("customer", "customer", BundleFile.CUSTOMERS),
                text("kind", "kind"),
                text("weekdays", "weekdays"),
                time("from_time", "from"),
                time("to_time", "to"),
                date("dates_from", "dates from"),
                date("dates_to", "dates to"),
                whole("number_value", "number"),
                whole("days_value", "days"),
                text("language", "language"),
                text("skill", "skill"),
                text("answer", "answer"),
                text("words", "words"),
                date("heard_on", "heard on"),
                text("heard_by", "heard by"),
                text("channel", "channel"),
                date("review_on", "review on"),
                date("valid_from", "valid from"),
                date("valid_to", "valid to"),
                text("alternative", "alternative"),
                date("told_on", "told on"),
                TECHNICIANS);
        new StoredTable(
                BundleFile.INTRODUCTIONS,
                "introduction",
                3,
                false,
                (IntroductionRow r) -> values(r.customer(), r.technician(), r.on()),
                v -> new IntroductionRow(v.text(), v.text(), v.next()),
                code("customer", "customer", BundleFile.CUSTOMERS),
                code("technician", "technician", BundleFile.TECHNICIANS),
                date("met_on", "on"));
        new StoredTable(
                BundleFile.PROTOCOLS,
                "protocol",
                1,
                true,
                (ProtocolRow r) -> values(r.code(), r.office(), r.kind(), r.number(), r.from(), r.to(), r.level()),
                v -> new ProtocolRow(
                        v.text(),
                        v.optional(),
                        v.text(),
                        v.<Integer>next(),
                        v.<LocalTime>next(),
                        v.<LocalTime>next(),
                        v.text()),
                text("code", "code"),
                code("office", "office", BundleFile.OFFICES),
                text("kind", "kind"),
                whole("number_value", "number"),
                time("from_time", "from"),
                time("to_time", "to"),
                text("level", "level"));
        new StoredTable(
                BundleFile.VISITS,
                "visit",
                1,
                true,
                (VisitRow r) -> values(
                        r.code(),
                        r.customer(),
                        r.site(),
                        r.agreement(),
                        r.dueOn(),
                        r.date(),
                        r.start(),
                        r.minutes(),
                        r.route(),
                        r.technician(),
                        r.status(),
                        r.pinned(),
                        r.notifiedAt(),
                        r.note(),
                        null),
                v -> new VisitRow(
                        v.text(),
                        v.text(),
                        v.text(),
                        v.optional(),
                        v.next(),
                        v.<LocalDate>next(),
                        v.<LocalTime>next(),
                        v.<Integer>next(),
                        v.optional(),
                        v.optional(),
                        v.text(),
                        v.<Boolean>next(),
                        v.<LocalDateTime>next(),
                        v.optional()),
                text("code", "code"),
                code("customer", "customer", BundleFile.CUSTOMERS),
                code("site", "site", BundleFile.SITES),
                code("agreement", "agreement", BundleFile.AGREEMENTS),
                date("due_on", "due on"),
                date("planned_on", "date"),
                time("start_time", "start"),
                whole("minutes", "minutes"),
                code("route", "route", BundleFile.ROUTES),
                code("technician", "technician", BundleFile.TECHNICIANS),
                text("status", "status"),
                new Column("pinned", Cell.YES_NO, "pinned", null),
                new Column("notified_at", Cell.DATE_TIME, "told at", null),
                text("note", "note"),
                code("board_office", "board", BundleFile.OFFICES));
        new StoredTable(
                BundleFile.CONSENTS,
                "consent",
                2,
                false,
                (ConsentRow r) -> values(r.visit(), r.preference(), r.on(), r.by(), r.note()),
                v -> new ConsentRow(v.text(), v.text(), v.next(), v.text(), v.optional()),
                text("visit", "visit"),
                text("preference", "preference"),
                date("consented_on", "on"),
                text("consented_by", "by"),
                text("note", "note"));
        new StoredTable(
                BundleFile.OVERRIDES,
                "visit_override",
                2,
                false,
                (OverrideRow r) -> values(r.visit(), r.code(), r.on(), r.by(), r.reason()),
                v -> new OverrideRow(v.text(), v.text(), v.next(), v.text(), v.text()),
                text("visit", "visit"),
                text("code", "code"),
                date("kept_on", "on"),
                text("kept_by", "by"),
                text("reason", "reason"));
    }

    private static Column text(String name, String words) {
        return new Column(name, Cell.TEXT, words, null);
    }

    private static Column code(String name, String words, BundleFile names) {
        return new Column(name, Cell.TEXT, words, names);
    }

    private static Column whole(String name, String words) {
        return new Column(name, Cell.WHOLE, words, null);
    }

    private static Column date(String name, String words) {
        return new Column(name, Cell.DATE, words, null);
    }

    private static Column time(String name, String words) {
        return new Column(name, Cell.TIME, words, null);
    }

    private static @Nullable Object[] values(@Nullable Object... values) {
        return values;
    }

    private static @Nullable String list(List<String> parts) {
        return parts.isEmpty() ? null : String.join(";", parts);
    }

    private static @Nullable String weekdays(List<DayOfWeek> days) {
        return list(days.stream().map(day -> day.name().substring(0, 3)).toList());
    }

    private static @Nullable String skills(List<Skill> skills) {
        return list(skills.stream()
                .map(skill -> skill.validThrough() == null ? skill.name() : skill.name() + "@" + skill.validThrough())
                .toList());
    }

    /** The values of one stored row, taken one after the other in the order of the columns. */
    private static final class Values {

        private final @Nullable Object[] values;
        private int next;

        Values(@Nullable Object[] values) {
            this.values = values;
        }

        @SuppressWarnings({"unchecked", "NullAway"})
        <T> T next() {
            return (T) values[next++];
        }

        String text() {
            return next();
        }

        @Nullable
        String optional() {
            return next();
        }

        /** As the reader gives it: 960, not 960.00. */
        @Nullable
        BigDecimal money() {
            BigDecimal money = next();
            var plain = money == null ? null : money.stripTrailingZeros();
            return plain != null && plain.scale() < 0 ? plain.setScale(0) : plain;
        }

        List<String> list() {
            return split(next());
        }

        List<String> lastList() {
            return split((String) values[values.length - 1]);
        }

        List<DayOfWeek> weekdays() {
            return list().stream()
                    .map(name -> Stream.of(DayOfWeek.values())
                            .filter(day -> day.name().startsWith(name))
                            .findFirst()
                            .orElseThrow())
                    .toList();
        }

        List<Skill> skills() {
            var skills = new ArrayList<Skill>();
            for (var part : list()) {
                var at = part.lastIndexOf('@');
                skills.add(
                        at < 0
                                ? new Skill(part, null)
                                : new Skill(part.substring(0, at), LocalDate.parse(part.substring(at + 1))));
            }
            return List.copyOf(skills);
        }

        private static List<String> split(@Nullable String cell) {
            return cell == null ? List.of() : List.of(cell.split(";"));
        }
    }
}
