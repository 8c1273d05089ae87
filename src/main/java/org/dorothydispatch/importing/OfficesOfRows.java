package org.dorothydispatch.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dorothydispatch.importing.StoredRows.Line;
import org.jspecify.annotations.Nullable;

/**
 * Which offices a row belongs to: who may change it, and whose board shows it. What the bundle says counts before what
 * the database says, because it is what will be stored.
 */
final class OfficesOfRows {

    /** The office of what belongs to the whole company: a protocol without an office. */
    static final String COMPANY = "";

    private static final String ROUTE = "select code, office from route where code in (%s)";
    private static final String CUSTOMER = "select code, office from customer where code in (%s)";
    private static final String TECHNICIAN = "select code, office from technician where code in (%s)";
    private static final String CUSTOMER_OF_VISIT = "select code, customer from visit where code in (%s)";
    private static final String BOARD_OF_VISIT = "select code, board_office from visit where code in (%s)";

    private final Connection connection;
    /** One string for each office, however many million rows name it. */
    private final Map<String, String> offices = new HashMap<>();

    private final Map<String, String> technicians = new HashMap<>();
    private final Map<String, String> routes = new HashMap<>();
    private final Map<String, String> customers = new HashMap<>();
    private Map<String, String> boardOfVisit = Map.of();
    private Map<String, String> customerOfVisit = Map.of();

    OfficesOfRows(Connection connection) {
        this.connection = connection;
    }

    /** Gets ready to answer for these lines; fills in the board office of visits. */
    void prepare(StoredTable table, List<Line> lines) throws SQLException {
        switch (table.file) {
            case TECHNICIANS -> learn(table, lines, technicians);
            case ROUTES -> learn(table, lines, routes);
            case CUSTOMERS -> learn(table, lines, customers);
            case ABSENCES -> look(TECHNICIAN, codes(table, lines, "technician"), technicians);
            case SITES, AGREEMENTS, PREFERENCES, INTRODUCTIONS ->
                look(CUSTOMER, codes(table, lines, "customer"), customers);
            case VISITS -> {
                look(CUSTOMER, codes(table, lines, "customer"), customers);
                look(ROUTE, codes(table, lines, "route"), routes);
                var board = table.index("board_office");
                for (var line : lines) {
                    line.values()[board] = boardOffice(table, line.values());
                }
            }
            case CONSENTS, OVERRIDES -> {
                // A visit that is not there yet comes with this bundle; its own line is judged, so this one need not
                // be.
                var visits = codes(table, lines, "visit");
                boardOfVisit = new HashMap<>();
                customerOfVisit = new HashMap<>();
                look(BOARD_OF_VISIT, visits, boardOfVisit);
                look(CUSTOMER_OF_VISIT, visits, customerOfVisit);
                look(CUSTOMER, new LinkedHashSet<>(customerOfVisit.values()), customers);
            }
            case OFFICES, PROTOCOLS -> {}
        }
    }

    /** The offices a row belongs to; call it for lines that were prepared, and for what stood there before. */
    Set<String> of(StoredTable table, @Nullable Object[] values) throws SQLException {
        var found = new LinkedHashSet<String>();
        switch (table.file) {
            case OFFICES -> found.add((String) values[0]);
            case TECHNICIANS, ROUTES, CUSTOMERS -> found.add(table.text(values, "office"));
            case PROTOCOLS -> {
                var office = table.text(values, "office");
                found.add(office == null ? COMPANY : office);
            }
            case ABSENCES -> found.add(technicians.get(table.text(values, "technician")));
            case SITES, AGREEMENTS, PREFERENCES, INTRODUCTIONS ->
                found.add(officeOfCustomer(table.text(values, "customer")));
            case VISITS -> {
                found.add(table.text(values, "board_office"));
                found.add(officeOfCustomer(table.text(values, "customer")));
            }
            case CONSENTS, OVERRIDES -> {
                var visit = table.text(values, "visit");
                if (boardOfVisit.containsKey(visit)) {
                    found.add(boardOfVisit.get(visit));
                    found.add(officeOfCustomer(customerOfVisit.get(visit)));
                }
            }
        }
        return found;
    }

    /** The customer whose visit this is, or null when the visit comes with this bundle. */
    @Nullable
    String customerOfVisit(String visit) {
        return customerOfVisit.get(visit);
    }

    private String boardOffice(StoredTable table, @Nullable Object[] values) {
        var route = table.text(values, "route");
        return route == null ? customers.get(table.text(values, "customer")) : routes.get(route);
    }

    /** What stood there before may name a customer the bundle does not. */
    private String officeOfCustomer(String customer) throws SQLException {
        if (!customers.containsKey(customer)) {
            look(CUSTOMER, Set.of(customer), customers);
        }
        return customers.get(customer);
    }

    private void learn(StoredTable table, List<Line> lines, Map<String, String> known) {
        for (var line : lines) {
            known.put((String) line.values()[0], one(table.text(line.values(), "office")));
        }
    }

    private static Set<String> codes(StoredTable table, List<Line> lines, String column) {
        var index = table.index(column);
        var codes = new LinkedHashSet<String>();
        for (var line : lines) {
            if (line.values()[index] instanceof String code) {
                codes.add(code);
            }
        }
        return codes;
    }

    private void look(String sql, Collection<String> codes, Map<String, String> known) throws SQLException {
        var unknown = codes.stream().filter(code -> !known.containsKey(code)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql.formatted(StoredRows.marks(unknown.size())))) {
            for (var i = 0; i < unknown.size(); i++) {
                statement.setString(i + 1, unknown.get(i));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), one(rows.getString(2)));
                }
            }
        }
    }

    private String one(String code) {
        return offices.computeIfAbsent(code, same -> same);
    }
}
