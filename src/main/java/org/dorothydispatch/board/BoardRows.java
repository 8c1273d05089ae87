package org.dorothydispatch.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dorothydispatch.board.Card.Service;
import org.dorothydispatch.shared.Cells;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The board's read model: plain SQL over the tables of other modules, never written to. One statement for the cards, one
 * for what matters to their customers, and a few small ones for who drives when.
 */
@Component
class BoardRows {

    private static final String CARD = """
            select v.code, v.version, v.customer, c.goes_by, c.name, v.board_office, v.route, v.technician,
                   v.planned_on, v.due_on, v.start_time, v.minutes, v.status, v.pinned,
                   d.customer_light, d.company_light, d.reason, d.promises_due, d.promises_broken,
                   c.remember is not null and c.remember <> '', d.signs, a.annual_value, a.service
            from visit v join customer c on c.code = v.customer left join verdict d on d.visit = v.code
                 left join agreement a on a.code = v.agreement
            """;

    private static final String PLACE =
            "select v.code, s.latitude, s.longitude, s.address from visit v join site s on s.code = v.site";

    private static final int PORTION = 2_000;
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private final JdbcClient jdbc;
    private final ValueBands bands;
    private final RememberUnread unread;

    BoardRows(JdbcClient jdbc, ValueBands bands, RememberUnread unread) {
        this.jdbc = jdbc;
        this.bands = bands;
        this.unread = unread;
    }

    ValueBands bands() {
        return bands;
    }

    record OfficeRow(String code, String name, String zone, long seq) {}

    record RouteRow(
            String code,
            String name,
            String office,
            @Nullable String technician,
            Set<DayOfWeek> weekdays) {

        boolean runs(LocalDate date) {
            return weekdays.contains(date.getDayOfWeek());
        }
    }

    record TechnicianRow(
            String code,
            String name,
            String office,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Set<DayOfWeek> weekdays,
            LocalTime shiftStart,
            LocalTime shiftEnd) {

        /** Minutes. */
        int shift() {
            return Math.max(0, (shiftEnd.toSecondOfDay() - shiftStart.toSecondOfDay()) / 60);
        }

        boolean works(LocalDate date) {
            return weekdays.contains(date.getDayOfWeek())
                    && (startsOn == null || !date.isBefore(startsOn))
                    && (endsOn == null || !date.isAfter(endsOn));
        }
    }

    record AbsenceRow(String technician, LocalDate from, LocalDate to, String kind) {}

    /** A live visit with a start, where it is. */
    record StopRow(String visit, String technician, String office, double latitude, double longitude) {}

    /** How many live visits of a run one technician has. */
    record RunShare(String route, LocalDate date, String technician, int visits) {}

