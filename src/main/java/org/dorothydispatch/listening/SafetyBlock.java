package org.dorothydispatch.listening;

import java.time.Instant;

/**
 * The employer keeps a technician away from a customer, for the technician's safety. For branch managers.
 *
 * @param setBy the name of who decided it
 */
public record SafetyBlock(
        String code, String customer, String technician, String name, String reason, String setBy, Instant setAt) {}
