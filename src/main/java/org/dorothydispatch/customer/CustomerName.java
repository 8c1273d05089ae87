package org.dorothydispatch.customer;

/** How a customer is called, for queries of other modules: a person has one name on every screen. */
public final class CustomerName {

    /** What they like to be called, else their name; the table of customers is {@code c} in the query. */
    public static final String CALLED = "coalesce(nullif(trim(c.goes_by), ''), c.name)";

    private CustomerName() {}
}