    List<OfficeRow> offices(Collection<String> codes) {
        return jdbc.sql("""
                        select o.code, o.name, o.time_zone, coalesce(s.last_event_id, 0)
                        from office o left join office_sequence s on s.office = o.code where o.code in (:codes) order by o.name, o.code
                        """)
                .param("codes", codes)
                .query((row, n) -> new OfficeRow(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    List<RouteRow> routes(Collection<String> offices) {
        return jdbc.sql("""
                        select r.code, r.name, r.office, r.technician, r.weekdays
                        from route r where r.office in (:offices) order by r.office, r.name, r.code
                        """)
                .param("offices", offices)
                .query((row, n) -> new RouteRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Cells.workingDays(row.getString(5))))
                .list();
    }

    /** The technicians of these offices who are not gone before the period, and the named guests. */
    List<TechnicianRow> technicians(Collection<String> offices, Collection<String> guests, LocalDate from) {
        return jdbc.sql("""
                        select t.code, t.name, t.office, t.starts_on, t.ends_on, t.weekdays, t.shift_start, t.shift_end
                        from technician t
                        where (t.office in (:offices) and (t.ends_on is null or t.ends_on >= :from)) or t.code in (:guests)
                        order by t.name, t.code
                        """)
                .param("offices", offices.isEmpty() ? List.of("") : offices)
                .param("guests", guests.isEmpty() ? List.of("") : guests)
                .param("from", from)
                .query((row, n) -> new TechnicianRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        Cells.workingDays(row.getString(6)),
                        timeOr(row.getObject(7, LocalTime.class), EIGHT),
                        timeOr(row.getObject(8, LocalTime.class), FIVE)))
                .list();
    }

    List<AbsenceRow> absences(Collection<String> technicians, LocalDate from, LocalDate to) {
        if (technicians.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select technician, from_on, to_on, kind from absence
                        where technician in (:technicians) and from_on <= :to and to_on >= :from order by from_on, id
                        """)
                .param("technicians", technicians)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new AbsenceRow(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4)))
                .list();
    }

    /** The cards of these offices: on a day of the period, or in the tray and due up to its end. */
    List<Card> cards(Collection<String> offices, LocalDate from, LocalDate to, Services services) {
        return withMarks(jdbc.sql(onTheBoard(CARD))
                .param("offices", offices)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> card(row, services::of))
                .list());
    }

    /** Where the visits of these cards are. */
    List<BoardPlaces.Place> places(Collection<String> offices, LocalDate from, LocalDate to) {
        return jdbc.sql(onTheBoard(PLACE))
                .param("offices", offices)
                .param("from", from)
                .param("to", to)
                .query((row, n) ->
                        new BoardPlaces.Place(row.getString(1), row.getDouble(2), row.getDouble(3), row.getString(4)))
                .list();
    }

    List<BoardPlaces.OfficePlace> officePlaces(Collection<String> codes) {
        return jdbc.sql("select code, latitude, longitude, address from office where code in (:codes) order by code")
                .param("codes", codes)
                .query((row, n) -> new BoardPlaces.OfficePlace(
                        row.getString(1),
                        row.getObject(2, Double.class),
                        row.getObject(3, Double.class),
                        row.getString(4)))
                .list();
    }

    /** On a day of the period, or in the tray and due up to its end; three branches, so that each has its index. */
    private static String onTheBoard(String select) {
        return select
                + " where v.board_office in (:offices) and v.planned_on between :from and :to"
                + " and v.status not in ('cancelled', 'unassigned') union all "
                + select
                + " where v.board_office in (:offices) and v.status = 'unassigned' and v.due_on <= :to union all "
                + select
                + " where v.board_office in (:offices) and v.status in ('planned', 'confirmed')"
                + " and v.planned_on is null and v.due_on <= :to";
    }

    /** The named visits as cards, those that exist, wherever they stand. */
    List<Card> cards(Collection<String> visits) {
        if (visits.isEmpty()) {
            return List.of();
        }
        return withMarks(jdbc.sql(CARD + " where v.code in (:visits)")
                .param("visits", visits)
                .query((row, n) -> card(row, Service::named))
                .list());
    }

    /** The offices on whose boards visits stand, by visit; to be changed by the caller. */
    Map<String, String> officesOf(Collection<String> visits) {
        var offices = new HashMap<String, String>();
        if (!visits.isEmpty()) {
            jdbc.sql("select code, board_office from visit where code in (:visits)")
                    .param("visits", visits)
                    .query(row -> {
                        offices.put(row.getString(1), row.getString(2));
                    });
        }
        return offices;
    }

    /** Who has a visit of one of these offices on a day. */
    List<String> driving(Collection<String> offices, LocalDate date) {
        return jdbc.sql("""
                        select distinct technician from visit
                        where board_office in (:offices) and planned_on = :date and technician is not null
                          and status not in ('cancelled', 'unassigned')
                        """)
                .param("offices", offices)
                .param("date", date)
                .query(String.class)
                .list();
    }

    /** Where these technicians go on a day, each one's stops in the order of the checks: by start, then code. */
    List<StopRow> stops(Collection<String> technicians, LocalDate date) {
        if (technicians.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select v.code, v.technician, v.board_office, s.latitude, s.longitude
                        from visit v join site s on s.code = v.site
                        where v.technician in (:technicians) and v.planned_on = :date and v.start_time is not null
                          and v.status in ('planned', 'confirmed', 'done')
                        order by v.technician, v.start_time, v.code
                        """)
                .param("technicians", technicians)
                .param("date", date)
                .query((row, n) -> new StopRow(
                        row.getString(1), row.getString(2), row.getString(3), row.getDouble(4), row.getDouble(5)))
                .list();
    }

    List<RunShare> runShares(String office, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select v.route, v.planned_on, v.technician, count(*)
                        from visit v join route r on r.code = v.route
                        where r.office = :office and v.planned_on between :from and :to
                          and v.technician is not null and v.status in ('planned', 'confirmed', 'done')
                        group by v.route, v.planned_on, v.technician
                        """)
                .param("office", office)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new RunShare(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), row.getInt(4)))
                .list();
    }

    private record Mark(
            int bits,
            boolean promised,
            boolean unanswered,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        /** A sentence that waits in the listening inbox. */
        static final Mark HEARD = new Mark(0, false, true, null, null);

        boolean appliesOn(LocalDate date) {
            return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || !date.isAfter(validTo));
        }
    }

    /** Asks by customer, in portions, so that the cost follows what is on the board and not how many customers there are. */
    private List<Card> withMarks(List<Card> cards) {
        var customers = cards.stream().map(Card::customer).distinct().toList();
        var marks = new HashMap<String, List<Mark>>();
        for (int from = 0; from < customers.size(); from += PORTION) {
            var portion = customers.subList(from, Math.min(from + PORTION, customers.size()));
            jdbc.sql(
                            "select customer, kind, valid_from, valid_to, answer from preference where customer in (:customers) and answer <> 'declined'")
                    .param("customers", portion)
                    .query(row -> {
                        marks.computeIfAbsent(row.getString(1), customer -> new ArrayList<>(2))
                                .add(new Mark(
                                        Marks.of(row.getString(2)),
                                        "promised".equals(row.getString(5)) && !"REMEMBER".equals(row.getString(2)),
                                        row.getString(5).equals("unanswered"),
                                        row.getObject(3, LocalDate.class),
                                        row.getObject(4, LocalDate.class)));
                    });
            jdbc.sql("select distinct customer from heard where customer in (:customers) and state = 'open'")
                    .param("customers", portion)
                    .query(row -> {
                        marks.computeIfAbsent(row.getString(1), customer -> new ArrayList<>(2))
                                .add(Mark.HEARD);
                    });
        }
        var marked = cards.stream()
                .map(card -> marks.containsKey(card.customer()) ? withMarks(card, marks.get(card.customer())) : card)
                .toList();
        var unread = this.unread.of(marked);
        return unread.isEmpty()
                ? marked
                : marked.stream()
                        .map(card -> unread.contains(card.code()) ? card.withSigns(CardSigns.UNREAD) : card)
                        .toList();
    }

    private static Card withMarks(Card card, List<Mark> marks) {
        var day = card.date() == null ? card.due() : card.date();
        int bits = Marks.read(card.marks());
        int signs = card.signs();
        int promised = 0;
        for (var mark : marks) {
            if (mark.appliesOn(day)) {
                bits |= mark.bits();
                signs |= mark.unanswered() && card.open() ? CardSigns.UNANSWERED : 0;
            }
            promised += mark.promised() && mark.appliesOn(card.due()) ? 1 : 0;
        }
        // The checks say nothing of a visit in the tray; what it was promised decides how soon it should leave.
        return card.withMarks(Marks.write(bits), signs, card.inTray() ? promised : card.promisesDue());
    }

    private Card card(ResultSet row, Function<String, Service> services) throws SQLException {
        var goesBy = row.getString(4);
        var service = row.getString(23);
        return new Card(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                goesBy == null || goesBy.isBlank() ? row.getString(5) : goesBy,
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalTime.class),
                row.getInt(12),
                row.getString(13),
                row.getBoolean(14) ? 1 : 0,
                row.getInt(15),
                row.getInt(16),
                row.getBoolean(20) ? Marks.REMEMBER : "",
                row.getString(17),
                row.getInt(18),
                row.getInt(19),
                row.getInt(21) | CardSigns.band(row.getBigDecimal(22), bands),
                service == null ? null : services.apply(service));
    }

    private static LocalTime timeOr(@Nullable LocalTime time, LocalTime usual) {
        return time == null ? usual : time;
    }
}
