package org.dorothydispatch.comparison;

/**
 * A person behind a figure.
 *
 * @param code the customer's, or for what is beside the figures the technician's
 * @param what their part in it, in words
 */
public record Behind(String code, String name, String what) {}
