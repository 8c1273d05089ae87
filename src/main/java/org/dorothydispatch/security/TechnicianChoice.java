package org.dorothydispatch.security;

/** A technician whom a user can be. */
public record TechnicianChoice(String code, String name) {}
