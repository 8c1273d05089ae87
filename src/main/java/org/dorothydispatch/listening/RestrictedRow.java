package org.dorothydispatch.listening;

import java.time.Instant;

/**
 * A wish about who a technician is, kept as declined. For branch managers and administrators.
 *
 * @param about what the law is about, in words
 * @param told what the customer was told
 */
public record RestrictedRow(
        String code,
        String customer,
        String customerName,
        String words,
        String about,
        String told,
        String heardBy,
        Instant heardAt) {}
