package org.dorothydispatch.customer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The screen on which all of a customer is written down. */
public final class CustomerScreen {

    private CustomerScreen() {}

    /** Where it is, from the console's root. */
    public static String address(String customer) {
        return "customer?code=" + URLEncoder.encode(customer, StandardCharsets.UTF_8);
    }
}
