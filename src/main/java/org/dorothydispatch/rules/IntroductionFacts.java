package org.dorothydispatch.rules;

import java.time.LocalDate;

/** The customer met this technician on a date, before being served alone by them. */
public record IntroductionFacts(TechnicianFacts technician, LocalDate on) {}
