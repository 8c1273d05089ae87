package org.dorothydispatch.customer;

/**
 * A customer as lists show them.
 *
 * @param calledName what they like to be called, else their full name
 */
public record CustomerRow(String code, String name, String calledName, String office) {}
