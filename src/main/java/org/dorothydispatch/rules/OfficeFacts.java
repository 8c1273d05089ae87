package org.dorothydispatch.rules;

import java.time.ZoneId;

/** An office as the rules see it; all dates and times of its customers are local to its zone. */
public record OfficeFacts(String code, String name, ZoneId zone) implements Coded {}
