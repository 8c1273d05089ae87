package org.dorothydispatch.practice;

/** Somebody who works at an office and signs in. */
public record Associate(String username, String name) {}
