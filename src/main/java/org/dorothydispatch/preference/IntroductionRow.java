package org.dorothydispatch.preference;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The customer met the technician before being served alone by them. */
@Embeddable
public record IntroductionRow(String customer, String technician, LocalDate metOn) {}
