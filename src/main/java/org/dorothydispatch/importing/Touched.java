package org.dorothydispatch.importing;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dorothydispatch.importing.StoredRows.Change;
import org.dorothydispatch.importing.StoredRows.Line;
import org.jspecify.annotations.Nullable;

/**
 * What the new and changed lines of a bundle reach: the offices that must hear of it, what must be locked before it is
 * written, and whose visits must be judged anew.
 */
final class Touched {

    /** A technician or a route on one day. */
    record Day(String code, LocalDate date) implements Comparable<Day> {

        private static final Comparator<Day> ORDER =
                Comparator.comparing(Day::code).thenComparing(Day::date);

        @Override
        public int compareTo(Day other) {
            return ORDER.compare(this, other);
        }
    }

    private static final StoredTable VISIT = StoredTable.of(BundleFile.VISITS);
    private static final int CUSTOMER = VISIT.index("customer");
    private static final int PLANNED_ON = VISIT.index("planned_on");
    private static final int ROUTE = VISIT.index("route");
    private static final int TECHNICIAN = VISIT.index("technician");
    private static final int STATUS = VISIT.index("status");

    /** Offices with a new or changed row; {@link OfficesOfRows#COMPANY} for a protocol of the whole company. */
    final Set<String> offices = new TreeSet<>();

    final Set<String> customers = new HashSet<>();

    /** Days with a planned or confirmed visit, before or after: nobody else may move anything there meanwhile. */
    final Set<Day> technicianDays = new HashSet<>();

    final Set<Day> runDays = new HashSet<>();

    /** Days on which only done visits changed: nothing to lock, but what else stands there must be judged anew. */
    final Set<Day> pastTechnicianDays = new HashSet<>();

    final Set<Day> pastRunDays = new HashSet<>();

    /** Planned visits that may be planned no more: their flags go. */
    final Set<String> visits = new HashSet<>();

    /** Changed register rows: every visit that stands with them is judged anew. */
    final Set<String> technicians = new HashSet<>();

    final Set<String> routes = new HashSet<>();
    final Set<String> sites = new HashSet<>();

    /** Offices whose zone or protocols changed. */
    final Set<String> wholeOffices = new HashSet<>();

    /** Customers and routes that may have gone to another office: the boards of their visits follow. */
    final Set<String> movedCustomers = new HashSet<>();

    final Set<String> movedRoutes = new HashSet<>();

    private final OfficesOfRows officesOfRows;
    private final Map<String, String> same = new HashMap<>();

    Touched(OfficesOfRows officesOfRows) {
        this.officesOfRows = officesOfRows;
    }

    void added(StoredTable table, Line line) throws SQLException {
        offices.addAll(officesOfRows.of(table, line.values()));
        reached(table, line.values());
    }

    void changed(StoredTable table, Change change) throws SQLException {
        var after = change.line().values();
        offices.addAll(officesOfRows.of(table, change.before()));
        offices.addAll(officesOfRows.of(table, after));
        reached(table, change.before());
        reached(table, after);
        var code = (String) after[0];
        switch (table.file) {
            case CUSTOMERS -> {
                if (!table.text(change.before(), "office").equals(table.text(after, "office"))) {
                    movedCustomers.add(code);
                }
            }
            case ROUTES -> {
                if (!table.text(change.before(), "office").equals(table.text(after, "office"))) {
                    movedRoutes.add(code);
                }
                routes.add(code);
            }
            case TECHNICIANS -> technicians.add(code);
            case SITES -> sites.add(code);
            case OFFICES -> wholeOffices.add(code);
            case VISITS -> {
                if (isPlanned(change.before()) && !isPlanned(after)) {
                    visits.add(code);
                }
            }
            default -> {}
        }
    }

    private void reached(StoredTable table, @Nullable Object[] row) {
        switch (table.file) {
            case CUSTOMERS -> customers.add((String) row[0]);
            case SITES, AGREEMENTS, PREFERENCES, INTRODUCTIONS -> customers.add(table.text(row, "customer"));
            case ABSENCES -> technicians.add((String) row[0]);
            case PROTOCOLS -> {
                var office = table.text(row, "office");
                wholeOffices.add(office == null ? OfficesOfRows.COMPANY : office);
            }
            case CONSENTS, OVERRIDES -> {
                var customer = officesOfRows.customerOfVisit(table.text(row, "visit"));
                if (customer != null) {
                    customers.add(customer);
                }
            }
            case VISITS -> visit(row);
            case OFFICES, TECHNICIANS, ROUTES -> {}
        }
    }

    private void visit(@Nullable Object[] row) {
        customers.add(one(row[CUSTOMER]));
        var done = "done".equals(row[STATUS]);
        if (!(row[PLANNED_ON] instanceof LocalDate date) || !done && !isPlanned(row)) {
            return;
        }
        if (row[TECHNICIAN] != null) {
            (done ? pastTechnicianDays : technicianDays).add(new Day(one(row[TECHNICIAN]), date));
        }
        if (row[ROUTE] != null) {
            (done ? pastRunDays : runDays).add(new Day(one(row[ROUTE]), date));
        }
    }

    private static boolean isPlanned(@Nullable Object[] row) {
        return "planned".equals(row[STATUS]) || "confirmed".equals(row[STATUS]);
    }

    /** A million lines name a few thousand codes: keep one string of each. */
    private String one(@Nullable Object code) {
        return same.computeIfAbsent((String) code, again -> again);
    }

    /** Whether something changed on this technician's or this route's day. */
    boolean standsWith(@Nullable String technician, @Nullable String route, LocalDate date) {
        return technician != null && isIn(technicianDays, pastTechnicianDays, new Day(technician, date))
                || route != null && isIn(runDays, pastRunDays, new Day(route, date));
    }

    private static boolean isIn(Set<Day> some, Set<Day> others, Day day) {
        return some.contains(day) || others.contains(day);
    }

    /** Whether everything that must be locked for this is locked for the other. */
    boolean within(Touched locked) {
        return locked.offices.containsAll(offices)
                && locked.technicianDays.containsAll(technicianDays)
                && locked.runDays.containsAll(runDays)
                && locked.customers.containsAll(customers);
    }
}
