package org.dorothydispatch.rules;

/** Where a customer is serviced. */
public record SiteFacts(String code, double latitude, double longitude) implements Coded {}
