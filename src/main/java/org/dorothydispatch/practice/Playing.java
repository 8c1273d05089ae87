package org.dorothydispatch.practice;

/** A run of somebody who plays, under its code. */
public record Playing(String run, Play play) {}
