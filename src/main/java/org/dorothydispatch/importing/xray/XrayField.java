package org.dorothydispatch.importing.xray;

import java.util.List;
import java.util.Locale;

/**
 * What a column of another system's export of visits can hold. The known headings are the field names of the FieldRoutes
 * (PestRoutes) interface first, then what spreadsheets of other systems are often headed with.
 */
public enum XrayField {
    CUSTOMER(
            "Customer",
            "the number or name that is the same on all visits of a customer",
            true,
            "customerID",
            "customer id",
            "customer number",
            "account",
            "account number",
            "client",
            "client name",
            "customer"),
    CUSTOMER_NAME(
            "Customer's name",
            "shown instead of a number",
            false,
            "companyName",
            "customerName",
            "customer name",
            "company",
            "company name",
            "name",
            "full name"),
    FIRST_NAME("First name", "where the name is in two columns", false, "fname", "first_name", "first name"),
    LAST_NAME("Last name", "", false, "lname", "last_name", "last name"),
    DATE(
            "Day of the visit",
            "like 2026-03-31 or 3/31/2026; a time behind it is taken too",
            true,
            "date",
            "appointmentDate",
            "appointment date",
            "service date",
            "work date",
            "date served",
            "visit date"),
    START("Start", "like 14:30 or 2:30 PM", false, "start", "start time", "timeIn", "arrival", "time in", "time"),
    STATUS(
            "Status",
            "only done visits are counted: 1, done, completed, closed",
            false,
            "status",
            "appointment status",
            "work status",
            "state of visit"),
    SERVED_BY(
            "Who came",
            "number or name of the technician",
            true,
            "servicedBy",
            "serviced by",
            "technician id",
            "technician",
            "tech",
            "employee",
            "employeeID",
            "assigned user"),
    SERVED_BY_NAME(
            "Name of who came",
            "where the column before is a number",
            false,
            "servicedByName",
            "serviced by name",
            "technician name",
            "tech name",
            "employeeName",
            "employee name"),
    PREFERRED(
            "Preferred technician",
            "of the subscription; 0 is none, -1 a re-service",
            false,
            "subscriptionPreferredTech",
            "preferredTech",
            "preferred technician",
            "preferred tech"),
    CUSTOMER_PREFERRED(
            "Preferred technician of the customer",
            "counts where the column before is empty",
            false,
            "preferredTechID",
            "customerPreferredTech"),
    PREFERRED_DAY(
            "Preferred day",
            "0 to 6 from Sunday, or a weekday's name",
            false,
            "preferredDays",
            "preferred day",
            "preferred days",
            "preferredDay"),
    WINDOW_FROM(
            "Not before",
            "begin of the customer's window",
            false,
            "preferredStart",
            "window start",
            "earliest",
            "preferred start"),
    WINDOW_TO(
            "Not after",
            "end of the customer's window",
            false,
            "preferredEnd",
            "window end",
            "latest",
            "preferred end"),
    RE_SERVICE(
            "Re-service",
            "1, yes, or a type with re-service or call-back in it",
            false,
            "reservice",
            "re-service",
            "call-back",
            "callback",
            "serviceType",
            "service type"),
    SOLD_BY(
            "Who sold it",
            "number or name of the seller",
            false,
            "soldBy",
            "sold by",
            "salesperson",
            "sales rep",
            "sold by user"),
    VALUE(
            "Value a year",
            "of the customer's agreements",
            false,
            "annualRecurringValue",
            "annual value",
            "annual recurring value",
            "contractValue",
            "contract value",
            "value",
            "recurring value");

    private final String label;
    private final String help;
    private final boolean required;
    private final List<String> headings;

    XrayField(String label, String help, boolean required, String... headings) {
        this.label = label;
        this.help = help;
        this.required = required;
        this.headings = List.of(headings);
    }

    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    /** Without this column there is nothing to see. */
    public boolean required() {
        return required;
    }

    /** How well a heading fits: the position among the known headings, smaller being better, or -1. */
    int rank(String heading) {
        var plain = plain(heading);
        for (int i = 0; i < headings.size(); i++) {
            if (plain(headings.get(i)).equals(plain)) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
